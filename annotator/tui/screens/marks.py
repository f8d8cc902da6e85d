"""Every place that has one label; Enter goes to it in the text, x takes the label from it."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.model import Tag
from annotator.tui.desk import Desk
from annotator.tui.keys import Action
from annotator.tui.screens.listing import ListScreen
from annotator.view import MARK_FIELDS, Item, Line, Room, describe_mark, mark_items, paint_mark


class MarksScreen(ListScreen):
    """Opened over the codebook."""

    TITLE = "Marks"
    EMPTY = "No mark has this label. $back goes back."
    FIELDS = MARK_FIELDS

    def __init__(self, desk: Desk, label: str) -> None:
        super().__init__(desk)
        self._label = label

    def items(self) -> Sequence[Item]:
        return mark_items(self.desk.story, self._label)

    def paint(self, item: Item, room: Room) -> Sequence[Line]:
        tag = self._tag(item)
        return (paint_mark(self.desk.story, tag, room),) if tag else ()

    def tell_about(self, item: Item, room: Room) -> Sequence[Line]:
        tag = self._tag(item)
        return describe_mark(self.desk.story, tag, room) if tag else ()

    def detail_title(self) -> str:
        return self._label

    def can(self, action: str) -> bool:
        return self.item is not None if action == "open_row" else super().can(action)

    def label(self, action: Action) -> str:
        return {"reject": "take off"}.get(action.id) or super().label(action)

    def action_open_row(self) -> None:
        item = self.item
        tag = self._tag(item) if item else None
        if item is not None and item.target is not None and tag is not None:
            self.desk.bench.go_to(tag.document, tag.span.start, item.target)

    def _tag(self, item: Item) -> Tag | None:
        thing = self.desk.thing(item.target)
        return thing if isinstance(thing, Tag) else None
