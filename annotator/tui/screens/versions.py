"""Every text that a document ever had in this story, newest first, with what each changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.types import CSSPathType

from annotator.model import Document
from annotator.session import TextVersion
from annotator.tui.desk import Desk
from annotator.tui.screens.listing import ListScreen
from annotator.view import (
    VERSION_FIELDS,
    Item,
    Line,
    Room,
    Run,
    VersionState,
    outlet_word,
    paint_update,
    paint_version,
    paint_whole,
    version_item,
)


class VersionsScreen(ListScreen):
    """Only looked at; Enter shows a version's whole text."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["../styles/listing.tcss", "../styles/updates.tcss"]
    TITLE = "Versions"
    EMPTY = "This document is no longer in the story. $back goes back."
    FIELDS = VERSION_FIELDS

    def __init__(self, desk: Desk, document: str) -> None:
        super().__init__(desk)
        self._shown = document
        self._versions: tuple[TextVersion, ...] = ()

    def items(self) -> Sequence[Item]:
        self._versions = self.desk.session.versions(self._shown)
        return [version_item(self._state(n)) for n in reversed(range(len(self._versions)))]

    def list_title(self) -> str:
        return f"Versions of {outlet_word(self.document)}" if self.document else self.TITLE

    def paint(self, item: Item, room: Room) -> Sequence[Line]:
        at = int(item.key)
        return (paint_version(self._state(at), self._text(at - 1) if at else None, self._text(at), room),)

    def tell_about(self, item: Item, room: Room) -> Sequence[Line]:
        at = int(item.key)
        return paint_update(self._text(at - 1), self._text(at), room) if at else paint_whole(self._text(at), room)

    def position(self) -> Line:
        return (Run("version ", "dim"), Run(f"{self.rows.cursor + 1} of {len(self._versions)}", "strong"))

    def detail_title(self) -> str:
        return "What it changed" if self.item and self.item.key != "0" else "As it came into the story"

    @property
    def document(self) -> Document | None:
        return self.desk.document(self._shown)

    def can(self, action: str) -> bool:
        match action:
            case "open_row":
                return self.item is not None
            case "decide_all" | "rate":
                return False
            case _:
                return super().can(action)

    def action_open_row(self) -> None:
        from annotator.tui.screens.notices import Notices  # here: loads when first asked for

        if self.item is not None:
            lines = [line for line in self._text(int(self.item.key)).splitlines() if line.strip()]
            self.app.push_screen(Notices("The whole text of this version", lines, empty="It has no words."))

    def _state(self, at: int) -> VersionState:
        version = self._versions[at]
        return VersionState(at, version.taken, version.by, version.is_in_use)

    def _text(self, at: int) -> str:
        return self.desk.words(self._versions[at].source.text)
