"""Every command survives the log."""

from __future__ import annotations

import json

from hypothesis import given

from annotator.decisions import slot_of
from annotator.model import Accept, AddDocuments, Anchor, AnchorKind, Command, Reject, RemoveLabel
from annotator.store.codec import canonical, decode_command, encode_command
from tests.command_strategies import commands
from tests.story_builders import make_story

STORY = make_story()


@given(commands(STORY))
def test_a_command_comes_back_from_its_row(command: Command) -> None:
    name, values = encode_command(command)
    assert decode_command(name, json.loads(canonical(values))) == command


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
