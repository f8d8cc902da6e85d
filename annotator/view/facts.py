"""What is compared in a claim, in plain words? Figures and dates one by one, events and names together."""

from __future__ import annotations

import re
from collections.abc import Iterable

from annotator.model import Comparator, Fact, FactKind
from annotator.text import one_line
from annotator.view.words import date_word

LABELS = {
    FactKind.QUANTITY: "number",
    FactKind.MONEY: "money",
    FactKind.PERCENT: "share",
    FactKind.DATE: "date",
    FactKind.DURATION: "duration",
    FactKind.ORDINAL: "rank",
    FactKind.NAME: "names",
    FactKind.TITLE: "titles",
    FactKind.PLACE: "places",
}
TOGETHER = (FactKind.PLACE, FactKind.TITLE, FactKind.NAME)
"""Kinds of which a claim holds many, so that each kind takes one line."""
STATUSES = {
    "done": "happened",
    "is": "is so",
    "ongoing": "goes on",
    "will": "to come",
    "planned": "planned",
    "can": "possible",
    "should": "called for",
}
"""What an event's status says about it."""
COMPARATORS = {
    Comparator.ABOUT: "about ",
    Comparator.MORE: "more than ",
    Comparator.AT_LEAST: "at least ",
    Comparator.LESS: "less than ",
    Comparator.AT_MOST: "at most ",
}
_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")


def fact_lines(facts: Iterable[Fact]) -> tuple[tuple[str, str], ...]:
    """A label and what it says, for each line."""
    made: list[tuple[str, str]] = []
    events: dict[str, list[str]] = {}
    together: dict[FactKind, list[str]] = {}
    for fact in facts:
        printed = one_line(fact.text)
        if fact.kind is FactKind.EVENT_STATUS:
            status = str(fact.value)
            events.setdefault(STATUSES.get(status, status), []).append(printed)
        elif fact.kind in TOGETHER:
            together.setdefault(fact.kind, []).append(printed)
        else:
            said = say_value(fact)
            aside = "" if said == printed else f" (“{printed}”)"
            made.append((LABELS[fact.kind], f"{said}{aside}"))
    made += [(status, ", ".join(dict.fromkeys(words))) for status, words in events.items()]
    made += [(LABELS[kind], ", ".join(dict.fromkeys(together[kind]))) for kind in TOGETHER if kind in together]
    return tuple(dict.fromkeys(made))


def say_value(fact: Fact) -> str:
    """The value that is compared: "about 350 government representatives", "6 Dec 2023", "2 days"."""
    value = fact.value
    if isinstance(value, tuple):
        said = f"{value[0]:,g} to {value[1]:,g}"
    elif isinstance(value, int | float):
        said = f"{value:,.12g}"
    elif fact.kind is FactKind.DATE:
        said = " to ".join(date_word(part) for part in str(value).split("/"))
    elif fact.kind is FactKind.DURATION:
        said = _say_duration(str(value))
    else:
        said = one_line(str(value))
    lead = COMPARATORS.get(fact.comparator, "") if fact.comparator else ""
    parts = (f"{lead}{said}", fact.unit or "", one_line(fact.counted or ""), one_line(fact.scope or ""))
    return " ".join(part for part in parts if part)


def _say_duration(value: str) -> str:
    match = _DURATION.fullmatch(value)
    numbers = [(int(n), unit) for n, unit in zip(match.groups(), _UNITS, strict=True) if n] if match else []
    return ", ".join(f"{n:,} {unit}" + ("" if n == 1 else "s") for n, unit in numbers) or one_line(value)
