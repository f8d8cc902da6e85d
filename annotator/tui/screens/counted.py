"""What a number of the dashboard counts, one row each; Enter opens the passages or the place in the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from annotator.model import AnchorKind
from annotator.tui.desk import Desk
from annotator.tui.screens.listing import ListScreen
from annotator.view import (
    COUNTED_FIELDS,
    Entry,
    Item,
    Line,
    Room,
    Target,
    counted_items,
    describe_counted,
    paint_counted,
)


class CountedScreen(ListScreen):
    """The rows are asked for anew whenever the story changes."""

    TITLE = "Counted"
    EMPTY = "Nothing is left of it. $back goes back."
    FIELDS = COUNTED_FIELDS

    def __init__(self, desk: Desk, title: str, targets: Callable[[], Sequence[Target]]) -> None:
        super().__init__(desk)
        self._title, self._targets = title, targets

    def items(self) -> Sequence[Item]:
        return counted_items(self.desk.story, self._targets())

    def paint(self, item: Item, room: Room) -> Sequence[Line]:
        return (paint_counted(self.desk.story, item, room),)

    def tell_about(self, item: Item, room: Room) -> Sequence[Line]:
        return describe_counted(self.desk.story, item, room)

    def _show_frame(self) -> None:
        super()._show_frame()
        if self._filter is None:
            self.rows.set_frame(f"{self._title}  {len(self._items)}")

    def action_open_row(self) -> None:
        item = self.item
        if item is None or item.target is None or item.target.kind is AnchorKind.CLAIM:
            super().action_open_row()
            return
        from annotator.tui.screens.passages import PassagesScreen  # here: loads when first opened

        self.app.push_screen(PassagesScreen(self.desk, Entry(item.target, item.claims)))
