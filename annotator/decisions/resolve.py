"""Which objects of an analysis does an anchor mean?

The same place first, then what now covers the place or lies in it (a claim that was widened or split); anything
less is no match, since a decision that lands on a look-alike is worse than one that waits for a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy

from annotator.decisions.anchors import Claims, Texts, cluster_places, side_places, source_label
from annotator.model import Analysis, Anchor, AnchorKind, Claim, Cluster, Disagreement, Fact, Place, Span

MIN_SPLIT_COVER = 0.5  # share of an anchor's characters that the parts of a split object must cover together

Key = str
"""Names one object of its kind: its id, or for a fact its claim, kind and place."""

_Exact = tuple[AnchorKind, str, Span, str | None]
_Spot = tuple[AnchorKind, str]
_Lying = tuple[Span, str | None, Key]
_Group = tuple[Key, str | None, dict[Place, str]]


class Index:
    """The objects of one analysis by place; objects that a person adds are entered later."""

    def __init__(self, analysis: Analysis) -> None:
        claims = {c.id: c for c in analysis.claims}
        self._documents = {d.id: d.text for d in analysis.documents}
        exact: dict[_Exact, dict[Key, None]] = {}
        spots: dict[_Spot, list[_Lying]] = {}
        for claim in analysis.claims:
            for kind, span, label, key in _objects(claim):
                keys = exact.setdefault((kind, claim.document, span, label), {})
                if key not in keys:
                    keys[key] = None
                    spots.setdefault((kind, claim.document), []).append((span, label, key))
        self._exact = {at: tuple(keys) for at, keys in exact.items()}
        self._spots = {at: tuple(lying) for at, lying in spots.items()}
        self._groups: dict[AnchorKind, tuple[_Group, ...]] = {
            AnchorKind.CLUSTER: tuple(_cluster_group(k, claims, self._documents) for k in analysis.clusters),
            AnchorKind.DISAGREEMENT: tuple(_group(d, claims, self._documents) for d in analysis.disagreements),
        }

    def fork(self) -> Index:
        """An index that can be added to without touching this one."""
        made = copy(self)
        made._exact, made._spots, made._groups = dict(self._exact), dict(self._spots), dict(self._groups)
        return made

    def enter(self, kind: AnchorKind, document: str, span: Span, label: str | None, *, key: Key) -> None:
        """Makes an added object findable; entering one twice changes nothing."""
        keys = self._exact.get((kind, document, span, label), ())
        if key not in keys:
            self._exact[kind, document, span, label] = (*keys, key)
            self._spots[kind, document] = (*self._spots.get((kind, document), ()), (span, label, key))

    def leave(self, kind: AnchorKind, document: str, span: Span, label: str | None, *, key: Key) -> None:
        """Makes an object that is gone not findable any more."""
        keys = tuple(k for k in self._exact.get((kind, document, span, label), ()) if k != key)
        if keys:
            self._exact[kind, document, span, label] = keys
        else:
            self._exact.pop((kind, document, span, label), None)
        lying = self._spots.get((kind, document), ())
        self._spots[kind, document] = tuple(at for at in lying if at != (span, label, key))

    def regroup(self, clusters: Iterable[Cluster], disagreements: Iterable[Disagreement], claims: Claims) -> None:
        """Lets groups whose claims or members changed be found where they lie now."""
        for kind, groups in (
            (AnchorKind.CLUSTER, [_cluster_group(k, claims, self._documents) for k in clusters]),
            (AnchorKind.DISAGREEMENT, [_group(d, claims, self._documents) for d in disagreements]),
        ):
            made = {group[0]: group for group in groups}
            kept = tuple(made.pop(group[0], group) for group in self._groups[kind])
            self._groups[kind] = (*kept, *made.values())

    def enter_disagreement(self, disagreement: Disagreement, claims: Claims) -> None:
        """Makes an added disagreement findable by its sides."""
        known = self._groups[AnchorKind.DISAGREEMENT]
        self._groups[AnchorKind.DISAGREEMENT] = (*known, _group(disagreement, claims, self._documents))

    def text(self, document: str) -> str | None:
        """The text of a document; None if it is not in this analysis."""
        return self._documents.get(document)

    def resolve(self, anchor: Anchor, *, any_label: bool = False) -> tuple[Key, ...]:
        """The objects that are meant; several where one was split, none for an orphan.

        Args:
            any_label: takes the one object at the place whatever its label, where none has the anchor's.
        """
        if not anchor.places:
            return ()
        if anchor.kind is AnchorKind.DOCUMENT:
            return tuple(p.document for p in anchor.places if p.document in self._documents)
        if anchor.kind in (AnchorKind.CLUSTER, AnchorKind.DISAGREEMENT):
            return self._find_group(anchor)
        found = self._at(anchor.kind, anchor.places[0], anchor.label)
        if found or not any_label:
            return found
        place = anchor.places[0]
        labels = {label for _, label, _ in self._spots.get((anchor.kind, place.document), ())}
        near = [keys for label in labels if (keys := self._at(anchor.kind, place, label))]
        return near[0] if len(near) == 1 else ()

    def claims_at(self, document: str, span: Span) -> tuple[Key, ...]:
        """The claims that share characters with a span, the one that shares most first."""
        spots = self._spots.get((AnchorKind.CLAIM, document), ())
        shared = sorted(((-s.overlap(span), s.start, key) for s, _, key in spots if s.overlap(span)))
        return tuple(key for _, _, key in shared)

    def quotes_match(self, places: Iterable[Place]) -> bool:
        """Whether each place lies in a document of this analysis and reads as it is quoted."""
        return all(
            (text := self._documents.get(p.document)) is not None
            and (p.span is None or (p.span.end <= len(text) and p.span.text(text) == p.quote))
            for p in places
        )

    def _at(self, kind: AnchorKind, place: Place, label: str | None) -> tuple[Key, ...]:
        span = place.span
        if span is None or not self.quotes_match((place,)):
            return ()
        if exact := self._exact.get((kind, place.document, span, label)):
            return tuple(exact)
        near = [(s, k) for s, of, k in self._spots.get((kind, place.document), ()) if of == label and s.overlap(span)]
        parts = [(s, k) for s, k in near if span.contains(s)]
        if parts and sum(len(s) for s, _ in parts) >= MIN_SPLIT_COVER * len(span):
            return tuple(k for _, k in sorted(parts, key=lambda part: part[0].start))
        wider = [(len(s), k) for s, k in near if s.contains(span)]
        return (min(wider)[1],) if wider else ()

    def _find_group(self, anchor: Anchor) -> tuple[Key, ...]:
        here = tuple(p for p in anchor.places if p.document in self._documents)  # others were taken out of the story
        if len(here) < 2 or not self.quotes_match(here):
            return ()
        meant = set(here)
        candidates = [g for g in self._groups.get(anchor.kind, ()) if g[1] == anchor.label]
        if exact := [key for key, _, places in candidates if set(places) == meant]:
            return (exact[0],)
        alike = [key for key, _, places in candidates if _continues(here, places)]
        return (alike[0],) if len(alike) == 1 else ()


def fact_key(claim: str, fact: Fact) -> Key:
    """A name for a fact, which has no id of its own."""
    return f"{claim}:{fact.span.start}:{fact.span.end}:{fact.kind.value}"


def _continues(before: tuple[Place, ...], now: dict[Place, str]) -> bool:
    """Whether a group is the one that lay at `before`: all its places are there still, and no new value came in."""
    kept = {p for p in now if any(_same_spot(p, b) for b in before)}
    if len(kept) < 2 or not all(any(_same_spot(p, b) for p in kept) for b in before):
        return False
    return {now[p] for p in now} <= {now[p] for p in kept}


def _same_spot(a: Place, b: Place) -> bool:
    if a.document != b.document or a.span is None or b.span is None:
        return False
    return a.span.contains(b.span) or b.span.contains(a.span)


def _objects(claim: Claim) -> Iterator[tuple[AnchorKind, Span, str | None, Key]]:
    yield AnchorKind.CLAIM, claim.span, None, claim.id
    for a in claim.attributions:
        yield AnchorKind.ATTRIBUTION, a.content[0], source_label(a), a.id
    for flag in claim.flags:
        yield AnchorKind.FLAG, flag.span, flag.kind.value, flag.id
    for fact in claim.facts:
        yield AnchorKind.FACT, fact.span, fact.kind.value, fact_key(claim.id, fact)


def _cluster_group(cluster: Cluster, claims: Claims, texts: Texts) -> _Group:
    return cluster.id, None, dict.fromkeys(cluster_places(cluster, claims, texts), "")


def _group(disagreement: Disagreement, claims: Claims, texts: Texts) -> _Group:
    places = side_places(disagreement, claims, texts)
    values = (s.value for s in disagreement.sides if s.claim in claims)
    return disagreement.id, disagreement.kind.value, dict(zip(places, values, strict=True))
