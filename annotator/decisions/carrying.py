"""Where do decisions stand after documents were updated?

A decision names places in the version of a text that was in use when it was made. An update says which of them follow
their words (`Move`); every other place waits until a person says where it is (`PlaceMark`). Nothing is guessed here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from annotator.model import (
    FIRST_VERSION,
    AddClaim,
    AddDisagreement,
    AddDocuments,
    AddLink,
    Adjudicate,
    Anchor,
    Command,
    DefineLabel,
    Hear,
    JoinClaims,
    MergeProject,
    MergeSources,
    PartClaim,
    Place,
    PlaceMark,
    Position,
    RemoveDocuments,
    RemoveLabel,
    RenameLabel,
    RenameSource,
    ReshapeClaims,
    SetParent,
    Span,
    Standing,
    TagSpan,
    UntagSpan,
    UpdateDocument,
)

_FOUND = (Standing.SURE, Standing.MOVED)
_Key = tuple[str, int, Span]
"""A document, how often it had been updated, and a span of it."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """A command that holds, who gave it and when."""

    seq: int
    by: str
    at: str
    command: Command


@dataclass(frozen=True, slots=True)
class Trace:
    """A decision as it was made, and where its places are now."""

    ruled: Ruled
    positions: tuple[Position, ...]
    """In the order of its places; of words, not of whole documents."""


@dataclass(frozen=True, slots=True)
class Carried:
    """Decisions in the texts that are in use."""

    rulings: tuple[Ruled, ...]
    """In their order; as they were made, where a place waits or is gone."""
    waiting: frozenset[int] = frozenset()
    """The log lines of these."""
    in_use: Mapping[str, str] = field(default_factory=dict)
    """Which version of a document is in use, where it was updated."""
    traces: tuple[Trace, ...] = ()
    """Of the decisions up to the last one that moved places."""


def carry(rulings: Sequence[Ruled]) -> Carried:
    """Decisions with their places where they are now; the very same ones, as long as nothing was updated."""
    if not any(isinstance(r.command, UpdateDocument) for r in rulings):
        return Carried(tuple(rulings))
    end = max(n for n, r in enumerate(rulings, 1) if isinstance(r.command, UpdateDocument | PlaceMark))
    placed = _carry_to_last_placing(_Beginning(tuple(rulings[:end])))
    return replace(placed, rulings=(*placed.rulings, *rulings[end:]))  # what came after has its places still


def trace_all(rulings: Iterable[Ruled], traces: Sequence[Trace], in_use: Mapping[str, str]) -> tuple[Trace, ...]:
    """The traces of all decisions, from those that `carry` kept: what it left out stands where it was put."""
    kept = {t.ruled.seq for t in traces}
    rest = (
        Trace(r, tuple(Position(in_use.get(p.document, FIRST_VERSION), p) for p in places_to_follow(r.command)))
        for r in rulings
        if r.seq not in kept
    )
    return (*traces, *(t for t in rest if t.positions))


def places_to_follow(command: Command) -> tuple[Place, ...]:
    """The words that a decision depends on; none where only names count."""
    found: list[Place] = []

    def note(place: Place) -> Place:
        if place.span is not None:
            found.append(place)
        return place

    _with_places(command, note)
    return tuple(found)


class _Beginning:
    """The rulings up to the last one that moves places: the same objects before and after any other decision."""

    def __init__(self, rulings: tuple[Ruled, ...]) -> None:
        self.rulings = rulings

    def __hash__(self) -> int:
        return hash((len(self.rulings), self.rulings[-1].seq))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Beginning) and self.rulings == other.rulings


@lru_cache(maxsize=4)
def _carry_to_last_placing(beginning: _Beginning) -> Carried:
    places = _Places()
    keyed = [(r, places.enter(r.command)) for r in beginning.rulings]
    carried: list[Ruled] = []
    waiting: set[int] = set()
    traces: list[Trace] = []
    for ruled, keys in keyed:
        positions = tuple(places.position[k] for k in keys)
        if positions:
            traces.append(Trace(ruled, positions))
        if all(p.standing in _FOUND for p in positions):
            carried.append(_put(ruled, positions))
        else:
            carried.append(ruled)
            if not isinstance(ruled.command, Hear):  # changes nothing in the story
                waiting.add(ruled.seq)
    return Carried(tuple(carried), frozenset(waiting), dict(places.versions), tuple(traces))


class _Places:
    """Every place that a decision named, and where it is after what was done so far."""

    def __init__(self) -> None:
        self.versions: dict[str, str] = {}
        self.position: dict[_Key, Position] = {}
        self._turn: dict[str, int] = defaultdict(int)
        """How often a document was updated."""

    def enter(self, command: Command) -> tuple[_Key, ...]:
        """Takes in the next command; the keys of its places."""
        match command:
            case UpdateDocument():
                self._update(command)
            case PlaceMark(version, before, after):
                self._place(version, before, after)
            case _:
                return tuple(map(self._note, places_to_follow(command)))
        return ()

    def _note(self, place: Place) -> _Key:
        assert place.span is not None
        key = (place.document, self._turn[place.document], place.span)
        self.position.setdefault(key, Position(self.versions.get(place.document, FIRST_VERSION), place))
        return key

    def _update(self, command: UpdateDocument) -> None:
        moves = {(m.version, m.before): m for m in command.moves}
        for key, at in self.position.items():
            if key[0] != command.document or at.standing is Standing.GONE or at.place.span is None:
                continue
            move = moves.get((at.version, at.place.span))
            if move is None:
                self.position[key] = replace(at, standing=Standing.WAITING)
                continue
            is_sure = move.is_kept and at.standing is not Standing.MOVED
            standing = Standing.SURE if is_sure else Standing.MOVED
            self.position[key] = Position(command.version, replace(at.place, span=move.after), standing)
        self.versions[command.document] = command.version
        self._turn[command.document] += 1

    def _place(self, version: str, before: Place, after: Place | None) -> None:
        for key, at in self.position.items():
            if at.standing is Standing.SURE or at.version != version or at.place != before:
                continue
            if after is None:
                self.position[key] = replace(at, standing=Standing.GONE)
            else:
                self.position[key] = Position(self.versions.get(after.document, FIRST_VERSION), after)


def _put(ruled: Ruled, positions: Sequence[Position]) -> Ruled:
    """The decision with its places where they are now."""
    if not positions:
        return ruled
    places = iter(positions)
    command = _with_places(ruled.command, lambda p: p if p.span is None else next(places).place)
    return ruled if command == ruled.command else replace(ruled, command=command)


def _with_places(command: Command, to: Callable[[Place], Place]) -> Command:
    """The command about other places, taken in one fixed order."""
    match command:
        case TagSpan(place) | UntagSpan(place) | AddClaim(place):
            return replace(command, place=to(place))
        case ReshapeClaims(before, after):
            return ReshapeClaims(tuple(map(to, before)), tuple(map(to, after)))
        case AddDisagreement(places) | JoinClaims(places):
            return replace(command, places=tuple(map(to, places)))
        case PartClaim(target, place):
            return PartClaim(_with_anchor(target, to), to(place))
        case AddLink(target, parent=parent) | SetParent(target, parent):
            target = _with_anchor(target, to)
            return replace(command, target=target, parent=_with_anchor(parent, to) if parent else None)
        case AddDocuments() | RemoveDocuments() | DefineLabel() | RenameLabel() | RemoveLabel():
            return command
        case Hear(held):
            return Hear(_with_places(held, to))
        case Adjudicate(versions, chosen):
            moved = tuple(replace(v, command=_with_places(v.command, to)) for v in versions)
            return replace(command, versions=moved, chosen=_with_places(chosen, to) if chosen else None)
        case RenameSource() | MergeSources() | UpdateDocument() | PlaceMark() | MergeProject():
            return command  # of a source only the name counts
        case _:
            return replace(command, target=_with_anchor(command.target, to))


def _with_anchor(anchor: Anchor, to: Callable[[Place], Place]) -> Anchor:
    return replace(anchor, places=tuple(map(to, anchor.places)))
