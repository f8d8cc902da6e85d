"""The one place where the command line reaches the screens."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.cli.terminal import take_keys
from annotator.config import own_memory, read_screens

if TYPE_CHECKING:
    from annotator.session import Session

FRAMES_PER_S = "120"
"""Twice Textual's own: what follows a key, such as the inspector, is painted 8 ms sooner; over SSH it stays 60."""

SIGNALLED = 128
"""What shells add to the number of the signal that ended a program."""
TURN_S = 0.0005
"""How long a thread computes until the keys' turn comes; with Python's 5 ms each step of a key waits that long."""


def launch(
    source: Session | Callable[[], Session],
    *,
    view: str | None = None,
    theme: str | None = None,
    ascii_only: bool = False,
    mouse: bool | None = None,
    tour: str | None = None,
) -> None:
    """Shows a story until the person leaves.

    Args:
        source: an open session, which stays open; or what opens one after the first paint, and it is closed at the end.
        view: "reader" or "disagreements"; where the last run ended if None.
        theme: a name of `annotator.tui.theme` or of Textual's; the person's own choice, else the terminal's, if None.
        ascii_only: shows all signs in ASCII, whatever the terminal can.
        mouse: False leaves the mouse to the terminal; None does what the person's file says.
        tour: "offer" it to who was never asked, or "begin" it; only over the sample story.

    Raises:
        UsageError: if the person's file asks for what cannot be.
    """
    settings = read_screens()
    sys.setswitchinterval(TURN_S)
    gc.disable()  # until the first paint, see AnnotatorApp._start: collecting while modules load costs 25 ms
    if not os.environ.get("SSH_TTY"):
        os.environ.setdefault("TEXTUAL_FPS", FRAMES_PER_S)  # read when Textual is imported
    from annotator.tui import AnnotatorApp  # here: loads Textual, 0.2 s

    if settings.preset is not None or settings.keys:
        from annotator.tui import choose_keys, configured, digits_of  # here: most people have no keys of their own

        choose_keys(configured(settings), digits_of(settings))
    take_keys()
    settings = replace(settings, ascii=True) if ascii_only else settings
    app = AnnotatorApp(source, view=view, theme=theme, settings=settings, memory=own_memory(), tour=tour)
    try:
        app.run(mouse=settings.mouse is not False if mouse is None else mouse)
    finally:
        if callable(source) and app.bench is not None:
            app.bench.desk.session.close()
    if app.failure is not None:
        raise app.failure
    if app.ended_by is not None:
        raise SystemExit(SIGNALLED + app.ended_by)


def print_keys(preset: str | None) -> Iterator[str]:
    """The table of keys: those of a preset, or the person's own.

    Raises:
        UsageError: if the person's file asks for keys that clash or cannot be pressed.
    """
    from annotator.tui import configured, keys_of, list_keys  # here: loads Textual, 0.2 s

    return list_keys(configured(read_screens()) if preset is None else keys_of(preset))


def check_keys(preset: str | None) -> Iterator[str]:
    """What is wrong with the keys in this terminal; raises as `print_keys`."""
    from annotator.tui import configured, keys_of, unsent_keys  # here: loads Textual, 0.2 s

    return unsent_keys(configured(read_screens()) if preset is None else keys_of(preset), os.environ)
