"""Gathers claims that state one fact.

A claim that states several facts may stand in several clusters. A cluster is grown from its surest pair, by claims that
are linked with every member, so that unlike claims are not chained together by a claim between them. Claims with the
same terms (copies) go together from the start, so that two hundred prints of one agency report cost what one costs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from annotator.align.gists import Candidate, choose_gists
from annotator.align.readings import Reading, read_claims
from annotator.align.similarity import Scores, score_readings
from annotator.align.terms import read_terms, weigh_terms
from annotator.model import Claim, Cluster, Document, make_id

MIN_LINK = 0.3  # certainty from which two claims are linked; a higher bar misses more than it saves
WEAK_SHARE = 0.6  # what a word that carries little content counts of a full word
FIGURE_SHARE = 1.5  # what a number counts of one
MAX_STANDINGS = 6  # clusters that one claim may stand in

Links = dict[int, dict[int, float]]


def cluster_claims(documents: Sequence[Document], claims: Sequence[Claim]) -> tuple[Cluster, ...]:
    """Clusters over at least two documents, in order of publication and text.

    `independent_sources` is 1 until origins are counted.
    """
    nodes, scores = _score(claims)
    order = {d.id: (d.published or "9999", i) for i, d in enumerate(documents)}
    ranks = [(order[c.document], c.span.start) for c in claims]
    groups = _group(nodes, scores)
    gists = choose_gists([_candidates(group, nodes, scores, claims) for group in groups])
    found = []
    for group, gist in zip(groups, gists, strict=True):
        ids = sorted((i for n in group for i in nodes[n].claims), key=ranks.__getitem__)
        found.append((ranks[ids[0]], _make_cluster([claims[i] for i in ids], gist, _weakest(group, scores))))
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


def _score(claims: Sequence[Claim]) -> tuple[list[Reading], Scores]:
    """Claims with terms, those with the same terms together, and the certainties of their pairs."""
    read = [read_terms(c.text) for c in claims]
    nodes = read_claims(claims, read)
    weights = weigh_terms(read, weak_share=WEAK_SHARE, figure_share=FIGURE_SHARE)
    return nodes, score_readings(nodes, weights, count=len(read))


def _group(nodes: Sequence[Reading], scores: Scores) -> list[frozenset[int]]:
    links: Links = defaultdict(dict)
    for (i, j), score in scores.items():
        if score >= MIN_LINK and nodes[i].shares_content(nodes[j]):
            links[i][j] = links[j][i] = score
    covered: set[tuple[int, int]] = set()
    standings: Counter[int] = Counter()
    groups: list[frozenset[int]] = []
    for seed in _seeds(nodes, links):
        if seed in covered or max(standings[n] for n in seed) >= MAX_STANDINGS:
            continue
        members = _grow(seed, links)
        covered.update((a, b) for a in members for b in members if a <= b)
        standings.update(members)
        groups.append(members)
    return [g for g in groups if not any(g < other for other in groups)]


def _seeds(nodes: Sequence[Reading], links: Links) -> Iterator[tuple[int, int]]:
    """Pairs that start clusters, surest first: claims alike within a node, then links of nodes."""
    yield from ((n, n) for n, node in enumerate(nodes) if len(node.documents) > 1)
    pairs = [(i, j) for i in links for j in links[i] if i < j and len(nodes[i].documents | nodes[j].documents) > 1]
    yield from sorted(pairs, key=lambda p: (-links[p[0]][p[1]], p))


def _grow(seed: tuple[int, int], links: Links) -> frozenset[int]:
    """The seed with every claim that is linked with all members, surest first."""
    members = set(seed)
    fits = {k: min(links[n].get(k, 0.0) for n in seed) for k in links[seed[0]] if k not in members}
    while fits := {k: fit for k, fit in fits.items() if fit >= MIN_LINK}:
        best = max(fits, key=lambda k: (fits[k], -k))
        del fits[best]
        members.add(best)
        fits = {k: min(fit, links[best].get(k, 0.0)) for k, fit in fits.items()}
    return frozenset(members)


def _weakest(members: frozenset[int], scores: Scores) -> float:
    """The certainty of the member that fits worst, with the member that it fits best."""
    if len(members) == 1:
        return 1.0
    return min(max(scores.get((min(i, j), max(i, j)), 0.0) for j in members if j != i) for i in members)


def _candidates(
    members: frozenset[int], nodes: Sequence[Reading], scores: Scores, claims: Sequence[Claim]
) -> list[Candidate]:
    """The claims of a group, with how surely each states what all the others state."""
    made = []
    for i in sorted(members):
        standing = sum(scores.get((min(i, j), max(i, j)), 0.0) * len(nodes[j].claims) for j in members if j != i)
        made += [Candidate(claims[k], standing) for k in nodes[i].claims]
    return sorted(made, key=lambda c: (len(c.claim.text), c.claim.text, c.claim.id))


def _make_cluster(claims: Sequence[Claim], gist: str, score: float) -> Cluster:
    return Cluster(
        id=make_id("k", *(c.id for c in claims)),
        claims=tuple(c.id for c in claims),
        gist=gist,
        independent_sources=1,
        score=score,
    )
