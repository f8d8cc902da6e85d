"""Says which interval of values a fact leaves open, in a unit that other facts of its kind share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import inf, isfinite

from annotator.facts.almanac import WEEKDAYS, days_of, days_without_year
from annotator.facts.leads import JUST_BELOW
from annotator.facts.measures import BASIS_POINT, FAHRENHEIT, PERCENTAGE_POINT, measures
from annotator.facts.numerals import FEW, VAGUE
from annotator.facts.shares import TALLY
from annotator.model import Comparator, Fact, FactKind

ABOUT = 0.10  # "about N" leaves open a tenth of N on either side
CACHED_FACTS = 65_536  # whose interval is kept: each is compared with many
ABOUT_DAYS = 3  # and this many days around a date, or half its length if that is more
ABOUT_MINUTES = ((30, 30.0), (15, 15.0), (1, 10.0))  # and these around a time of day that the first number divides
DAYS = {"Y": 365.25, "W": 7.0, "D": 1.0, "H": 1 / 24, "S": 1 / 86_400}
MONTH_DAYS, MINUTE_DAYS = 365.25 / 12, 1 / 1440

_VAGUE_WORD = re.compile(rf"\b(?:{'|'.join((*VAGUE, *FEW))})\b", re.IGNORECASE)
_FIRST_WORD = re.compile(r"\w+")
_DURATION = re.compile(
    r"P(?=.)(?:[\d.]+Y)?(?:[\d.]+M)?(?:[\d.]+W)?(?:[\d.]+D)?(?:T(?:[\d.]+H)?(?:[\d.]+M)?(?:[\d.]+S)?)?"
)
_DURATION_PART = re.compile(r"(\d+(?:\.\d+)?)([YMWDHS])")
_TIME = re.compile(r"T(\d\d):(\d\d)")


@dataclass(frozen=True, slots=True)
class Interval:
    """The values [low, high] that agree with a fact; infinite where it sets no bound."""

    dimension: str
    """Facts compare only within one: "count", "money USD", "length", "day", "duration", ..."""
    low: float
    high: float
    is_soft: bool = False
    """The bounds are a convention ("about", "dozens"), not stated."""
    grain: float = 0.0
    """How coarsely an exact value is given: 1000 for 43,000; 0 where that means nothing."""


@lru_cache(CACHED_FACTS)
def interval_of(fact: Fact) -> Interval | None:
    """The interval of a number, money, percent, date or duration; None for values that are no magnitudes."""
    if fact.kind is FactKind.DATE:
        return _date_interval(fact)
    if fact.kind is FactKind.DURATION:
        return _duration_interval(fact)
    if isinstance(fact.value, str) or fact.unit == TALLY:
        return None
    dimension, factor, offset = _scale(fact)
    low, high = fact.value if isinstance(fact.value, tuple) else (fact.value, fact.value)
    if not (isfinite(low) and isfinite(high)):
        return None
    made = _bounded(fact, low, high, floor=0.0 if min(low, high) >= 0 else -inf)
    return Interval(
        dimension,
        made[0] * factor + offset,
        made[1] * factor + offset,
        _is_soft(fact),
        grain_of(high) * factor if low == high else 0.0,
    )


def grain_of(value: float) -> float:
    """The step in which a number is given, at least two of its digits taken as meant: 1000 for 43000, 0.1 for 13.4."""
    if value == int(value) and abs(value) < 1e18:
        digits = str(abs(int(value)))
        return float(10 ** min(len(digits) - len(digits.rstrip("0")), max(len(digits) - 2, 0)))
    decimals = f"{value:.6f}".rstrip("0").partition(".")[2]
    return float(10 ** -len(decimals)) if decimals else 1.0


def duration_days(value: str) -> float | None:
    """The length of an ISO 8601 duration in days (a month is a twelfth of a year)."""
    if not _DURATION.fullmatch(value):
        return None
    days, clock = value.removeprefix("P").partition("T")[::2]
    total = sum(float(n) * (MONTH_DAYS if unit == "M" else DAYS[unit]) for n, unit in _DURATION_PART.findall(days))
    return total + sum(float(n) * (MINUTE_DAYS if u == "M" else DAYS[u]) for n, u in _DURATION_PART.findall(clock))


def _scale(fact: Fact) -> tuple[str, float, float]:
    """Dimension, and factor and offset into its base unit."""
    if fact.kind is FactKind.MONEY:
        return f"money {fact.unit}", 1.0, 0.0
    if fact.kind is FactKind.PERCENT:
        if fact.unit in (PERCENTAGE_POINT, BASIS_POINT):
            return PERCENTAGE_POINT, 0.01 if fact.unit == BASIS_POINT else 1.0, 0.0
        return "percent", 1.0, 0.0
    if fact.kind is FactKind.ORDINAL:
        return "ordinal", 1.0, 0.0
    if fact.unit == FAHRENHEIT:
        return "temperature", 5 / 9, -160 / 9
    if fact.unit and fact.unit.startswith("degree"):
        return "temperature" if fact.unit != "degree" else "degree", 1.0, 0.0
    measure = measures().get(fact.unit or "")
    if measure:
        return measure.dimension, measure.factor, 0.0
    return fact.unit or "count", 1.0, 0.0


def _bounded(fact: Fact, low: float, high: float, *, floor: float) -> tuple[float, float]:
    match fact.comparator:
        case Comparator.ABOUT:
            below = ABOUT * abs(low)
            return low - below, high if _is_just_below(fact) else high + ABOUT * abs(high)
        case Comparator.MORE | Comparator.AT_LEAST:
            return low, inf
        case Comparator.LESS | Comparator.AT_MOST:
            return floor, high
        case _:
            return low, high


def _is_just_below(fact: Fact) -> bool:
    first = _FIRST_WORD.match(fact.text)
    return first is not None and first[0].lower() in JUST_BELOW


def _is_soft(fact: Fact) -> bool:
    return fact.comparator is Comparator.ABOUT or bool(_VAGUE_WORD.search(fact.text))


def _duration_interval(fact: Fact) -> Interval | None:
    first, _, last = str(fact.value).partition("/")
    low, high = duration_days(first), duration_days(last or first)
    if low is None or high is None:
        return None
    bounds = _bounded(fact, low, high, floor=0.0)
    unit = first[-1]
    size = (MINUTE_DAYS if "T" in first else MONTH_DAYS) if unit == "M" else DAYS[unit]
    is_vague = bool(last) and not any(c.isdigit() for c in fact.text) and high > 2 * low
    return Interval("duration", *bounds, is_soft=_is_soft(fact) or is_vague, grain=0.0 if last else size)


def _date_interval(fact: Fact) -> Interval | None:
    value = str(fact.value)
    if value.startswith("T"):
        return _time_interval(fact, value)
    if value in WEEKDAYS:
        number = float(WEEKDAYS.index(value))
        return Interval("weekday", number, number)
    days = days_of(value)
    dimension = "day"
    if days is None:
        days, dimension = days_without_year(value), "day of the year"
    if days is None:
        return None
    low, high = _date_bounds(fact, *days)
    return Interval(dimension, low, high, fact.comparator is Comparator.ABOUT)


def _date_bounds(fact: Fact, first: int, last: int) -> tuple[float, float]:
    match fact.comparator:
        case Comparator.ABOUT:
            slack = max(ABOUT_DAYS, (last - first) / 2)
            return first - slack, last + slack
        case Comparator.AT_LEAST:
            return first, inf
        case Comparator.MORE:
            return last, inf
        case Comparator.AT_MOST:
            return -inf, last
        case Comparator.LESS:
            return -inf, first
        case _:
            return first, last


def _time_interval(fact: Fact, value: str) -> Interval | None:
    first, _, last = value.partition("/")
    minutes = [int(m[1]) * 60 + int(m[2]) for m in map(_TIME.fullmatch, (first, last or first)) if m]
    if len(minutes) != 2:
        return None
    low, high = _bounded(fact, float(minutes[0]), float(minutes[1]), floor=-inf)
    if fact.comparator is Comparator.ABOUT:
        slack = next(size for step, size in ABOUT_MINUTES if minutes[0] % step == 0)
        low, high = minutes[0] - slack, minutes[1] + slack
    return Interval("time of day", low, high, fact.comparator is Comparator.ABOUT)


def weekday_of(interval: Interval) -> float | None:
    """The weekday (0 = Monday) of an interval that is one day."""
    if interval.dimension != "day" or interval.low != interval.high:
        return None
    return float(date.fromordinal(int(interval.low)).weekday())
