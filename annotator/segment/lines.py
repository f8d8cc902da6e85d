"""The paragraphs of a text: hard-wrapped lines joined, bullets and headings apart from their marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotator.model import Span

MAX_WRAP = 132  # characters, the widest common setting of editors; longer lines were not broken by a program
MIN_WRAP = 40  # characters; narrower columns are lists
MIN_BROKEN = 0.25  # share of line breaks that visibly cut a sentence, from which a text counts as wrapped
MIN_FULL = 0.82  # share of the wrap width which a line fills with the first word of the next, if a typist broke it
MIN_BULLET = 12  # characters of a wrapped line that goes on in lower case
MIN_JOINED = 45  # characters of a line that is joined only because the next begins in lower case

_BULLET = r"(?:[-*+•·‣▪■◦●○►–—]|[\u2600-\u27bf\U0001f300-\U0001faff])\ufe0f?\s+|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s+"
_MARK = re.compile(rf"[ \t]*(?P<mark>(?:(?:#{{1,6}}|>)[ \t]*(?=\S))?(?:{_BULLET})?)", re.I)
_BULLET_BEFORE = re.compile(rf"(?:^|\n)[ \t>]*(?:{_BULLET})\Z", re.I)
_BULLET_REACH = 24  # characters before a paragraph in which its bullet stands
_LINE = re.compile(r"[^\n]*\n?")
_STAMP = re.compile(r"[Bb]y\s+[A-Z]|\d+\s+min\b|posted\s+\d")
_MID_SENTENCE = re.compile(r"(?:\S+\s+){3}[a-z][a-z’'-]*$")
_ENDS = re.compile(r"[.!?:;…][”\"’')\]*_]*$")


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, heading, bullet or single line: what has one role in a text."""

    outer: Span
    """With its bullet or heading mark."""
    span: Span
    """Without it."""
    block: int
    """Units between the same blank lines have the same number."""
    mark: str
    """The bullet or heading mark without blanks, or nothing."""


def follows_bullet(text: str, start: int) -> bool:
    """Whether a bullet or list number stands right before this place on its line."""
    return bool(_BULLET_BEFORE.search(text[max(0, start - _BULLET_REACH) : start]))


def find_units(text: str, start: int) -> tuple[Unit, ...]:
    """The units of a text from a place on; together they hold every character that is not blank."""
    lines = list(_lines(text, start))
    width = _wrap_width(text, lines)
    units: list[Unit] = []
    held: list[Span] = []
    block = 0
    for line in lines:
        if line is None or (held and not _goes_on(text, held, line, width)):
            units += _unit(text, held, block)
            held = []
        if line is None:
            block += 1
        else:
            held.append(line)
    units += _unit(text, held, block)
    return tuple(units)


def _lines(text: str, start: int) -> Iterator[Span | None]:
    """Lines without the blanks at their ends; None for a blank one."""
    for match in _LINE.finditer(text, start):
        line = match[0]
        if not line:
            return
        bare = line.strip()
        if bare:
            first = match.start() + len(line) - len(line.lstrip())
            yield Span(first, first + len(bare))
        else:
            yield None


def _unit(text: str, held: Sequence[Span], block: int) -> list[Unit]:
    if not held:
        return []
    outer = Span(held[0].start, held[-1].end)
    match = _MARK.match(text, outer.start, outer.end)
    mark = match["mark"] if match else ""
    start = match.end() if match and match.end() < outer.end else outer.start
    return [Unit(outer, Span(start, outer.end), block, mark.strip() if start > outer.start else "")]


def _wrap_width(text: str, lines: Sequence[Span | None]) -> int:
    """The width at which a text was wrapped; 0 if its lines are paragraphs."""
    breaks = broken = 0
    lengths = []
    for line, following in pairwise(lines):
        if line is None or following is None or _has_mark(text, following):
            continue
        breaks += 1
        lengths.append(len(line))
        broken += _is_broken(text, line, following)
    if not lengths or broken < MIN_BROKEN * breaks:
        return 0
    lengths.sort()
    width = lengths[int(0.9 * (len(lengths) - 1))]
    return width if MIN_WRAP <= width <= MAX_WRAP else 0


def _is_broken(text: str, line: Span, following: Span) -> bool:
    """Whether a sentence visibly runs on from one line to the next."""
    first = text[following.start]
    return (first.islower() or first.isdigit() or first in "$£€") and not _ends_sentence(text, line)


def _ends_sentence(text: str, line: Span) -> bool:
    return bool(_ENDS.search(text, max(line.start, line.end - 4), line.end))


def _has_mark(text: str, line: Span) -> bool:
    match = _MARK.match(text, line.start, line.end)
    return bool(match and match["mark"])


def _goes_on(text: str, held: Sequence[Span], following: Span, width: int) -> bool:
    """Whether the lines of a paragraph are continued by the next."""
    line = held[-1]
    if _has_mark(text, following) or _STAMP.match(text, following.start, following.end):
        return False
    if text[following.start].islower() and not _ends_sentence(text, line):
        least = MIN_BULLET if width else MIN_JOINED
        return len(line) >= least or len(held) > 1 or bool(_MID_SENTENCE.search(text, line.start, line.end))
    if not width:
        return False
    word = text[following.start : following.end].split(maxsplit=1)[0]
    return len(line) + 1 + len(word) >= MIN_FULL * width
