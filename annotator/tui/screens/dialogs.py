"""Small questions over a screen: one of a few, one of many, one line of words. They only collect an answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click, Key
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from annotator.text import displayable
from annotator.tui.front import FrontFirst
from annotator.tui.keys import as_digit
from annotator.tui.widgets.field import Field
from annotator.tui.widgets.virtual_list import VirtualList
from annotator.view import Line, Room, Run, spread

BACK = "Esc back"
SUBTITLE_END = 3  # cells between the words in the lower border and the box's right edge
NOT_HELD = 3
"""The rank of a text that does not hold what was typed."""
_WORD = re.compile(r"\w+")
MIN_MATCH = 55  # rapidfuzz WRatio, 0-100; below it a name shares letters with the filter by chance
MOST_LIKENED = 300
"""Characters of a text, and of what was typed, that are compared for likeness; a claim may have 50,000."""


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer."""

    value: str
    """What the dialog returns."""
    words: str
    note: str = ""
    key: str = ""
    """Pressed alone, it gives this answer at once."""
    also: str = ""
    """Further words by which it is found."""


class Dialog(ModalScreen[str | None], FrontFirst[str | None]):
    """A box over the screen; Esc answers nothing."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS = [("escape", "dismiss_nothing", "Back")]

    def action_dismiss_nothing(self) -> None:
        self.dismiss(None)

    def on_click(self, event: Click) -> None:
        """The words in the lower border are buttons: what they name happens at a click."""
        if self.focused is None:  # a click beside a field takes the keys from it
            for widget in (*self.query("#field"), *self.query("#answers"))[:1]:
                self.set_focus(widget)
        box = self.query_one("#box")
        words = str(box.border_subtitle or "")
        at = event.screen_x - (box.region.right - SUBTITLE_END - len(words))
        if event.screen_y != box.region.bottom - 1 or not 0 <= at < len(words):
            return
        event.stop()
        if at >= words.rfind(BACK):
            self.action_dismiss_nothing()
        else:
            self.take()

    def take(self) -> None:
        """Does what Enter does."""
        for field in self.query(Input):
            self.call_later(field.action_submit)

    def set_frame(self, title: str, note: str) -> None:
        """Words in the border; names from documents stand in the title, so it is no markup."""
        box = self.query_one("#box")
        box.border_title = Content(displayable(title))
        box.border_subtitle = note


class Choice(Dialog):
    """One of a few answers, each with a key."""

    answers = query_one("#answers", VirtualList)

    def __init__(self, title: str, options: Sequence[Option], *, question: str = "") -> None:
        super().__init__()
        self._title, self._options, self._question = title, tuple(options), question

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            if self._question:
                yield Static(displayable(self._question), markup=False, id="question")
            yield VirtualList(id="answers")

    def on_mount(self) -> None:
        self.set_frame(self._title, "Enter takes, Esc back")
        self.answers.styles.height = len(self._options)
        self.answers.show(len(self._options), self._lines)
        self.answers.focus()

    def take(self) -> None:
        self.dismiss(self._options[self.answers.cursor].value)

    def on_key(self, event: Key) -> None:
        if event.key == "enter":
            event.stop()
            self.take()
            return
        for option in self._options:
            if option.key and as_digit(event.character) == option.key:
                event.stop()
                self.dismiss(option.value)
                return
        if event.character and event.character.isprintable():
            event.stop()
            self.set_frame(self._title, f"{event.character} is none of these; Esc back")

    @on(VirtualList.Opened)
    def on_opened(self, event: VirtualList.Opened) -> None:
        event.stop()
        self.dismiss(self._options[event.index].value)

    def _lines(self, index: int, room: Room) -> tuple[Line, ...]:
        return (_option_line(self._options[index], room),)


class Picker(Dialog):
    """One of many answers: typing filters, Enter takes the one at the cursor, a digit alone its answer at once."""

    answers = query_one("#answers", VirtualList)
    field = query_one("#field", Input)

    def __init__(self, title: str, options: Sequence[Option], *, prompt: str, takes_new: bool = False) -> None:
        super().__init__()
        self._title, self._options, self._prompt, self._takes_new = title, tuple(options), prompt, takes_new
        self._found = self._options

    def compose(self) -> ComposeResult:
        with Vertical(id="box", classes="-tall-box"):
            yield Field(prompt=self._prompt)
            yield VirtualList(id="answers", empty=self._empty())

    def on_mount(self) -> None:
        self.set_frame(self._title, "Enter takes, Esc back")
        self.answers.can_focus = False
        self._filter("")
        self.field.focus()

    @on(Input.Changed)
    def on_changed(self, event: Input.Changed) -> None:
        event.stop()
        quick = next((o for o in self._options if o.key and o.key == as_digit(event.value)), None)
        if quick is not None:
            self.dismiss(quick.value)
        else:
            self._filter(event.value)

    @on(Input.Submitted)
    def on_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._found:
            self.dismiss(self._found[self.answers.cursor].value)
        elif self._takes_new and event.value.strip():
            self.dismiss(f"+{event.value.strip()}")

    @on(VirtualList.Opened)
    def on_opened(self, event: VirtualList.Opened) -> None:
        event.stop()
        self.dismiss(self._found[event.index].value)

    def on_key(self, event: Key) -> None:
        moves = {"down": 1, "up": -1, "pagedown": 10, "pageup": -10}
        if event.key in moves:
            event.stop()
            self.answers.cursor += moves[event.key]

    def _filter(self, typed: str) -> None:
        new = Option(f"+{typed.strip()}", f"“{typed.strip()}”", "as typed") if self._takes_new else None
        self._found = filter_options(self._options, typed, new=new) if typed.strip() else self._options
        self.answers.show(len(self._found), lambda index, room: (_option_line(self._found[index], room),))
        self.answers.cursor = 0

    def _empty(self) -> str:
        return "Type a name, then Enter." if self._takes_new else "Nothing like that. Esc goes back."


class PassagePicker(Picker):
    """One of many passages, in a box that takes the width there is."""


class Question(Dialog):
    """One line of words; Enter gives it, empty or not."""

    def __init__(self, title: str, *, question: str = "", value: str = "", hint: str = "") -> None:
        super().__init__()
        self._title, self._question, self._value, self._hint = title, question, value, hint

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            if self._question:
                yield Static(displayable(self._question), markup=False, id="question")
            yield Field(self._value, prompt=self._hint)

    def on_mount(self) -> None:
        self.set_frame(self._title, "Enter takes, Esc back")
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def on_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip())


def filter_options(options: Sequence[Option], typed: str, *, new: Option | None = None) -> tuple[Option, ...]:
    """The options that look like what was typed: those that hold it, best first, then `new`, then others by likeness.

    Best are those that begin with it, then those with words that begin as the typed ones do. So Enter takes what was
    typed, unless one of the options holds it; likeness alone counts only where nothing else does, or beside `new`.
    """
    from rapidfuzz import fuzz, process  # here: 3 ms that the first paint need not wait for

    wanted = typed.casefold().strip()
    texts = [f"{o.words} {o.note} {o.also}".casefold() for o in options]
    ranks = [_rank(text, wanted) for text in texts]
    holding = sorted((i for i, rank in enumerate(ranks) if rank < NOT_HELD), key=ranks.__getitem__)
    if holding and new is None:
        return tuple(options[i] for i in holding)
    heads = [text[:MOST_LIKENED] for text in texts]
    alike = process.extract(wanted[:MOST_LIKENED], heads, scorer=fuzz.WRatio, score_cutoff=MIN_MATCH, limit=50)
    others = dict.fromkeys(i for _, _, i in alike if i not in holding)
    return (*(options[i] for i in holding), *((new,) if new else ()), *(options[i] for i in others))


def _rank(text: str, wanted: str) -> int:
    """How well a text holds what was typed, the best 0."""
    if text.startswith(wanted):
        return 0
    words = _WORD.findall(text)
    typed = _WORD.findall(wanted)
    if typed and all(any(word.startswith(part) for word in words) for part in typed):
        return 1
    return 2 if wanted in text else NOT_HELD


def _option_line(option: Option, room: Room) -> Line:
    lead = (Run(f"{option.key}  ", "key"),) if option.key else ()
    note = (Run(displayable(option.note), "dim"),) if option.note else ()
    return spread((*lead, Run(displayable(option.words))), note, room.width, room.measure)
