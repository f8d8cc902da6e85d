"""Where does each piece of a document stand in the reader? Soft-wrapped lines over the untouched text.

A page depends on the text, the layout, the width and what is unfolded, never on decisions or on the cursor, so it is
made once and painted often (`paint.py`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from annotator.model import Boilerplate, Claim, Document, HeadRole, Span
from annotator.text import one_line
from annotator.view.lines import Measure, wrap
from annotator.view.words import counted

MAX_WRAPPED_LINE = 120  # code points; a text whose lines are all shorter was wrapped by hand
MIN_WRAPPED_MEDIAN = 40  # code points; shorter lines are a list or verse and stay as they are
_BULLET = re.compile(r"\s*(?:[-*•‣–—]|\d{1,3}[.)])\s")


class LineKind(StrEnum):
    TEXT = "text"
    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    LEFT_OUT = "left-out"
    FOLD = "fold"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of the screen."""

    start: int
    """Code points [start, end) of the document's text; equal on lines that show none of it.

    A FOLD line stands one before the text it folds, at -1 where that begins the document, so that both can be reached.
    """
    end: int
    kind: LineKind
    fold: int | None = None
    """Which run of boilerplate this line stands for, on FOLD lines."""
    note: str = ""
    """The words of a FOLD line."""
    continues: bool = False
    """The paragraph goes on in the next line."""


@dataclass(frozen=True, slots=True)
class Page:
    """A document at one width."""

    document: str
    width: int
    lines: tuple[PageLine, ...]
    rows: tuple[int, ...]
    """Numbers of the lines that show text, in order."""
    starts: tuple[int, ...]
    """The first code point of each of them."""

    def row_of(self, offset: int) -> int:
        """The line that shows this code point, or the nearest line before it."""
        if not self.rows:
            return 0
        return self.rows[max(0, bisect_right(self.starts, offset) - 1)]

    def rows_of(self, span: Span) -> range:
        """The lines that show the span."""
        return range(self.row_of(span.start), self.row_of(span.end - 1) + 1)


@dataclass(frozen=True, slots=True)
class Part:
    start: int
    end: int
    kind: LineKind
    reasons: tuple[str, ...] = ()


def lay_page(
    document: Document,
    claims: Sequence[Claim],
    *,
    width: int,
    measure: Measure,
    unfolded: frozenset[int] = frozenset(),
) -> Page:
    """The lines of a document at a width in cells; `unfolded` numbers the runs of boilerplate that are shown."""
    text, lines, folds = document.text, [], 0
    for part in _parts(document):
        if part.kind is LineKind.LEFT_OUT:
            is_open = folds in unfolded
            before = part.start - 1
            lines.append(PageLine(before, before, LineKind.FOLD, folds, _fold_note(text, part, is_open)))
            folds += 1
            if not is_open:
                lines.append(PageLine(part.start, part.start, LineKind.BLANK))
                continue
        lines += _lay_part(text, part, claims, width=width, measure=measure)
    while lines and lines[-1].kind is LineKind.BLANK:
        lines.pop()
    rows = tuple(i for i, line in enumerate(lines) if line.kind is not LineKind.BLANK)
    return Page(document.id, width, tuple(lines), rows, tuple(lines[i].start for i in rows))


def _parts(document: Document) -> list[Part]:
    """Head, body and boilerplate in order; neighbouring boilerplate is one part. A text not yet read is all body."""
    roles = {HeadRole.HEADLINE: LineKind.HEADLINE, HeadRole.STANDFIRST: LineKind.STANDFIRST}
    found = [Part(h.span.start, h.span.end, roles[h.role]) for h in document.head]
    found += [Part(s.start, s.end, LineKind.TEXT) for s in document.body]
    found += [_left_out(b) for b in document.boilerplate]
    if not found and document.text:
        return [Part(0, len(document.text), LineKind.TEXT)]
    merged: list[Part] = []
    for part in sorted(found, key=lambda p: p.start):
        last = merged[-1] if merged else None
        if last and last.kind is part.kind is LineKind.LEFT_OUT:
            merged[-1] = Part(last.start, part.end, part.kind, tuple(dict.fromkeys((*last.reasons, *part.reasons))))
        else:
            merged.append(part)
    return merged


def _left_out(boilerplate: Boilerplate) -> Part:
    span = boilerplate.span
    return Part(span.start, span.end, LineKind.LEFT_OUT, (one_line(boilerplate.reason),))


def _fold_note(text: str, part: Part, is_open: bool) -> str:
    lines = sum(1 for line in text[part.start : part.end].splitlines() if line.strip())
    verb = "shown" if is_open else "left out"
    return f"{counted(lines, 'line')} {verb}: {', '.join(part.reasons)}"


def _lay_part(text: str, part: Part, claims: Sequence[Claim], *, width: int, measure: Measure) -> Iterator[PageLine]:
    paragraphs = list(_paragraphs(text, part, claims))
    for number, (start, end) in enumerate(paragraphs):
        wrapped = wrap(text, start, end, width=width, measure=measure)
        for i, (a, b) in enumerate(wrapped):
            yield PageLine(a, b, part.kind, continues=i + 1 < len(wrapped))
        follows = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else None
        if follows is None or len(wrapped) > 1 or _is_apart(text, end, follows):
            yield PageLine(end, end, LineKind.BLANK)


def _is_apart(text: str, end: int, start: int) -> bool:
    """Whether an empty line stands between two paragraphs of the source."""
    return text.count("\n", end, start) > 1


def _paragraphs(text: str, part: Part, claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """Spans of paragraphs: source lines, with those joined that were wrapped by hand or hold one claim."""
    lines = list(_source_lines(text, part.start, part.end))
    is_wrapped = _is_hard_wrapped(lines)
    crossed = _crossed(claims, part)
    begin: int | None = None
    for (start, end), (next_start, next_end) in pairwise([*lines, (part.end, part.end)]):
        begin = start if begin is None else begin
        joined = next_start < next_end and (
            _is_inside(crossed, end)
            or (is_wrapped and not _is_apart(text, end, next_start) and not _BULLET.match(text, next_start, next_end))
        )
        if not joined:
            yield begin, end
            begin = None


def _source_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the lines that are not blank, without white space around them."""
    for match in re.compile(r"[^\n]+").finditer(text, start, end):
        line = match[0]
        stripped = line.strip()
        if stripped:
            at = match.start() + len(line) - len(line.lstrip())
            yield at, at + len(stripped)


def _is_hard_wrapped(lines: Sequence[tuple[int, int]]) -> bool:
    lengths = sorted(end - start for start, end in lines)
    return len(lengths) > 2 and lengths[-1] <= MAX_WRAPPED_LINE and lengths[len(lengths) // 2] >= MIN_WRAPPED_MEDIAN


def _crossed(claims: Sequence[Claim], part: Part) -> list[Span]:
    return [c.span for c in claims if c.span.start < part.end and c.span.end > part.start]


def _is_inside(spans: list[Span], offset: int) -> bool:
    at = bisect_right(spans, offset, key=lambda s: s.start) - 1
    return at >= 0 and spans[at].end > offset
