"""Typing ahead: keys that come faster than screens reach the screen they were meant for, in their order."""

from __future__ import annotations

from time import monotonic

import pytest
from textual.events import AppBlur, Key

from annotator.model import Settlement
from annotator.session import Session
from annotator.tui import AnnotatorApp
from annotator.tui.one_by_one import PATIENCE_S
from annotator.tui.screens.dialogs import Picker
from tests.tui.screens import WIDE, settle, until


def type_at_once(app: AnnotatorApp, *keys: str) -> None:
    for key in keys:
        app.post_message(Key(key, key if len(key) == 1 else None))


async def test_a_reason_typed_at_once_is_the_reason(app: AnnotatorApp, session: Session) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        type_at_once(app, "g", "x", "enter", "1", *"nodebox", "enter")
        await until(pilot, lambda: any(d.decision for d in session.analysis.disagreements))
        [settled] = [d for d in session.analysis.disagreements if d.decision]
        assert settled.decision.settlement is Settlement.SIDE_STANDS
        assert settled.decision.reason == "nodebox"


async def test_a_key_behind_a_sequence_goes_to_the_screen_it_opens(app: AnnotatorApp, session: Session) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        before = len(session.log)
        type_at_once(app, "g", "h", "enter", "j", "escape")
        await until(pilot, lambda: app.screen is app.bench.home)
        assert len(session.log) == before


async def test_what_a_key_does_is_painted_in_one_frame(app: AnnotatorApp, monkeypatch: pytest.MonkeyPatch) -> None:
    frames: list[object] = []
    monkeypatch.setattr(AnnotatorApp, "_display", lambda _app, _screen, painted: frames.append(painted))
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        for key in "Jjk":  # the cursor's line changes, the bottom line, and what is said about the claim there
            frames.clear()
            await pilot.press(key)
            await until(pilot, lambda: bool(frames))
            await settle(pilot)
            assert len(frames) == 1


async def test_a_dialog_that_lost_its_focus_takes_the_next_key_at_once(app: AnnotatorApp) -> None:
    """A click where the window was a moment ago takes the focus away from everything."""
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, Picker))
        app.screen.set_focus(None)
        began = monotonic()
        type_at_once(app, "q", "u")
        await until(pilot, lambda: app.screen.field.value == "qu")
        assert monotonic() - began < PATIENCE_S


async def test_a_key_counts_in_a_terminal_that_says_it_has_no_focus(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("tab")
        focused = app.screen.focused
        app.post_message(AppBlur())
        await until(pilot, lambda: app.screen.focused is None)
        await pilot.press("z", "escape")
        assert app.screen.focused is focused


async def test_a_key_that_comes_while_the_program_leaves_is_left_out(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
    assert not app.screen_stack
    await app.on_event(Key("j", "j"))
