"""Every quotation with the versions that the documents give of it; Enter puts them side by side."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.tui.desk import Desk
from annotator.tui.keys import Action
from annotator.tui.screens.listing import ListScreen
from annotator.view import (
    QUOTATION_FIELDS,
    Entry,
    Item,
    Line,
    QuotationGroup,
    Room,
    Story,
    describe_quotation,
    paint_quotation,
    quotation_groups,
    quotation_items,
)


class QuotationsScreen(ListScreen):
    """Groups are made once for each state of the story."""

    CSS_PATH = ["../styles/listing.tcss", "../styles/quotations.tcss"]
    TITLE = "Quotations"
    EMPTY = "Nobody is quoted word for word. $back goes back."
    FIELDS = QUOTATION_FIELDS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._groups: dict[str, QuotationGroup] = {}
        self._made: tuple[Story, tuple[Item, ...]] | None = None

    def items(self) -> Sequence[Item]:
        story = self.desk.story
        if self._made is None or self._made[0] is not story:
            groups = quotation_groups(story)
            self._groups = {g.reference.attribution: g for g in groups}
            self._made = (story, quotation_items(story, groups))
        return self._made[1]

    def paint(self, item: Item, room: Room) -> Sequence[Line]:
        return (paint_quotation(self._groups[item.key], room),)

    def tell_about(self, item: Item, room: Room) -> Sequence[Line]:
        return describe_quotation(self.desk.story, self._groups[item.key], room)

    def detail_title(self) -> str:
        return "Versions"

    def label(self, action: Action) -> str:
        several = self.item is not None and len(self.item.claims) > 1
        return "side by side" if action.id == "open_row" and several else super().label(action)

    def action_open_row(self) -> None:
        """Puts the versions side by side; a quotation that stands once is shown in its text."""
        item = self.item
        if item is None or item.target is None or len(item.claims) < 2:
            super().action_open_row()
            return
        from annotator.tui.screens.passages import PassagesScreen  # here: loads when first opened

        several = (i for i in self._items if len(i.claims) > 1)
        walked = tuple(Entry(i.target, i.claims) for i in several if i.target is not None)
        self.app.push_screen(PassagesScreen(self.desk, Entry(item.target, item.claims), walked=walked))
