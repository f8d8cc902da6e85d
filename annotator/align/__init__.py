"""Which claims of different documents state the same fact."""

from annotator.align.clusters import MIN_LINK, cluster_claims, find_nearest
from annotator.align.similarity import Scores, crowding, score_pairs
from annotator.align.terms import Terms, Word, is_weak, read_terms, read_terms_of, read_words, stem, weigh_terms

__all__ = [
    "MIN_LINK",
    "Scores",
    "Terms",
    "Word",
    "cluster_claims",
    "crowding",
    "find_nearest",
    "is_weak",
    "read_terms",
    "read_terms_of",
    "read_words",
    "score_pairs",
    "stem",
    "weigh_terms",
]
