"""Gathers claims that state one fact."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.model import Claim, Cluster, Document


def cluster_claims(documents: Sequence[Document], claims: Sequence[Claim]) -> tuple[Cluster, ...]:
    """Clusters over at least two documents; `independent_sources` is 1 until origins are counted."""
    return ()
