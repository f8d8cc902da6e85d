"""The three lists of disagreements, agreements and lone facts: what of them is in view."""

from __future__ import annotations

from annotator.tui import AnnotatorApp
from annotator.tui.widgets.virtual_list import VirtualList
from tests.tui.screens import NARROW, last_line, settle


async def test_a_list_is_no_taller_than_its_rows(app: AnnotatorApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("g", "x")
        await pilot.pause()
        lists = list(app.screen.query(VirtualList))
        assert [shown.id for shown in lists] == ["conflicting", "agreed", "single-source"]
        assert all(3 <= shown.outer_size.height <= max(shown.count, 1) + 2 for shown in lists)


async def test_before_the_first_search_nothing_is_found(app: AnnotatorApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("g", "slash")
        await pilot.pause()
        assert last_line(pilot).endswith("nothing found")


async def test_the_list_in_focus_takes_no_row_from_the_others_that_it_does_not_fill(app: AnnotatorApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("g", "x", "tab")
        await pilot.pause()
        shown = app.screen.query_one("#conflicting", VirtualList)
        assert app.screen.focused.id == "agreed"
        assert shown.outer_size.height >= min(shown.count, 3) + 2
