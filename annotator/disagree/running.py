"""Is a number a count that was still running, and did a later report give a later state of it?

Tolls only rise; the injured, missing, held and housed come and go. What a later report counts is then news, not a
contradiction of the earlier one.
"""

from __future__ import annotations

import re
from datetime import date

from annotator.disagree.statements import Statement
from annotator.facts import fate_of
from annotator.model import Comparator, Fact, FactKind

MAX_DAYS = 10  # between two reports of one count that is still running
_RISING = frozenset({"killed"})
_RUNNING = _RISING | {"injured", "missing", "arrested", "displaced", "infected", "rescued"}
_DAY = len("2031-04-30")


_FLOORS = frozenset({Comparator.AT_LEAST, Comparator.MORE})
_PERFECT = frozenset({"has", "have", "had", "having", "already"})
_PERFECT_REACH = 6  # words before a number in which the verb stands that it is the object or subject of
_UP_TO = re.compile(
    r"\b(?:by (?:early |late |mid-?)?(?:\w+day\b|noon|midnight|dawn|nightfall|morning|evening|then|now)|as of|so far"
    r"|to date|until now|up to now|at the scene|on (?:the )?(?:site|scene|ground)|and (?:rising|counting)|still)\b",
    re.I,
)


def are_floors_of_a_toll(one: Fact, other: Fact) -> bool:
    """Whether both only say how many it is at least: "at least three were killed", "at least four"."""
    fates = {fate_of(one), fate_of(other)} - {None}
    return bool(fates) and fates <= _RUNNING and {one.comparator, other.comparator} <= _FLOORS


def superseding(one: tuple[Statement, Fact], other: tuple[Statement, Fact]) -> str | None:
    """The day or time of the later of two reports, where it counts on what the earlier one counted; else None."""
    early, late = sorted((one, other), key=lambda end: end[0].document.published or "")
    before, after = early[0].document.published or "", late[0].document.published or ""
    fates = {fate_of(early[1]), fate_of(late[1])} - {None}
    if isinstance(early[1].value, str | tuple) or isinstance(late[1].value, str | tuple):
        return None
    if not _follows(before, after):
        return None
    has_risen = late[1].value > early[1].value
    if not fates and has_risen and _is_of_the_moment(*early) and early[1].kind is FactKind.QUANTITY:
        return after.replace("T", " ")
    if len(fates) != 1 or not fates <= _RUNNING:
        return None
    return after.replace("T", " ") if has_risen or not fates <= _RISING else None


def _is_of_the_moment(statement: Statement, fact: Fact) -> bool:
    """Whether a report tells the count as it stood when it was written: "had been called up", "on site by Friday"."""
    if _UP_TO.search(statement.claim.text):
        return True
    at, words = statement.inside(fact.span), statement.words
    near = words[max(0, at.start - _PERFECT_REACH) : at.stop + _PERFECT_REACH]
    return any(word.plain in _PERFECT for word in near)


def _follows(before: str, after: str) -> bool:
    """Whether the second time is surely later than the first, by no more days than a count runs."""
    size = min(len(before), len(after))
    if size < _DAY or before[:size] >= after[:size]:
        return False
    return (date.fromisoformat(after[:_DAY]) - date.fromisoformat(before[:_DAY])).days <= MAX_DAYS
