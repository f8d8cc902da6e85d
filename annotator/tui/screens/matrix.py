"""The comparison as a grid: facts down, documents across, and what the document at the cursor says below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.app import ComposeResult
from textual.containers import Container

from annotator.model import Claim
from annotator.tui.bindings import bindings_for
from annotator.tui.desk import Desk
from annotator.tui.keys import Context
from annotator.tui.screens.columned import ColumnedScreen
from annotator.tui.widgets.lines import Lines
from annotator.tui.widgets.one_line import OneLine
from annotator.tui.widgets.virtual_list import VirtualList
from annotator.view import (
    MATRIX_FIELDS,
    Entry,
    Grid,
    Item,
    Line,
    MatrixOrder,
    Room,
    cells_in_view,
    describe_cell,
    lay_grid,
    matrix_items,
    outlet_word,
    paint_fact,
    paint_heads,
)


class MatrixScreen(ColumnedScreen):
    """h and l go from document to document, j and k from fact to fact; Enter opens the passages."""

    CONTEXT = Context.MATRIX
    CSS_PATH = ["../styles/listing.tcss", "../styles/matrix.tcss"]
    BINDINGS = bindings_for(Context.MATRIX)
    TITLE = "Shared facts"
    EMPTY = "No fact that two passages state. $back goes back."
    FIELDS = MATRIX_FIELDS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._order = MatrixOrder.SEVERITY

    def body(self) -> ComposeResult:
        with Container(id="body"):
            yield OneLine(id="heads")
            yield VirtualList(empty=self.EMPTY, id="rows").as_panel()
            yield Lines(id="detail").as_panel()

    @property
    def grid(self) -> Grid:
        """The columns in view."""
        return lay_grid(self.desk.story, self.rows.room.width, self._column)

    @property
    def claim(self) -> Claim | None:
        """What the document at the cursor says; the row's first claim where it says nothing."""
        item = self.item
        if item is None:
            return None
        grid = self.grid
        cell = cells_in_view(self.desk.story, item, grid)[grid.column - grid.first]
        names = cell.claims or item.claims
        return next((self.desk.story.claim[n] for n in names), None)

    def items(self) -> Sequence[Item]:
        return matrix_items(self.desk.story, self._order)

    def paint(self, item: Item, room: Room) -> Sequence[Line]:
        return (paint_fact(self.desk.story, item, self.grid, room),)

    def tell_about(self, item: Item, room: Room) -> Sequence[Line]:
        return describe_cell(self.desk.story, item, self.grid, room)

    def detail_title(self) -> str:
        documents = self.desk.story.documents
        return outlet_word(documents[self._column]) if self._column < len(documents) else super().detail_title()

    def on_resize(self) -> None:
        self.call_after_refresh(self._show_heads)

    @property
    def columns(self) -> int:
        return len(self.desk.story.documents)

    def heads(self, room: Room) -> Line:
        return paint_heads(self.grid, self.columns, room)

    # what can be done

    def can(self, action: str) -> bool:
        match action:
            case "open_row":
                return self.item is not None
            case _:
                return super().can(action)

    def action_change_order(self) -> None:
        orders = tuple(MatrixOrder)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self.show_story()
        self.tell(f"Sorted by {self._order.value}")

    def action_open_row(self) -> None:
        from annotator.tui.screens.passages import PassagesScreen  # here: loads when first opened

        item = self.item
        if item is not None and item.target is not None:
            self.app.push_screen(PassagesScreen(self.desk, Entry(item.target, item.claims)))

    def state(self) -> dict[str, Any]:
        return {**super().state(), "order": self._order.value}

    def restore(self, state: dict[str, Any]) -> None:
        super().restore(state)
        order = state.get("order")
        self._order = MatrixOrder(order) if order in tuple(MatrixOrder) else MatrixOrder.SEVERITY
