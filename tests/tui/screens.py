"""What tests read from a running screen: its text, and whether it is settled."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual.pilot import Pilot

from annotator.tui.screens.home import HomeScreen

WIDE, NARROW, HUGE = (120, 40), (80, 24), (200, 60)
DEADLINE_S = 15.0


def text_of(pilot: Pilot) -> str:
    """Everything on the screen, line by line."""
    screen = pilot.app.screen
    width, height = pilot.app.size
    lines = screen._compositor.render_strips()
    assert len(lines) == height
    return "\n".join(strip.text.ljust(width) for strip in lines)


def last_line(pilot: Pilot) -> str:
    return text_of(pilot).splitlines()[-1].strip()


async def settle(pilot: Pilot) -> None:
    """Waits until the story is open and everything asked for is painted."""
    await until(pilot, lambda: getattr(pilot.app, "bench", None) is not None)
    await pilot.pause()
    await pilot.pause()


async def until(pilot: Pilot, holds: Callable[[], bool]) -> None:
    """Waits for something to become true; polls, with a deadline."""
    async with asyncio.timeout(DEADLINE_S):
        while not holds():
            await pilot.pause(0.02)


def home_of(pilot: Pilot) -> HomeScreen:
    return pilot.app.bench.home
