"""Which pairs of claims are worth comparing: those that share rare terms, found through an inverted index.

The work for one claim is bounded, so that it grows in step with the number of claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest

MAX_VISITS = 600  # postings looked at for one claim, rarest terms first; a story of five documents has fewer claims
MAX_PARTNERS = 30  # pairs of one claim that are compared in full


def pair_candidates(read: Sequence[frozenset[str]], weights: Mapping[str, float]) -> list[tuple[int, int]]:
    """Pairs of indexes, lower first, in ascending order."""
    postings: dict[str, list[int]] = defaultdict(list)
    for i, terms in enumerate(read):
        for term in terms:
            postings[term].append(i)
    pairs: set[tuple[int, int]] = set()
    for i, terms in enumerate(read):
        shared = _shared_weight(i, terms, postings, weights)
        for j in nlargest(MAX_PARTNERS, shared, key=lambda j: (shared[j], -j)):
            pairs.add((i, j) if i < j else (j, i))
    return sorted(pairs)


def _shared_weight(
    i: int, terms: frozenset[str], postings: Mapping[str, list[int]], weights: Mapping[str, float]
) -> dict[int, float]:
    shared: dict[int, float] = defaultdict(float)
    visits = 0
    for term in sorted(terms, key=lambda t: (len(postings[t]), t)):
        places = postings[term]
        if visits and visits + len(places) > MAX_VISITS:
            break
        visits += len(places)
        weight = weights[term]
        for j in places[:MAX_VISITS]:
            if j != i:
                shared[j] += weight
    return shared
