"""Who a source is within its document: full names for surnames, names for pronouns and offices."""

from __future__ import annotations

import re
from dataclasses import dataclass

from annotator.attribution.lexicon import lexicon
from annotator.attribution.names import Name, Names, last_word, parse_name
from annotator.model import SourceRole, Span

_RUN = re.compile(
    r"[A-ZÀ-Þ][\w’'.-]*(?:\s(?:[A-ZÀ-Þ][\w’'.-]*|(?:of|de|van|von|der|bin|al|del|la|and|for)(?=\s[A-ZÀ-Þ]))){0,9}"
)
_DETERMINER = re.compile(r"(?i)^(?:the|a|an|this|that|these|those|its|his|her|their|our|my)\s+")
_GENDERED = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}
_OTHER_PRONOUNS = frozenset(["they", "their", "we", "our", "it", "its", "who", "which", "that", "i", "you", "my"])
_MAX_PRONOUN_REACH = 12  # mentions of names looked at for a pronoun's person


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the words of a source stand for."""

    name: str | None
    role: SourceRole
    gender: str = ""
    is_body: bool = False


def resolve_source(
    text: str,
    span: Span,
    names: Names,
    *,
    spoken: list[Resolution],
    outlet: str | None = None,
    antecedent: str | None = None,
) -> Resolution:
    """The name and role behind the words of a source.

    Args:
        outlet: the name of who publishes the document, for "we" and "I".
        spoken: what earlier sources of the document were resolved to, in order.
        antecedent: the words to which a relative pronoun refers.
    """
    words = _squeeze(span.text(text))
    lower = words.lower()
    if lower in ("who", "which", "that") and antecedent:
        words, lower = _squeeze(antecedent), antecedent.lower()
    if lower in _GENDERED:
        return _resolve_pronoun(_GENDERED[lower], span.start, names, spoken)
    if lower in ("i", "my", "we", "our"):
        return Resolution(outlet, SourceRole.AUTHOR)
    if lower in ("they", "their", "it", "its"):
        return _resolve_body(lower, spoken)
    return _resolve_phrase(words, span.start, names)


def _resolve_pronoun(gender: str, offset: int, names: Names, spoken: list[Resolution]) -> Resolution:
    for _, name in reversed(names.before(offset)[-_MAX_PRONOUN_REACH:]):
        for said in reversed(spoken[-4:]):
            if said.name == name.full and said.gender in ("", gender) and name.gender in ("", gender):
                return said
    for said in reversed(spoken[-4:]):
        if said.name and not said.is_body and said.gender in ("", gender):
            return said
    for _, name in reversed(names.before(offset)[-_MAX_PRONOUN_REACH:]):
        if not name.is_body and name.gender == gender:
            return Resolution(name.full, _role_of(name), gender)
    return Resolution(None, SourceRole.PERSON, gender)


def _resolve_body(word: str, spoken: list[Resolution]) -> Resolution:
    for said in reversed(spoken[-3:]):
        if said.name and (said.is_body or word.startswith("they")):
            return said
    return Resolution(None, SourceRole.UNNAMED if word.startswith("they") else SourceRole.INSTITUTION)


def _resolve_phrase(words: str, offset: int, names: Names) -> Resolution:
    segments = [s.strip() for s in re.split(r"[,(]", words) if s.strip()]
    sets = lexicon().sets
    for segment in segments[:3]:
        head = _head(segment)
        run = _name_at_end(head)
        if run is None:
            if segment.lower().startswith(("who ", "which ")):
                break
            continue
        name = parse_name(run, before=head[: -len(run)])
        if name is None:
            continue
        full = names.by_last_word.get(last_word(name.full), name)
        known = full if set(name.full.lower().split()) <= set(full.full.lower().split()) else name
        body = known.is_body
        office = bool(known.offices | name.offices) or _has_office(words)
        role = _body_role(known.full) if body else (SourceRole.OFFICIAL if office else SourceRole.PERSON)
        return Resolution(known.full, role, known.gender or name.gender, body)
    head = _head(segments[0]) if segments else words
    noun = head.lower().split()[-1] if head else ""
    bare = _DETERMINER.sub("", head)
    definite = head.lower().startswith(("the ", "its ", "his ", "her ", "their "))
    if definite and (noun in sets["offices"] or noun in sets["institutions"]):
        for _, name in reversed(names.before(offset)):
            if noun in name.offices:
                role = _body_role(name.full) if name.is_body else SourceRole.OFFICIAL
                return Resolution(name.full, role, name.gender, name.is_body)
    return Resolution(*_described(words, bare, noun))


def _described(words: str, bare: str, noun: str) -> tuple[str | None, SourceRole]:
    sets = lexicon().sets
    if noun in sets["documents"]:
        return bare, SourceRole.DOCUMENT
    if noun in sets["institutions"]:
        return bare, SourceRole.INSTITUTION
    spokes = re.match(r"(?i)(?:an?|the)?\s*(?:\w+\s)?spokes(?:man|woman|person|people)\s(?:for|of)\s(.+)", words)
    if spokes:
        return _DETERMINER.sub("", spokes[1]), SourceRole.INSTITUTION
    if noun in sets["unnamed"]:
        return None, SourceRole.UNNAMED
    if noun in sets["offices"]:
        return bare, SourceRole.OFFICIAL
    if noun in sets["outlets"]:
        return bare, SourceRole.OUTLET
    return bare or None, SourceRole.UNNAMED if noun.endswith("s") else SourceRole.INSTITUTION


def _head(segment: str) -> str:
    """A phrase without what "of", "for" or a relative clause attach to it."""
    match = re.match(r"(.+?)\s(?:for|at|in|from|with|who|which|that|familiar|said|on|of(?=\sthe\s))(?:\s|$)", segment)
    return match[1] if match and not segment.lower().startswith(("one of", "some of")) else segment


def _name_at_end(head: str) -> str | None:
    last = None
    for match in _RUN.finditer(head):
        last = match
    if last is None or last.end() < len(head.rstrip(" .")):
        return None
    return last[0]


def _has_office(words: str) -> bool:
    sets = lexicon().sets
    return any(w.strip(".,").lower() in sets["offices"] for w in words.split())


def _body_role(name: str) -> SourceRole:
    words = set(name.lower().split())
    if words & lexicon().sets["outlets"] and not words & lexicon().sets["institutions"]:
        return SourceRole.OUTLET
    return SourceRole.INSTITUTION


def _role_of(name: Name) -> SourceRole:
    return SourceRole.OFFICIAL if name.offices else SourceRole.PERSON


def _squeeze(text: str) -> str:
    return " ".join(text.split())
