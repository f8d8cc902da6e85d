"""The review queue by keys: decide, skip, change, all at once, and one undo for it."""

from __future__ import annotations

from annotator.tui import AnnotatorApp
from annotator.tui.screens.review import ReviewScreen
from tests.tui.screens import NARROW, WIDE, home_of, last_line, settle, text_of, until


async def open_queue(pilot) -> ReviewScreen:
    await settle(pilot)
    await pilot.press("g", "q")
    await until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen))
    await pilot.pause()
    return pilot.app.screen


async def test_a_decision_goes_on_to_the_next_and_stays_to_be_changed(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await open_queue(pilot)
        first = screen.target
        await pilot.press("enter")
        await until(pilot, lambda: screen.target != first)
        await pilot.press("up", "x")
        await pilot.pause()
        assert screen.desk.thing(first).decision.status.value == "rejected"


async def test_the_list_counts_what_waits_apart_from_what_was_decided(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await open_queue(pilot)
        waiting = len(screen._all)
        assert f"Queue  {waiting} " in text_of(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: f"Queue  {waiting - 1}, 1 decided " in text_of(pilot))
        await pilot.press("u")
        await until(pilot, lambda: f"Queue  {waiting} " in text_of(pilot))


async def test_space_leaves_a_suggestion_undecided(app: AnnotatorApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        screen = await open_queue(pilot)
        first = screen.target
        await pilot.press("space")
        assert screen.target != first
        assert screen.desk.thing(first).decision is None


async def test_everything_that_fits_a_filter_is_decided_with_one_undo(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await open_queue(pilot)
        before = screen.desk.progress
        await pilot.press("f", *"kind:attribution", "enter")
        await until(pilot, lambda: "filter: kind:attribution" in text_of(pilot))
        number = len(screen._open_targets())
        assert number > 1
        await pilot.press("asterisk")
        await until(pilot, lambda: f"accept all {number} suggestions" in text_of(pilot))
        await pilot.press("1")
        await until(pilot, lambda: screen.desk.progress[0] == before[0] + number)
        await pilot.press("u")
        await until(pilot, lambda: screen.desk.progress == before)


async def test_what_waits_goes_and_comes_back_with_its_document(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        desk, gone = home_of(pilot).desk, home_of(pilot).document
        desk.remove(gone.id)
        screen = await open_queue(pilot)
        fewer = len(screen._items)
        await pilot.press("u")
        await until(pilot, lambda: len(screen._items) > fewer)
        await pilot.press("U")
        await until(pilot, lambda: len(screen._items) == fewer)
        await pilot.press("end")
        assert all(desk.claim(item.target) for item in screen._items)


async def test_p_shows_the_place_in_its_text(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await open_queue(pilot)
        claim = screen.claim
        await pilot.press("p")
        await until(pilot, lambda: pilot.app.screen is home_of(pilot))
        assert home_of(pilot).claim.id == claim.id


async def test_an_empty_queue_says_so(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await open_queue(pilot)
        screen.desk.accept_all(screen._open_targets())
        await pilot.pause()
        assert screen.desk.progress[0] == screen.desk.progress[1]
        await pilot.press("q")
        await until(pilot, lambda: pilot.app.screen is home_of(pilot))
        await pilot.press("g", "q")
        await until(pilot, lambda: "Nothing waits for a decision. Esc goes" in text_of(pilot))
        assert "back." in text_of(pilot)  # on the next line: the list is narrow
        assert "no queue" in last_line(pilot)
