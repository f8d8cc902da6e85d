"""Passages beside each other, one column a document, scrolled to the spot, with what differs standing out."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal

from annotator.tui.widgets.lines import Lines
from annotator.view import (
    Column,
    Entry,
    Line,
    Room,
    Run,
    Story,
    column_claims,
    columns_in_view,
    columns_that_fit,
    make_columns,
)

SLOTS = 4


class Columns(Horizontal):
    """As many columns as there is room for; the order is that of publication."""

    DEFAULT_CSS = """
    Columns > Lines { width: 1fr; display: none; }
    Columns > Lines.-shown { display: block; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._story: Story | None = None
        self._entry: Entry | None = None
        self.first = 0
        """Number of the first column in view."""

    def compose(self) -> ComposeResult:
        for number in range(SLOTS):
            yield Lines(id=f"column-{number}").as_panel()

    def show(self, story: Story, entry: Entry | None) -> None:
        """Shows the passages of a row of the ledger."""
        if entry != self._entry:
            self.first = 0
        self._story, self._entry = story, entry
        self._show()

    @property
    def claims(self) -> tuple[str, ...]:
        """All claims that have a column, also those out of view."""
        return column_claims(self._story, self._entry) if self._story and self._entry else ()

    @property
    def shown_claims(self) -> tuple[str, ...]:
        """The claims whose columns are in view."""
        if self._story is None or self._entry is None:
            return ()
        fit = columns_that_fit(len(self.claims), self.size.width)
        return columns_in_view(self._story, self._entry, fit=fit, first=self.first)

    def scroll_columns(self, by: int) -> None:
        """Brings further columns into view."""
        most = max(0, len(self.claims) - columns_that_fit(len(self.claims), self.size.width))
        self.first = max(0, min(self.first + by, most))
        self._show()

    def on_resize(self) -> None:
        self._show()

    def _show(self) -> None:
        story, entry = self._story, self._entry
        names = self.shown_claims if self.size.width else ()
        for number in range(SLOTS):
            lines = self.query_one(f"#column-{number}", Lines)
            lines.set_class(number < len(names), "-shown")
            if story is None or entry is None or number >= len(names):
                continue
            self._fill(lines, story, entry, names, number)

    def _fill(self, lines: Lines, story: Story, entry: Entry, names: tuple[str, ...], number: int) -> None:
        def make(room: Room) -> list[Line]:
            column = make_columns(story, entry, names, room)[number]
            return column_lines(column)

        wide = Room(80, len)
        column = make_columns(story, entry, names, wide)[number]
        lines.set_frame(
            f"{self.first + number + 1}  {column.heading}", pill=column.genre, hue=column.genre_paint, note=column.date
        )
        lines.show(make)


def column_lines(column: Column) -> list[Line]:
    """The value, then the passage."""
    head: list[Line] = [(Run(column.value, "disagreement"),), ()] if column.value is not None else []
    return [*head, *column.lines]
