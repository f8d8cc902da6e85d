"""Lets a person write words in their own editor, and says truly what came of it."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

MAX_BYTES = 100_000  # a note of that size is another file, saved by mistake
_NAMES = ("VISUAL", "EDITOR")


@dataclass(frozen=True, slots=True)
class Edited:
    """What came of it."""

    words: str | None
    """None if the words stay as they were."""
    sentence: str = ""
    """Why they stay."""


def editor_command(environment: Mapping[str, str] = os.environ) -> tuple[str, ...] | None:
    """The command that $VISUAL, or else $EDITOR, names; None if neither does or it cannot be read."""
    for name in _NAMES:
        try:
            words = shlex.split(environment.get(name, ""))
        except ValueError:  # quotes that do not close
            continue
        if words:
            return tuple(words)
    return None


def edit_words(words: str, command: tuple[str, ...], run: Callable[[tuple[str, ...]], int] | None = None) -> Edited:
    """The words as they are when the editor ends.

    Args:
        run: starts the command and returns its code; in this terminal if None.
    """
    program = shutil.which(command[0])
    if program is None:
        return Edited(None, f"{command[0]} of $VISUAL or $EDITOR is not there; nothing was changed")
    with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
        file = Path(folder) / "note.txt"
        file.write_text(f"{words}\n" if words else "", encoding="utf-8")
        try:
            code = (run or _run)((program, *command[1:], str(file)))
        except OSError as error:
            return Edited(None, f"{command[0]} did not start ({error.strerror}); nothing was changed")
        if code != 0:
            return Edited(None, f"{command[0]} ended with {code}; nothing was changed")
        return _read(file, words)


def _read(file: Path, before: str) -> Edited:
    try:
        with file.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
        words = raw.decode("utf-8-sig").strip()
    except (OSError, UnicodeDecodeError):
        return Edited(None, "What the editor left is no UTF-8 text; nothing was changed")
    if len(raw) > MAX_BYTES:
        return Edited(None, f"A note has room for {MAX_BYTES:,} bytes; nothing was changed")
    if words == before.strip():
        return Edited(None, "The editor changed nothing")
    return Edited(words)


def _run(command: tuple[str, ...]) -> int:
    return subprocess.run(command, check=False).returncode  # noqa: S603  the person's own editor
