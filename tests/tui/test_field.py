"""The line to type in: what is pasted comes whole and is shown harmlessly; the cursor is where the next letter goes."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.events import Paste
from textual.pilot import Pilot

from annotator.tui.widgets.field import Field
from tests.tui.screens import text_of


class OneField(App[None]):
    def compose(self) -> ComposeResult:
        yield Field(prompt="words \x1b[2J")


async def paste(pilot: Pilot[None], words: str) -> Field:
    pilot.app.post_message(Paste(words))
    await pilot.pause()
    return pilot.app.query_one(Field)


async def test_all_lines_of_what_is_pasted_arrive_as_one() -> None:
    async with OneField().run_test() as pilot:
        field = await paste(pilot, "first line\r\nsecond\tline\n")
        assert field.value == "first line second line"


@pytest.mark.parametrize(
    "words", ["\x1b[31mred\x1b]0;owned\x07", "\x9b2J", "\u202eback\u202c", "a\u200bb", "नमस्ते", "👩‍👧"]
)
async def test_no_control_or_direction_reaches_the_screen(words: str) -> None:
    async with OneField().run_test() as pilot:
        await paste(pilot, words)
        assert all(c.isprintable() for line in text_of(pilot).splitlines() for c in line)
        assert "\x1b" not in pilot.app.query_one(Field).value


async def test_an_invisible_character_stays_in_the_value_and_the_cursor_behind_it() -> None:
    async with OneField().run_test() as pilot:
        field = await paste(pilot, "a\u200cb渡c")
        assert field.value == "a\u200cb渡c"
        await pilot.press("left")
        assert field.cursor_screen_offset.x - field.content_region.x == 5
        await pilot.click(Field, offset=(2, 0))
        assert field.cursor_position == 2


async def test_the_words_asked_for_are_harmless_too() -> None:
    async with OneField().run_test() as pilot:
        await pilot.pause()
        assert all(c.isprintable() for line in text_of(pilot).splitlines() for c in line)


async def test_what_is_selected_is_replaced_by_what_is_pasted() -> None:
    async with OneField().run_test() as pilot:
        field = await paste(pilot, "old words")
        field.action_select_all()
        assert (await paste(pilot, "new")).value == "new"
