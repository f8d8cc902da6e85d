"""Is there a terminal for the screens? Keys come from it even where standard input is a pipe."""

from __future__ import annotations

import os
import sys
from typing import TextIO

from annotator.errors import UsageError

CONTROLLING_TERMINAL = "/dev/tty"  # POSIX
DRIVER = "TEXTUAL_DRIVER"  # names the class that Textual draws with


def check_terminal() -> None:
    """Refuses to start screens that nobody could see or use.

    Raises:
        UsageError: if there is no terminal to draw on or to read keys from.
    """
    if _is_carried():
        return
    if os.environ.get("TERM") == "dumb":
        raise UsageError("this terminal shows lines only (TERM is dumb)", "use annotator read, which needs no more")
    if not (_is_terminal(sys.__stderr__) and (_is_terminal(sys.__stdin__) or _has_keys())):
        hint = "without one, use annotator read, analyze or export"
        raise UsageError("the screens need a terminal for keys and drawing", hint)


def take_keys() -> None:
    """Makes the terminal standard input where that was a pipe, once the pipe is read (`annotator open -`)."""
    if _is_carried() or _is_terminal(sys.__stdin__):
        return
    handle = os.open(CONTROLLING_TERMINAL, os.O_RDWR)
    if handle != 0:  # it is where standard input was closed
        os.dup2(handle, 0)
        os.close(handle)
    sys.__stdin__ = sys.stdin = os.fdopen(0, encoding="utf-8", errors="replace", closefd=False)  # type: ignore[misc]


def _is_carried() -> bool:
    """Whether keys and frames go through another program, such as `annotator serve`."""
    return bool(os.environ.get(DRIVER))


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def _has_keys() -> bool:
    try:
        os.close(os.open(CONTROLLING_TERMINAL, os.O_RDWR))
    except OSError:
        return False
    return True
