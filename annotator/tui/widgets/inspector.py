"""What is known about the claim at the cursor; its cursor goes from one thing that can be decided on to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.events import Click
from textual.geometry import Offset
from textual.message import Message

from annotator.tui.bindings import bindings_for
from annotator.tui.keys import Context
from annotator.tui.widgets.line_view import LineView
from annotator.view import Line, Room, Row, Run, Target


class Inspector(LineView):
    """Rows that are made for the width there is; those of the chosen object are filled."""

    BINDINGS = bindings_for(Context.LIST)

    @dataclass
    class Chosen(Message):
        """An object was chosen."""

        target: Target

    def __init__(self, *, empty: str, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._empty = empty
        self._make: Callable[[Room], tuple[Row, ...]] = lambda _: ()
        self._rows: tuple[Row, ...] = ()
        self._target: Target | None = None

    def show(self, make: Callable[[Room], tuple[Row, ...]], target: Target | None) -> None:
        """Shows the rows that `make` returns, with one object chosen."""
        self._make, self._target = make, target
        self._rows = make(self.room) if self.size.width else ()
        self.forget()
        self._reveal()

    def choose(self, target: Target | None) -> None:
        """Fills the rows of another object."""
        old, self._target = self._target, target
        for row, made in enumerate(self._rows):
            if made.target is not None and made.target in (old, target):
                self.forget(range(row, row + 1))
        self._reveal()

    @property
    def line_count(self) -> int:
        return max(1, len(self._rows))

    def line(self, row: int) -> Line:
        if not self._rows:
            return (Run(self._empty, "dim"),) if row == 0 else ()
        return self._rows[row].line

    def over(self, row: int) -> str:
        if self._target is None or row >= len(self._rows) or self._rows[row].target != self._target:
            return ""
        return "bar" if self.has_focus else "bar-quiet"

    def cursor_cell(self) -> Offset:
        rows = self._target_rows()
        return Offset(1, max(0, rows[0] - self.scroll_offset.y) if rows else 0)

    def resized(self) -> None:
        self.show(self._make, self._target)

    def on_focus(self) -> None:
        self.forget()

    def on_blur(self) -> None:
        self.forget()

    def on_click(self, event: Click) -> None:
        offset = event.get_content_offset(self)
        row = offset.y + self.scroll_offset.y if offset else -1
        if 0 <= row < len(self._rows) and (target := self._rows[row].target):
            self.post_message(self.Chosen(target))

    def action_cursor_down(self) -> None:
        self._step(1)

    def action_cursor_up(self) -> None:
        self._step(-1)

    def action_page_down(self) -> None:
        self.scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        self.scroll_page_up(animate=False)

    def action_to_start(self) -> None:
        self.scroll_home(animate=False)

    def action_to_end(self) -> None:
        self.scroll_end(animate=False)

    def _step(self, by: int) -> None:
        """To the next object; where there is none in that direction, the lines scroll."""
        targets = list(dict.fromkeys(row.target for row in self._rows if row.target))
        at = targets.index(self._target) + by if self._target in targets else 0
        if 0 <= at < len(targets):
            self.post_message(self.Chosen(targets[at]))
        else:
            self.scroll_relative(y=by, animate=False)

    def _target_rows(self) -> list[int]:
        """The rows of the chosen object."""
        return [i for i, row in enumerate(self._rows) if row.target is not None and row.target == self._target]

    def _reveal(self) -> None:
        rows = self._target_rows()
        if rows:
            self.bring_into_view(rows[0], height=min(len(rows), max(1, self.size.height)))
        else:
            self.scroll_to(y=0, animate=False)
