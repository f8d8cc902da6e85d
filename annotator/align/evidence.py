"""What speaks for two claims of a story stating one fact, weighed together as log odds.

Each kind of evidence is read off the pair alone (`Weigher.odds`); then the pairs of a story are weighed against each
other (`settle`): a third document that says it too supports a pair; claims that fit many others (a summary, a word on
the topic) fit none in particular. The few weights are round figures near a logistic fit, which hardly moves when a
story is left out of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest
from math import exp, log, sqrt

from annotator.align.readings import Reading
from annotator.align.terms import PRIOR_CLAIMS

BASE = -5.5  # log odds of a pair of which nothing is known
TERMS, RUNS = 2.0, 2.0  # by root of cosine times shared weight, of terms and of runs of letters
MEASURE = 2.25  # for an amount in common; half of it where what is counted is not seen to be the same
LEAD = 6.0  # by the inverse of the later place, as the first claims of documents state the same news
SUPPORT = 3.0  # by certainty of the two pairs with a claim of a third document
FIT = -0.5  # by how well its two claims fit other claims, as those that fit many say nothing in particular
USUAL_FIT = 2.75  # of a claim: mean of its best pairs' odds above the base
BEST = 5  # pairs of a claim
FRAME_SHARE = 0.5  # what a term of who says it counts of a full one
MIN_TERMS = 0.5  # evidence from terms below which letters are not looked at, as they alone make no pair likely
MIN_ODDS = -3.0  # of a pair by itself, below which no support makes it likely
MIN_TOLD = 0.2  # certainty below which a pair speaks neither for nor against another

Pair = tuple[int, int]
Near = dict[int, dict[int, float]]


class Weigher:
    """Weighs the evidence of pairs of readings of one story."""

    def __init__(self, readings: Sequence[Reading], weights: Mapping[str, float]) -> None:
        self._readings = readings
        self._weights = weights
        self._norms = [self._norm(r) for r in readings]
        counts = Counter(run for r in readings for run in r.runs)
        total = len(readings) + PRIOR_CLAIMS
        self._run_weights = {run: log(1 + total / (1 + n)) for run, n in counts.items()}
        self._run_squares = {run: weight**2 for run, weight in self._run_weights.items()}
        self._run_norms = [sqrt(sum(map(self._run_squares.__getitem__, r.runs))) for r in readings]

    def odds(self, i: int, j: int) -> float:
        """Log odds that two claims state one fact, by themselves."""
        a, b = self._readings[i], self._readings[j]
        terms = self.terms(i, j)
        score = BASE + TERMS * sqrt(terms) + LEAD / (2 + max(a.place, b.place))
        if terms >= MIN_TERMS:
            score += RUNS * sqrt(self._runs(i, j))
        shared = a.measures.keys() & b.measures.keys()
        if shared:
            score += MEASURE * max(1.0 if a.measures[m] & b.measures[m] else 0.5 for m in shared)
        return score

    def terms(self, i: int, j: int) -> float:
        """Cosine times shared weight of terms; terms of who says it count less."""
        a, b = self._readings[i], self._readings[j]
        shared = a.terms & b.terms
        weights = [self._weights[t] for t in shared]
        product, common = sum(w * w for w in weights), sum(weights)
        for term in shared & (a.frame | b.frame):
            weight = self._weights[term]
            share = FRAME_SHARE if (term in a.frame) != (term in b.frame) else FRAME_SHARE**2
            product -= (1 - share) * weight**2
            common -= (1 - sqrt(share)) * weight
        return product / (self._norms[i] * self._norms[j]) * common

    def _norm(self, reading: Reading) -> float:
        parts = ((self._weights[t], FRAME_SHARE if t in reading.frame else 1.0) for t in reading.terms)
        return sqrt(sum((weight * share) ** 2 for weight, share in parts))

    def _runs(self, i: int, j: int) -> float:
        """Cosine times root of shared weight of runs."""
        shared = self._readings[i].runs & self._readings[j].runs
        product, common = (
            sum(map(self._run_squares.__getitem__, shared)),
            sum(map(self._run_weights.__getitem__, shared)),
        )
        return product / (self._run_norms[i] * self._run_norms[j]) * sqrt(common)


def settle(odds: Mapping[Pair, float], homes: Sequence[str]) -> dict[Pair, float]:
    """Certainty 0..1 of each pair, as other pairs of the story speak for or against it."""
    near: Near = defaultdict(dict)
    all_of: dict[int, list[float]] = defaultdict(list)
    for (i, j), score in odds.items():
        if homes[i] != homes[j]:
            all_of[i].append(score - BASE)
            all_of[j].append(score - BASE)
            if (certainty := certainty_of(score)) >= MIN_TOLD:
                near[i][j] = near[j][i] = certainty
    fits = {i: sum(nlargest(BEST, scores)) / BEST for i, scores in all_of.items()}
    settled = {}
    for (i, j), score in odds.items():
        if score >= MIN_ODDS:
            score += SUPPORT * _support(i, j, near, homes) + FIT * (
                (fits.get(i, 0.0) + fits.get(j, 0.0)) / 2 - USUAL_FIT
            )
        settled[i, j] = certainty_of(score)
    return settled


def certainty_of(odds: float) -> float:
    """0..1 of log odds."""
    return 1 / (1 + exp(-odds))


def _support(i: int, j: int, near: Near, homes: Sequence[str]) -> float:
    """How sure it is that a claim of a third document states what both do."""
    x, y = near.get(i), near.get(j)
    if not x or not y:
        return 0.0
    return max([min(x[k], y[k]) for k in x.keys() & y.keys() if homes[k] not in (homes[i], homes[j])], default=0.0)
