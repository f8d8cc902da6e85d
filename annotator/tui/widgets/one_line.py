"""One line of runs: the header, the bottom line, the legend."""

from __future__ import annotations

from collections.abc import Callable

from annotator.tui.widgets.line_view import LineView
from annotator.view import Line, Room


class OneLine(LineView, can_focus=False):
    """A line that is made anew whenever its width changes."""

    DEFAULT_CSS = """
    OneLine {
        height: 1;
        overflow: hidden hidden;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._make: Callable[[Room], Line] = lambda _: ()
        self._line: Line = ()

    def show(self, make: Callable[[Room], Line]) -> None:
        """Shows what `make` returns for the room there is; repaints only if that is something else than before."""
        self._make = make
        line = make(self.room) if self.size.width else ()
        if line != self._line:
            self._line = line
            self.forget()

    def resized(self) -> None:
        self._line = self._make(self.room)
        self.forget()

    @property
    def line_count(self) -> int:
        return 1

    def line(self, row: int) -> Line:
        return self._line
