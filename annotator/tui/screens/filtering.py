"""Asking for a filter line, and what every screen with one shares."""

from __future__ import annotations

from typing import Any, ClassVar

from annotator.errors import AnnotatorError
from annotator.tui.desk import Desk
from annotator.tui.keys import key_of
from annotator.tui.screens.reviewing import Reviewing
from annotator.view import Filter, read_filter, save_filter


class Filtering(Reviewing):
    """Subclasses show only the rows that `_filter` lets through."""

    TITLE: ClassVar[str]
    FIELDS: ClassVar[tuple[str, ...]]
    """What a filter can ask for here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._filter: Filter | None = None

    def can(self, action: str) -> bool:
        return self._filter is not None if action == "clear_filter" else super().can(action)

    def filter_note(self) -> str:
        """What stands in the frame while rows are kept back."""
        return f"filter: {self._filter.line}   {key_of('clear_filter')} shows all" if self._filter else ""

    def action_filter_rows(self) -> None:
        self._ask(self._ask_filter())

    def action_clear_filter(self) -> None:
        self._filter = None
        self.show_story()

    async def _ask_filter(self) -> None:
        """Asks for a filter until it can be read or Esc is pressed."""
        shown, problem = self._filter.line if self._filter else "", ""
        while True:
            answer = await self._question(
                f"Filter {self.TITLE.lower()}",
                question=problem or self._what_can_be_asked(),
                value=shown,
                hint="-field:value leaves out, field>2 compares; empty shows all",
            )
            if answer is None:
                return
            try:
                line, kept = save_filter(answer, self.desk.saved_filters)
                self._filter = read_filter(line, self.FIELDS) if line else None
            except AnnotatorError as error:
                shown, problem = answer, str(error)
            else:
                self.desk.save_filters(kept)
                self.show_filtered()
                return

    def show_filtered(self) -> None:
        """Shows the rows of a new filter."""
        self.show_story()

    def _what_can_be_asked(self) -> str:
        saved = " ".join(f"@{name}" for name in self.desk.saved_filters)
        fields = " ".join(f"{name}:" for name in self.FIELDS)
        return f"words, or fields: {fields}\n" + (
            f"saved: {saved}" if saved else "@name = filter saves one, @name uses it"
        )

    def state(self) -> dict[str, Any]:
        return {"filter": self._filter.line if self._filter else ""}

    def restore(self, state: dict[str, Any]) -> None:
        """Takes up a filter; one of another version of this list is left out."""
        line = state.get("filter")
        if isinstance(line, str) and line:
            try:
                self._filter = read_filter(line, self.FIELDS)
            except AnnotatorError:
                self._filter = None
