"""Reckons with calendar dates as ISO 8601 strings of any precision: what a relative date means, which days it covers.

Dates are "2023", "2023-12", "2023-12-06", or an interval of two of them joined by "/". A date whose year is unknown is
"12-06" or "12"; one that hangs on an unknown day of publication is "UNIT+N" ("day-1" for yesterday) or a weekday.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
PAST_SLACK_DAYS = 45  # a date without year or future word may lie this far after publication before it means last year
FUTURE_SLACK_DAYS = 10  # a date with a future word may lie this far before publication before it means next year

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d:])")
_NO_YEAR = re.compile(r"(\d\d)(?:-(\d\d))?")
_LEAP_YEAR = 2024  # stands in for an unknown year, so that 29 February exists


@dataclass(frozen=True, slots=True)
class Anchor:
    """When the text was published, as precisely as known."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def known_day(self) -> date | None:
        """The day, where it is known."""
        return date(self.year, self.month, self.day) if self.month and self.day else None

    @property
    def rough_day(self) -> date:
        """A day that stands for the anchor where a rough one will do."""
        return self.known_day or date(self.year, self.month or 7, 15)


def read_anchor(published: str | None) -> Anchor | None:
    """The anchor that a published date gives; an interval counts by its first date."""
    m = _ISO.match(published or "")
    if not m:
        return None
    year, month, day = (int(g) if g else None for g in m.groups())
    if year is None or not is_date(year, month, day):
        return None
    return Anchor(year, month, day)


def is_date(year: int | None, month: int | None = None, day: int | None = None) -> bool:
    """Whether there is such a date; an unknown year is taken to be a leap year."""
    if year is not None and not MINYEAR < year < MAXYEAR:
        return False
    if month is None:
        return day is None
    if not 1 <= month <= 12:
        return False
    return day is None or 1 <= day <= monthrange(year or _LEAP_YEAR, month)[1]


def write_date(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """The date as a string at its precision, without the year where it is unknown."""
    parts = [f"{year:04d}"] if year is not None else []
    parts += [f"{part:02d}" for part in (month, day) if part is not None]
    return "-".join(parts)


def days_of(value: str) -> tuple[int, int] | None:
    """First and last day (proleptic ordinals) that an ISO date or interval covers; None if it is not one."""
    first, _, last = value.partition("/")
    start, end = _bounds(first), _bounds(last or first)
    return (start[0], end[1]) if start and end and start[0] <= end[1] else None


def days_without_year(value: str) -> tuple[int, int] | None:
    """First and last day of a date without year, counted in a leap year."""
    first, _, last = value.partition("/")
    if not _NO_YEAR.fullmatch(first) or (last and not _NO_YEAR.fullmatch(last)):
        return None
    return days_of("/".join(f"{_LEAP_YEAR}-{part}" for part in (first, last or first)))


def guess_year(month: int, day: int | None, anchor: Anchor | None, *, is_future: bool | None) -> int | None:
    """The year in which a date named without one falls, seen from publication; None when that is unknown.

    Without a hint of past or future it is the year that brings the date nearest to publication.
    """
    if anchor is None:
        return None
    if anchor.month is None:
        return anchor.year
    today = anchor.rough_day
    candidates = [y for y in (today.year + 1, today.year, today.year - 1) if is_date(y, month, day)]
    starts = {y: date(y, month, day or 1) for y in candidates}
    ends = {y: date(y, month, day or monthrange(y, month)[1]) for y in candidates}
    if is_future is None:
        return min(
            candidates, key=lambda y: min(abs((today - starts[y]).days), abs((today - ends[y]).days)), default=None
        )
    if is_future:
        ahead = [y for y in candidates if (today - ends[y]).days <= FUTURE_SLACK_DAYS]
        return min(ahead, default=None)
    behind = [y for y in candidates if (starts[y] - today).days <= PAST_SLACK_DAYS]
    return max(behind, default=None)


def find_weekday(weekday: int, anchor: Anchor | None, *, which: str, is_future: bool | None) -> str:
    """The date of a weekday (0 = Monday) seen from publication; `which` is "last", "next", "this" or empty.

    Without a day of publication it is the weekday's name.
    """
    today = anchor.known_day if anchor else None
    if today is None:
        return WEEKDAYS[weekday]
    back = (today.weekday() - weekday) % 7
    ahead = (weekday - today.weekday()) % 7
    match which:
        case "last":
            shift = -(back or 7)
        case "next":
            shift = ahead or 7
        case "this":
            shift = ahead
        case _:
            shift = ahead if is_future else -back
    return (today + timedelta(days=shift)).isoformat()


def shift(unit: str, count: int, anchor: Anchor | None) -> str:
    """The day, week, weekend, month, quarter, year, decade or century that lies `count` of them from publication."""
    unknown = f"{unit}{count:+d}"
    if anchor is None:
        return unknown
    match unit:
        case "year":
            return _checked(write_date(anchor.year + count), unknown)
        case "decade":
            first = (anchor.year // 10 + count) * 10
            return _checked(f"{first:04d}/{first + 9:04d}", unknown)
        case "century":
            first = ((anchor.year - 1) // 100 + count) * 100 + 1
            return _checked(f"{first:04d}/{first + 99:04d}", unknown)
        case "month" | "quarter":
            return _shift_months(unit, count, anchor) or unknown
        case _:
            return _shift_days(unit, count, anchor) or unknown


def part_of(value: str, part: str) -> str:
    """The early, mid or late third of a date or interval; the value itself if it is a day or unresolved."""
    dated = days_of(value)
    days = dated or days_without_year(value)
    if days is None or days[0] == days[1]:
        return value
    first, last = days
    third = (last - first + 1) // 3
    start, end = {
        "early": (first, first + third - 1),
        "mid": (first + third, last - third),
        "late": (last - third + 1, last),
    }[part]
    if start > end:
        return value
    made = f"{date.fromordinal(start).isoformat()}/{date.fromordinal(end).isoformat()}"
    return made if days_of(value) else made.replace(f"{_LEAP_YEAR}-", "")


def around(day: date, slack_days: int) -> str:
    """The interval of so many days on either side."""
    return "/".join((day + timedelta(days=d)).isoformat() for d in (-slack_days, slack_days))


def _bounds(value: str) -> tuple[int, int] | None:
    m = _ISO.fullmatch(value)
    if not m:
        return None
    year, month, day = (int(g) if g else None for g in m.groups())
    if year is None or not is_date(year, month, day):
        return None
    last_month = month or 12
    return (
        date(year, month or 1, day or 1).toordinal(),
        date(year, last_month, day or monthrange(year, last_month)[1]).toordinal(),
    )


def _checked(value: str, unknown: str) -> str:
    return value if days_of(value) else unknown


def _shift_months(unit: str, count: int, anchor: Anchor) -> str | None:
    if anchor.month is None:
        return None
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + count
        year, month = divmod(months, 12)
        return write_date(year, month + 1) if is_date(year, month + 1) else None
    quarters = anchor.year * 4 + (anchor.month - 1) // 3 + count
    year, quarter = divmod(quarters, 4)
    made = f"{write_date(year, quarter * 3 + 1)}/{write_date(year, quarter * 3 + 3)}"
    return made if days_of(made) else None


def _shift_days(unit: str, count: int, anchor: Anchor) -> str | None:
    today = anchor.known_day
    if today is None or abs(count) > 40_000:
        return None
    try:
        if unit == "day":
            return (today + timedelta(days=count)).isoformat()
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=count)
        first = monday + timedelta(days=5 if unit == "weekend" else 0)
        return f"{first.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    except OverflowError:
        return None
