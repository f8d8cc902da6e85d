"""Runs every detector of disagreements over a story."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.model import Claim, Cluster, Disagreement, Document, Edge


def find_disagreements(
    documents: Sequence[Document], claims: Sequence[Claim], clusters: Sequence[Cluster], edges: Sequence[Edge]
) -> tuple[Disagreement, ...]:
    """Disagreements, most severe first."""
    return ()
