"""Finds the attributions of one document."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.model import Attribution, Quotation, Span


def attribute(
    text: str,
    sentences: Sequence[Span],
    quotations: Sequence[Quotation],
    *,
    document: str,
    outlet_name: str | None = None,
) -> tuple[Attribution, ...]:
    """Attributions in order of the text. `document` is the document's id, from which theirs are made."""
    return ()
