"""When does a text say it was published: in its front matter, a stamp line, its dateline or its address?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from annotator.facts import find_dates
from annotator.model import Fact, Layout, Metadata, Span

MAX_STAMP = 240  # characters; longer lines are prose
MAX_OTHER_WORDS = 14  # beside the date in a stamp at the top: byline, role, section, reading time
MAX_BARE_WORDS = 5  # the same where the line was taken for body
TOP_LINES = 6  # of a text that are looked at even where they were taken for body
TAIL = 4_000  # characters at the end in which "Published ..." may stand
WORD_REACH = 24  # characters before a date in which "Published" or "Updated" stands
_FULL = re.compile(r"\d{4}-\d\d-\d\d$")
_TIME = re.compile(r"T\d\d:\d\d")
_BEFORE_TIME = re.compile(r"[\s,;|·•–—-]{0,6}(?:at\s)?")
_YEAR = re.compile(r"\d{4}$")
_PUBLISHED = re.compile(
    r"\b(?:published|posted|issued|released|publication date|dated?|published on)\b\W{0,4}(?:\w+\W{1,3}){0,2}$", re.I
)
_UPDATED = re.compile(
    r"\b(?:updated|modified|revised|corrected|last edited|accessed|retrieved)\b\W{0,4}(?:\w+\W{1,3}){0,3}$", re.I
)
_OTHER_TEXT = re.compile(
    r"\b(?:photo|picture|image|file|archive|related|read more|credit|copyright|getty|first aired)\b|©"
    r"|^\W*\S+ \d{1,2}: ",
    re.I,
)
_PUBLISHED_TAIL = re.compile(r"^\W*(?:first |originally |this article was )?(?:published|posted|issued)\b", re.I)
_ADDRESS_DAY = re.compile(r"[/-]((?:19|20)\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?=\D|$)")
_ADDRESS_MONTH = re.compile(r"/((?:19|20)\d\d)/([01]?\d)(?=/)")
_NO_STAMPS = (
    "caption",
    "related",
    "after the article",
    "comment",
    "front matter",
    "navigation",
)  # in reasons of boilerplate
_PRECISE = 10  # characters of an ISO date to the day
RANK_PUBLISHED, RANK_STAMP, RANK_TAIL, RANK_DATELINE, RANK_PAGE, RANK_UPDATED, RANK_YEAR = 7, 6, 5, 4, 3, 2, 1


@dataclass(frozen=True, slots=True)
class Stated:
    """A date that a text states, and where."""

    value: str
    """ISO 8601; "03-12" where the year is missing."""
    note: str
    rank: int
    """The higher, the surer that it is the publication."""


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
    return next((s for s in found if re.fullmatch(r"\d\d-\d\d", s.value)), None)


def _from_dateline(layout: Layout) -> Iterator[Stated]:
    if not layout.dateline:
        return
    span = Span(0, len(layout.dateline))
    for fact in find_dates(layout.dateline, span):
        value = str(fact.value)
        if _FULL.match(value) or re.fullmatch(r"\d\d-\d\d", value):
            yield Stated(value, f"The dateline says “{layout.dateline}”.", RANK_DATELINE)


def _from_lines(text: str, layout: Layout) -> Iterator[Stated]:
    body_start = layout.body[0].start if layout.body else len(text)
    for i, (span, is_body) in enumerate(_lines(text, layout)):
        line = span.text(text)
        is_top = span.end <= body_start or (is_body and i < TOP_LINES)
        if not is_top and not _PUBLISHED_TAIL.match(line):
            continue
        facts = find_dates(text, span)
        if facts and not _OTHER_TEXT.search(line) and _is_stamp(text, span, facts, is_body=is_body):
            before_head = any(span.end <= h.span.start for h in layout.head)
            yield from _read_stamp(text, span, facts, base=_base_rank(is_top=is_top, before_head=before_head))


def _base_rank(*, is_top: bool, before_head: bool) -> int:
    if not is_top:
        return RANK_TAIL
    return RANK_PAGE if before_head else RANK_STAMP


def _lines(text: str, layout: Layout) -> Iterator[tuple[Span, bool]]:
    """Short lines that can be stamps, in order, and whether they were taken for body."""
    parts = [(b.span, False) for b in layout.boilerplate if not any(r in b.reason for r in _NO_STAMPS)]
    parts += [(h.span, False) for h in layout.head]
    parts += [(Span(b.start, min(b.end, b.start + TOP_LINES * MAX_STAMP)), True) for b in layout.body[:1]]
    for part, is_body in sorted(parts, key=lambda p: p[0].start):
        start = part.start
        for line in part.text(text).split("\n")[: 60 if not is_body else TOP_LINES]:
            if line.strip() and len(line) <= MAX_STAMP:
                yield Span(start, start + len(line)), is_body
            start += len(line) + 1


def _is_stamp(text: str, line: Span, facts: tuple[Fact, ...], *, is_body: bool) -> bool:
    dated = sum(len(f.text.split()) for f in facts)
    others = len(line.text(text).split()) - dated
    return others <= (MAX_BARE_WORDS if is_body else MAX_OTHER_WORDS)


def _read_stamp(text: str, line: Span, facts: tuple[Fact, ...], *, base: int) -> Iterator[Stated]:
    for i, fact in enumerate(facts):
        value = str(fact.value)
        before = text[max(line.start, fact.span.start - WORD_REACH) : fact.span.start]
        quoted = " ".join(line.text(text).split())
        if _FULL.match(value) or re.fullmatch(r"\d\d-\d\d", value):
            rank = base
            if _UPDATED.search(before):
                rank = RANK_UPDATED
            elif _PUBLISHED.search(before):
                rank = RANK_PUBLISHED if base > RANK_TAIL else base
            yield Stated(
                _with_time(text, value, fact, facts[i + 1 : i + 2]), f"A line of the page says “{quoted}”.", rank
            )
        elif _YEAR.match(value) and "/" in fact.text:
            yield Stated(value, f"“{fact.text}” can be read day first or month first.", RANK_YEAR)


def _with_time(text: str, value: str, fact: Fact, following: tuple[Fact, ...]) -> str:
    """The date with the time of day that stands right behind it."""
    for other in following:
        time, between = str(other.value), text[fact.span.end : other.span.start]
        if len(value) == _PRECISE and _TIME.fullmatch(time) and _BEFORE_TIME.fullmatch(between):
            return value + time
    return value


def _from_address(url: str | None) -> Stated | None:
    if not url:
        return None
    path = url.split("?")[0].split("#")[0]
    for match in _ADDRESS_DAY.finditer(path):
        year, month, day = (int(g) for g in match.groups())
        try:
            value = date(year, month, day).isoformat()
        except ValueError:
            continue
        return Stated(value, f"Its address holds the date “{match[0].strip('/-')}”.", RANK_STAMP)
    months = _ADDRESS_MONTH.search(path)
    if months and 1 <= int(months[2]) <= 12:
        value = f"{months[1]}-{int(months[2]):02d}"
        return Stated(value, f"Its address holds the month “{months[0].strip('/')}”.", RANK_STAMP)
    return None
