"""The one place where the command line reaches the screens."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.cli.terminal import take_keys

if TYPE_CHECKING:
    from annotator.session import Session

FRAMES_PER_S = "120"
"""Twice Textual's own: what follows a key, such as the inspector, is painted 8 ms sooner; over SSH it stays 60."""


def launch(
    source: Session | Callable[[], Session], *, view: str | None = None, theme: str | None = None, mouse: bool = True
) -> None:
    """Shows a story until the person leaves.

    Args:
        source: an open session, which stays open; or what opens one after the first paint, and it is closed at the end.
        view: "reader" or "disagreements"; where the last run ended if None.
        theme: dark, light, ansi, ansi-light or a name of Textual's; what the terminal says of itself if None.
        mouse: False leaves the mouse to the terminal.
    """
    gc.disable()  # until the first paint, see AnnotatorApp._start: collecting while modules load costs 25 ms
    if not os.environ.get("SSH_TTY"):
        os.environ.setdefault("TEXTUAL_FPS", FRAMES_PER_S)  # read when Textual is imported
    from annotator.tui import AnnotatorApp  # here: loads Textual, 0.2 s

    take_keys()
    app = AnnotatorApp(source, view=view, theme=theme)
    try:
        app.run(mouse=mouse)
    finally:
        if callable(source) and app.bench is not None:
            app.bench.desk.session.close()
    if app.failure is not None:
        raise app.failure
