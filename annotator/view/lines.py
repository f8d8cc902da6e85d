"""How is styled text cut into lines? Runs of text with names of styles, wrapped by measured width."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from annotator.text import displayable

Measure = Callable[[str], int]
"""Cells a string takes; the terminal's own measure is passed in."""

ELLIPSIS = "…"
MOST_OF_A_CELL = 4
"""Characters that a cell of a written language holds; what has more is cut sooner."""
_NEWLINE_RUN = re.compile(r"[ \t]*\n\s*")
_WORD_AND_GAP = re.compile(r"(\S+)(\s*)")


class Run(NamedTuple):
    """Text of one look; `style` holds names of `Paint`, separated by blanks, later ones over earlier ones."""

    text: str
    style: str = "text"


Line = tuple[Run, ...]


class Mark(NamedTuple):
    """A look for the code points [start, end) of a text."""

    start: int
    end: int
    style: str


def shown(text: str) -> str:
    """The text as it stands inside a line: harmless, and a break of the source line is one blank."""
    if "\n" in text:
        text = _NEWLINE_RUN.sub(" ", text)
    return displayable(text).replace("\t", " ")


def wrap(text: str, start: int, end: int, *, width: int, measure: Measure) -> list[tuple[int, int]]:
    """Code points [start, end) of each line that the part of the text takes at this width in cells."""
    width = max(1, width)
    lines: list[tuple[int, int]] = []
    begin, stop, used = -1, -1, 0
    gap = 0
    for match in _WORD_AND_GAP.finditer(text, start, end):
        a, b = match.span(1)
        word = match[1]
        is_plain = word.isascii() and word.isprintable()  # most words are, and wrapping is most of painting a text
        size = len(word) if is_plain else measure(shown(word))
        if begin >= 0 and used + gap + size > width:
            lines.append((begin, stop))
            begin = -1
        if begin < 0:
            begin, used, gap = a, 0, 0
        used, stop = used + gap + size, b
        if used > width:
            *full, (begin, stop) = _break_word(text, begin, b, width=width, measure=measure)
            lines += full
            used = measure(shown(text[begin:stop]))
        gap = 1 if "\n" in match[2] else len(match[2])
    if begin >= 0:
        lines.append((begin, stop))
    return lines


def runs(text: str, start: int, end: int, marks: Iterable[Mark], *, base: str = "text") -> Line:
    """The part of the text as runs, each with the names of all marks that cover it."""
    inside = [m for m in marks if m.start < end and m.end > start]
    if not inside:
        return (Run(shown(text[start:end]), base),)
    cuts = sorted({start, end, *(c for m in inside for c in (m.start, m.end) if start < c < end)})
    made = []
    for a, b in pairwise(cuts):
        names = [m.style for m in inside if m.start <= a and b <= m.end]
        made.append(Run(shown(text[a:b]), " ".join([base, *names])))
    return tuple(made)


def wrap_runs(line: Line, *, width: int, measure: Measure, indent: int = 0) -> list[Line]:
    """A line of runs as lines that fit; those after the first are indented."""
    text = "".join(run.text for run in line)
    marks, at = [], 0
    for run in line:
        marks.append(Mark(at, at + len(run.text), run.style))
        at += len(run.text)
    spans = wrap(text, 0, len(text), width=width, measure=measure)
    if len(spans) > 1 and indent:
        spans = spans[:1] + wrap(text, spans[1][0], len(text), width=width - indent, measure=measure)
    made = []
    for number, (a, b) in enumerate(spans):
        cut = tuple(Run(text[max(a, m.start) : min(b, m.end)], m.style) for m in marks if m.start < b and m.end > a)
        made.append((Run(" " * indent), *cut) if number and indent else cut)
    return made or [()]


def clip(text: str, width: int, measure: Measure) -> str:
    """The text on one line in at most `width` cells, an ellipsis at its end where something is left out."""
    if measure(text) <= width:
        return text
    if width <= 1:
        return ELLIPSIS[:width]
    kept = text[: width - 1]
    if not kept.isascii():  # marks take no cell of their own
        ends = range(min(len(text), MOST_OF_A_CELL * width))
        kept = text[: bisect_right(ends, width - 1, key=lambda end: measure(text[:end])) - 1]
    while kept and measure(kept) > width - 1:
        kept = kept[:-1]
    return kept.rstrip(f" {ELLIPSIS}") + ELLIPSIS


def clip_line(line: Sequence[Run], width: int, measure: Measure) -> Line:
    """The runs that fit into `width` cells, with an ellipsis where something is left out."""
    made, left = [], width
    for run in line:
        size = measure(run.text)
        if size > left:
            if left > 0:
                made.append(Run(clip(run.text, left, measure), run.style))
            return tuple(made)
        made.append(run)
        left -= size
    return tuple(made)


def width_of(line: Sequence[Run], measure: Measure) -> int:
    """Cells a line of runs takes."""
    return sum(measure(run.text) for run in line)


def spread(left: Sequence[Run], right: Sequence[Run], width: int, measure: Measure) -> Line:
    """Both parts on one line, the right one at its end; the left one gives way."""
    end = width_of(right, measure)
    if end + 2 >= width:
        return clip_line(left, width, measure)
    start = clip_line(left, width - end - 1, measure)
    return (*start, Run(" " * (width - end - width_of(start, measure))), *right)


def _break_word(text: str, start: int, end: int, *, width: int, measure: Measure) -> list[tuple[int, int]]:
    if text.isascii():
        return [(i, min(i + width, end)) for i in range(start, end, width)]
    pieces, begin, used = [], start, 0
    for i in range(start, end):
        size = measure(shown(text[i]))
        if used + size > width and i > begin:
            pieces.append((begin, i))
            begin, used = i, 0
        used += size
    pieces.append((begin, end))
    return pieces
