"""Which cues of a unit make an attribution, what each introduces, and which one passes on which."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.attribution.complements import Kind
from annotator.attribution.content import Piece, content_pieces
from annotator.attribution.cues import Cue, Place
from annotator.attribution.marks import find_mark
from annotator.attribution.names import Names
from annotator.attribution.phrases import Phrase
from annotator.attribution.scan import find_cues
from annotator.attribution.units import Unit
from annotator.model import Attitude

MIN_NESTED_STRENGTH = 0.85  # 0-1; inside what somebody says only clear reports of others count
_AUTHORS = frozenset(("i", "we"))
_WISHES = frozenset((Attitude.INTENDS, Attitude.OTHER, Attitude.ORDERS))
_NESTING_ATTITUDES = frozenset((Attitude.ASSERTS, Attitude.DENIES))
_UNREAL = frozenset(("would", "will", "'ll"))
_REFUSING = frozenset(("not", "never", "only"))  # "would not say" is no supposition
_NOBODY = frozenset(("you", "us", "there", "nobody", "none", "neither"))  # sources that make no attribution


@dataclass(frozen=True, slots=True)
class Report:
    """A cue with its source and what it introduces."""

    cue: Cue
    source: Phrase | None
    """None where nobody is named."""
    pieces: tuple[Piece, ...]
    """Empty where all of it comes after the unit."""
    outer: int | None = None
    """Position of the report that passes this one on."""


def find_reports(unit: Unit, names: Names) -> tuple[Report, ...]:
    """The reports of a unit in order."""
    cues = find_cues(unit)
    mark = find_mark(unit, names)
    if mark and (mark.source is None or not any(mark.source.end > c.first for c in cues if c.first < mark.first)):
        cues = tuple(sorted((*cues, mark), key=lambda c: c.first))
    with_content = [
        Report(cue, cue.source, pieces)
        for k, cue in enumerate(cues)
        if not (cue.source and _is_nobody(unit, cue.source))
        if (pieces := content_pieces(unit, cues, k)) or cue.complement.kind is Kind.LATER
    ]
    kept: list[Report] = []
    for report in with_content:
        outer = [r for r in with_content if r is not report and _passes_on(r, report)]
        if _is_likely(unit, report) and (not outer or _is_clear(unit, report)):
            kept.append(report)
    return tuple(
        Report(
            r.cue,
            r.source,
            r.pieces,
            next((i for i, o in reversed(tuple(enumerate(kept))) if o is not r and _passes_on(o, r)), None),
        )
        for r in kept
    )


def _is_nobody(unit: Unit, source: Phrase) -> bool:
    words = unit.words[source.first : source.end]
    return words[0] == "no" or (len(words) == 1 and words[0] in _NOBODY)


def _passes_on(outer: Report, inner: Report) -> bool:
    """Whether the cue of one report stands in what the other introduces."""
    cue = inner.cue
    if any(first <= outer.cue.first < end for first, end in inner.pieces):
        return False
    return any(first <= cue.first < end and first <= cue.opens_clause for first, end in outer.pieces)


def _is_likely(unit: Unit, report: Report) -> bool:
    """Whether somebody really is reported: not what one would say, nor what a kind of people wants ("all who seek")."""
    cue, source = report.cue, report.source
    if any(unit.words[i] in _UNREAL and unit.words[i + 1] not in _REFUSING for i in range(cue.first, cue.end - 1)):
        return False
    if source is None:
        return True
    if unit.words[source.first] in _AUTHORS and source.end - source.first == 1:
        return cue.complement.kind in (Kind.CLAUSE, Kind.QUOTE, Kind.BARE)
    if unit.tags[source.first] != "W":
        return True
    before = unit.tags[source.first - 1 : source.first]
    return before == "," or (before not in ("", "C", "q", ".") and cue.use.attitude not in _WISHES)


def _is_clear(unit: Unit, report: Report) -> bool:
    cue = report.cue
    if cue.place is Place.FRAME:
        return True
    return (
        cue.use.strength >= MIN_NESTED_STRENGTH
        and cue.use.attitude in _NESTING_ATTITUDES
        and cue.place is Place.SUBJECT
        and cue.complement.kind in (Kind.QUOTE, Kind.CLAUSE, Kind.BARE)
        and report.source is not None
        and unit.tags[report.source.first] not in "PW"
    )
