"""What hangs on a place: the decisions that count there, in a few words each.

A decision that a later one on the same object replaced, or a label that was taken off again, is no mark any more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.decisions.carrying import Ruled, Trace
from annotator.decisions.describe import describe
from annotator.decisions.slots import OFF, Question, slot_of, value_of
from annotator.model import Command, Hear, Position, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A place with the decisions that count there."""

    position: Position
    rulings: tuple[Ruled, ...]

    @property
    def span(self) -> Span:
        """Where it was found last, in the version that its position names."""
        assert self.position.place.span is not None
        return self.position.place.span

    @property
    def words(self) -> tuple[str, ...]:
        """What was done there, one phrase for each decision."""
        return tuple(dict.fromkeys(describe([r.command]) for r in self.rulings))


def gather_marks(traces: Iterable[Trace], document: str) -> tuple[Mark, ...]:
    """The marks on a document in order of their places, those of later versions after those of earlier ones."""
    held: dict[Position, list[Ruled]] = defaultdict(list)
    for trace in _standing(tuple(traces)):
        for position in dict.fromkeys(trace.positions):
            if position.place.document == document:
                held[position].append(trace.ruled)
    order: dict[str, int] = {}
    for position in held:
        order.setdefault(position.version, len(order))
    made = (Mark(position, tuple(rulings)) for position, rulings in held.items())
    return tuple(sorted(made, key=lambda m: (m.span, order[m.position.version])))


def _standing(traces: tuple[Trace, ...]) -> list[Trace]:
    """Without what a later decision made void."""
    heard = [t for t in traces if not isinstance(t.ruled.command, Hear)]
    last = {_question(trace): number for number, trace in enumerate(heard)}
    return [t for n, t in enumerate(heard) if last[_question(t)] == n and not _is_nothing(t.ruled.command)]


def _question(trace: Trace) -> object:
    """What at most one decision can answer: the verdict on an object, its note, its rating, a label at a place."""
    slot = slot_of(trace.ruled.command)
    return (slot.question, slot.anchor.kind, slot.anchor.label, trace.positions) if slot else trace.ruled.seq


def _is_nothing(command: Command) -> bool:
    """Whether a decision says that something is not there any more."""
    slot, value = slot_of(command), value_of(command)
    return slot is not None and (value is None or (slot.question is Question.LABEL and value == OFF))
