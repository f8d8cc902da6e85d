"""What the last search found, wherever it stands: documents, notes, sources, labels; Enter goes there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from textual.app import ComposeResult
from textual.containers import Container

from annotator.errors import AnnotatorError
from annotator.model import Document
from annotator.text import displayable
from annotator.tui.keys import key_of
from annotator.tui.screens.listing import ListScreen
from annotator.tui.widgets.lines import Lines
from annotator.tui.widgets.virtual_list import VirtualList
from annotator.view import (
    SEARCH_FIELDS,
    Hit,
    Item,
    Line,
    Room,
    Run,
    Where,
    counted,
    describe_hit,
    find_items,
    paint_hit,
)


class SearchScreen(ListScreen):
    """n and N go through the hits here; after Enter, n and N walk those of the documents in the text."""

    TITLE = "Found"
    EMPTY = "Nothing found."
    FIELDS = SEARCH_FIELDS
    CSS_PATH = ["../styles/listing.tcss", "../styles/headed.tcss"]

    def body(self) -> ComposeResult:
        with Container(id="body", classes="headed"):
            yield VirtualList(empty=self.EMPTY, id="rows").as_panel()
            yield Lines(id="detail").as_panel()

    _row: str | None = None
    """The row of the last run, until the search was run again."""

    def on_mount(self) -> None:
        super().on_mount()
        if self.desk.query and not self.desk.found:  # opened again in another run
            self.run_worker(self._search_again(), group="search", exclusive=True)

    async def _search_again(self) -> None:
        try:
            await self.desk.search(self.desk.query)
        except AnnotatorError as error:
            self.tell(str(error))
        self._wanted = self._row
        self.show_story()

    def items(self) -> Sequence[Item]:
        return find_items(self.desk.story, self.desk.found)

    def hit(self, item: Item) -> Hit:
        """What a row is about, in the words that may be shown now: outlets may be hidden since the search."""
        hit = self.desk.found[int(item.key)]
        document = self.desk.document(hit.text.document) if hit.text.where is Where.DOCUMENTS else None
        text = document.text if document is not None else self.desk.words(hit.text.text)
        return hit if text is hit.text.text else replace(hit, text=replace(hit.text, text=text))

    def restore(self, state: dict[str, Any]) -> None:
        super().restore(state)
        self._row = self._wanted

    def _lines(self, index: int, room: Room) -> Sequence[Line]:
        hit = self.hit(self._items[index])
        is_first = index == 0 or self.hit(self._items[index - 1]).text.where is not hit.text.where
        return (paint_hit(self.desk.story, hit, room, is_first=is_first),)

    def tell_about(self, item: Item, room: Room) -> Sequence[Line]:
        return describe_hit(self.desk.story, self.hit(item), room)

    def detail_title(self) -> str:
        return self.hit(self.item).text.where.value.capitalize() if self.item else super().detail_title()

    @property
    def document(self) -> Document | None:
        return self.desk.document(self.hit(self.item).text.document) if self.item else None

    def _show_frame(self) -> None:
        super()._show_frame()
        key = key_of("search")
        query = self.desk.query
        words = displayable(query).replace("$", "$$")  # what stands for a key in an empty list is not what people type
        self.rows.empty = f"“{words}” is nowhere in the story. {key} searches anew." if query else f"{key} searches."
        if self._all and self._filter is not None:
            self.rows.empty = f"No row fits the filter. {key_of('clear_filter')} shows all."
        elif query:
            number = len(self._items)
            self.rows.set_frame(f"“{query}”  {counted(number, 'hit')}", note=f"{key} searches anew")

    def position(self) -> Line:
        return super().position() if self._items else (Run("nothing found", "dim"),)

    def can(self, action: str) -> bool:
        match action:
            case "open_row":
                return self.item is not None
            case "decide_all":
                return False  # what was found by a word is no set that a person would decide on at once
            case _:
                return super().can(action)

    def action_open_row(self) -> None:
        """Goes to the place in the text, or to the claim that the note, source or label belongs to."""
        if self.item is None:
            return
        hit = self.hit(self.item)
        if hit.text.where is Where.DOCUMENTS:
            self.desk.bench.show_place(hit.text.document, hit.span.start)
        elif self.claim is not None:
            self.desk.bench.show_place(self.claim.document, self.claim.span.start)
        else:
            self.desk.bench.show_place(hit.text.document)
