"""Counts independent origins: copies of one text, and repeats of one speaker, are one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from annotator.model import Claim, Cluster, Edge


def count_origins(cluster: Cluster, claims: Mapping[str, Claim], edges: Sequence[Edge]) -> int:
    """At least 1, at most the number of the cluster's claims."""
    return len({claims[c].document for c in cluster.claims})
