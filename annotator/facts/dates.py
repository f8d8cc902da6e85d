"""Finds dates and times of day in a sentence and resolves them against publication.

Values are ISO 8601 (see `almanac`), times are "T06:40". A comparator tells a bound ("since" >=, "after" >, "by" <=,
"before" <) or an approximation ("about"); `scope` tells the part of a day ("evening"). Nothing is guessed where
publication is unknown: such values stay relative ("day-1", "month+1", "wednesday") or without a year ("12-06").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

from annotator.facts import almanac
from annotator.facts.almanac import WEEKDAYS, Anchor
from annotator.facts.calendar_dates import (
    MONTHS,
    ORDINAL_DAYS,
    Point,
    Reading,
    is_year,
    read_day_first,
    read_month_first,
    read_numeric,
    read_year,
)
from annotator.facts.daytimes import read_daytime
from annotator.facts.found import Found, make_facts
from annotator.facts.numerals import TENS, UNITS
from annotator.facts.relative_dates import (
    DAYPARTS,
    SHORT_WEEKDAYS,
    holiday_starts,
    part_at,
    read_ago,
    read_century,
    read_holiday,
    read_near,
    read_quarter,
    read_season,
    read_weekday,
    read_which,
    seasons,
    weekday_at,
)
from annotator.facts.tokens import Tokens, tokenize
from annotator.model import Comparator, Fact, FactKind, Span

_LEADS = {
    "since": Comparator.AT_LEAST, "from": Comparator.AT_LEAST, "starting": Comparator.AT_LEAST,
    "after": Comparator.MORE, "before": Comparator.LESS, "until": Comparator.AT_MOST, "till": Comparator.AT_MOST,
    "by": Comparator.AT_MOST, "through": Comparator.AT_MOST, "around": Comparator.ABOUT, "about": Comparator.ABOUT,
    "circa": Comparator.ABOUT, "approximately": Comparator.ABOUT, "roughly": Comparator.ABOUT,
}  # fmt: skip
_JOINS = frozenset({"to", "-", "until", "through", "till", "and"})
_MOVES = frozenset({
    "moved", "postponed", "delayed", "pushed", "shifted", "changed", "rescheduled", "brought", "extended",
    "advanced",
})  # fmt: skip


Reader = Callable[[Reading, int], Point | None]


def find_dates(text: str, span: Span, *, published: str | None = None) -> tuple[Fact, ...]:
    """Dates and times of day of one sentence, in order of the text, each a `Fact` of kind date inside `span`.

    `published` is an ISO 8601 date of any precision; without it what hangs on it stays relative (see the module).
    """
    tokens = tokenize(text, span)
    return make_facts(tokens, match_dates(tokens, almanac.read_anchor(published)))


def match_dates(tokens: Tokens, anchor: Anchor | None) -> list[Found]:
    """The same in tokens, for finders that must keep off dates."""
    found: list[Found] = []
    openers = _word_readers()
    i = 0
    while i < tokens.count:
        if tokens.low[i] not in openers and not tokens.raw[i][0].isdigit():
            i += 1
            continue
        readers = _readers(tokens, i)
        point = _read(tokens, anchor, i, readers) if readers else None
        if point is None:
            i += 1
            continue
        found.append(Found(FactKind.DATE if point.value else None, i, point.after, point.value))
        i = point.after
    return [_add_bound(tokens, f) for f in _join_all(tokens, found)] if found else found


def _readers(tokens: Tokens, i: int) -> tuple[Reader, ...]:
    """What can start with token `i`."""
    low = tokens.low[i]
    if tokens.raw[i][0].isdigit():
        if i and tokens.is_glued(i - 1) and tokens.raw[i - 1][-1].isalnum():
            return ()
        return _FIGURE_READERS
    return _word_readers().get(low, ())


def _read(tokens: Tokens, anchor: Anchor | None, i: int, readers: tuple[Reader, ...]) -> Point | None:
    reading = Reading(tokens, anchor, i)
    for reader in readers:
        point = reader(reading, i)
        if point:
            return point
    return None


def _read_part(reading: Reading, i: int) -> Point | None:
    """ "early December", "the end of 2019", "later this year"."""
    tokens = reading.tokens
    part = part_at(tokens, i)
    if part is None or part[1] >= tokens.count:
        return None
    name, at = part
    unit = almanac.shift(tokens.low[at], 0, reading.anchor) if tokens.low[at] in _NEAR_UNITS else None
    if unit and tokens.low[at - 1] == "the":
        whole: Point | None = Point(unit, at + 1)
    else:
        whole = next((p for p in (r(reading, at) for r in _readers(tokens, at)) if p), None)
    if whole is None or not whole.value or whole.value[0] == "T":
        return None
    return Point(almanac.part_of(whole.value, name) if name else whole.value, whole.after)


def _read_slashed(reading: Reading, i: int) -> Point | None:
    """ "9/11", "24/7": names, neither dates nor numbers; as a point without value."""
    tokens = reading.tokens
    after = i
    while tokens.low[after + 1] == "/" and tokens.is_glued(after) and tokens.raw[after + 2][:1].isdigit():
        after += 2
    is_fraction = after == i + 2 and tokens.raw[i] in ("1", "2", "3") and tokens.raw[after] in ("2", "3", "4")
    return Point("", after + 1) if after > i and not is_fraction else None


def _read_time(reading: Reading, i: int) -> Point | None:
    made = read_daytime(reading.tokens, i)
    return Point(*made) if made else None


def _read_numeric(reading: Reading, i: int) -> Point | None:
    return read_numeric(reading.tokens, i)


def _read_century(reading: Reading, i: int) -> Point | None:
    return read_century(reading, i)


def _read_year(reading: Reading, i: int) -> Point | None:
    return read_year(reading.tokens, i)


def _read_fiscal(reading: Reading, i: int) -> Point | None:
    """ "fiscal 2005", "fiscal year 2005"."""
    at = i + 1 + (reading.tokens.low[i + 1] == "year")
    return read_year(reading.tokens, at)


_FIGURE_READERS: tuple[Reader, ...] = (
    _read_numeric,
    read_day_first,
    read_ago,
    read_quarter,
    _read_century,
    _read_year,
    _read_time,
    _read_slashed,
)
_NEAR_UNITS = frozenset({"week", "month", "year", "decade", "century", "quarter"})


@cache
def _word_readers() -> dict[str, tuple[Reader, ...]]:
    """By the word they start with, readers in order of trial."""
    numbers = (*UNITS, *TENS, "a", "an", "half", "quarter")
    groups: tuple[tuple[Iterable[str], tuple[Reader, ...]], ...] = (
        (holiday_starts(), (read_holiday,)),
        (MONTHS, (read_month_first,)),
        ((*WEEKDAYS, *SHORT_WEEKDAYS), (read_weekday,)),
        (seasons(), (read_season,)),
        (("today", "tonight", "yesterday", "tomorrow"), (read_near,)),
        (("last", "past", "previous", "this", "next", "coming"), (read_near, read_which)),
        (("q", "h", *ORDINAL_DAYS, "last", "final"), (read_quarter,)),
        (ORDINAL_DAYS, (read_day_first,)),
        (("early", "earlier", "mid", "late", "later", "beginning", "start", "middle", "end"), (_read_part,)),
        (("fiscal", "fy"), (_read_fiscal,)),
        (numbers, (read_ago, _read_time)),
        (("noon", "midday", "midnight"), (_read_time,)),
    )
    made: dict[str, tuple[Reader, ...]] = {}
    for words, readers in groups:
        for word in words:
            made[word] = made.get(word, ()) + readers
    return made


def _join_all(tokens: Tokens, found: list[Found]) -> list[Found]:
    """Joins a weekday with the date behind it, the ends of a range, and a day with its part."""
    made: list[Found] = []
    for f in found:
        last = made[-1] if made else None
        if last and last.kind and f.kind and (joined := _join_weekday(tokens, last, f) or _join_ends(tokens, last, f)):
            made[-1] = joined
        else:
            made.append(f)
    return [_add_daypart(tokens, f) for f in made]


def _join_weekday(tokens: Tokens, day: Found, exact: Found) -> Found | None:
    gap = tokens.low[day.after : exact.first]
    is_pair = weekday_at(tokens, day.first) is not None and str(exact.value)[:1].isdigit() and "/" not in str(day.value)
    if not is_pair or gap not in ([], [","], ["("]) or weekday_at(tokens, exact.first) is not None:
        return None
    return replace(exact, first=day.first)


def _join_ends(tokens: Tokens, first: Found, last: Found) -> Found | None:
    """ "from 6 to 8 December", "2010-2014", "Monday to Friday", "between March and May 2020"."""
    low = tokens.low
    start, end = str(first.value), str(last.value)
    if last.first - first.after != 1 or low[first.after] not in _JOINS or (start[0] == "T") != (end[0] == "T"):
        return None
    if low[first.after] == "and" and low[first.first - 1] != "between":
        return None
    if low[first.first - 1] == "from" and _MOVES.intersection(low[max(first.first - 4, 0) : first.first]):
        return None
    start, end = start.partition("/")[0], end.rpartition("/")[2]
    if low[last.after - 1] == end[:4] and not is_year(low[first.after - 1]) and len(end) > len("2023"):
        start = _same_year(start, int(end[:4]), end)
    elif not is_year(low[first.after - 1]) and almanac.days_of(start) and not almanac.days_of(f"{start}/{end}"):
        start = _same_year(start, int(end[:4]), end) if almanac.days_of(end) and len(end) > len("2023") else start
    days = almanac.days_of(f"{start}/{end}") or almanac.days_without_year(f"{start}/{end}")
    if days is None and weekday_at(tokens, first.first) is not None and weekday_at(tokens, last.first) is not None:
        start, end = low[first.first], low[last.first]
    elif days is None and start[0].isdigit() and end[0].isdigit():
        return None
    return replace(first, after=last.after, value=f"{start}/{end}")


def _same_year(start: str, year: int, end: str) -> str:
    """The start of a range in the year that its end names, or the year before if it would lie behind the end."""
    month_and_day = start[5:] if start[4:5] == "-" else start
    same = f"{year:04d}-{month_and_day}"
    return same if almanac.days_of(f"{same}/{end}") else f"{year - 1:04d}-{month_and_day}"


def _add_daypart(tokens: Tokens, found: Found) -> Found:
    part = tokens.low[found.after]
    if part not in DAYPARTS or not found.kind or str(found.value)[0] == "T":
        return found
    return replace(found, after=found.after + 1, scope=part)


def _add_bound(tokens: Tokens, found: Found) -> Found:
    lead = tokens.low[found.first - 1]
    lead = tokens.low[found.first - 2] if lead == "the" else lead
    comparator = _LEADS.get(lead)
    if comparator is None or not found.kind or ("/" in str(found.value) and comparator is not Comparator.ABOUT):
        return found
    return replace(found, comparator=comparator)
