"""Laws of bringing two people's logs together, over anything they may have done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from annotator.decisions import (
    MergePlan,
    Ruled,
    fold_history,
    match_documents,
    plan_merge,
)
from annotator.model import Adjudicate, Command, Event, Hear, RemoveLabel, RenameLabel
from tests.command_strategies import commands
from tests.story_builders import judgements, make_story

STORY = make_story()
TEXTS = {d.id: d.text for d in STORY.documents}
TWINS = match_documents(TEXTS, TEXTS)
several = settings(max_examples=150, deadline=None)

anything = st.lists(commands(STORY, removals=False), max_size=8)
plain = anything.map(lambda made: [c for c in made if not isinstance(c, Hear | Adjudicate | RenameLabel | RemoveLabel)])
"""What one person does to single objects: no other person's words, no label of the whole story changed."""


def log(by: str, made: Sequence[Command], day: int = 1) -> list[Event]:
    return [Event(i, f"2031-05-{day:02}T10:00:{i:02}Z", by, c, f"{by}{i}") for i, c in enumerate(made, 1)]


def rulings(events: Sequence[Event]) -> tuple[Ruled, ...]:
    return fold_history(events).rulings


def planned(mine: Sequence[Event], theirs: Sequence[Event]) -> MergePlan:
    return plan_merge(rulings(mine), rulings(theirs), twins=TWINS, texts=TEXTS)


def merged(mine: Sequence[Event], theirs: Sequence[Event]) -> list[Event]:
    """The log after the merge, as one batch."""
    start = len(mine) + 1
    found = planned(mine, theirs).rulings
    return [*mine, *(Event(i, r.at, r.by, r.command, f"merge {start}") for i, r in enumerate(found, start))]


def answers(events: Sequence[Event]) -> dict[str, dict[object, str]]:
    """Who said what."""
    return {by: {s: j.value.casefold() for s, j in told.items()} for by, told in judgements(events).of.items()}


@several
@given(anything, anything)
def test_merging_the_same_log_twice_changes_nothing(mine: list[Command], theirs: list[Command]) -> None:
    once = merged(log("ada", mine), log("bo", theirs, 2))
    assert planned(once, log("bo", theirs, 2)).rulings == ()


@several
@given(anything, anything)
def test_one_undo_takes_a_merge_back(mine: list[Command], theirs: list[Command]) -> None:
    before = log("ada", mine)
    once = merged(before, log("bo", theirs, 2))
    assume(len(once) > len(before))
    undone = [*once, Event(len(once) + 1, "2031", "ada", None, undoes=len(before) + 1)]
    assert fold_history(undone).decisions == fold_history(before).decisions


@several
@given(plain, plain)
def test_nothing_that_holds_here_is_put_aside_and_everybody_keeps_what_they_said(
    mine: list[Command], theirs: list[Command]
) -> None:
    before, others = log("ada", mine), log("bo", theirs, 2)
    after = merged(before, others)
    told = judgements(before)
    held = judgements(after).holding
    assert {s: held[s].value for s in told.holding} == {s: j.value for s, j in told.holding.items()}
    assert answers(after) == answers(before) | answers(others)


@several
@given(plain, plain, plain)
def test_the_order_of_merging_does_not_matter_where_nobody_differs(
    mine: list[Command], one: list[Command], other: list[Command]
) -> None:
    before, first, second = log("ada", mine), log("bo", one, 2), log("cy", other, 3)
    ab = merged(merged(before, first), second)
    ba = merged(merged(before, second), first)
    assert answers(ab) == answers(ba)
    assume(not judgements(ab).cases)
    holding = [{s: j.value.casefold() for s, j in judgements(found).holding.items()} for found in (ab, ba)]
    assert holding[0] == holding[1]


@several
@given(plain, plain)
def test_both_sides_that_merge_each_other_know_the_same(mine: list[Command], theirs: list[Command]) -> None:
    ada, bo = log("ada", mine), log("bo", theirs, 2)
    assert answers(merged(ada, bo)) == answers(merged(bo, ada))
    assert set(judgements(merged(ada, bo)).cases) == set(judgements(merged(bo, ada)).cases)


@several
@given(plain)
def test_where_nobody_decided_everything_that_holds_there_holds_here(theirs: list[Command]) -> None:
    others = log("bo", theirs, 2)
    there, here = judgements(others).holding, judgements(merged([], others)).holding
    assert here == {s: replace(here[s], command=j.command) for s, j in there.items() if j.value != "off"}
    assert {s: j.value for s, j in here.items()} == {s: j.value for s, j in there.items() if j.value != "off"}
    assert planned([], others).differing == 0


@several
@given(st.lists(st.sampled_from("abc"), max_size=5), st.lists(st.sampled_from("abcd"), max_size=5))
def test_documents_are_matched_by_their_texts_each_once(mine: list[str], theirs: list[str]) -> None:
    here = {f"m{i}": text for i, text in enumerate(mine)}
    there = {f"m{i}" if i % 2 else f"t{i}": text for i, text in enumerate(theirs)}
    twins = match_documents(here, there)
    assert all(here[twins[name]] == there[name] for name in twins)
    assert len(set(twins.values())) == len(twins)
    for text in "abcd":
        matched = sum(there[name] == text for name in twins)
        assert matched == min(mine.count(text), theirs.count(text))
