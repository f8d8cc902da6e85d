"""What belongs to what in an analysis? Look-ups that every screen needs, made once for each snapshot."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from annotator.model import (
    Analysis,
    AnchorKind,
    Attribution,
    Claim,
    Cluster,
    Disagreement,
    Document,
    Edge,
    Flag,
    Label,
    Tag,
)
from annotator.view.labels import label_letters
from annotator.view.words import is_decided, is_rejected

T = TypeVar("T")
Thing = Document | Claim | Attribution | Flag | Disagreement | Cluster | Tag
"""What a person can decide on."""


@dataclass(frozen=True, slots=True)
class Target:
    """Names one object of the story."""

    kind: AnchorKind
    id: str


@dataclass(frozen=True, slots=True)
class Story:
    """An analysis with its look-ups; compared by identity of the analysis only."""

    analysis: Analysis
    documents: tuple[Document, ...]
    """In order of publication; undated ones last."""
    document: dict[str, Document]
    claim: dict[str, Claim]
    claims_of: dict[str, tuple[Claim, ...]]
    clusters_of: dict[str, tuple[Cluster, ...]]
    disagreements_of: dict[str, tuple[Disagreement, ...]]
    disagreements_in: dict[str, tuple[Disagreement, ...]]
    """By the cluster that they lie in."""
    things: dict[Target, Thing]
    claim_of: dict[Target, str]
    """The first claim under which an attribution, flag or disagreement is found."""
    edges_to: dict[str, tuple[Edge, ...]]
    tags_of: dict[str, tuple[Tag, ...]]
    """By claim: those that lie over it; a tag outside all claims is the nearest claim's."""
    tags_in: dict[str, tuple[Tag, ...]]
    """By document."""
    label: dict[str, Label]
    letters: dict[str, str]
    """The letter of each label in the gutter."""
    order: dict[str, int]
    """The number of each document among `documents`."""

    def claim_at(self, document: str, offset: int) -> Claim | None:
        """The claim that holds this code point of the document, or the next one before it."""
        claims = self.claims_of.get(document, ())
        at = bisect_right(claims, offset, key=lambda c: c.span.start) - 1
        return claims[at] if at >= 0 else None

    def targets(self, claim: Claim) -> tuple[Target, ...]:
        """What can be decided about a claim, in the order of the inspector; the claim itself comes last."""
        return (
            *(Target(AnchorKind.ATTRIBUTION, a.id) for a in claim.attributions),
            *(Target(AnchorKind.DISAGREEMENT, d.id) for d in self.disagreements_of.get(claim.id, ())),
            *(Target(AnchorKind.FLAG, f.id) for f in shown_flags(claim)),
            *(Target(AnchorKind.TAG, t.id) for t in self.tags_of.get(claim.id, ())),
            Target(AnchorKind.CLAIM, claim.id),
        )


MIN_SHOWN_STRENGTH = 0.5  # docs/analysis.md: from 0.5 a flag is shown by default


def shown_flags(claim: Claim) -> tuple[Flag, ...]:
    """The flags a reader sees: strong enough, or decided on by a person."""
    return tuple(f for f in claim.flags if f.strength >= MIN_SHOWN_STRENGTH or is_decided(f.decision))


def live_flags(claim: Claim) -> tuple[Flag, ...]:
    """The shown flags that nobody rejected."""
    return tuple(f for f in shown_flags(claim) if not is_rejected(f.decision))


def index_story(analysis: Analysis) -> Story:
    """The look-ups of an analysis."""
    claims_of: dict[str, list[Claim]] = defaultdict(list)
    for claim in analysis.claims:
        claims_of[claim.document].append(claim)
    by_claim: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in analysis.clusters:
        for name in cluster.claims:
            by_claim[name].append(cluster)
    differing: dict[str, list[Disagreement]] = defaultdict(list)
    for disagreement in analysis.disagreements:
        for name in dict.fromkeys(side.claim for side in disagreement.sides):
            differing[name].append(disagreement)
    inside: dict[str, list[Disagreement]] = defaultdict(list)
    for disagreement in analysis.disagreements:
        if disagreement.cluster is not None:
            inside[disagreement.cluster].append(disagreement)
    edges: dict[str, list[Edge]] = defaultdict(list)
    for edge in analysis.provenance:
        edges[edge.target].append(edge)
    things, homes = _gather_things(analysis)
    in_order = {k: tuple(sorted(v, key=lambda c: (c.span.start, c.span.end))) for k, v in claims_of.items()}
    tags_in: dict[str, list[Tag]] = defaultdict(list)
    for tag in analysis.tags:
        tags_in[tag.document].append(tag)
    tagged = _tags_by_claim(analysis.tags, in_order)
    for name, tags in tagged.items():
        for tag in tags:
            things[Target(AnchorKind.TAG, tag.id)] = tag
            homes.setdefault(Target(AnchorKind.TAG, tag.id), name)
    documents = sorted(analysis.documents, key=lambda d: (d.published is None, d.published or "", d.path))
    return Story(
        analysis=analysis,
        documents=tuple(documents),
        document={d.id: d for d in analysis.documents},
        claim={c.id: c for c in analysis.claims},
        claims_of=in_order,
        clusters_of=_frozen(by_claim),
        disagreements_of=_frozen(differing),
        disagreements_in=_frozen(inside),
        things=things,
        claim_of=homes,
        edges_to=_frozen(edges),
        tags_of=_frozen(tagged),
        tags_in=_frozen(tags_in),
        label={x.name: x for x in analysis.codebook},
        letters=label_letters(analysis.codebook),
        order={d.id: number for number, d in enumerate(documents)},
    )


def _tags_by_claim(tags: Iterable[Tag], claims_of: dict[str, tuple[Claim, ...]]) -> dict[str, list[Tag]]:
    found: dict[str, list[Tag]] = defaultdict(list)
    for tag in tags:
        claims = claims_of.get(tag.document, ())
        first = max(0, bisect_right(claims, tag.span.start, key=lambda c: c.span.start) - 1)
        over = claims[first : bisect_right(claims, tag.span.end, key=lambda c: c.span.start)]
        for claim in [c for c in over if c.span.overlap(tag.span)] or claims[first : first + 1]:
            found[claim.id].append(tag)
    return found


def _gather_things(analysis: Analysis) -> tuple[dict[Target, Thing], dict[Target, str]]:
    things: dict[Target, Thing] = {Target(AnchorKind.DOCUMENT, d.id): d for d in analysis.documents}
    homes: dict[Target, str] = {}
    for claim in analysis.claims:
        found: Iterable[tuple[AnchorKind, Claim | Attribution | Flag]] = (
            (AnchorKind.CLAIM, claim),
            *((AnchorKind.ATTRIBUTION, a) for a in claim.attributions),
            *((AnchorKind.FLAG, f) for f in claim.flags),
        )
        for kind, thing in found:
            things.setdefault(Target(kind, thing.id), thing)
            homes.setdefault(Target(kind, thing.id), claim.id)
    for cluster in analysis.clusters:
        things[Target(AnchorKind.CLUSTER, cluster.id)] = cluster
    for disagreement in analysis.disagreements:
        target = Target(AnchorKind.DISAGREEMENT, disagreement.id)
        things[target] = disagreement
        homes[target] = disagreement.sides[0].claim
    return things, homes


def _frozen(found: dict[str, list[T]]) -> dict[str, tuple[T, ...]]:
    return {key: tuple(values) for key, values in found.items()}
