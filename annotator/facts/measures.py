"""Reads units behind a number: percent, money, measures; and tells how units convert."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from annotator.facts.tokens import Tokens
from annotator.model import FactKind
from annotator.text import load_table

DEGREE = "degree"  # of an angle or an unnamed scale
CELSIUS, FAHRENHEIT = "degree Celsius", "degree Fahrenheit"
PERCENTAGE_POINT, BASIS_POINT = "percentage point", "basis point"

_MIN_LARGE = 10_000  # from which "crowns" and "won" are money
_PERCENT_WORDS = frozenset({"%", "percent", "pct", "percents"})
_SCALES = {"c": CELSIUS, "celsius": CELSIUS, "centigrade": CELSIUS, "f": FAHRENHEIT, "fahrenheit": FAHRENHEIT}


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number is an amount of, and the token after its words."""

    kind: FactKind
    name: str | None
    after: int
    factor: float = 1.0
    """What the number must be multiplied by ("79 cents" are 0.79 USD)."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit's dimension and its size in the dimension's base unit."""

    dimension: str
    factor: float


def read_unit(tokens: Tokens, i: int, *, amount: float) -> Unit | None:
    """The unit at token `i`, right behind a number or a hyphen behind it."""
    if tokens.low[i] == "-" and tokens.is_glued(i - 1) and tokens.is_glued(i):
        i += 1
    return _read_percent(tokens, i) or _read_money(tokens, i, amount) or _read_measure(tokens, i)


def read_currency_before(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """The currency whose sign or code starts at token `i`, and the token after it, which must be a figure."""
    table = _currencies()
    after = i + 1
    if tokens.raw[i] in table["signs"]:
        code = table["signs"][tokens.raw[i]]
    elif tokens.low[i] in table["dollars"] and tokens.raw[i + 1] == "$" and tokens.raw[i][0].isupper():
        code, after = table["dollars"][tokens.low[i]], i + 2
    elif tokens.raw[i] in _codes():
        code = tokens.raw[i]
    else:
        return None
    return (code, after) if tokens.raw[after][:1].isdigit() else None


@cache
def currency_starts() -> frozenset[str]:
    """Tokens (as written) with which an amount of money can start."""
    table = _currencies()
    prefixes = (prefix.upper() for prefix in table["dollars"])
    return frozenset((*table["signs"], *prefixes, *_codes()))


@cache
def measures() -> dict[str, Measure]:
    """Every unit of measure by its name."""
    table = load_table("annotator.facts", "data/units.toml")
    return {
        name: Measure(dimension, unit["factor"]) for dimension, units in table.items() for name, unit in units.items()
    }


@cache
def _unit_words() -> dict[str, str]:
    table = load_table("annotator.facts", "data/units.toml")
    return {word: name for units in table.values() for name, unit in units.items() for word in unit["words"]}


@cache
def _unit_signs() -> dict[str, str]:
    table = load_table("annotator.facts", "data/units.toml")
    return {sign: name for units in table.values() for name, unit in units.items() for sign in unit.get("signs", ())}


@cache
def _currencies() -> dict[str, dict[str, str]]:
    return load_table("annotator.facts", "data/currencies.toml")


@cache
def _codes() -> frozenset[str]:
    return frozenset(_currencies()["codes"]["list"])


def _read_percent(tokens: Tokens, i: int) -> Unit | None:
    low = tokens.low
    if low[i] in _PERCENT_WORDS or (low[i] == "pc" and tokens.is_glued(i - 1)):
        after = i + 1
    elif low[i] == "per" and low[i + 1] == "cent":
        after = i + 2
    elif low[i] == "percentage" and low[i + 1] in ("point", "points"):
        return Unit(FactKind.PERCENT, PERCENTAGE_POINT, i + 2)
    elif low[i] == "basis" and low[i + 1] in ("point", "points"):
        return Unit(FactKind.PERCENT, BASIS_POINT, i + 2)
    else:
        return None
    if low[after] in ("point", "points"):
        return Unit(FactKind.PERCENT, PERCENTAGE_POINT, after + 1)
    return Unit(FactKind.PERCENT, None, after)


def _read_money(tokens: Tokens, i: int, amount: float) -> Unit | None:
    table = _currencies()
    low, raw = tokens.low[i], tokens.raw[i]
    if raw in table["signs"] and raw != "$":
        return Unit(FactKind.MONEY, table["signs"][raw], i + 1)
    if raw in _codes():
        return Unit(FactKind.MONEY, raw, i + 1)
    if low in table["words"]:
        return Unit(FactKind.MONEY, table["words"][low], i + 1)
    if low in table["parts"]:
        return Unit(FactKind.MONEY, table["parts"][low], i + 1, 0.01)
    if low in table["adjectives"]:
        code = table["adjectives"][low].get(tokens.low[i + 1].removesuffix("s"))  # type: ignore[attr-defined]
        return Unit(FactKind.MONEY, code, i + 2) if code else None
    if low in table["large_words"] and amount >= _MIN_LARGE:
        return Unit(FactKind.MONEY, table["large_words"][low], i + 1)
    if low in ("pound", "pounds") and (tokens.low[i + 1] == "sterling" or amount >= 1_000_000):
        return Unit(FactKind.MONEY, "GBP", i + 1 + (tokens.low[i + 1] == "sterling"))
    return None


def _read_measure(tokens: Tokens, i: int) -> Unit | None:
    low = tokens.low
    is_glued = tokens.is_glued(i - 1) and low[i - 1] != "-"
    if is_glued and tokens.raw[i] in ("C", "F"):
        return Unit(FactKind.QUANTITY, _SCALES[low[i]], i + 1)
    pair = _unit_words().get(f"{low[i]} {low[i + 1]}")
    if pair:
        return Unit(FactKind.QUANTITY, pair, i + 2)
    if low[i] in ("degree", "degrees", "°"):
        scale = _SCALES.get(low[i + 1])
        return Unit(FactKind.QUANTITY, scale or DEGREE, i + 2 if scale else i + 1)
    name = _unit_words().get(low[i])
    if name is None and is_glued:
        name = _unit_signs().get(tokens.raw[i])
    if name is None:
        return None
    if low[i + 1] == "per" and low[i + 2] == "hour" and name in ("kilometre", "mile"):
        return Unit(FactKind.QUANTITY, f"{name} per hour", i + 3)
    if name == "kilometre" and low[i + 1] == "/" and low[i + 2] == "h":
        return Unit(FactKind.QUANTITY, "kilometre per hour", i + 3)
    return Unit(FactKind.QUANTITY, name, i + 1)
