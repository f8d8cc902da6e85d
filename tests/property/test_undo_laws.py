"""Laws of decisions, undo and redo, over any sequence of what people may do."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.decisions import Overlay, count_decided, fold_events, fold_history, lay_over, without_rejected
from annotator.export import read_schema
from annotator.model import Analysis, Anchor, Command, Event
from tests.command_strategies import commands, things
from tests.contract_checker import load_contract
from tests.shared_files import needs_shared
from tests.story_builders import make_story

STORY = make_story()
SCHEMA = jsonschema.Draft202012Validator(json.loads(read_schema()))

moves = st.lists(
    st.one_of(st.lists(commands(STORY), min_size=1, max_size=3), st.just("undo"), st.just("redo"), st.just("unknown")),
    max_size=14,
)


def log_of(made: Sequence[Any]) -> tuple[Event, ...]:
    """The log that a session would write for these moves."""
    events: list[Event] = []

    def write(command: Command | None, **more: Any) -> None:
        events.append(Event(len(events) + 1, "2031-05-07T10:00:00Z", "ada", command, **more))

    for number, move in enumerate(made):
        history = fold_history(events)
        if move == "unknown":
            write(None, batch=f"u{number}", type="merge_speakers")
        elif move == "undo" and history.done:
            write(None, undoes=history.done[-1].first)
        elif move == "redo" and history.undone:
            write(None, redoes=history.undone[-1].first)
        elif not isinstance(move, str):
            for command in move:
                write(command, batch=f"b{number}")
    return tuple(events)


def state(events: Sequence[Event]) -> Analysis:
    return lay_over(STORY, fold_events(events))


@given(moves, st.lists(commands(STORY), min_size=1, max_size=3))
def test_undo_gives_the_state_before_and_redo_the_state_after(made: list[Any], last: list[Command]) -> None:
    before = log_of(made)
    after = log_of([*made, last])
    undone = log_of([*made, last, "undo"])
    assert state(undone).to_dict() == state(before).to_dict()
    assert state(log_of([*made, last, "undo", "redo"])).to_dict() == state(after).to_dict()
    assert len(undone) == len(after) + 1


@given(moves)
def test_as_many_undos_as_batches_lead_back_to_the_suggestions_and_redos_return(made: list[Any]) -> None:
    events = log_of(made)
    depth = len(fold_history(events).done)
    assert state(log_of([*made, *["undo"] * depth])) == STORY
    back = [*made, *["undo"] * depth, *["redo"] * depth]
    assert state(log_of(back)) == state(events)


@given(moves, st.lists(commands(STORY), min_size=1, max_size=1))
def test_a_new_command_leaves_nothing_to_redo(made: list[Any], last: list[Command]) -> None:
    assert fold_history(log_of([*made, "undo", last])).undone == ()


@given(moves)
def test_laying_decision_by_decision_is_laying_all(made: list[Any]) -> None:
    decisions = fold_events(log_of(made))
    overlay = Overlay(STORY)
    for ruled in decisions.rulings:
        overlay.lay(ruled)
        overlay.result()
    assert overlay.result(decisions.dropped) == lay_over(STORY, decisions)


@given(moves, st.integers(0, 40))
def test_every_prefix_of_a_log_folds(made: list[Any], length: int) -> None:
    state(log_of(made)[:length])


events_at_random = st.builds(
    Event,
    seq=st.integers(1, 30),
    at=st.just(""),
    by=st.just("ada"),
    command=st.none() | commands(STORY),
    batch=st.none() | st.sampled_from("abc"),
    undoes=st.none() | st.integers(1, 30),
    redoes=st.none() | st.integers(1, 30),
)


@given(st.lists(events_at_random, max_size=20), st.permutations(things(STORY)))
def test_a_log_that_makes_no_sense_folds_too(events: list[Event], anchors: list[Anchor]) -> None:
    state([_aim_elsewhere(e, anchor) for e, anchor in zip(events, anchors, strict=False)])


def _aim_elsewhere(event: Event, anchor: Anchor) -> Event:
    """The event with a target that may be of a kind the command is not for."""
    if event.command is None or not hasattr(event.command, "target"):
        return event
    return replace(event, command=replace(event.command, target=anchor))  # type: ignore[type-var,call-arg]


@given(moves)
def test_progress_never_exceeds_what_there_is_to_decide(made: list[Any]) -> None:
    decided, total = count_decided(state(log_of(made)))
    assert 0 <= decided <= total <= count_decided(STORY)[1]


@given(moves)
def test_what_is_printed_is_valid_by_the_schema(made: list[Any]) -> None:
    laid = state(log_of(made))
    SCHEMA.validate(laid.to_dict())
    SCHEMA.validate(without_rejected(laid).to_dict())


@needs_shared
def test_the_story_of_these_tests_keeps_the_contract() -> None:
    assert load_contract()(STORY.to_dict()) == []


@needs_shared
@given(made=moves)
@pytest.mark.parametrize("rejected", [True, False])
def test_what_is_printed_keeps_the_contract(rejected: bool, made: list[Any]) -> None:
    laid = state(log_of(made))
    printed = laid if rejected else without_rejected(laid)
    assert load_contract()(printed.to_dict(), rejected=rejected) == []
