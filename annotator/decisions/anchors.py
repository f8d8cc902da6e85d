"""Where does an object lie, in terms that a later engine can find again?"""

from __future__ import annotations

from collections.abc import Mapping

from annotator.model import (
    Analysis,
    Anchor,
    AnchorKind,
    Attribution,
    Claim,
    Cluster,
    Disagreement,
    Document,
    Fact,
    Flag,
    Place,
    Span,
    Tag,
)

Claims = Mapping[str, Claim]
Texts = Mapping[str, str]
"""Of documents, by id."""

Anchored = Document | Claim | Attribution | Flag | Fact | Cluster | Disagreement | Tag


def anchor_of(thing: Anchored, analysis: Analysis) -> Anchor:
    """The anchor of an object of an analysis.

    Raises:
        ValueError: if the analysis does not hold the object.
    """
    texts = {d.id: d.text for d in analysis.documents}
    match thing:
        case Document():
            return Anchor(AnchorKind.DOCUMENT, (Place(thing.id),))
        case Claim():
            return Anchor(AnchorKind.CLAIM, (_place(thing.document, thing.span, texts),))
        case Tag():
            return Anchor(AnchorKind.TAG, (_place(thing.document, thing.span, texts),), thing.label)
        case Flag() | Fact():
            kind = AnchorKind.FLAG if isinstance(thing, Flag) else AnchorKind.FACT
            return Anchor(kind, (_place(_holder(thing, analysis).document, thing.span, texts),), thing.kind.value)
        case Attribution():
            place = _place(_holder(thing, analysis).document, thing.content[0], texts)
            return Anchor(AnchorKind.ATTRIBUTION, (place,), source_label(thing))
        case Cluster():
            claims = {c.id: c for c in analysis.claims}
            return Anchor(AnchorKind.CLUSTER, cluster_places(thing, claims, texts))
        case Disagreement():
            claims = {c.id: c for c in analysis.claims}
            return Anchor(AnchorKind.DISAGREEMENT, side_places(thing, claims, texts), thing.kind.value)


def source_label(attribution: Attribution) -> str | None:
    """What tells an attribution from another with the same content: who it says that the source is."""
    source = attribution.source
    return (source.name or source.text) if source else None


def cluster_places(cluster: Cluster, claims: Claims, texts: Texts) -> tuple[Place, ...]:
    """The places of a cluster's claims, in its order."""
    return tuple(_place(claims[i].document, claims[i].span, texts) for i in cluster.claims if i in claims)


def side_places(disagreement: Disagreement, claims: Claims, texts: Texts) -> tuple[Place, ...]:
    """The places of a disagreement's sides, in its order."""
    return tuple(_place(claims[s.claim].document, s.span, texts) for s in disagreement.sides if s.claim in claims)


def place_of(document: Document, span: Span) -> Place:
    """A span of a document with the words that stand there."""
    return Place(document.id, span, span.text(document.text))


def _place(document: str, span: Span, texts: Texts) -> Place:
    return Place(document, span, span.text(texts[document]))


def _holder(thing: Attribution | Flag | Fact, analysis: Analysis) -> Claim:
    field = {Attribution: "attributions", Flag: "flags", Fact: "facts"}[type(thing)]
    same = [c for c in analysis.claims if thing in getattr(c, field)]
    exact = [c for c in same if any(x is thing for x in getattr(c, field))]
    if not same:
        raise ValueError(f"not in this analysis: {thing!r}")
    return (exact or same)[0]
