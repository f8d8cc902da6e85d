"""An analysis without some of its parts, and without whatever made sense only with them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from annotator.model import (
    Analysis,
    Attribution,
    Claim,
    Cluster,
    Disagreement,
    Fact,
    Flag,
    Level,
    Side,
    Status,
)

_Thing = Claim | Attribution | Flag | Fact | Cluster | Disagreement


def without_documents(analysis: Analysis, dropped: Collection[str]) -> Analysis:
    """The story without some documents and everything that only they said."""
    if not any(d.id in dropped for d in analysis.documents):
        return analysis
    return _keep(analysis, lambda document: document not in dropped, lambda _: True)


def without_rejected(analysis: Analysis) -> Analysis:
    """What is printed unless everything is asked for: nothing that a person rejected."""
    rejected = {d.id for d in analysis.documents if d.decision and d.decision.status is Status.REJECTED}
    return _keep(analysis, lambda document: document not in rejected, is_standing)


def is_standing(thing: _Thing) -> bool:
    """Whether no person rejected it."""
    return thing.decision is None or thing.decision.status is not Status.REJECTED


def _keep(analysis: Analysis, keeps_document: Callable[[str], bool], keeps: Callable[[_Thing], bool]) -> Analysis:
    documents = tuple(d for d in analysis.documents if keeps_document(d.id))
    claims = tuple(_keep_parts(c, keeps) for c in analysis.claims if keeps_document(c.document) and keeps(c))
    homes = {c.id: c.document for c in claims}
    kept = (_keep_cluster(k, homes) for k in analysis.clusters if keeps(k))
    clusters = tuple(k for k in kept if k)
    names = {k.id for k in clusters}
    sided = (_keep_disagreement(d, homes, names, keeps_document) for d in analysis.disagreements if keeps(d))
    return replace(
        analysis,
        documents=documents,
        claims=_mend_parents(claims, analysis.claims),
        clusters=clusters,
        disagreements=tuple(d for d in sided if d),
        tags=tuple(t for t in analysis.tags if keeps_document(t.document)),
        provenance=tuple(e for e in analysis.provenance if keeps_document(e.source) and keeps_document(e.target)),
    )


def _keep_parts(claim: Claim, keeps: Callable[[_Thing], bool]) -> Claim:
    parts: tuple[_Thing, ...] = (*claim.attributions, *claim.facts, *claim.flags)
    if all(part.decision is None or keeps(part) for part in parts):
        return claim
    return replace(
        claim,
        attributions=tuple(filter(keeps, claim.attributions)),
        facts=tuple(filter(keeps, claim.facts)),
        flags=tuple(filter(keeps, claim.flags)),
    )


def _keep_cluster(cluster: Cluster, homes: dict[str, str]) -> Cluster | None:
    members = tuple(i for i in cluster.claims if i in homes)
    if len(members) == len(cluster.claims):
        return cluster
    if len({homes[i] for i in members}) < 2:
        return None
    return replace(cluster, claims=members, independent_sources=min(cluster.independent_sources, len(members)))


def _keep_disagreement(
    disagreement: Disagreement,
    homes: dict[str, str],
    clusters: Collection[str],
    keeps_document: Callable[[str], bool],
) -> Disagreement | None:
    sides = tuple(s for s in disagreement.sides if s.claim in homes)
    cluster = disagreement.cluster if disagreement.cluster in clusters else None
    if len(sides) == len(disagreement.sides) and cluster == disagreement.cluster:
        return disagreement
    values = dict.fromkeys(s.value for s in sides)
    outlets = {homes[s.claim] for s in sides}
    if len(values) < 2 or (disagreement.level is Level.OUTLET and len(outlets) < 2):
        return None
    lost = len(values) < len({s.value for s in disagreement.sides})
    return replace(
        disagreement,
        sides=sides,
        cluster=cluster,
        why=name_values(sides) if lost else disagreement.why,
        evidence=tuple(e for e in disagreement.evidence if e.document is None or keeps_document(e.document)),
    )


def name_values(sides: Collection[Side]) -> str:
    """One sentence that names the values of sides, for a disagreement that no detector worded."""
    values = [f"“{value}”" for value in dict.fromkeys(s.value for s in sides)]
    return f"The accounts give {', '.join(values[:-1])} and {values[-1]}."


def _mend_parents(claims: tuple[Claim, ...], before: tuple[Claim, ...]) -> tuple[Claim, ...]:
    kept = {a.id for c in claims for a in c.attributions}
    parents = {a.id: a.parent for c in before for a in c.attributions if a.parent}
    if all(p in kept for a, p in parents.items() if a in kept):
        return claims

    def standing(attribution: Attribution) -> Attribution:
        parent, seen = attribution.parent, {attribution.id}
        while parent is not None and parent not in kept:
            parent = None if parent in seen else parents.get(parent)
            seen.add(parent or "")
        return attribution if parent == attribution.parent else replace(attribution, parent=parent)

    return tuple(replace(c, attributions=tuple(map(standing, c.attributions))) for c in claims)
