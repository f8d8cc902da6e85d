"""Shows a document outside the program: its address in a browser, or its text in the pager."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import webbrowser
from pathlib import Path

from annotator.text import displayable

USUAL_PAGERS = ("less", "more")


def has_browser() -> bool:
    """Whether there is a browser with windows of its own; one of the terminal would write over the screens."""
    if sys.platform in ("darwin", "win32"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_in_browser(address: str) -> bool:
    """Whether a browser took the address."""
    try:
        return webbrowser.open(address)
    except (webbrowser.Error, OSError):
        return False


def pager() -> list[str]:
    """The command that shows a text page by page; empty where there is none."""
    chosen = shlex.split(os.environ.get("PAGER", ""))
    return chosen if chosen and shutil.which(chosen[0]) else [p for p in USUAL_PAGERS if shutil.which(p)][:1]


def show_in_pager(command: list[str], text: str) -> None:
    """Runs the pager over a text until the person leaves it; signs that steer a terminal are taken out first.

    Raises:
        OSError: if it cannot be run.
    """
    harmless = "\n".join(displayable(line) for line in text.split("\n"))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "document.txt"
        file.write_text(harmless, encoding="utf-8")
        subprocess.run([*command, str(file)], check=False)  # noqa: S603  the person's own pager
