"""Exports carry what was found and decided, and nothing of a document runs in them."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

import annotator
from annotator.export import export_csv, export_json, export_markdown, export_table
from annotator.export.csv_tables import safe_cell
from annotator.export.phrases import escape
from annotator.model import Analysis, Decision, Settlement, Status
from annotator.samples import sample_story

HOSTILE = (
    '=HYPERLINK("http://bad.example","x") is what the mayor said. <script>alert(1)</script> [click](javascript:1) '
    "| \x1b]0;x\x07 \u202eevil \x9b31m `code` **bold** [sic] [/b]."
)


@pytest.fixture(scope="module")
def sample() -> Analysis:
    return annotator.analyze(sample_story())


@pytest.fixture(scope="module")
def hostile() -> Analysis:
    return annotator.analyze([("=a.txt", HOSTILE), ("b.txt", HOSTILE + "\n\nThe mayor resigned on Tuesday.")])


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_csv_has_one_row_an_object(sample: Analysis) -> None:
    tables = export_csv(sample)
    names = ["documents", "claims", "attributions", "facts", "groups", "disagreements", "flags", "labels", "marks"]
    assert list(tables) == names
    assert len(rows(tables["documents"])) == len(sample.documents)
    assert len(rows(tables["groups"])) == sum(len(k.claims) for k in sample.clusters)
    assert len(rows(tables["claims"])) == len(sample.claims)
    assert len(rows(tables["facts"])) == sum(len(c.facts) for c in sample.claims)
    assert len(rows(tables["disagreements"])) == sum(len(d.sides) for d in sample.disagreements)


def test_csv_says_what_rule_made_each_suggestion_and_how_sure_it_is(sample: Analysis) -> None:
    tables = export_csv(sample)
    for name, sure in (("attributions", "confidence"), ("disagreements", "confidence"), ("flags", "strength")):
        made = rows(tables[name])
        assert made
        assert all("@" in row["detector"] and 0 <= float(row[sure]) <= 1 for row in made)
        assert {row["status"] for row in made} == {"suggested"}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "  =", "|", "%", "＝", "\u3000=", "\n@"])
def test_a_cell_that_starts_like_a_formula_is_text(start: str) -> None:
    assert safe_cell(f"{start}1+1").startswith("'")


def test_a_number_of_ours_stays_a_number() -> None:
    assert safe_cell(-3) == "-3"
    assert safe_cell(None) == ""


def test_no_cell_of_a_hostile_story_is_a_formula_or_carries_controls(hostile: Analysis) -> None:
    for text in export_csv(hostile).values():
        for row in rows(text):
            for cell in row.values():
                assert not cell.startswith(("=", "+", "@", "\t"))
                assert "\x1b" not in cell
                assert "\x9b" not in cell
                assert "\u202e" not in cell


@pytest.mark.parametrize("exporter", [export_markdown, export_table])
def test_reports_of_a_hostile_story_hold_no_control_characters(exporter: object, hostile: Analysis) -> None:
    text = exporter(hostile)  # type: ignore[operator]
    assert text
    assert not {c for c in text if ord(c) < 32 and c != "\n"} | ({c for c in text if 127 <= ord(c) < 160})
    assert "\u202e" not in text


def test_markdown_escapes_html_links_and_tables(hostile: Analysis) -> None:
    text = export_markdown(hostile)
    assert "\\<script\\>" in text
    assert "\\[click\\](javascript" in text
    assert "<script" not in text.replace("\\<script", "")
    assert escape("a | b") == "a \\| b"
    assert escape("# x") == "\\# x"
    assert escape("1. x") == "1\\. x"


def test_json_in_a_terminal_moves_nothing_and_parses_to_the_same(hostile: Analysis) -> None:
    import json

    text = export_json(hostile)
    assert "\x9b" not in text
    assert "\u202e" not in text
    assert json.loads(text)["documents"][0]["text"] == HOSTILE


def test_markdown_shows_what_was_decided_and_what_is_open(sample: Analysis) -> None:
    if len(sample.disagreements) < 2:
        pytest.fail("the sample story must hold disagreements")
    first, *rest = sample.disagreements
    value = first.sides[0].value
    made = Decision(
        Status.ACCEPTED, "Ada", reason="seen in the register", settlement=Settlement.SIDE_STANDS, stands=value
    )
    text = export_markdown(replace(sample, disagreements=(replace(first, decision=made), *rest)))
    decided, still_open = text.split("### Still open")
    assert f"**Decision: “{escape(value)}” stands** (Ada). Reason: seen in the register." in decided
    assert "Nobody has decided on it" in still_open


def test_markdown_marks_every_claim_with_its_source(sample: Analysis) -> None:
    text = export_markdown(sample)
    assert text.count("> - Source: ") == len(sample.claims)
    assert "Source: **own voice, no source**" in text


def test_every_line_of_the_table_fits_a_terminal_of_100_columns(sample: Analysis) -> None:
    assert max(map(len, export_table(replace(sample, title="x" * 300)).splitlines())) <= 100


def test_a_passage_shows_the_words_that_differ_in_bold(sample: Analysis) -> None:
    text = export_markdown(sample)
    side = sample.disagreements[0].sides[0]
    assert f"**{escape(side.text)}**" in text


def test_a_cell_is_one_line_and_json_holds_no_half_characters() -> None:
    assert safe_cell("a\r\nb\x1b") == "a␍ b␛"
    assert "\\ud8" not in export_json(annotator.analyze([("a.txt", HOSTILE)], title="x\ud800"))


@pytest.mark.parametrize("plain", ["002_a5.txt", "2.4 billion", "R&D"])
def test_what_is_no_markup_is_not_escaped(plain: str) -> None:
    assert escape(plain) == plain


@pytest.mark.parametrize("active", ["_a_", "&amp;", "www.bad.example", "http://bad.example", "- a", "1) a", "![a](b)"])
def test_what_could_be_markup_is_escaped(active: str) -> None:
    assert escape(active) != active
