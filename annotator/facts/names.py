"""Finds names: of people, bodies, events and written acts, and of places behind a preposition.

A name's value is its words with single blanks, without titles; `counted` tells what it names ("body", "event",
"instrument") where its words do. Written acts count in lower case too ("a letter of intent"): outlets differ on them.
"""

from __future__ import annotations

from functools import cache

from annotator.facts.counted import is_label
from annotator.facts.found import Found
from annotator.facts.tokens import Tokens
from annotator.model import FactKind
from annotator.text import load_table

BODY, EVENT, INSTRUMENT = "body", "event", "instrument"

_PLACE_LEADS = frozenset({"in", "near", "outside", "across", "throughout"})
_VENUE_LEADS = frozenset({"at", "in", "inside", "outside", "near"})
_MAX_VENUE_WORDS = 2  # in lower case behind a name: "sports hall"
_TOPIC_JOINTS = frozenset({"on", "and", "to", "against", "between"})  # they join only the title of a written act
_MAX_WORDS = 14
_MIN_ROLE_AND_NAME = 4  # tokens of "of Defence Ada Vale"
_AFTER_NOUN = frozenset({
    "to", "on", "of", "with", "for", "that", "which", "between", "and", "or", "in", "at", "by", "was", "is", "were",
    "are", "has", "had", "will", "would", "could", "may", "signed", "from", "under", "as", "after", "but",
})  # fmt: skip
_SHORTENED = frozenset({
    "jr", "sr", "st", "gov", "sen", "rep", "gen", "lt", "col", "capt", "sgt", "maj", "adm", "dr", "mr", "mrs", "ms",
    "prof",
})  # fmt: skip
_MONTH_SURNAMES = frozenset({"may", "june", "april", "march"})
_OPENINGS = frozenset({"“", '"', "‘", "'", "`", "-", ":", "•", "*", "("})
_ADJECTIVE_ENDINGS = ("ian", "ean", "ish", "ese", "ern")
_DETERMINERS = frozenset({"a", "an", "the", "this", "that", "new", "joint", "its", "their", "no", "another"})


def match_names(tokens: Tokens, numbers: list[Found]) -> list[Found]:
    """Names outside dates and amounts, in order of the text."""
    taken = {i for f in numbers for i in range(f.first, f.after)}
    if tokens.is_title_case():
        return []
    phrases, found = _instrument_starts(), []
    i = 0
    while i < tokens.count:
        raw = tokens.raw[i]
        after = i
        if raw[0].isupper():
            after = i if i in taken else name_end(tokens, i)
            if after == i + 1 and _is_opening(tokens, i) and raw[1:] == raw[1:].lower() and tokens.low[after] != "'s":
                after = i
            if after > i and not (taken and any(j in taken for j in range(i, after))):
                made = _classify(tokens, i, after)
                found += [made] if made else []
        elif tokens.low[i] in phrases:
            made = _read_instrument(tokens, i)
            found += [made] if made else []
        i = max(after, i + 1)
    return found


def name_end(tokens: Tokens, i: int) -> int:
    """The token after the name that starts with the capital at token `i`; `i` itself if none does."""
    if not _is_name_word(tokens, i) or (_is_opening(tokens, i) and not _starts_name(tokens, i)):
        return i
    is_act = tokens.low[i] in words("instruments")
    j = i + 1
    while j < min(i + _MAX_WORDS, tokens.count):
        is_surname = j == i + 1 and tokens.low[j] in _MONTH_SURNAMES and not tokens.raw[j + 1][:1].isdigit()
        if _is_name_word(tokens, j) or _closes_abbreviation(tokens, j) or (is_surname and tokens.raw[j][0].isupper()):
            j += 1
        elif tokens.low[j] == "-" and tokens.is_glued(j) and tokens.is_glued(j - 1) and tokens.raw[j + 1][:1].isalpha():
            j += 2
        elif _joins(tokens, i, j, is_act=is_act):
            j += 1 + (tokens.low[j + 1] == "the")
        else:
            break
    while j > i and not tokens.raw[j - 1][-1].isalnum() and tokens.raw[j - 1][-1] != ".":
        j -= 1
    return j - 1 if tokens.raw[j - 1] == "." and len(tokens.raw[j - 2]) > 3 else j


def person_start(tokens: Tokens, first: int, after: int) -> int:
    """The first token of the person in a name that starts with a title ("NRA CEO Wayne Hill"); `first` without one."""
    for j in range(after - 2, first - 1, -1):
        if tokens.low[j] not in words("titles"):
            continue
        person = j + 2 if tokens.low[j + 1] == "." else j + 1
        if tokens.low[person] == "of":
            person = person + 2 if after - person >= _MIN_ROLE_AND_NAME else after
        is_name = tokens.low[j] in words("ambiguous_titles") and (j > first or after - person < 2)
        return first if is_name or person >= after or not tokens.raw[person][0].isupper() else person
    return first


def words(name: str) -> frozenset[str]:
    """One list of the table of names."""
    return _sets()[name]


@cache
def _sets() -> dict[str, frozenset[str]]:
    table = load_table("annotator.facts", "data/names.toml")
    return {name: frozenset(text.split()) for name, text in table.items() if isinstance(text, str)}


@cache
def _instrument_starts() -> frozenset[str]:
    return frozenset((*words("instruments"), *(p.split()[0] for p in _phrases())))


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(load_table("annotator.facts", "data/names.toml")["instrument_phrases"])


def _is_name_word(tokens: Tokens, i: int) -> bool:
    raw = tokens.raw[i]
    return bool(raw) and raw[0].isupper() and tokens.low[i] not in words("no_names")


def _is_opening(tokens: Tokens, i: int) -> bool:
    """Whether the capital at token `i` may be due to its place alone."""
    return i == 0 or tokens.raw[i - 1] in _OPENINGS


def _starts_name(tokens: Tokens, i: int) -> bool:
    """Whether the first word of a sentence or quotation is a name, by the capital behind it or capitals inside it."""
    first, second = tokens.raw[i], tokens.raw[i + 1]
    is_initial = (second == "." and len(first) == 1) or (second == "-" and tokens.raw[i + 2][:1].isupper())
    has_capitals = second[:1].isupper() or first[1:] != first[1:].lower()
    return is_initial or has_capitals or tokens.low[i + 1] == "'s"


def _closes_abbreviation(tokens: Tokens, i: int) -> bool:
    return tokens.low[i] == "." and (len(tokens.raw[i - 1]) == 1 or tokens.low[i - 1] in _SHORTENED)


def _joins(tokens: Tokens, first: int, i: int, *, is_act: bool) -> bool:
    low = tokens.low[i]
    if low not in words("joints") and not (is_act and low in _TOPIC_JOINTS):
        return False
    if low == "of" and i - first > 1 and not _takes_of(tokens.low[i - 1]):
        return False
    behind = i + 1 + (tokens.low[i + 1] == "the")
    return _is_name_word(tokens, behind)


def _takes_of(word: str) -> bool:
    """Whether a name of several words that ends so may go on with "of", as a person's does not."""
    return word.endswith("s") or any(word in words(kind) for kind in ("bodies", "instruments", "events", "titles"))


def _classify(tokens: Tokens, first: int, after: int) -> Found | None:
    value = " ".join(tokens.slice(first, after).split())
    lead = tokens.low[first - 1] if first else ""
    head = tokens.low[after - 1]
    start = tokens.low[first]
    if after == first + 1 and tokens.raw[after][:1].isdigit() and is_label(start):
        kind = FactKind.PLACE if start in words("place_labels") else FactKind.NAME
        return Found(kind, first, after + 1, f"{value} {tokens.raw[after]}")
    if head in words("instruments") or (start in words("instruments") and tokens.low[first + 1] in words("joints")):
        return Found(FactKind.NAME, first, after, value, counted=INSTRUMENT)
    venue = _venue_end(tokens, first, after)
    if venue:
        return Found(FactKind.PLACE, first, venue, " ".join(tokens.slice(first, venue).split()))
    if any(word in words("bodies") for word in tokens.low[first:after]) and person_start(tokens, first, after) == first:
        return Found(FactKind.NAME, first, after, value, counted=BODY)
    if head in words("events"):
        return Found(FactKind.NAME, first, after, value, counted=EVENT)
    person = person_start(tokens, first, after)
    if person > first:
        return Found(FactKind.NAME, person, after, " ".join(tokens.slice(person, after).split()))
    if start in words("titles") and tokens.low[first + 1] == "of":
        return None
    if after == first + 1 and start.endswith(_ADJECTIVE_ENDINGS) and tokens.raw[after][:1].islower():
        return None
    if lead in _PLACE_LEADS and start not in words("no_places") and start not in words("titles"):
        return Found(FactKind.PLACE, first, after, value)
    if after == first + 1 and start in words("titles"):
        return None
    return Found(FactKind.NAME, first, after, value)


def _venue_end(tokens: Tokens, first: int, after: int) -> int | None:
    """The token after a building or ground behind "at": "at the Old Mill", "at the Dale sports hall"."""
    lead = tokens.low[first - 2] if tokens.low[first - 1] == "the" else tokens.low[first - 1]
    if first == 0 or lead not in _VENUE_LEADS:
        return None
    for end in range(after, after + _MAX_VENUE_WORDS + 1):
        if end > after and not tokens.low[end - 1].isalpha():
            return None
        if tokens.low[end - 1] in words("venues"):
            return end
    return None


def _read_instrument(tokens: Tokens, i: int) -> Found | None:
    """A written act in lower case: a phrase of its own, or the noun behind a determiner."""
    low = tokens.low
    for phrase in _phrases():
        parts = phrase.split()
        if low[i : i + len(parts)] == parts:
            return Found(FactKind.NAME, i, i + len(parts), phrase, counted=INSTRUMENT)
    if low[i] not in words("instruments") or low[i - 1] not in _DETERMINERS or low[i] in ("statement", "act", "motion"):
        return None
    if low[i + 1][:1].isalpha() and low[i + 1] not in _AFTER_NOUN:
        return None
    return Found(FactKind.NAME, i, i + 1, low[i], counted=INSTRUMENT)
