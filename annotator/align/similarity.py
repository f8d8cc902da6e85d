"""How sure it is that two claims state the same fact.

Among many claims of one story, two that share more that is rare than the rest probably state one fact, however
differently they are worded. Where there is little to choose from, the wording itself has to be alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log, sqrt

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from annotator.align.candidates import pair_candidates
from annotator.align.evidence import Weigher, certainty_of, settle
from annotator.align.readings import Reading
from annotator.align.terms import Terms
from annotator.text import fold

EVEN_EVIDENCE = 0.55  # cosine times root of shared weight at which two claims of a story are as likely one fact as not
EVIDENCE_STEEPNESS = 7.0
EVEN_LIKENESS = 0.65  # mean of cosine and two string ratios at which two claims on their own are as likely one fact
LIKENESS_STEEPNESS = 14.0
EVEN_WORDING = 0.55  # mean of two likenesses of words, the same for `certainty_alone`
WORDING_STEEPNESS = 10.0
FIGURE_LOSS = 0.02  # of likeness, for each number that stands in one claim only
RARE = log(3 / 7)  # log odds of two claims that are as likely one fact as not, as in a story most alike pairs are not
ENOUGH_CLAIMS = 12  # claims of a story from which evidence alone decides

Scores = Mapping[tuple[int, int], float]
"""Certainty 0..1 of pairs of claims, by index, lower index first."""


def score_readings(readings: Sequence[Reading], weights: Mapping[str, float], *, count: int) -> Scores:
    """Certainty for every pair worth comparing, of one document or two; `count` claims are in the story."""
    weigher = Weigher(readings, weights)
    odds = {(i, j): weigher.odds(i, j) for i, j in pair_candidates([r.terms for r in readings], weights)}
    scores = settle(odds, [r.home for r in readings])
    crowd = crowding(count)
    if crowd == 1:
        return scores
    return {
        (i, j): crowd * score + (1 - crowd) * certainty_alone(readings[i], readings[j])
        for (i, j), score in scores.items()
    }


def certainty_alone(a: Reading, b: Reading) -> float:
    """Certainty from the wording of two claims that no others are there to compare with: its order matters little."""
    order_free = fuzz.token_sort_ratio(a.text, b.text) / 100
    in_order = LCSseq.normalized_similarity(a.text.split(), b.text.split())
    figures = sum(term[0].isdigit() for term in a.terms ^ b.terms)
    wording = (order_free + in_order) / 2 - FIGURE_LOSS * figures
    return certainty_of(WORDING_STEEPNESS * (wording - EVEN_WORDING) + RARE)


def score_pairs(texts: Sequence[str], read: Sequence[Terms], weights: Mapping[str, float]) -> Scores:
    """Certainty from words alone, for every pair worth comparing; steeper than `score_readings`."""
    norms = [sqrt(sum(weights[t] ** 2 for t in terms.unique)) for terms in read]
    crowd = crowding(len(read))
    scores = {}
    for i, j in pair_candidates([terms.unique for terms in read], weights):
        shared = read[i].unique & read[j].unique
        cosine = sum(weights[t] ** 2 for t in shared) / (norms[i] * norms[j])
        evidence = cosine * sqrt(sum(weights[t] for t in shared))
        score = crowd * certainty_of(EVIDENCE_STEEPNESS * (evidence - EVEN_EVIDENCE))
        if crowd < 1:
            likeness = _likeness(fold(texts[i]), fold(texts[j]), cosine)
            score += (1 - crowd) * certainty_of(LIKENESS_STEEPNESS * (likeness - EVEN_LIKENESS))
        scores[i, j] = score
    return scores


def crowding(claims: int) -> float:
    """How much standing out among so many claims says, 0 (nothing) to 1 (all)."""
    return min(1.0, max(0, claims - 2) / (ENOUGH_CLAIMS - 2))


def _likeness(left: str, right: str, cosine: float) -> float:
    """Of two folded texts."""
    return (cosine + fuzz.token_set_ratio(left, right) / 100 + fuzz.ratio(left, right) / 100) / 3
