"""The program explains itself: help by place with words and signs, tooltips, hints that are clicked, the palette."""

from __future__ import annotations

from dataclasses import fields

import pytest

from annotator.tui import AnnotatorApp
from annotator.tui.helping import NOW, SIGNS_GROUP, WORDS, help_entries
from annotator.tui.keys import ACTIONS, Context, said
from annotator.tui.screens.dialogs import Choice
from annotator.tui.screens.help import Help, about_lines, entry_line, grouped
from annotator.tui.screens.history import HistoryScreen
from annotator.tui.widgets.one_line import OneLine
from annotator.view import ASCII, GLOSSARY, LEGEND, SIGNS, UNICODE, Room, Run
from tests.tui.screens import NARROW, WIDE, last_line, settle, text_of, until

WORKING = tuple(a for a in ACTIONS if Context.EVERYWHERE in a.contexts)
ENTRIES = help_entries(ACTIONS, WORKING)


def words_of(line) -> str:
    return "".join(run.text for run in line)


def test_the_help_begins_with_what_works_now_and_has_everything_once() -> None:
    groups = list(dict.fromkeys(e.group for e in ENTRIES))
    assert groups[0] == NOW
    assert groups[-2:] == [WORDS, SIGNS_GROUP]
    assert {e.action for e in ENTRIES if e.group == NOW} == {a.id for a in WORKING}
    assert {e.action for e in ENTRIES if e.action} == {a.id for a in ACTIONS}
    named = [e.action for e in ENTRIES if e.action]
    assert len([n for n in named if n in {a.id for a in WORKING}]) == len(WORKING)


def test_headings_stand_before_their_groups() -> None:
    rows = grouped(ENTRIES)
    assert rows[0] == NOW
    assert sum(isinstance(row, str) for row in rows) == len({e.group for e in ENTRIES})


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_signs_are_those_of_the_terminal(glyphs) -> None:
    room = Room(60, len, glyphs)
    shown = [words_of(entry_line(e, room)) for e in ENTRIES if e.sign]
    for (name, _), line in zip(SIGNS, shown, strict=True):
        assert line.strip().startswith(getattr(glyphs, name))


def test_every_sign_of_the_legend_is_explained_and_every_word_is_short() -> None:
    assert {name for name, _ in LEGEND} <= {name for name, _ in SIGNS}
    assert {name for name, _ in SIGNS} <= {f.name for f in fields(UNICODE)}
    for word, meaning in GLOSSARY:
        assert word == word.strip()
        assert len(said(meaning)) <= 130
        assert said(meaning).endswith(".")


def test_the_rest_of_a_long_entry_is_told_below_the_list() -> None:
    entry = next(e for e in ENTRIES if e.also == "disagreement")
    assert len(about_lines(entry, Room(70, len, UNICODE))) == 2


async def test_words_and_signs_are_found_and_enter_does_nothing_to_them(app: AnnotatorApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("question_mark", *"independent beginning")
        await until(pilot, lambda: "copies, and repeats of one" in text_of(pilot))
        await pilot.press("enter")
        assert isinstance(app.screen, Help)
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, Help))


async def test_the_cursor_of_the_help_goes_over_headings(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(app.screen, Help))
        for _ in range(8):
            await pilot.press("pagedown")
            assert app.screen.entry is not None
        for _ in range(9):
            await pilot.press("pageup")
        assert app.screen.entry == app.screen._entries[0]


async def test_what_works_elsewhere_says_where(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("colon", *"both are true", "enter")
        await until(pilot, lambda: "only in: side by side" in last_line(pilot))


async def test_hints_of_the_bottom_line_can_be_clicked_and_explain_themselves(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        at = text_of(pilot).splitlines()[-1].index("rate")
        await pilot.hover("#footer", offset=(at, 0))
        footer = app.screen.query_one("#footer", OneLine)
        await until(pilot, lambda: footer.tooltip == "Rate the outlet A to F or the claim 1 to 6, with a reason")
        await pilot.click("#footer", offset=(at, 0))
        await until(pilot, lambda: isinstance(app.screen, Choice))


async def test_the_header_explains_its_parts(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        header = app.screen.query_one("#header", OneLine)
        await pilot.hover("#header", offset=(text_of(pilot).splitlines()[0].index("decided"), 0))
        await until(pilot, lambda: "how many suggestions people have decided" in str(header.tooltip))
        await pilot.hover("#header", offset=(60, 0))
        await until(pilot, lambda: header.tooltip is None)


def test_a_line_knows_which_part_is_where() -> None:
    line = OneLine()
    line._line = (Run("ab"), Run("日", "dim"))
    assert [line.part_at(x) for x in (0, 1, 3, 4, 5)] == [
        None,
        (0, Run("ab")),
        (1, Run("日", "dim")),
        (1, Run("日", "dim")),
        None,
    ]


async def test_an_empty_list_names_one_key(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g", "h")
        await until(pilot, lambda: isinstance(app.screen, HistoryScreen))
        await pilot.press("f", *"zzzz", "enter")
        await until(pilot, lambda: "No row fits the filter. F shows all." in text_of(pilot))


@pytest.mark.parametrize("place", ["x", "m", "q", "c", "s", "k", "t", "b", "h"])
async def test_the_way_to_the_help_is_in_the_bottom_line_of_every_screen(app: AnnotatorApp, place: str) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        assert "? help" in last_line(pilot)
        await pilot.press("g", place)
        await pilot.pause()
        assert "? help" in last_line(pilot)


async def test_closing_a_view_from_the_help_leaves_the_last_one_open(app: AnnotatorApp) -> None:
    """It closed the screen that all others lie over, and an empty one was left."""
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await app.bench.home.run_by_id("close_view")
        await pilot.pause()
        assert app.screen is app.bench.home
        assert "leaves the program" in last_line(pilot)
