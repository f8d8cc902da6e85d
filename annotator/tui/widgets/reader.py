"""The text of one document, with its marks and a cursor that knows its place in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from textual.events import Click, MouseEvent
from textual.geometry import Offset
from textual.message import Message

from annotator.model import Claim, Document, Span
from annotator.tui.bindings import bindings_for
from annotator.tui.keys import Context
from annotator.tui.widgets.caret import (
    cell_of,
    offset_at,
    paragraph_at,
    paragraph_beside,
    row_beside,
    with_caret,
    word_after,
    word_before,
)
from annotator.tui.widgets.measuring import most_cells
from annotator.tui.widgets.selecting import Selecting
from annotator.view import (
    GUTTER_CELLS,
    DocumentMarks,
    Highlight,
    Line,
    LineKind,
    Page,
    Run,
    Story,
    lay_page,
    mark_document,
    paint_line,
)

MAX_TEXT_CELLS = 90
MIN_TEXT_CELLS = 20


@dataclass
class Place(Message):
    """Something happened at a place of a document."""

    reader: Reader
    document: str
    offset: int

    @property
    def control(self) -> Reader:
        return self.reader


class Reader(Selecting):
    """Shows a document; moving the cursor repaints the lines it leaves and enters."""

    BINDINGS = bindings_for(Context.READER)

    @dataclass
    class Moved(Place):
        """The cursor went to another place."""

    @dataclass
    class Scrolled(Message):
        """Other lines came into view."""

        reader: Reader

        @property
        def control(self) -> Reader:
            return self.reader

    @dataclass
    class Opened(Place):
        """A place was double-clicked."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.document: Document | None = None
        self.offset_in_text = 0
        """Code point at the cursor; -1 where the beginning of the text is folded and the cursor on that line."""
        self._story: Story | None = None
        self._page: Page | None = None
        self._marks = DocumentMarks({}, {}, {})
        self._highlight = Highlight()
        self._unfolded: frozenset[int] = frozenset()
        self._column: int | None = None

    def show(self, story: Story, document: Document, *, offset: int | None = None) -> None:
        """Shows a document of a story, at a place of its text."""
        is_other = self.document is None or self.document.id != document.id
        is_other = is_other or not self._claims()  # what was shown was not analysed yet
        is_same = not is_other and self._story is story
        self._story, self.document = story, document
        self.offset_in_text = min(self.offset_in_text, len(document.text) - 1)  # it may have been updated
        if is_other:
            self._unfolded, self._choice = frozenset(), None
            self._highlight = Highlight()
        if not is_same:
            self._relay()
        if offset is not None or is_other:
            self._choice = None
            self.go_to(offset if offset is not None else self._first_offset(), quietly=True)

    def clear(self) -> None:
        """Shows no document."""
        self._story = self.document = self._page = None
        self.set_frame("")
        self.forget()

    def highlight(self, *, target: Sequence[Span] = (), found: Sequence[Span] | None = None) -> None:
        """Marks the words that a key would act on, and search hits."""
        old = self._highlight
        hits = old.found if found is None else tuple(found)
        new = Highlight(self._focus_span(), tuple(target), hits, self.selected)
        if new == old:
            return
        self._highlight = new
        if new.found != old.found:
            self.forget()
            return
        for span in {old.claim, new.claim, old.selected, new.selected, *old.target, *new.target} - {None}:
            self._repaint(span)

    @property
    def claim(self) -> Claim | None:
        """The claim at the cursor."""
        if self._story is None or self.document is None:
            return None
        return self._story.claim_at(self.document.id, self.offset_in_text)

    @property
    def at_fold(self) -> bool:
        """Whether the cursor is on a line that stands for lines left out."""
        return self._page is not None and bool(self._page.lines) and self._line_kind() is LineKind.FOLD

    def go_to(self, offset: int, *, quietly: bool = False) -> None:
        """Puts the cursor at a code point of the text."""
        old = self.offset_in_text
        limit = len(self.document.text) if self.document else 0
        self.offset_in_text = max(-1, min(offset, limit))
        self._repaint_rows(old)
        self._repaint_rows(self.offset_in_text)
        self.highlight(target=())
        self._reveal()
        if self.document is not None and not quietly:
            self.post_message(self.Moved(self, self.document.id, self.offset_in_text))

    @property
    def claims_in_view(self) -> tuple[Claim, ...]:
        """The claims that begin on a line in view, from the top."""
        if self._page is None:
            return ()
        page, claims, top = self._page, self._claims(), self.scroll_offset.y
        first, end = (
            bisect_left(claims, row, key=lambda c: page.row_of(c.span.start)) for row in (top, top + self.size.height)
        )
        return claims[first:end]

    def row_in_view(self, offset: int) -> int:
        """The line of the view that a code point of the text is on, from 0; less than 0 above it."""
        return 0 if self._page is None else self._page.row_of(offset) - self.scroll_offset.y

    def scroll_place_to(self, offset: int, row: int) -> None:
        """Scrolls so that a code point of the text stands on a line of the view, as far as the text allows."""
        if self._page is not None:
            self.scroll_to(y=max(0, self._page.row_of(offset) - row), animate=False, force=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Scrolled(self))

    def toggle_fold(self) -> None:
        """Shows the lines that the line at the cursor stands for, or folds them again."""
        if self._page is None or not self.at_fold:
            return
        number = self._page.lines[self._page.row_of(self.offset_in_text)].fold
        if number is not None:
            self._unfolded = self._unfolded ^ {number}
            self._relay()

    def toggle_all_folds(self) -> None:
        """Shows everything that was left out, or folds it all."""
        if self.document is not None:
            everything = frozenset(range(len(self.document.boilerplate)))
            self._unfolded = frozenset() if self._unfolded else everything
            self._relay()

    def show_selection(self) -> None:
        self.highlight(target=self._highlight.target)

    def sentence_here(self) -> Span | None:
        claim = self.claim
        return claim.span if claim and claim.span.start <= self.offset_in_text < claim.span.end else None

    def paragraph_here(self) -> Span | None:
        return paragraph_at(self._page, self.offset_in_text) if self._page else None

    def offset_under(self, event: MouseEvent) -> int | None:
        offset = event.get_content_offset(self)
        return None if offset is None else self.offset_at_cell(offset.x, offset.y)

    def offset_at_cell(self, x: int, y: int) -> int | None:
        if self._page is None or self.document is None or not self._page.lines:
            return None
        row = max(0, min(y + self.scroll_offset.y, self.line_count - 1))
        return offset_at(self._page, row, self.document.text, x - self._text_left())

    @property
    def caret_on_screen(self) -> Offset:
        """The cell of the screen where the cursor stands."""
        return self.content_region.offset + self.cursor_cell()

    @property
    def line_count(self) -> int:
        return len(self._page.lines) if self._page else 1

    def line(self, row: int) -> Line:
        if self._page is None or self.document is None or not self._page.lines:
            return (Run("Nothing to read here.", "dim"),) if self.document else ()
        margin = self._margin()
        text = self.document.text
        line = paint_line(self._page, row, text, marks=self._marks, highlight=self._highlight, glyphs=self.glyphs)
        if self.has_focus and row == self._page.row_of(self.offset_in_text):
            line = with_caret(line, GUTTER_CELLS + cell_of(self._page, row, text, self.offset_in_text))
        return (Run(" " * margin), *line) if margin else line

    def cursor_cell(self) -> Offset:
        if self._page is None or self.document is None or not self._page.lines:
            return Offset(1, 0)
        row = self._page.row_of(self.offset_in_text)
        x = self._text_left() + cell_of(self._page, row, self.document.text, self.offset_in_text)
        return Offset(x, row - self.scroll_offset.y)

    def resized(self) -> None:
        self._relay()
        self._reveal()

    def on_focus(self) -> None:
        self._repaint_rows(self.offset_in_text)

    def on_blur(self) -> None:
        self._repaint_rows(self.offset_in_text)

    def on_click(self, event: Click) -> None:
        offset = self.offset_under(event)
        if offset is None or self.document is None or self.ends_drag():
            return
        if event.chain == 2:  # opens what the first click chose, even if that scrolled the text
            self.post_message(self.Opened(self, self.document.id, self.offset_in_text))
            return
        self.clear_selection()
        self.go_to(offset)

    def action_cursor_down(self) -> None:
        self._move_rows(1)

    def action_cursor_up(self) -> None:
        self._move_rows(-1)

    def action_page_down(self) -> None:
        self._move_rows(max(1, self.size.height - 2))

    def action_page_up(self) -> None:
        self._move_rows(-max(1, self.size.height - 2))

    def action_cursor_left(self) -> None:
        self._go(self.offset_in_text - 1)

    def action_cursor_right(self) -> None:
        self._go(self.offset_in_text + 1)

    def action_word_next(self) -> None:
        if self.document and not self.step_word(1):
            self._go(word_after(self.document.text, self.offset_in_text))

    def action_word_previous(self) -> None:
        if self.document and not self.step_word(-1):
            self._go(word_before(self.document.text, self.offset_in_text))

    def action_claim_next(self) -> None:
        self._go(min((c.span.start for c in self._claims() if c.span.start > self.offset_in_text), default=None))

    def action_claim_previous(self) -> None:
        self._go(max((c.span.start for c in self._claims() if c.span.start < self.offset_in_text), default=None))

    def action_paragraph_next(self) -> None:
        self._go(paragraph_beside(self._page, self.offset_in_text, 1) if self._page else None)

    def action_paragraph_previous(self) -> None:
        self._go(paragraph_beside(self._page, self.offset_in_text, -1) if self._page else None)

    def action_to_start(self) -> None:
        self._go(self._page.starts[0] if self._page and self._page.starts else 0)

    def action_to_end(self) -> None:
        self._go(self._page.starts[-1] if self._page and self._page.starts else 0)

    def _go(self, offset: int | None) -> None:
        if offset is not None:
            self._column = None
            self.travel(offset)

    def _move_rows(self, step: int) -> None:
        page = self._page
        if page is None or self.document is None or not page.rows:
            return
        text, row = self.document.text, page.row_of(self.offset_in_text)
        column = cell_of(page, row, text, self.offset_in_text) if self._column is None else self._column
        self.travel(offset_at(page, row_beside(page, row, step), text, column))
        self._column = column

    def _text_width(self) -> int:
        return max(MIN_TEXT_CELLS, min(MAX_TEXT_CELLS, self.clear_width - GUTTER_CELLS - 2))

    def _margin(self) -> int:
        return max(0, (self.clear_width - GUTTER_CELLS - 2 - self._text_width()) // 2)

    def _text_left(self) -> int:
        return 1 + self._margin() + GUTTER_CELLS

    def _relay(self) -> None:
        """Lays the page out anew, where its width, folds or document changed, and marks it."""
        if self._story is None or self.document is None or self.size.width <= 0:
            self._page = None  # it may be that of another document
            return
        claims = self._claims()
        self._page = lay_page(
            self.document, claims, width=self._text_width(), measure=most_cells, unfolded=self._unfolded
        )
        self._marks = mark_document(self._story, self._page, self.glyphs)
        self._highlight = Highlight(self._focus_span(), self._highlight.target, self._highlight.found, self.selected)
        self.forget()

    def _claims(self) -> tuple[Claim, ...]:
        if self._story is None or self.document is None:
            return ()
        return self._story.claims_of.get(self.document.id, ())

    def _focus_span(self) -> Span | None:
        claim = self.claim
        return claim.span if claim and not self.at_fold else None

    def _first_offset(self) -> int:
        claims = self._claims()
        return claims[0].span.start if claims else 0

    def _line_kind(self) -> LineKind:
        assert self._page is not None
        return self._page.lines[self._page.row_of(self.offset_in_text)].kind

    def _repaint(self, span: Span | None) -> None:
        if self._page is not None and span is not None:
            self.forget(self._page.rows_of(span))

    def _repaint_rows(self, offset: int) -> None:
        if self._page is not None:
            row = self._page.row_of(offset)
            self.forget(range(row, row + 1))

    def _reveal(self) -> None:
        if self._page is None:
            return
        row = self._page.row_of(self.offset_in_text)
        self.bring_into_view(row, margin=min(3, max(0, self.size.height // 4)))
