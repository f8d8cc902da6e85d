"""One line of runs: the header, the bottom line, the legend."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rich.cells import cell_len
from textual.events import Click, MouseMove
from textual.message import Message

from annotator.tui.widgets.line_view import LineView
from annotator.view import Line, Room, Run


class OneLine(LineView, can_focus=False):
    """A line that is made anew whenever its width changes; its parts say what they are, and can be clicked."""

    DEFAULT_CSS = """
    OneLine {
        height: 1;
        overflow: hidden hidden;
        scrollbar-size-vertical: 0;
    }
    """

    @dataclass
    class Pressed(Message):
        """A part was clicked."""

        line: OneLine
        number: int
        """Of the run, from 0."""
        run: Run

        @property
        def control(self) -> OneLine:
            return self.line

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._make: Callable[[Room], Line] = lambda _: ()
        self._line: Line = ()
        self.explain: Callable[[int, Run], str] = lambda _number, _run: ""
        """What the mouse is told about a run, by its number and the run."""

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

    def part_at(self, x: int) -> tuple[int, Run] | None:
        """The run in a column of the widget, with its number; None beside all of them."""
        end = 1  # the blank that every line begins with
        for number, run in enumerate(self._line):
            start, end = end, end + cell_len(run.text)
            if start <= x < end:
                return number, run
        return None

    def on_mouse_move(self, event: MouseMove) -> None:
        part = self.part_at(event.x)
        words = self.explain(*part) if part else ""
        if words != (self.tooltip or ""):
            self.tooltip = words or None

    def on_click(self, event: Click) -> None:
        part = self.part_at(event.x)
        if part is not None:
            event.stop()
            self.post_message(self.Pressed(self, *part))
