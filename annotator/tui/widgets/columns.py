"""Passages beside each other, one column a document, scrolled to the spot, with what differs standing out."""

from __future__ import annotations

from functools import partial

from textual.app import ComposeResult
from textual.containers import Horizontal

from annotator.tui.widgets.lines import Lines
from annotator.view import (
    Entry,
    Story,
    column_claims,
    columns_in_view,
    columns_that_fit,
    make_columns,
    paint_column,
)

SLOTS = 4


class Columns(Horizontal):
    """As many columns as there is room for; the order is that of publication."""

    DEFAULT_CSS = """
    Columns > Lines { width: 1fr; }
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
        columns = make_columns(story, entry, names) if story and entry else ()
        for number in range(SLOTS):
            lines = self.query_one(f"#column-{number}", Lines)
            lines.display = number < len(columns)
            if story is not None and number < len(columns):
                column = columns[number]
                title = f"{self.first + number + 1}  {column.heading}"
                lines.set_frame(title, pill=column.genre, hue=column.genre_paint, note=column.date)
                lines.show(partial(paint_column, story, column))
