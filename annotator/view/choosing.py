"""Which characters of a text are selected, and what does each key make of that? Edges lie between characters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from annotator.model import Span

LOOK_BACK = 200
"""Code points before an edge among which the word before it is looked for."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Choice:
    """A selection of at least one character."""

    fixed: int
    moving: int
    """The edge that keys move; never equal to the other."""

    @property
    def span(self) -> Span:
        """The characters between the edges."""
        return Span(min(self.fixed, self.moving), max(self.fixed, self.moving))

    @property
    def caret(self) -> int:
        """The character at the moving edge."""
        return self.moving - 1 if self.moving > self.fixed else self.moving

    def swapped(self) -> Choice:
        """The same characters, the other edge moving."""
        return Choice(self.moving, self.fixed)

    def to(self, offset: int) -> Choice:
        """The choice whose moving edge takes in the character at an offset, and nothing beyond it."""
        return Choice(self.fixed, offset if offset < self.fixed else offset + 1)


def choose_word(text: str, offset: int) -> Choice | None:
    """The word at a character, or the character where there is none; nothing in an empty text."""
    if not text:
        return None
    at = max(0, min(offset, len(text) - 1))
    word = next((m for m in _WORD.finditer(text, max(0, at - LOOK_BACK)) if m.end() > at), None)
    if word is not None and word.start() <= at:
        return Choice(word.start(), word.end())
    return Choice(at, at + 1)


def choose_span(span: Span) -> Choice:
    """A span, its end moving."""
    return Choice(span.start, span.end)


def drag(start: int, end: int) -> Choice:
    """From one character to another, both taken in."""
    return Choice(start, end + 1) if end >= start else Choice(start + 1, end)


def word_on(text: str, choice: Choice) -> Choice:
    """The moving edge one word further on."""
    if choice.moving > choice.fixed:
        return Choice(choice.fixed, _end_after(text, choice.moving))
    start = _start_after(text, choice.moving)
    if start < choice.fixed:
        return Choice(choice.fixed, start)
    return Choice(_start_before(text, choice.fixed), _end_after(text, choice.fixed))


def word_back(text: str, choice: Choice) -> Choice:
    """The moving edge one word back."""
    if choice.moving < choice.fixed:
        return Choice(choice.fixed, _start_before(text, choice.moving))
    ends = [m.end() for m in _words_before(text, choice.moving) if m.end() < choice.moving]
    if ends and ends[-1] > choice.fixed:
        return Choice(choice.fixed, ends[-1])
    return Choice(_end_after(text, choice.fixed), _start_before(text, choice.fixed))


def _end_after(text: str, offset: int) -> int:
    """Where the first word that reaches beyond an offset ends; the end of the text if none does."""
    found = _WORD.search(text, offset)
    return found.end() if found else len(text)


def _start_after(text: str, offset: int) -> int:
    """Where the first word behind the one at an offset begins."""
    here = _WORD.match(text, offset)
    found = _WORD.search(text, here.end() if here else offset)
    return found.start() if found else len(text)


def _start_before(text: str, offset: int) -> int:
    """Where the last word that begins before an offset begins; the beginning of the text if none does."""
    starts = [m.start() for m in _words_before(text, offset) if m.start() < offset]
    return starts[-1] if starts else 0


def _words_before(text: str, offset: int) -> list[re.Match[str]]:
    return list(_WORD.finditer(text, max(0, offset - LOOK_BACK), offset))
