"""Every claim of the story, filtered and sorted; Enter goes to its place in the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from annotator.tui.bindings import bindings_for
from annotator.tui.desk import Desk
from annotator.tui.keys import Context
from annotator.tui.screens.listing import ListScreen
from annotator.view import (
    CLAIM_FIELDS,
    ClaimOrder,
    Item,
    Line,
    Room,
    Story,
    claim_items,
    describe_claim,
    paint_claim,
)


class ClaimsScreen(ListScreen):
    """o sorts by another measure; rows are made once for each state of the story."""

    CONTEXT = Context.CLAIMS
    BINDINGS = bindings_for(Context.CLAIMS)
    TITLE = "Claims"
    EMPTY = "No claims yet. $back goes back."
    FIELDS = CLAIM_FIELDS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._order = ClaimOrder.TEXT
        self._made: tuple[Story, ClaimOrder, tuple[Item, ...]] | None = None

    def items(self) -> Sequence[Item]:
        story = self.desk.story
        if self._made is None or self._made[0] is not story or self._made[1] is not self._order:
            self._made = (story, self._order, claim_items(story, self._order))
        return self._made[2]

    def paint(self, item: Item, room: Room) -> Sequence[Line]:
        return (paint_claim(self.desk.story, item, room),)

    def tell_about(self, item: Item, room: Room) -> Sequence[Line]:
        return describe_claim(self.desk.story, item, room)

    def detail_title(self) -> str:
        return f"Claim {self.item.facets.fields['claim'][0]}" if self.item else super().detail_title()

    def filter_note(self) -> str:
        return super().filter_note() or "at the right: origins/documents of the fact"

    # what can be done

    def can(self, action: str) -> bool:
        return action != "decide_all" and super().can(action)

    def action_change_order(self) -> None:
        orders = tuple(ClaimOrder)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self.show_story()
        self.rows.cursor = 0
        self.tell(f"Sorted by {self._order.value}")

    def state(self) -> dict[str, Any]:
        return {**super().state(), "order": self._order.value}

    def restore(self, state: dict[str, Any]) -> None:
        super().restore(state)
        order = state.get("order")
        self._order = ClaimOrder(order) if order in tuple(ClaimOrder) else ClaimOrder.TEXT
