"""What one document took from another: the passages as a list, and the one at the cursor side by side."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Container, Horizontal

from annotator.model import Claim, Edge
from annotator.tui.desk import Desk
from annotator.tui.screens.listing import ListScreen
from annotator.tui.widgets.lines import Lines
from annotator.tui.widgets.virtual_list import VirtualList
from annotator.view import (
    COPIED_FIELDS,
    Item,
    Line,
    Room,
    copied_items,
    date_word,
    outlet_word,
    paint_copied,
    paint_side,
    place_of_side,
)

SIDES = ("earlier", "later")


class CopiedScreen(ListScreen):
    """n and N go from passage to passage; Enter goes into the later text, from the left panel into the earlier."""

    CSS_PATH = ["../styles/listing.tcss", "../styles/copied.tcss"]
    TITLE = "Passages"
    EMPTY = "No passage is left of it. $back goes back."
    FIELDS = COPIED_FIELDS

    def __init__(self, desk: Desk, edge: Edge) -> None:
        super().__init__(desk)
        self.edge = edge

    def body(self) -> ComposeResult:
        with Container(id="body"):
            yield VirtualList(empty=self.EMPTY, id="rows").as_panel()
            with Horizontal(id="sides"):
                for side in SIDES:
                    yield Lines(id=side).as_panel()

    def items(self) -> Sequence[Item]:
        pair = (self.edge.source, self.edge.target)
        edges = self.desk.story.edges_to.get(self.edge.target, ())
        self.edge = next((e for e in edges if (e.source, e.target) == pair), self.edge)
        if not all(name in self.desk.story.document for name in pair):
            return ()
        return copied_items(self.desk.story, self.edge)

    def paint(self, item: Item, room: Room) -> Sequence[Line]:
        return (paint_copied(self.desk.story, self.edge, item, room),)

    def _show_detail(self) -> None:
        item, story, edge = self.item, self.desk.story, self.edge
        for number, (side, name) in enumerate(zip(SIDES, (edge.source, edge.target), strict=True)):
            panel = self.query_one(f"#{side}", Lines)
            if item is None or name not in story.document:
                panel.set_frame("")
                panel.show(lambda _: ())
                continue
            document = story.document[name]
            panel.set_frame(outlet_word(document), note=f"{side}: {date_word(document.published)}")
            panel.show(lambda room, side=number: paint_side(story, edge, item, side, room))  # type: ignore[misc]

    @property
    def _side(self) -> int:
        """Which text Enter goes to."""
        return 0 if self.focused is not None and self.focused.id == SIDES[0] else 1

    @property
    def claim(self) -> Claim | None:
        place = place_of_side(self.edge, self.item, self._side) if self.item else None
        return super().claim if place is None else self.desk.story.claim_at(place[0], place[1].start)

    def action_open_row(self) -> None:
        item = self.item
        place = place_of_side(self.edge, item, self._side) if item is not None else None
        if place is not None:
            self.desk.bench.show_place(place[0], place[1].start)
        else:
            super().action_open_row()
