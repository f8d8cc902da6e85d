"""The analysis runs in a process of its own; the screens work meanwhile, and it ends when they do."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from annotator.session import Session
from annotator.session.worker import read_result
from annotator.tui import AnnotatorApp, engine
from annotator.tui.engine import Failed, Finished, Progress, run_analysis
from annotator.view import index_story, stops
from tests.tui.screens import WIDE, settle, text_of, until

SLOW = (sys.executable, "-c", "import sys, time; sys.stdin.buffer.read(); time.sleep(600)")
BROKEN = (sys.executable, "-c", "import sys; sys.stdin.buffer.read(); sys.exit(3)")


async def test_the_worker_tells_how_far_it_is_and_gives_the_analysis(bare_session: Session) -> None:
    messages = [m async for m in run_analysis(bare_session.job())]
    assert isinstance(messages[-1], Finished)
    assert len(read_result(messages[-1].packed).documents) == 3
    assert [m for m in messages if isinstance(m, Progress)]


async def test_a_worker_that_dies_is_one_sentence(bare_session: Session) -> None:
    messages = [m async for m in run_analysis(bare_session.job(), BROKEN)]
    assert messages == [Failed("the engine's process ended without a result")]


async def test_an_unanalysed_story_is_readable_at_once_and_filled_in_later(bare_session: Session) -> None:
    app = AnnotatorApp(bare_session, theme="dark")
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert "The ferry Osprey ran aground" in text_of(pilot)
        await until(pilot, lambda: not bare_session.needs_analysis)
        await until(pilot, lambda: "claims" in text_of(pilot).splitlines()[0])
        assert "● saved" in text_of(pilot)


async def test_keys_work_while_the_analysis_runs(bare_session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "COMMAND", SLOW)
    monkeypatch.setattr(engine.run_analysis, "__defaults__", (SLOW,))
    app = AnnotatorApp(bare_session, theme="dark")
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g", "d", "down")
        assert app.bench.home.documents.cursor == 1


async def test_leaving_kills_the_process(bare_session: Session, monkeypatch, tmp_path: Path) -> None:
    pid_file = tmp_path / "pid"
    script = f"import os, sys, time; open({str(pid_file)!r}, 'w').write(str(os.getpid())); time.sleep(600)"
    monkeypatch.setattr(engine.run_analysis, "__defaults__", ((sys.executable, "-c", script),))
    app = AnnotatorApp(bare_session, theme="dark")
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await until(pilot, lambda: pid_file.exists() and bool(pid_file.read_text()))
        await pilot.press("Q")
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid_file.read_text()), 0)


async def test_a_failure_is_one_notification_and_the_text_stays(bare_session: Session, monkeypatch) -> None:
    monkeypatch.setattr(engine.run_analysis, "__defaults__", (BROKEN,))
    app = AnnotatorApp(bare_session, theme="dark")
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settle(pilot)
        await until(pilot, lambda: len(app._notifications) == 1)
        assert "The analysis failed" in next(iter(app._notifications)).message
        assert "The ferry Osprey" in text_of(pilot)


async def test_the_result_of_an_analysis_is_taken_with_the_decisions_made_meanwhile(bare_session: Session) -> None:
    app = AnnotatorApp(bare_session, theme="dark")
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        desk = app.bench.desk
        desk.rate_outlet(desk.story.documents[0].id, "B", None)
        await until(pilot, lambda: not bare_session.needs_analysis)
        await until(pilot, lambda: bool(desk.story.analysis.claims))
        assert desk.story == index_story(bare_session.analysis)
        assert desk.story.documents[0].reliability == "B"
        assert desk.stops == stops(desk.story, desk.walk.chosen)
