"""Shows what a terminal can: ASCII where it is not UTF-8, old signs on the Linux console; nothing moves by it."""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from annotator.text import fold_marks, strip_accents

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("…·•●▪∙", "."),
        **dict.fromkeys("▁▂▃▄▅▆▇█▉▊▋▌▍▏▐▔▕░▒▓", ":"),
        **dict.fromkeys("─━╌╍═⎯", "-"),
        **dict.fromkeys("│┃║▎", "|"),
        **dict.fromkeys("╭╮╰╯┌┐└┘┏┓┗┛├┤┬┴┼", "+"),
        **dict.fromkeys("→▸►", ">"),
        **dict.fromkeys("←◂◄", "<"),
        **dict.fromkeys("↑▴▲", "^"),
        **dict.fromkeys("↓▾▼", "v"),
    }
)
_CONSOLE_SIGNS = str.maketrans(
    {
        **dict.fromkeys("╭┏", "┌"),
        **dict.fromkeys("╮┓", "┐"),
        **dict.fromkeys("╰┗", "└"),
        **dict.fromkeys("╯┛", "┘"),
        **dict.fromkeys("━╌╍═⎯", "─"),
        **dict.fromkeys("┃║▎▏", "│"),
        **dict.fromkeys("▁▂▃", "_"),
        **dict.fromkeys("▅▆", "▄"),
        **dict.fromkeys("▇▉▊▋", "█"),
        **dict.fromkeys("▔", "▀"),
        **dict.fromkeys("▸▶", ">"),
        **dict.fromkeys("▾", "v"),
        **dict.fromkeys("●▪", "*"),
        **dict.fromkeys("…", "."),
        "✓": "+",
        "✗": "x",
        "≠": "#",
        "⟨": "<",
        "⟩": ">",
    }
)
"""For signs that the fonts of the Linux console lack, with at most 512 glyphs; letters stay what they are."""
KEPT = 4_096  # pieces of text whose ASCII form is remembered


class AsciiFilter(LineFilter):
    """Quotes, dashes and accents become their plain forms; what has none becomes question marks."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            segment if segment.text.isascii() else Segment(in_ascii(segment.text), segment.style, segment.control)
            for segment in segments
        ]


class ConsoleFilter(LineFilter):
    """Round corners, heavy lines and small signs become those that the Linux console has."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            segment
            if segment.text.isascii()
            else Segment(segment.text.translate(_CONSOLE_SIGNS), segment.style, segment.control)
            for segment in segments
        ]


@lru_cache(KEPT)
def in_ascii(text: str) -> str:
    """The text in as many cells, without a character that is not ASCII."""
    return "".join(map(_plain, fold_marks(text).translate(_SIGNS)))


def _plain(character: str) -> str:
    if character.isascii():
        return character
    cells = cell_len(character)
    bare = strip_accents(character)
    return bare if bare.isascii() and len(bare) == cells else "?" * cells
