"""Finds the phrases around a cue: its subject, the noun phrase after it, the verb with its auxiliaries."""

from __future__ import annotations

import re
from dataclasses import dataclass

from annotator.attribution.lexicon import lexicon
from annotator.attribution.units import Unit

MAX_SUBJECT = 60  # words looked at to the left of a verb
MAX_APPOSITION = 20  # words of one between two commas
OBJECT_LINKS = frozenset(
    ("of", "for", "as", "to", "that")
)  # go on with an object after a relative clause or apposition
MAX_SEGMENTS = 6  # commas looked past for the noun that an apposition belongs to

_CORE = r"(?:[PO]|D{0,3}(?:R?[EG](?=[AnUq])|R(?=[AnU]))?[AnUq'~]{0,24}[AnUq~]|D)"
_PHRASE = re.compile(_CORE)
_CORE_BEFORE = re.compile(r"(?:[PO]|[AnUq~][AnUq'~]{0,24}(?:[EG]R?)?D{0,3}|D)")
_ATTACHING = frozenset(("of", "for", "from", "with", "at", "in"))
_BREAKS = frozenset('".;:,-S')
_FINITE = frozenset("VXMB")
_AFTER_RELATIVE = frozenset("VXMBERN")  # what stands between a relative pronoun that is subject and its verb


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as words [first, end) of its unit."""

    first: int
    end: int
    core_end: int
    """Without appositions."""


def phrase_at(unit: Unit, i: int, *, limit: int | None = None) -> Phrase | None:
    """The noun phrase that starts at a word, with what "of", "for" and the like attach to it."""
    tags = unit.tags
    stop = len(tags) if limit is None else limit
    match = _PHRASE.match(tags, i, stop)
    if not match:
        return None
    end = match.end()
    while end + 1 < stop and tags[end] == "I" and _attaches(unit, end):
        more = _PHRASE.match(tags, end + 1, stop)
        if not more:
            break
        end = more.end()
    return Phrase(i, end, end)


def subject_before(unit: Unit, verb: int, *, floor: int = 0) -> Phrase | None:
    """The subject of a verb that starts at `verb`, looked for to its left as far as word `floor`."""
    if verb <= floor:
        return None
    last = unit.tags[verb - 1]
    if last == ")":
        opening = unit.tags.rfind("(", floor, verb - 1)
        inner = subject_before(unit, opening, floor=floor) if opening > floor else None
        return inner and Phrase(inner.first, verb, inner.core_end)
    if last in ",-":
        return _before_apposition(unit, verb - 1, floor)
    return _adjacent(unit, verb, floor)


def antecedent(unit: Unit, relative: int) -> Phrase | None:
    """The noun phrase to which a relative pronoun refers."""
    end = relative - 1 if unit.tags[relative - 1 : relative] in (",", "-") else relative
    nearest = _CORE_BEFORE.match(unit.tags[max(0, end - MAX_SUBJECT) : end][::-1]) if end > 0 else None
    return Phrase(end - nearest.end(), end, end) if nearest else None


def main_subject(unit: Unit, verb: int, *, floor: int = 0) -> Phrase | None:
    """The subject of the first finite verb between `floor` and `verb`."""
    tags = unit.tags
    for i in range(floor, min(verb, floor + MAX_SUBJECT)):
        if tags[i] in "VXM" or (tags[i] in "EB" and i > floor and tags[i - 1] in "AnP~R,"):
            found = subject_before(unit, i - (tags[i - 1] == "R" and i > floor), floor=floor)
            if found and unit.tags[found.first] != "W":
                return found
    return None


def verb_group(unit: Unit, i: int) -> tuple[int, str]:
    """Where a verb group begins, with its auxiliaries, adverbs and negations, and the tags of these."""
    tags = unit.tags
    first = i
    while first and (
        tags[first - 1] in "RXMN" or (tags[first - 1] == "'" and tags[i] in "GE") or tags[first - 1] == "T"
    ):
        first -= 1
        if tags[first] == "T":
            break
    while first < i and tags[first] == "R" and first and tags[first - 1] not in "AnPWq,'~U)C":
        first += 1
    return first, tags[first:i]


def past_apposition(unit: Unit, comma: int) -> int | None:
    """Where an aside that begins at a comma has ended, if what follows goes on with the object before it."""
    tags = unit.tags
    if tags[comma : comma + 1] != "," or tags[comma + 1 : comma + 2] not in ("D", "A", "n", "W"):
        return None
    closing = tags.find(",", comma + 1, comma + MAX_APPOSITION)
    if closing < 0 or closing + 1 >= len(tags) or unit.words[closing + 1] not in OBJECT_LINKS:
        return None
    return closing + 1 if tags[comma + 1] == "W" or not has_finite(unit, comma + 2, closing) else None


def has_finite(unit: Unit, first: int, end: int) -> bool:
    """Whether a finite verb stands among words [first, end)."""
    tags = unit.tags
    for i in range(first, end):
        if tags[i] in "VXM" or (tags[i] in "BE" and i and tags[i - 1] in "AnP~R'" and tags[i + 1 : i + 2] != "I"):
            return True
    return False


def _attaches(unit: Unit, i: int) -> bool:
    word, following = unit.words[i], unit.words[i + 1]
    if word not in _ATTACHING or following in lexicon().sets["days"] or following in lexicon().sets["months"]:
        return False
    return word not in ("at", "in") or following == "the" or (unit.tags[i + 1] == "A" and unit.tags[i - 1] != "A")


def _adjacent(unit: Unit, end: int, floor: int) -> Phrase | None:
    tags = unit.tags
    if tags[end - 1] in "PW":
        return Phrase(end - 1, end, end)
    if tags[end - 1] == "O" and tags[end - 2 : end - 1] != "I":
        relative = max(tags.rfind("W", floor, end), floor)
        return antecedent(unit, relative) if tags[relative] == "W" else None
    first = _left_edge(unit, end, floor)
    start = _skip_lead(unit, first, end)
    if start < end and _PHRASE.match(tags, start, end):
        joined = _coordinated(unit, _past_time(unit, start, end), floor)
        return Phrase(joined, end, end)
    nearest = _CORE_BEFORE.match(tags[max(floor, end - MAX_SUBJECT) : end][::-1])
    if not nearest:
        return None
    first = end - nearest.end()
    while first < end - 1 and unit.words[first] in lexicon().sets["days"] | lexicon().sets["months"]:
        first += 1
    return Phrase(first, end, end)


def _past_time(unit: Unit, start: int, end: int) -> int:
    """Past "Last year" in "Last year the harbour": a subject begins at the article behind a word of time."""
    sets = lexicon().sets
    for i in range(start + 1, end):
        if unit.tags[i] == "D" and unit.words[i - 1] in sets["time_nouns"]:
            return i
    return start


def _left_edge(unit: Unit, end: int, floor: int) -> int:
    """Where the clause that ends before word `end` begins, passing over relative and participle clauses."""
    tags = unit.tags
    lowest = max(floor, end - MAX_SUBJECT)
    j = end - 1
    while j >= lowest:
        tag = tags[j]
        if tag in _BREAKS or tag == "C" or (tag == "q" and _is_long_quote(unit, j)):
            return j + 1
        if tag == ")":
            j = max(tags.rfind("(", lowest, j), lowest)
        elif tag in _FINITE or tag == "N" or (tag == "E" and not _is_reduced(tags, j, end)):
            relative = _relative_before(unit, j, lowest)
            if relative is None:
                return j + 1
            j = relative
        elif tag == "W" and not (j > lowest and tags[j - 1] in "nA~," and tags[j + 1] in _AFTER_RELATIVE):
            return j + 1
        j -= 1
    return lowest


def _is_reduced(tags: str, j: int, end: int) -> bool:
    """Whether an -ed form is a participle: an adjective before its noun, or the start of a reduced relative clause."""
    before = tags[j - 1] if j else ""
    after = tags[j + 1] if j + 1 < end else ""
    return before in ("", *"DR'Iq,;:\"") or after in ("I", "G", "R", "T", "")


def _relative_before(unit: Unit, j: int, lowest: int) -> int | None:
    """The relative pronoun (or the subject of a contact clause) to which the verb at `j` belongs."""
    tags = unit.tags
    k = j - 1
    while k > lowest and tags[k] in "XMNRP":
        if tags[k] == "P" and tags[k - 1] in "nA":
            return k
        k -= 1
    if k > lowest and tags[k] == "W" and tags[k - 1] in "nA~,PD":
        return k
    return None


def _is_long_quote(unit: Unit, j: int) -> bool:
    for first, end in unit.quotes:
        if first <= j < end:
            return end - first > 6 or unit.tags[end : end + 1] == '"' or unit.words[end - 2] in (",", ".", "!", "?")
    return False


def _skip_lead(unit: Unit, first: int, end: int) -> int:
    """Past adverbs, conjunctions, days and a prepositional phrase before the subject."""
    tags, days = unit.tags, lexicon().sets["days"]
    i = first
    while i < end and (tags[i] in "RCN~" or unit.words[i] in days):
        i += 1
    if i < end and tags[i] == "I":
        phrase = phrase_at(unit, i + 1, limit=end)
        if phrase is None or phrase.end >= end:
            return end
        i = phrase.end
        return _skip_lead(unit, i, end) if i < end and tags[i] in "RI" else i
    return i


def _coordinated(unit: Unit, start: int, floor: int) -> int:
    """Where "A and B" begins, if B begins at `start` and A at the start of the clause."""
    tags = unit.tags
    if start - 2 < floor or tags[start - 1] != "C" or unit.words[start - 1] != "and":
        return start
    left = _left_edge(unit, start - 1, floor)
    at_edge = left == floor or tags[left - 1] in '";:,S-'
    match = _PHRASE.match(tags, left, start - 1)
    if not at_edge or not match:
        return start
    phrase = phrase_at(unit, left, limit=start - 1)
    return left if phrase and phrase.end == start - 1 else start


def _before_apposition(unit: Unit, comma: int, floor: int) -> Phrase | None:
    """The noun to which the appositions and asides that end at a comma belong, with the appositions."""
    tags = unit.tags
    found: Phrase | None = None
    apposed = True
    close = comma
    for _ in range(MAX_SEGMENTS):
        opening = _segment_start(unit, close, floor)
        if opening < floor:
            break
        apposed = apposed and tags[opening + 1] not in "ISRTGC"
        subject = _whole_segment(unit, opening, floor)
        if subject is None:
            if not _is_aside(unit, opening, close, is_first=found is None):
                break
            close = opening
            continue
        found = Phrase(subject.first, comma if apposed else subject.end, subject.end)
        close = opening
    return found


def _is_aside(unit: Unit, opening: int, close: int, *, is_first: bool) -> bool:
    """Whether the words between two marks may stand between a subject and its verb, though they are no plain phrase."""
    tag = unit.tags[opening + 1]
    if tag in "IRSGETW":
        return is_first or tag == "I"
    return is_first and tag in "DAn" and not has_finite(unit, opening + 2, close)


def _segment_start(unit: Unit, close: int, floor: int) -> int:
    """The comma or dash that opens the segment which ends at `close`; floor - 1 if there is none."""
    tags = unit.tags
    j = close - 1
    lowest = max(floor, close - MAX_SUBJECT)
    while j >= lowest:
        if tags[j] == tags[close]:
            return j if j < close - 1 else floor - 1
        if tags[j] in '";:.' or (tags[j] == "q" and _is_long_quote(unit, j)):
            return floor - 1
        j -= 1
    return floor - 1


def _whole_segment(unit: Unit, end: int, floor: int) -> Phrase | None:
    """The phrase that fills the segment before a comma, but for a conjunction or preposition phrase ahead of it."""
    tags = unit.tags
    first = end
    lowest = max(floor, end - MAX_SUBJECT)
    while (
        first > lowest
        and tags[first - 1] not in '",;:-.'
        and not (tags[first - 1] == "q" and _is_long_quote(unit, first - 1))
    ):
        first -= 1
    while first < end and tags[first] in "CS":
        first += 1
    if first >= end or tags[first] in "IRGETW":
        return None
    phrase = _adjacent(unit, end, first)
    return phrase if phrase and phrase.first == first else None
