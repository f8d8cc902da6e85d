"""Quotations by keys: rows, filter, side by side, decisions."""

from __future__ import annotations

from pathlib import Path

from annotator.session import open_story
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


async def test_versions_are_put_side_by_side_and_n_goes_to_the_next_quotation_of_several(tmp_path: Path) -> None:
    texts = {
        "first": "“We will open the lock in May and it will hold,” said Ilse Marrow.\n",
        "second": "“We may open the lock in May and it will hold,” said Ilse Marrow.\n",
    }
    sources = [(f"{name}.txt", text) for name, text in texts.items()]
    with open_story(sources, workspace=tmp_path / "lock.annotator", by="mo") as session:
        session.analyse()
        async with AnnotatorApp(session, theme="dark").run_test(size=WIDE) as pilot:
            screen = await open_quotations(pilot)
            assert "changed" in text_of(pilot)
            await pilot.press("enter")
            await until(pilot, lambda: "The same quotation" in text_of(pilot))
            assert "Ilse Marrow: “We" in text_of(pilot)
            assert "quotations 1 of 1" in last_line(pilot)
            await pilot.press("n", "escape")
            await until(pilot, lambda: pilot.app.screen is screen)
