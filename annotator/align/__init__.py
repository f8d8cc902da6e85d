"""Which claims of different documents state the same fact."""

from annotator.align.clusters import cluster_claims

__all__ = ["cluster_claims"]
