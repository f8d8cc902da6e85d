"""Which days does a stamp line or a dateline print: in figures or words, any usual order, in several languages.

Only for lines that are not prose; dates within sentences are found in `facts`. A slashed date that can be read day
first or month first is settled by an American time zone or by another date of the line, else only its year is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise

from annotator.text import load_table, strip_accents

MAX_PRINTED = 400  # characters of a line that are read; longer lines are prose
MAX_DAY_FIRST = 12  # a number above it is no month
WEEKDAY_REACH = 16  # characters before a date in which its weekday stands
PIVOT_YEAR = 69  # two figures above it lie in the last century (POSIX)
MASK = "\x00"
"""What stands for a date or time in `mask_dates`."""

_WORD = r"[^\W\d_]{3,12}"
_YEAR = r"(?P<y{n}>(?:19|20)\d\d)(?!\d)"
_DAY_FIRST = (
    rf"(?<![\d/.:])(?P<d1>[0-3]?\d)(?:st|nd|rd|th|er|[ºª.])?(?:\s+(?:of|de|di)\s+|[-\s]\s?)(?P<m1>{_WORD})\b\.?"
    rf"(?:(?:,\s*|\s+(?:del?\s+)?|-|\.)?{_YEAR.format(n=1)})?"
)
_MONTH_FIRST = (
    rf"\b(?P<m2>{_WORD})\.?\s*(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?(?![\d:/])(?:(?:,\s*|\.?\s+){_YEAR.format(n=2)})?"
)
_MONTH_ONLY = rf"(?<!\d\s)(?<!\d\.\s)\b(?P<m3>{_WORD})\.?,?\s+(?:de\s+)?{_YEAR.format(n=3)}"
_YEAR_FIRST = (
    r"(?<![\d-])(?P<y4>(?:19|20)\d\d)(?P<s4>[-/.])(?P<m4>[01]?\d)(?P=s4)(?P<d4>[0-3]?\d)(?![\d-])(?:T(?=\d\d:))?"
)
_FIGURES = r"(?<![\d/.-])(?P<a>\d{1,2})(?P<s>[/.-])(?P<b>\d{1,2})(?P=s)(?P<y5>(?:19|20)?\d\d)(?![\d/-])"
_SIGNS = r"(?P<y6>(?:19|20)\d\d)\s?[年년]\s?(?P<m6>\d{1,2})\s?[月월]\s?(?P<d6>\d{1,2})\s?[日일]"
_DATE = re.compile("|".join((_YEAR_FIRST, _SIGNS, _FIGURES, _DAY_FIRST, _MONTH_FIRST, _MONTH_ONLY)))
_ZONE = (
    r"(?:Z\b|[+-]\d\d:?\d\d\b|\(?(?:GMT|UTC|[ECMP][SD]?T|BST|CES?T|EES?T|WES?T|MSK|IST|JST|HKT|SGT|AE[SD]T|NZ[SD]T|SAST|WAT|EAT"
    r"|local\s+time|eastern)\b(?:\s?[+-]\d{1,2}(?::\d\d)?)?\)?)"
)
_TIME = re.compile(
    rf"(?<![\d/.:])(?:(?P<h>[0-2]?\d)(?:[:.]|\s?[hH]\s?)(?P<min>[0-5]\d)(?!\d)(?::[0-5]\d(?:\.\d{{1,6}})?)?\s*(?P<ap>[ap]\.?m\b\.?)?"
    rf"|(?P<h2>1?\d)\s*(?P<ap2>[ap]\.?m\b\.?)|(?P<h3>[0-2]\d)(?P<min3>[0-5]\d)(?=\s?(?:hrs\b|{_ZONE})))"
    rf"(?:\s?hrs\b)?(?:\s*{_ZONE})?(?:\s*\([^()]{{3,14}}\))?",
    re.I,
)
_AMERICAN = re.compile(r"(?<=[\dmM. ])[ECMP][SD]?T\b")
_NOT_AMERICAN = re.compile(r"\b(?:GMT|UTC|BST|CES?T|EES?T|MSK|IST|SAST)\b")
_WEEKDAY_BEFORE = re.compile(r"([^\W\d_]{3,12})[.,]?\s+$")
_AFTER_DATE = re.compile(r"[\s,;|/·•–—-]{0,6}(?:(?:at|um|kl\.?|à|a\s+las|às|alle(?:\s+ore)?|om|в|о)\s+)?", re.I)
_BEFORE_DATE = re.compile(r"[\s,;|·•–—-]{0,4}(?:(?:on|le|am)\s+)?", re.I)
_GLUED = re.compile(
    r"(?<=[^\W\d_])(?=[A-Z][a-z]{2,8}\.? [0-3]?\d\b)|(?<=\D(?:19|20)\d\d)(?=[0-2]?\d:[0-5]\d)"
    r"|(?<=[a-z\d)])(?=(?:Updated|Published|Posted|Modified|First|Last)\b)|(?<=\d[APap][Mm])(?=[A-Z])"
)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as a line prints it."""

    value: str
    """ISO 8601 to the day, month or year, "03-12" without a year; with the time that stands beside it."""
    start: int
    """In code points of the line as `spread_glued` gives it."""
    end: int
    readings: tuple[str, ...] = ()
    """Day first and month first, where the order is open."""


def spread_glued(line: str) -> str:
    """A line with blanks where a web page lost them: "ADA BROOKMarch 5, 20313:14 PMUpdated" ."""
    return _GLUED.sub(" ", line) if any(c.isdigit() for c in line) else line


def read_printed_dates(line: str) -> tuple[PrintedDate, ...]:
    """The dates of a line that is no prose, in order; places are those of `spread_glued(line)`."""
    line = spread_glued(line[:MAX_PRINTED])
    dates = list(_dates(line))
    if any(d.readings for d in dates):
        month_first = _order(line, dates)
        if month_first is not None:
            dates = [replace(d, value=d.readings[month_first], readings=()) if d.readings else d for d in dates]
    return tuple(_add_times(line, dates))


def mask_dates(line: str) -> str:
    """The line with `MASK` in place of each date and time of day."""
    line = spread_glued(line[:MAX_PRINTED]) + line[MAX_PRINTED:]
    pieces, at = [], 0
    for d in _dates(line[:MAX_PRINTED]):
        pieces.append(line[at : d.start])
        at = d.end
    joined = f" {MASK} ".join((*pieces, line[at:]))
    return _TIME.sub(f" {MASK} ", joined) if any(c.isdigit() for c in joined) else joined


def is_publishing(word: str) -> bool:
    """Whether a word of a stamp says that what follows is the publication."""
    return strip_accents(word).casefold() in _words("published")


def is_updating(word: str) -> bool:
    """Whether a word of a stamp says that what follows is a later change."""
    return strip_accents(word).casefold() in _words("updated")


def is_small(word: str) -> bool:
    """Whether a word stands before dates and times in a stamp ("le", "um", "op")."""
    return strip_accents(word).casefold() in _words("small")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_table("annotator.segment", "data/printed_dates.toml")["words"][name])


@cache
def _months() -> dict[str, int]:
    table = load_table("annotator.segment", "data/printed_dates.toml")["months"]
    return {name: int(number) for number, names in table.items() for name in names}


def _month(word: str) -> int | None:
    return _months().get(strip_accents(word).casefold())


def _dates(line: str) -> Iterator[PrintedDate]:
    at = last = 0
    while match := _DATE.search(line, at):
        made = _make(match)
        if made is None:
            at = max(match.start() + 1, _word_end(line, match.start()))
            continue
        start = made.start
        before = _WEEKDAY_BEFORE.search(line, max(last, start - WEEKDAY_REACH), start)
        if before and strip_accents(before[1]).casefold() in _words("weekdays"):
            start = before.start()
        yield replace(made, start=start)
        at = last = made.end


def _word_end(line: str, start: int) -> int:
    """Where the letters or figures end that stand here."""
    end = start
    while end < len(line) and line[end].isalnum():
        end += 1
    return end


def _make(match: re.Match[str]) -> PrintedDate | None:
    start, end = match.span()
    if match["a"]:
        readings = _read_figures(match)
        if not readings:
            return None
        is_open = len(set(readings)) > 1
        value = readings[0][:4] if is_open else readings[0]
        return PrintedDate(value, start, end, readings if is_open else ())
    for day, month, year in (("d1", "m1", "y1"), ("d2", "m2", "y2"), ("d4", "m4", "y4"), ("d6", "m6", "y6")):
        if match[day]:
            number = int(match[month]) if match[month].isdigit() else _month(match[month])
            made = _day(match[year], number, int(match[day]))
            return PrintedDate(made, start, end) if made else None
    number = _month(match["m3"])
    return PrintedDate(f"{match['y3']}-{number:02d}", start, end) if number else None


def _day(year: str | None, month: int | None, day: int) -> str | None:
    """ISO 8601; None for a day that no calendar has."""
    try:
        made = date(int(year or 2000), month or 0, day)
    except ValueError:
        return None
    return made.isoformat() if year else f"{made:%m-%d}"


def _read_figures(match: re.Match[str]) -> tuple[str, ...]:
    """Day first and month first: both the same where only one can be; dots stand day first."""
    a, b, figures = int(match["a"]), int(match["b"]), match["y5"]
    if len(figures) == 2:
        figures = f"{19 if int(figures) >= PIVOT_YEAR else 20}{figures}"
    day_first, month_first = _day(figures, b, a), _day(figures, a, b)
    if match["s"] == "." or month_first is None:
        month_first = day_first
    day_first = day_first or month_first
    return (day_first, month_first) if day_first and month_first else ()


def _order(line: str, dates: list[PrintedDate]) -> bool | None:
    """Whether the open dates of a line are month first; None if nothing tells."""
    for first, second in pairwise(_FIGURE_PAIR.findall(line)):
        for a, b in (first, second):
            if int(a) > MAX_DAY_FIRST >= int(b):
                return False
            if int(b) > MAX_DAY_FIRST >= int(a):
                return True
    if all(d.readings == d.readings[::-1] for d in dates if d.readings):
        return None
    is_american, is_other = bool(_AMERICAN.search(line)), bool(_NOT_AMERICAN.search(line))
    return is_american if is_american != is_other else None


_FIGURE_PAIR = re.compile(r"(?<![\d/-])(\d{1,2})[/-](\d{1,2})[/-](?:19|20)?\d\d(?![\d/-])")


def _add_times(line: str, dates: list[PrintedDate]) -> Iterator[PrintedDate]:
    """The dates with the time right behind or before each; each time counts once."""
    times = list(_TIME.finditer(line)) if dates else []
    used: set[int] = set()
    for d in dates:
        beside = next((t for t in times if t.start() not in used and _stands_beside(line, d, t)), None)
        clock = _clock(beside) if beside else None
        if beside and clock and len(d.value) == len("2031-03-05"):
            used.add(beside.start())
            d = replace(d, value=f"{d.value}T{clock}")
        yield d


def _stands_beside(line: str, d: PrintedDate, time: re.Match[str]) -> bool:
    if time.start() >= d.end:
        return bool(_AFTER_DATE.fullmatch(line[d.end : time.start()]))
    return time.end() <= d.start and bool(_BEFORE_DATE.fullmatch(line[time.end() : d.start]))


def _clock(time: re.Match[str]) -> str | None:
    hour, minute = int(time["h"] or time["h2"] or time["h3"]), int(time["min"] or time["min3"] or 0)
    half = (time["ap"] or time["ap2"] or "").casefold()[:1]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 else None
