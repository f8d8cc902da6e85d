"""Text of documents is shown as it is: no markup, no control character, no direction mark reaches the screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from time import process_time

import pytest

from annotator.model import Flag, FlagKind, FlagVoice, Side, Source, SourceRole
from annotator.session import open_story
from annotator.tui import AnnotatorApp
from annotator.tui.screens.dialogs import Option, filter_options
from annotator.tui.widgets.measuring import most_cells
from tests.story_builders import make_claim, make_document, make_story, spot
from tests.tui.screens import NARROW, WIDE, home_of, settle, text_of

EVIL = (
    "Mayor [sic] said [/b] and [red] \x1b]0;owned\x07 then \u202eesrever\u202c plus 渡し船 cafe\u0301 [$5 million].\n"
)
VISIBLE = ("[sic]", "[/b]", "[red]", "[$5 million]", "渡し船", "cafe\u0301")


def evil_story():
    """The ferry story with its first document, its names and its reasons hostile."""
    analysis = make_story()
    document = replace(
        make_document("evil", EVIL, title=EVIL.strip()),
        outlet=replace(analysis.documents[0].outlet, name="[b]Out[/] \x1b[2J"),
    )
    flag = Flag("f", FlagKind.LOADED_LANGUAGE, spot(document, "[red]"), "[red]", 0.9, FlagVoice.OUTLET, "e@1", EVIL)
    attribution = replace(
        analysis.claims[1].attributions[0],
        source=Source(None, EVIL, EVIL, SourceRole.PERSON),
        cue=None,
        content=(spot(document, "[sic]"),),
    )
    claim = make_claim(document, EVIL.strip(), flags=(flag,), attributions=(attribution,))
    other = analysis.claims[4]
    sides = (Side(claim.id, spot(document, "[/b]"), "[/b]", EVIL), analysis.disagreements[0].sides[1])
    disagreement = replace(analysis.disagreements[0], sides=sides, why=EVIL, cluster=None)
    return document, replace(
        analysis,
        title=EVIL,
        documents=(document, analysis.documents[1]),
        claims=(claim, other),
        clusters=(),
        disagreements=(disagreement,),
        provenance=(),
    )


@pytest.fixture
def evil_app(tmp_path: Path):
    document, analysis = evil_story()
    sources = [("evil.txt", document.text), ("harrow.txt", analysis.documents[1].text)]
    with open_story(sources, workspace=tmp_path / "evil.annotator", by="mo\x1b[31m") as session:
        session.adopt(analysis)
        yield AnnotatorApp(session, theme="dark")


def assert_harmless(shown: str) -> None:
    assert all(c.isprintable() for line in shown.splitlines() for c in line)


async def test_the_reader_shows_every_character_of_the_text(evil_app: AnnotatorApp) -> None:
    async with evil_app.run_test(size=(200, 50)) as pilot:
        await settle(pilot)
        shown = text_of(pilot)
        assert_harmless(shown)
        for words in VISIBLE:
            assert words in shown


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_every_screen_survives_hostile_names_values_and_reasons(evil_app: AnnotatorApp, size) -> None:
    async with evil_app.run_test(size=size) as pilot:
        await settle(pilot)
        for keys in (("g", "i"), ("a",), ("escape",), ("c",), ("escape",), ("r",), ("escape",), ("g", "x"), ("s",)):
            await pilot.press(*keys)
            await pilot.pause()
            assert_harmless(text_of(pilot))
        await pilot.press("escape", "enter")
        await pilot.pause()
        shown = text_of(pilot)
        assert_harmless(shown)
        assert "[sic]" in shown


async def test_decisions_on_hostile_text_are_named_harmlessly(evil_app: AnnotatorApp) -> None:
    async with evil_app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("x")
        await pilot.pause()
        await pilot.press("u")
        await pilot.pause()
        assert_harmless(text_of(pilot))


async def test_wide_characters_keep_the_columns_straight(evil_app: AnnotatorApp) -> None:
    async with evil_app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        strips = pilot.app.screen._compositor.render_strips()
        assert {strip.cell_length for strip in strips} == {WIDE[0]}


async def test_the_cursor_goes_over_wide_and_combining_characters(evil_app: AnnotatorApp) -> None:
    async with evil_app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        reader = home_of(pilot).reader
        reader.go_to(EVIL.index("渡"))
        await pilot.pause()
        before = pilot.app.cursor_position.x
        await pilot.press("right")
        assert pilot.app.cursor_position.x == before + 2


async def test_a_failed_analysis_is_told_without_markup(evil_app: AnnotatorApp) -> None:
    async with evil_app.run_test(size=WIDE, notifications=True) as pilot:
        await settle(pilot)
        evil_app.bench._complain("The analysis failed: [/b] [sic]")
        await pilot.pause(0.1)
        assert any("[/b] [sic]" in n.message for n in pilot.app._notifications)
        assert pilot.app.is_running


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_every_list_survives_hostile_names_and_quotations(evil_app: AnnotatorApp, size) -> None:
    async with evil_app.run_test(size=size) as pilot:
        await settle(pilot)
        for keys in ("g c", "g v", "g k", "g s", "e", "escape"):
            await pilot.press(*keys.split())
            await pilot.pause()
            assert_harmless(text_of(pilot))
        await pilot.press("o", "e")
        await pilot.pause()
        assert_harmless(text_of(pilot))
        await pilot.press("escape", "enter")
        await pilot.pause()
        shown = text_of(pilot)
        assert_harmless(shown)
        assert "Out" in shown


def test_a_picker_over_giant_passages_answers_while_one_types() -> None:
    passages = [Option(str(i), "ran and ran and " * 3000) for i in range(20)]
    began = process_time()
    assert filter_options(passages, "x" * 5000) == ()
    assert [o.value for o in filter_options(passages, "ran adn ran")][:2] == ["0", "1"]
    assert process_time() - began < 0.5


@pytest.mark.parametrize(
    ("word", "cells"), [("हिन्दी", 5), ("বাংলা", 5), ("తెలుగు", 5), ("渡し船", 6), ("cafe\u0301", 4), ("ferry", 5), ("", 0)]
)
def test_a_wrapped_line_has_room_in_terminals_that_give_spacing_marks_a_cell(word: str, cells: int) -> None:
    """As tmux 3.3 counts them."""
    assert most_cells(word) == cells
