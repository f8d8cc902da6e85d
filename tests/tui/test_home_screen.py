"""Reading: documents, text and inspector, by keys and mouse, at every size."""

from __future__ import annotations

import pytest

from annotator.session import Session
from annotator.tui import AnnotatorApp
from annotator.view import WalkSet
from tests.story_builders import make_story, spot
from tests.tui.screens import HUGE, NARROW, WIDE, home_of, last_line, settle, text_of, until


async def test_the_three_panels_show_documents_text_and_what_is_known(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        shown = text_of(pilot)
        for words in ("Bulletin", "Tidepost", "Harrow", "The ferry Osprey", "Said by", "0 of 6 decided", "● saved"):
            assert words in shown


async def test_the_cursor_goes_from_claim_to_claim_and_the_inspector_follows(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("J")
        assert "Claim 2 of 2" in text_of(pilot)
        assert "officials" in text_of(pilot)
        await pilot.press("K")
        assert "Claim 1 of 2" in text_of(pilot)


async def test_choosing_a_document_in_the_list_shows_its_text(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g", "d", "down", "down")
        assert "The harbour master slammed" in text_of(pilot)
        await pilot.press("enter")
        assert home_of(pilot).reader.has_focus


async def test_a_narrow_terminal_gives_the_text_sixty_columns_and_a_drawer(app: AnnotatorApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        home = home_of(pilot)
        assert not home.documents.display
        assert home.reader.size.width - 8 >= 60
        assert home.inspector.region.y > home.reader.region.y
        await pilot.press("g", "d")
        assert home.documents.display
        assert home.documents.has_focus
        await pilot.press("escape")
        assert not home.documents.display


async def test_beside_other_panels_the_text_keeps_fifty_four_columns(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        for width in (100, 119, 120, 140, 179, 180, 200):
            await pilot.resize_terminal(width, 40)
            await pilot.pause()
            home = home_of(pilot)
            assert 54 <= home.reader._text_width() <= 90, width
            assert home.documents.display
            assert home.inspector.display


async def test_a_huge_terminal_shows_the_matching_passage_of_another_document(app: AnnotatorApp) -> None:
    async with app.run_test(size=HUGE) as pilot:
        await settle(pilot)
        home = home_of(pilot)
        assert home.beside.display
        assert home.beside.document is not None
        assert home.beside.document.id != home.reader.document.id
        assert 60 <= home.beside._text_width() <= 90


async def test_boilerplate_opens_and_folds_with_enter(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g", "j", "G")
        assert "1 line left out: caption" in text_of(pilot)
        await pilot.press("enter")
        assert "Photo: Harrow Daily" in text_of(pilot)
        await pilot.press("enter")
        assert "Photo: Harrow Daily" not in text_of(pilot)


async def test_a_click_puts_the_cursor_there_and_a_double_click_opens(app: AnnotatorApp, session: Session) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        home = home_of(pilot)
        row = next(i for i, line in enumerate(text_of(pilot).splitlines()) if "Nobody was hurt" in line)
        column = text_of(pilot).splitlines()[row].index("Nobody was hurt")
        await pilot.click(offset=(column + 2, row))
        assert home.claim is not None
        assert home.claim.text.startswith("Nobody")
        await pilot.click(offset=(column + 2, row), times=2)
        await pilot.pause()
        assert session.progress()[0] == 1


async def test_dragging_selects_the_words_and_y_y_copies_them(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        home = home_of(pilot)
        lines = text_of(pilot).splitlines()
        row = next(i for i, line in enumerate(lines) if "Nobody was hurt" in line)
        column = lines[row].index("Nobody was hurt")
        await pilot.mouse_down(offset=(column, row))
        await pilot.hover(offset=(column + 6, row))
        await pilot.mouse_up(offset=(column + 6, row))
        await pilot.pause()
        assert home.words_to_copy() in ("Nobody", "Nobody ")


async def test_n_walks_the_chosen_set_and_the_bottom_line_names_it(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g", "n", "4")
        await pilot.pause()
        assert "flags 1 of 1" in last_line(pilot)
        assert "slammed" in home_of(pilot).claim.text


async def test_the_sets_to_walk_are_offered_with_their_sizes(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        desk = home_of(pilot).desk
        await pilot.press("g", "n")
        await until(pilot, lambda: "every place where documents disagree" in text_of(pilot))
        offered = next(line for line in text_of(pilot).splitlines() if "every place where documents disagree" in line)
        assert f" {len(desk.stops_of(WalkSet.DISAGREEMENTS))} " in offered.split("disagree", 1)[1]


async def test_search_walks_its_hits_through_all_documents(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"osprey", "enter")
        await until(pilot, lambda: "3 hits" in text_of(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is home_of(pilot))
        await pilot.press("n")
        await pilot.pause()
        assert "search hits 1 of 3" in last_line(pilot) or "search hits 2 of 3" in last_line(pilot)
        before = home_of(pilot).document
        await pilot.press("n")
        assert home_of(pilot).document != before


async def test_a_wrong_expression_is_asked_for_again_with_the_reason(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("slash", "r", "e", "colon", "left_parenthesis", "enter")
        await until(pilot, lambda: "not a regular expression" in text_of(pilot))


async def test_p_jumps_to_the_matching_passage_and_escape_comes_back(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        home = home_of(pilot)
        before = home.document.id
        await pilot.press("p")
        assert home.document.id != before
        await pilot.press("escape")
        assert home.document.id == before


async def test_escape_never_leaves_the_program(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("escape", "escape", "escape")
        assert app.is_running
        assert pilot.app.screen is home_of(pilot)


async def test_reopening_returns_to_the_same_place_and_object(session: Session) -> None:
    story = make_story()
    slam = spot(story.documents[0], "The harbour master slammed")
    first = AnnotatorApp(session, theme="dark")
    async with first.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g", "n", "4")
        await pilot.pause()
        target = home_of(pilot).target
        await pilot.press("Q")
    second = AnnotatorApp(session, theme="dark")
    async with second.run_test(size=WIDE) as pilot:
        await settle(pilot)
        home = home_of(pilot)
        assert home.document.id == story.documents[0].id
        assert home.reader.offset_in_text == slam.start
        assert home.target == target
        assert "flags" in last_line(pilot)


async def test_a_view_that_was_closed_on_disagreements_opens_there(session: Session) -> None:
    app = AnnotatorApp(session, theme="dark", view="disagreements")
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert "Conflicting" in text_of(pilot)


@pytest.mark.parametrize("size", [(20, 6), (1, 1), (400, 120)])
async def test_no_size_breaks_the_screen(app: AnnotatorApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.resize_terminal(*size)
        await pilot.press("J", "tab")
        await pilot.resize_terminal(*WIDE)
        await pilot.pause()
        assert "Claim" in text_of(pilot)


async def test_a_cursor_move_inside_a_claim_paints_few_lines(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        reader = home_of(pilot).reader
        painted: list[int] = []
        paint = reader.line
        reader.line = lambda row: painted.append(row) or paint(row)
        await pilot.press("right")
        await pilot.pause()
        assert 1 <= len(set(painted)) <= 2
