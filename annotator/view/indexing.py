"""How are the look-ups of a story made, and which of them hold still when a decision changes a few objects?

An object that nobody decided on is the very object of the analysis before, so that identity tells what changed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from annotator.model import Analysis, AnchorKind, Claim, Cluster, Disagreement, Document, Tag
from annotator.view.labels import label_letters
from annotator.view.story import Story, Target, Thing

T = TypeVar("T")
_Listed = Document | Claim | Cluster | Disagreement | Tag


def index_story(analysis: Analysis, before: Story | None = None) -> Story:
    """The look-ups of an analysis.

    Args:
        before: the story as it was; where only the contents of some objects changed, the rest is taken from it.
    """
    changed = _changed(before.analysis, analysis) if before is not None else None
    found = _look_up(analysis) if before is None or changed is None else _renew(before, changed)
    documents = sorted(analysis.documents, key=lambda d: (d.published is None, d.published or "", d.path))
    disagreements = analysis.disagreements
    return Story(
        analysis=analysis,
        documents=tuple(documents),
        document={d.id: d for d in analysis.documents},
        claim=found.claim,
        claims_of=found.claims_of,
        clusters_of=found.clusters_of,
        disagreements_of=_grouped((n, d) for d in disagreements for n in dict.fromkeys(s.claim for s in d.sides)),
        disagreements_in=_grouped((d.cluster, d) for d in disagreements if d.cluster is not None),
        things=found.things,
        claim_of=found.homes,
        edges_to=_grouped((e.target, e) for e in analysis.provenance),
        tags_of=_tags_by_claim(analysis.tags, found.claims_of),
        tags_in=_grouped((t.document, t) for t in analysis.tags),
        label={x.name: x for x in analysis.codebook},
        letters=label_letters(analysis.codebook),
        order={d.id: number for number, d in enumerate(documents)},
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """The look-ups that grow with the claims."""

    claim: dict[str, Claim]
    claims_of: dict[str, tuple[Claim, ...]]
    clusters_of: dict[str, tuple[Cluster, ...]]
    things: dict[Target, Thing]
    homes: dict[Target, str]


def _look_up(analysis: Analysis) -> _Found:
    in_reading = _grouped((c.document, c) for c in analysis.claims)
    claims_of = {k: tuple(sorted(v, key=lambda c: (c.span.start, c.span.end))) for k, v in in_reading.items()}
    things, homes = _gather_things(analysis, _tags_by_claim(analysis.tags, claims_of))
    clusters_of = _grouped((name, k) for k in analysis.clusters for name in k.claims)
    return _Found({c.id: c for c in analysis.claims}, claims_of, clusters_of, things, homes)


def _renew(before: Story, changed: list[_Listed]) -> _Found:
    """The look-ups with other objects of the same names."""
    clusters = {k.id: k for k in changed if isinstance(k, Cluster)}
    members = dict.fromkeys(name for k in clusters.values() for name in k.claims)
    claims = {c.id: c for c in changed if isinstance(c, Claim)}
    documents = {c.document for c in claims.values()}
    claim, homes = before.claim | claims, before.claim_of
    parts = (part for thing in changed for part in _parts(thing))
    return _Found(
        claim,
        before.claims_of | {n: tuple(claim[c.id] for c in before.claims_of[n]) for n in documents},
        before.clusters_of | {n: tuple(clusters.get(k.id, k) for k in before.clusters_of[n]) for n in members},
        before.things | {t: x for t, x, home in parts if t in before.things and home in (None, homes.get(t))},
        homes,
    )


def changed_documents(before: Story, after: Story) -> set[str]:
    """The documents, of either state, about which anything that is said may not be what it was."""
    changed = _changed(before.analysis, after.analysis)
    if changed is None:
        return {*before.document, *after.document}
    found: set[str] = set()
    for thing in changed:
        match thing:
            case Document():
                found.add(thing.id)
            case Claim() | Tag():
                found.add(thing.document)
            case Cluster():
                found |= {after.claim[c].document for c in thing.claims if c in after.claim}
            case Disagreement():
                found |= {after.claim[s.claim].document for s in thing.sides if s.claim in after.claim}
    return found


def _changed(before: Analysis, after: Analysis) -> list[_Listed] | None:
    """The objects that are others than before; None where they, or what they hold, have other names."""
    lists: tuple[tuple[Sequence[_Listed], Sequence[_Listed]], ...] = (
        (before.documents, after.documents),
        (before.claims, after.claims),
        (before.clusters, after.clusters),
        (before.disagreements, after.disagreements),
        (before.tags, after.tags),
    )
    found: list[_Listed] = []
    for olds, news in lists:
        if len(olds) != len(news):
            return None
        pairs = [(old, new) for old, new in zip(olds, news, strict=True) if old is not new]
        if any(_names(old) != _names(new) for old, new in pairs):
            return None
        found += [new for _, new in pairs]
    return found


def _names(thing: _Listed) -> tuple[object, ...]:
    """Where the look-ups find an object, and what they find in it."""
    match thing:
        case Document():
            return (thing.id,)
        case Claim():
            parts = (*(a.id for a in thing.attributions), *(f.id for f in thing.flags))
            return (thing.id, thing.document, thing.span, *parts)
        case Cluster():
            return (thing.id, *thing.claims)
        case Disagreement():
            return (thing.id, thing.cluster, *(side.claim for side in thing.sides))
        case Tag():
            return (thing.id, thing.document, thing.span)


def _parts(thing: _Listed) -> Iterator[tuple[Target, Thing, str | None]]:
    """What can be decided on, with the claim that it belongs to."""
    match thing:
        case Document():
            yield Target(AnchorKind.DOCUMENT, thing.id), thing, None
        case Claim():
            yield Target(AnchorKind.CLAIM, thing.id), thing, thing.id
            for attribution in thing.attributions:
                yield Target(AnchorKind.ATTRIBUTION, attribution.id), attribution, thing.id
            for flag in thing.flags:
                yield Target(AnchorKind.FLAG, flag.id), flag, thing.id
        case Cluster():
            yield Target(AnchorKind.CLUSTER, thing.id), thing, None
        case Disagreement():
            yield Target(AnchorKind.DISAGREEMENT, thing.id), thing, thing.sides[0].claim
        case Tag():
            yield Target(AnchorKind.TAG, thing.id), thing, None


def _gather_things(
    analysis: Analysis, tags_of: dict[str, tuple[Tag, ...]]
) -> tuple[dict[Target, Thing], dict[Target, str]]:
    """What can be decided on, and the first claim under which each is found."""
    things: dict[Target, Thing] = {}
    homes: dict[Target, str] = {}
    lists: tuple[Sequence[_Listed], ...] = (
        analysis.documents,
        analysis.claims,
        analysis.clusters,
        analysis.disagreements,
    )
    for thing in chain.from_iterable(lists):
        for target, part, home in _parts(thing):
            things.setdefault(target, part)
            if home is not None:
                homes.setdefault(target, home)
    for name, tags in tags_of.items():
        for tag in tags:
            target = Target(AnchorKind.TAG, tag.id)
            things[target] = tag
            homes.setdefault(target, name)
    return things, homes


def _tags_by_claim(tags: Iterable[Tag], claims_of: dict[str, tuple[Claim, ...]]) -> dict[str, tuple[Tag, ...]]:
    """A tag under each claim that it lies over; outside all claims, under the nearest."""
    found: list[tuple[str, Tag]] = []
    for tag in tags:
        claims = claims_of.get(tag.document, ())
        first = max(0, bisect_right(claims, tag.span.start, key=lambda c: c.span.start) - 1)
        over = claims[first : bisect_right(claims, tag.span.end, key=lambda c: c.span.start)]
        touched = [c for c in over if c.span.overlap(tag.span)] or claims[first : first + 1]
        found += [(claim.id, tag) for claim in touched]
    return _grouped(found)


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}
