"""Every command survives the log."""

from __future__ import annotations

import json

from hypothesis import given

from annotator.model import AddDocuments, Command
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
