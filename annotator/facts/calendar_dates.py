"""Reads a date that names its month or year: "Dec. 6-7, 2023", "6th of March", "06.12.2023", "the 1990s"."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.facts.almanac import Anchor, guess_year, is_date, write_date
from annotator.facts.daytimes import read_daytime
from annotator.facts.numerals import MAGNITUDES
from annotator.facts.tense import looks_ahead
from annotator.facts.tokens import Tokens

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
EARLIEST_YEAR, LATEST_YEAR = 1500, 2100  # four figures outside these are an amount
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
ORDINAL_DAYS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
_PLAIN_MONTHS = frozenset(
    {"january", "february", "april", "june", "july", "august", "september", "october", "november", "december"}
)  # the others are also words or names: they need a day, a year or a preposition
_ONLY_MONTHS = frozenset(MONTHS) - {"may", "march", "mar", "august", "jan", "dec"}
_MONTH_LEADS = frozenset({
    "in", "on", "of", "since", "until", "till", "by", "from", "last", "this", "next", "early", "late", "mid",
    "during", "before", "after", "for", "through", "to", "and", "between", "every", "-",
})  # fmt: skip
_YEAR_LEADS = frozenset({
    "in", "since", "by", "of", "from", "until", "till", "during", "before", "after", "the", "fiscal", "year", "and",
    "to", "-", "early", "late", "mid", "(", "through", "for", "around", "circa", "about", "between", "a", "'s",
    "its", "his", "her", "their", "our", "my", "late-",
})  # fmt: skip
_WEAK_YEAR_LEADS = frozenset({"and", "to", "for", "a", "about", "around", "circa", "between"})
_WEAK_MONTH_LEADS = frozenset({"and", "to", "for", "of", "before", "after", "through", "between", "-", "by", "from"})
_AMOUNT_LEADS = frozenset({
    "than", "least", "most", "some", "nearly", "almost", "over", "roughly", "approximately", "up", "exactly",
    "only",
})  # fmt: skip
_AMOUNT_FOLLOWS = frozenset({"%", "percent", "per", "pct", *MAGNITUDES, "dollars", "euros", "pounds", "m", "km", "kg"})
_SIGNS = frozenset({"$", "€", "£", "#"})
_JOINS_DAYS = frozenset({"-", "to", "and", "through", "until"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What a date is read against."""

    tokens: Tokens
    anchor: Anchor | None
    at: int
    """The token at which the date starts."""

    @property
    def is_future(self) -> bool | None:
        """Whether the sentence speaks of what is to come; None where it does not tell."""
        return False if self.tokens.low[self.at - 1] == "since" else looks_ahead(self.tokens, self.at)


@dataclass(frozen=True, slots=True)
class Point:
    """A date or interval, and the token after it."""

    value: str
    after: int


def read_month_first(reading: Reading, i: int) -> Point | None:
    """ "December", "Dec. 6", "December 6-7, 2023", "March of 2014" with the month at token `i`."""
    tokens = reading.tokens
    month = month_at(tokens, i)
    if month is None:
        return None
    at = _skip_dot(tokens, i + 1)
    day, after = read_day(tokens, at)
    if day is None:
        return _month_alone(reading, i, at, month)
    last_day = day
    if tokens.low[after] in _JOINS_DAYS:
        until, past = read_day(tokens, after + 1)
        if until and until > day and _reads_as_day(tokens, past):
            last_day, after = until, past
    year, after = _read_year_behind(tokens, after)
    return _write_range(reading, (month, day), (month, last_day), year, after)


def read_day_first(reading: Reading, i: int) -> Point | None:
    """ "6 December 2023", "6th of March", "6-7 December" with the day at token `i`."""
    tokens = reading.tokens
    day, after = read_day(tokens, i)
    if day is None:
        return None
    last_day = None
    if tokens.low[after] in _JOINS_DAYS:
        last_day, past = read_day(tokens, after + 1)
        after = past if last_day else after
    at = after + 1 if tokens.low[after] == "of" else after
    month = month_at(tokens, at)
    if month is None:
        return None
    after = _skip_dot(tokens, at + 1)
    year, after = _read_year_behind(tokens, after)
    return _write_range(reading, (month, day), (month, last_day or day), year, after)


def read_numeric(tokens: Tokens, i: int) -> Point | None:
    """ISO 8601 and dotted or slashed dates; of a slashed one that could be read both ways only the year is kept."""
    raw = tokens.raw
    if raw[i].count(".") == 2:
        day, month, year = (int(p) if len(p) <= 4 else 0 for p in raw[i].split("."))
        return _numeric_point(year, month, day, i + 1)
    sign = raw[i + 1]
    if sign not in ("-", "/") or raw[i + 3] != sign or not all(tokens.is_glued(i + k) for k in range(4)):
        return None
    parts = [raw[i], raw[i + 2], raw[i + 4]]
    if not all(p.isdecimal() and p.isascii() and len(p) in (1, 2, 4) for p in parts):
        return None
    if len(parts[0]) == 4:
        point = _numeric_point(int(parts[0]), int(parts[1]), int(parts[2]), i + 5)
        return _with_clock(tokens, point) if point else None
    if len(parts[2]) == 1:
        return None
    first, second, year = (int(p) for p in parts)
    year += 2000 if len(parts[2]) == 2 and year < 70 else 1900 if len(parts[2]) == 2 else 0
    if first == second or second > 12:
        return _numeric_point(year, first, second, i + 5)
    if first > 12:
        return _numeric_point(year, second, first, i + 5)
    return Point(write_date(year), i + 5) if is_year(str(year)) else None


def read_year(tokens: Tokens, i: int) -> Point | None:
    """A bare year, span of years, "1990s" or "fiscal 2005" with its figures at token `i`."""
    raw = tokens.raw[i]
    if not is_year(raw):
        return None
    year = int(raw)
    if tokens.low[i + 1] == "s" and tokens.is_glued(i):
        return Point(f"{year}/{year + (99 if year % 100 == 0 and year < 2000 else 9)}", i + 2)
    if not _stands_as_year(tokens, i):
        return None
    if tokens.low[i + 1] == "-" and tokens.is_glued(i) and tokens.is_glued(i + 1):
        last = tokens.raw[i + 2]
        if is_year(last) and int(last) > year:
            return Point(f"{year}/{last}", i + 3)
        if len(last) == 2 and last.isdecimal() and last.isascii() and int(last) > year % 100:
            return Point(f"{year}/{raw[:2]}{last}", i + 3)
    return Point(raw, i + 1)


def month_at(tokens: Tokens, i: int) -> int | None:
    """The number of the month that token `i` names; in lower case only where it can be no other word."""
    month = MONTHS.get(tokens.low[i])
    if month is None or (tokens.raw[i][0].islower() and tokens.low[i] not in _ONLY_MONTHS):
        return None
    return month


def read_day(tokens: Tokens, i: int) -> tuple[int | None, int]:
    """A day of the month in figures or as an ordinal, and the token after it; (None, i) for anything else."""
    raw = tokens.raw[i]
    if tokens.low[i] in ORDINAL_DAYS and tokens.low[i + 1] == "of":
        return ORDINAL_DAYS[tokens.low[i]], i + 1
    if not (0 < len(raw) <= 2 and raw.isdecimal() and raw.isascii() and 1 <= int(raw) <= 31):
        return None, i
    if tokens.low[i + 1] in ORDINAL_ENDINGS and tokens.is_glued(i):
        return int(raw), i + 2
    return int(raw), i + 1


def is_year(raw: str) -> bool:
    """Whether the figures can be a year of the common era that news would name."""
    return len(raw) == 4 and raw.isdecimal() and raw.isascii() and EARLIEST_YEAR <= int(raw) < LATEST_YEAR


def _skip_dot(tokens: Tokens, i: int) -> int:
    dotted = tokens.low[i] == "." and len(tokens.raw[i - 1]) <= 4
    return i + 1 if dotted and tokens.raw[i + 1][:1].isdigit() else i


def _reads_as_day(tokens: Tokens, after: int) -> bool:
    """Whether what follows does not make the figures before it an amount ("December 6 and 7 people")."""
    low = tokens.low[after]
    return not low.isalpha() or low in ("in", "at", "to", "and", "for", "as", "when", "after", "before", "with")


def _month_alone(reading: Reading, i: int, at: int, month: int) -> Point | None:
    tokens = reading.tokens
    if tokens.raw[i][0].islower():
        return None
    lead = tokens.low[i - 1]
    behind = at + 1 if tokens.low[at] in ("of", ",") else at
    if is_year(tokens.raw[behind]) and not (tokens.low[at] == "," and tokens.low[i - 1] not in _MONTH_LEADS):
        return Point(write_date(int(tokens.raw[behind]), month), behind + 1)
    if tokens.low[at] == "'" and tokens.is_glued(at) and len(tokens.raw[at + 1]) == 2 and tokens.raw[at + 1].isdigit():
        return Point(write_date(2000 + int(tokens.raw[at + 1]), month), at + 2)
    is_named = lead not in _MONTH_LEADS or lead in _WEAK_MONTH_LEADS
    if is_named and tokens.raw[i + 1][:1].isupper():
        return None
    if lead not in _MONTH_LEADS and tokens.low[i] not in _PLAIN_MONTHS:
        return None
    year = guess_year(month, None, reading.anchor, is_future=reading.is_future)
    return Point(write_date(year, month), i + 1)


def _read_year_behind(tokens: Tokens, i: int) -> tuple[int | None, int]:
    at = i + 1 if tokens.low[i] in (",", "of", "in") else i
    if is_year(tokens.raw[at]):
        return int(tokens.raw[at]), at + 1
    return None, i


def _write_range(
    reading: Reading, first: tuple[int, int], last: tuple[int, int], year: int | None, after: int
) -> Point | None:
    if year is None:
        year = guess_year(*first, reading.anchor, is_future=reading.is_future)
    if first > last or not (is_date(year, *first) and is_date(year, *last)):
        return None
    start, end = write_date(year, *first), write_date(year, *last)
    return Point(start if start == end else f"{start}/{end}", after)


def _numeric_point(year: int, month: int, day: int, after: int) -> Point | None:
    if not is_year(str(year)) or not is_date(year, month, day):
        return None
    return Point(write_date(year, month, day), after)


def _with_clock(tokens: Tokens, point: Point) -> Point:
    """The date with the clock time of an ISO 8601 stamp in its span ("2024-03-12T15:10:00")."""
    if tokens.low[point.after] != "t" or not tokens.is_glued(point.after - 1):
        return point
    time = read_daytime(tokens, point.after + 1)
    return Point(point.value, time[1]) if time else point


def _stands_as_year(tokens: Tokens, i: int) -> bool:
    """Whether four figures without separators are a year here and not an amount."""
    before, behind = tokens.low[i - 1], tokens.low[i + 1]
    is_numbered = before == "no" or (before == "." and tokens.low[i - 2] == "no")
    if is_numbered or before in _AMOUNT_LEADS or before in _SIGNS:
        return False
    if behind in _AMOUNT_FOLLOWS or (
        behind in ("-", "/", ":") and tokens.raw[i + 2][:1].isdigit() and not _is_span(tokens, i)
    ):
        return False
    if before in _YEAR_LEADS:
        return not (before in _WEAK_YEAR_LEADS and behind.isalpha() and behind.endswith("s"))
    return not behind.isalpha() or not behind.endswith("s") or tokens.raw[i + 1][0].isupper()


def _is_span(tokens: Tokens, i: int) -> bool:
    last = tokens.raw[i + 2]
    return tokens.low[i + 1] == "-" and (is_year(last) or (len(last) == 2 and last.isdecimal()))
