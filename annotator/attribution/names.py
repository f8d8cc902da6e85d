"""The people and bodies that a document names, with their titles, offices and mentions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.attribution.lexicon import lexicon

_CAPITALISED = r"[A-ZÀ-Þ][\w’'-]*\.?"
_JOINING = rf"(?:of|of the|and|for|de|van|von|der|bin|al|del|la)(?=[ \n\u00a0]{_CAPITALISED})"
_RUN = re.compile(rf"\b{_CAPITALISED}(?:[ \n\u00a0](?:{_CAPITALISED}|{_JOINING})){{0,9}}")
_LABEL = re.compile(r"^([A-Z][A-Z .'-]{1,30}):", re.MULTILINE)
_POSSESSIVE = re.compile(r"['’]s?$")
_MAX_PERSON_WORDS = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A person or body in its fullest form."""

    full: str
    is_body: bool
    offices: frozenset[str]
    """Lower-case nouns by which the text may speak of it: "minister", "ministry"."""
    gender: str
    """ "m", "f" or "" where nothing tells."""


@dataclass(frozen=True, slots=True)
class Names:
    """All names of a document."""

    by_last_word: dict[str, Name]
    mentions: tuple[tuple[int, Name], ...]
    """In order of the text."""
    times: Mapping[str, int]
    """How often each full name is mentioned."""
    labels: frozenset[str]
    """Capital letters before a colon that open several lines, as speakers do in a transcript."""

    def before(self, offset: int) -> Sequence[tuple[int, Name]]:
        """Mentions that begin before an offset, nearest last."""
        return self.mentions[: bisect_left(self.mentions, offset, key=lambda m: m[0])]


def read_names(text: str) -> Names:
    """Finds runs of capitalised words and joins short forms with the full name they belong to."""
    found: list[tuple[int, Name]] = []
    by_last: dict[str, Name] = {}
    for match in _RUN.finditer(text):
        name = parse_name(match[0], before=text[max(0, match.start() - 40) : match.start()])
        if name is None:
            continue
        key = last_word(name.full)
        known = by_last.get(key)
        if known is None or (len(name.full.split()) > len(known.full.split()) and not known.is_body):
            merged = name if known is None else _merge(name, known)
        else:
            merged = _merge(known, name)
        by_last[key] = merged
        found.append((match.start(), name))
    labels = Counter(_LABEL.findall(text))
    mentions = tuple((at, by_last[last_word(n.full)]) for at, n in found)
    return Names(
        by_last,
        mentions,
        Counter(n.full for _, n in mentions),
        frozenset(label for label, times in labels.items() if times > 1),
    )


def parse_name(run: str, *, before: str = "") -> Name | None:
    """The name in a run of capitalised words, without titles; None for a lone title or an everyday word."""
    sets = lexicon().sets
    words = [_POSSESSIVE.sub("", w).strip(",") for w in run.split()]
    lower = [w.lower().strip(".") for w in words]
    while words and (
        lower[0] in lexicon().tags
        and lower[0] not in sets["titles"]
        and len(words) > 0
        and lexicon().tags[lower[0]] not in "BVE"
    ):
        words, lower = words[1:], lower[1:]
    if not words or lower[0] in sets["days"] or lower[0] in sets["months"]:
        return None
    if any(w in sets["institutions"] or w in sets["outlets"] for w in lower):
        return Name(
            " ".join(words), is_body=True, offices=frozenset(w for w in lower if w in sets["institutions"]), gender=""
        )
    title_at = max((i for i, w in enumerate(lower) if w in sets["titles"] or w in sets["offices"]), default=-1)
    offices = {w for w in lower if w in sets["offices"] or w in sets["titles"]}
    rest = words[title_at + 1 :]
    if rest and rest[0].lower() == "of" and title_at >= 0:
        rest = rest[-2:] if len(rest) > 3 else []
    if not rest:
        return None
    offices |= {w for w in before.lower().split()[-4:] if w in sets["offices"]}
    gender = _gender(lower, rest[0].lower())
    return Name(" ".join(rest), is_body=len(rest) > _MAX_PERSON_WORDS, offices=frozenset(offices), gender=gender)


def last_word(name: str) -> str:
    """The word by which a name is found again, lower case."""
    return name.split()[-1].lower().strip(".")


def _gender(words: Sequence[str], first_name: str) -> str:
    sets = lexicon().sets
    if any(w in sets["female"] for w in (*words, first_name)):
        return "f"
    return "m" if any(w in sets["male"] for w in (*words, first_name)) else ""


def _merge(full: Name, other: Name) -> Name:
    return Name(full.full, full.is_body, full.offices | other.offices, full.gender or other.gender)
