"""Settling where people differ, by keys and mouse: each action, what is kept of it, and what blind people see."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from annotator.decisions import anchor_of
from annotator.model import Adjudicate, AnchorKind, CorrectDocument, DocumentPart, Reject, Status
from annotator.session import Session, open_story
from annotator.tui import AnnotatorApp
from annotator.tui.screens.adjudication import AdjudicationScreen
from annotator.tui.screens.dialogs import Question
from annotator.tui.screens.notices import Notices
from annotator.tui.widgets.virtual_list import VirtualList
from tests.story_builders import TEXTS
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
        assert "Nobody differs; + brings in what a colleague decided." in text_of(pilot)
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


@pytest.fixture
def theirs(session: Session, tmp_path: Path) -> Path:
    """bo's own workspace of the same documents and one more; there a genre is another, and a flag is rejected."""
    sources = [(f"{name}.txt", text) for name, text in TEXTS.items()]
    with open_story(
        [*sources, ("pier.txt", "The pier is shut.")], workspace=tmp_path / "bo.annotator", by="bo"
    ) as made:
        document = next(d for d in made.analysis.documents if d.id == session.analysis.documents[0].id)
        flag = next(f for c in session.analysis.claims for f in c.flags)
        made.apply(CorrectDocument(anchor_of(document, made.analysis), DocumentPart.GENRE, "analysis"))
        made.apply(Reject(anchor_of(flag, session.analysis)))
        mine = CorrectDocument(anchor_of(document, made.analysis), DocumentPart.GENRE, "opinion")
        session.apply(mine)
        return made.workspace


async def ask_to_merge(pilot: Pilot[None], path: Path) -> None:
    await open_cases(pilot)
    await pilot.press("plus")
    await until(pilot, lambda: isinstance(pilot.app.screen, Question))
    pilot.app.screen.query_one("Input").value = str(path)  # type: ignore[attr-defined]
    await pilot.press("enter")


async def test_plus_says_what_a_merge_brings_and_takes_it_over(app: AnnotatorApp, theirs: Path) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await ask_to_merge(pilot, theirs)
        await until(pilot, lambda: "1 to take over, 0 agreed, 1 differ, 0 known already" in text_of(pilot))
        session = pilot.app.bench.desk.session  # type: ignore[attr-defined]
        lines = len(session.log)
        await pilot.press("1")
        await until(pilot, lambda: len(session.log) > lines)
        await until(pilot, lambda: "1 to settle" in text_of(pilot))
        assert "Merged bo.annotator (bo): 1 taken over, 0 agreed, 1 differ" in text_of(pilot)
        await pilot.press("u")
        await until(pilot, lambda: "Nobody differs" in text_of(pilot))


async def test_plus_can_bring_their_documents_too(app: AnnotatorApp, theirs: Path) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await ask_to_merge(pilot, theirs)
        await until(pilot, lambda: "merge with 1 document that only they have" in text_of(pilot))
        session = pilot.app.bench.desk.session  # type: ignore[attr-defined]
        await pilot.press("2")
        await until(pilot, lambda: any("pier" in name for name in session.names.values()))


async def test_a_merge_can_be_left_and_a_wrong_path_is_asked_for_again(app: AnnotatorApp, theirs: Path) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await ask_to_merge(pilot, theirs.with_name("nowhere.jsonl"))
        await until(pilot, lambda: "there is no" in text_of(pilot))
        pilot.app.screen.query_one("Input").value = str(theirs)  # type: ignore[attr-defined]
        session = pilot.app.bench.desk.session  # type: ignore[attr-defined]
        lines = len(session.log)
        await pilot.press("enter")
        await until(pilot, lambda: "to take over" in text_of(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, AdjudicationScreen))
        assert len(session.log) == lines


async def test_whoever_has_the_same_name_is_asked_for_another(
    app: AnnotatorApp, session: Session, tmp_path: Path
) -> None:
    sources = [(f"{name}.txt", text) for name, text in TEXTS.items()]
    with open_story(sources, workspace=tmp_path / "mo.annotator", by="mo") as made:
        made.apply(
            CorrectDocument(anchor_of(made.analysis.documents[0], made.analysis), DocumentPart.GENRE, "analysis")
        )
        session.apply(
            CorrectDocument(anchor_of(made.analysis.documents[0], made.analysis), DocumentPart.GENRE, "opinion")
        )
    async with app.run_test(size=WIDE) as pilot:
        await ask_to_merge(pilot, tmp_path / "mo.annotator")
        await until(pilot, lambda: "Who decided there" in text_of(pilot))
        await pilot.press(*"mo two", "enter")
        await until(pilot, lambda: "Merge a colleague" in text_of(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: "1 differ" in text_of(pilot))
        await pilot.press("1")
        await until(pilot, lambda: "2 analysis  mo two" in text_of(pilot))


async def test_percent_says_how_far_people_agree(differing_app: AnnotatorApp) -> None:
    async with differing_app.run_test(size=WIDE) as pilot:
        await open_cases(pilot)
        await pilot.press("percent_sign")
        await until(pilot, lambda: isinstance(pilot.app.screen, Notices))
        await until(pilot, lambda: "genre of documents, 1 item of 2 people, 0 % equal" in text_of(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, AdjudicationScreen))


async def test_percent_says_why_there_is_nothing_to_compare(app: AnnotatorApp) -> None:
    async with app.run_test(size=HUGE) as pilot:
        await open_cases(pilot)
        await pilot.press("percent_sign")
        await until(pilot, lambda: "agreement needs two people" in last_line(pilot))
