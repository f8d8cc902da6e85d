"""Sentences to read over a screen, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.getters import query_one

from annotator.text import displayable, one_line
from annotator.tui.screens.dialogs import Dialog
from annotator.tui.widgets.lines import Lines
from annotator.view import Line, Room, Run, clip, wrap_runs


class Notices(Dialog):
    """Esc or Enter closes it."""

    BINDINGS = [("enter,q", "dismiss_nothing", "Back")]

    lines = query_one("#notices", Lines)

    def __init__(self, title: str, notices: Sequence[str], *, empty: str) -> None:
        """Takes sentences, and what stands there where there are none."""
        super().__init__()
        self._title, self._notices = title, tuple(notices) or (empty,)

    def compose(self) -> ComposeResult:
        with Vertical(id="box", classes="-tall-box"):
            yield Lines(id="notices")

    def on_mount(self) -> None:
        box = self.query_one("#box")
        box.border_title = self._title
        box.border_subtitle = "Esc back"
        self.lines.show(self._make)
        self.lines.focus()

    def _make(self, room: Room) -> list[Line]:
        made: list[Line] = []
        for notice in self._notices:
            made += [*wrap_runs((Run(one_line(notice)),), width=room.width, measure=room.measure, indent=2), ()]
        return made[:-1]


class Output(Notices):
    """What a program printed: its lines as they are, cut at the edge."""

    def _make(self, room: Room) -> list[Line]:
        return [(Run(clip(displayable(line), room.width, room.measure)),) for line in self._notices]
