"""Where the accounts conflict, agree, or stand alone: three lists, and the passages of the row at the cursor."""

from __future__ import annotations

from functools import partial
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.getters import query_one
from textual.widget import Widget

from annotator.model import AnchorKind, Claim, Document
from annotator.tui.bindings import bindings_for
from annotator.tui.desk import Desk
from annotator.tui.keys import Context
from annotator.tui.screens.filtering import Filtering
from annotator.tui.widgets.columns import Columns
from annotator.tui.widgets.virtual_list import VirtualList
from annotator.view import (
    LEDGER_FIELDS,
    Entry,
    Ledger,
    Line,
    Room,
    Run,
    Stop,
    Target,
    WalkSet,
    column_claims,
    fitting_entries,
    has_crowded,
    open_count,
    paint_entry,
)

FRAME = 2  # lines of a panel's border
_EMPTY = {
    Ledger.CONFLICTING: "No disagreements found. $go_reader goes back to the text.",
    Ledger.AGREED: "Nothing that two independent origins state. $next_panel goes to the next list.",
    Ledger.SINGLE: "Nothing that rests on one origin only. $next_panel goes to the next list.",
}


class DisagreementsScreen(Filtering):
    """Tab goes from list to list; the one in focus is tall, none taller than its rows."""

    CONTEXT = Context.LEDGER
    CSS_PATH = "../styles/disagreements.tcss"
    BINDINGS = bindings_for(Context.LEDGER)
    TITLE = "Disagreements"
    FIELDS = LEDGER_FIELDS

    columns = query_one("#preview", Columns)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._rows: dict[Ledger, tuple[Entry, ...]] = dict.fromkeys(Ledger, ())
        self._wanted: Target | None = None

    def body(self) -> ComposeResult:
        with Container(id="body"):
            for ledger in Ledger:
                yield VirtualList(empty=_EMPTY[ledger], id=ledger.value).as_panel()
            yield Columns(id="preview")

    def main_widget(self) -> Widget:
        return self._list(Ledger.CONFLICTING)

    def _list(self, ledger: Ledger) -> VirtualList:
        return self.query_one(f"#{ledger.value}", VirtualList)

    # what is shown

    @property
    def ledger(self) -> Ledger:
        """The list in focus."""
        name = self.focused.id if self.focused else None
        return Ledger(name) if name in tuple(Ledger) else Ledger.CONFLICTING

    @property
    def entry(self) -> Entry | None:
        """The row at the cursor."""
        rows = self._rows[self.ledger]
        cursor = self._list(self.ledger).cursor
        return rows[cursor] if cursor < len(rows) else None

    @property
    def target(self) -> Target | None:
        return self.entry.target if self.entry else None

    @property
    def claim(self) -> Claim | None:
        names = column_claims(self.desk.story, self.entry) if self.entry else ()
        return self.desk.story.claim[names[0]] if names else None

    @property
    def document(self) -> Document | None:
        return self.desk.document(self.claim.document) if self.claim else None

    def show_story(self) -> None:
        wanted = self._wanted or self.target
        for ledger in Ledger:
            rows = self._rows[ledger] = fitting_entries(self.desk.story, ledger, self._filter)
            shown = self._list(ledger)
            shown.empty = "No row fits the filter. $clear_filter shows all." if self._filter else _EMPTY[ledger]
            shown.show(len(rows), partial(self._lines, rows))
        self._show_frames()
        if wanted is not None:
            self._find(wanted)
        self._show_preview()
        super().show_story()

    def _show_frames(self) -> None:
        """Number of rows, of open ones, and in the list in focus the filter."""
        for ledger, rows in self._rows.items():
            pill = f"{open_count(self.desk.story)} OPEN" if ledger is Ledger.CONFLICTING else ""
            note = (self.filter_note() if ledger is self.ledger else "") or self._origins_note(ledger)
            title = f"{ledger.value.capitalize()}  {len(rows)}"
            self._list(ledger).set_frame(title, pill=pill, hue="disagreement", note=note)
            self._list(ledger).styles.max_height = max(len(rows), 1) + FRAME

    def _origins_note(self, ledger: Ledger) -> str:
        """Why there may be more origins than documents, where that is so."""
        if ledger is not Ledger.AGREED or not has_crowded(self.desk.story, self._rows[ledger]):
            return ""
        return "a document that quotes two people has two origins"

    def find(self, target: Target) -> None:
        """Puts the cursor on an object's row, as soon as it is shown."""
        self._wanted = target
        if self.is_mounted:
            self._find(target)

    def _find(self, target: Target) -> None:
        self._wanted = None
        for ledger, rows in self._rows.items():
            for number, entry in enumerate(rows):
                if entry.target == target:
                    self._list(ledger).cursor = number
                    return

    def _lines(self, rows: tuple[Entry, ...], index: int, room: Room) -> tuple[Line, ...]:
        entry = rows[index]
        if entry.target not in self.desk.story.things:
            return ((Run(""),),)
        return (paint_entry(self.desk.story, entry, room),)

    def _show_preview(self) -> None:
        self.columns.show(self.desk.story, self.entry)

    @on(VirtualList.Highlighted)
    def on_highlighted(self, event: VirtualList.Highlighted) -> None:
        event.stop()
        self._show_preview()
        self.show_status()
        self.desk.bench.remember()

    @on(VirtualList.Opened)
    def on_opened(self, event: VirtualList.Opened) -> None:
        event.stop()
        self.action_open_entry()

    def on_descendant_focus(self) -> None:
        self._show_frames()
        self._show_preview()
        self.show_status()

    # what can be done

    def can(self, action: str) -> bool:
        match action:
            case "open_entry":
                return self.entry is not None
            case "settle":
                return self.desk.disagreement(self.target) is not None
            case _:
                return super().can(action)

    def action_open_entry(self) -> None:
        entry = self.entry
        if entry is None:
            return
        if entry.target.kind is AnchorKind.CLAIM:
            self.desk.bench.come_back(self.desk.story.claim[entry.target.id])
            return
        from annotator.tui.screens.passages import PassagesScreen  # here: loads when first opened

        self.app.push_screen(PassagesScreen(self.desk, entry))

    def here(self) -> tuple[str, int, Target | None]:
        claim = self.claim
        return (claim.document, claim.span.start, self.target) if claim else ("", 0, None)

    def _walk(self, by: int) -> None:
        """n and N go through the list in focus; search hits and other sets are walked in the text."""
        if self.desk.walk.chosen is WalkSet.HITS:
            super()._walk(by)
            return
        shown = self._list(self.ledger)
        if shown.count:
            shown.cursor = (shown.cursor + by) % shown.count

    def go_to_stop(self, stop: Stop) -> None:
        claim = self.desk.story.claim_at(stop.document, stop.offset)
        if claim is not None:
            self.desk.bench.come_back(claim)

    def position(self) -> Line:
        shown = self._list(self.ledger)
        words = "disagreements" if self.ledger is Ledger.CONFLICTING else self.ledger.value
        if not shown.count:
            return (Run(f"no {words}", "dim"),)
        return (Run(f"{words} ", "dim"), Run(f"{shown.cursor + 1} of {shown.count}", "strong"))

    def after_decision(self) -> None:
        """Stays on the row, wherever it has moved to."""

    def state(self) -> dict[str, Any]:
        target = [self.target.kind.value, self.target.id] if self.target else None
        return {**super().state(), "row": target}

    def restore(self, state: dict[str, Any]) -> None:
        """Goes back to the row and the filter of the last run."""
        super().restore(state)
        match state.get("row"):
            case [str(kind), str(id)] if kind in tuple(AnchorKind):
                self._wanted = Target(AnchorKind(kind), id)
