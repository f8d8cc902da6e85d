"""Gathers claims that state one fact.

A claim that states several facts may stand in several clusters. A cluster is grown from its surest pair by the claim
that fits all its members best, so that unlike claims are not chained together by a claim between them. Claims with the
same terms (copies) go together from the start, so that two hundred prints of one agency report cost what one costs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.align.similarity import Scores, score_pairs
from annotator.align.terms import Terms, is_weak, read_terms, weigh_terms
from annotator.model import Claim, Cluster, Document, make_id

MIN_LINK = 0.5  # certainty from which a pair of claims of two documents starts a cluster
MIN_FIT = 0.65  # mean certainty with a cluster's members from which a claim joins it
MAX_STANDINGS = 6  # clusters that one claim may stand in
MAX_GIST = 120  # characters


@dataclass(frozen=True, slots=True)
class _Node:
    """Claims with the same terms."""

    claims: tuple[int, ...]
    documents: frozenset[str]
    terms: frozenset[str]
    frame: frozenset[str]
    """Those of its terms that tell who says it and that it is said."""


Neighbours = dict[int, dict[int, float]]


def cluster_claims(documents: Sequence[Document], claims: Sequence[Claim]) -> tuple[Cluster, ...]:
    """Clusters over at least two documents, in order of publication and text.

    `independent_sources` is 1 until origins are counted.
    """
    nodes, scores = _score(claims)
    order = {d.id: (d.published or "9999", i) for i, d in enumerate(documents)}
    ranks = [(order[c.document], c.span.start) for c in claims]
    found = []
    for group in _group(nodes, scores):
        ids = sorted((i for n in group for i in nodes[n].claims), key=ranks.__getitem__)
        best = min(nodes[_most_central(group, nodes, scores)].claims, key=lambda i: (len(claims[i].text), ranks[i]))
        found.append((ranks[ids[0]], _make_cluster([claims[i] for i in ids], claims[best], _weakest(group, scores))))
    return tuple(cluster for _, cluster in sorted(found, key=lambda f: (f[0], f[1].id)))


def find_nearest(claims: Sequence[Claim], claim: Claim, *, count: int) -> tuple[tuple[Claim, float], ...]:
    """The claims of other documents that are most surely one fact with this one, with the certainty 0..1.

    Those of `MIN_LINK` and more start clusters.
    """
    nodes, scores = _score(claims)
    home = next((n for n, node in enumerate(nodes) if any(claims[i].id == claim.id for i in node.claims)), None)
    if home is None:
        return ()
    near = {home: 1.0} | {j if i == home else i: score for (i, j), score in scores.items() if home in (i, j)}
    others = [(claims[i], near[n]) for n in near for i in nodes[n].claims if claims[i].document != claim.document]
    return tuple(sorted(others, key=lambda o: (-o[1], o[0].id))[:count])


def _score(claims: Sequence[Claim]) -> tuple[list[_Node], Scores]:
    """Claims with terms, those with the same terms together, and the certainties of their pairs."""
    read = [read_terms(c.text) for c in claims]
    nodes = _make_nodes(claims, read)
    firsts = [n.claims[0] for n in nodes]
    return nodes, score_pairs([claims[i].text for i in firsts], [read[i] for i in firsts], weigh_terms(read))


def _make_nodes(claims: Sequence[Claim], read: Sequence[Terms]) -> list[_Node]:
    alike: dict[frozenset[str], list[int]] = defaultdict(list)
    for i, terms in enumerate(read):
        if terms.unique:
            alike[terms.unique].append(i)
    return [
        _Node(tuple(ids), frozenset(claims[i].document for i in ids), terms, _frame_of([claims[i] for i in ids]))
        for terms, ids in alike.items()
    ]


def _frame_of(claims: Sequence[Claim]) -> frozenset[str]:
    """The terms of the sources and cues of claims."""
    parts = (part for c in claims for a in c.attributions for part in (a.source, a.cue))
    return frozenset(term for part in parts if part and part.text for term in read_terms(part.text).unique)


def _share_content(a: _Node, b: _Node) -> bool:
    """Whether claims share more than who says it ("the ministry expects")."""
    return any(not is_weak(term) for term in (a.terms & b.terms) - a.frame - b.frame)


def _group(nodes: Sequence[_Node], scores: Scores) -> list[frozenset[int]]:
    near: Neighbours = defaultdict(dict)
    scores = {pair: score for pair, score in scores.items() if _share_content(nodes[pair[0]], nodes[pair[1]])}
    for (i, j), score in scores.items():
        near[i][j] = near[j][i] = score
    covered: set[tuple[int, int]] = set()
    standings: Counter[int] = Counter()
    groups: list[frozenset[int]] = []
    for seed in _seeds(nodes, scores):
        if seed in covered or max(standings[n] for n in seed) >= MAX_STANDINGS:
            continue
        members = _grow(seed, near)
        covered.update((a, b) for a in members for b in members if a <= b)
        standings.update(members)
        groups.append(members)
    return [g for g in groups if not any(g < other for other in groups)]


def _seeds(nodes: Sequence[_Node], scores: Scores) -> Iterator[tuple[int, int]]:
    """Pairs that start clusters, surest first: claims alike within a node, then links of nodes."""
    yield from ((n, n) for n, node in enumerate(nodes) if len(node.documents) > 1)
    links = [p for p, s in scores.items() if s >= MIN_LINK and len(nodes[p[0]].documents | nodes[p[1]].documents) > 1]
    yield from sorted(links, key=lambda p: (-scores[p], p))


def _grow(seed: tuple[int, int], near: Neighbours) -> frozenset[int]:
    members = set(seed)
    sums: dict[int, float] = defaultdict(float)
    for member in members:
        for i, score in near[member].items():
            sums[i] += score
    while True:
        best = max((i for i in sums if i not in members), key=lambda i: (sums[i], -i), default=None)
        if best is None or sums[best] / len(members) < MIN_FIT:
            return frozenset(members)
        members.add(best)
        for i, score in near[best].items():
            sums[i] += score


def _weakest(members: frozenset[int], scores: Scores) -> float:
    """The certainty of the member that fits worst, with the member that it fits best."""
    if len(members) == 1:
        return 1.0
    return min(max(scores.get((min(i, j), max(i, j)), 0.0) for j in members if j != i) for i in members)


def _most_central(members: frozenset[int], nodes: Sequence[_Node], scores: Scores) -> int:
    """The member that is surest to state what all the others state."""

    def standing(i: int) -> float:
        return sum(scores.get((min(i, j), max(i, j)), 0.0) * len(nodes[j].claims) for j in members if j != i)

    return max(members, key=lambda i: (standing(i), len(nodes[i].claims), -i))


def _make_cluster(claims: Sequence[Claim], best: Claim, score: float) -> Cluster:
    return Cluster(
        id=make_id("k", *(c.id for c in claims)),
        claims=tuple(c.id for c in claims),
        gist=_gist(best),
        independent_sources=1,
        score=score,
    )


def _gist(claim: Claim) -> str:
    text = " ".join(claim.text.split())
    return text if len(text) <= MAX_GIST else text[: MAX_GIST - 1].rsplit(" ", 1)[0] + "…"
