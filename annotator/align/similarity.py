"""How sure it is that two claims state the same fact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp, sqrt

from annotator.align.candidates import pair_candidates
from annotator.align.terms import Terms

EVEN = 0.6  # weight of evidence at which two claims are as likely to state one fact as not
STEEPNESS = 7.0  # of the curve from evidence to certainty

Scores = Mapping[tuple[int, int], float]
"""Certainty 0..1 of pairs of claims, by index, lower index first."""


def score_pairs(read: Sequence[Terms], weights: Mapping[str, float]) -> dict[tuple[int, int], float]:
    """Certainty for every pair worth comparing, of one document or two."""
    norms = [sqrt(sum(weights[t] ** 2 for t in terms.unique)) for terms in read]
    scores = {}
    for i, j in pair_candidates(read, weights):
        shared = read[i].unique & read[j].unique
        cosine = sum(weights[t] ** 2 for t in shared) / (norms[i] * norms[j])
        evidence = cosine * sqrt(sum(weights[t] for t in shared))
        scores[i, j] = 1 / (1 + exp(-STEEPNESS * (evidence - EVEN)))
    return scores
