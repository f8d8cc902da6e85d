"""Finds passages that one document took from another, and the direction."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.model import Claim, Document, Edge


def trace_copies(documents: Sequence[Document], claims: Sequence[Claim]) -> tuple[Edge, ...]:
    """Edges from the earlier to the later text."""
    return ()
