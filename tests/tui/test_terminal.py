"""A few runs in a real terminal: tmux starts the program, keys go in, the screen comes out."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from annotator.samples import sample_story
from tests.story_builders import TEXTS

pytestmark = [
    pytest.mark.tmux,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed"),
    pytest.mark.timeout(90),
]
DEADLINE_S = 30.0
REMEMBERED_S = 2.5
"""The place is kept a second after it was gone to; nothing on the screen tells."""


class Tmux:
    """One detached session on a server of its own."""

    def __init__(self, folder: Path) -> None:
        self._socket = _new_socket()
        self._folder = folder

    def run(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-u", "-L", self._socket, "-f", "/dev/null", *arguments],
            capture_output=True,
            encoding="utf-8",
            timeout=20,
            env={**os.environ, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"},
        )
        return done.stdout

    def start(self, command: str, width: int, height: int) -> None:
        shell = f"cd {self._folder} && {command}; echo ENDED $?; sleep 600"
        self.run(
            "new-session",
            "-d",
            "-x",
            str(width),
            "-y",
            str(height),
            f"env -u COLUMNS -u LINES HOME={self._folder} {_shell(shell)}",
        )

    def press(self, *keys: str) -> None:
        for key in keys:
            self.run("send-keys", key)

    def screen(self) -> str:
        return self.run("capture-pane", "-p")

    def wait_for(self, words: str) -> str:
        return self.wait(lambda shown: words in shown, words)

    def wait(self, holds: Callable[[str], bool], what: str) -> str:
        deadline = time.monotonic() + DEADLINE_S
        while time.monotonic() < deadline:
            shown = self.screen()
            if holds(shown):
                return shown
            time.sleep(0.05)
        raise AssertionError(f"not on the screen in {DEADLINE_S} s: {what}\n{self.screen()}")

    def close(self) -> None:
        self.run("kill-server")
        self._socket = _new_socket()  # the old server may not have ended yet


def _new_socket() -> str:
    return f"annotator-{uuid4().hex[:8]}"


def _shell(script: str) -> str:
    quoted = script.replace("'", "'\\''")
    return f"sh -c '{quoted}'"


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    for name, text in TEXTS.items():
        (tmp_path / "ferry").mkdir(exist_ok=True)
        (tmp_path / "ferry" / f"{name}.txt").write_text(text, encoding="utf-8")
    terminal = Tmux(tmp_path)
    yield terminal
    terminal.close()


def command(*arguments: str) -> str:
    return " ".join([f"PYTHONPATH={os.getcwd()}", sys.executable, "-m", "annotator", *arguments])


def test_open_analyses_decides_and_comes_back_after_leaving(tmux: Tmux) -> None:
    tmux.start(command("open", "ferry"), 120, 40)
    tmux.wait_for("claims · 0 of")
    tmux.press("J")
    tmux.wait_for("Claim 2 of")
    tmux.press("Enter")
    tmux.wait_for("claims · 1 of")
    tmux.press("Q")
    tmux.wait_for("ENDED 0")
    tmux.press("C-c")
    tmux.close()
    tmux.start(command("open", "ferry"), 120, 40)
    shown = tmux.wait_for("claims · 1 of")
    assert "Claim 2 of" in shown


def test_a_persons_own_keys_work_and_are_shown_and_clashes_are_refused(tmux: Tmux, tmp_path: Path) -> None:
    file = tmp_path / ".config" / "annotator" / "annotator.toml"
    file.parent.mkdir(parents=True)
    file.write_text('[screens]\npreset = "vim"\n[keys]\nclaim_next = "F4"\nrate = "F3"\n', encoding="utf-8")
    tmux.start(f"XDG_CONFIG_HOME={tmp_path}/.config {command('open', 'ferry')}", 120, 40)
    tmux.wait_for("claims · 0 of")
    tmux.wait_for("F3 rate")
    tmux.press("F4")
    tmux.wait_for("Claim 2 of")
    tmux.press("Z", "Z")
    tmux.wait_for("ENDED 0")
    tmux.close()
    file.write_text('[keys]\nrate = "x"\nnote = "x"\n', encoding="utf-8")
    tmux.start(f"XDG_CONFIG_HOME={tmp_path}/.config {command('open', 'ferry')}", 120, 40)
    shown = tmux.wait_for("ENDED 2")
    assert "annotator.toml:2" in shown.replace("\n", "")


def test_keys_come_from_the_terminal_where_standard_input_is_closed(tmux: Tmux) -> None:
    tmux.start(f"{command('open', 'ferry')} <&-", 120, 40)
    tmux.wait_for("claims · 0 of")
    tmux.press("J")
    tmux.wait_for("Claim 2 of")


def test_the_screen_follows_the_size_of_the_terminal(tmux: Tmux) -> None:
    tmux.start(command("open", "ferry"), 120, 40)
    tmux.wait_for("Documents")
    tmux.run("resize-window", "-x", "80", "-y", "24")
    shown = tmux.wait(lambda s: "Documents" not in s and "saved" in s, "one column")
    assert all(len(line) <= 80 for line in shown.splitlines())
    tmux.run("resize-window", "-x", "120", "-y", "40")
    tmux.wait_for("Documents")


def test_the_program_ends_cleanly_while_it_analyses(tmux: Tmux) -> None:
    long = "\n\n".join(f"The harbour handled {n} ships on Monday, the port said." for n in range(4000))
    (tmux._folder / "ferry" / "long.txt").write_text(long, encoding="utf-8")
    tmux.start(command("open", "ferry"), 120, 40)
    tmux.wait_for("reading")
    tmux.press("Q")
    tmux.wait_for("ENDED 0")


def test_a_workspace_that_is_no_workspace_is_one_sentence(tmux: Tmux) -> None:
    (tmux._folder / "broken.annotator").write_bytes(b"not a database at all, but long enough to be one" * 50)
    tmux.start(command("open", "broken.annotator"), 120, 40)
    shown = tmux.wait_for("ENDED 2")
    assert "Traceback" not in shown


def test_input_that_is_not_utf8_is_left_out_and_the_next_key_counts(tmux: Tmux) -> None:
    tmux.start(command("open", "ferry"), 120, 40)
    tmux.wait_for("claims · 0 of")
    tmux.run("send-keys", "-H", "ff", "fe", "41")
    tmux.wait_for("not UTF-8")
    tmux.press("J")
    tmux.wait_for("Claim 2 of")


def test_a_terminal_that_is_closed_takes_nothing_along(tmux: Tmux) -> None:
    tmux.start(command("open", "ferry"), 120, 40)
    tmux.wait_for("claims · 0 of")
    tmux.press("J")
    tmux.wait_for("Claim 2 of")
    tmux.press("Enter")
    tmux.wait_for("claims · 1 of")
    tmux.close()
    again = command("open", "ferry")
    tmux.start(f"{again} || (sleep 2; {again})", 120, 40)  # the first may hold the workspace a moment longer
    tmux.wait_for("claims · 1 of")


def test_the_terminals_own_cursor_is_at_the_row_that_keys_act_on(tmux: Tmux) -> None:
    def cursor_line(shown: str) -> str:
        return shown.splitlines()[int(tmux.run("display", "-p", "#{cursor_y}"))]

    tmux.start(command("open", "ferry"), 80, 24)
    tmux.wait_for("claims · 0 of")
    tmux.press("g", "c")
    tmux.wait(lambda shown: " A1 " in cursor_line(shown), "the cursor at the first claim")
    tmux.press("j")
    tmux.wait(lambda shown: " A2 " in cursor_line(shown), "the cursor at the second claim")


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40)])
def test_a_whole_job_in_the_queue_survives_a_killed_process(tmux: Tmux, width: int, height: int) -> None:
    (tmux._folder / "barrage").mkdir()
    for name, text in sample_story():
        (tmux._folder / "barrage" / Path(name).name).write_text(text, encoding="utf-8")
    tmux.start(command("open", "barrage"), width, height)
    tmux.wait_for(" of ")
    tmux.press("g", "q")
    first = tmux.wait_for("to decide")
    waiting = _number_before(first, "to decide")
    tmux.press("Enter")
    tmux.wait_for(f"{waiting - 1} to decide")
    tmux.press("x")
    tmux.wait_for(f"{waiting - 2} to decide")
    tmux.press("g", "x")
    tmux.wait_for("Conflicting")
    tmux.press("j", "x")  # the first row was decided in the queue
    tmux.wait_for("Rejected ")
    time.sleep(REMEMBERED_S)
    _kill(tmux)
    tmux.wait_for("ENDED 137")
    tmux.press("C-c")
    tmux.close()
    tmux.start(command("open", "barrage"), width, height)
    tmux.wait_for("Conflicting")
    tmux.press("g", "q")
    tmux.wait_for(f"{waiting - 3} to decide")
    tmux.press("g", "r")
    tmux.wait_for("Claim 1 of")
    tmux.press("u")
    tmux.wait_for("Undone: rejected")
    tmux.press("Q")
    tmux.wait_for("ENDED 0")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_program_that_is_told_to_end_saves_and_restores_the_terminal(tmux: Tmux, number: int) -> None:
    tmux.start(command("open", "ferry"), 120, 40)
    tmux.wait_for("claims · 0 of")
    tmux.press("J", "Enter")
    tmux.wait_for("claims · 1 of")
    tmux.press("c")
    tmux.wait_for("Note")
    tmux.press("half a note")
    tmux.wait_for("half a note")
    _kill(tmux, number)
    tmux.wait_for(f"ENDED {128 + number}")
    assert tmux.run("display", "-p", "#{alternate_on} #{mouse_any_flag} #{cursor_flag}").strip() == "0 0 1"
    tmux.close()
    tmux.start(command("open", "ferry"), 120, 40)
    tmux.wait_for("claims · 1 of")


def _number_before(shown: str, words: str) -> int:
    found = re.search(rf"(\d+) {words}", shown)
    assert found, shown
    return int(found[1])


def _kill(tmux: Tmux, number: int = signal.SIGKILL) -> None:
    """Ends the program as a power cut does, or more gently: it runs below the shell of the pane."""
    pane = int(tmux.run("list-panes", "-F", "#{pane_pid}").strip())
    listed = subprocess.run(["ps", "-eo", "pid=,ppid=,args="], capture_output=True, encoding="utf-8", check=True).stdout
    rows = [line.split(None, 2) for line in listed.splitlines()]
    mine = {pane}
    for _ in rows:
        mine |= {int(pid) for pid, parent, _ in rows if int(parent) in mine}
    for pid, _, arguments in rows:
        if int(pid) in mine and "-m annotator" in arguments and "sh -c" not in arguments:
            os.kill(int(pid), number)
