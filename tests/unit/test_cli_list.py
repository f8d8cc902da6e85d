"""`annotator list` prints the rows of the screens with the same filter grammar."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from annotator.cli.app import cli
from annotator.cli.diagnostics import ExitCode, report
from annotator.cli.list_command import LISTS
from annotator.errors import AnnotatorError, UsageError
from annotator.session import open_story
from annotator.view import LISTINGS
from tests.story_builders import TEXTS, make_story


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    sources = [(f"{name}.txt", text) for name, text in TEXTS.items()]
    with open_story(sources, workspace=tmp_path / "ferry.annotator", by="mo") as session:
        session.adopt(make_story())
        return session.workspace


def run(*words: object) -> Result:
    return CliRunner().invoke(cli, ["list", *(str(w) for w in words)])


def test_the_command_offers_every_list_there_is() -> None:
    assert (*LISTINGS, "adjudication") == LISTS


def test_claims_are_lines_that_are_not_cut_and_begin_with_sign_and_handle(workspace: Path) -> None:
    lines = run(workspace, "--filter", "voice:own is:flagged").stdout.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("· ! A4")
    assert lines[0].endswith("The harbour master slammed the reckless crew.  2/2")


@pytest.mark.parametrize(
    ("what", "line", "number"),
    [
        ("claims", "", 8),
        ("disagreements", "kind:date", 1),
        ("sources", "role:person", 3),
        ("sources", "role:outlet", 3),
        ("quotations", "is:once", 2),
        ("queue", "kind:disagreement", 2),
    ],
)
def test_each_list_has_its_rows_as_text_and_as_json(workspace: Path, what: str, line: str, number: int) -> None:
    text = run(workspace, "--what", what, "--filter", line).stdout
    assert len(text.splitlines()) == number
    printed = json.loads(run(workspace, "--what", what, "--filter", line, "--format", "json").stdout)
    assert (printed["what"], printed["filter"]) == (what, line)
    assert [row["row"] for row in printed["rows"]] == text.splitlines()
    assert all(set(LISTINGS[what].fields) < set(row) for row in printed["rows"])


@pytest.mark.parametrize("line", ["colour:red", "“open", '"open'])
def test_a_filter_that_cannot_be_read_is_refused_or_finds_nothing(workspace: Path, line: str) -> None:
    done = run(workspace, "--filter", line)
    if line == "“open":  # a mark of the text, not of the grammar
        assert done.stdout == ""
        return
    assert isinstance(done.exception, UsageError)


def test_a_refusal_is_one_line_and_exit_code_2(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done = run(workspace, "--filter", "sorce:x")
    assert isinstance(done.exception, AnnotatorError)
    assert report(done.exception) is ExitCode.BAD_INPUT
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "did you mean source?" in said
