"""Where does an object lie, in terms that a later engine can find again?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cached_property

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
    return Anchoring(analysis).anchor(thing)


class Anchoring:
    """The anchors of many objects of one analysis, with the look-ups made once."""

    def __init__(self, analysis: Analysis, documents: Collection[str] | None = None) -> None:
        """Makes nothing yet.

        Args:
            documents: ids of those where the objects lie, if that is known: only claims there are looked through.
        """
        self._analysis, self._documents = analysis, documents
        self._texts = {d.id: d.text for d in analysis.documents}
        self._listed: dict[str, dict[str, list[Claim]]] = {}

    def anchor(self, thing: Anchored) -> Anchor:
        """The anchor of one; raises as `anchor_of`."""
        match thing:
            case Document():
                return Anchor(AnchorKind.DOCUMENT, (Place(thing.id),))
            case Claim():
                return Anchor(AnchorKind.CLAIM, (_place(thing.document, thing.span, self._texts),))
            case Tag():
                return Anchor(AnchorKind.TAG, (_place(thing.document, thing.span, self._texts),), thing.label)
            case Flag() | Fact():
                kind = AnchorKind.FLAG if isinstance(thing, Flag) else AnchorKind.FACT
                return Anchor(kind, (self._held_place(thing, thing.span),), thing.kind.value)
            case Attribution():
                return Anchor(AnchorKind.ATTRIBUTION, (self._held_place(thing, thing.content[0]),), source_label(thing))
            case Cluster():
                return Anchor(AnchorKind.CLUSTER, cluster_places(thing, self._claims, self._texts))
            case Disagreement():
                places = side_places(thing, self._claims, self._texts)
                return Anchor(AnchorKind.DISAGREEMENT, places, thing.kind.value)

    @cached_property
    def _claims(self) -> dict[str, Claim]:
        return {c.id: c for c in self._analysis.claims}

    def _holders(self, field: str) -> dict[str, list[Claim]]:
        """The claims that list an attribution, a flag or a fact, by its name."""
        if field not in self._listed:
            found: dict[str, list[Claim]] = defaultdict(list)
            for claim in self._analysis.claims:
                if self._documents is not None and claim.document not in self._documents:
                    continue
                for part in getattr(claim, field):
                    found[_name(part)].append(claim)
            self._listed[field] = found
        return self._listed[field]

    def _held_place(self, thing: Attribution | Flag | Fact, span: Span) -> Place:
        field = {Attribution: "attributions", Flag: "flags", Fact: "facts"}[type(thing)]
        same = [c for c in self._holders(field).get(_name(thing), ()) if thing in getattr(c, field)]
        exact = [c for c in same if any(x is thing for x in getattr(c, field))]
        if not same:
            raise ValueError(f"not in this analysis: {thing!r}")
        return _place((exact or same)[0].document, span, self._texts)


def _name(part: Attribution | Flag | Fact) -> str:
    return part.text if isinstance(part, Fact) else part.id


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
