"""The list of claims and the list of own voice, by keys."""

from __future__ import annotations

import pytest

from annotator.session import Session
from annotator.tui import AnnotatorApp
from annotator.tui.screens.claims import ClaimsScreen
from annotator.tui.screens.own import OwnScreen
from tests.tui.screens import NARROW, WIDE, home_of, last_line, settle, text_of, until


async def open_claims(pilot, letter: str = "c", kind: type = ClaimsScreen) -> ClaimsScreen:
    await settle(pilot)
    await pilot.press("g", letter)
    await until(pilot, lambda: isinstance(pilot.app.screen, kind))
    await pilot.pause()
    return pilot.app.screen


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_every_claim_is_a_row_and_enter_goes_to_its_text(app: AnnotatorApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        screen = await open_claims(pilot)
        assert "claims 1 of 8" in last_line(pilot)
        await pilot.press("n", "j")
        claim = screen.claim
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is home_of(pilot))
        assert home_of(pilot).claim.id == claim.id


async def test_o_sorts_anew_and_says_by_what(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await open_claims(pilot)
        await pilot.press("o")
        await until(pilot, lambda: "Sorted by check-worthiness" in last_line(pilot))


async def test_a_claim_can_be_rejected_and_brought_back(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await open_claims(pilot)
        await pilot.press("x")
        await until(pilot, lambda: screen.claim.decision is not None)
        await pilot.press("u")
        await until(pilot, lambda: screen.claim.decision is None)


async def test_nothing_decides_all_claims_at_once(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await open_claims(pilot)
        assert not screen.can("decide_all")


async def test_own_voice_is_the_list_of_claims_with_that_filter(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await open_claims(pilot, "v", OwnScreen)
        assert "filter: voice:own" in text_of(pilot)
        assert "own voice 1 of 4" in last_line(pilot)
        await pilot.press("F")
        await until(pilot, lambda: "own voice 1 of 8" in last_line(pilot))


async def test_the_three_lists_are_filtered_together(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g", "x")
        await until(pilot, lambda: "disagreements 1 of 2" in last_line(pilot))
        await pilot.press("f", *"kind:date", "enter")
        await until(pilot, lambda: "filter: kind:date" in text_of(pilot))
        assert "disagreements 1 of 1" in last_line(pilot)
        await pilot.press("F")
        await until(pilot, lambda: "disagreements 1 of 2" in last_line(pilot))


async def test_a_filter_saved_in_one_list_is_used_in_another_and_in_the_next_run(session: Session) -> None:
    first = AnnotatorApp(session, theme="dark")
    async with first.run_test(size=WIDE) as pilot:
        await open_claims(pilot, "c", ClaimsScreen)
        await pilot.press("f", *"@mine = outlet:Harrow", "enter")
        await until(pilot, lambda: "filter: outlet:Harrow" in text_of(pilot))
        assert "claims 1 of 2" in last_line(pilot)
        await pilot.press("g", "x")
        await until(pilot, lambda: "disagreements 1 of 2" in last_line(pilot))
        await pilot.press("f", *"@mine", "enter")
        await until(pilot, lambda: "filter: outlet:Harrow" in text_of(pilot))
        await pilot.press("Q")
    second = AnnotatorApp(session, theme="dark")
    async with second.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await until(pilot, lambda: pilot.app.screen.is_mounted)
        await pilot.press("f")
        await until(pilot, lambda: "saved: @mine" in text_of(pilot))
        await pilot.press(*"@other", "enter")
        await until(pilot, lambda: "no filter is saved as @other" in text_of(pilot))
