"""How are characters of a text selected? By sentence, word, character and mouse; the cursor is at the moving edge."""

from __future__ import annotations

from dataclasses import dataclass

from textual.events import MouseDown, MouseEvent, MouseMove, MouseUp
from textual.geometry import Offset
from textual.message import Message
from textual.timer import Timer

from annotator.model import Document, Span
from annotator.tui.widgets.line_view import LineView
from annotator.view import Choice, choose_span, choose_word, drag, word_back, word_on

PULL_S = 0.08  # between two lines while the mouse is dragged beyond the edge


class Selecting(LineView):
    """Subclasses say where the cursor and the mouse are in the text, and show the selection."""

    document: Document | None
    offset_in_text: int

    @dataclass
    class Selected(Message):
        """Other characters are selected, or none."""

        widget: Selecting

        @property
        def control(self) -> Selecting:
            return self.widget

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.mark: Span | None = None
        """The mark that keys act on, for its edges to be moved."""
        self._choice: Choice | None = None
        self._pressed_at: int | None = None
        self._is_drag = False
        self._pulled: Timer | None = None
        """Runs while the mouse is dragged beyond the edge."""
        self._pulled_to = Offset(0, 0)

    def go_to(self, offset: int, *, quietly: bool = False) -> None:
        """Puts the cursor at a code point of the text."""
        raise NotImplementedError

    def show_selection(self) -> None:
        """Paints what is selected."""
        raise NotImplementedError

    def offset_under(self, event: MouseEvent) -> int | None:
        """The code point under the mouse."""
        raise NotImplementedError

    def offset_at_cell(self, x: int, y: int) -> int | None:
        """The code point in a cell of the content; beyond its edges, that of the next line out of view."""
        raise NotImplementedError

    def sentence_here(self) -> Span | None:
        """The sentence at the cursor."""
        raise NotImplementedError

    def paragraph_here(self) -> Span | None:
        """The paragraph at the cursor."""
        raise NotImplementedError

    @property
    def choice(self) -> Choice | None:
        """The edges of what is selected, and which of them moves."""
        return self._choice

    @property
    def selected(self) -> Span | None:
        """The selected characters."""
        return self._choice.span if self._choice else None

    @property
    def selected_text(self) -> str:
        """The selected words; empty if there are none."""
        return self.selected.text(self._text) if self.selected else ""

    def choose(self, choice: Choice | None) -> None:
        """Selects characters, or none."""
        self._choice = choice
        if choice is not None:
            self.go_to(choice.caret, quietly=True)
        self.show_selection()
        self.post_message(self.Selected(self))

    def clear_selection(self) -> bool:
        """Forgets what was selected; False if nothing was."""
        if self._choice is None:
            return False
        self.choose(None)
        return True

    def travel(self, offset: int) -> None:
        """Moves the cursor, and with it the edge of a selection."""
        if self._choice is None:
            self.go_to(offset)
        else:
            self.choose(self._choice.to(max(0, min(offset, len(self._text) - 1))))

    def swap_edge(self) -> None:
        """Lets the other edge move."""
        if self._choice is not None:
            self.choose(self._choice.swapped())

    def step_word(self, by: int) -> bool:
        """Moves the edge of a selection by a word; False if nothing is selected."""
        if self._choice is None:
            return False
        self.choose((word_on if by > 0 else word_back)(self._text, self._choice))
        return True

    def action_select_words(self) -> None:
        """The word at the cursor; then the mark there, so that its edges can be moved; then nothing."""
        at, mark = self.offset_in_text, self.mark
        if self._choice is None:
            self.choose(choose_word(self._text, at))
        elif mark is not None and mark.start <= at < mark.end and self.selected != mark:
            self.choose(choose_span(mark))
        else:
            self.choose(None)

    def action_select_sentence(self) -> None:
        """The sentence; then its paragraph; then nothing."""
        sentence, paragraph = self.sentence_here(), self.paragraph_here()
        steps = [span for span in dict.fromkeys((sentence, paragraph)) if span is not None]
        at = steps.index(self.selected) + 1 if self.selected in steps else 0
        self.choose(choose_span(steps[at]) if at < len(steps) else None)

    def on_mouse_down(self, event: MouseDown) -> None:
        self._pressed_at = self.offset_under(event) if event.button == 1 else None
        self._is_drag = False

    def on_mouse_move(self, event: MouseMove) -> None:
        if self._pressed_at is None or event.button != 1:
            return
        self._pulled_to = event.get_content_offset_capture(self)
        if self._is_drag and not 0 <= self._pulled_to.y < self.size.height:
            self._pulled = self._pulled or self.set_interval(PULL_S, self._pull)
            return
        self._end_pull()
        offset = self.offset_under(event)
        if offset is not None and (offset != self._pressed_at or self._is_drag):
            self._is_drag = True
            self.capture_mouse()
            self.choose(drag(self._pressed_at, offset))

    def _pull(self) -> None:
        """Selects on by a line that was out of view, which brings it into view."""
        x, y = self._pulled_to
        offset = self.offset_at_cell(x, -1 if y < 0 else self.size.height)
        if offset is not None and self._pressed_at is not None:
            self.choose(drag(self._pressed_at, offset))

    def _end_pull(self) -> None:
        if self._pulled is not None:
            self._pulled.stop()
            self._pulled = None

    def on_mouse_up(self, event: MouseUp) -> None:
        self._end_pull()
        self._pressed_at = None
        self.release_mouse()

    def ends_drag(self) -> bool:
        """Whether a click is only the end of a selection by mouse."""
        return self._is_drag

    @property
    def _text(self) -> str:
        return self.document.text if self.document else ""
