"""Quotations by keys: rows, filter, side by side, decisions."""

from __future__ import annotations

from annotator.tui import AnnotatorApp
from annotator.tui.screens.quotations import QuotationsScreen
from tests.tui.screens import NARROW, WIDE, home_of, last_line, settle, text_of, until


async def open_quotations(pilot) -> QuotationsScreen:
    await settle(pilot)
    await pilot.press("g", "k")
    await until(pilot, lambda: isinstance(pilot.app.screen, QuotationsScreen))
    await pilot.pause()
    return pilot.app.screen


async def test_a_quotation_is_shown_with_speaker_words_and_outlet(app: AnnotatorApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await open_quotations(pilot)
        await pilot.press("j")
        shown = text_of(pilot)
        assert "Ilse Marrow" in shown
        assert "We heard a bang" in shown
        assert "Tidepost" in shown
        assert "quotations 2 of 2" in last_line(pilot)


async def test_enter_goes_to_the_text_of_a_quotation_that_stands_once(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await open_quotations(pilot)
        claim = screen.claim
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is home_of(pilot))
        assert home_of(pilot).claim.id == claim.id


async def test_x_says_that_the_speaker_is_wrong_and_u_takes_it_back(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await open_quotations(pilot)
        number = len(screen.items())
        await pilot.press("x")
        await until(pilot, lambda: len(screen.items()) == number - 1)
        await pilot.press("u")
        await until(pilot, lambda: len(screen.items()) == number)


async def test_a_filter_that_fits_nothing_says_how_to_see_all(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await open_quotations(pilot)
        await pilot.press("f", *"is:changed", "enter")
        await until(pilot, lambda: "No row fits the filter. F shows all." in text_of(pilot))
