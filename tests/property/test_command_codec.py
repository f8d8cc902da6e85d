"""Every command survives the log."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from annotator.decisions import describe, slot_of, value_of
from annotator.model import Accept, AddDocuments, Anchor, AnchorKind, Command, Reject, RemoveLabel
from annotator.store.codec import canonical, decode_command, encode_command
from tests.command_strategies import commands
from tests.story_builders import make_story

STORY = make_story()


@given(commands(STORY))
def test_a_command_comes_back_from_its_row(command: Command) -> None:
    name, values = encode_command(command)
    assert decode_command(name, json.loads(canonical(values))) == command


@given(commands(STORY), st.data())
def test_a_line_with_odd_values_is_unknown_or_can_be_told(command: Command, data: st.DataObject) -> None:
    name, values = encode_command(command)
    broken = json.loads(canonical(values))
    holder, key = data.draw(st.sampled_from([*_leaves(broken)]))
    holder[key] = data.draw(st.sampled_from([1.5, 2**70, True, {"a": 1}, [[1]]]).filter(lambda odd: odd != holder[key]))
    made = decode_command(name, broken)
    if made is not None:  # an odd value that is read as what it should be
        assert {made: describe([made]), slot_of(made): value_of(made)}


def _leaves(values: Any) -> Iterator[tuple[Any, Any]]:
    """Every place of a JSON value that holds no other value."""
    for key, value in values.items() if isinstance(values, dict) else enumerate(values):
        if value and isinstance(value, dict | list):
            yield from _leaves(value)
        else:
            yield values, key


def test_documents_that_were_added_come_back() -> None:
    command = AddDocuments(("d1", "d2-2"))
    assert decode_command(*encode_command(command)) == command


def test_a_log_that_nests_decisions_without_end_is_not_followed() -> None:
    name, values = encode_command(RemoveLabel("Money"))
    for _ in range(400):
        name, values = "hear", {"command": {"type": name, "data": values}}
    assert decode_command(name, values) is None


def test_decisions_without_a_place_have_no_question_that_fails() -> None:
    nowhere = [Anchor(kind, (), None) for kind in AnchorKind]
    assert all(slot_of(command(anchor)) for anchor in nowhere for command in (Accept, Reject))
