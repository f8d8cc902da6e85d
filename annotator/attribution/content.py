"""Which words of a unit are what the source said: before the cue, after it, or on both sides."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.attribution.complements import Kind
from annotator.attribution.cues import Cue, Place
from annotator.attribution.phrases import has_finite, past_apposition
from annotator.attribution.units import Unit

Piece = tuple[int, int]
"""Words [first, end) of a unit."""

_CLOSING = frozenset(".!?,")
_OBJECT_BREAKS = frozenset(",;:-.")
_CLAUSE_OPENERS = frozenset(("how", "why", "what", "where", "than", "as", "whether"))


def content_pieces(unit: Unit, cues: Sequence[Cue], k: int) -> tuple[Piece, ...]:
    """What the `k`-th cue of a unit introduces, in order."""
    cue = cues[k]
    kind = cue.complement.kind
    pieces: list[Piece] = []
    if kind is Kind.LATER:
        return ()
    if kind is Kind.SUBJECT:
        pieces.append((cue.complement.start, cue.complement.content_end or cue.complement.start + 1))
        if cue.complement.resumes is not None:
            pieces.append((cue.complement.resumes, _clause_end(unit, cues, k, cue.complement.resumes)))
    elif kind is Kind.REST:
        pieces += _around_frame(unit, cues, k)
    elif kind is Kind.BARE:
        left = _before(unit, cues, k)
        if left and _is_whole(unit, *left[0]):
            pieces += [*left, *_resumed(unit, cues, k, is_clause=False)]
        elif right := _resumed(unit, cues, k, is_clause=True):
            pieces += [*left, *right]
        elif left and _ends_unit(unit, cue):
            pieces += left
    else:
        if kind is Kind.QUOTE and cue.place is not Place.NOUN and _quote_before(unit, cue.opens_clause):
            pieces += _before(unit, cues, k)
        pieces += [*_relative_before(unit, cue), *_after(unit, cues, k)]
    return tuple(p for piece in pieces if (p := _trim(unit, *piece)))


def _after(unit: Unit, cues: Sequence[Cue], k: int) -> list[Piece]:
    complement = cues[k].complement
    start = complement.start
    if complement.kind is Kind.QUOTE:
        quote_end = _quote_end(unit, start)
        if _is_complete(unit, quote_end):
            return [(start, quote_end)]
        return [(start, max(quote_end, _clause_end(unit, cues, k, start)))]
    if complement.kind is Kind.OBJECT:
        end = _object_end(unit, cues, k, start)
        is_in_subject = cues[k].place is Place.SHARED and unit.tags[cues[k].first - 1] in "nA"
    else:
        end = _clause_end(unit, cues, k, start)
        is_in_subject = cues[k].place is Place.NOUN and unit.words[start] != "that"
    if complement.content_end is not None:
        end = min(end, complement.content_end)
    elif _is_in_aside(unit, cues[k]):
        end = next((i for i in range(start + 1, end) if unit.tags[i] == "," and unit.tags[i + 1] in "XVME"), end)
    if is_in_subject:
        end = next((i for i in range(start + 1, end) if unit.tags[i] in "XMV"), end)
    return [(start, end)]


def _relative_before(unit: Unit, cue: Cue) -> list[Piece]:
    """The pronoun that stands for what is judged or said: "the plan, which he called a mistake"."""
    at = cue.opens_clause - 1
    is_relative = at >= 0 and cue.place is Place.SUBJECT and (unit.tags[at] == "W" or unit.words[at] == "what")
    return [(at, at + 1)] if is_relative and cue.complement.kind is not Kind.QUOTE else []


def _is_in_aside(unit: Unit, cue: Cue) -> bool:
    """Whether a cue stands in a relative clause between commas, behind which the main clause goes on."""
    at = cue.opens_clause - (unit.tags[cue.opens_clause] != "W")
    return cue.place is Place.SUBJECT and at > 0 and unit.tags[at] == "W" and unit.tags[at - 1] == ","


def _resumed(unit: Unit, cues: Sequence[Cue], k: int, *, is_clause: bool) -> list[Piece]:
    """The rest after an aside: “A,” he said, “B”; the plan, he said, would fail.

    Args:
        is_clause: what stands before the aside is no statement of its own, so that whatever follows completes it.
    """
    cue = cues[k]
    tags = unit.tags
    i = max(cue.complement.start, cue.end)
    while i < len(tags) and tags[i] not in ",.;q-":
        i += 1
    if i < len(tags) and tags[i] == "q":
        return [(i, _quote_end(unit, i))]
    if i + 1 >= len(tags) or tags[i] not in ",-":
        return []
    if tags[i + 1] == "q":
        quote_end = _quote_end(unit, i + 1)
        return [(i + 1, quote_end if _is_complete(unit, quote_end) else _clause_end(unit, cues, k, i + 1))]
    before = cue.opens_clause - 1
    if before >= 0 and unit.words[before] == "as":
        before -= 1
        opens = before < 0 or tags[before] == tags[i]
    else:
        opens = before > 0 and tags[before] == tags[i]
    if opens and (is_clause or tags[i + 1] in "VXMSBE"):
        return [(i + 1, _clause_end(unit, cues, k, i + 1))]
    return []


def _before(unit: Unit, cues: Sequence[Cue], k: int) -> list[Piece]:
    end = cues[k].opens_clause
    tags = unit.tags
    if end and unit.words[end - 1] == "as":
        end -= 1
    while end and tags[end - 1] in ',-"':
        end -= 1
    if not end:
        return []
    floor = _floor(unit, cues, k, end)
    if tags[end - 1] == "q":
        start = _quote_start(unit, end - 1)
        if start <= floor or tags[start - 1] in ',:;.-"':
            return [(max(start, floor), end)]
    return [(floor, end)] if floor < end else []


def _is_whole(unit: Unit, first: int, end: int) -> bool:
    """Whether what stands before a cue is a statement: a quotation, or a main clause that does not break off."""
    tags = unit.tags
    if "q" in tags[first:end]:
        return True
    return tags[first] != "S" and tags[end - 1] not in "XMSTDW" and has_finite(unit, first, end)


def _ends_unit(unit: Unit, cue: Cue) -> bool:
    """Whether nothing but a stop stands behind a cue and its source, so that what it reports can only stand before."""
    end = max(cue.complement.start, cue.end)
    return not unit.tags[end:].strip('."')


def _around_frame(unit: Unit, cues: Sequence[Cue], k: int) -> list[Piece]:
    cue = cues[k]
    tags = unit.tags
    after = cue.complement.start
    while after < len(tags) and tags[after] not in ",.;:q-":
        after += 1
    starts_clause = cue.first == 0 or tags[cue.first - 1] in "CS;:" or (cue.first == 1 and tags[0] in "RC")
    if starts_clause and after + 1 < len(tags) and tags[after] != ".":
        start = after + (tags[after] in ",:-")
        return [(start, _clause_end(unit, cues, k, start))]
    left = _before(unit, cues, k)
    if left and not _is_whole(unit, *left[0]) and tags[after : after + 1] in (",", "-") and after + 1 < len(tags):
        return [*left, (after + 1, _clause_end(unit, cues, k, after + 1))]
    return left


def _floor(unit: Unit, cues: Sequence[Cue], k: int, end: int) -> int:
    """The first word that a cue may claim to its left: no earlier cue's clause is taken."""
    floor = 0
    for earlier in cues[:k]:
        if earlier.end <= end and earlier.place is not Place.NOUN:
            for i in range(earlier.end, end - 1):
                if unit.tags[i] == ";" or (unit.tags[i] in ",-" and unit.tags[i + 1] in "CS"):
                    floor = i + 1
    return floor


def _clause_end(unit: Unit, cues: Sequence[Cue], k: int, start: int) -> int:
    """Where a reported clause ends: at a later cue that stands beside this one, else with the sentence."""
    tags = unit.tags
    end = len(tags)
    opening = cues[k].opens_clause
    is_subordinate = opening > 0 and tags[opening - 1] == "S"
    for later in cues[k + 1 :]:
        opens = later.opens_clause
        if opens <= start or later.place is Place.NOUN:
            continue
        if later.place is Place.FRAME and tags[opens - 1] == ",":
            end = min(end, opens - 1)
            break
        if later.complement.kind is Kind.BARE and tags[opens - 1] == "," and opens - 1 > start:
            end = min(end, opens - 1)
            break
        if is_subordinate and later.place is Place.SUBJECT and tags[opens - 1] in ",-":
            end = min(end, opens - 1)
            break
        if later.place is Place.SHARED and tags[opens - 1] in ",-C":
            end = min(end, opens - 1 - (tags[opens - 2] in ",-C"))
            break
        if tags[opens - 1] in ";:" or (tags[opens - 1] in "CS" and tags[opens - 2] in ",;-q"):
            end = min(end, opens - 1)
            break
    for i in range(start + 1, end):
        if tags[i] == ";" or (tags[i] == "." and i + 1 < end and tags[i + 1] != '"' and unit.words[i] in ("?", "!")):
            return i
        if tags[i] == "q" and tags[i - 1] == ".":
            return i
    return end


def _object_end(unit: Unit, cues: Sequence[Cue], k: int, start: int) -> int:
    tags = unit.tags
    limit = _clause_end(unit, cues, k, start)
    i = start + 1
    while i < limit:
        if tags[i] == ",":
            resumed = past_apposition(unit, i)
            if resumed is None or resumed >= limit:
                return i
            i = resumed - 1
        elif tags[i] in _OBJECT_BREAKS or (tags[i] == "S" and unit.words[i] not in _CLAUSE_OPENERS):
            return i
        i += 1
    return limit


def _quote_before(unit: Unit, i: int) -> bool:
    while i and unit.tags[i - 1] in ',"':
        i -= 1
    return i > 0 and unit.tags[i - 1] == "q" and _is_complete(unit, i)


def _quote_start(unit: Unit, i: int) -> int:
    return next((first for first, end in unit.quotes if first <= i < end), i)


def _quote_end(unit: Unit, i: int) -> int:
    return next((end for first, end in unit.quotes if first <= i < end), i + 1)


def _is_complete(unit: Unit, end: int) -> bool:
    """Whether the quotation that ends before word `end` closes with a mark of punctuation."""
    return end >= 2 and (unit.words[end - 2][-1] in _CLOSING or unit.words[end - 1][-1] in _CLOSING)


def _trim(unit: Unit, first: int, end: int) -> Piece | None:
    """A piece without punctuation at its ends."""
    tags = unit.tags
    while first < end and tags[first] in ",;:-.":
        first += 1
    while end > first and tags[end - 1] in ",;:-.":
        end -= 1
    return (first, end) if first < end else None
