"""What stands after a log of events: which commands hold, what the next undo takes back, what a redo brings again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.model import AddDocuments, Command, Event, RemoveDocuments


@dataclass(frozen=True, slots=True)
class Ruled:
    """A command that holds, who gave it and when."""

    seq: int
    by: str
    at: str
    command: Command


@dataclass(frozen=True, slots=True)
class Decisions:
    """Everything that people decided on a story and did not take back, in the order of deciding."""

    rulings: tuple[Ruled, ...] = ()
    dropped: frozenset[str] = frozenset()
    """Ids of documents that were in the story once and are not now."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What one key press did."""

    first: int
    """The `seq` of its first event; names it in undo and redo events."""
    events: tuple[Event, ...]

    @property
    def commands(self) -> tuple[Command, ...]:
        return tuple(e.command for e in self.events if e.command is not None)


@dataclass(frozen=True, slots=True)
class History:
    """Batches that hold and batches that were taken back; the last of each is what undo and redo mean."""

    loose: tuple[Event, ...] = ()
    """What no key press did, so that no undo takes it back: documents that were found on opening."""
    done: tuple[Batch, ...] = ()
    undone: tuple[Batch, ...] = ()

    @property
    def decisions(self) -> Decisions:
        """What holds."""
        events = sorted((*self.loose, *(e for b in self.done for e in b.events)), key=lambda e: e.seq)
        taken_back = [c for b in self.undone for c in b.commands]
        return _decide(events, taken_back)


def fold_history(events: Iterable[Event], onto: History = History()) -> History:
    """Replays a log, or what came after a history; total: an event that makes no sense is passed over."""
    loose, done, undone = list(onto.loose), list(onto.done), list(onto.undone)
    for event in events:
        if event.undoes is not None:
            _move(event.undoes, done, undone)
        elif event.redoes is not None:
            _move(event.redoes, undone, done)
        elif event.batch is None:
            loose.append(event)
        elif done and done[-1].events[-1].batch == event.batch:
            done[-1] = Batch(done[-1].first, (*done[-1].events, event))
        else:
            done.append(Batch(event.seq, (event,)))
            undone.clear()
    return History(tuple(loose), tuple(done), tuple(undone))


def fold_events(events: Iterable[Event]) -> Decisions:
    """What people decided and did not take back."""
    return fold_history(events).decisions


def _move(first: int, source: list[Batch], target: list[Batch]) -> None:
    for i in range(len(source) - 1, -1, -1):
        if source[i].first == first:
            target.append(source.pop(i))
            return


def _decide(events: list[Event], taken_back: list[Command]) -> Decisions:
    rulings = []
    active: set[str] = set()
    seen = {d for c in taken_back if isinstance(c, AddDocuments) for d in c.documents}
    for event in events:
        match event.command:
            case None:
                pass
            case AddDocuments(documents):
                active.update(documents)
            case RemoveDocuments(documents):
                seen.update(documents)
                active.difference_update(documents)
            case command:
                rulings.append(Ruled(event.seq, event.by, event.at, command))
    return Decisions(tuple(rulings), frozenset(seen - active))
