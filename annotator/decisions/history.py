"""What stands after a log of events: which commands hold, what the next undo takes back, what a redo brings again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, groupby

from annotator.decisions.carrying import Carried, Ruled, Trace, carry
from annotator.decisions.slots import Slot, Slotting, slot_of
from annotator.model import AddDocuments, Adjudicate, Command, Event, RemoveDocuments


@dataclass(frozen=True, slots=True)
class Decisions:
    """Everything that people decided on a story and did not take back, in the order of deciding."""

    rulings: tuple[Ruled, ...] = ()
    """With their places in the texts that are in use."""
    dropped: frozenset[str] = frozenset()
    """Ids of documents that were in the story once and are not now."""
    waiting: tuple[Ruled, ...] = ()
    """What has no place in the texts that are in use, until a person gives it one."""
    versions: Mapping[str, str] = field(default_factory=dict)
    """Which version of a document is in use, where that is not the first."""
    traces: tuple[Trace, ...] = ()
    """Where the places of decisions are that an update may have moved; see `trace_all`."""


@dataclass(frozen=True)
class Batch:
    """What one key press did."""

    events: tuple[Event, ...]
    rulings: tuple[Ruled, ...]
    """Decisions among the events; made once, since every change asks for all of them."""
    moves: tuple[Event, ...]
    """Events that add or remove documents."""

    has_outcome: bool = False
    """Whether people's differences were settled here."""

    @cached_property
    def slots(self) -> tuple[Slot | None, ...]:
        """The question of each ruling; asked for only where something was settled."""
        return tuple(slot_of(r.command) for r in self.rulings)

    @property
    def first(self) -> int:
        """The `seq` of its first event; names it in undo and redo events."""
        return self.events[0].seq

    @property
    def commands(self) -> tuple[Command, ...]:
        """What the person did, as far as this version knows."""
        return tuple(e.command for e in self.events if e.command is not None)


@dataclass(frozen=True, slots=True)
class History:
    """Batches that hold and batches that were taken back; the last of each is what undo and redo mean."""

    loose: tuple[Batch, ...] = ()
    """What no key press did, so that no undo takes it back: documents that were found on opening."""
    done: tuple[Batch, ...] = ()
    undone: tuple[Batch, ...] = ()

    @property
    def rulings(self) -> tuple[Ruled, ...]:
        """Everything that was said and not taken back, also what an outcome put aside, in the texts that are in use."""
        return self._carried().rulings

    @property
    def decisions(self) -> Decisions:
        """What holds."""
        carried = self._carried()
        rulings = carried.rulings
        if any(b.has_outcome for b in self.done):
            rulings = _without_settled(self._ask(carried))
        waiting = tuple(r for r in rulings if r.seq in carried.waiting)
        if waiting:
            rulings = tuple(r for r in rulings if r.seq not in carried.waiting)
        return Decisions(rulings, self._find_dropped(), waiting, carried.in_use, carried.traces)

    def _carried(self) -> Carried:
        return carry(tuple(chain.from_iterable(b.rulings for b in self._in_order())))

    @property
    def asked(self) -> Iterable[tuple[Ruled, Slot | None]]:
        """Everything that was said, with the question that each answers."""
        return self._ask(self._carried())

    def _ask(self, carried: Carried) -> Iterable[tuple[Ruled, Slot | None]]:
        if carried.in_use:  # places are not where they were when the slots were worked out
            return ((r, slot_of(r.command)) for r in carried.rulings)
        return zip(carried.rulings, chain.from_iterable(b.slots for b in self._in_order()), strict=True)

    def _in_order(self) -> Sequence[Batch]:
        if any(b.rulings for b in self.loose):
            return sorted((*self.loose, *self.done), key=lambda b: b.first)
        return (*self.loose, *self.done)

    def _find_dropped(self) -> frozenset[str]:
        moves = (e for b in (*self.loose, *self.done) for e in b.moves)
        active: set[str] = set()
        seen = {
            d for b in self.undone for e in b.moves if isinstance(e.command, AddDocuments) for d in e.command.documents
        }
        for event in sorted(moves, key=lambda e: e.seq):
            if isinstance(event.command, AddDocuments):
                active.update(event.command.documents)
            elif isinstance(event.command, RemoveDocuments):
                seen.update(event.command.documents)
                active.difference_update(event.command.documents)
        return frozenset(seen - active)


def fold_history(events: Iterable[Event], onto: History = History()) -> History:
    """Replays a log, or what came after a history; total: an event that makes no sense is passed over."""
    loose, done, undone = list(onto.loose), list(onto.done), list(onto.undone)
    for _, together in groupby(events, key=lambda e: e.batch or e.seq):
        group = list(together)
        if group[0].undoes is not None:
            _move(group[0].undoes, done, undone)
        elif group[0].redoes is not None:
            _move(group[0].redoes, undone, done)
        elif group[0].batch is None:
            loose.append(_make_batch(group))
        else:
            done.append(_make_batch(group))
            undone.clear()
    return History(tuple(loose), tuple(done), tuple(undone))


def fold_events(events: Iterable[Event]) -> Decisions:
    """What people decided and did not take back."""
    return fold_history(events).decisions


def _without_settled(asked: Iterable[tuple[Ruled, Slot | None]]) -> tuple[Ruled, ...]:
    """The rulings, without those that answered a question before its outcome: only the outcome answers it then."""
    slotting = Slotting()
    found: dict[int, Ruled] = {}
    answers: dict[Slot, list[int]] = {}
    for ruled, bare in asked:
        slot = slotting.take(ruled.command, bare)
        if isinstance(ruled.command, Adjudicate) and slot is not None:
            for seq in answers.pop(slot, ()):
                del found[seq]
        found[ruled.seq] = ruled
        if slot is not None:
            answers.setdefault(slot, []).append(ruled.seq)
    return tuple(found.values())


def _move(first: int, source: list[Batch], target: list[Batch]) -> None:
    for i in range(len(source) - 1, -1, -1):
        if source[i].first == first:
            target.append(source.pop(i))
            return


def _make_batch(events: Sequence[Event]) -> Batch:
    moves = tuple(e for e in events if isinstance(e.command, AddDocuments | RemoveDocuments))
    rulings = tuple(
        Ruled(e.seq, e.by, e.at, e.command)
        for e in events
        if e.command is not None and not isinstance(e.command, AddDocuments | RemoveDocuments)
    )
    return Batch(tuple(events), rulings, moves, any(isinstance(r.command, Adjudicate) for r in rulings))
