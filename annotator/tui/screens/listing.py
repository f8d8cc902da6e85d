"""A screen that is one list: rows that can be filtered, and what is known about the row at the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.getters import query_one
from textual.types import CSSPathType
from textual.widget import Widget

from annotator.model import Claim, Document
from annotator.tui.bindings import bindings_for
from annotator.tui.desk import Desk
from annotator.tui.keys import Context, said
from annotator.tui.screens.filtering import Filtering
from annotator.tui.widgets.lines import Lines
from annotator.tui.widgets.virtual_list import VirtualList
from annotator.view import (
    Item,
    Line,
    Room,
    Run,
    Stop,
    Target,
    counted,
    find_row,
    fitting,
    is_decided,
)


class ListScreen(Filtering):
    """Subclasses say which rows there are, how one looks, and what is told about it."""

    CONTEXT = Context.FILTERED
    CSS_PATH: ClassVar[CSSPathType | None] = "../styles/listing.tcss"
    BINDINGS = bindings_for(Context.FILTERED)
    EMPTY: ClassVar[str]
    """One sentence and one key."""
    ROW_LINES: ClassVar[int] = 1

    rows = query_one("#rows", VirtualList)
    detail = query_one("#detail", Lines)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._all: tuple[Item, ...] = ()
        self._items: tuple[Item, ...] = ()
        self._wanted: str | None = None
        self._waits = False
        """Whether any row that is shown waits for a decision."""

    def _contexts(self) -> tuple[Context, ...]:
        return tuple(dict.fromkeys((*super()._contexts(), Context.FILTERED)))

    # what subclasses say

    def items(self) -> Sequence[Item]:
        """All rows, in their order."""
        raise NotImplementedError

    def paint(self, item: Item, room: Room) -> Sequence[Line]:
        """The `ROW_LINES` lines of a row."""
        raise NotImplementedError

    def tell_about(self, item: Item, room: Room) -> Sequence[Line]:
        """What is known about a row."""
        raise NotImplementedError

    def detail_title(self) -> str:
        """What stands over what is told about the row at the cursor."""
        return "About it"

    def list_title(self) -> str:
        """What the list is called now."""
        return self.TITLE

    def count_words(self) -> str:
        """How many rows there are, beside the list's name."""
        return f"{len(self._all)}"

    # what is shown

    def body(self) -> ComposeResult:
        with Container(id="body"):
            yield VirtualList(row_lines=self.ROW_LINES, empty=self.EMPTY, id="rows").as_panel()
            yield Lines(id="detail").as_panel()

    def main_widget(self) -> Widget:
        return self.rows

    @property
    def item(self) -> Item | None:
        """The row at the cursor."""
        cursor = self.rows.cursor if self.is_mounted else 0
        return self._items[cursor] if cursor < len(self._items) else None

    @property
    def target(self) -> Target | None:
        return self.item.target if self.item else None

    @property
    def claim(self) -> Claim | None:
        names = self.item.claims if self.item else ()
        return next((self.desk.story.claim[n] for n in names if n in self.desk.story.claim), None)

    @property
    def document(self) -> Document | None:
        return self.desk.document(self.claim.document) if self.claim else None

    def show_story(self) -> None:
        wanted = self._wanted or (self.item.key if self.item else None)
        self._wanted = None
        self._all = tuple(self.items())
        self._items = fitting(self._all, self._filter)
        self._waits = any(map(self._is_open, self._items))
        self._show_frame()
        self.rows.show(len(self._items), self._lines)
        found = find_row(self._items, wanted) if wanted is not None else None
        if found is not None:
            self.rows.cursor = found
        self._show_detail()
        super().show_story()

    def show_filtered(self) -> None:
        """From the first row on, unless the row at the cursor fits too."""
        before = self.item.key if self.item else None
        self.show_story()
        if self.item is not None and self.item.key != before:
            self.rows.cursor = 0

    def _show_frame(self) -> None:
        count = self.count_words() if self._filter is None else f"{len(self._items)} of {len(self._all)}"
        self.rows.empty = "No row fits the filter. $clear_filter shows all." if self._all else self.EMPTY
        self.rows.set_frame(f"{self.list_title()}  {count}", note=self.filter_note())

    def _lines(self, index: int, room: Room) -> Sequence[Line]:
        return self.paint(self._items[index], room)

    def _show_detail(self) -> None:
        item = self.item
        self.detail.set_frame(self.detail_title())
        self.detail.show(lambda room: self.tell_about(item, room) if item else ())

    @on(VirtualList.Highlighted, "#rows")
    def on_highlighted(self, event: VirtualList.Highlighted) -> None:
        event.stop()
        self._show_detail()
        self.show_status()
        self.desk.bench.remember()

    @on(VirtualList.Opened, "#rows")
    def on_opened(self, event: VirtualList.Opened) -> None:
        event.stop()
        self.action_open_row()

    def position(self) -> Line:
        if not self._items:
            return (Run(f"no {self.list_title().lower()}", "dim"),)
        return (
            Run(f"{self.list_title().lower()} ", "dim"),
            Run(f"{self.rows.cursor + 1} of {len(self._items)}", "strong"),
        )

    # what can be done

    def can(self, action: str) -> bool:
        match action:
            case "open_row":
                return self.claim is not None
            case "decide_all":
                return self._waits
            case _:
                return super().can(action)

    def action_open_row(self) -> None:
        """Goes to the first passage of the row in its text."""
        if self.claim is not None:
            self.desk.bench.come_back(self.claim)

    def action_decide_all(self) -> None:
        self._ask(self._decide_all())

    def _open_targets(self) -> list[Target]:
        """What waits for a decision among the rows that are shown."""
        return list(dict.fromkeys(item.target for item in self._items if item.target and self._is_open(item)))

    def _is_open(self, item: Item) -> bool:
        thing = self.desk.thing(item.target)
        return thing is not None and not is_decided(thing.decision)

    async def _decide_all(self) -> None:
        from annotator.tui.screens.dialogs import Option  # here: dialogs load when first asked for

        targets = self._open_targets()
        number = counted(len(targets), "suggestion")
        options = [
            Option("accept", f"accept all {number}", said("$undo takes all back"), "1"),
            Option("reject", f"reject all {number}", said("$undo takes all back"), "2"),
        ]
        shown = f"that fit {self._filter.line}" if self._filter else "in the list"
        answer = await self._choice("Decide all", options, question=f"{number} {shown} wait for a decision.")
        if answer == "accept":
            self.desk.accept_all(targets)
        elif answer == "reject":
            reason = await self._question(f"Why reject {number}", hint="one line; may stay empty")
            if reason is not None:
                self.desk.reject_all(targets, reason or None)

    # walking

    def here(self) -> tuple[str, int, Target | None]:
        claim = self.claim
        return (claim.document, claim.span.start, self.target) if claim else ("", 0, None)

    def _walk(self, by: int) -> None:
        """n and N go through the rows."""
        if self._items:
            self.rows.cursor = (self.rows.cursor + by) % len(self._items)

    def go_to_stop(self, stop: Stop) -> None:
        claim = self.desk.story.claim_at(stop.document, stop.offset)
        if claim is not None:
            self.desk.bench.come_back(claim)

    # remembered between runs

    def state(self) -> dict[str, Any]:
        return {**super().state(), "row": self.item.key if self.item else None}

    def restore(self, state: dict[str, Any]) -> None:
        """Goes back to the row and the filter of the last run."""
        row = state.get("row")
        self._wanted = row if isinstance(row, str) else None
        super().restore(state)
