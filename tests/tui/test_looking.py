"""Asking about the object at the cursor: where a mark comes from, and the original, opened only when told to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.session import Session
from annotator.tui import AnnotatorApp, opening
from annotator.tui.screens.dialogs import Choice
from annotator.tui.screens.notices import Notices
from annotator.view import COME_BACK, WalkSet
from tests.story_builders import make_story
from tests.tui.screens import WIDE, home_of, last_line, settle, text_of, until


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every address that the program hands to a browser."""
    seen: list[str] = []
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.setenv("PAGER", "no-such-pager")
    monkeypatch.setattr(opening.webbrowser, "open", lambda url: bool(seen.append(url)) or True)
    return seen


def app_with(session: Session, url: str | None) -> AnnotatorApp:
    story = make_story()
    session.adopt(replace(story, documents=tuple(replace(d, url=url) for d in story.documents)))
    return AnnotatorApp(session, theme="dark")


async def test_i_says_rule_score_and_who_decided(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g", "n", "4")
        await pilot.pause()
        await pilot.press("i")
        await until(pilot, lambda: isinstance(pilot.app.screen, Notices))
        await pilot.pause()
        assert "editorial@1" in text_of(pilot)
        assert "decided: nobody yet" in text_of(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is home_of(pilot))


async def test_the_address_is_shown_before_it_is_opened(session: Session, opened: list[str]) -> None:
    async with app_with(session, "https://harrow.example/ferry").run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("O")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choice))
        await pilot.pause()
        assert "https://harrow.example/ferry" in text_of(pilot)
        assert opened == []
        await pilot.press("1")
        await until(pilot, lambda: opened == ["https://harrow.example/ferry"])
        await until(pilot, lambda: "Opened in the browser" in last_line(pilot))


async def test_escape_opens_nothing(session: Session, opened: list[str]) -> None:
    async with app_with(session, "https://harrow.example/ferry").run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("O")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choice))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is home_of(pilot))
        assert opened == []


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "https://a@b.example", None])
async def test_a_hostile_address_is_never_offered(session: Session, opened: list[str], url: str | None) -> None:
    async with app_with(session, url).run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("O")
        await pilot.pause()
        await until(pilot, lambda: "PAGER names one" in last_line(pilot) or isinstance(pilot.app.screen, Choice))
        await pilot.pause()
        assert "in the browser" not in text_of(pilot)
        assert "copy the address" not in text_of(pilot)
        assert opened == []


def test_the_pager_gets_no_signs_that_steer_a_terminal(tmp_path) -> None:
    copy = tmp_path / "seen.txt"
    opening.show_in_pager(["sh", "-c", f'cat "$0" > {copy}'], "red \x1b[31malert\x07\nnext")
    assert "\x1b" not in copy.read_text()
    assert copy.read_text().count("\n") == 1


async def test_m_flags_a_claim_that_n_comes_back_to_and_unflags_it(app: AnnotatorApp, session: Session) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("J")
        await pilot.pause()
        flagged = home_of(pilot).claim.id
        await pilot.press("m")
        await until(pilot, lambda: len(session.analysis.tags) == 1)
        assert session.analysis.tags[0].label == COME_BACK
        app.bench.desk.choose(WalkSet.COME_BACK)
        await pilot.press("J", "J", "n")
        await until(pilot, lambda: home_of(pilot).claim.id == flagged)
        assert "come back 1 of 1" in last_line(pilot)
        await pilot.press("m")
        await until(pilot, lambda: session.analysis.tags == ())
        await pilot.press("u")
        await until(pilot, lambda: len(session.analysis.tags) == 1)
