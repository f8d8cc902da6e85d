"""What sort of text a document is, from evidence; what it calls itself is one piece of it."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.model import Attribution, Genre, Layout, Metadata, Outlet, Quotation, Span


def judge_genre(
    text: str,
    *,
    layout: Layout,
    metadata: Metadata,
    outlet: Outlet,
    sentences: Sequence[Span],
    quotations: Sequence[Quotation],
    attributions: Sequence[Attribution],
) -> Genre:
    """The genre with its confidence, self-label and evidence."""
    return Genre(self_label=layout.self_label)
