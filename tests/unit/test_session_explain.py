"""annotator explain: rule, words, score and decision of what is suggested, and why nothing is where nothing is."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator.align import MIN_LINK
from annotator.cli.app import cli
from annotator.decisions import anchor_of
from annotator.errors import UsageError
from annotator.model import Analysis, Reject
from annotator.session import explain, open_story

TEXTS = {
    "alder.txt": "Ferry runs aground\n\nThe ferry Osprey ran aground at Quell Point on Monday with 40 people aboard. "
    "The harbour master slammed the reckless crew. “The crew was reckless,” said Ilse Marrow. "
    "A critical mass of mud lay there. Tea was served.\n",
    "birch.txt": "Ferry aground\n\nThe ferry Osprey ran aground at Quell Point on Monday with 52 people aboard. "
    "The weather was calm.\n",
}


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "ferry"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with open_story([folder], by="ada") as session:
        session.analyse()
    return tmp_path / "ferry.annotator"


def analysis_of(workspace: Path) -> Analysis:
    with open_story([workspace]) as session:
        return session.analysis


def said(workspace: Path, reference: str) -> str:
    return "\n".join(explain(workspace, reference))


def spot(words: str, name: str = "alder.txt") -> str:
    start = TEXTS[name].index(words)
    return f"{'A' if name == 'alder.txt' else 'B'}:{start}-{start + len(words)}"


def test_a_disagreement_is_named_with_rule_values_words_and_decision(workspace: Path) -> None:
    (found,) = [d for d in analysis_of(workspace).disagreements if d.kind.value == "quantity"]
    for reference in (found.id, "d1"):
        text = said(workspace, reference)
        for part in (found.id, found.detector, f"{found.confidence:.2f}", found.why, "“40”", "“52”", "nobody yet"):
            assert part in text


def test_a_decision_is_told_with_its_person_and_reason(workspace: Path) -> None:
    with open_story([workspace], by="ada") as session:
        flag = next(f for c in session.analysis.claims for f in c.flags if f.text == "slammed")
        session.apply(Reject(anchor_of(flag, session.analysis), "a quotation of the report"))
    text = said(workspace, flag.id)
    assert "decided: rejected by ada" in text
    assert "reason: a quotation of the report" in text
    assert flag.detector in text


def test_a_claim_brings_everything_that_is_on_it(workspace: Path) -> None:
    claim = next(c for c in analysis_of(workspace).claims if "Marrow" in c.text)
    text = said(workspace, claim.id)
    for attribution in claim.attributions:
        assert attribution.id in text
    assert "Ilse Marrow" in text
    assert all(f.id in text for f in claim.flags)


def test_words_in_quotation_marks_are_the_speakers(workspace: Path) -> None:
    text = said(workspace, spot("reckless,”"))
    assert "In quotation marks" in text
    assert "the speaker's words, so not charged to the outlet" in text


def test_a_term_of_art_is_told_to_be_one(workspace: Path) -> None:
    assert "“critical mass”: a term of art" in said(workspace, spot("critical mass"))


def test_plain_words_show_what_was_looked_for_and_the_nearest_claims(workspace: Path) -> None:
    text = said(workspace, spot("Tea was served"))
    assert "None of them found anything" in text
    assert "wording" in text
    assert f"in no cluster; a link needs {MIN_LINK:.2f}" in text


def test_values_are_compared_with_those_of_the_nearest_claims(workspace: Path) -> None:
    text = said(workspace, spot("Monday"))
    assert "date “Monday” beside" in text
    assert "agrees with: “" in text


def test_boilerplate_and_headings_have_no_claim(workspace: Path) -> None:
    assert "No claim stands at" in said(workspace, "A:18-20")


def test_a_document_is_explained_by_its_letter(workspace: Path) -> None:
    text = said(workspace, "A")
    assert "genre:" in text
    assert "because" in text


@pytest.mark.parametrize("reference", ["Z9", "x000", "A:5-2", "A:0-99999", "C:1-2", "", "\x1b[2J"])
def test_an_unknown_name_is_one_line(workspace: Path, reference: str) -> None:
    with pytest.raises(UsageError) as failed:
        explain(workspace, reference)
    assert str(failed.value).isprintable()


def test_the_command_prints_the_lines(workspace: Path) -> None:
    done = CliRunner().invoke(cli, ["explain", str(workspace), "A1"])
    assert done.exit_code == 0
    assert done.output.startswith("Claim A1 (")
