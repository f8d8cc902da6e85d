"""Finds runs of words between quotation marks, and tells speech from titles, terms and scare quotes.

Quotations do not overlap: one within another belongs to the outer one. Each lies in one paragraph; speech that runs on
over paragraphs gives one quotation for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from annotator.model import Quotation, Span, strip_span
from annotator.segment.speech import find_cues, is_speech

MAX_SILENT_PARAGRAPHS = 5  # between an opening mark and its closing one, where the mark is not repeated

_DOUBLE = re.compile(r"[“”„\"«»]|``|''")
_SINGLE_OPENING = re.compile(
    r"(?<![\w’'‘.,;:!?)])[‘'](?!'|\d0s|(?:em|til|cause|tis|twas|bout|n|round|cos|nuff)\b)(?=[^\W_]|[“\"\[$£€(])",
    re.I,
)
_SINGLE_CLOSING = re.compile(r"(?<=[^\s‘'(\[—–])[’'](?![^\W_])")
_SENTENCE_PUNCTUATION = frozenset(".,!?;:…—–")
_FEET_AND_INCHES = re.compile(r"\d['’′]\s?\d{1,2}$")


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    opens: bool | None
    """None where the mark fits both."""


@dataclass(frozen=True, slots=True)
class _Run:
    """A quotation without a judgement on what it is."""

    span: Span
    inner: Span
    closed: bool = True
    continues: bool = False


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """Quotations in order of the text; none runs over a paragraph's end."""
    runs: list[_Run] = []
    silent: list[Span] = []
    is_pending = False
    for paragraph in paragraphs:
        found, stray = _read_paragraph(text, paragraph)
        if is_pending and stray is not None and (not found or stray.start < found[0].span.start):
            runs += [_Run(p, p, closed=False, continues=True) for p in silent]
            runs += _run_up_to(text, paragraph.start, stray)
        elif is_pending and not silent and found and found[0].span.start == paragraph.start:
            found[0] = replace(found[0], continues=True)
        runs += found
        if found:
            is_pending, silent = not found[-1].closed, []
        elif stray is not None or len(silent) == MAX_SILENT_PARAGRAPHS:
            is_pending, silent = False, []
        elif is_pending:
            silent.append(paragraph)
    return tuple(_judge(text, runs, paragraphs))


def _judge(text: str, runs: Sequence[_Run], paragraphs: Sequence[Span]) -> Iterator[Quotation]:
    place = -1
    speaks = False
    cues: tuple[int, ...] = ()
    for run in runs:
        while place < 0 or paragraphs[place].end < run.span.end:
            place += 1
            cues = find_cues(text, paragraphs[place]) if paragraphs[place].end >= run.span.end else ()
        paragraph = paragraphs[place]
        speaks = (run.continues and speaks) or not run.closed
        speaks = speaks or is_speech(text, run.span, run.inner, paragraph=paragraph, cues=cues)
        yield Quotation(run.span, run.inner, is_speech=speaks, closed=run.closed, continues=run.continues)


def _run_up_to(text: str, start: int, closing: _Mark) -> list[_Run]:
    inner = strip_span(text, start, closing.start)
    return [_Run(Span(start, closing.end), inner, continues=True)] if inner else []


def _read_paragraph(text: str, paragraph: Span) -> tuple[list[_Run], _Mark | None]:
    """The quotations of one paragraph, and the first closing mark that closes nothing."""
    runs: list[_Run] = []
    stray: _Mark | None = None
    singles = iter(_single_runs(text, paragraph))
    single = next(singles, None)
    opening: _Mark | None = None
    for mark in _double_marks(text, paragraph):
        while single and single.span.end <= mark.start:
            if opening is None:
                runs.append(single)
            single = next(singles, None)
        if single and opening is None and single.span.start < mark.start:
            continue
        is_opening = mark.opens if mark.opens is not None else opening is None
        if is_opening:
            if opening:
                runs += _unclosed(text, opening, mark.start)
            opening = mark
        elif opening is None:
            stray = stray or mark
        else:
            runs += _closed(text, opening, mark)
            opening = None
    while single:
        if opening is None:
            runs.append(single)
        single = next(singles, None)
    if opening:
        runs += _unclosed(text, opening, paragraph.end)
    return runs, stray


def _closed(text: str, opening: _Mark, closing: _Mark) -> list[_Run]:
    inner = strip_span(text, opening.end, closing.start)
    return [_Run(Span(opening.start, closing.end), inner)] if inner else []


def _unclosed(text: str, opening: _Mark, end: int) -> list[_Run]:
    inner = strip_span(text, opening.end, end)
    return [_Run(Span(opening.start, inner.end), inner, closed=False)] if inner else []


def _double_marks(text: str, paragraph: Span) -> Iterator[_Mark]:
    is_german = False
    for match in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        sign = match[0]
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        if sign == '"' and _FEET_AND_INCHES.search(text, max(paragraph.start, start - 6), start):
            continue
        opens = _direction(sign, before, after, is_german=is_german)
        is_german = sign == "„" or (is_german and sign != "“")
        yield _Mark(start, end, opens)


def _direction(sign: str, before: str, after: str, *, is_german: bool) -> bool | None:
    """Whether a mark opens: by its own shape unless the blanks around it say the contrary; None if nothing tells."""
    leans_right = (before.isspace() or before in "([{—–-‘'/*_>") and not after.isspace()
    leans_left = not before.isspace() and (after.isspace() or after in ".,;:!?)]}—–-’'/*_<")
    if leans_right == leans_left:
        leans_right = leans_left = False
    if sign in ("“", "„", "``", "«"):
        return not (leans_left or (sign == "“" and is_german))
    if sign in ("”", "»"):
        return leans_right and sign == "”"
    if before.isdigit():
        return False
    return True if leans_right else False if leans_left else None


def _single_runs(text: str, paragraph: Span) -> Iterator[_Run]:
    """Runs between single marks, apostrophes told apart."""
    at = paragraph.start
    while opening := _SINGLE_OPENING.search(text, at, paragraph.end):
        following = _SINGLE_OPENING.search(text, opening.end(), paragraph.end)
        limit = following.start() if following else paragraph.end
        closing = _closing_single(text, opening.end(), limit)
        at = limit
        if closing is None:
            continue
        inner = strip_span(text, opening.end(), closing)
        if inner and not len(_DOUBLE.findall(text, inner.start, inner.end)) % 2:
            yield _Run(Span(opening.start(), closing + 1), inner)


def _closing_single(text: str, start: int, end: int) -> int | None:
    """Where a single quotation closes: the first mark that no possessive plural explains."""
    possible: int | None = None
    for match in _SINGLE_CLOSING.finditer(text, start, end):
        at = match.start()
        if text[at - 1] != "s" or not text[at + 1 : at + 2].isspace() or not text[at + 2 : at + 3].islower():
            return at
        possible = at if possible is None else possible
    return possible
