"""The history, as the simplest of the list screens: rows, filter, what is told, and the way back into the text."""

from __future__ import annotations

from annotator.model import AnchorKind
from annotator.tui import AnnotatorApp
from annotator.tui.screens.history import HistoryScreen
from tests.tui.screens import NARROW, WIDE, home_of, last_line, settle, text_of, until


async def open_history(pilot) -> None:
    await settle(pilot)
    desk = pilot.app.bench.desk
    first, second, *_ = (t for t in desk.story.things if t.kind in (AnchorKind.ATTRIBUTION, AnchorKind.FLAG))
    desk.accept(first)
    desk.reject(second)
    await pilot.press("g", "h")
    await until(pilot, lambda: isinstance(pilot.app.screen, HistoryScreen))
    await pilot.pause()


async def test_deeds_are_listed_newest_first_with_who_and_what(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await open_history(pilot)
        screen = text_of(pilot)
        assert screen.index("rejected") < screen.index("accepted") < screen.index("added")
        assert "mo" in screen
        assert "history 1 of" in last_line(pilot)


async def test_what_was_undone_stays_and_says_so(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await open_history(pilot)
        assert "taken back" not in text_of(pilot)
        await pilot.press("u")
        await until(pilot, lambda: "taken back" in text_of(pilot))
        assert "undid" in text_of(pilot)


async def test_a_filter_keeps_rows_back_until_it_is_cleared(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await open_history(pilot)
        await pilot.press("f", *"did:accept", "enter")
        await until(pilot, lambda: "filter: did:accept" in text_of(pilot))
        assert "history 1 of 1" in last_line(pilot)
        await pilot.press("F")
        await until(pilot, lambda: "of 3" in last_line(pilot))


async def test_a_filter_that_fits_nothing_says_how_to_see_all_again(app: AnnotatorApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await open_history(pilot)
        await pilot.press("f", *"zeppelin", "enter")
        await until(pilot, lambda: "No row fits the filter. F shows all." in text_of(pilot))


async def test_a_filter_that_cannot_be_read_is_asked_for_again_with_the_reason(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await open_history(pilot)
        await pilot.press("f", *"dit:accept", "enter")
        await until(pilot, lambda: "did you mean did?" in text_of(pilot))


async def test_enter_leads_to_the_place_in_the_text_and_escape_home(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await open_history(pilot)
        place = pilot.app.screen.claim
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is home_of(pilot))
        assert home_of(pilot).claim.id == place.id


async def test_row_and_filter_are_there_again_in_the_next_run(session) -> None:
    first = AnnotatorApp(session, theme="dark")
    async with first.run_test(size=WIDE) as pilot:
        await open_history(pilot)
        await pilot.press("f", *"-did:reject", "enter")
        await until(pilot, lambda: "filter: -did:reject" in text_of(pilot))
        await pilot.press("Q")
    second = AnnotatorApp(session, theme="dark")
    async with second.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, HistoryScreen))
        await pilot.pause()
        assert "filter: -did:reject" in text_of(pilot)
