"""Thousands of random keys, clicks, wheels and sizes over hostile texts: nothing crashes, and no decision is lost.

A short run each time; a long one with ANNOTATOR_MONKEY_EVENTS=20000, another with ANNOTATOR_MONKEY_SEED=7. A failure
names its seed and the last events.
"""

from __future__ import annotations

import os
import random
from collections import deque
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from annotator.session import AnalysisJob, Session, open_story
from annotator.tui import AnnotatorApp
from annotator.tui.keys import all_actions
from annotator.tui.screens.work import WorkScreen
from tests.tui.screens import settle, text_of, until

EVENTS = int(os.environ.get("ANNOTATOR_MONKEY_EVENTS", "250"))
SEED = int(os.environ.get("ANNOTATOR_MONKEY_SEED", "1"))
LOOK_EVERY = 25  # events between two looks at the screen
REMEMBERED = 40
SIZES = ((80, 24), (120, 40), (200, 60), (20, 5), (250, 70), (40, 12))
TYPED = (*"abcxyz019 .:-*[]{}/\\\"'=", "渡", "é", "🛟", "\u202e")
PLAIN = ("enter", "escape", "tab", "shift+tab", "up", "down", "left", "right", "pageup", "pagedown", "home", "end")
STORY = {
    "escapes.txt": (
        "Mayor \x1b[31mslams\x1b[0m \x1b]0;owned\x07 plan\n\n"
        "The ferry ran aground on Monday with 40 people aboard, the port said. "
        "“It was [b]reckless[/b],” said \x1b[2JIlse Marrow.\n"
    ),
    "markup.txt": (
        "[red]Ferry[/] aground\n\n"
        "The ferry ran aground on Tuesday with 52 people aboard, [link=x]officials[/link] said. "
        "The reckless crew slammed [$5 million] into the [/] pier.\n"
    ),
    "bidi.txt": "The \u202eyrref\u202c ran aground on Monday.\n\n"
    "\u2067שלום עולם\u2069 said \u200fIlse Marrow\u200f, the harbour master.\n",
    "wide.txt": "渡し船が座礁した、と港は述べた。👩‍👩‍👧‍👦 " * 40
    + "\n\nThe ferry ran aground with 47 people aboard, cafe\u0301 owners said.\n",
    "long.txt": "The ferry, the port said, " + "ran and ran and " * 3000 + "ran aground with 41 people aboard.\n",
    "empty.txt": "\n",
    "odd.txt": "\x00\x01\ufeff\ufffd\t\t \u2028line\u2029 \U000e0001 a\r\r\nThe port said: \n",
}


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Session, Path]:
    """The hostile texts, really analysed; nothing that is pressed reaches beyond the program."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))

    async def analyse(_: AnalysisJob) -> AsyncIterator[object]:
        for nothing in ():
            yield nothing

    monkeypatch.setattr("annotator.tui.engine.run_analysis", analyse)
    for name in FORBIDDEN:
        monkeypatch.setattr(name, _refuse)
    monkeypatch.setattr("annotator.tui.workbench.Workbench.leave", lambda _: None)
    file = tmp_path / "hostile.annotator"
    session = open_story(list(STORY.items()), workspace=file, by="mo\x1b[31m", title="[b]\x1b[2J")
    session.analyse()
    return session, file


FORBIDDEN = (
    "subprocess.Popen.__init__",
    "asyncio.create_subprocess_exec",
    "asyncio.create_subprocess_shell",
    "webbrowser.open",
)


def _refuse(*_: object, **__: object) -> None:
    raise OSError("no other program while the monkey is at the keys")


@pytest.mark.timeout(max(120, EVENTS))
async def test_random_events_crash_nothing_and_lose_no_decision(story: tuple[Session, Path]) -> None:
    session, file = story
    monkey = Monkey(random.Random(SEED))
    app = AnnotatorApp(session, theme="dark")
    try:
        async with app.run_test(size=(120, 40)) as pilot:
            await settle(pilot)
            for number in range(EVENTS):
                await monkey.act(pilot)
                assert app.is_running
                if number % LOOK_EVERY == 0:
                    await look_at(pilot)
            await look_at(pilot)
    except BaseException:
        print(f"seed {SEED}, last events: {' '.join(monkey.done)}")
        raise
    kept, log = session.analysis, session.log
    session.close()
    with open_story([], workspace=file) as again:
        assert again.log == log
        assert again.analysis == kept
    assert len(log) > 1, "the monkey decided nothing"


class Monkey:
    """Presses, clicks, turns the wheel and pulls at the window."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self.done: deque[str] = deque(maxlen=REMEMBERED)
        keys = {key for action in all_actions() for key in action.keys}
        self._keys = sorted(keys)

    async def act(self, pilot: Pilot[None]) -> None:
        """One random event."""
        draw = self._rng.random()
        if draw < 0.5:
            await self._press(pilot, self._rng.choice(self._keys))
        elif draw < 0.7:
            await self._press(pilot, self._rng.choice(PLAIN))
        elif draw < 0.8:
            await self._press(pilot, self._rng.choice(TYPED))
        elif draw < 0.98:
            await self._point(pilot)
        else:
            width, height = self._rng.choice(SIZES)
            self.done.append(f"{width}x{height}")
            await pilot.resize_terminal(width, height)

    async def _press(self, pilot: Pilot[None], keys: str) -> None:
        self.done.append(keys.replace(" ", "+") if keys.strip() else "space")
        await pilot.press(*(keys.split(" ") if keys.strip() else ["space"]))

    async def _point(self, pilot: Pilot[None]) -> None:
        width, height = pilot.app.size
        x, y = self._rng.randrange(width), self._rng.randrange(height)
        times = self._rng.choice((0, 1, 1, 2))
        self.done.append(f"{'click' if times else 'wheel'}{times}@{x},{y}")
        if times:
            await pilot.click(offset=(x, y), times=times)
            return
        kind = self._rng.choice((events.MouseScrollDown, events.MouseScrollUp))
        wheel = kind(None, x, y, 0, 0, 0, shift=False, meta=False, ctrl=False, screen_x=x, screen_y=y)
        pilot.app.screen._forward_event(wheel)
        await pilot.pause()


async def look_at(pilot: Pilot[None]) -> None:
    """The screen is painted and shows no control character; below whatever is open lies a screen of the story."""
    await until(pilot, lambda: pilot.app.screen.size == pilot.app.size)
    await pilot.pause()
    shown = text_of(pilot)
    assert shown.strip()
    assert all(c.isprintable() for line in shown.splitlines() for c in line)
    assert any(isinstance(screen, WorkScreen) for screen in pilot.app.screen_stack)
