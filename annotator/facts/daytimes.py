"""Reads a time of day: "06:40", "6.40am", "7 p.m.", "half past six", "seven o'clock", "noon"."""

from __future__ import annotations

from annotator.facts.numerals import UNITS
from annotator.facts.tokens import Tokens

_MORNING = frozenset({"am", "a.m", "a.m."})
_AFTERNOON = frozenset({"pm", "p.m", "p.m."})
_NAMED = {"noon": "T12:00", "midday": "T12:00", "midnight": "T00:00"}
_PAST = {"half": 30, "quarter": 15}


def read_daytime(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """The time that starts at token `i`, as "T06:40", and the token after it.

    A clock time without a.m. or p.m. is read on the 24-hour clock if it has minutes, else in the morning.
    """
    low = tokens.low[i]
    if low in _NAMED:
        return _NAMED[low], i + 1
    if low in _PAST and tokens.low[i + 1] in ("past", "to"):
        return _read_past(tokens, i)
    hour, minute, after = _read_clock(tokens, i)
    if hour is None:
        return None
    half = tokens.low[after]
    if half in _MORNING or half in _AFTERNOON:
        if not 1 <= hour <= 12:
            return None
        return _write(hour % 12 + (12 if half in _AFTERNOON else 0), minute or 0), after + 1
    if half in _NAMED and hour == 12 and minute is None:
        return _NAMED[half], after + 1
    if half == "o'clock":
        return _write(hour, minute or 0), after + 1
    if minute is not None and tokens.low[i + 1] == ":":
        return _write(hour, minute), _skip_seconds(tokens, after)
    return None


def _skip_seconds(tokens: Tokens, i: int) -> int:
    """Past the seconds and offset of a time stamp, "19:18:23-05:00"."""
    for signs in ((":",), ("-", "+"), (":",)):
        is_next = tokens.low[i] in signs and tokens.is_glued(i - 1) and tokens.is_glued(i)
        if is_next and len(tokens.raw[i + 1]) == 2 and tokens.raw[i + 1].isdigit():
            i += 2
    return i


def _read_past(tokens: Tokens, i: int) -> tuple[str, int] | None:
    hour, _, after = _read_clock(tokens, i + 2)
    if hour is None or not 1 <= hour <= 12:
        return None
    minutes = _PAST[tokens.low[i]]
    if tokens.low[i + 1] == "to":
        if tokens.low[i] == "half":
            return None
        hour, minutes = hour - 1 or 12, 60 - minutes
    half = tokens.low[after]
    if half in _MORNING or half in _AFTERNOON:
        return _write(hour % 12 + (12 if half in _AFTERNOON else 0), minutes), after + 1
    return _write(hour, minutes), after


def _read_clock(tokens: Tokens, i: int) -> tuple[int | None, int | None, int]:
    """Hour, minute where given, and the token after them."""
    raw = tokens.raw[i]
    if tokens.low[i] in UNITS:
        hour = UNITS[tokens.low[i]]
        return (hour, None, i + 1) if hour <= 12 else (None, None, i)
    if not raw.isascii() or not raw[:1].isdigit():
        return None, None, i
    if "." in raw:
        head, _, tail = raw.partition(".")
        return _checked(head, tail, i + 1)
    glued = tokens.is_glued(i) and tokens.is_glued(i + 1)
    if tokens.low[i + 1] == ":" and glued and len(tokens.raw[i + 2]) == 2:
        return _checked(raw, tokens.raw[i + 2], i + 3)
    return _checked(raw, None, i + 1)


def _checked(head: str, tail: str | None, after: int) -> tuple[int | None, int | None, int]:
    if not head.isdecimal() or len(head) > 2 or int(head) > 23:
        return None, None, after
    if tail is None:
        return int(head), None, after
    if not (tail.isdecimal() and tail.isascii() and len(tail) == 2 and int(tail) < 60):
        return None, None, after
    return int(head), int(tail), after


def _write(hour: int, minute: int) -> str:
    return f"T{hour:02d}:{minute:02d}"
