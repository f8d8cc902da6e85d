"""Is a number a count that was still running, and did a later report give a later state of it?

Tolls only rise; the injured, missing, held and housed come and go. What a later report counts is then news, not a
contradiction of the earlier one.
"""

from __future__ import annotations

from datetime import date

from annotator.disagree.statements import Statement
from annotator.facts import fate_of
from annotator.model import Fact

MAX_DAYS = 10  # between two reports of one count that is still running
_RISING = frozenset({"killed"})
_RUNNING = _RISING | {"injured", "missing", "arrested", "displaced", "infected", "rescued"}
_DAY = len("2031-04-30")


def superseding(one: tuple[Statement, Fact], other: tuple[Statement, Fact]) -> str | None:
    """The day or time of the later of two reports, where it counts on what the earlier one counted; else None."""
    early, late = sorted((one, other), key=lambda end: end[0].document.published or "")
    before, after = early[0].document.published or "", late[0].document.published or ""
    fates = {fate_of(early[1]), fate_of(late[1])} - {None}
    if len(fates) != 1 or not fates <= _RUNNING or not _follows(before, after):
        return None
    if isinstance(early[1].value, str | tuple) or isinstance(late[1].value, str | tuple):
        return None
    has_risen = late[1].value > early[1].value
    return after.replace("T", " ") if has_risen or not fates <= _RISING else None


def _follows(before: str, after: str) -> bool:
    """Whether the second time is surely later than the first, by no more days than a count runs."""
    size = min(len(before), len(after))
    if size < _DAY or before[:size] >= after[:size]:
        return False
    return (date.fromisoformat(after[:_DAY]) - date.fromisoformat(before[:_DAY])).days <= MAX_DAYS
