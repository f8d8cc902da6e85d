"""Compares the values of two facts as intervals; whether they are about one thing is for `same_counted` to say."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import lru_cache
from math import isfinite

from annotator.facts.intervals import ABOUT, Interval, interval_of, weekday_of
from annotator.facts.shares import TALLY
from annotator.facts.status import phase_of
from annotator.facts.titles import plain_title
from annotator.model import Comparator, Fact, FactKind
from annotator.text import fold

SAME = 0.002  # relative; absorbs the dust of unit conversion (1 mile, 1,609 metres)
MAX_ROUNDING = 0.05  # relative; a rounded figure stands this near to the one that it rounds
MAX_DURATION_ROUNDING = 0.10  # relative; "five hours" for four hours and 40 minutes
NEAR = 0.05  # relative gap up to which two intervals, one of them soft, differ rather than contradict
CACHED_PAIRS = 16_384  # whose relation is kept: detectors ask about the same two again and again
_LEAP_YEAR = 2024


class Relation(StrEnum):
    """What two values are to each other."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    """Both can hold, neither is told by the other ("more than 200", "about 350")."""
    REFINES = "refines"
    """One is the other, more precisely (a day of the month, an unrounded figure)."""
    DIFFERS = "differs"
    """They do not fit, but one is vague or a mere bound."""
    CONTRADICTS = "contradicts"
    INCOMPARABLE = "incomparable"


@lru_cache(CACHED_PAIRS)
def compare_values(a: Fact, b: Fact) -> Relation:
    """The relation of two facts' values; symmetric."""
    if a.kind is not b.kind:
        return Relation.INCOMPARABLE
    left, right = interval_of(a), interval_of(b)
    if left is None or right is None:
        return _compare_words(a, b) if left is right else Relation.INCOMPARABLE
    if left.dimension != right.dimension:
        return _compare_calendars(left, right)
    if left.dimension in ("day", "day of the year", "weekday", "time of day"):
        return _compare_dates(a, b, left, right)
    return _compare_amounts(a, b, left, right)


def _compare_amounts(a: Fact, b: Fact, left: Interval, right: Interval) -> Relation:
    if _is_same(left.low, right.low) and _is_same(left.high, right.high):
        return Relation.AGREE
    if _is_bound(a) and _is_bound(b) and _side(a) == _side(b):
        near = _rounds(left, right) or _is_near(left, right)
        return Relation.REFINES if near else Relation.DIFFERS
    if _rounds(left, right):
        return Relation.REFINES
    if a.comparator is b.comparator is Comparator.ABOUT and not _meet(left, right):
        return Relation.DIFFERS if _gap(left, right) <= -ABOUT else Relation.CONTRADICTS
    if _overlap(left, right):
        if _is_bound(a) or _is_bound(b):
            return Relation.COMPATIBLE
        if a.comparator is b.comparator is Comparator.RANGE and not (left.is_soft or right.is_soft):
            return Relation.DIFFERS
        return Relation.REFINES if _contained(left, right) else Relation.COMPATIBLE
    soft = left.is_soft or right.is_soft or _is_bound(a) or _is_bound(b)
    return Relation.DIFFERS if soft and _gap(left, right) <= NEAR else Relation.CONTRADICTS


def _compare_dates(a: Fact, b: Fact, left: Interval, right: Interval) -> Relation:
    if left.low == right.low and left.high == right.high:
        parts = {a.scope, b.scope} - {None}
        return Relation.DIFFERS if len(parts) == 2 else Relation.AGREE
    if _is_bound(a) and _is_bound(b) and _side(a) == _side(b):
        return Relation.DIFFERS
    if _overlap(left, right):
        bounded = _is_bound(a) or _is_bound(b)
        return Relation.COMPATIBLE if bounded or not _contained(left, right) else Relation.REFINES
    gap = max(left.low, right.low) - min(left.high, right.high)
    soft = left.is_soft or right.is_soft
    return (
        Relation.DIFFERS if soft and gap <= max(left.high - left.low, right.high - right.low) else Relation.CONTRADICTS
    )


def _compare_calendars(left: Interval, right: Interval) -> Relation:
    """A full date against one that lacks its year or names only its weekday."""
    if right.dimension == "day":
        left, right = right, left
    if left.dimension != "day":
        return Relation.INCOMPARABLE
    if right.dimension == "weekday":
        weekday = weekday_of(left)
        if weekday is None:
            return Relation.INCOMPARABLE
        return Relation.COMPATIBLE if weekday == right.low else Relation.CONTRADICTS
    if right.dimension != "day of the year" or not 0 <= left.high - left.low <= 31:
        return Relation.INCOMPARABLE
    days = [date.fromordinal(int(day)) for day in (left.low, left.high)]
    low, high = (day.replace(year=_LEAP_YEAR).toordinal() for day in days)
    return Relation.COMPATIBLE if low <= right.high and right.low <= high else Relation.CONTRADICTS


def _compare_statuses(a: Fact, b: Fact) -> Relation:
    """Real against future or void contradicts; steps of certainty ("will", "may") differ."""
    if a.scope == b.scope and a.value == b.value:
        return Relation.AGREE
    ours, theirs = phase_of(str(a.value)), phase_of(str(b.value))
    if a.scope != b.scope:
        return Relation.CONTRADICTS if ours == theirs else Relation.DIFFERS
    if ours == theirs == "real":
        return Relation.COMPATIBLE
    opposed = ours != theirs and {ours, theirs} <= {"real", "future", "void"}
    return Relation.CONTRADICTS if opposed else Relation.DIFFERS


def _compare_words(a: Fact, b: Fact) -> Relation:
    if a.kind is FactKind.EVENT_STATUS:
        return _compare_statuses(a, b)
    ours, theirs = fold(str(a.value)), fold(str(b.value))
    if a.kind is FactKind.TITLE:
        ours, theirs = plain_title(ours), plain_title(theirs)
    if ours == theirs:
        return Relation.AGREE
    if TALLY in (a.unit, b.unit):
        return Relation.CONTRADICTS if a.unit == b.unit else Relation.INCOMPARABLE
    if a.kind in (FactKind.NAME, FactKind.TITLE, FactKind.PLACE):
        left, right = set(ours.split()), set(theirs.split())
        return Relation.REFINES if left <= right or right <= left else Relation.DIFFERS
    return Relation.INCOMPARABLE


def _is_same(x: float, y: float) -> bool:
    return x == y or (isfinite(x) and isfinite(y) and abs(x - y) <= SAME * max(abs(x), abs(y)))


def _is_bound(fact: Fact) -> bool:
    return _side(fact) != 0


def _side(fact: Fact) -> int:
    """1 for a lower bound, -1 for an upper one, 0 for none."""
    match fact.comparator:
        case Comparator.MORE | Comparator.AT_LEAST:
            return 1
        case Comparator.LESS | Comparator.AT_MOST:
            return -1
        case _:
            return 0


def _rounds(left: Interval, right: Interval) -> bool:
    """Whether one exact value (or bound) is the other, rounded or cut off at its grain."""
    coarse, fine = (left, right) if left.grain >= right.grain else (right, left)
    if not fine.grain or coarse.grain <= fine.grain:
        return False
    x, y = _stated(coarse), _stated(fine)
    limit = MAX_DURATION_ROUNDING if coarse.dimension == "duration" else MAX_ROUNDING
    return abs(x - y) < coarse.grain and abs(x - y) <= limit * abs(x)


def _stated(interval: Interval) -> float:
    """The figure that an interval with a grain was made from."""
    if interval.high == float("inf"):
        return interval.low
    if interval.low in (0.0, float("-inf")):
        return interval.high
    return (interval.low + interval.high) / 2


def _overlap(left: Interval, right: Interval) -> bool:
    return left.low <= right.high and right.low <= left.high


def _meet(left: Interval, right: Interval) -> bool:
    """Whether the middle of either interval lies in the other."""
    middles = ((left.low + left.high) / 2, (right.low + right.high) / 2)
    return left.low <= middles[1] <= left.high or right.low <= middles[0] <= right.high


def _contained(left: Interval, right: Interval) -> bool:
    inner, outer = sorted((left, right), key=lambda i: i.high - i.low)
    return outer.low <= inner.low and inner.high <= outer.high


def _gap(left: Interval, right: Interval) -> float:
    """The distance between two intervals, as a share of the nearer end of the greater one."""
    low, high = sorted((left, right), key=lambda i: i.low)
    return (high.low - low.high) / abs(high.low) if high.low else 1.0


def _is_near(left: Interval, right: Interval) -> bool:
    x, y = _stated(left), _stated(right)
    return abs(x - y) <= SAME * max(abs(x), abs(y))
