"""A list with columns: a cursor that goes to their right and left, and one line of heads over the rows."""

from __future__ import annotations

from typing import Any

from annotator.tui.desk import Desk
from annotator.tui.screens.listing import ListScreen
from annotator.tui.widgets.one_line import OneLine
from annotator.view import Line, Room


class ColumnedScreen(ListScreen):
    """Subclasses say how many columns there are, and what stands over them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._column = 0

    @property
    def columns(self) -> int:
        """How many there are."""
        raise NotImplementedError

    def heads(self, room: Room) -> Line:
        """The line over the rows."""
        raise NotImplementedError

    def show_story(self) -> None:
        super().show_story()
        self._show_heads()

    def _show_heads(self) -> None:
        for heads in self.query("#heads").results(OneLine):  # none, once the screen is being closed
            heads.show(self.heads)

    def can(self, action: str) -> bool:
        match action:
            case "column_left":
                return self._column > 0
            case "column_right":
                return self._column < self.columns - 1
            case _:
                return super().can(action)

    def action_column_left(self) -> None:
        self._go_to_column(self._column - 1)

    def action_column_right(self) -> None:
        self._go_to_column(self._column + 1)

    def _go_to_column(self, number: int) -> None:
        self._column = max(0, min(number, self.columns - 1))
        self.rows.forget_rows()
        self._show_heads()
        self._show_detail()
        self.show_status()
        self.desk.bench.remember()

    def state(self) -> dict[str, Any]:
        return {**super().state(), "column": self._column}

    def restore(self, state: dict[str, Any]) -> None:
        super().restore(state)
        column = state.get("column")
        self._column = max(0, min(column, self.columns - 1)) if isinstance(column, int) else 0
