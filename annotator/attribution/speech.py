"""Joins what one person says over several sentences: quotations that follow without a cue, and announced ones."""

from __future__ import annotations

from annotator.attribution.units import Unit

MAX_FREE_UNITS = 12  # units that one cue may speak for after its own


def is_only_quotation(unit: Unit) -> bool:
    """Whether a unit is nothing but quotations and marks."""
    return (
        bool(unit.quotes)
        and not unit.tags.strip('q".,;:-~')
        and unit.quotes[-1][1] - unit.quotes[0][0] >= MIN_QUOTE_WORDS
    )


def starts_with_quotation(unit: Unit) -> bool:
    """Whether a unit begins with a quotation."""
    return bool(unit.quotes) and unit.quotes[0][0] == 0


MIN_QUOTE_WORDS = 4  # with its marks; shorter ones are names and terms
