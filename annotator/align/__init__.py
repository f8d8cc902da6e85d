"""Which claims of different documents state the same fact."""

from annotator.align.clusters import cluster_claims
from annotator.align.similarity import Scores, crowding, score_pairs
from annotator.align.terms import Terms, Word, is_weak, read_terms, read_terms_of, read_words, stem, weigh_terms

__all__ = [
    "Scores",
    "Terms",
    "Word",
    "cluster_claims",
    "crowding",
    "is_weak",
    "read_terms",
    "read_terms_of",
    "read_words",
    "score_pairs",
    "stem",
    "weigh_terms",
]
