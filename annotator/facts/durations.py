"""Reads units of time behind a number and writes durations as ISO 8601: "P2D", "PT4H40M", a range as "P18M/P24M"."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.facts.numerals import read_numeral
from annotator.facts.tokens import Tokens

DESIGNATORS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "fortnight": "W", "month": "M", "year": "Y",
    "decade": "Y", "century": "Y",
}  # fmt: skip
_FACTORS = {"fortnight": 2, "decade": 10, "century": 100}
_CLOCK = frozenset({"second", "minute", "hour"})
_WORDS = {
    **{unit: unit for unit in DESIGNATORS},
    **{f"{unit}s": unit for unit in DESIGNATORS},
    "centuries": "century", "sec": "second", "secs": "second", "min": "minute", "mins": "minute", "hr": "hour",
    "hrs": "hour", "yr": "year", "yrs": "year", "mo": "month", "night": "day", "nights": "day",
}  # fmt: skip
JOINED = {
    "yearlong": "P1Y", "monthlong": "P1M", "weeklong": "P1W", "daylong": "P1D", "hourlong": "PT1H",
    "decadelong": "P10Y", "yearslong": "P2Y/P9Y", "monthslong": "P2M/P9M", "weekslong": "P2W/P9W",
    "dayslong": "P2D/P9D", "hourslong": "PT2H/PT9H", "decadeslong": "P20Y/P90Y",
}  # fmt: skip
VAGUE_LOW, VAGUE_HIGH = 2, 9  # "weeks" are at least two, and of ten one would say so


@dataclass(frozen=True, slots=True)
class TimeUnit:
    """A unit of time and the token after it."""

    unit: str
    after: int


def read_time_unit(tokens: Tokens, i: int) -> TimeUnit | None:
    """The unit at token `i`, right behind a number or a hyphen behind it; "year-old" is an age, not a duration."""
    if tokens.low[i] == "-" and tokens.is_glued(i - 1):
        i += 1
    unit = _WORDS.get(tokens.low[i])
    if unit is None:
        return None
    return TimeUnit(unit, i + 1)


def write_duration(amount: float, unit: str) -> str:
    """The duration of so many units."""
    amount *= _FACTORS.get(unit, 1)
    figure = f"{amount:g}" if amount < 1e6 else f"{amount:.0f}"
    return f"P{'T' if unit in _CLOCK else ''}{figure}{DESIGNATORS[unit]}"


def read_rest(tokens: Tokens, i: int, *, unit: str) -> tuple[float, str, int] | None:
    """The smaller amount of "four hours and 40 minutes" at token `i`: number, unit and the token after them."""
    at = i + 1 if tokens.low[i] in ("and", ",") else i
    numeral = read_numeral(tokens, at)
    if numeral is None or numeral.is_vague or numeral.low != numeral.high:
        return None
    smaller = read_time_unit(tokens, numeral.after)
    if smaller is None or _ORDER.index(smaller.unit) >= _ORDER.index(unit):
        return None
    return numeral.low, smaller.unit, smaller.after


def add_durations(first: str, second: str) -> str:
    """Two durations of different units as one: "PT4H" and "PT40M" give "PT4H40M"."""
    if "T" in first and "T" in second:
        return first + second.removeprefix("PT")
    if "W" in first:
        return write_duration(float(first[1:-1]) * 7, "day") if second == first else first
    return first + second.removeprefix("P")


_ORDER = ("second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "century")
