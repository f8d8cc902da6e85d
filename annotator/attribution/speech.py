"""Joins what one person says over several sentences: quotations that follow without a cue, and announced ones."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.attribution.complements import Kind
from annotator.attribution.cues import Cue, Place
from annotator.attribution.units import Unit
from annotator.model import Span

MAX_FREE_UNITS = 12  # units that one cue may speak for after its own
MIN_FRAGMENT_WORDS = 5  # with its marks, of a quotation within a sentence
MIN_QUOTE_WORDS = 4  # with its marks; shorter ones are names and terms


def following_speech(units: Sequence[Unit], number: int, cue: Cue) -> list[Span]:
    """What the source of the last cue of a unit goes on to say in the units after it."""
    if cue.place is Place.MARK and units[number].tags[cue.first] == ":":
        return _rest_of_paragraph(units, number + 1)
    spans = _quotations(units, number + 1)
    if not spans and cue.complement.kind is Kind.LATER:
        return _rest_of_paragraph(units, number + 1, starts_here=True)
    return spans


def _quotations(units: Sequence[Unit], first: int) -> list[Span]:
    spans = []
    for unit in units[first : first + MAX_FREE_UNITS]:
        if not _is_only_quotation(unit):
            break
        spans.append(unit.span(0, len(unit.words)))
    return spans


def quotes_in_passing(unit: Unit) -> bool:
    """Whether a sentence quotes more of somebody than a name or a term."""
    return any(end - first >= MIN_FRAGMENT_WORDS for first, end in unit.quotes)


def _rest_of_paragraph(units: Sequence[Unit], first: int, *, starts_here: bool = False) -> list[Span]:
    spans: list[Span] = []
    for unit in units[first : first + MAX_FREE_UNITS]:
        if unit.starts_paragraph and not (starts_here and not spans):
            break
        spans.append(unit.span(0, len(unit.words)))
    return spans


def _is_only_quotation(unit: Unit) -> bool:
    quotes = unit.quotes
    return bool(quotes) and not unit.tags.strip('q".,;:-~') and quotes[-1][1] - quotes[0][0] >= MIN_QUOTE_WORDS
