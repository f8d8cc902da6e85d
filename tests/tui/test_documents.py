"""Documents come into the story and leave it, with warnings about them one key away."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from annotator.model import Problem
from annotator.session import AnalysisJob, Session
from annotator.store import pack_analysis
from annotator.tui import AnnotatorApp
from annotator.tui.engine import Finished
from annotator.tui.screens.dialogs import Question
from tests.story_builders import TEXTS
from tests.tui.screens import home_of, last_line, settle, text_of, until


async def test_a_path_adds_a_document_and_what_is_new_is_analysed(
    app: AnnotatorApp, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs: list[AnalysisJob] = []

    async def analyse(job: AnalysisJob) -> AsyncIterator[Finished]:
        jobs.append(job)
        yield Finished(pack_analysis(session.analysis))

    monkeypatch.setattr("annotator.tui.engine.run_analysis", analyse)
    file = tmp_path / "fourth.txt"
    file.write_text("The ferry Osprey was pulled free on Friday, the port said.\n", encoding="utf-8")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("plus")
        await until(pilot, lambda: isinstance(app.screen, Question))
        await pilot.press(*str(file), "enter")
        await until(pilot, lambda: len(session.analysis.documents) == 4)
        await until(pilot, lambda: not session.needs_analysis)
        await pilot.pause()
        assert "4 documents" in text_of(pilot)
        assert [len(job.documents) for job in jobs] == [4]


async def test_a_path_that_is_none_is_asked_for_again_with_the_reason(app: AnnotatorApp, session: Session) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("plus")
        await until(pilot, lambda: isinstance(app.screen, Question))
        await pilot.press(*"nowhere.txt", "enter")
        await until(pilot, lambda: text_of(pilot).count("nowhere.txt") > 1)
        assert "Add a file or folder" in text_of(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert len(session.analysis.documents) == 3


async def test_the_document_at_the_cursor_is_taken_out_and_comes_back(app: AnnotatorApp, session: Session) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        shown = home_of(pilot).document
        assert shown is not None
        await pilot.press("g", "d")
        await pilot.press("x")
        await until(pilot, lambda: len(session.analysis.documents) == 2)
        assert home_of(pilot).document != shown
        await pilot.press("u")
        await until(pilot, lambda: len(session.analysis.documents) == 3)


async def test_a_story_without_documents_says_what_to_do(app: AnnotatorApp, session: Session) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        for _ in TEXTS:
            await pilot.press("minus")
            await pilot.pause()
        assert session.analysis.documents == ()
        assert "No documents. + adds" in text_of(pilot)
        await pilot.press("j", "n", "J", "a", "r", "Enter")
        await pilot.press("u")
        await until(pilot, lambda: len(session.analysis.documents) == 1)
        await pilot.pause()
        assert home_of(pilot).document is not None


async def test_warnings_are_counted_in_the_header_and_listed_by_a_key(app: AnnotatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.bench.desk.stale = (Problem("harrow.txt", "changed on disk or gone"),)
        home_of(pilot).show_status()
        await pilot.pause()
        header = text_of(pilot).splitlines()[0]
        assert "1 warning" in header
        assert "saved" in header
        await pilot.press("g", "w")
        await until(pilot, lambda: "harrow.txt: changed on disk or gone" in text_of(pilot))
        await pilot.press("escape")
        await pilot.pause()
        assert "harrow.txt: changed" not in text_of(pilot)


async def test_a_key_that_can_do_nothing_says_so(app: AnnotatorApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("g", "n", "5")
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        assert last_line(pilot).startswith("No search hits to go to")


async def test_a_view_that_was_kept_with_wrong_types_is_left_out(session: Session) -> None:
    wrong = [7, "x", ["y"], None, {"target": 3, "places": [], "hidden": 9, "set": [], "recent": 5, "row": {}}]
    for number, value in enumerate(wrong):
        session.save_view_state(dict.fromkeys(("desk", "home", "disagreements", "view", "remote"), value))
        app = AnnotatorApp(session, theme="dark")
        async with app.run_test(size=(120, 40)) as pilot:
            await settle(pilot)
            assert "Documents" in text_of(pilot), number
