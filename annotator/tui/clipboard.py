"""Copies words out: by the system's own tool, else through the terminal and into a file; says what really happened."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from annotator.view import counted

TOOL_TIMEOUT_S = 2.0
FILE_NAME = "annotator-copied.txt"


def copy_words(
    words: str,
    send_to_terminal: Callable[[str], None],
    *,
    environment: Mapping[str, str] = os.environ,
    folder: Path | None = None,
) -> str:
    """Copies the words and returns the sentence that says how.

    Args:
        send_to_terminal: sends OSC 52; whether the terminal takes it cannot be known.
        folder: where the file goes; the person's own folder for the state of programs if None.
    """
    size = counted(len(words), "character")
    tool = native_tool(environment)
    if tool is not None and _run(tool, words):
        return f"Copied {size} with {Path(tool[0]).name}"
    send_to_terminal(words)
    try:
        file = (folder or _own_folder()) / FILE_NAME
        file.touch(mode=0o600)
        file.write_text(words, encoding="utf-8")
    except OSError:
        return f"Sent {size} to the terminal (OSC 52); not every terminal takes it"
    return f"Sent {size} to the terminal (OSC 52), and kept in {file}"


def native_tool(environment: Mapping[str, str]) -> tuple[str, ...] | None:
    """The command that fills the system's clipboard, if there is one that can."""
    candidates: list[tuple[str, ...]] = []
    if sys.platform == "darwin":
        candidates.append(("pbcopy",))
    if environment.get("WAYLAND_DISPLAY"):
        candidates.append(("wl-copy",))
    if environment.get("DISPLAY"):
        candidates += [("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input")]
    if environment.get("WSL_DISTRO_NAME") or sys.platform == "win32":
        candidates.append(("clip.exe",))
    for name, *options in candidates:
        found = shutil.which(name, path=environment.get("PATH"))
        if found:
            return (found, *options)
    return None


def _own_folder() -> Path:
    from platformdirs import user_state_path  # here: 2 ms that nobody who has a native tool waits for

    return user_state_path("annotator", appauthor=False, ensure_exists=True)


def _run(command: tuple[str, ...], words: str) -> bool:
    try:
        done = subprocess.run(  # noqa: S603  a fixed command found on the path
            command,
            input=words.encode("utf-16-le" if command[0].endswith("clip.exe") else "utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=TOOL_TIMEOUT_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
