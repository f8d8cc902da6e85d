"""Tests for the blank column between words and scroll bars."""

from __future__ import annotations

import asyncio

from textual.app import App, ComposeResult

from annotator.tui.widgets.virtual_list import VirtualList
from annotator.view import Run


class _Long(App[None]):
    """A list that is longer and wider than the screen."""

    def compose(self) -> ComposeResult:
        yield VirtualList(id="rows")


def test_a_blank_column_lies_between_a_full_line_and_the_scroll_bar() -> None:
    async def run() -> None:
        app = _Long()
        async with app.run_test(size=(40, 10)) as pilot:
            rows = app.query_one(VirtualList)
            rows.show(100, lambda _index, room: ((Run("x" * room.width),),))
            await pilot.pause()
            line = rows.render_line(0).text
            bar = rows.styles.scrollbar_size_vertical
            assert bar == 1
            assert line[: 40 - bar] == " " + "x" * (40 - bar - 2) + " "

    asyncio.run(run())
