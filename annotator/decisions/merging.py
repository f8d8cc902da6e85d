"""What does a colleague's log bring to mine: what nobody here decided, what we agree on, and where we differ?

Pure, and a merge of the same log brings nothing the second time. Nothing that holds here is put aside: where a
colleague says something else, it is kept beside (`Hear`) until somebody settles it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.decisions.annotators import Judgement, Judgements, Outcome, read_rulings, same_answer
from annotator.decisions.carrying import Ruled
from annotator.decisions.relocate import documents_of, relocate
from annotator.decisions.slots import OFF, Question, Slot
from annotator.model import Adjudicate, Command, Hear, places_of
from annotator.text import fold


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What to write into the log, and how much of it is what."""

    rulings: tuple[Ruled, ...]
    """In the order of the colleague's log, with their names and times; their numbers are those of that log."""
    people: tuple[str, ...]
    """Whose decisions these are."""
    taken: int
    """Nobody here had decided: theirs hold now."""
    agreed: int
    """Theirs are the same as what holds here."""
    differing: int
    """Something else holds here; kept beside it."""
    known: int
    """Here already, from an earlier merge."""
    elsewhere: int
    """About documents that are not here."""
    misplaced: int
    """Their words are not what the text says there."""
    left: int
    """Outcomes that do not know what was said here."""


def match_documents(mine: Mapping[str, str], theirs: Mapping[str, str]) -> dict[str, str]:
    """Their documents that are here too, as ids: the same text, whatever its file is called.

    Args:
        mine: texts by id; of two with one text the first is meant.
        theirs: texts by id.
    """
    same = {name: name for name, text in theirs.items() if mine.get(name) == text}
    waiting: dict[str, list[str]] = {}
    for name, text in mine.items():
        if name not in same.values():
            waiting.setdefault(text, []).append(name)
    for name, text in theirs.items():
        if name not in same and waiting.get(text):
            same[name] = waiting[text].pop(0)
    return same


def plan_merge(
    mine: Sequence[Ruled], theirs: Iterable[Ruled], *, twins: Mapping[str, str], texts: Mapping[str, str]
) -> MergePlan:
    """What of another log is new here.

    Args:
        mine: everything said here and not taken back (`History.rulings`).
        theirs: the same of the colleague.
        twins: ids of their documents to ids of ours (`match_documents`).
        texts: of our documents, by id.
    """
    here, elsewhere, misplaced = [], 0, 0
    for ruled in theirs:
        if not documents_of(ruled.command) <= twins.keys():
            elsewhere += 1
            continue
        moved = replace(ruled, command=relocate(ruled.command, twins))
        if _fits(moved.command, texts):
            here.append(moved)
        else:
            misplaced += 1
    planner = _Planner(read_rulings(mine), read_rulings(here), {(r.by, r.at, _said(r.command)) for r in mine})
    return planner.plan(elsewhere, misplaced)


def namesakes(mine: Iterable[Ruled], theirs: Iterable[Ruled]) -> tuple[str, ...]:
    """Names that stand in both logs for what must be two people: they have no decision in common, and new ones."""
    said, told = _by_name(mine), _by_name(theirs)
    return tuple(name for name in told if name in said and told[name] and not told[name] & said[name])


def rename_people(rulings: Iterable[Ruled], names: Mapping[str, str]) -> tuple[Ruled, ...]:
    """The rulings under other names, also where outcomes name them."""
    return tuple(replace(r, by=names.get(r.by, r.by), command=_renamed(r.command, names)) for r in rulings)


class _Planner:
    """Goes through their judgements once."""

    def __init__(self, mine: Judgements, theirs: Judgements, seen: Collection[tuple[str, str, Command]]) -> None:
        self._mine, self._theirs, self._seen = mine, theirs, seen
        self._holding: dict[Slot, Judgement] = dict(mine.holding)
        self._made: list[Ruled] = []
        self._counts = dict.fromkeys(("taken", "agreed", "differing", "known", "left"), 0)

    def plan(self, elsewhere: int, misplaced: int) -> MergePlan:
        told = [j for said in self._theirs.of.values() for j in said.values()]
        for judgement in sorted(told, key=lambda j: (not self._holds_there(j), j.seq)):
            self._take(judgement)
        for outcome in sorted(self._theirs.outcomes.values(), key=lambda o: o.seq):
            self._take_outcome(outcome)
        rulings = tuple(sorted(self._made, key=lambda r: r.seq))
        return MergePlan(rulings, self._theirs.people, elsewhere=elsewhere, misplaced=misplaced, **self._counts)

    def _take(self, told: Judgement) -> None:
        before = self._mine.of.get(told.by, {}).get(told.slot)
        is_older = before is not None and (same_answer(before, told) or before.at >= told.at)
        if is_older or (told.by, told.at, told.command) in self._seen:
            self._counts["known"] += 1
            return
        holding = self._holding.get(told.slot)
        if _takes_nothing(told, holding) or (holding is not None and same_answer(holding, told)):
            self._write("agreed", told, Hear(told.command))
        elif self._holds_there(told) and (holding is None or _is_personal(holding, told.by)):
            self._holding[told.slot] = told
            self._write("taken", told, told.command)
        else:
            self._write("differing", told, Hear(told.command))

    def _holds_there(self, told: Judgement) -> bool:
        """Whether it is what holds for the colleague: of several people in one log only one has the last word."""
        holding = self._theirs.holding.get(told.slot)
        return holding is not None and _is_personal(holding, told.by)

    def _take_outcome(self, outcome: Outcome) -> None:
        mine = self._mine.outcomes.get(outcome.slot)
        if mine is not None and (mine.by, mine.at, mine.value) == (outcome.by, outcome.at, outcome.value):
            self._counts["known"] += 1
        elif mine is None and self._knows_everybody(outcome):
            self._counts["taken"] += 1
            self._made.append(Ruled(outcome.seq, outcome.by, outcome.at, outcome.command))
        else:
            self._counts["left"] += 1

    def _knows_everybody(self, outcome: Outcome) -> bool:
        """Whether what is said here was before the eyes of whoever settled it."""
        theirs = self._theirs.on(outcome.slot)
        return all(by in theirs and same_answer(theirs[by], said) for by, said in self._mine.on(outcome.slot).items())

    def _write(self, what: str, told: Judgement, command: Command) -> None:
        self._counts[what] += 1
        self._made.append(Ruled(told.seq, told.by, told.at, command))


def _is_personal(holding: Judgement, by: str) -> bool:
    """Whether what holds is what that person decided, and no outcome."""
    return holding.by == by and not isinstance(holding.command, Adjudicate)


def _takes_nothing(told: Judgement, holding: Judgement | None) -> bool:
    """Whether it takes away a label that is not there."""
    return holding is None and told.slot.question is Question.LABEL and fold(told.value) == OFF


def _fits(command: Command, texts: Mapping[str, str]) -> bool:
    return all(
        (text := texts.get(p.document)) is not None
        and (p.span is None or (p.span.end <= len(text) and p.span.text(text) == p.quote))
        for p in places_of(command)
    )


def _by_name(rulings: Iterable[Ruled]) -> dict[str, set[tuple[str, str]]]:
    """When each person decided what, in words that are the same wherever the documents have other ids."""
    made: dict[str, set[tuple[str, str]]] = {}
    for ruled in rulings:
        held = _said(ruled.command)
        quotes = "|".join(p.quote or "" for p in places_of(held))
        made.setdefault(ruled.by, set()).add((ruled.at, f"{type(held).__name__} {quotes}"))
    return made


def _said(command: Command) -> Command:
    return command.command if isinstance(command, Hear) else command


def _renamed(command: Command, names: Mapping[str, str]) -> Command:
    if not isinstance(command, Adjudicate):
        return command
    return replace(command, versions=tuple(replace(v, by=names.get(v.by, v.by)) for v in command.versions))
