"""Gathers claims that state one fact.

A claim that states several facts may stand in several clusters. A cluster is grown from its surest pair by the claim
that fits all its members best, so that unlike claims are not chained together by a claim between them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from annotator.align.similarity import Scores, score_pairs
from annotator.align.terms import read_terms, weigh_terms
from annotator.model import Claim, Cluster, Document, make_id

MIN_LINK = 0.5  # certainty from which a pair of claims of two documents starts a cluster
MIN_FIT = 0.6  # mean certainty with a cluster's members from which a claim joins it
MAX_GIST = 120  # characters

Neighbours = dict[int, dict[int, float]]


def cluster_claims(documents: Sequence[Document], claims: Sequence[Claim]) -> tuple[Cluster, ...]:
    """Clusters over at least two documents, in order of publication and text.

    `independent_sources` is 1 until origins are counted.
    """
    read = [read_terms(c.text) for c in claims]
    scores = score_pairs([c.text for c in claims], read, weigh_terms(read))
    order = {d.id: (d.published or "9999", i) for i, d in enumerate(documents)}
    ranks = [(order[c.document], c.span.start) for c in claims]
    found = []
    for members in _group(claims, scores):
        ids = sorted(members, key=ranks.__getitem__)
        found.append((ranks[ids[0]], _make_cluster([claims[i] for i in ids], _weakest(members, scores))))
    return tuple(cluster for _, cluster in sorted(found, key=lambda f: (f[0], f[1].id)))


def _group(claims: Sequence[Claim], scores: Scores) -> list[frozenset[int]]:
    near: Neighbours = defaultdict(dict)
    for (i, j), score in scores.items():
        near[i][j] = near[j][i] = score
    links = [p for p, s in scores.items() if s >= MIN_LINK and claims[p[0]].document != claims[p[1]].document]
    covered: set[tuple[int, int]] = set()
    groups: list[frozenset[int]] = []
    for pair in sorted(links, key=lambda p: (-scores[p], p)):
        if pair in covered:
            continue
        members = _grow(pair, near)
        covered.update((a, b) for a in members for b in members if a < b)
        groups.append(members)
    return [g for g in groups if not any(g < other for other in groups)]


def _grow(pair: tuple[int, int], near: Neighbours) -> frozenset[int]:
    members = set(pair)
    sums: dict[int, float] = defaultdict(float)
    for member in pair:
        for i, score in near[member].items():
            sums[i] += score
    while True:
        fits = [(sums[i] / len(members), -i) for i in sums if i not in members]
        fit, best = max(fits, default=(0.0, 0))
        if fit < MIN_FIT:
            return frozenset(members)
        members.add(-best)
        for i, score in near[-best].items():
            sums[i] += score


def _weakest(members: frozenset[int], scores: Scores) -> float:
    best = [max(scores.get((min(i, j), max(i, j)), 0.0) for j in members if j != i) for i in members]
    return min(best)


def _make_cluster(claims: Sequence[Claim], score: float) -> Cluster:
    return Cluster(
        id=make_id("k", *(c.id for c in claims)),
        claims=tuple(c.id for c in claims),
        gist=_gist(claims),
        independent_sources=1,
        score=score,
    )


def _gist(claims: Sequence[Claim]) -> str:
    text = " ".join(min(claims, key=lambda c: len(c.text)).text.split())
    return text if len(text) <= MAX_GIST else text[: MAX_GIST - 1].rsplit(" ", 1)[0] + "…"
