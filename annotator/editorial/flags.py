"""Finds spans that editorialise."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.model import Attribution, Flag, Genre, Quotation, Span


def find_flags(
    text: str,
    sentence: Span,
    *,
    document: str,
    quotations: Sequence[Quotation],
    attributions: Sequence[Attribution],
    genre: Genre,
) -> tuple[Flag, ...]:
    """Flags inside the sentence, in order. Quotations and attributions are those that touch it."""
    return ()
