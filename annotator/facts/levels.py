"""Reads what a bare number is the level of from the words before it: "the toll rose to 45", "a workforce of 8,000"."""

from __future__ import annotations

from functools import cache
from typing import Any

from annotator.facts.counted import is_plural, read_counted
from annotator.facts.found import Found
from annotator.facts.numerals import read_numeral
from annotator.facts.ranges import is_change
from annotator.facts.tokens import Tokens
from annotator.model import FactKind
from annotator.text import load_table

REACH = 16  # tokens from the noun to the verb
STEP_REACH = 9  # tokens from "by 3,000 sailors" to "to 21,000"
LEAD_REACH = 4  # tokens between "from" and the number that it leads
WHOLE_REACH = 4  # tokens from "of" to the number of the whole
_PARTICLES = frozenset({"to", "at", "of", "past", "now", "currently", "a", "total"})
_NUMBERS = frozenset({"number", "numbers", "total", "count", "tally"})
_STOPS = frozenset({";", ":", ".", "(", ")"})


def read_level(tokens: Tokens, first: int) -> tuple[str, str | None] | None:
    """What is counted, and what befell it, by the number whose words begin at token `first`."""
    low, at = tokens.low, first - 1
    if low[at] == "of" and at:
        return _collective(low[at - 1])
    while at > 0 and low[at] in _PARTICLES:
        at -= 1
    if low[at] not in _verbs():
        return None
    for j in range(at - 1, max(at - 1 - REACH, -1), -1):
        word = low[j]
        if word in _NUMBERS and low[j + 1] == "of":
            counted = read_counted(tokens, j + 2)
            return (counted.words, None) if counted else None
        if word in _collectives():
            return _collective(word)
        if word in _STOPS or word in _verbs():
            return None
    return None


def read_whole(tokens: Tokens, after: int) -> tuple[str, None] | None:
    """What a part counts by its whole: the 22 of "22 of the state's 81 counties"."""
    if tokens.low[after] != "of":
        return None
    for at in range(after + 1, after + 1 + WHOLE_REACH):
        numeral = read_numeral(tokens, at)
        if numeral is not None and not numeral.is_vague:
            counted = read_counted(tokens, numeral.after)
            return (counted.words, None) if counted else None
        if tokens.low[at] in _STOPS or not tokens.low[at]:
            return None
    return None


def read_ellipsis(tokens: Tokens, first: int, before: Found | None) -> str | None:
    """What the number before it counts, where the two are step and level or start and end: "by 40 men, to 300"."""
    if before is None or before.kind is not FactKind.QUANTITY or before.unit or not before.counted:
        return None
    low, at = tokens.low, first - 1
    is_near = 0 <= at - before.after <= STEP_REACH
    if not is_near or low[at] != "to" or not (is_change(tokens, first, reach=STEP_REACH) or low[at - 1] == ","):
        return None
    lead = low[max(before.first - LEAD_REACH, 0) : before.first]
    return before.counted if "from" in lead or lead[-1:] == ["by"] else None


def _collective(word: str) -> tuple[str, str | None] | None:
    counted = _collectives().get(word)
    if counted is None:
        return None
    noun, _, state = counted.partition(" ")
    assert is_plural(noun)
    return noun, state or None


def _table() -> dict[str, Any]:
    table: dict[str, Any] = load_table("annotator.facts", "data/nouns.toml")["levels"]
    return table


@cache
def _verbs() -> frozenset[str]:
    return frozenset(_table()["verbs"].split())


@cache
def _collectives() -> dict[str, str]:
    return {word: counted for counted, words in _table()["nouns"].items() for word in words.split()}
