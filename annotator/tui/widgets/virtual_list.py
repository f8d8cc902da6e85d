"""A list of rows with a cursor; only the rows in view are made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from textual.events import Click
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive

from annotator.tui.bindings import bindings_for
from annotator.tui.keys import Context, said
from annotator.tui.widgets.line_view import LineView
from annotator.view import Line, Room, Run, width_of, wrap_runs


class VirtualList(LineView):
    """Rows of a fixed number of lines; a move of the cursor repaints two rows."""

    BINDINGS = bindings_for(Context.LIST)
    cursor: reactive[int] = reactive(0, repaint=False, init=False)

    @dataclass
    class Highlighted(Message):
        """The cursor went to another row."""

        list: VirtualList
        index: int

        @property
        def control(self) -> VirtualList:
            return self.list

    @dataclass
    class Opened(Message):
        """A row was double-clicked."""

        list: VirtualList
        index: int

        @property
        def control(self) -> VirtualList:
            return self.list

    def __init__(self, *, row_lines: int = 1, empty: str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._row_lines = row_lines
        self.empty = empty
        """Stands there when there are no rows; "$back" in it stands for the key of that action."""
        self._count = 0
        self._make: Callable[[int, Room], Sequence[Line]] = lambda _index, _room: ()
        self._made: dict[int, Sequence[Line]] = {}

    def show(self, count: int, make: Callable[[int, Room], Sequence[Line]]) -> None:
        """Shows `count` rows; `make` gives the lines of one when it comes into view."""
        self._count, self._make = count, make
        self._made.clear()
        self.set_reactive(VirtualList.cursor, max(0, min(self.cursor, count - 1)))
        self.forget()

    def forget_rows(self) -> None:
        """Makes every row anew, for a change that is not one of the rows themselves."""
        self._made.clear()
        self.forget()

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._count

    @property
    def line_count(self) -> int:
        return self._count * self._row_lines if self._count else len(self._empty_lines())

    def line(self, row: int) -> Line:
        if not self._count:
            return self._empty_lines()[row]
        index = row // self._row_lines
        lines = self._made.get(index)
        if lines is None:
            lines = self._made[index] = self._make(index, self.room)
        number = row % self._row_lines
        return lines[number] if number < len(lines) else ()

    def _empty_lines(self) -> Sequence[Line]:
        room = self.room
        return wrap_runs((Run(said(self.empty), "dim"),), width=room.width, measure=room.measure) or ((),)

    def over(self, row: int) -> str:
        if not self._count or row // self._row_lines != self.cursor:
            return ""
        if self._row_lines > 1 and row % self._row_lines == self._row_lines - 1:
            return ""
        return "bar" if self.has_focus else "bar-quiet"

    def cursor_cell(self) -> Offset:
        """The row at the cursor, and in it the part that is marked as the target, such as a cell of the matrix."""
        row = self.cursor * self._row_lines
        before = list(takewhile(lambda run: "target" not in run.style.split(), line := self.line(row)))
        left = width_of(before, self.room.measure) if len(before) < len(line) else 0
        return Offset(1 + left, row - self.scroll_offset.y)

    def resized(self) -> None:
        self.forget_rows()
        self._reveal()

    def validate_cursor(self, cursor: int) -> int:
        return max(0, min(cursor, self._count - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        for index in (old, new):
            self._repaint(index)
        self._reveal()
        self.post_message(self.Highlighted(self, new))

    def on_focus(self) -> None:
        self._repaint(self.cursor)

    def on_blur(self) -> None:
        self._repaint(self.cursor)

    def on_click(self, event: Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        if event.chain == 2:  # opens the row of the first click, even if that brought another one under the mouse
            if self._count:
                self.post_message(self.Opened(self, self.cursor))
            return
        index = (offset.y + self.scroll_offset.y) // self._row_lines
        if 0 <= index < self._count:
            self.cursor = index

    def action_cursor_down(self) -> None:
        self.cursor += 1

    def action_cursor_up(self) -> None:
        self.cursor -= 1

    def action_page_down(self) -> None:
        self.cursor += max(1, self.size.height // self._row_lines - 1)

    def action_page_up(self) -> None:
        self.cursor -= max(1, self.size.height // self._row_lines - 1)

    def action_to_start(self) -> None:
        self.cursor = 0

    def action_to_end(self) -> None:
        self.cursor = self._count - 1

    def _repaint(self, index: int) -> None:
        self.forget(range(index * self._row_lines, (index + 1) * self._row_lines))

    def _reveal(self) -> None:
        self.bring_into_view(self.cursor * self._row_lines, height=self._row_lines)
