"""Settling where people differ, by keys and mouse: each action, what is kept of it, and what blind people see."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from annotator.model import (
    Adjudicate,
    AnchorKind,
    Status,
)
from annotator.session import Session
from annotator.tui import AnnotatorApp
from annotator.tui.screens.adjudication import AdjudicationScreen
from annotator.tui.screens.dialogs import Question
from annotator.tui.screens.notices import Notices
from annotator.tui.widgets.virtual_list import VirtualList
from tests.tui.conftest import THEIR_TIME
from tests.tui.screens import HUGE, NARROW, WIDE, home_of, last_line, settle, text_of, until


@pytest.fixture
def differing_app(differing: Session) -> AnnotatorApp:
    return AnnotatorApp(differing, theme="dark")


async def open_cases(pilot: Pilot[None]) -> AdjudicationScreen:
    await settle(pilot)
    await pilot.press("g", "a")
    await until(pilot, lambda: isinstance(pilot.app.screen, AdjudicationScreen))
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, AdjudicationScreen)
    return screen


def settled(session: Session) -> list[Adjudicate]:
    """The outcomes of the log, the last one last."""
    return [e.command for e in session.log if isinstance(e.command, Adjudicate)]


async def test_where_nobody_differs_one_sentence_says_what_to_do(app: AnnotatorApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await open_cases(pilot)
        assert "Nobody differs: annotator merge brings in what a colleague decided." in text_of(pilot)
        await pilot.press("1", "x", "enter", "right")
        assert isinstance(pilot.app.screen, AdjudicationScreen)


@pytest.mark.parametrize("size", [NARROW, WIDE, HUGE])
async def test_a_case_shows_the_versions_with_who_chose_each(
    differing_app: AnnotatorApp, size: tuple[int, int]
) -> None:
    async with differing_app.run_test(size=size) as pilot:
        await open_cases(pilot)
        screen = text_of(pilot)
        assert "What genre is it?" in screen
        assert "▸ 1 opinion  mo  holds now" in screen
        assert "2 analysis  bo" in screen
        assert "“it argues”" in screen
        assert "3 to settle" in screen
        assert "adjudication 1 of 3" in last_line(pilot)


async def test_a_digit_takes_a_version_and_goes_on_to_the_next_case(differing_app: AnnotatorApp) -> None:
    async with differing_app.run_test(size=WIDE) as pilot:
        screen = await open_cases(pilot)
        session = screen.desk.session
        await pilot.press("2")
        await until(pilot, lambda: len(settled(session)) == 1)
        (made,) = settled(session)
        assert [(v.by, v.at) for v in made.versions] == [("mo", session.log[-1].at), ("bo", THEIR_TIME)]
        assert session.analysis.documents[0].genre.type == "analysis"
        assert "adjudication 2 of 3" in last_line(pilot)
        assert "2 to settle" in text_of(pilot)
        assert "settled: analysis" in text_of(pilot)


async def test_a_digit_without_a_version_does_nothing(differing_app: AnnotatorApp) -> None:
    async with differing_app.run_test(size=WIDE) as pilot:
        screen = await open_cases(pilot)
        await pilot.press("3", "9")
        await pilot.pause()
        assert settled(screen.desk.session) == []


async def test_enter_takes_the_version_in_focus(differing_app: AnnotatorApp) -> None:
    async with differing_app.run_test(size=WIDE) as pilot:
        screen = await open_cases(pilot)
        await pilot.press("right")
        await until(pilot, lambda: "▸ 2 analysis" in text_of(pilot))
        await pilot.press("h", "l", "enter")
        await until(pilot, lambda: len(settled(screen.desk.session)) == 1)
        assert screen.desk.session.analysis.documents[0].genre.type == "analysis"


async def test_x_takes_none_and_the_suggestion_stands_again(differing_app: AnnotatorApp) -> None:
    async with differing_app.run_test(size=WIDE) as pilot:
        screen = await open_cases(pilot)
        session = screen.desk.session
        await pilot.press("x")
        await until(pilot, lambda: len(settled(session)) == 1)
        assert settled(session)[0].chosen is None
        assert session.analysis.documents[0].genre == session.suggestions.documents[0].genre
        assert "settled: none" in text_of(pilot)


async def test_undo_opens_the_case_again_with_every_version(differing_app: AnnotatorApp) -> None:
    async with differing_app.run_test(size=WIDE) as pilot:
        screen = await open_cases(pilot)
        await pilot.press("2")
        await until(pilot, lambda: "2 to settle" in text_of(pilot))
        await pilot.press("u")
        await until(pilot, lambda: "3 to settle" in text_of(pilot))
        assert "Undone: took the version of bo" in text_of(pilot)
        assert screen.desk.session.analysis.documents[0].genre.type == "opinion"


async def test_a_reason_can_be_given_and_stands_in_the_outcome(differing_app: AnnotatorApp) -> None:
    async with differing_app.run_test(size=WIDE) as pilot:
        screen = await open_cases(pilot)
        await pilot.press("right", "w")
        await until(pilot, lambda: isinstance(pilot.app.screen, Question))
        assert "Why analysis" in text_of(pilot)
        await pilot.press(*"byline", "enter")
        await until(pilot, lambda: len(settled(screen.desk.session)) == 1)
        await pilot.press("k")
        await until(pilot, lambda: "for analysis: byline." in text_of(pilot))


async def test_leaving_the_reason_with_escape_settles_nothing(differing_app: AnnotatorApp) -> None:
    async with differing_app.run_test(size=WIDE) as pilot:
        screen = await open_cases(pilot)
        await pilot.press("w")
        await until(pilot, lambda: isinstance(pilot.app.screen, Question))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert settled(screen.desk.session) == []


async def test_n_and_shift_n_walk_what_is_open(differing_app: AnnotatorApp) -> None:
    async with differing_app.run_test(size=WIDE) as pilot:
        screen = await open_cases(pilot)
        await pilot.press("j", "1")
        await until(pilot, lambda: len(settled(screen.desk.session)) == 1)
        assert screen.rows.cursor == 2
        await pilot.press("n")
        assert screen.rows.cursor == 0
        await pilot.press("n")
        assert screen.rows.cursor == 2
        await pilot.press("N")
        assert screen.rows.cursor == 0


async def test_when_all_is_settled_the_line_says_so(differing_app: AnnotatorApp) -> None:
    async with differing_app.run_test(size=WIDE) as pilot:
        screen = await open_cases(pilot)
        await pilot.press("1", "2", "2")
        await until(pilot, lambda: len(settled(screen.desk.session)) == 3)
        assert "All settled: 3 cases" in text_of(pilot)
        flag = next(f for c in screen.desk.session.analysis.claims for f in c.flags)
        assert flag.decision is not None
        assert (flag.decision.status, flag.decision.by, flag.decision.reason) == (Status.REJECTED, "mo", "she said so")


async def test_i_says_who_differed_and_what_came_of_it_also_in_the_text(differing_app: AnnotatorApp) -> None:
    async with differing_app.run_test(size=WIDE) as pilot:
        await open_cases(pilot)
        await pilot.press("2", "k", "i")
        await until(pilot, lambda: isinstance(pilot.app.screen, Notices))
        await pilot.press("end")
        await until(pilot, lambda: "People differed (genre): mo: opinion; bo: analysis" in text_of(pilot))


async def test_the_history_says_who_had_said_what_before(differing_app: AnnotatorApp) -> None:
    async with differing_app.run_test(size=WIDE) as pilot:
        await open_cases(pilot)
        await pilot.press("2", "g", "h")
        await until(pilot, lambda: "Log line" in text_of(pilot))
        screen = " ".join(text_of(pilot).split())
        assert "took the version of bo: corrected the genre" in screen
        assert "mo corrected the genre" in screen
        assert "bo corrected the genre" in screen


async def test_p_shows_the_passage_in_its_text(differing_app: AnnotatorApp) -> None:
    async with differing_app.run_test(size=WIDE) as pilot:
        screen = await open_cases(pilot)
        await pilot.press("j")
        claim = screen.claim
        assert claim is not None
        await pilot.press("p")
        await until(pilot, lambda: pilot.app.screen is home_of(pilot))
        assert home_of(pilot).claim.id == claim.id


async def test_a_filter_shows_one_person_what_came_of_theirs(differing_app: AnnotatorApp) -> None:
    async with differing_app.run_test(size=WIDE) as pilot:
        await open_cases(pilot)
        await pilot.press("2", "f", *"was:bo", "enter")
        await until(pilot, lambda: "adjudication 1 of 1" in last_line(pilot))
        await pilot.press("F")
        await until(pilot, lambda: "of 3" in last_line(pilot))


async def test_blind_people_see_neither_names_nor_outlets_and_the_real_words_are_written(
    differing_app: AnnotatorApp,
) -> None:
    async with differing_app.run_test(size=WIDE) as pilot:
        screen = await open_cases(pilot)
        await pilot.press("z", "o")
        await until(pilot, lambda: "annotator 1" in text_of(pilot))
        shown = text_of(pilot)
        assert "2 analysis  annotator 2" in shown
        assert "Tidepost" not in shown
        await pilot.press("2")
        await until(pilot, lambda: len(settled(screen.desk.session)) == 1)
        assert settled(screen.desk.session)[0].versions[1].by == "bo"


async def test_the_mouse_chooses_a_case_and_the_footer_takes_a_version(differing_app: AnnotatorApp) -> None:
    async with differing_app.run_test(size=WIDE) as pilot:
        screen = await open_cases(pilot)
        await pilot.click(VirtualList, offset=(6, 2))
        await until(pilot, lambda: screen.rows.cursor == 1)
        assert screen.target is not None
        assert screen.target.kind is AnchorKind.FLAG
        await pilot.click("#footer", offset=(last_line(pilot).index("2 take") + 2, 0))
        await until(pilot, lambda: len(settled(screen.desk.session)) == 1)
