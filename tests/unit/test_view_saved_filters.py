"""Filter lines under a name: saved on a screen, used in every list and on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator.cli.app import cli
from annotator.errors import UsageError
from annotator.linear import Dialogue
from annotator.session import open_story
from annotator.view import fill_in, save_filter, saved_in
from tests.story_builders import TEXTS, make_story


def test_a_line_is_saved_used_with_more_and_forgotten() -> None:
    line, saved = save_filter("@Hard = severity:conflict  -is:settled", {})
    assert line == "severity:conflict  -is:settled"
    assert save_filter("@hard outlet:wire", saved) == (f"{line} outlet:wire", saved)
    assert save_filter("@hard =", saved) == ("", {})


def test_a_saved_line_may_name_another_one_and_keeps_its_words() -> None:
    _, saved = save_filter("@a = is:open", {})
    line, saved = save_filter("@b = @a kind:date", saved)
    _, saved = save_filter("@a = is:settled", saved)
    assert fill_in("@b", saved) == line == "is:open kind:date"


@pytest.mark.parametrize("line", ['"@a"', "source:@a", "mail@a", "a@a.example", "@a.example"])
def test_an_at_sign_that_is_part_of_words_is_no_name(line: str) -> None:
    assert fill_in(line, {"a": "is:open"}) == line


def test_a_name_that_nothing_is_saved_under_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"no filter is saved as @hart; there are: @hard"):
        save_filter("@hart", {"hard": "is:open"})
    with pytest.raises(UsageError, match="save one on a screen"):
        fill_in("@hart", {})


def test_a_view_state_that_makes_no_sense_has_no_filters() -> None:
    assert saved_in({"filters": ["x"]}) == saved_in({}) == saved_in({"filters": {"x": 3}}) == {}


def test_the_command_line_and_the_dialogue_take_what_was_saved(tmp_path: Path) -> None:
    sources = [(f"{name}.txt", text) for name, text in TEXTS.items()]
    with open_story(sources, workspace=tmp_path / "ferry.annotator", by="mo") as session:
        session.adopt(make_story())
        session.save_view_state({**session.view_state, "filters": {"own": "voice:own is:flagged"}})
        assert "1 of 8 fit voice:own is:flagged" in "\n".join(Dialogue(session).answer("list claims @own").lines)
        workspace = session.workspace
    found = CliRunner().invoke(cli, ["list", str(workspace), "--filter", "@own"]).stdout.splitlines()
    assert len(found) == 1
    assert "slammed" in found[0]
