"""Hostile texts, and somebody who presses, points, pastes and pulls at the window without sense.

`python -m tests.tui.monkey --seed 7 --events 5000 --preset vim` hunts; a failure names its seed and the last events.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import shutil
import sys
import tempfile
import traceback
import unicodedata
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, process_time
from unittest import mock

from textual import events
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot

from annotator.model import Analysis, Command
from annotator.session import AnalysisJob, Change, ChangeKind, Session, open_story
from annotator.tui import AnnotatorApp
from annotator.tui.keys import all_actions, choose_keys, keys_of, presets
from annotator.tui.theme import NAMES

LOOK_EVERY = 50  # acts between two looks at the screen and at the disk
REMEMBERED = 60
PATIENCE_S = 20.0
WAITING_S = 1.9
"""A key that waited so long took too much work, or was held until patience ended: something never came."""
IDLE = 0.15  # share of the time that a program works which only waits; a busy machine is no witness
SIZES = ((80, 24), (100, 30), (120, 40), (160, 40), (200, 60), (250, 70), (40, 12), (20, 5), (10, 3), (1, 1))
SIZE = (120, 40)
TYPED = (*"abcxyz019 .:-*[]{}/\\\"'=", "渡", "é", "🛟", "\u202e")
PLAIN = ("enter", "escape", "tab", "shift+tab", "up", "down", "left", "right", "pageup", "pagedown", "home", "end")
DECIDING = ("enter", "enter", "x", "1", "2", ".", "s", "m", "n", "J", "g q", "g x", "w")
"""Pressed more often than others, so that there is something to lose."""
PASTED = (
    "[red]bold[/] [/b] [$x",
    "\x1b[31m\x1b]0;owned\x07\x9b2J",
    "a\nb\r\nc\u2028d\x00e",
    "渡し船 👩‍👩‍👧‍👦 e\u0301\u202e שלום नमस्ते",
    "x" * 5000,
    "re:(a+)+$",
    "re:(",
    "kind:date where:nowhere outlet:",
    "more.txt",
    "/",
    "%s {0} \\ $undo '\"",
    "",
)
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
MORE = "The ferry sank on Friday with 43 people aboard, \x1b[5mthe mayor\x07 said.\n"
"""A file that can be added."""
FORBIDDEN = (
    "subprocess.Popen.__init__",
    "asyncio.create_subprocess_exec",
    "asyncio.create_subprocess_shell",
    "webbrowser.open",
)


class Monkey:
    """Presses, points, pastes and pulls at the window; remembers what it did last."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self.done: deque[str] = deque(maxlen=REMEMBERED)
        self.sent = 0
        """How many events the program got."""
        tables = (all_actions(), *map(keys_of, presets()))
        self._keys = sorted({key for table in tables for action in table for key in action.keys})
        self._pilot: Pilot[None]

    async def act(self, pilot: Pilot[None]) -> None:
        """One random event, or a few that belong together."""
        self._pilot = pilot
        draw = self._rng.random()
        if draw < 0.10:
            self._press(self._rng.choice(DECIDING))
        elif draw < 0.45:
            self._press(self._rng.choice(self._keys))
        elif draw < 0.60:
            self._press(self._rng.choice(PLAIN))
        elif draw < 0.70:
            self._press(self._rng.choice(TYPED))
        elif draw < 0.74:
            self._press(*self._rng.choices(self._keys + list(PLAIN), k=self._rng.randrange(2, 8)))
        elif draw < 0.77:
            self._press(*[self._rng.choice("uU")] * self._rng.randrange(1, 6))
        elif draw < 0.82:
            self._paste()
        elif draw < 0.95:
            self._point()
        elif draw < 0.98:
            self._pull()
        else:
            self._turn_away()
        await calm(pilot)

    def _press(self, *keys: str) -> None:
        for written in keys:
            self.done.append(written.replace(" ", "+") if written.strip() else "space")
            for key in written.split(" ") if written.strip() else ["space"]:
                self._post(key_event(key))

    def _paste(self) -> None:
        words = self._rng.choice(PASTED)
        self.done.append(f"paste:{words[:8]!r}")
        self._post(events.Paste(words))
        if self._rng.random() < 0.5:
            self._press("enter")

    def _point(self) -> None:
        x, y = self._spot()
        kind = self._rng.choice(("move", "click", "click", "double", "drag", "wheel", "right", "leave"))
        self.done.append(f"{kind}@{x},{y}")
        match kind:
            case "move":
                self._mouse(events.MouseMove, x, y)
            case "click" | "double":
                for _ in range(2 if kind == "double" else 1):
                    self._click(x, y)
            case "right":
                self._click(x, y, button=3)
            case "leave":
                self._mouse(events.MouseDown, x, y, button=1)
            case "drag":
                self._drag(x, y)
            case "wheel":
                way = self._rng.choice((events.MouseScrollDown, events.MouseScrollUp))
                for _ in range(self._rng.randrange(1, 6)):
                    self._mouse(way, x, y)

    def _drag(self, x: int, y: int) -> None:
        self._mouse(events.MouseDown, x, y, button=1)
        for _ in range(self._rng.randrange(1, 6)):
            x, y = self._spot()
            self._mouse(events.MouseMove, x, y, button=1)
        self._mouse(events.MouseUp, x, y, button=1)

    def _click(self, x: int, y: int, *, button: int = 1) -> None:
        self._mouse(events.MouseDown, x, y, button=button)
        self._mouse(events.MouseUp, x, y, button=button)

    def _mouse(self, kind: type[events.MouseEvent], x: int, y: int, *, button: int = 0) -> None:
        self._post(kind(None, x, y, 0, 0, button, shift=False, meta=False, ctrl=False, screen_x=x, screen_y=y))

    def _spot(self) -> tuple[int, int]:
        width, height = self._pilot.app.size
        return self._rng.randrange(max(1, width)), self._rng.randrange(max(1, height))

    def _pull(self) -> None:
        """Another size, or many in a row; in the end one at which something can be seen."""
        for _ in range(self._rng.choice((1, 1, 2, 6))):
            self._resize(*self._rng.choice(SIZES))
        if self._rng.random() < 0.7:
            self._resize(*self._rng.choice(SIZES[:4]))

    def _resize(self, width: int, height: int) -> None:
        self.done.append(f"{width}x{height}")
        size = events.Size(width, height)
        self._pilot.app._driver._size = size  # as Pilot.resize_terminal, which waits each time
        self._post(events.Resize(size, size))

    def _turn_away(self) -> None:
        """The terminal loses the focus and gets it back, or the colours change."""
        if self._rng.random() < 0.5:
            name = self._rng.choice(sorted(NAMES))
            self.done.append(f"theme:{name}")
            self._pilot.app.bench.use_theme(name)
            return
        self.done.append("blur")
        self._post(events.AppBlur())
        if self._rng.random() < 0.8:
            self._post(events.AppFocus())

    def _post(self, event: events.Event) -> None:
        self.sent += 1
        event.set_sender(self._pilot.app)
        self._pilot.app._driver.send_message(event)


def key_event(key: str) -> events.Key:
    """A key as the terminal sends it."""
    if len(key) == 1 and not key.isalnum():
        key = _character_to_key(key)
    try:
        character: str | None = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(key, key)))
    except KeyError:
        character = key if len(key) == 1 else None
    return events.Key(key, character)


async def calm(pilot: Pilot[None]) -> None:
    """Waits until the last key did what it does and the screen is painted, or the program has ended."""
    began, used = monotonic(), process_time()
    while True:
        await pilot._wait_for_screen()  # Pilot.pause waits 20 ms for an idle process and paints each time
        app = pilot.app
        if not app.is_running or app._exit or app._keys._is_open:
            return
        took, worked = monotonic() - began, process_time() - used
        is_held = took > WAITING_S and worked < took * IDLE and os.getloadavg()[0] < (os.cpu_count() or 1)
        if is_held or worked > WAITING_S or took > PATIENCE_S:
            focus, busy = app.screen.focused, [w for w in app.workers if not w.is_finished]
            raise AssertionError(f"a key took {took:.1f} s, {worked:.1f} s of work: {app.screen!r}, {focus!r}, {busy}")


class Witness:
    """Hears what the session says it did, and compares that with what lies on the disk."""

    def __init__(self, session: Session, folder: Path) -> None:
        self._session, self._folder = session, folder
        self._begun = len(session.log)
        self._heard: list[Command | str] = []
        session.subscribe(self._hear)

    def _hear(self, change: Change) -> None:
        self._heard += change.commands if change.kind is ChangeKind.APPLIED else [change.kind.value]

    def check(self) -> None:
        """What was applied is on the disk now, though the program still runs, and gives the same analysis."""
        for name in self._folder.glob("copy.annotator*"):
            name.unlink()
        workspace = self._session.workspace
        for file in workspace.parent.glob(f"{workspace.name}*"):
            shutil.copy(file, self._folder / file.name.replace(workspace.name, "copy.annotator"))
        with open_story([], workspace=self._folder / "copy.annotator") as copy:
            assert copy.log == self._session.log
            assert [_said(event) for event in copy.log[self._begun :]] == self._heard
            assert copy.analysis == self._session.analysis


def _said(event: object) -> Command | str:
    if event.undoes is not None:
        return ChangeKind.UNDONE.value
    return ChangeKind.REDONE.value if event.redoes is not None else event.command


def look_at(app: AnnotatorApp) -> None:
    """The screen shows no control character; below whatever is open lies a screen of the story."""
    from annotator.tui.screens.work import WorkScreen  # here: its bindings are made from the keys that were chosen

    if app._exit or not app.is_running:
        return
    strips = app.screen._compositor.render_strips()
    shown = ["".join(cell[0] for cell in row) for row in app._frames._wanted]
    assert shown == [strip.text for strip in strips]
    assert len(strips) == app.screen.size.height
    for strip in strips:
        assert all(c.isprintable() for c in strip.text), ascii(strip.text)
    assert any(isinstance(screen, WorkScreen) for screen in app.screen_stack), app.screen_stack


async def run(file: Path, folder: Path, *, seed: int, number: int) -> tuple[int, int]:
    """Lets the monkey at a story; returns how often it left the program, and how many lines the log got."""
    monkey = Monkey(random.Random(seed))
    ended = 0
    try:
        with open_story([], workspace=file, by="mo\x1b[31m") as session:
            start, begun = session.analysis, len(session.log)
        while monkey.sent < number:
            with open_story([], workspace=file, by="mo\x1b[31m") as session:
                await _sit(session, monkey, folder, number)
                kept = session.analysis, session.log
            ended += 1
            with open_story([], workspace=file) as again:
                assert (again.analysis, again.log) == kept
                lines = len(again.log) - begun
        take_all_back(file, start)
    except BaseException:
        print(f"seed {seed}, {monkey.sent} events, the last: {' '.join(monkey.done)}")
        raise
    return ended, lines


async def _sit(session: Session, monkey: Monkey, folder: Path, number: int) -> None:
    """One run of the program, until it is left or the events are spent."""
    witness = Witness(session, folder)
    app = AnnotatorApp(session, theme="dark")
    async with app.run_test(size=SIZE) as pilot:
        async with asyncio.timeout(PATIENCE_S):
            while app.bench is None or not app._keys._is_open:
                await pilot.pause(0)
        acts = 0
        while monkey.sent < number and app.is_running and not app._exit:
            await monkey.act(pilot)
            acts += 1
            if acts % LOOK_EVERY == 0:
                await pilot.pause()
                look_at(app)
                witness.check()
    witness.check()


def take_all_back(file: Path, start: Analysis) -> None:
    """Undo without limit ends where the story began."""
    with open_story([], workspace=file) as session:
        while session.undo() is not None:
            pass
        assert session.analysis == start


def make_workspace(folder: Path) -> Path:
    """The hostile texts, really analysed."""
    file = folder / "hostile.annotator"
    with open_story(list(STORY.items()), workspace=file, by="mo\x1b[31m", title="[b]\x1b[2J") as session:
        session.analyse()
    (folder / "more.txt").write_text(MORE, encoding="utf-8")
    return file


@contextmanager
def caged() -> Iterator[None]:
    """Nothing that is pressed reaches beyond the program, and nothing is analysed anew."""

    async def analyse(_: AnalysisJob) -> AsyncIterator[object]:
        for nothing in ():
            yield nothing

    def refuse(*_: object, **__: object) -> None:
        raise OSError("no other program while the monkey is at the keys")

    patches = [mock.patch(name, refuse) for name in FORBIDDEN]
    patches.append(mock.patch("annotator.tui.engine.run_analysis", analyse))
    for patch in patches:
        patch.start()
    try:
        yield
    finally:
        for patch in patches:
            patch.stop()


def main() -> int:
    """A hunt over a few seeds; the exit code is the number of failures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--events", type=int, default=1000)
    parser.add_argument("--preset", default="default")
    chosen = parser.parse_args()
    choose_keys(keys_of(chosen.preset))
    failures = 0
    for seed in range(chosen.seed, chosen.seed + chosen.seeds):
        folder = Path(tempfile.mkdtemp())
        os.environ.update(dict.fromkeys(("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"), str(folder)))
        os.chdir(folder)
        began, used = monotonic(), process_time()
        try:
            file = make_workspace(folder)
            with caged():
                ended, lines = asyncio.run(run(file, folder, seed=seed, number=chosen.events))
        except Exception:  # noqa: BLE001  the hunt goes on
            traceback.print_exc()
            failures += 1
        else:
            shutil.rmtree(folder)
            took = f"{monotonic() - began:.1f} s, {process_time() - used:.1f} s of CPU"
            print(f"seed {seed} {chosen.preset}: left {ended} times, {lines} lines, {took}", flush=True)
    return failures


if __name__ == "__main__":
    sys.exit(main())
