"""Voices, flags, what is alone and what is left out, document by document, and the sourcing of the whole story."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Container

from annotator.model import Document
from annotator.tui.bindings import bindings_for
from annotator.tui.desk import Desk
from annotator.tui.keys import Action, Context, key_of
from annotator.tui.screens.columned import ColumnedScreen
from annotator.tui.widgets.lines import Lines
from annotator.tui.widgets.one_line import OneLine
from annotator.tui.widgets.virtual_list import VirtualList
from annotator.view import (
    DASHBOARD_FIELDS,
    Board,
    Count,
    Item,
    Line,
    Room,
    Run,
    Story,
    Target,
    check_of,
    counted,
    dashboard_items,
    describe_tally,
    make_board,
    outlet_word,
    paint_dashboard_head,
    paint_tally,
    targets_of,
)

COUNTS = tuple(Count)


class DashboardScreen(ColumnedScreen):
    """j and k choose a document, h and l a number, Space lists what it counts, Enter opens the document."""

    CONTEXT = Context.BOARD
    CSS_PATH = ["../styles/listing.tcss", "../styles/headed.tcss"]
    BINDINGS = bindings_for(Context.BOARD)
    TITLE = "Dashboard"
    EMPTY = "No documents. $back goes back, $add_documents adds some."
    FIELDS = DASHBOARD_FIELDS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._counted: tuple[Story, Board] | None = None

    def body(self) -> ComposeResult:
        with Container(id="body", classes="headed"):
            yield OneLine(id="heads")
            yield VirtualList(empty=self.EMPTY, id="rows").as_panel()
            yield Lines(id="detail").as_panel()

    @property
    def board(self) -> Board:
        """The numbers, counted once for each state of the story."""
        story = self.desk.story
        if self._counted is None or self._counted[0] is not story:
            self._counted = (story, make_board(story))
        return self._counted[1]

    @property
    def document(self) -> Document | None:
        return self.desk.document(self.item.key) if self.item else None

    def items(self) -> Sequence[Item]:
        return dashboard_items(self.desk.story, self.board)

    def paint(self, item: Item, room: Room) -> Sequence[Line]:
        return (paint_tally(self.desk.story, self.board, item, self._column, room),)

    def tell_about(self, item: Item, room: Room) -> Sequence[Line]:
        told = describe_tally(self.desk.story, self.board, item, self._column, room)
        how: Line = (Run(key_of("list_counted"), "key"), Run(" lists them", "dim"))
        if check_of(item) is not None:
            return [*told, how] if self._number() else told
        other: Line = (
            Run(f"{key_of('column_left')} {key_of('column_right')}", "key"),
            Run(" tell the other numbers", "dim"),
        )
        return [*told, (*how, Run("   "), *other) if self._number() else other]

    def count_words(self) -> str:
        return counted(sum(check_of(item) is None for item in self._all), "document")

    def detail_title(self) -> str:
        check = check_of(self.item) if self.item else None
        if check is not None:
            return f"Sourcing: {check.value}"
        name = f"{outlet_word(self.document)}: " if self.document else ""
        return f"{name}{COUNTS[self._column].value}"

    def filter_note(self) -> str:
        signs = self.rows.glyphs.shares
        legend = f"{signs[0]} own voice   {signs[1]} named source   {signs[2]} nobody named"
        return super().filter_note() or legend

    @property
    def columns(self) -> int:
        return len(COUNTS)

    def heads(self, room: Room) -> Line:
        return paint_dashboard_head(room, self._column)

    # what can be done

    def can(self, action: str) -> bool:
        match action:
            case "open_row":
                return self.document is not None
            case "list_counted":
                return self._number() > 0
            case _:
                return super().can(action)

    def reason_against(self, action: Action) -> str:
        return "Nothing to list: the number is 0" if action.id == "list_counted" else super().reason_against(action)

    def action_open_row(self) -> None:
        if self.document is not None:
            self.desk.bench.show_place(self.document.id)

    def action_list_counted(self) -> None:
        from annotator.tui.screens.counted import CountedScreen  # here: loads when first opened

        if self._number():
            key, column = self.item.key if self.item else "", self._column
            self.app.push_screen(CountedScreen(self.desk, self.detail_title(), lambda: self._targets(key, column)))

    def _number(self) -> int:
        """The number at the cursor."""
        if self.item is None:
            return 0
        check = check_of(self.item)
        return len(self.board.checks[check]) if check else self.board.of[self.item.key].counts[COUNTS[self._column]]

    def _targets(self, key: str, column: int) -> Sequence[Target]:
        """What a number counts now."""
        item = next((i for i in self.items() if i.key == key), None)
        if item is None:
            return ()
        check = check_of(item)
        return self.board.checks[check] if check else targets_of(self.desk.story, key, COUNTS[column])
