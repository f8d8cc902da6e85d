"""The help: searched by typing, run by Enter, with what the words and signs mean."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key
from textual.getters import query_one
from textual.widgets import Input

from annotator.tui.helping import Entry
from annotator.tui.screens.dialogs import Dialog, Option, filter_options
from annotator.tui.widgets.field import Field
from annotator.tui.widgets.lines import Lines
from annotator.tui.widgets.virtual_list import VirtualList
from annotator.view import Line, Room, Run, spread, wrap_runs

KEY_CELLS = 16
Row = Entry | str
"""An entry, or the heading of a group."""


class Help(Dialog):
    """Returns the id of the action to run, or None."""

    field = query_one("#field", Input)
    rows = query_one("#answers", VirtualList)
    about = query_one("#about", Lines)

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._entries = tuple(entries)
        self._options = [Option(str(i), e.found_by) for i, e in enumerate(self._entries)]
        self._rows: tuple[Row, ...] = ()

    def compose(self) -> ComposeResult:
        with Vertical(id="box", classes="-help-box"):
            yield Field(prompt="type to search keys, commands, words and signs")
            yield VirtualList(id="answers", empty="Nothing like that. Esc goes back.")
            yield Lines(id="about")

    def on_mount(self) -> None:
        box = self.query_one("#box")
        box.border_title = "Help"
        box.border_subtitle = "Enter runs it, Esc back"
        self.rows.can_focus = self.about.can_focus = False
        self._show(grouped(self._entries))
        self.field.focus()

    @property
    def entry(self) -> Entry | None:
        """The entry at the cursor."""
        row = self._rows[self.rows.cursor] if self._rows else None
        return row if isinstance(row, Entry) else None

    @on(Input.Changed)
    def on_changed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value.strip():
            self._show([self._entries[int(o.value)] for o in filter_options(self._options, event.value)])
        else:
            self._show(grouped(self._entries))

    @on(Input.Submitted)
    def on_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._run()

    @on(VirtualList.Opened)
    def on_opened(self, event: VirtualList.Opened) -> None:
        event.stop()
        self._run()

    @on(VirtualList.Highlighted)
    def on_highlighted(self, event: VirtualList.Highlighted) -> None:
        event.stop()
        self._tell()

    def on_key(self, event: Key) -> None:
        moves = {"down": 1, "up": -1, "pagedown": 10, "pageup": -10}
        if event.key in moves:
            event.stop()
            self._move(moves[event.key])

    def _move(self, by: int) -> None:
        """Moves the cursor, over headings."""
        places = [i for i, row in enumerate(self._rows) if isinstance(row, Entry)]
        if not places:
            return
        wanted = self.rows.cursor + by
        if by > 0:
            self.rows.cursor = next((i for i in places if i >= wanted), places[-1])
        else:
            self.rows.cursor = next((i for i in reversed(places) if i <= wanted), places[0])
        if self.rows.cursor == places[0]:
            self.rows.scroll_home(animate=False)

    def _run(self) -> None:
        if self.entry is not None and self.entry.action:
            self.dismiss(self.entry.action)

    def _show(self, rows: Sequence[Row]) -> None:
        self._rows = tuple(rows)
        self.rows.show(len(self._rows), self._lines)
        self.rows.cursor = next((i for i, row in enumerate(self._rows) if isinstance(row, Entry)), 0)
        self.rows.scroll_home(animate=False)
        self._tell()

    def _tell(self) -> None:
        entry = self.entry
        self.about.show(lambda room: about_lines(entry, room) if entry else ())

    def _lines(self, index: int, room: Room) -> tuple[Line, ...]:
        row = self._rows[index]
        return (entry_line(row, room) if isinstance(row, Entry) else (Run(row, "heading"),),)


def grouped(entries: Sequence[Entry]) -> list[Row]:
    """The entries with a heading before each group."""
    made: list[Row] = []
    group = ""
    for entry in entries:
        if entry.group != group:
            made.append(entry.group)
            group = entry.group
        made.append(entry)
    return made


def entry_line(entry: Entry, room: Room) -> Line:
    """The key, word or sign, and what it does or means."""
    if entry.sign:
        lead = Run(getattr(room.glyphs, entry.sign), entry.sign.replace("_", "-"))
    elif entry.action:
        lead = Run(entry.keys, "key")
    else:
        lead = Run(entry.also, "strong")
    gap = max(1, KEY_CELLS - 2 - room.measure(lead.text))
    return spread((Run("  "), lead, Run(" " * gap), Run(entry.words)), (), room.width, room.measure)


def about_lines(entry: Entry, room: Room) -> list[Line]:
    """All of an entry, and where it works."""
    line = [Run(entry.words)]
    if entry.group and entry.action:
        line.append(Run(f"  {entry.group[:1].lower()}{entry.group[1:]}", "dim"))
    return wrap_runs(tuple(line), width=room.width, measure=room.measure)
