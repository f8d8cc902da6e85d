"""Is the terminal's own cursor where the keys act? Screen readers, braille displays and input methods follow it."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from annotator.tui import AnnotatorApp
from annotator.tui.screens.matrix import MatrixScreen
from tests.tui.screens import HUGE, NARROW, WIDE, home_of, settle, text_of, until


def words_at_cursor(pilot: Pilot) -> str:
    """What stands on the screen from the cursor on; without wide characters before it, cells are characters."""
    x, y = pilot.app.cursor_position
    return text_of(pilot).splitlines()[y][x:]


@pytest.mark.parametrize("size", [NARROW, WIDE, HUGE])
async def test_it_is_at_the_caret_of_the_reader(app: AnnotatorApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        home = home_of(pilot)
        home.set_focus(home.reader)
        home.jump(home.reader.document.id, home.reader.document.text.index("aground"))
        await pilot.pause()
        assert words_at_cursor(pilot).startswith("aground")
        await pilot.press("w")
        await pilot.pause()
        assert not words_at_cursor(pilot).startswith("aground")


async def test_it_is_at_the_row_of_a_list_and_follows_it(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g", "x")
        await until(pilot, lambda: "Tuesday" in words_at_cursor(pilot))
        x, y = pilot.app.cursor_position
        await pilot.press("j")
        assert pilot.app.cursor_position == (x, y + 1)
        await pilot.press("k")
        assert pilot.app.cursor_position == (x, y)


async def test_it_is_at_the_cell_of_the_matrix(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g", "m")
        await until(pilot, lambda: isinstance(pilot.app.screen, MatrixScreen))
        await pilot.pause()
        x, _ = pilot.app.cursor_position
        await pilot.press("l")
        await pilot.pause()
        assert pilot.app.cursor_position.x == x + pilot.app.screen.grid.cell


async def test_it_is_in_the_field_where_words_are_typed(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g", "c", "f")
        await until(pilot, lambda: "Filter claims" in text_of(pilot))
        await pilot.press("o", "s", "p")
        await pilot.pause()
        x, y = pilot.app.cursor_position
        assert text_of(pilot).splitlines()[y][:x].rstrip().endswith("osp")


async def test_it_is_at_the_object_of_the_inspector(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        home = home_of(pilot)
        home.set_focus(home.reader)
        home.jump(home.reader.document.id, home.reader.document.text.index("aground"))
        await pilot.press("g", "i", "j")
        await pilot.pause()
        assert home.focused.id == "inspector"
        assert words_at_cursor(pilot).strip()


async def test_another_document_opened_where_there_is_no_room_is_walked_by_its_own_lines(app: AnnotatorApp) -> None:
    """The long document's lines lay over the short one's text, and a step down ended the program."""
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        home = home_of(pilot)
        long, short = sorted(home.desk.story.documents, key=lambda d: -len(d.text))[::2][:2]
        home.show_document(long.id)
        await pilot.pause()
        await pilot.resize_terminal(1, 1)
        await until(pilot, lambda: home.reader.size.width == 0)
        home.show_document(short.id)
        home.reader.action_to_end()
        home.reader.action_cursor_down()
        await pilot.resize_terminal(*WIDE)
        await until(pilot, lambda: home.reader.size.width > 0)
        await pilot.pause()
        assert short.text.split()[0] in text_of(pilot)
