"""Taking over a changed file from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.decisions import place_of
from annotator.errors import UsageError
from annotator.model import Span, TagSpan
from annotator.session import open_story
from tests.unit.test_cli_commands import FIRST, refusal, run, story, workspace

__all__ = ["story", "workspace"]


@pytest.fixture
def marked(workspace: Path, story: Path) -> Path:
    """Two labels on the first text, and a file in which the words of one of them are others."""
    with open_story([], workspace=workspace, by="Ada") as session:
        document = next(d for d in session.analysis.documents if d.path.endswith("first.txt"))
        for words in ("two days", "the fall of the crane"):
            at = document.text.index(words)
            session.apply(TagSpan(place_of(document, Span(at, at + len(words))), "Time"))
    (story / "first.txt").write_text(FIRST.replace("two days", "three days"), encoding="utf-8")
    return workspace


def texts(workspace: Path) -> list[str]:
    with open_story([], workspace=workspace) as session:
        return [d.text for d in session.analysis.documents]


def test_a_dry_run_prints_difference_and_fates_and_changes_nothing(marked: Path) -> None:
    before = texts(marked)
    done = run("update", marked, "--dry-run")
    assert done.exit_code == 0
    assert done.stdout.startswith("first.txt: +1 -1 words; ")
    assert "was shut for [-two-]{+three+} days after" in done.stdout
    assert "changed    [-two-]{+three+} days" in done.stdout
    assert "the fall of the crane   " not in done.stdout  # it stays where it is
    assert "1 document would be updated" in done.stderr
    assert texts(marked) == before


def test_an_update_takes_the_text_over_and_names_what_waits(marked: Path) -> None:
    done = run("update", marked, "first.txt")
    assert done.exit_code == 0
    assert "changed    [-two-]{+three+} days" in done.stdout
    assert "updated 1 document" in done.stderr
    assert "to look at: annotator open" in done.stderr
    assert any("three days" in text for text in texts(marked))
    with open_story([], workspace=marked) as session:
        assert not session.needs_analysis
        assert [t.text for t in session.analysis.tags] == ["the fall of the crane"]
    again = run("update", marked)
    assert (again.exit_code, again.stdout) == (0, "")
    assert "no file has changed" in again.stderr


def test_what_has_not_changed_is_gone_or_unknown_is_said(marked: Path, story: Path) -> None:
    assert "second.txt has not changed" in run("update", marked, "second.txt", "--dry-run").stderr
    (story / "second.txt").unlink()
    assert "second.txt is gone; the stored version stays" in run("update", marked, "--dry-run").stderr
    assert "no document third.txt in this story" in refusal("update", marked, "third.txt", kind=UsageError)


def test_a_text_that_writes_to_the_terminal_cannot_do_so_through_the_report(marked: Path, story: Path) -> None:
    (story / "first.txt").write_text(FIRST + "\n\x1b[2Jgone\u202e\n", encoding="utf-8")
    done = run("update", marked, "--dry-run")
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
