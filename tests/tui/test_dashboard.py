"""The dashboard by keys: another number, what it counts, the document."""

from __future__ import annotations

from annotator.tui import AnnotatorApp
from annotator.tui.screens.counted import CountedScreen
from annotator.tui.screens.dashboard import DashboardScreen
from annotator.tui.screens.passages import PassagesScreen
from tests.tui.screens import NARROW, WIDE, home_of, last_line, settle, text_of, until


async def open_dashboard(pilot) -> None:
    await settle(pilot)
    await pilot.press("g", "b")
    await until(pilot, lambda: isinstance(pilot.app.screen, DashboardScreen))
    await pilot.pause()


async def test_one_row_a_document_and_three_questions_about_the_story(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await open_dashboard(pilot)
        screen = text_of(pilot)
        assert all(name in screen for name in ("Tidepost", "Harrow", "Bulletin", "Story: one origin", "left out"))
        assert "dashboard 1 of 6" in last_line(pilot)


async def test_l_and_h_choose_a_number_and_the_detail_says_what_it_counts(app: AnnotatorApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await open_dashboard(pilot)
        assert "makes in its own voice" in text_of(pilot)
        assert "Space lists them" in text_of(pilot)
        await pilot.press("l")
        await until(pilot, lambda: "whom the document names" in text_of(pilot))
        await pilot.press("h")
        await until(pilot, lambda: "makes in its own voice" in text_of(pilot))


async def test_space_lists_what_the_number_counts_and_enter_goes_to_it(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await open_dashboard(pilot)
        name = pilot.app.screen.document.id
        await pilot.press("space")
        await until(pilot, lambda: isinstance(pilot.app.screen, CountedScreen))
        await pilot.pause()
        assert "own voice" in text_of(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is home_of(pilot))
        assert home_of(pilot).document.id == name


async def test_disagreements_that_are_counted_open_side_by_side(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await open_dashboard(pilot)
        await pilot.press(*"llllll", "space")
        await until(pilot, lambda: isinstance(pilot.app.screen, CountedScreen))
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PassagesScreen))


async def test_a_number_that_is_nought_lists_nothing_and_says_so(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await open_dashboard(pilot)
        await pilot.press("G", "space")
        await until(pilot, lambda: "the number is 0" in last_line(pilot))


async def test_enter_opens_the_document(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await open_dashboard(pilot)
        await pilot.press("j")
        await pilot.pause()
        name = pilot.app.screen.document.id
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is home_of(pilot))
        assert home_of(pilot).document.id == name


async def test_the_number_is_chosen_again_in_the_next_run(session) -> None:
    async with AnnotatorApp(session, theme="dark").run_test(size=WIDE) as pilot:
        await open_dashboard(pilot)
        await pilot.press("l", "l", "Q")
    async with AnnotatorApp(session, theme="dark").run_test(size=WIDE) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, DashboardScreen))
        await pilot.pause()
        assert "does not name" in text_of(pilot)
