"""Reads a date that hangs on publication or the calendar's names: "on Wednesday", "last month", "since Christmas"."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from annotator.facts import almanac
from annotator.facts.almanac import WEEKDAYS, Anchor, guess_year, write_date
from annotator.facts.calendar_dates import Point, Reading, is_year, month_at
from annotator.facts.numerals import read_numeral
from annotator.facts.tokens import Tokens
from annotator.text import load_table

UNITS_OF_TIME = {
    "day": "day", "week": "week", "weekend": "weekend", "month": "month", "quarter": "quarter", "year": "year",
    "decade": "decade", "century": "century", "days": "day", "weeks": "week", "months": "month", "years": "year",
    "decades": "decade", "centuries": "century",
}  # fmt: skip
DAYPARTS = frozenset({"morning", "afternoon", "evening", "night"})
AGO_SLACK_DAYS = {"week": 3}  # "two weeks ago" is good to a few days; months and years carry their own precision

SHORT_WEEKDAYS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
_NEAR = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_WHICH = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}
_PARTS = {
    "early": "early", "mid": "mid", "late": "late", "earlier": "", "later": "", "beginning": "early", "start": "early",
    "middle": "mid", "end": "late",
}  # fmt: skip
_CAREFUL_SEASONS = frozenset({"spring", "fall"})  # also verbs and nouns: need a determiner or a year
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_HOLIDAY_LEADS = frozenset({
    "on", "since", "by", "before", "after", "until", "till", "at", "around", "from", "last", "next", "this", "of",
})  # fmt: skip
_MAX_HOLIDAY_WORDS = 5  # tokens: "St . Patrick 's Day"


def read_near(reading: Reading, i: int) -> Point | None:
    """ "today", "tomorrow", "last night"."""
    low = reading.tokens.low
    if low[i] in _NEAR:
        if i and reading.tokens.raw[i][0].isupper() and reading.tokens.raw[i - 1][0].isupper():
            return None
        return Point(almanac.shift("day", _NEAR[low[i]], reading.anchor), i + 1)
    if low[i] == "last" and low[i + 1] == "night":
        return Point(almanac.shift("day", -1, reading.anchor), i + 2)
    if low[i] == "this" and low[i + 1] in DAYPARTS:
        return Point(almanac.shift("day", 0, reading.anchor), i + 1)
    return None


def read_weekday(reading: Reading, i: int, *, which: str = "") -> Point | None:
    """A weekday named at token `i`."""
    tokens = reading.tokens
    number = weekday_at(tokens, i)
    if number is None:
        return None
    value = almanac.find_weekday(number, reading.anchor, which=which, is_future=reading.is_future)
    dotted = tokens.low[i] in SHORT_WEEKDAYS and tokens.low[i + 1] == "."
    return Point(value, i + (2 if dotted else 1))


def weekday_at(tokens: Tokens, i: int) -> int | None:
    """The weekday (0 = Monday) that token `i` names; short forms count with a dot or before a comma."""
    low, raw = tokens.low[i], tokens.raw[i]
    if low in WEEKDAYS and raw[0].isupper():
        return WEEKDAYS.index(low)
    if low in SHORT_WEEKDAYS and raw[0].isupper() and tokens.low[i + 1] in (".", ",") and _leads_to_date(tokens, i + 2):
        return SHORT_WEEKDAYS[low]
    return None


def read_which(reading: Reading, i: int) -> Point | None:
    """ "last month", "this week", "next Wednesday", "last December", "next summer", "last Christmas".

    "The last month" is the length of a month and no date, "the next week" a week after something else.
    """
    tokens = reading.tokens
    count = _WHICH.get(tokens.low[i])
    if count is None:
        return None
    at = i + 1
    unit = UNITS_OF_TIME.get(tokens.low[at])
    if unit and tokens.low[at] == unit and unit != "day":
        if tokens.low[i - 1] == "the":
            return None
        return Point(almanac.shift(unit, count, reading.anchor), at + 1)
    which = {-1: "last", 0: "this", 1: "next"}[count]
    if weekday_at(tokens, at) is not None:
        return read_weekday(reading, at, which=which)
    month = month_at(tokens, at)
    if month is not None:
        return Point(_which_part(reading.anchor, month, month, count), at + 1)
    season = seasons().get(tokens.low[at])
    if season and not _is_year_behind(tokens, at + 1):
        return Point(_which_part(reading.anchor, season[0], season[1], count), at + 1)
    holiday = read_holiday(reading, at)
    if holiday and count and reading.anchor:
        month, day = int(holiday.value[-5:-3]), int(holiday.value[-2:])
        return Point(_which_day(reading.anchor, month, day, count), holiday.after)
    return None


def read_ago(reading: Reading, i: int) -> Point | None:
    """ "two weeks ago", "a year ago", "three days earlier this week" is none; the amount starts at token `i`."""
    tokens = reading.tokens
    if tokens.low[i] in ("a", "an") and tokens.low[i + 1] in UNITS_OF_TIME:
        count, at = 1.0, i + 1
    else:
        numeral = read_numeral(tokens, i)
        if numeral is None or numeral.is_vague or numeral.low != int(numeral.low):
            return None
        count, at = numeral.low, numeral.after
    unit = UNITS_OF_TIME.get(tokens.low[at])
    if unit is None or tokens.low[at + 1] != "ago" or count > 10_000:
        return None
    if unit == "week" and reading.anchor and reading.anchor.known_day:
        day = reading.anchor.known_day - timedelta(weeks=int(count))
        return Point(almanac.around(day, AGO_SLACK_DAYS["week"]), at + 2)
    return Point(almanac.shift(unit, -int(count), reading.anchor), at + 2)


def read_season(reading: Reading, i: int) -> Point | None:
    """ "spring 2024", "in the summer of 2014", "the winter"."""
    tokens = reading.tokens
    season = seasons().get(tokens.low[i])
    if season is None:
        return None
    at = i + 1 + (tokens.low[i + 1] in ("of", ","))
    if _is_year_behind(tokens, at):
        return Point(_season_of(int(tokens.raw[at]), season[0], season[1]), at + 1)
    led = tokens.low[i - 1] in ("in", "since", "until", "by") or (
        tokens.low[i - 1] == "the" and tokens.low[i - 2] in ("in", "during", "since", "until", "by", "over", "of")
    )
    if not led or (tokens.low[i] in _CAREFUL_SEASONS and tokens.raw[i + 1][:1].isalpha() and tokens.low[i + 1] == "of"):
        return None
    year = guess_year(season[0], None, reading.anchor, is_future=reading.is_future)
    if year is None:
        return Point(f"{season[0]:02d}/{season[1]:02d}", i + 1) if season[0] < season[1] else None
    return Point(_season_of(year, season[0], season[1]), i + 1)


def read_holiday(reading: Reading, i: int) -> Point | None:
    """A named day of the year, with its year where one follows."""
    tokens = reading.tokens
    if tokens.low[i] not in holiday_starts() or not (tokens.raw[i][0].isupper() or tokens.low[i] == "the"):
        return None
    for words in range(_MAX_HOLIDAY_WORDS, 0, -1):
        fixed = holidays().get(_join(tokens, i, i + words))
        if fixed is None or not _is_holiday_use(tokens, i, i + words):
            continue
        (month, day), after = fixed, i + words
        at = after + (tokens.low[after] in ("of", ","))
        if _is_year_behind(tokens, at):
            return Point(write_date(int(tokens.raw[at]), month, day), at + 1)
        year = guess_year(month, day, reading.anchor, is_future=reading.is_future)
        return Point(write_date(year, month, day), after)
    return None


def read_quarter(reading: Reading, i: int) -> Point | None:
    """ "Q3 2019", "the first quarter of 2007", "the second half of 2014" with the ordinal at token `i`."""
    tokens = reading.tokens
    number, at = _QUARTERS.get(tokens.low[i]), i + 1
    if tokens.low[i] in ("q", "h"):
        if tokens.raw[at] not in ("1", "2", "3", "4") or not tokens.is_glued(i):
            return None
        number, kind, at = int(tokens.raw[at]), "quarter" if tokens.low[i] == "q" else "half", at + 1
        at += tokens.low[at] in ("of", ",")
    else:
        at += tokens.low[at] == "-"
        kind = tokens.low[at]
        if number is None or kind not in ("quarter", "half") or tokens.low[at + 1] != "of":
            return None
        at += 2
        at += tokens.low[at] == "fiscal"
    if not _is_year_behind(tokens, at) or (kind == "half" and number > 2 and tokens.low[i] not in ("last", "final")):
        return None
    length = 3 if kind == "quarter" else 6
    if kind == "half":
        number = min(number or 1, 2)
    last = (number or 1) * length
    year = tokens.raw[at]
    return Point(f"{year}-{last - length + 1:02d}/{year}-{last:02d}", at + 1)


def read_century(reading: Reading, i: int) -> Point | None:
    """ "the 19th century", "the twentieth century" is left alone but for figures."""
    tokens = reading.tokens
    raw = tokens.raw[i]
    if not (raw.isdecimal() and raw.isascii() and len(raw) <= 2 and tokens.low[i + 1] in ("st", "nd", "rd", "th")):
        return None
    at = i + 2 + (tokens.low[i + 2] == "-")
    number = int(raw)
    if tokens.low[at] != "century" or not 1 <= number <= 22:
        return None
    return Point(f"{(number - 1) * 100 + 1:04d}/{number * 100:04d}", at + 1)


def part_at(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """The part of a longer time ("early", "end of"; empty for "earlier") at token `i` and the token after it."""
    part = _PARTS.get(tokens.low[i])
    if part is None:
        return None
    if tokens.low[i] in ("beginning", "start", "middle", "end"):
        if tokens.low[i + 1] != "of":
            return None
        return part, i + 2 + (tokens.low[i + 2] == "the" and tokens.low[i + 3] in UNITS_OF_TIME)
    return part, i + 1 + (tokens.low[i + 1] == "-") + (tokens.low[i + 1] == "in")


def _leads_to_date(tokens: Tokens, i: int) -> bool:
    return month_at(tokens, i) is not None or tokens.raw[i][:1].isdigit()


def _is_year_behind(tokens: Tokens, i: int) -> bool:
    return is_year(tokens.raw[i])


def _season_of(year: int, first: int, last: int) -> str:
    return f"{write_date(year, first)}/{write_date(year + (last < first), last)}"


def _which_part(anchor: Anchor | None, first: int, last: int, count: int) -> str:
    """The months first..last in the last, this or next year they come round."""
    if anchor is None or anchor.month is None:
        return write_date(None, first) if first == last else f"{first:02d}/{last:02d}"
    year = anchor.year
    if count < 0 and first >= anchor.month:
        year -= 1
    elif count > 0 and first <= anchor.month:
        year += 1
    return write_date(year, first) if first == last else _season_of(year, first, last)


def _which_day(anchor: Anchor, month: int, day: int, count: int) -> str:
    today = anchor.rough_day
    year = today.year
    if count < 0 and date(year, month, day) >= today:
        year -= 1
    elif count > 0 and date(year, month, day) <= today:
        year += 1
    return write_date(year, month, day)


def _is_holiday_use(tokens: Tokens, first: int, after: int) -> bool:
    """Whether the name dates something: behind a preposition or determiner of time, not "the Christmas tree"."""
    lead = tokens.low[first - 1]
    if lead == "the":
        return False
    behind = tokens.raw[after][:1]
    return lead in _HOLIDAY_LEADS and not behind.isupper()


def _join(tokens: Tokens, first: int, after: int) -> str:
    return " ".join(tokens.low[first:after]).replace(" 's", "'s").replace(" . ", ". ")


@cache
def holidays() -> dict[str, tuple[int, int]]:
    """Month and day of each day that has a name, in lower case."""
    table: dict[str, str] = load_table("annotator.facts", "data/calendar.toml")["holidays"]
    return {name: (int(day[:2]), int(day[3:])) for name, day in table.items()}


@cache
def holiday_starts() -> frozenset[str]:
    """The first words of their names."""
    return frozenset(name.replace("'", " ").split()[0].rstrip(".") for name in holidays())


@cache
def seasons() -> dict[str, tuple[int, int]]:
    """First and last month of each season."""
    table: dict[str, list[int]] = load_table("annotator.facts", "data/calendar.toml")["seasons"]
    return {name: (first, last) for name, (first, last) in table.items()}
