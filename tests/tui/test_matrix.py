"""The matrix by keys: columns, order, filter, passages and back."""

from __future__ import annotations

from annotator.tui import AnnotatorApp
from annotator.tui.screens.matrix import MatrixScreen
from annotator.tui.screens.passages import PassagesScreen
from tests.tui.screens import NARROW, WIDE, last_line, settle, text_of, until


async def open_matrix(pilot) -> MatrixScreen:
    await settle(pilot)
    await pilot.press("g", "m")
    await until(pilot, lambda: isinstance(pilot.app.screen, MatrixScreen))
    await pilot.pause()
    return pilot.app.screen


async def test_each_row_is_a_fact_and_each_column_a_document(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await open_matrix(pilot)
        shown = text_of(pilot)
        assert all(document.outlet.name in shown for document in screen.desk.story.documents if document.outlet.name)
        assert "facts 1 of" in last_line(pilot)


async def test_l_and_h_go_to_another_document_and_tell_its_words(app: AnnotatorApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        screen = await open_matrix(pilot)
        before = screen.detail_title()
        await pilot.press("l")
        assert screen.detail_title() != before
        await pilot.press("h", "h")
        assert screen.detail_title() == before


async def test_o_sorts_anew_and_says_by_what(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await open_matrix(pilot)
        await pilot.press("o")
        await until(pilot, lambda: "Sorted by origins" in last_line(pilot))


async def test_enter_opens_the_passages_and_escape_comes_back_to_the_row(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await open_matrix(pilot)
        key = screen.item.key
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PassagesScreen))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert screen.item.key == key


async def test_the_column_is_there_again_in_the_next_run(session) -> None:
    first = AnnotatorApp(session, theme="dark")
    async with first.run_test(size=WIDE) as pilot:
        screen = await open_matrix(pilot)
        await pilot.press("l")
        title = screen.detail_title()
        await pilot.press("Q")
    second = AnnotatorApp(session, theme="dark", view="matrix")
    async with second.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, MatrixScreen))
        await pilot.pause()
        assert pilot.app.screen.detail_title() == title
