"""Which objects of an analysis does an anchor mean?

The same place first, then what now covers the place or lies in it (a claim that was widened or split); anything
less is no match, since a decision that lands on a look-alike is worse than one that waits for a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from functools import cached_property

from annotator.decisions.anchors import Claims, Texts, cluster_places, side_places, source_label
from annotator.model import Analysis, Anchor, AnchorKind, Claim, Cluster, Disagreement, Fact, Place, Span

MIN_SPLIT_COVER = 0.5  # share of an anchor's characters that the parts of a split object must cover together

Key = str
"""Names one object of its kind: its id, or for a fact its claim, kind and place."""

_Exact = tuple[AnchorKind, Span, str | None]
_Lying = tuple[Span, str | None, Key]
_Group = tuple[Key, str | None, dict[Place, str]]


class _Ground:
    """What an analysis holds, by place; of each document only once something in it is asked for."""

    def __init__(self, analysis: Analysis) -> None:
        self.texts = {d.id: d.text for d in analysis.documents}
        self._analysis = analysis
        self._spots: dict[str, _Spots] = {}

    @cached_property
    def _claims_in(self) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self._analysis.claims:
            found[claim.document].append(claim)
        return found

    def spots(self, document: str) -> _Spots:
        """The objects of a document."""
        if document not in self._spots:
            exact: dict[_Exact, dict[Key, None]] = {}
            lying: dict[AnchorKind, list[_Lying]] = defaultdict(list)
            for claim in self._claims_in.get(document, ()):
                for kind, span, label, key in _objects(claim):
                    keys = exact.setdefault((kind, span, label), {})
                    if key not in keys:
                        keys[key] = None
                        lying[kind].append((span, label, key))
            made = {at: tuple(keys) for at, keys in exact.items()}
            self._spots[document] = _Spots(made, {kind: tuple(found) for kind, found in lying.items()})
        return self._spots[document]

    @cached_property
    def groups(self) -> dict[AnchorKind, tuple[_Group, ...]]:
        """Clusters and disagreements."""
        claims = {c.id: c for c in self._analysis.claims}
        clusters = (_cluster_group(k, claims, self.texts) for k in self._analysis.clusters)
        disagreements = (_group(d, claims, self.texts) for d in self._analysis.disagreements)
        return {AnchorKind.CLUSTER: tuple(clusters), AnchorKind.DISAGREEMENT: tuple(disagreements)}


@dataclass(frozen=True, slots=True)
class _Spots:
    """The objects of one document by place."""

    exact: dict[_Exact, tuple[Key, ...]]
    lying: dict[AnchorKind, tuple[_Lying, ...]]

    def enter(self, kind: AnchorKind, span: Span, label: str | None, key: Key) -> _Spots:
        """With one object more."""
        at = (kind, span, label)
        exact = {**self.exact, at: (*self.exact.get(at, ()), key)}
        return _Spots(exact, {**self.lying, kind: (*self.lying.get(kind, ()), (span, label, key))})

    def leave(self, kind: AnchorKind, span: Span, label: str | None, key: Key) -> _Spots:
        """Without an object."""
        at = (kind, span, label)
        exact = {**self.exact, at: tuple(k for k in self.exact.get(at, ()) if k != key)}
        lying = tuple(found for found in self.lying.get(kind, ()) if found != (span, label, key))
        return _Spots(exact, {**self.lying, kind: lying})


class Index:
    """The objects of one analysis by place; objects that a person adds are entered later."""

    def __init__(self, analysis: Analysis) -> None:
        self._ground = _Ground(analysis)
        self._entered: dict[str, _Spots] = {}
        """Documents to which a person added something."""
        self._regrouped: dict[AnchorKind, tuple[_Group, ...]] = {}
        """Clusters and disagreements, where a person changed some."""

    def fork(self) -> Index:
        """An index that can be added to without touching this one."""
        made = copy(self)
        made._entered, made._regrouped = dict(self._entered), dict(self._regrouped)
        return made

    def enter(self, kind: AnchorKind, document: str, span: Span, label: str | None, *, key: Key) -> None:
        """Makes an added object findable; entering one twice changes nothing."""
        spots = self._spots(document)
        if key not in spots.exact.get((kind, span, label), ()):
            self._entered[document] = spots.enter(kind, span, label, key)

    def leave(self, kind: AnchorKind, document: str, span: Span, label: str | None, *, key: Key) -> None:
        """Makes an object that is gone not findable any more."""
        self._entered[document] = self._spots(document).leave(kind, span, label, key)

    def regroup(self, clusters: Iterable[Cluster], disagreements: Iterable[Disagreement], claims: Claims) -> None:
        """Lets groups whose claims or members changed be found where they lie now."""
        for kind, groups in (
            (AnchorKind.CLUSTER, [_cluster_group(k, claims, self._ground.texts) for k in clusters]),
            (AnchorKind.DISAGREEMENT, [_group(d, claims, self._ground.texts) for d in disagreements]),
        ):
            made = {group[0]: group for group in groups}
            kept = tuple(made.pop(group[0], group) for group in self._groups(kind))
            self._regrouped[kind] = (*kept, *made.values())

    def enter_disagreement(self, disagreement: Disagreement, claims: Claims) -> None:
        """Makes an added disagreement findable by its sides."""
        kind = AnchorKind.DISAGREEMENT
        self._regrouped[kind] = (*self._groups(kind), _group(disagreement, claims, self._ground.texts))

    def text(self, document: str) -> str | None:
        """The text of a document; None if it is not in this analysis."""
        return self._ground.texts.get(document)

    def resolve(self, anchor: Anchor, *, any_label: bool = False) -> tuple[Key, ...]:
        """The objects that are meant; several where one was split, none for an orphan.

        Args:
            any_label: takes the one object at the place whatever its label, where none has the anchor's.
        """
        if not anchor.places:
            return ()
        if anchor.kind is AnchorKind.DOCUMENT:
            return tuple(p.document for p in anchor.places if p.document in self._ground.texts)
        if anchor.kind in (AnchorKind.CLUSTER, AnchorKind.DISAGREEMENT):
            return self._find_group(anchor)
        found = self._at(anchor.kind, anchor.places[0], anchor.label)
        if found or not any_label:
            return found
        place = anchor.places[0]
        labels = {label for _, label, _ in self._spots(place.document).lying.get(anchor.kind, ())}
        near = [keys for label in labels if (keys := self._at(anchor.kind, place, label))]
        return near[0] if len(near) == 1 else ()

    def claims_at(self, document: str, span: Span) -> tuple[Key, ...]:
        """The claims that share characters with a span, the one that shares most first."""
        spots = self._spots(document).lying.get(AnchorKind.CLAIM, ())
        shared = sorted(((-s.overlap(span), s.start, key) for s, _, key in spots if s.overlap(span)))
        return tuple(key for _, _, key in shared)

    def quotes_match(self, places: Iterable[Place]) -> bool:
        """Whether each place lies in a document of this analysis and reads as it is quoted."""
        return all(
            (text := self._ground.texts.get(p.document)) is not None
            and (p.span is None or (p.span.end <= len(text) and p.span.text(text) == p.quote))
            for p in places
        )

    def _groups(self, kind: AnchorKind) -> tuple[_Group, ...]:
        return self._regrouped[kind] if kind in self._regrouped else self._ground.groups[kind]

    def _spots(self, document: str) -> _Spots:
        return self._entered.get(document) or self._ground.spots(document)

    def _at(self, kind: AnchorKind, place: Place, label: str | None) -> tuple[Key, ...]:
        span = place.span
        if span is None or not self.quotes_match((place,)):
            return ()
        spots = self._spots(place.document)
        if exact := spots.exact.get((kind, span, label)):
            return exact
        near = [(s, k) for s, of, k in spots.lying.get(kind, ()) if of == label and s.overlap(span)]
        parts = [(s, k) for s, k in near if span.contains(s)]
        if parts and sum(len(s) for s, _ in parts) >= MIN_SPLIT_COVER * len(span):
            return tuple(k for _, k in sorted(parts, key=lambda part: part[0].start))
        wider = [(len(s), k) for s, k in near if s.contains(span)]
        return (min(wider)[1],) if wider else ()

    def _find_group(self, anchor: Anchor) -> tuple[Key, ...]:
        here = tuple(p for p in anchor.places if p.document in self._ground.texts)  # others were taken out of the story
        if len(here) < 2 or not self.quotes_match(here):
            return ()
        meant = set(here)
        candidates = [g for g in self._groups(anchor.kind) if g[1] == anchor.label]
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
