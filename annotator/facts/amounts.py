"""Finds numbers in a sentence and what they are amounts of: counts, money, percent, measures, durations.

An amount's value is a number, or a pair of numbers for a range; of durations it is ISO 8601 text. Vague numerals
("dozens") are ranges. Dates keep their figures: tokens already taken are left alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from annotator.facts.counted import (
    SCOPE_JOIN,
    Counted,
    is_label,
    is_one_idiom,
    is_plural,
    read_counted,
    read_described,
    read_rate,
    read_state,
)
from annotator.facts.durations import (
    DESIGNATORS,
    VAGUE_HIGH,
    VAGUE_LOW,
    add_durations,
    read_rest,
    read_time_unit,
    write_duration,
)
from annotator.facts.found import Found
from annotator.facts.leads import bound_behind, lead_before
from annotator.facts.measures import Unit, currency_starts, read_currency_before, read_unit
from annotator.facts.names import words
from annotator.facts.numerals import FEW, TENS, UNITS, VAGUE, Numeral, read_numeral
from annotator.facts.shares import ORDINAL_WORDS, read_age, read_ordinal, read_share, read_tally
from annotator.facts.tokens import Tokens
from annotator.model import Comparator, FactKind, Value

_CHANGES = frozenset({
    "rose", "rise", "risen", "rising", "fell", "fall", "fallen", "falling", "increased", "increase", "raised", "raise",
    "raising", "cut", "grew", "grow", "grown", "up", "down", "dropped", "drop", "lowered", "changed", "went", "go",
    "jumped", "climbed", "declined", "moved", "revised", "reduced", "slipped", "doubled", "slashed", "trimmed",
    "surged",
})  # fmt: skip
_VAGUE_LEADS = frozenset({"for", "within", "after", "took", "lasted", "following", "despite", "spent", "through"})
_CHANGE_REACH = 5  # tokens before "from" in which a verb of change makes "from X to Y" two figures, not a range
_DURATION_LEADS = frozenset({
    "for", "in", "within", "after", "than", "about", "nearly", "almost", "least", "over", "under", "of", "around", "to",
    "another", "took", "takes", "take", "lasted", "lasting", "spent", "last", "past",
})  # fmt: skip
_ADDRESS = 4  # tokens from a house number to "Street"
_GLUE = frozenset("/#@_.=?&%")
_MAX_PLAIN_DIGITS = 7  # a longer figure without separators is an identifier
_EXTRA = frozenset({"more", "other", "additional", "extra", "further", "new"})
_PERIOD_LEADS = frozenset({"since", "in", "during", "by", "from", "until", "on", "over", "for", "as", "of", "the"})


@dataclass(frozen=True, slots=True)
class _Amount:
    """One number with its unit, before the words around it are read."""

    first: int
    after: int
    low: float
    high: float
    is_vague: bool
    factor: float = 1.0
    unit: Unit | None = None
    time: str | None = None


def match_amounts(tokens: Tokens, dates: list[Found]) -> list[Found]:
    """Amounts outside `dates`, in order of the text."""
    date_at = {d.first: d for d in dates if d.kind}
    taken = [False] * (tokens.count + 1)
    for f in dates:
        taken[f.first : f.after] = [True] * (f.after - f.first)
    starts = _starts()
    found: list[Found] = []
    i = 0
    while i < tokens.count:
        raw = tokens.raw[i]
        if taken[i] or not (raw[0].isdigit() or tokens.low[i] in starts or raw in currency_starts()):
            i += 1
            continue
        made = _read(tokens, i, date_at)
        if made is None or any(taken[made.first : made.after]):
            i += 1
            continue
        found.append(made)
        i = made.after
    return found


@cache
def _starts() -> frozenset[str]:
    return frozenset((*UNITS, *TENS, *VAGUE, *FEW, *ORDINAL_WORDS, *_VAGUE_TIMES, "a", "an", "half"))


_VAGUE_TIMES = {f"{unit}s": unit for unit in DESIGNATORS if unit != "second"}


def _read(tokens: Tokens, i: int, dates: dict[int, Found]) -> Found | None:
    low = tokens.low[i]
    if low in ORDINAL_WORDS:
        return read_ordinal(tokens, i)
    if low in _VAGUE_TIMES:
        return _read_vague_time(tokens, i)
    currency = read_currency_before(tokens, i) if tokens.raw[i] in currency_starts() else None
    at = currency[1] if currency else i
    numeral = read_numeral(tokens, at)
    if currency is None:
        special = _read_special(tokens, i, numeral)
        if special:
            return special
    if numeral is None or (currency is None and _is_name(tokens, i, numeral)):
        return None
    amount = _extend(tokens, _read_amount(tokens, i, numeral, currency[0] if currency else None))
    found = _finish_time(tokens, amount) if amount.time else _finish(tokens, amount, dates)
    return None if _refers_back(found, numeral) else found


def _read_special(tokens: Tokens, i: int, numeral: Numeral | None) -> Found | None:
    share = read_share(tokens, i, numeral)
    if share:
        comparator, first = lead_before(tokens, share.first)
        return replace(share, first=first, comparator=comparator or share.comparator)
    if numeral is None:
        return _read_article_time(tokens, i)
    return read_ordinal(tokens, i) or read_age(tokens, i, numeral) or read_tally(tokens, i, numeral)


def _is_name(tokens: Tokens, i: int, numeral: Numeral) -> bool:
    """Whether the number is part of a name or an idiom: "Berth 4", "iPhone 15", "one of", "3/4", "555-0199"."""
    low, after = tokens.low, numeral.after
    if numeral.after == i + 1 and low[i] == "one":
        return is_one_idiom(low[after]) or low[i - 1] in (
            "no",
            "any",
            "every",
            "each",
            "the",
            "this",
            "that",
            "which",
            "another",
            "some",
        )
    if low[after] == "/" and tokens.is_glued(after - 1) and tokens.raw[after + 1][:1].isdigit():
        return True
    if not tokens.raw[i][0].isdigit():
        return False
    if low[after] in ("'", "′") and tokens.is_glued(after - 1) and tokens.raw[after + 1][:1].isdigit():
        return True
    if i and tokens.is_glued(i - 1) and (tokens.raw[i - 1][-1].isalnum() or tokens.raw[i - 1] in _GLUE):
        return True
    if any(tokens.low[j] in words("roads") and tokens.raw[j][0].isupper() for j in range(after + 1, after + _ADDRESS)):
        return True
    if len(tokens.raw[i]) > _MAX_PLAIN_DIGITS and tokens.raw[i].isdecimal():
        return True
    if low[i - 1] == "-" and tokens.is_glued(i - 1) and i >= 2 and tokens.is_glued(i - 2):
        return True
    if (
        low[after] == "-"
        and tokens.is_glued(after - 1)
        and tokens.is_glued(after)
        and _falls(tokens, after + 1, numeral)
    ):
        return True
    before = tokens.raw[i - 1]
    if low[i - 1] == "." and low[i - 2] == "no":
        return True
    if is_label(low[i - 1]) and (before[:1].isupper() or not _has_noun(tokens, after)):
        return True
    return before != low[i - 1] and before.isalpha() and i >= 2 and not _has_noun(tokens, after)


def _falls(tokens: Tokens, i: int, numeral: Numeral) -> bool:
    """Whether the figures behind a hyphen are no greater: a telephone or serial number, not a range."""
    second = read_numeral(tokens, i) if tokens.raw[i][:1].isdigit() else None
    return second is not None and second.high <= numeral.low and second.factor == numeral.factor


def _has_noun(tokens: Tokens, i: int) -> bool:
    """Whether something countable or a unit follows."""
    return (
        read_counted(tokens, i) is not None
        or read_unit(tokens, i, amount=1) is not None
        or read_time_unit(tokens, i) is not None
        or (tokens.low[i] == "-" and tokens.is_glued(i))
    )


def _read_amount(tokens: Tokens, i: int, numeral: Numeral, currency: str | None) -> _Amount:
    at = numeral.after
    at += numeral.is_vague and tokens.low[at] == "of"
    if currency:
        unit: Unit | None = Unit(FactKind.MONEY, currency, at + (tokens.low[at] in ("dollars", "euros", "pounds")))
    else:
        unit = read_unit(tokens, at, amount=numeral.high)
    time = None if unit else read_time_unit(tokens, at)
    scale = unit.factor if unit else 1.0
    after = unit.after if unit else time.after if time else numeral.after
    return _Amount(
        i,
        after,
        numeral.low * scale,
        numeral.high * scale,
        numeral.is_vague,
        numeral.factor,
        unit,
        time.unit if time else None,
    )


def _extend(tokens: Tokens, a: _Amount) -> _Amount:
    """The range that the amount begins ("10 to 15 million", "between $5 and $7"), or the amount itself."""
    low = tokens.low
    at = a.after
    if low[at] == "-" and low[at + 1] in ("to", "or"):
        at += 1
    is_joined = low[at] in ("to", "-", "or") or (low[at] == "and" and low[a.first - 1] == "between")
    if not is_joined or a.is_vague or (low[at] == "or" and (a.unit or a.time)):
        return a
    if low[a.first - 1] == "from" and _CHANGES.intersection(low[max(a.first - _CHANGE_REACH, 0) : a.first]):
        return a
    currency = read_currency_before(tokens, at + 1)
    behind = currency[1] if currency else at + 1
    numeral = read_numeral(tokens, behind)
    if numeral is None or numeral.is_vague or tokens.low[behind] in ("a", "an", "one"):
        return a
    b = _read_amount(tokens, at + 1, numeral, currency[0] if currency else None)
    return _join(a, b) or a


def _join(a: _Amount, b: _Amount) -> _Amount | None:
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
    return _Amount(a.first, b.after, low, b.high, False, b.factor, unit=b.unit or a.unit, time=b.time)


def _refers_back(found: Found, numeral: Numeral) -> bool:
    """Whether a small number in words stands for things named before ("the two met")."""
    bare = found.kind is FactKind.QUANTITY and not (found.unit or found.counted or found.scope)
    return bare and numeral.is_word and numeral.high < TENS["twenty"]


def _finish(tokens: Tokens, a: _Amount, dates: dict[int, Found]) -> Found:
    comparator, first = lead_before(tokens, a.first)
    bound, after = bound_behind(tokens, a.after)
    value: Value = a.low if a.low == a.high else (a.low, a.high)
    if isinstance(value, tuple):
        comparator = (
            comparator if a.is_vague and comparator in (Comparator.MORE, Comparator.AT_LEAST) else Comparator.RANGE
        )
    kind = a.unit.kind if a.unit else FactKind.QUANTITY
    found = Found(kind, first, after, value, a.unit.name if a.unit else None, bound or comparator or Comparator.EXACT)
    return _add_counted(tokens, found, dates)


def _add_counted(tokens: Tokens, found: Found, dates: dict[int, Found]) -> Found:
    at, scopes = found.after, []
    rate = read_rate(tokens, at)
    if rate:
        scopes.append(rate[0])
        at = rate[1]
    if tokens.low[at] in _EXTRA and tokens.low[at + 1] != "than":
        scopes.append("more" if tokens.low[at] != "new" else "new")
        at += 1
    counted = None if rate and found.kind is FactKind.MONEY else _read_thing(tokens, found, at)
    if counted:
        at = counted.after
    if not rate and (rate := read_rate(tokens, at)):
        scopes.append(rate[0])
        at = rate[1]
    if found.kind is FactKind.QUANTITY and found.unit is None:
        state = read_state(tokens, found.first, at)
        scopes += [state] if state else []
    scopes += _read_period(tokens, at, dates)
    return replace(found, counted=counted.words if counted else None, scope=SCOPE_JOIN.join(scopes) or None)


def _read_thing(tokens: Tokens, found: Found, at: int) -> Counted | None:
    """What is counted, owed, measured or shared."""
    low = tokens.low
    if low[at] == "-" and tokens.is_glued(at - 1) and low[at + 1].isalpha():
        return Counted(low[at + 1], at + 2)
    if found.kind is FactKind.QUANTITY and found.unit is None:
        return read_described(tokens, at) if found.value == 1 else read_counted(tokens, at)
    is_of = low[at] == "of"
    if low[at] in ("in", "of", "worth", "for"):
        at += 1 + (low[at] == "worth" and low[at + 1] == "of")
        at += low[at] in ("the", "its", "his", "her", "their", "all", "our", "a", "an")
    if found.kind is FactKind.PERCENT:
        return read_counted(tokens, at) or (read_described(tokens, at) if is_of else None)
    return read_described(tokens, at)


def _read_period(tokens: Tokens, at: int, dates: dict[int, Found]) -> list[str]:
    """The date right behind the phrase, as "since 2014"."""
    start = at
    while tokens.low[at] in _PERIOD_LEADS and at < start + 2:
        at += 1
    date = dates.get(at)
    if date is None:
        return []
    lead = tokens.low[start] if at > start else "in"
    return [f"{lead} {date.value}"]


def _finish_time(tokens: Tokens, a: _Amount) -> Found:
    unit = a.time or ""
    value = write_duration(a.low, unit)
    after = a.after
    comparator, first = lead_before(tokens, a.first)
    if a.low != a.high:
        value = f"{value}/{write_duration(a.high, unit)}"
        comparator = Comparator.RANGE
    else:
        rest = read_rest(tokens, after, unit=unit)
        if rest:
            value, after = add_durations(value, write_duration(rest[0], rest[1])), rest[2]
        elif tokens.low[after : after + 3] == ["and", "a", "half"]:
            value, after = write_duration(a.low + 0.5, unit), after + 3
    bound, after = bound_behind(tokens, after)
    if tokens.low[after] == "-" and tokens.low[after + 1] == "long":
        after += 2
    rate = read_rate(tokens, after)
    thing = None if rate else read_described(tokens, after + (tokens.low[after] in ("in", "of")))
    return Found(
        FactKind.DURATION,
        first,
        after,
        value,
        None,
        bound or comparator or Comparator.EXACT,
        thing.words if thing else None,
        rate[0] if rate else _duration_scope(tokens, first, after),
    )


def _duration_scope(tokens: Tokens, first: int, after: int) -> str | None:
    behind = tokens.low[after]
    if behind in ("later", "earlier", "before", "after", "ago"):
        return behind
    lead = tokens.low[first - 1]
    return lead if lead in ("last", "past", "next", "within", "every", "first") else None


def _read_article_time(tokens: Tokens, i: int) -> Found | None:
    """ "for a year", "half an hour", "an hour and a half", "a year-long"."""
    low = tokens.low
    share, at = (0.5, i + 1) if low[i] == "half" else (1.0, i)
    if low[at] not in ("a", "an"):
        return None
    time = read_time_unit(tokens, at + 1)
    if time is None or time.after != at + 2 or low[at + 2] == "ago" or is_plural(low[at + 1]):
        return None
    has_lead = low[i - 1] in _DURATION_LEADS or share == 0.5
    is_long = low[time.after] == "-" and low[time.after + 1] == "long"
    if not (has_lead or is_long or low[time.after : time.after + 3] == ["and", "a", "half"]):
        return None
    return _finish_time(tokens, _Amount(i, time.after, share, share, False, time=time.unit))


def _read_vague_time(tokens: Tokens, i: int) -> Found | None:
    """ "for weeks", "a months-long inquiry", "decades of neglect"."""
    low = tokens.low
    is_long = low[i + 1] == "-" and low[i + 2] == "long"
    if not (is_long or low[i - 1] in _VAGUE_LEADS or (i == 0 and low[1] == "of")):
        return None
    return _finish_time(tokens, _Amount(i, i + 1, VAGUE_LOW, VAGUE_HIGH, True, time=_VAGUE_TIMES[low[i]]))
