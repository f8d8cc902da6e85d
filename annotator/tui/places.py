"""Which class is the screen of a place? Loaded when it is first gone to."""

from __future__ import annotations

from importlib import import_module

from annotator.tui.screens.work import WorkScreen
from annotator.view import PLACES

NAMES = tuple(p.name for p in PLACES)


def load(name: str) -> type[WorkScreen]:
    """The screen of a place: `XScreen` in `tui.screens.x`."""
    found: type[WorkScreen] = getattr(import_module(f"annotator.tui.screens.{name}"), f"{name.capitalize()}Screen")
    return found


def name_of(screen: WorkScreen) -> str | None:
    """The place whose screen this is; None for home and what lies over other screens."""
    name = type(screen).__name__.removesuffix("Screen").lower()
    return name if name in NAMES else None
