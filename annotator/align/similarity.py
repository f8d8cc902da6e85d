"""How sure it is that two claims state the same fact.

Among many claims of one story, two that share more rare words than the rest probably state one fact, however
differently they are worded. Where there is little to choose from, the wording itself has to be alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp, sqrt

from rapidfuzz import fuzz

from annotator.align.candidates import pair_candidates
from annotator.align.terms import Terms
from annotator.text import fold

EVEN_EVIDENCE = 0.55  # cosine times root of shared weight at which two claims of a story are as likely one fact as not
EVIDENCE_STEEPNESS = 7.0
EVEN_LIKENESS = 0.65  # mean of cosine and two string ratios at which two claims on their own are as likely one fact
LIKENESS_STEEPNESS = 14.0
ENOUGH_CLAIMS = 12  # claims of a story from which evidence alone decides

Scores = Mapping[tuple[int, int], float]
"""Certainty 0..1 of pairs of claims, by index, lower index first."""


def score_pairs(texts: Sequence[str], read: Sequence[Terms], weights: Mapping[str, float]) -> Scores:
    """Certainty for every pair worth comparing, of one document or two."""
    norms = [sqrt(sum(weights[t] ** 2 for t in terms.unique)) for terms in read]
    crowd = crowding(len(read))
    scores = {}
    for i, j in pair_candidates(read, weights):
        shared = read[i].unique & read[j].unique
        cosine = sum(weights[t] ** 2 for t in shared) / (norms[i] * norms[j])
        evidence = cosine * sqrt(sum(weights[t] for t in shared))
        score = crowd * _certainty(evidence - EVEN_EVIDENCE, EVIDENCE_STEEPNESS)
        if crowd < 1:
            likeness = _likeness(texts[i], texts[j], cosine)
            score += (1 - crowd) * _certainty(likeness - EVEN_LIKENESS, LIKENESS_STEEPNESS)
        scores[i, j] = score
    return scores


def crowding(claims: int) -> float:
    """How much standing out among so many claims says, 0 (nothing) to 1 (all)."""
    return min(1.0, max(0, claims - 2) / (ENOUGH_CLAIMS - 2))


def _certainty(surplus: float, steepness: float) -> float:
    return 1 / (1 + exp(-steepness * surplus))


def _likeness(left: str, right: str, cosine: float) -> float:
    a, b = fold(left), fold(right)
    return (cosine + fuzz.token_set_ratio(a, b) / 100 + fuzz.ratio(a, b) / 100) / 3
