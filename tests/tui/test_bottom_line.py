"""Tests for what the bottom line names, for how long it tells what happened, and for the ways back."""

from __future__ import annotations

import pytest

from annotator.session import Session
from annotator.tui import AnnotatorApp
from annotator.tui.screens.home import HomeScreen
from annotator.tui.screens.matrix import MatrixScreen
from annotator.tui.screens.passages import PassagesScreen
from annotator.tui.screens.timeline import TimelineScreen
from annotator.view import PLACES
from tests.tui.screens import NARROW, WIDE, home_of, last_line, settle, text_of, until


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
async def test_every_screen_names_the_ways_on_and_back_with_words_at_80_columns(app: AnnotatorApp, place) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("g", place.letter)
        await until(pilot, lambda: pilot.app.screen.place == place.name)
        for words in ("g go to", "q back", "? help"):
            assert words in last_line(pilot)
        assert len(last_line(pilot)) <= 80


async def test_passages_name_settling_and_each_side_at_80_columns(app: AnnotatorApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("g", "x", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PassagesScreen))
        await until(pilot, lambda: "s settle  x reject  1 Tuesday  2 Monday" in last_line(pilot))
        assert last_line(pilot).endswith("1 of 2")


async def test_the_other_screens_are_listed_at_a_click_and_the_next_key_goes_there(app: AnnotatorApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.click("#footer", offset=(last_line(pilot).index("go to") + 1, 0))
        await until(pilot, lambda: "Go to the matrix" in text_of(pilot))
        await pilot.press("m")
        await until(pilot, lambda: isinstance(pilot.app.screen, MatrixScreen))


async def test_by_mouse_alone_another_screen_is_two_clicks_away(app: AnnotatorApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        for words in ("go to", "Go to the matrix"):
            row, line = next((i, t) for i, t in enumerate(text_of(pilot).splitlines()) if words in t)
            await pilot.click(offset=(line.index(words) + 1, row))
            await pilot.pause()
        await until(pilot, lambda: isinstance(pilot.app.screen, MatrixScreen))


async def test_a_click_beside_the_list_of_screens_takes_it_away(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g")
        await until(pilot, lambda: "Go to the matrix" in text_of(pilot))
        await pilot.click(offset=(100, 5))
        await until(pilot, lambda: "Go to the matrix" not in text_of(pilot))
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_one_step_back_from_any_screen_is_the_text(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g", "m", "g", "t")
        await until(pilot, lambda: isinstance(pilot.app.screen, TimelineScreen))
        await pilot.press("q")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))


async def test_a_screen_gone_to_again_stands_where_it_was_left(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g", "m", "j")
        await until(pilot, lambda: isinstance(pilot.app.screen, MatrixScreen) and pilot.app.screen.rows.cursor == 1)
        await pilot.press("g", "t", "g", "m")
        await until(pilot, lambda: isinstance(pilot.app.screen, MatrixScreen) and pilot.app.screen.rows.cursor == 1)


async def test_what_was_done_is_told_once_and_not_again_on_the_screen_below(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g", "q", "x")
        await until(pilot, lambda: last_line(pilot).startswith("Rejected"))
        await pilot.press("q")
        await until(pilot, lambda: pilot.app.screen is home_of(pilot))
        assert "Rejected" not in last_line(pilot)


async def test_a_click_takes_the_sentence_away_and_does_nothing_else_on_the_bottom_line(
    app: AnnotatorApp, session: Session
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g", "q", "x")
        await until(pilot, lambda: last_line(pilot).startswith("Rejected"))
        decided, log = session.progress(), session.log
        await pilot.click("#footer", offset=(3, 0))
        await until(pilot, lambda: "? help" in last_line(pilot))
        assert (session.progress(), session.log) == (decided, log)


async def test_a_digit_that_is_no_answer_is_told_so(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g", "x", "s")
        await until(pilot, lambda: "Settle" in text_of(pilot))
        await pilot.press("7")
        await until(pilot, lambda: "7 is none of these; Esc back" in text_of(pilot))


async def test_a_dialog_is_answered_by_clicks_on_the_words_in_its_border(app: AnnotatorApp, session: Session) -> None:
    async def click(words: str) -> None:
        await until(pilot, lambda: words in text_of(pilot))
        row, line = next((i, t) for i, t in enumerate(text_of(pilot).splitlines()) if words in t)
        await pilot.click(offset=(line.index(words) + 1, row))

    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("g", "x")
        await click("s settle")
        await click("both are true")
        await click("Enter takes")
        await until(pilot, lambda: "Why: both true" in text_of(pilot))
        await click("Enter takes")
        await until(pilot, lambda: session.progress()[0] == 1)
        await pilot.press("s")
        await click("Esc back")
        await until(pilot, lambda: "both are true" not in text_of(pilot))
        assert session.progress()[0] == 1
