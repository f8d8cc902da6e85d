"""Lines that are only looked at: a passage, a description, a list of hints."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from annotator.tui.bindings import bindings_for
from annotator.tui.keys import Context
from annotator.tui.widgets.line_view import LineView
from annotator.view import Line, Room


class Lines(LineView):
    """Scrolls lines that are made for the width there is."""

    BINDINGS = bindings_for(Context.LIST)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._make: Callable[[Room], Sequence[Line]] = lambda _: ()
        self._lines: Sequence[Line] = ()

    def show(self, make: Callable[[Room], Sequence[Line]]) -> None:
        """Shows the lines that `make` returns."""
        self._make = make
        before, self._lines = self._lines, make(self.room) if self.size.width else ()
        self.forget_changed(before, self._lines)

    @property
    def line_count(self) -> int:
        return len(self._lines)

    def line(self, row: int) -> Line:
        return self._lines[row]

    def resized(self) -> None:
        self.show(self._make)

    def action_cursor_down(self) -> None:
        self.scroll_relative(y=1, animate=False)

    def action_cursor_up(self) -> None:
        self.scroll_relative(y=-1, animate=False)

    def action_page_down(self) -> None:
        self.scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        self.scroll_page_up(animate=False)

    def action_to_start(self) -> None:
        self.scroll_home(animate=False)

    def action_to_end(self) -> None:
        self.scroll_end(animate=False)
