"""What belongs to what in an analysis? Look-ups that every screen needs, made once for each snapshot."""

from __future__ import annotations

from bisect import bisect_right
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
