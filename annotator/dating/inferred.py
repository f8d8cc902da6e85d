"""When was a text published that does not say so? From days it names, and dates that other texts give them.

Nothing is guessed from what could be any day: an event must be recognised by its words, or a day by its date, in a
dated text. The answer is as imprecise as the clue: "last month" and a dated event give a month.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from annotator.dating.mentions import Mention

MIN_SHARED = 0.4  # of the weight of a sentence's words that a dated sentence must share to be about the same event
MIN_LEAD = 1.15  # how much better the best day must be supported than the next
LEAD_SENTENCES = 4  # in which a news text names the day of its event
MAX_CLUES = 6  # relative mentions of one text that are followed up
MIN_SHARED_WORDS = 3
MAX_EVENTS_OF_WORD = 400  # dated sentences that are looked at for one word
MAX_YEAR_GAP_DAYS = 183  # from a neighbour's publication, for a day without a year
NEAR_DAYS = 7.0  # distance from the story's publications at which a day counts half
SAME_WEEK_DAYS = 6  # a weekday alone means one in the week before publication
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"\d{4}-\d\d")
_SHIFT = re.compile(r"(day|weekend|week|month|year)([+-]\d{1,2})$")
_THIS = re.compile(r"this\s", re.I)
_PART_OF_YEAR = re.compile(r"\d\d(?:/\d\d)?$")
_UNITS = ("day", "weekend", "week", "month", "year")  # the finer, the better a clue
_MONTH_DAY = re.compile(r"(\d\d)-(\d\d)")


@dataclass(frozen=True, slots=True)
class Dated:
    """A text of the story whose publication is known, with its mentions resolved by it."""

    name: str
    """How the note calls it."""
    published: str | None
    """None for a text that is not dated itself but names days with their years."""
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Inferred:
    """A publication date and one sentence that says how it was found."""

    value: str
    note: str


@dataclass(frozen=True, slots=True)
class _Event:
    """A dated sentence of a neighbour."""

    start: str
    """ISO, to the day or the month."""
    end: str
    is_ahead: bool
    words: frozenset[str]
    neighbour: Dated


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The texts of a story, with an index of the words of their dated sentences."""

    dated: tuple[Dated, ...]
    events: tuple[_Event, ...]
    at: dict[str, list[int]]
    """Events in whose sentence a word stands."""
    days: tuple[date, ...]
    """On which texts of the story were published, in order."""
    own: Dated | None = None
    """The text that is to be dated: what it says itself is left out."""

    def about(self, mention: Mention) -> list[tuple[float, _Event]]:
        """Dated sentences that share words with the mention's, with the share of its words' weight, best first.

        Words that no dated sentence has tell no event from another and are left out; so is what the text says itself.
        """
        weights = {w: self._weight(w) for w in mention.words if w in self.at}
        total = sum(weights.values())
        shared: dict[int, float] = defaultdict(float)
        counts: Counter[int] = Counter()
        for word, weight in weights.items():
            for i in self.at[word][:MAX_EVENTS_OF_WORD]:
                shared[i] += weight
                counts[i] += 1
        found = [
            (weight / total, self.events[i])
            for i, weight in shared.items()
            if self.events[i].neighbour is not self.own
            and counts[i] >= MIN_SHARED_WORDS
            and weight >= MIN_SHARED * total
        ]
        return sorted(found, key=lambda f: (-f[0], f[1].start))

    def nearness(self, day: date) -> float:
        """0..1: how near a day lies to the publication of the story's dated texts; half of it is lost in a week."""
        if not self.days:
            return 1.0
        at = bisect_left(self.days, day)
        gap = min(abs((day - p).days) for p in self.days[max(0, at - 1) : at + 1])
        return NEAR_DAYS / (NEAR_DAYS + gap)

    def _weight(self, word: str) -> float:
        return math.log(1 + (len(self.events) + 1) / len(self.at[word]))


def make_neighbours(dated: Sequence[Dated]) -> Neighbours:
    """The index of a story's texts."""
    events = tuple(_events(dated))
    at: dict[str, list[int]] = defaultdict(list)
    for i, event in enumerate(events):
        for word in event.words:
            at[word].append(i)
    days = sorted(day for d in dated if (day := _day_of(d.published)))
    return Neighbours(tuple(dated), events, at, tuple(days))


def infer_publication(
    mentions: Sequence[Mention], neighbours: Neighbours, *, day_without_year: str | None = None
) -> Inferred | None:
    """The publication of a text from its mentions (unresolved) and its dated neighbours; None where nothing tells."""
    year_of = _years(mentions, neighbours)
    if day_without_year and (value := _complete(day_without_year, year_of, neighbours)):
        return Inferred(value, f"It is dated {day_without_year} without a year; the year follows from the other texts.")
    for infer in (_from_today, _from_reported_day, _from_weekday, _from_relative):
        found = infer(mentions, neighbours, year_of)
        if found and _is_possible(found.value, mentions):
            return found
    return None


def _from_today(mentions: Sequence[Mention], neighbours: Neighbours, year_of: dict[str, int]) -> Inferred | None:
    """ "this morning, Tuesday 12 March", "last night, June 11": a relative day and its date side by side."""
    for a, b in pairwise(mentions):
        if a.sentence != b.sentence:
            continue
        for relative, fixed in ((a, b), (b, a)):
            shift = _SHIFT.match(relative.value)
            if shift and shift[1] == "day" and _are_beside(relative, fixed):
                day = _complete(fixed.value, year_of, neighbours)
                if day:
                    value = (date.fromisoformat(day) - timedelta(days=int(shift[2]))).isoformat()
                    return Inferred(value, f"It says “{relative.text}” of “{fixed.text}”.")
    return None


def _are_beside(relative: Mention, fixed: Mention) -> bool:
    return abs(relative.place - fixed.place) <= len(relative.text) + len(fixed.text) + 8 and not fixed.is_ahead


def _from_reported_day(mentions: Sequence[Mention], neighbours: Neighbours, year_of: dict[str, int]) -> Inferred | None:
    """ "officials said on November 17" in the lead: agencies that name dates mean the day itself."""
    days = [
        (day, m)
        for m in mentions
        if m.order < LEAD_SENTENCES
        and not m.is_ahead
        and m.is_reported
        and (day := _complete(m.value, year_of, neighbours))
    ]
    if not days:
        return None
    value, mention = max(days, key=lambda d: d[0])
    note = f"Its lead tells what was said on “{mention.text}”"
    return Inferred(value, f"{note}; the year follows from the other texts." if len(mention.value) < 10 else f"{note}.")


def _from_weekday(mentions: Sequence[Mention], neighbours: Neighbours, year_of: dict[str, int]) -> Inferred | None:
    """ "on Wednesday", and a neighbour dates the event to a Wednesday."""
    del year_of
    for mention in mentions:
        if mention.order >= LEAD_SENTENCES or mention.value not in _WEEKDAYS or mention.is_ahead:
            continue
        support: dict[str, float] = defaultdict(float)
        best: dict[str, tuple[float, _Event]] = {}
        for score, event in neighbours.about(mention):
            for day in _days_between(event.start, event.end):
                if day.weekday() == _WEEKDAYS.index(mention.value):
                    support[day.isoformat()] += score * neighbours.nearness(day)
                    best.setdefault(day.isoformat(), (score, event))
        value = _clear_winner(support)
        if value:
            note = f"“{mention.text}” is {value} in {best[value][1].neighbour.name}; published then or soon after."
            return Inferred(value, note)
    return None


def _from_relative(mentions: Sequence[Mention], neighbours: Neighbours, year_of: dict[str, int]) -> Inferred | None:
    """ "Last month", "yesterday" or "this spring", and a neighbour dates the event; the finest clue first."""
    del year_of
    clues = [(shift, m) for m in mentions if (shift := _read_shift(m))][:MAX_CLUES]
    for (unit, count), mention in sorted(clues, key=lambda c: _UNITS.index(c[0][0])):
        support: dict[str, float] = defaultdict(float)
        names: dict[str, str] = {}
        for score, event in neighbours.about(mention):
            if event.is_ahead and not mention.is_ahead and count == 0:
                continue
            value = _shift_back(event.start, unit, count)
            if value and _fits(mention, event):
                support[value] += score
                names.setdefault(value, event.neighbour.name)
        value = _clear_winner(support)
        if value:
            return Inferred(value, f"It says “{mention.text}” of what {names[value]} dates.")
    return None


def _read_shift(mention: Mention) -> tuple[str, int] | None:
    """How far the mention lies from its publication; "this spring" and "this May" lie in the same year."""
    shift = _SHIFT.match(mention.value)
    if shift:
        return shift[1], int(shift[2])
    return ("year", 0) if _PART_OF_YEAR.match(mention.value) and _THIS.match(mention.text) else None


def _fits(mention: Mention, event: _Event) -> bool:
    """Whether the event lies in the month or season that the mention names, if it names one."""
    if not _PART_OF_YEAR.match(mention.value):
        return True
    first, _, last = mention.value.partition("/")
    month = event.start[5:7]
    return first <= month <= last if first <= (last or first) and last else month == first


def _clear_winner(support: dict[str, float]) -> str | None:
    ranked = sorted(support.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] < MIN_LEAD * ranked[1][1]):
        return None
    return ranked[0][0]


def _shift_back(event: str, unit: str, count: int) -> str | None:
    """The publication from which the event lies `count` units away; a week is known to the month at best."""
    if unit == "year":
        return f"{int(event[:4]) - count:04d}"
    if unit == "month":
        year, month = int(event[:4]), int(event[5:7])
        index = year * 12 + month - 1 - count
        return f"{index // 12:04d}-{index % 12 + 1:02d}"
    if not _DAY.fullmatch(event):
        return None
    day = date.fromisoformat(event)
    if unit == "day":
        return (day - timedelta(days=count)).isoformat()
    if unit == "weekend":
        first, last = day + timedelta(days=-7 * count - 6), day + timedelta(days=-7 * count)
    else:
        first, last = day - timedelta(days=7 * count + 6), day - timedelta(days=7 * count - 6)
    return f"{first:%Y-%m}" if (first.year, first.month) == (last.year, last.month) else None


def _events(dated: Iterable[Dated]) -> Iterable[_Event]:
    for neighbour in dated:
        for mention in neighbour.mentions:
            first, _, last = mention.value.partition("/")
            last = last or first
            if _DAY.fullmatch(first) and _DAY.fullmatch(last):
                yield _Event(first, last, mention.is_ahead, mention.words, neighbour)
            elif _MONTH.fullmatch(first) and first == last:
                yield _Event(first, first, mention.is_ahead, mention.words, neighbour)


def _days_between(start: str, end: str) -> list[date]:
    if not (_DAY.fullmatch(start) and _DAY.fullmatch(end)):
        return []
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    length = (last - first).days
    return [first + timedelta(days=i) for i in range(length + 1)] if 0 <= length <= SAME_WEEK_DAYS else []


def _day_of(published: str | None) -> date | None:
    if not published or not _DAY.match(published):
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def _years(mentions: Sequence[Mention], neighbours: Neighbours) -> dict[str, int]:
    """The year of a day ("12-06") where a neighbour names the same day with its year."""
    votes: dict[str, Counter[int]] = defaultdict(Counter)
    wanted = {part for m in mentions for part in m.value.split("/") if _MONTH_DAY.fullmatch(part)}
    for event in neighbours.events:
        if event.neighbour is neighbours.own:
            continue
        for day in {event.start, event.end}:
            if _DAY.fullmatch(day) and day[5:] in wanted:
                votes[day[5:]][int(day[:4])] += 1
    return {day: years.most_common(1)[0][0] for day, years in votes.items() if len(years) == 1}


def _complete(value: str, year_of: dict[str, int], neighbours: Neighbours) -> str | None:
    """A day with its year: its own, that of the same day in a neighbour, or the one nearest to the story."""
    first = value.split("/")[0]
    if _DAY.fullmatch(first):
        return first
    match = _MONTH_DAY.fullmatch(first)
    if match is None:
        return None
    years = {year_of[first]} if first in year_of else set(year_of.values()) or {p.year for p in neighbours.days}
    anchors = neighbours.days or [date(y, int(k[:2]), int(k[3:])) for k, y in year_of.items()]
    best: tuple[int, str] | None = None
    for year in {y + step for y in years for step in ((0,) if first in year_of else (-1, 0, 1))}:
        try:
            day = date(year, int(match[1]), int(match[2]))
        except ValueError:
            continue
        gap = min((abs((day - a).days) for a in anchors), default=0)
        if gap <= MAX_YEAR_GAP_DAYS and (best is None or gap < best[0]):
            best = gap, day.isoformat()
    return best[1] if best else None


def _is_possible(value: str, mentions: Sequence[Mention]) -> bool:
    """Whether no day that the text tells of as past lies after the publication."""
    past = [m.value for m in mentions if not m.is_ahead and _DAY.fullmatch(m.value)]
    return all(day[: len(value)] <= value for day in past)
