"""The timeline by keys: from a document to its text, from what was taken to the words, from a claim to its way."""

from __future__ import annotations

from annotator.tui import AnnotatorApp
from annotator.tui.screens.copied import CopiedScreen
from annotator.tui.screens.path import PathScreen
from annotator.tui.screens.timeline import TimelineScreen
from tests.tui.screens import NARROW, WIDE, home_of, last_line, settle, text_of, until


async def open_timeline(pilot) -> None:
    await settle(pilot)
    await pilot.press("g", "t")
    await until(pilot, lambda: isinstance(pilot.app.screen, TimelineScreen))
    await pilot.pause()


async def go_to_link(pilot) -> None:
    await open_timeline(pilot)
    screen = pilot.app.screen
    screen.rows.cursor = next(i for i, item in enumerate(screen._items) if ">" in item.key)
    await pilot.pause()


async def test_documents_stand_on_one_line_with_what_they_take(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await open_timeline(pilot)
        assert "copies Tidepost" in text_of(pilot)
        assert "timeline 1 of 4" in last_line(pilot)


async def test_enter_opens_the_document(app: AnnotatorApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await open_timeline(pilot)
        name = pilot.app.screen.document.id
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is home_of(pilot))
        assert home_of(pilot).document.id == name


async def test_enter_on_a_link_shows_the_copied_words_and_enter_again_their_place(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await go_to_link(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CopiedScreen))
        await pilot.pause()
        edge = pilot.app.screen.edge
        assert text_of(pilot).count("The ferry Osprey ran aground on") >= 2
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is home_of(pilot))
        assert home_of(pilot).document.id == edge.target


async def test_enter_in_the_left_panel_goes_into_the_earlier_text(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await go_to_link(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, CopiedScreen))
        edge = pilot.app.screen.edge
        await pilot.press("tab", "enter")
        await until(pilot, lambda: pilot.app.screen is home_of(pilot))
        assert home_of(pilot).document.id == edge.source


async def test_the_way_of_the_fact_at_the_cursor_is_one_key_away_and_escape_comes_back(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("T")
        await until(pilot, lambda: isinstance(pilot.app.screen, PathScreen))
        await pilot.pause()
        screen = text_of(pilot)
        assert "first to say it" in screen
        assert "from Tidepost" in screen
        assert "2 origins" in screen
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is home_of(pilot))
