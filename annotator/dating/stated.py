"""When does a text say it was published: in its front matter, a stamp line, its dateline or its address?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from annotator.model import Layout, Metadata, Span
from annotator.segment import PrintedDate, is_date_stamp, is_publishing, is_updating, read_printed_dates, spread_glued

MAX_STAMP = 240  # characters; longer lines are prose
MAX_OTHER_WORDS = 14  # beside the date in a line known as a byline or stamp: names, role, section, reading time
TOP_LINES = 6  # of a text that are looked at even where they were taken for body
MAX_LINES = 60  # of one piece of furniture that are looked at
MIN_LISTED = 2  # lines of "date, title" that make a list of other texts
MIN_TITLE_WORDS = 2
WORD_REACH = 24  # characters before a date in which "Published" or "Updated" stands
_FULL = re.compile(r"\d{4}-\d\d-\d\d")
_NO_YEAR = re.compile(r"\d\d-\d\d")
_WORD = re.compile(r"[^\W\d_]+")
_OTHER_TEXT = re.compile(
    r"\b(?:photo|picture|image|file|archive|related|read more|credit|copyright|getty|first aired|recorded|taken)\b|©"
    r"|\(c\)\s|^\W*\S+ \d{1,2}: ",
    re.I,
)
_PUBLISHED_TAIL = re.compile(
    r"^\W*(?:(?:first|originally|this article was)\s+){0,2}(?:published|posted|issued)\b", re.I
)
_IN_PRINT = re.compile(r"\b(?:appear(?:s|ed)|published) in (?:the )?print\b", re.I)
_ADDRESS_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([/-]?)([01]\d|[a-z]{3}|\d(?=\2[0-3]?\d(?:\D|$)))\2([0-3]?\d)(?=\D|$)"
)
_ADDRESS_MONTH = re.compile(r"/((?:19|20)\d\d)[/-]([01]?\d|[a-z]{3})(?=/)")
_NO_STAMPS = (
    "caption",
    "related",
    "after the article",
    "comment",
    "front matter",
    "navigation",
)  # in reasons of boilerplate
_SURE_STAMPS = ("byline", "date stamp", "release", "label", "desk note")  # reasons of lines that may say more
_PRECISE = 10  # characters of an ISO date to the day
RANK_PUBLISHED, RANK_STAMP, RANK_TAIL, RANK_DATELINE, RANK_PAGE, RANK_UPDATED, RANK_PRINT, RANK_OPEN = range(8, 0, -1)


@dataclass(frozen=True, slots=True)
class Stated:
    """A date that a text states, and where."""

    value: str
    """ISO 8601; "03-12" where the year is missing."""
    note: str
    rank: int
    """The higher, the surer that it is the publication."""
    readings: tuple[str, ...] = ()
    """The days that a slashed date can mean; `value` is then its year."""


def find_stated(text: str, layout: Layout, metadata: Metadata) -> Stated | None:
    """The surest statement of a publication date with a year."""
    if metadata.published:
        return Stated(metadata.published, "The front matter states the date.", RANK_PUBLISHED)
    address = _from_address(metadata.url)
    found = [s for s in (*_from_lines(text, layout), *_from_dateline(layout)) if s.value[:4].isdigit()]
    if address:
        found.append(address)
    return max(found, key=lambda s: (min(len(s.value), _PRECISE), s.rank), default=None)


def find_day_without_year(text: str, layout: Layout) -> Stated | None:
    """A day and month that the dateline or a stamp states without a year."""
    found = [*_from_dateline(layout), *_from_lines(text, layout)]
    return next((s for s in found if _NO_YEAR.fullmatch(s.value)), None)


def _from_dateline(layout: Layout) -> Iterator[Stated]:
    for printed in read_printed_dates(layout.dateline) if layout.dateline else ():
        if not printed.readings:
            yield Stated(printed.value, f"The dateline says “{layout.dateline}”.", RANK_DATELINE)


def _from_lines(text: str, layout: Layout) -> Iterator[Stated]:
    body_start = layout.body[0].start if layout.body else len(text)
    lines = [(span, reason, read_printed_dates(span.text(text))) for span, reason in _lines(text, layout)]
    is_list = sum(bool(dates) and _is_item(span.text(text), dates) for span, _, dates in lines) >= MIN_LISTED
    for i, (span, reason, dates) in enumerate(lines):
        line = span.text(text)
        if not dates or _OTHER_TEXT.search(line) or (is_list and _is_item(line, dates)):
            continue
        is_top = span.end <= body_start or (reason == _BODY and i < TOP_LINES)
        if _IN_PRINT.search(line):
            yield Stated(dates[-1].value, f"It says “{_squeeze(line)}”, which is the day of the paper.", RANK_PRINT)
        elif (is_top and _is_stamp(line, dates, reason)) or _PUBLISHED_TAIL.match(line):
            before_head = any(span.end <= h.span.start for h in layout.head)
            yield from _read_stamp(line, dates, base=_base_rank(is_top=is_top, before_head=before_head))


_BODY, _HEAD = "body", "head"
_TITLES = (_HEAD, "masthead", "section name")
_ENDS_BEFORE_DATE = re.compile(r"[^\W\d](?:,|\s[-–—|])\s+$")  # "Statement of the company, 5 March 2031"


def _base_rank(*, is_top: bool, before_head: bool) -> int:
    if not is_top:
        return RANK_TAIL
    return RANK_PAGE if before_head else RANK_STAMP


def _lines(text: str, layout: Layout) -> Iterator[tuple[Span, str]]:
    """Short lines that can be stamps, in order, with what each was taken for."""
    parts = [(b.span, b.reason) for b in layout.boilerplate if not any(r in b.reason for r in _NO_STAMPS)]
    parts += [(h.span, _HEAD) for h in layout.head]
    parts += [(Span(b.start, min(b.end, b.start + TOP_LINES * MAX_STAMP)), _BODY) for b in layout.body[:1]]
    for part, reason in sorted(parts, key=lambda p: p[0].start):
        start = part.start
        for line in part.text(text).split("\n")[: TOP_LINES if reason == _BODY else MAX_LINES]:
            if line.strip() and len(line) <= MAX_STAMP:
                yield Span(start, start + len(line)), reason
            start += len(line) + 1


def _is_item(line: str, dates: Sequence[PrintedDate]) -> bool:
    """Whether a line is a date and the title of something: one is a stamp, several are a list of other texts."""
    rest = spread_glued(line)[dates[-1].end :]
    words = [w for w in _WORD.findall(rest) if len(w) > 1]
    return len(words) >= MIN_TITLE_WORDS and not is_date_stamp(line)


def _is_stamp(line: str, dates: Sequence[PrintedDate], reason: str) -> bool:
    if is_date_stamp(line) or (reason in _TITLES and _ENDS_BEFORE_DATE.search(spread_glued(line)[: dates[-1].start])):
        return True
    dated = sum(len(spread_glued(line)[d.start : d.end].split()) for d in dates)
    is_sure = any(r in reason for r in _SURE_STAMPS)
    return is_sure and len(line.split()) - dated <= MAX_OTHER_WORDS


def _read_stamp(line: str, dates: Sequence[PrintedDate], *, base: int) -> Iterator[Stated]:
    spread, quoted = spread_glued(line), _squeeze(line)
    for printed in dates:
        words = _WORD.findall(spread[max(0, printed.start - WORD_REACH) : printed.start])
        role = next((w for w in reversed(words) if is_publishing(w) or is_updating(w)), "")
        rank = base
        if printed.readings:
            day_first, month_first = printed.readings
            note = f"“{quoted}” can be read as {day_first} or {month_first}."
            yield Stated(printed.value, note, RANK_OPEN, printed.readings)
            continue
        if is_updating(role):
            rank = RANK_UPDATED
        elif role and base > RANK_TAIL:
            rank = RANK_PUBLISHED
        note = f"A line of the page says “{quoted}”"
        yield Stated(printed.value, f"{note}, a later change." if rank == RANK_UPDATED else f"{note}.", rank)


def _squeeze(line: str) -> str:
    return " ".join(line.split())


def _from_address(url: str | None) -> Stated | None:
    path = url.split("?")[0].split("#")[0].lower() if url else ""
    for match in _ADDRESS_DAY.finditer(path):
        year, _, month, day = match.groups()
        number = _month_number(month)
        try:
            value = date(int(year), number, int(day)).isoformat()
        except ValueError:
            continue
        return Stated(value, f"Its address holds the date “{match[0]}”.", RANK_STAMP)
    months = _ADDRESS_MONTH.search(path)
    if months and 1 <= (number := _month_number(months[2])) <= len(_MONTHS):
        value = f"{months[1]}-{number:02d}"
        return Stated(value, f"Its address holds the month “{months[0].strip('/')}”.", RANK_STAMP)
    return None


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _month_number(month: str) -> int:
    """1 to 12 for figures or the first letters of an English month; 0 for other letters."""
    if month.isdigit():
        return int(month)
    return _MONTHS.index(month) + 1 if month in _MONTHS else 0
