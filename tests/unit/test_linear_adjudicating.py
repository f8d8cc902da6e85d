"""Settling where people differ, as lines, and the same list on the command line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator.cli.app import cli
from annotator.decisions import Ruled, anchor_of
from annotator.linear import Dialogue
from annotator.model import Accept, CorrectDocument, DocumentPart, Hear, Reject
from annotator.session import Session, open_story
from tests.story_builders import TEXTS, make_story

AT = "2031-05-07T10:00:00.000Z"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """mo and bo differ on a genre and on a flag."""
    sources = [(f"{name}.txt", text) for name, text in TEXTS.items()]
    with open_story(sources, workspace=tmp_path / "ferry.annotator", by="mo", clock=lambda: AT) as opened:
        opened.adopt(make_story())
        analysis = opened.analysis
        document = anchor_of(analysis.documents[0], analysis)
        flag = anchor_of(next(f for c in analysis.claims for f in c.flags), analysis)
        opened.apply(CorrectDocument(document, DocumentPart.GENRE, "opinion", "it argues"), Accept(flag))
        theirs = (CorrectDocument(document, DocumentPart.GENRE, "analysis"), Reject(flag))
        opened.take_over((), [Ruled(i, "bo", AT, Hear(c)) for i, c in enumerate(theirs)])
        yield opened


@pytest.fixture
def dialogue(session: Session) -> Dialogue:
    return Dialogue(session, width=400)


def said(dialogue: Dialogue, line: str) -> str:
    reply = dialogue.answer(line)
    assert reply.refusal is None, reply.lines
    return "\n".join(reply.lines)


def refused(dialogue: Dialogue, line: str) -> str:
    reply = dialogue.answer(line)
    assert reply.refusal is not None
    return " ".join(reply.lines)


def test_the_cases_are_named_with_who_said_what(dialogue: Dialogue) -> None:
    assert said(dialogue, "list adjudication").splitlines() == [
        "Adjudication: 2, 2 open.",
        "J1. Tidepost: What genre is it? 1 opinion (mo), 2 analysis (bo). Open.",
        "J2. Tidepost: Is it loaded language? 1 accepted (mo), 2 rejected (bo). Open.",
    ]
    assert "1 fit about:genre" in said(dialogue, "list adj about:genre")


def test_a_case_is_told_in_full(dialogue: Dialogue) -> None:
    assert said(dialogue, "show j1").splitlines() == [
        "Tidepost: What genre is it?",
        "1: opinion, say mo. “it argues”",
        "2: analysis, say bo.",
        "Nobody has settled it.",
    ]


def test_a_version_is_taken_with_its_reason_and_can_be_taken_back(dialogue: Dialogue, session: Session) -> None:
    assert "Took the version of bo: corrected the genre" in said(dialogue, "take J1 2 because the byline says so")
    assert session.analysis.documents[0].genre.type == "analysis"
    assert "for analysis: the byline says so." in said(dialogue, "show J1")
    assert "1 fit is:settled" in said(dialogue, "list adjudication is:settled")
    said(dialogue, "undo")
    assert session.analysis.documents[0].genre.type == "opinion"
    assert "Nobody has settled it." in said(dialogue, "show J1")


def test_none_of_the_versions_can_be_taken(dialogue: Dialogue, session: Session) -> None:
    said(dialogue, "take J1 none")
    assert session.analysis.documents[0].genre == session.suggestions.documents[0].genre


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("take", "such as take J3 2"),
        ("take B1 2", "such as take J3 2"),
        ("take J9 1", "There is no J9"),
        ("take J1", "It has 1 opinion, 2 analysis"),
        ("take J1 3", "It has 1 opinion, 2 analysis"),
        ("take J1 \u00b2", "It has 1 opinion"),
        ("show J0", "There is no J0"),
        ("list adjudication who:bo", "no field"),
    ],
)
def test_what_is_not_clear_is_asked_for_and_changes_nothing(
    dialogue: Dialogue, session: Session, line: str, hint: str
) -> None:
    lines = len(session.log)
    assert hint in refused(dialogue, line)
    assert len(session.log) == lines


def test_the_command_line_lists_what_came_of_ones_versions(dialogue: Dialogue, session: Session) -> None:
    said(dialogue, "take J1 1")
    session.close()
    arguments = ["list", str(session.workspace), "--what", "adjudication", "--filter", "by:bo -was:bo is:settled"]
    done = CliRunner().invoke(cli, arguments)
    assert done.stdout == "✓ genre  Tidepost  1 opinion mo  2 analysis bo  settled: opinion\n"
    rows = json.loads(CliRunner().invoke(cli, [*arguments, "--format", "json"]).stdout)["rows"]
    assert (rows[0]["was"], rows[0]["by"], rows[0]["is"]) == (["mo"], ["mo", "bo"], ["settled"])


def test_where_nobody_differs_the_list_is_empty(tmp_path: Path) -> None:
    with open_story([("a.txt", "The pier is open.")], workspace=tmp_path / "a.annotator", by="mo") as opened:
        assert said(Dialogue(opened), "list adjudication") == "Adjudication: none, 0 open."
