"""Who a source is within its document: full names for surnames, names for pronouns and offices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.attribution.lexicon import lexicon
from annotator.attribution.names import NAME_RUN, Name, Names, last_word, parse_name
from annotator.model import SourceRole, Span

_DETERMINER = re.compile(r"(?i)^(?:the|a|an|this|that|these|those|its|his|her|their|our|my)\s+")
_ARTICLE = re.compile(r"^(?:The|the)\s(?=[A-Z])")
_DEFINITE = re.compile(r"(?i)^(?:the|its|his|her|their|this|that)\s")
_SEGMENT = re.compile(r"\s*[,(]\s*|\s[–—-]+(?:\s|$)")
_CLAUSE = re.compile(r"(?i)^(?:who|which|that|whose)\b")
_TAIL = re.compile(
    r"\s(?:for|at|in|from|with|who|which|that|familiar|close|near|briefed|involved|working|speaking|said|on|of)(?:\s|$)"
)
_SPOKESPERSON = re.compile(r"(?i)(?:an?|the)?\s*(?:\w+\s)?spokes(?:man|woman|person|people)\s(?:for|of)\s([^,]+)")
_GENDERED = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}
_THEY = frozenset(("they", "their", "them"))
_IT = frozenset(("it", "its"))
_AUTHOR = frozenset(("i", "we", "my", "our"))
_RELATIVES = frozenset(("who", "which", "that", "whom"))
_REACH = 16  # mentions of names looked at for a pronoun's person
_OFFICE_REACH = 200  # mentions of names looked at for the bearer of an office
_SPOKEN_REACH = 5  # earlier sources looked at


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the words of a source stand for."""

    name: str | None
    role: SourceRole
    gender: str = ""
    is_person: bool = False
    is_body: bool = False


def resolve_source(
    text: str,
    span: Span,
    names: Names,
    *,
    spoken: Sequence[Resolution],
    antecedent: Span | None = None,
) -> Resolution:
    """The name and role behind the words of a source.

    Args:
        spoken: what earlier sources of the document were resolved to, in order.
        antecedent: the words to which a relative pronoun refers.
    """
    words = _squeeze(span.text(text))
    lower = words.lower()
    if lower in _RELATIVES and antecedent:
        return resolve_source(text, antecedent, names, spoken=spoken)
    if lower in _GENDERED:
        return _resolve_person(_GENDERED[lower], span.start, names, spoken)
    if lower in _AUTHOR:
        return Resolution(None, SourceRole.AUTHOR)
    if lower in _THEY or lower in _IT:
        return _resolve_body(lower, spoken)
    if lower in _RELATIVES:
        return Resolution(None, SourceRole.UNNAMED)
    return _resolve_phrase(words, span.start, names, spoken)


def _resolve_person(gender: str, offset: int, names: Names, spoken: Sequence[Resolution]) -> Resolution:
    """The nearest person before a pronoun who speaks or is the subject of a sentence, of a fitting gender."""
    speakers = {s.name: s for s in spoken[-_SPOKEN_REACH:] if s.is_person and s.gender in ("", gender)}
    nearby = [m for m in reversed(names.before(offset, _REACH)) if not m.name.is_body and m.name.gender in ("", gender)]
    for mention in nearby:
        if mention.name.full in speakers:
            return speakers[mention.name.full]
        if mention.is_subject and (mention.name.gender == gender or " " in mention.name.full):
            return _of_name(mention.name)
    if speakers:
        return tuple(speakers.values())[-1]
    known = next((m.name for m in nearby if m.name.gender == gender), None)
    return _of_name(known) if known else Resolution(None, SourceRole.PERSON, gender)


def _resolve_body(word: str, spoken: Sequence[Resolution]) -> Resolution:
    for said in reversed(spoken[-_SPOKEN_REACH:]):
        if said.name and (said.is_body or word in _THEY):
            return said
    return Resolution(None, SourceRole.UNNAMED if word in _THEY else SourceRole.INSTITUTION)


def _resolve_phrase(words: str, offset: int, names: Names, spoken: Sequence[Resolution]) -> Resolution:
    segments = [s for s in _SEGMENT.split(words) if s]
    both = re.split(r"\sand\s", segments[0], maxsplit=1) if segments else []
    if len(both) == 2 and NAME_RUN.search(both[0]) and NAME_RUN.search(both[1]):
        first, second = (_resolve_phrase(part, offset, names, spoken) for part in both)
        if first.name and second.name:
            return Resolution(f"{first.name} and {second.name}", first.role, is_body=first.is_body)
    for segment in segments[:3]:
        if _CLAUSE.match(segment):
            break
        named = _resolve_name(segment, words, names)
        if named:
            return named
    head = _head(segments[0]) if segments else words
    noun = head.lower().partition(" of ")[0].split()[-1] if head else ""
    if segments and _DEFINITE.match(segments[0]):
        bearer = _find_bearer(segments[0].lower(), noun, offset, names, spoken)
        if bearer:
            return bearer
    return _describe(words, head, noun)


def _resolve_name(segment: str, words: str, names: Names) -> Resolution | None:
    """The name with which a segment's head ends, in its fullest form."""
    head = _head(segment)
    run = next((m[0] for m in NAME_RUN.finditer(head) if m.end() >= len(head.rstrip(" .’'"))), None)
    if run is None:
        return None
    name = parse_name(run, before=head[: len(head) - len(run)])
    if name is None or (run == head and " " not in run and last_word(run) not in names.certain):
        return None
    known = names.by_last_word.get(last_word(name.full), name)
    if not set(name.full.lower().split()) <= set(known.full.lower().split()):
        known = name
    if not known.is_body and not known.is_official:
        offices = lexicon().sets["offices"]
        if any(w.strip(".,").lower() in offices for w in words.split()):
            return Resolution(known.full, SourceRole.OFFICIAL, known.gender or name.gender, is_person=True)
    return _of_name(known)


def _find_bearer(phrase: str, noun: str, offset: int, names: Names, spoken: Sequence[Resolution]) -> Resolution | None:
    """Who "the minister" or "the union" is: the nearest name that shares most words with the phrase."""
    sets = lexicon().sets
    if noun in sets["generic_people"]:
        return next((s for s in reversed(spoken[-_SPOKEN_REACH:]) if s.is_person and s.name), None)
    if noun not in sets["offices"] and noun not in sets["institutions"] and noun not in sets["places_that_speak"]:
        return None
    is_place = noun in sets["places_that_speak"]
    speaks_as_body = noun not in sets["offices"]
    wanted = set(phrase.split()) - {"the", "of", "a", "an", "and", "for"}
    best: Name | None = None
    score = 0
    for mention in reversed(names.before(offset, _OFFICE_REACH)):
        known_as = mention.name.full.lower().split()
        fits = mention.name.is_body is speaks_as_body and (
            noun in (known_as[0], known_as[-1]) if is_place else noun in mention.name.words
        )
        shared = len(wanted & mention.name.words) if fits else 0
        if shared > score:
            best, score = mention.name, shared
    return _of_name(best) if best else None


def _of_name(name: Name) -> Resolution:
    if name.is_body:
        words = set(name.full.lower().split())
        sets = lexicon().sets
        is_outlet = words & sets["outlets"] and not words & sets["institutions"]
        return Resolution(name.full, SourceRole.OUTLET if is_outlet else SourceRole.INSTITUTION, is_body=True)
    role = SourceRole.OFFICIAL if name.is_official else SourceRole.PERSON
    return Resolution(name.full, role, name.gender, is_person=True)


def _describe(words: str, head: str, noun: str) -> Resolution:
    """A source without a name: its role, and its words where they identify it."""
    sets = lexicon().sets
    bare = _DETERMINER.sub("", head) or None
    if noun in sets["documents"]:
        return Resolution(bare, SourceRole.DOCUMENT)
    spokesperson = _SPOKESPERSON.match(words)
    if spokesperson:
        return Resolution(_DETERMINER.sub("", spokesperson[1]), SourceRole.INSTITUTION, is_body=True)
    first = words.lower().partition(" ")[0]
    if noun in sets["unnamed"] or noun in sets["generic_people"] or first in sets["indefinite"]:
        return Resolution(None, SourceRole.UNNAMED)
    if noun in sets["institutions"] or noun in sets["places_that_speak"]:
        return Resolution(bare, SourceRole.INSTITUTION, is_body=True)
    if noun in sets["offices"]:
        return Resolution(bare, SourceRole.OFFICIAL)
    if noun in sets["outlets"]:
        return Resolution(bare, SourceRole.OUTLET, is_body=True)
    return Resolution(bare, SourceRole.UNNAMED)


def _head(segment: str) -> str:
    """A phrase without its article and without what "of", "for" or a relative clause attach to it."""
    segment = _ARTICLE.sub("", segment)
    for match in _TAIL.finditer(segment):
        before, after = segment[: match.start()], segment[match.end() :]
        if before.lower() in ("one", "some", "many", "most", "all", "several", "both"):
            continue
        last = before.split()[-1]
        if (
            match[0].strip() in ("of", "for")
            and last[:1].isupper()
            and after[:1].isupper()
            and last.lower() in _naming_words()
        ):
            continue
        return before
    return segment


def _naming_words() -> frozenset[str]:
    """Words after which "of" goes on with a name: "Port of ...", "Secretary of ..."."""
    sets = lexicon().sets
    return sets["offices"] | sets["titles"] | sets["institutions"] | sets["places_that_speak"]


def _squeeze(text: str) -> str:
    return " ".join(text.split())
