"""What `annotator read` prints from a pipe, how it ends, and that its words and keys are those of the screens."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from annotator.cli.app import cli
from annotator.errors import UsageError
from annotator.linear import VERBS
from annotator.session import open_story
from annotator.tui.keys import ACTIONS

FIRST = "The crane was built in 1998, police said. The harbour was shut for two days after the fall of the crane."
SECOND = "The crane was built in 1996, the mayor said. The harbour was shut for two days after the fall of the crane."


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    (folder / "second.txt").write_text(SECOND, encoding="utf-8")
    return folder


def read(story: Path, commands: str, *options: str) -> Result:
    return CliRunner().invoke(cli, ["read", str(story), "--plain", *options], input=commands.encode())


def test_a_pipe_decides_and_the_workspace_keeps_it(story: Path) -> None:
    done = read(
        story, "# a script\nlist disagreements\nsettle D1 stands 1998 because the plate says so\n", "--by", "Ada"
    )
    assert done.exit_code == 0
    assert "D1. " in done.stdout
    assert "stands" in done.stdout
    with open_story([story]) as session:
        decision = session.analysis.disagreements[0].decision
    assert decision is not None
    assert (decision.by, decision.stands, decision.reason) == ("Ada", "1998", "the plate says so")


def test_a_pipe_ends_at_the_first_command_that_makes_no_sense_and_keeps_what_was_decided(story: Path) -> None:
    done = read(story, "settle D1 both true\nfoo\nundo\n")
    assert isinstance(done.exception, UsageError)
    assert str(done.exception).startswith("line 2: no command is called 'foo'; help names them")
    with open_story([story]) as session:
        assert session.progress()[0] == 1


def test_no_line_is_longer_than_the_width_and_none_holds_a_control_character(story: Path) -> None:
    done = read(story, "read\non 9\nlist claims\nshow A1\nhelp\n", "--width", "40")
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= 40
    assert all(line.isprintable() for line in lines)


def test_quit_ends_it_and_so_does_the_end_of_the_input(story: Path) -> None:
    assert read(story, "quit\nfoo\n").stdout == "Everything is saved.\n"
    assert read(story, "").stdout == ""


def test_words_and_keys_are_those_of_the_screens() -> None:
    ids = {"next": "go_next", "previous": "go_previous"}
    keys = {action.id: action.keys for action in ACTIONS}
    for verb in VERBS:
        if verb.key and verb.name not in ("help", "quit"):
            key = {"/": "slash"}.get(verb.key, verb.key)
            assert key in keys[ids.get(verb.name, verb.name)], verb.name
