"""What did each person decide last on each object, what holds now, and on what do they differ?

    told = session.judgements                  # or read_rulings(fold_history(events).rulings) for any log
    told.people                                # names, in the order in which they first decided
    told.of["ada"]                             # slot -> Judgement: what ada decided last and did not take back
    told.holding                               # slot -> Judgement: what holds in the story, whoever decided it
    told.outcomes                              # slot -> Outcome: the last adjudication
    told.on(slot)                              # the judgements of all people on one question, by name
    told.cases                                 # questions on which people differ, in the order of the log

A `Slot` is one question about one object: `slot.question` says which (verdict, source, label, genre ...) and
`slot.anchor` the object, by document, span and quote, the same in two people's logs. `Judgement.value` is the answer
in words ("accepted", "rejected", "Ilse Marrow", "opinion", "B", "on"); compare with `same_answer`. What a merge brought
in (`Hear`) counts as its author's. An adjudication is nobody's judgement: it does not change what a person had said,
so agreement can be counted before and after it. Pure: works on the log alone, without an analysis.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from annotator.decisions.carrying import Ruled
from annotator.decisions.slots import Question, Slot, Slotting, slot_of, value_of
from annotator.model import (
    Accept,
    Adjudicate,
    AnchorKind,
    Command,
    DefineLabel,
    Hear,
    Note,
    Reject,
    RemoveLabel,
    RenameLabel,
    TagSpan,
    UntagSpan,
)
from annotator.text import fold


@dataclass(frozen=True, slots=True)
class Judgement:
    """One person's answer to one question."""

    slot: Slot
    by: str
    at: str
    """ISO 8601, UTC: when that person decided, in a merged log too."""
    seq: int
    """Its line in this log."""
    value: str
    command: Command
    """What the person did; never `Hear` or `Adjudicate`, except in `holding`, where an outcome stands."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a difference was settled."""

    slot: Slot
    by: str
    at: str
    seq: int
    value: str | None
    """None where no version was taken and the suggestion stands again."""
    command: Adjudicate


@dataclass(frozen=True)
class Judgements:
    """Everything that people said on a story, by person, and what came of it."""

    of: Mapping[str, Mapping[Slot, Judgement]]
    holding: Mapping[Slot, Judgement]
    outcomes: Mapping[Slot, Outcome]

    @property
    def people(self) -> tuple[str, ...]:
        """Who decided anything, in the order of the log."""
        return tuple(self.of)

    def on(self, slot: Slot) -> dict[str, Judgement]:
        """What each person said to one question."""
        return {judgement.by: judgement for judgement in self._answers.get(slot, ())}

    @cached_property
    def cases(self) -> tuple[Slot, ...]:
        """The questions on which people differ, settled or not."""
        answers = self._answers
        differing = (s for s, found in answers.items() if len(found) > 1 and len({_folded(j.value) for j in found}) > 1)
        return tuple(sorted(differing, key=lambda slot: min(j.seq for j in answers[slot])))

    @cached_property
    def _answers(self) -> Mapping[Slot, Sequence[Judgement]]:
        answers: dict[Slot, list[Judgement]] = {}
        for told in self.of.values():
            for slot, judgement in told.items():
                answers.setdefault(slot, []).append(judgement)
        return answers

    def is_open(self, slot: Slot) -> bool:
        """Whether somebody decided after the last outcome, or there is none."""
        outcome = self.outcomes.get(slot)
        return outcome is None or any(j.seq > outcome.seq for j in self.on(slot).values())


def read_rulings(rulings: Iterable[Ruled]) -> Judgements:
    """Reads what was said and not taken back, in the order of the log."""
    return read_asked((ruled, slot_of(ruled.command)) for ruled in rulings)


def read_asked(asked: Iterable[tuple[Ruled, Slot | None]]) -> Judgements:
    """The same where the question of each is known already (`History.asked`)."""
    reader = _Reader()
    for ruled, slot in asked:
        reader.read(ruled, slot)
    return Judgements({by: told for by, told in reader.of.items() if told}, reader.holding, reader.outcomes)


def same_answer(one: Judgement, other: Judgement) -> bool:
    """Whether two people say the same; case, accents and kinds of quotation mark make no difference."""
    return _folded(one.value) == _folded(other.value)


_folded = lru_cache(maxsize=4096)(fold)
"""Answers are few and said often."""


class _Reader:
    """One pass over a log."""

    def __init__(self) -> None:
        self.of: dict[str, dict[Slot, Judgement]] = {}
        self.holding: dict[Slot, Judgement] = {}
        self.outcomes: dict[Slot, Outcome] = {}
        self._slotting = Slotting()

    def read(self, ruled: Ruled, bare: Slot | None) -> None:
        """Takes in the next command; its question may be the one that a source had under another name."""
        command = ruled.command
        slot = self._slotting.take(command, bare)
        match command:
            case RenameLabel(name, new_name):
                self._rename(fold(name), new_name)
            case RemoveLabel(name):
                self._remove(fold(name), ruled.by)
            case _ if slot is None:
                pass
            case Adjudicate():
                value = value_of(command)
                self.outcomes[slot] = Outcome(slot, ruled.by, ruled.at, ruled.seq, value, command)
                _put(self.holding, slot, _judge(slot, ruled, command))
            case Hear(held):
                _put(self.of.setdefault(ruled.by, {}), slot, _judge(slot, ruled, held))
            case _:
                made = _judge(slot, ruled, command)
                _put(self.of.setdefault(ruled.by, {}), slot, made)
                _put(self.holding, slot, made)

    def _books(self) -> Iterator[dict[Slot, Judgement]]:
        yield from self.of.values()
        yield self.holding

    def _rename(self, old: str, new: str) -> None:
        for book in self._books():
            for slot in [s for s in book if _is_label(s, old)]:
                made = Slot(slot.question, replace(slot.anchor, label=fold(new)))
                told = book.pop(slot)
                book[made] = replace(told, slot=made, command=_relabelled(told.command, new))

    def _remove(self, name: str, by: str) -> None:
        """A label taken out of the codebook: what its remover had said with it is gone, and nothing of it holds."""
        for book in (self.of.get(by, {}), self.holding):
            for slot in [s for s in book if _is_label(s, name)]:
                del book[slot]


def _judge(slot: Slot, ruled: Ruled, command: Command) -> Judgement | None:
    value = value_of(command)
    return None if value is None else Judgement(slot, ruled.by, ruled.at, ruled.seq, value, command)


def _relabelled(command: Command, label: str) -> Command:
    """The same under a label's new name, as it can be said again where nobody knows the old one."""
    match command:
        case TagSpan() | UntagSpan():
            return replace(command, label=label)
        case DefineLabel():
            return replace(command, name=label)
        case Accept(target) | Reject(target) | Note(target):
            return replace(command, target=replace(target, label=label))
        case _:
            return command


def _put(book: dict[Slot, Judgement], slot: Slot, made: Judgement | None) -> None:
    """The last answer counts; one that was taken back is none."""
    book.pop(slot, None)
    if made is not None:
        book[slot] = made


def _is_label(slot: Slot, name: str) -> bool:
    return (
        slot.question in (Question.LABEL, Question.MEANING)
        and slot.anchor.kind is AnchorKind.TAG
        and slot.anchor.label == name
    )
