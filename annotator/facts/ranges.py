"""Reads a number with its unit, and a range of two: "10 to 15 million", "between $5 and $7", "5% to 10%"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from annotator.facts.durations import read_time_unit
from annotator.facts.measures import Unit, read_currency_before, read_unit
from annotator.facts.numerals import Numeral, read_numeral
from annotator.facts.tokens import Tokens
from annotator.model import FactKind

_CHANGES = frozenset({
    "rose", "rise", "risen", "rising", "fell", "fall", "fallen", "falling", "increased", "increase", "raised",
    "raise", "raising", "cut", "grew", "grow", "grown", "up", "down", "dropped", "drop", "lowered", "changed",
    "went", "go", "jumped", "climbed", "declined", "moved", "revised", "reduced", "slipped", "doubled",
    "slashed", "trimmed", "surged", "enlarged", "enlarge", "enlarges", "expand", "expanded", "expands", "rises",
    "falls", "increases", "raises", "cuts", "grows", "drops", "lowers", "lower", "jumps", "jump", "climbs",
    "climb", "declines", "decline", "reduces", "reduce", "slips", "soared", "soar", "soars", "plunged",
    "plunge", "plunges", "shrank", "shrink", "shrinks", "shrunk", "tumbled", "tumble", "tumbles", "advanced",
    "advances", "gained", "gains", "gain", "lost", "swelled", "swell", "hike", "hikes", "hiked", "boosted",
    "boost", "boosts", "slumped", "slump", "slumps", "edged", "widened", "narrowed",
})  # fmt: skip
_CHANGE_REACH = 5  # tokens before "from" in which a verb of change makes "from X to Y" two figures, not a range
_BY_REACH = 6  # the same before "by X to Y"
_MIN_LEVEL = 3  # how many times the step a level is at least: "rose by 30 to 400", not "rose by 3 to 4 percent"


@dataclass(frozen=True, slots=True)
class Amount:
    """One number with its unit, before the words around it are read."""

    first: int
    after: int
    low: float
    high: float
    is_vague: bool
    factor: float = 1.0
    unit: Unit | None = None
    time: str | None = None


def read_amount(tokens: Tokens, i: int, numeral: Numeral, currency: str | None) -> Amount:
    """The number that starts at token `i` with the unit behind it, or the currency in front."""
    at = numeral.after
    at += numeral.is_vague and tokens.low[at] == "of"
    if currency:
        unit: Unit | None = Unit(FactKind.MONEY, currency, at + (tokens.low[at] in ("dollars", "euros", "pounds")))
    else:
        unit = read_unit(tokens, at, amount=numeral.high)
    time = None if unit else read_time_unit(tokens, at)
    scale = unit.factor if unit else 1.0
    after = unit.after if unit else time.after if time else numeral.after
    return Amount(
        i,
        after,
        numeral.low * scale,
        numeral.high * scale,
        numeral.is_vague,
        numeral.factor,
        unit,
        time.unit if time else None,
    )


def extend(tokens: Tokens, a: Amount) -> Amount:
    """The range that the amount begins ("10 to 15 million", "between $5 and $7"), or the amount itself."""
    low = tokens.low
    at = a.after
    if low[at] == "-" and low[at + 1] in ("to", "or"):
        at += 1
    is_joined = low[at] in ("to", "-", "or") or (low[at] == "and" and low[a.first - 1] == "between")
    if not is_joined or a.is_vague or (low[at] == "or" and (a.unit or a.time)):
        return a
    if low[a.first - 1] == "from" and is_change(tokens, a.first, reach=_CHANGE_REACH):
        return a
    currency = read_currency_before(tokens, at + 1)
    behind = currency[1] if currency else at + 1
    numeral = read_numeral(tokens, behind)
    if numeral is None or numeral.is_vague or tokens.low[behind] in ("a", "an", "one"):
        return a
    b = read_amount(tokens, at + 1, numeral, currency[0] if currency else None)
    if low[at] == "to" and _is_step(tokens, a) and b.high >= _MIN_LEVEL * a.high:
        return a
    return _join(a, b) or a


def is_change(tokens: Tokens, i: int, *, reach: int) -> bool:
    """Whether a word of change stands among the tokens before token `i`."""
    return not _CHANGES.isdisjoint(tokens.low[max(i - reach, 0) : i])


def _is_step(tokens: Tokens, a: Amount) -> bool:
    """Whether the amount is by how much something changed: "rose $3", "be increased by 27,000"."""
    if tokens.low[a.first - 1] == "by":
        return is_change(tokens, a.first - 1, reach=_BY_REACH)
    return tokens.low[a.first - 1] in _CHANGES


def _join(a: Amount, b: Amount) -> Amount | None:
    """The range from a to b; a unit or magnitude that only b has holds for both."""
    low = a.low
    a_name, b_name = a.unit and (a.unit.kind, a.unit.name), b.unit and (b.unit.kind, b.unit.name)
    if a_name and b_name is None and b.time is None and a.unit and a.unit.kind is FactKind.MONEY:
        b = replace(b, unit=a.unit)
    elif (a_name and a_name != b_name) or (a.time and a.time != b.time):
        return None
    if a.factor == 1 and low < b.low / b.factor:
        low *= b.factor
    if not low < b.high:
        return None
    return Amount(a.first, b.after, low, b.high, False, b.factor, unit=b.unit or a.unit, time=b.time)
