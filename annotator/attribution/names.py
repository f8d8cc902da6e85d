"""The people and bodies that a document names, with their titles, offices and mentions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.attribution.lexicon import lexicon

_UPPER = "A-ZÀ-ÖØ-ÞŠŽŁŚŻČĆ"
_TITLE = r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Capt|Lt|Maj|Sgt|Adm|Rev|Prof|Del|St|Jr|Sr)\."
_CAPITALISED = rf"(?:(?:[{_UPPER}]\.)+|{_TITLE}|[{_UPPER}][\w’'-]*)"
_JOINING = rf"(?:of the|of|and|for|de|van|von|der|bin|al|del|la)(?=[ \n\u00a0]{_CAPITALISED})"
NAME_RUN = re.compile(rf"\b{_CAPITALISED}(?:[ \n\u00a0](?:{_CAPITALISED}|{_JOINING})){{0,9}}")
_LABEL = re.compile(r"^[“\"‘']?([A-Z][A-Z .'-]{1,30}):", re.MULTILINE)
_POSSESSIVE = re.compile(r"['’]s?$")
_SUBJECT_AFTER = re.compile(r"(?:\A|[.!?:”\"\n]\s*|\b(?:but|when|while)\s)(?:[\w’'-]+\s){0,4}\Z")
_JOINING_WORDS = frozenset(("of", "and", "for", "the"))
_INSIDE_SENTENCE = re.compile(r"[\w,;][’'s]?[ \n]\Z")
_BEFORE = 60  # characters looked at before a name
_MAX_PERSON_WORDS = 4
_DESCRIBING_WORDS = 5  # words right before a name that may be its bearer's office
_APPOSITION = re.compile(r",\s(?:(?:the|a|an|its|his|her|their)\s)?((?:[\w’'-]+\s?){1,8})")


@dataclass(frozen=True, slots=True)
class Name:
    """A person or body in its fullest form."""

    full: str
    is_body: bool
    words: frozenset[str]
    """Lower-case words by which the text may speak of it: "minister", "ministry", "defence"."""
    gender: str
    """ "m", "f" or "" where nothing tells."""
    is_official: bool = False
    """Whether the text gives the person an office."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a name stands."""

    start: int
    name: Name
    is_subject: bool
    """Whether it stands where the subject of a sentence does."""


@dataclass(frozen=True, slots=True)
class Names:
    """All names of a document."""

    by_last_word: Mapping[str, Name]
    mentions: tuple[Mention, ...]
    """In order of the text."""
    starts: tuple[int, ...]
    times: Mapping[str, int]
    """How often each full name is mentioned."""
    certain: frozenset[str]
    """Last words of names that stand inside a sentence, where a capital letter is no accident."""
    labels: frozenset[str]
    """Capital letters before a colon that open several lines, as speakers do in a transcript."""

    def before(self, offset: int, most: int) -> Sequence[Mention]:
        """The nearest mentions that begin before an offset, nearest last."""
        end = bisect_left(self.starts, offset)
        return self.mentions[max(0, end - most) : end]


def read_names(text: str) -> Names:
    """Finds runs of capitalised words and joins short forms with the full name they belong to."""
    found: list[Mention] = []
    by_last: dict[str, Name] = {}
    certain: set[str] = set()
    for match in NAME_RUN.finditer(text):
        start = match.start()
        before = text[max(0, start - _BEFORE) : start]
        name = parse_name(match[0], before=before, after=text[match.end() : match.end() + _BEFORE])
        if name is None:
            continue
        key = last_word(name.full)
        if " " in match[0] or _INSIDE_SENTENCE.search(before):
            certain.add(key)
        known = by_last.get(key)
        by_last[key] = name if known is None else _merge(known, name)
        found.append(Mention(start, name, bool(_SUBJECT_AFTER.search(before))))
    mentions = tuple([Mention(m.start, by_last[last_word(m.name.full)], m.is_subject) for m in found])
    labels = Counter(_LABEL.findall(text))
    return Names(
        by_last,
        mentions,
        tuple(m.start for m in mentions),
        Counter(m.name.full for m in mentions),
        frozenset(certain),
        frozenset(label for label, times in labels.items() if times > 1),
    )


def parse_name(run: str, *, before: str = "", after: str = "") -> Name | None:
    """The name in a run of capitalised words, without titles; None for a lone title or an everyday word.

    Args:
        before: text in front of the run, where an office may stand ("chief executive").
        after: text behind it, where an apposition may ("..., the harbour master").
    """
    sets, tags = lexicon().sets, lexicon().tags
    person, _, body = run.partition(" of the ")
    if body and " " in person and not any(w.lower() in sets["offices"] | sets["institutions"] for w in person.split()):
        run = person
    words = [_POSSESSIVE.sub("", w) for w in run.split()]
    lower = [w.lower().strip(".") for w in words]
    while (
        words and tags.get(lower[0], "B") not in "BVEn" and lower[0] not in sets["titles"] and not _is_acronym(words[0])
    ):
        words, lower = words[1:], lower[1:]
    if not words or lower[0] in sets["days"] or lower[0] in sets["months"]:
        return None
    ranks = [i for i, w in enumerate(lower) if w in sets["titles"] or w in sets["offices"]]
    bodies = [i for i, w in enumerate(lower) if w in sets["institutions"] or w in sets["outlets"]]
    if bodies and (not ranks or bodies[-1] > ranks[-1] or ranks[-1] == len(words) - 1):
        return Name(" ".join(words), is_body=True, words=frozenset(lower), gender="")
    rest = _after_rank(words, lower, ranks[-1]) if ranks else words
    if not rest:
        return None
    described = _words_ahead(before)
    apposition = _APPOSITION.match(after)
    if apposition and any(w in sets["offices"] for w in apposition[1].lower().split()):
        described += apposition[1].lower().split()
    office = bool(ranks) or any(w in sets["offices"] for w in described)
    is_body = not office and not _is_person_like(rest, with_article=before.lower().endswith("the "))
    words_of = frozenset((*lower, *(w.strip(".,’'s") for w in described))) if office else frozenset(lower)
    return Name(" ".join(rest), is_body, words_of, _gender(lower, rest[0].lower()), office)


def _words_ahead(before: str) -> list[str]:
    """The lower-case words that lead up to a name and may be its bearer's office: "chief executive"."""
    words: list[str] = []
    if before[-1:] != " ":
        return words
    for word in reversed(before.split()[-_DESCRIBING_WORDS:]):
        if not word.isalpha() or not word.islower() or lexicon().tags.get(word, "B") not in "Bn":
            break
        words.append(word)
    return words


def _is_person_like(words: Sequence[str], *, with_article: bool) -> bool:
    """Whether words without a title look like a person's name."""
    lower = [w.lower().strip(".") for w in words]
    if with_article and len(words) > 1:
        return False
    if len(words) > _MAX_PERSON_WORDS or not _JOINING_WORDS.isdisjoint(lower):
        return False
    if any(_is_acronym(w) for w in words):
        return False
    sets = lexicon().sets
    return bool(_gender(lower, lower[0])) or sets["places"].isdisjoint(lower)


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def last_word(name: str) -> str:
    """The word by which a name is found again, lower case."""
    return name.split()[-1].lower().strip(".")


def _after_rank(words: list[str], lower: list[str], rank: int) -> list[str]:
    """The name behind a title: "Secretary of Defense Lloyd Austin" to "Lloyd Austin"."""
    rest = words[rank + 1 :]
    if lower[rank + 1 : rank + 2] in (["of"], ["for"]):
        return rest[-2:] if len(rest) > 3 else []
    return rest


def _gender(words: Sequence[str], first_name: str) -> str:
    sets = lexicon().sets
    if any(w in sets["female"] for w in (words[0], first_name)):
        return "f"
    return "m" if any(w in sets["male"] for w in (words[0], first_name)) else ""


def _merge(known: Name, other: Name) -> Name:
    """One name of two that end in the same word: the fuller form, with what either tells."""
    fuller = other if len(other.full.split()) > len(known.full.split()) else known
    if known.is_body != other.is_body:
        return next((n for n in (known, other) if n.is_official), fuller)
    return Name(
        fuller.full,
        fuller.is_body,
        known.words | other.words,
        fuller.gender or known.gender or other.gender,
        known.is_official or other.is_official,
    )
