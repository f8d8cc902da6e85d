"""Brings a printed date of publication into ISO 8601, without converting zones and without guessing."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_CLOCK = (
    r"(?:[T ,]*(?:at )?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>Z\b|UTC\b|GMT\b|[+-]\d{2}:?\d{2}|[+-]\d{2}\b)?)?"
)
_SHAPES = tuple(
    re.compile(shape, re.I)
    for shape in (
        rf"(?P<year>\d{{4}})-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}}){_CLOCK}",
        rf"(?P<year>\d{{4}})[/.](?P<month>\d{{1,2}})[/.](?P<day>\d{{1,2}}){_CLOCK}",
        r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})"
        r"(?:T?(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?(?P<half>)(?P<zone>Z|[+-]\d{2}:?\d{2})?)?\b",
        rf"(?:[A-Za-z]{{3,9}}\.?,?\s+)?{_DAY}(?:\s+of)?[ -]+{_MONTH},?[ -]+{_YEAR}{_CLOCK}",
        rf"(?:[A-Za-z]{{3,9}}\.?,?\s+)?{_MONTH}\s+{_DAY},?\s+{_YEAR}{_CLOCK}",
        rf"(?P<first>\d{{1,2}})[/.-](?P<second_part>\d{{1,2}})[/.-](?P<year>\d{{4}}|\d{{2}})\b{_CLOCK}",
        r"(?P<year>\d{4})-(?P<month>\d{1,2})\Z",
        rf"{_MONTH},?\s+{_YEAR}",
        r"(?P<year>(?:19|20)\d{2})\Z",
    )
)
_EPOCH = re.compile(r"(?P<seconds>\d{10})(?:\d{3})?\Z")
_CENTURY = 2000  # of years that are printed with two digits


def normalise_date(printed: str) -> str | None:
    """A date or date-time in ISO 8601, shortened to what is stated; None if it cannot be read.

    A day and month that could be either ("3/4/2024") leave only the year.
    """
    text = " ".join(printed.split())
    if epoch := _EPOCH.match(text):
        return datetime.fromtimestamp(int(epoch["seconds"]), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    for shape in _SHAPES:
        if (match := shape.match(text)) and (made := _to_iso(match.groupdict())):
            return made
    return None


def _to_iso(parts: dict[str, str | None]) -> str | None:
    year = int(parts["year"] or 0)
    if len(parts["year"] or "") == 2:
        year += _CENTURY
    if parts.get("first"):
        return _from_slashes(year, int(parts["first"] or 0), int(parts["second_part"] or 0), parts)
    month = _month(parts.get("month"))
    if month is None:
        return None if parts.get("month") else f"{year:04d}"
    if not parts.get("day"):
        return f"{year:04d}-{month:02d}"
    return _full(year, month, int(parts["day"] or 0), parts)


def _from_slashes(year: int, first: int, second: int, parts: dict[str, str | None]) -> str | None:
    if first > 12 or first == second:
        return _full(year, second, first, parts)
    if second > 12:
        return _full(year, first, second, parts)
    return f"{year:04d}"


def _month(printed: str | None) -> int | None:
    if printed is None:
        return None
    if printed.isdigit():
        return int(printed) if 1 <= int(printed) <= 12 else None
    short = printed[:3].casefold()
    return _MONTHS.index(short) + 1 if short in _MONTHS else None


def _full(year: int, month: int, day: int, parts: dict[str, str | None]) -> str | None:
    try:
        made = date(year, month, day).isoformat()
    except ValueError:
        return None
    return made + _clock(parts)


def _clock(parts: dict[str, str | None]) -> str:
    if not parts.get("hour"):
        return ""
    hour, minute = int(parts["hour"] or 0), int(parts["minute"] or 0)
    if half := parts.get("half"):
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    if hour > 23 or minute > 59:
        return ""
    seconds = f":{parts['second']}" if parts.get("second") else ""
    zone = (parts.get("zone") or "").upper()
    if zone in ("UTC", "GMT"):
        zone = "Z"
    elif len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    elif len(zone) == 3:
        zone += ":00"
    return f"T{hour:02d}:{minute:02d}{seconds}{zone}"
