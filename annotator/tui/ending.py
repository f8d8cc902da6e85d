"""How does the program end when it is told to from outside? As if the person had left: saved, the terminal restored."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress

ENDINGS = ("SIGTERM", "SIGHUP")
"""Sent by kill and by a terminal that is closed; Windows has one of them, and no way to hear it here."""


def leave_when_told(leave: Callable[[int], None]) -> None:
    """Calls `leave` with the number of the signal; call it where the loop of the screens runs."""
    loop = asyncio.get_running_loop()
    for name in ENDINGS:
        with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
            number = getattr(signal, name)
            loop.add_signal_handler(number, leave, number)
