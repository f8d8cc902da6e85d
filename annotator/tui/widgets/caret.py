"""Where is the cursor of the reader on the screen, and where do moves take it? Code points to cells and back."""

from __future__ import annotations

import re

from rich.cells import cell_len

from annotator.model import Span
from annotator.view import Line, LineKind, Page, Run, shown

LOOK_BACK = 200
"""Code points before the cursor among which the word before it is looked for."""
_WORD = re.compile(r"\w+")


def cell_of(page: Page, row: int, text: str, offset: int) -> int:
    """The cell of the text column at which a line shows a code point."""
    line = page.lines[row]
    if line.start == line.end:
        return 0
    return cell_len(shown(text[line.start : min(max(line.start, offset), line.end)]))


def offset_at(page: Page, row: int, text: str, cell: int) -> int:
    """The code point that a line shows at a cell of the text column."""
    line = page.lines[row]
    used = 0
    for i in range(line.start, line.end):
        used += cell_len(shown(text[i]))
        if used > cell:
            return i
    return max(line.start, line.end - 1)


def row_beside(page: Page, row: int, step: int) -> int:
    """The line with text that many lines away; pages count blank lines too."""
    at = page.rows.index(row)
    if abs(step) == 1:
        return page.rows[max(0, min(at + step, len(page.rows) - 1))]
    wanted = max(0, min(row + step, len(page.lines) - 1))
    return min(page.rows, key=lambda r: abs(r - wanted))


def word_after(text: str, offset: int) -> int | None:
    """Where the next word begins."""
    here = _WORD.match(text, max(0, offset))
    found = _WORD.search(text, here.end() if here else max(0, offset))
    return found.start() if found else None


def word_before(text: str, offset: int) -> int | None:
    """Where the word before begins."""
    begins = [m.start() for m in _WORD.finditer(text, max(0, offset - LOOK_BACK))]
    return max((b for b in begins if b < offset), default=None)


def paragraph_beside(page: Page, offset: int, step: int) -> int | None:
    """Where the next paragraph begins, or the one before."""
    lines = page.lines
    begins = [
        line.start
        for i, line in enumerate(lines)
        if line.kind is not LineKind.BLANK and (i == 0 or not lines[i - 1].continues)
    ]
    if step > 0:
        return min((b for b in begins if b > offset), default=None)
    return max((b for b in begins if b < offset), default=None)


def paragraph_at(page: Page, offset: int) -> Span | None:
    """The paragraph whose lines show a code point."""
    if not page.rows:
        return None
    first = last = page.row_of(offset)
    while first > 0 and page.lines[first - 1].continues:
        first -= 1
    while page.lines[last].continues and last + 1 < len(page.lines):
        last += 1
    start, end = page.lines[first].start, page.lines[last].end
    return Span(start, end) if 0 <= start < end else None


def with_caret(line: Line, cell: int) -> Line:
    """The line with one cell reversed, also behind its end."""
    made: list[Run] = []
    used = 0
    for run in line:
        width = cell_len(run.text)
        if used <= cell < used + width:
            head, rest = _split_at_cell(run.text, cell - used)
            made += [Run(head, run.style), Run(rest[:1], f"{run.style} caret"), Run(rest[1:], run.style)]
        else:
            made.append(run)
        used += width
    if used <= cell:
        made += [Run(" " * (cell - used)), Run(" ", "caret")]
    return tuple(run for run in made if run.text)


def _split_at_cell(text: str, cell: int) -> tuple[str, str]:
    used = 0
    for i, character in enumerate(text):
        if used >= cell:
            return text[:i], text[i:]
        used += cell_len(character)
    return text, ""
