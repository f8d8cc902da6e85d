"""What is one person's value for each thing that several people can judge?

Only what a person decided is a value; a suggestion that somebody left alone says nothing about what that person thinks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from annotator.agreement.people import Person
from annotator.decisions import Index, Overlay, is_standing
from annotator.model import (
    Analysis,
    AnchorKind,
    Attribution,
    Claim,
    Cluster,
    CorrectDocument,
    Disagreement,
    DocumentPart,
    Fact,
    Flag,
    SetSource,
    Settlement,
    Span,
    Status,
    covers,
)
from annotator.text import fold

OWN_VOICE = "own voice"
NOBODY_NAMED = "nobody named"
NO_ORDER = ("F", 6)  # "cannot be judged" of both Admiralty scales: not one step below the value before it

_VERDICTS = {Status.ACCEPTED: "accepted", Status.EDITED: "changed", Status.REJECTED: "rejected"}

_Suggested = Attribution | Flag | Fact | Cluster | Disagreement | Claim

Values = Mapping[Hashable, Hashable]
"""What a person said, by the thing it was said of; things are named alike for all people on one ground."""


@dataclass(frozen=True, slots=True)
class Opinions:
    """Everything that one person said."""

    marks: Mapping[str, Mapping[Span, tuple[str, ...]]]
    """Documents, their marked spans, and the labels there, folded and sorted."""
    verdicts: Mapping[AnchorKind, Values]
    """Accepted, changed or rejected, of the engine's suggestions."""
    sources: Values
    """Who said a claim."""
    settled: Values
    """How a disagreement was settled, and which side stands."""
    genres: Values
    credibility: Values
    """Of claims, 1 to 5."""
    reliability: Values
    """Of documents' outlets, A to E."""


class Ground:
    """The suggestions that everybody's decisions are laid over, with the look-ups made once."""

    def __init__(self, analysis: Analysis) -> None:
        self.overlay = Overlay(analysis)
        self.index = Index(analysis)


def read_opinions(person: Person, ground: Ground) -> Opinions:
    """The values that a person gave."""
    overlay = ground.overlay.fork()
    for ruled in person.rulings:
        overlay.lay(ruled)
    analysis = overlay.result()
    sourced = _sourced_claims(person, ground.index)
    sources = ((c.id, _source_of(c, c.id in sourced)) for c in analysis.claims)
    return Opinions(
        marks=_marks(analysis),
        verdicts=_verdicts(analysis),
        sources=_said(sources),
        settled=_said((d.id, _settlement(d)) for d in analysis.disagreements),
        genres=_genres(person),
        credibility=_said((c.id, c.credibility) for c in analysis.claims),
        reliability=_said((d.id, d.reliability) for d in analysis.documents),
    )


def _said(values: Iterable[tuple[Hashable, Hashable]]) -> Values:
    return {thing: value for thing, value in values if value is not None and value not in NO_ORDER}


def _marks(analysis: Analysis) -> dict[str, dict[Span, tuple[str, ...]]]:
    found: dict[str, dict[Span, set[str]]] = defaultdict(lambda: defaultdict(set))
    for tag in analysis.tags:
        found[tag.document][tag.span].add(fold(tag.label))
    return {document: {s: tuple(sorted(names)) for s, names in spans.items()} for document, spans in found.items()}


def _verdicts(analysis: Analysis) -> dict[AnchorKind, Values]:
    found: dict[AnchorKind, dict[Hashable, Hashable]] = defaultdict(dict)
    for kind, key, thing in _suggestions(analysis):
        if thing.decision is not None and (verdict := _VERDICTS.get(thing.decision.status)):
            found[kind][key] = verdict
    return dict(found)


def _suggestions(analysis: Analysis) -> Iterator[tuple[AnchorKind, Hashable, _Suggested]]:
    for claim in analysis.claims:
        yield from ((AnchorKind.ATTRIBUTION, a.id, a) for a in claim.attributions)
        yield from ((AnchorKind.FLAG, f.id, f) for f in claim.flags)
        yield from ((AnchorKind.FACT, (claim.id, f.kind, f.span), f) for f in claim.facts)
    yield from ((AnchorKind.CLUSTER, k.id, k) for k in analysis.clusters)
    yield from ((AnchorKind.DISAGREEMENT, d.id, d) for d in analysis.disagreements)


def _sourced_claims(person: Person, index: Index) -> frozenset[str]:
    """Claims of which the person said outright who says them."""
    targets = (r.command.target for r in person.rulings if isinstance(r.command, SetSource))
    return frozenset(key for t in targets if t.kind is AnchorKind.CLAIM for key in index.resolve(t))


def _source_of(claim: Claim, is_sourced: bool) -> str | None:
    """Who says a claim, as far as the person decided it; None where what was decided leaves it open."""
    standing = [a for a in claim.attributions if is_standing(a)]
    decided = [a for a in standing if _is_decided(a)]
    if decided:
        source = max(decided, key=lambda a: covers(a.content, claim.span)).source
        named = source and (source.entity or source.name or source.text)
        return fold(named) if named else NOBODY_NAMED
    denied = any(_is_decided(a) for a in claim.attributions)
    return OWN_VOICE if not standing and (denied or is_sourced) else None


def _is_decided(attribution: Attribution) -> bool:
    return attribution.decision is not None and attribution.decision.status is not Status.SUGGESTED


def _settlement(disagreement: Disagreement) -> Hashable:
    decision = disagreement.decision
    if decision is None or decision.settlement is None:
        return None
    return decision.settlement, decision.stands if decision.settlement is Settlement.SIDE_STANDS else None


def _genres(person: Person) -> Values:
    """The genre that the person said last of each document."""
    commands = (r.command for r in person.rulings)
    return {
        place.document: command.value
        for command in commands
        if isinstance(command, CorrectDocument) and command.part is DocumentPart.GENRE
        for place in command.target.places
    }
