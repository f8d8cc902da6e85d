"""The documents by time of publication, and below each what it took from others; Enter opens the text or the words."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Container

from annotator.model import Document
from annotator.tui.keys import Action
from annotator.tui.screens.listing import ListScreen
from annotator.tui.widgets.lines import Lines
from annotator.tui.widgets.one_line import OneLine
from annotator.tui.widgets.virtual_list import VirtualList
from annotator.view import (
    TIMELINE_FIELDS,
    Axis,
    Item,
    Line,
    Room,
    counted,
    describe_event,
    document_of,
    edge_of,
    make_axis,
    outlet_word,
    paint_axis_head,
    paint_event,
    timeline_items,
)


class TimelineScreen(ListScreen):
    """One line a document, one line for each source that it takes from."""

    CSS_PATH = ["../styles/listing.tcss", "../styles/headed.tcss"]
    TITLE = "Timeline"
    EMPTY = "No documents. $back goes back, $add_documents adds some."
    FIELDS = TIMELINE_FIELDS
    _axis: tuple[object, Room, Axis] | None = None

    def body(self) -> ComposeResult:
        with Container(id="body", classes="headed"):
            yield OneLine(id="heads")
            yield VirtualList(empty=self.EMPTY, id="rows").as_panel()
            yield Lines(id="detail").as_panel()

    @property
    def document(self) -> Document | None:
        return document_of(self.desk.story, self.item) if self.item else None

    def items(self) -> Sequence[Item]:
        return timeline_items(self.desk.story)

    def paint(self, item: Item, room: Room) -> Sequence[Line]:
        return (paint_event(self.desk.story, item, self.axis(room), room),)

    def tell_about(self, item: Item, room: Room) -> Sequence[Line]:
        return describe_event(self.desk.story, item, room)

    def count_words(self) -> str:
        taken = sum(edge_of(self.desk.story, item) is not None for item in self._all)
        documents = counted(len(self._all) - taken, "document")
        return f"{documents}, {counted(taken, 'link')} between them" if taken else documents

    def axis(self, room: Room) -> Axis:
        """The drawn line; laid once for a story and a width."""
        story = self.desk.story
        if self._axis is None or self._axis[0] is not story or self._axis[1] != room:
            self._axis = (story, room, make_axis(story, room))
        return self._axis[2]

    def detail_title(self) -> str:
        item = self.item
        if item is None:
            return super().detail_title()
        edge = edge_of(self.desk.story, item)
        taker = outlet_word(document_of(self.desk.story, item))
        return taker if edge is None else f"{taker} from {outlet_word(self.desk.story.document[edge.source])}"

    def show_story(self) -> None:
        super().show_story()
        self._show_heads()

    def on_resize(self) -> None:
        self.call_after_refresh(self._show_heads)

    def _show_heads(self) -> None:
        rows = self.rows.room
        self.query_one("#heads", OneLine).show(lambda _: paint_axis_head(self.desk.story, self.axis(rows), rows))

    # what can be done

    def can(self, action: str) -> bool:
        return self.item is not None if action == "open_row" else super().can(action)

    def label(self, action: Action) -> str:
        item = self.item
        if action.id == "open_row" and item is not None and edge_of(self.desk.story, item) is not None:
            return "the words"
        return super().label(action)

    def action_open_row(self) -> None:
        """Opens a document, or the passages that were taken over."""
        item = self.item
        edge = edge_of(self.desk.story, item) if item is not None else None
        if edge is not None:
            from annotator.tui.screens.copied import CopiedScreen  # here: loads when first opened

            self.app.push_screen(CopiedScreen(self.desk, edge))
        elif self.document is not None:
            self.desk.bench.show_place(self.document.id)
