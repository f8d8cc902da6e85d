"""How long is a line on a terminal that this program does not draw on, and where is it broken?"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from annotator.text import fold_marks, one_line, strip_accents
from annotator.view import wrap

MIN_WIDTH = 20
"""Cells; a handle with its outlet needs as many."""
_WIDE = ("W", "F")  # UAX 11: two cells
_NO_CELLS = ("Mn", "Me", "Cf")


def cells(text: str) -> int:
    """Cells of displayable text: two for a wide character, none for a combining mark."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def fold(sentences: Iterable[str], width: int) -> tuple[str, ...]:
    """Each sentence on lines of its own that are at most `width` cells long; nothing in them moves a cursor."""
    lines: list[str] = []
    for sentence in sentences:
        text = one_line(sentence)
        lines += [text[a:b] for a, b in wrap(text, 0, len(text), width=max(MIN_WIDTH, width), measure=cells)] or [""]
    return tuple(lines)


def spell_ascii(text: str) -> str:
    """The text without a character that a terminal of old cannot show; what has no plain form is a question mark."""
    return strip_accents(fold_marks(text)).encode("ascii", "replace").decode("ascii")


def _cells(character: str) -> int:
    if unicodedata.category(character) in _NO_CELLS:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1
