"""Did the terminal show the last frame? Over a line, the next one waits for that, and no key waits behind frames.

What a program writes is taken at once and lies in buffers on the way: 64 kB are a minute at 9600 baud. The answer to a
question behind each frame says that the frame has arrived; what was painted meanwhile is sent as one.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

QUESTION = "\x1b[?2026$p"
"""Whether the terminal shows frames at once; Textual asks it at the start and hears the answer."""
PATIENCE_S = 3.0
"""After that the next frame goes out, whatever became of the answer."""


class Pace:
    """One question at a time."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._asked_at: float | None = None

    def ask(self, write: Callable[[str], None]) -> None:
        """Asks behind a frame that was sent."""
        write(QUESTION)
        self._asked_at = self._clock()

    def answered(self) -> None:
        """Hears the answer."""
        self._asked_at = None

    @property
    def remaining_s(self) -> float:
        """How long the next frame may have to wait still; 0 if it may be sent."""
        if self._asked_at is None:
            return 0.0
        return max(0.0, self._asked_at + PATIENCE_S - self._clock())
