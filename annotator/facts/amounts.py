"""Finds numbers in a sentence and what they are amounts of: counts, money, percent, measures, durations.

An amount's value is a number, or a pair of numbers for a range; of durations it is ISO 8601 text. Vague numerals
("dozens") are ranges. Dates keep their figures: tokens already taken are left alone.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from annotator.facts.counted import (
    SCOPE_JOIN,
    Counted,
    is_plural,
    read_counted,
    read_described,
    read_rate,
    read_state,
)
from annotator.facts.durations import (
    DESIGNATORS,
    JOINED,
    VAGUE_HIGH,
    VAGUE_LOW,
    add_durations,
    read_rest,
    read_time_unit,
    write_duration,
)
from annotator.facts.found import Found
from annotator.facts.leads import bound_behind, lead_before
from annotator.facts.levels import read_ellipsis, read_level, read_whole
from annotator.facts.lookalikes import is_lookalike
from annotator.facts.measures import currency_starts, read_currency_before
from annotator.facts.numerals import FEW, TENS, UNITS, VAGUE, Numeral, read_numeral
from annotator.facts.ranges import Amount, extend, read_amount
from annotator.facts.ranks import MULTIPLE_WORDS, read_multiple
from annotator.facts.shares import ORDINAL_WORDS, read_age, read_ordinal, read_share, read_tally
from annotator.facts.tokens import Tokens
from annotator.model import Comparator, FactKind, Value

_VAGUE_LEADS = frozenset({"for", "within", "after", "took", "lasted", "following", "despite", "spent", "through"})
_DURATION_LEADS = frozenset({
    "for", "in", "within", "after", "than", "about", "nearly", "almost", "least", "over", "under", "of", "around", "to",
    "another", "took", "takes", "take", "lasted", "lasting", "spent", "last", "past",
})  # fmt: skip
_VAGUE_TIMES = {f"{unit}s": unit for unit in DESIGNATORS if unit != "second"}
_EXTRA = frozenset({"more", "other", "additional", "extra", "further"})
RECORD = "record"
"""Scope of a time in which something had no like ("the biggest drop in nine months")."""
_SUPERLATIVES = frozenset({"first", "worst", "best", "most", "least", "record", "only"})
_NO_SUPERLATIVES = frozenset({
    "interest", "protest", "request", "arrest", "contest", "forest", "suggest", "invest", "harvest", "conquest",
    "manifest",
})  # fmt: skip
_NEAR_SHARE = 3  # tokens that "40 percent" may stand before what it is of without an "of"
_SUPERLATIVE_REACH = 7  # tokens before the time
_SPAN_WORDS = frozenset({"last", "past", "next", "coming"})
_PERIOD_LEADS = frozenset({"since", "in", "during", "by", "from", "until", "on", "over", "for", "as", "of", "the"})


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
        made = _read(tokens, i, date_at, found[-1] if found else None)
        if made is None or any(taken[made.first : made.after]):
            i += 1
            continue
        found.append(made)
        i = made.after
    return found


@cache
def _starts() -> frozenset[str]:
    return frozenset(
        (
            *UNITS,
            *TENS,
            *VAGUE,
            *FEW,
            *ORDINAL_WORDS,
            *MULTIPLE_WORDS,
            *_VAGUE_TIMES,
            *JOINED,
            *_SPAN_WORDS,
            "a",
            "an",
            "half",
        )
    )


def _read(tokens: Tokens, i: int, dates: dict[int, Found], before: Found | None) -> Found | None:
    low = tokens.low[i]
    if low in ORDINAL_WORDS:
        return read_ordinal(tokens, i)
    if low in _SPAN_WORDS:
        return _read_span(tokens, i)
    if low in JOINED:
        return _read_joined(tokens, i)
    if low in _VAGUE_TIMES:
        return _read_vague_time(tokens, i)
    currency = read_currency_before(tokens, i) if tokens.raw[i] in currency_starts() else None
    at = currency[1] if currency else i
    numeral = read_numeral(tokens, at)
    if currency is None:
        special = _read_special(tokens, i, numeral)
        if special:
            return special
    if numeral is None or (currency is None and is_lookalike(tokens, i, numeral)):
        return None
    amount = extend(tokens, read_amount(tokens, i, numeral, currency[0] if currency else None))
    found = _finish_time(tokens, amount) if amount.time else _add_level(tokens, _finish(tokens, amount, dates), before)
    return None if _refers_back(found, numeral) else found


def _read_special(tokens: Tokens, i: int, numeral: Numeral | None) -> Found | None:
    share = read_share(tokens, i, numeral) or read_multiple(tokens, i, numeral)
    if share:
        comparator, first = lead_before(tokens, share.first)
        return replace(share, first=first, comparator=comparator or share.comparator)
    if numeral is None:
        return _read_article_time(tokens, i)
    return read_ordinal(tokens, i) or read_age(tokens, i, numeral) or read_tally(tokens, i, numeral)


def _refers_back(found: Found, numeral: Numeral) -> bool:
    """Whether a small number in words stands for things named before ("the two met")."""
    bare = found.kind is FactKind.QUANTITY and not (found.unit or found.counted or found.scope)
    return bare and numeral.is_word and numeral.high < TENS["twenty"]


def _finish(tokens: Tokens, a: Amount, dates: dict[int, Found]) -> Found:
    comparator, first = lead_before(tokens, a.first)
    bound, after = bound_behind(tokens, a.after)
    value: Value = a.low if a.low == a.high else (a.low, a.high)
    if isinstance(value, tuple):
        is_floor = a.is_vague and comparator in (Comparator.MORE, Comparator.AT_LEAST)
        comparator = comparator if is_floor else Comparator.RANGE
    if _is_negative(tokens, a) and first == a.first and isinstance(value, float):
        value, first = -value, a.first - 1
    kind = a.unit.kind if a.unit else FactKind.QUANTITY
    found = Found(kind, first, after, value, a.unit.name if a.unit else None, bound or comparator or Comparator.EXACT)
    return _add_counted(tokens, found, dates)


def _add_level(tokens: Tokens, found: Found, before: Found | None) -> Found:
    """The number with what it counts, where that is told only before it."""
    if found.kind is not FactKind.QUANTITY or found.unit or found.counted:
        return found
    level = read_whole(tokens, found.after) or read_level(tokens, found.first)
    if level is None:
        return replace(found, counted=read_ellipsis(tokens, found.first, before))
    scopes = dict.fromkeys([*(found.scope or "").split(SCOPE_JOIN), level[1] or ""])
    return replace(found, counted=level[0], scope=SCOPE_JOIN.join(part for part in scopes if part) or None)


def _is_negative(tokens: Tokens, a: Amount) -> bool:
    """Whether a minus stands before a temperature, a percentage or a sum, not a dash or hyphen."""
    if a.unit is None or a.first == 0:
        return False
    sign, at = tokens.low[a.first - 1], a.first - 1
    return sign == "minus" or (sign in ("-", "−") and tokens.is_glued(at) and not tokens.is_glued(at - 1))


def _add_counted(tokens: Tokens, found: Found, dates: dict[int, Found]) -> Found:
    at, scopes = found.after, []
    rate = read_rate(tokens, at)
    if rate:
        scopes.append(rate[0])
        at = rate[1]
    if tokens.low[at] in _EXTRA and tokens.low[at + 1] != "than":
        scopes.append("more")
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
        if low[at + 1] == "strong":
            return read_described(tokens, at + 2)
        return Counted(low[at + 1], at + 2)
    if found.kind is FactKind.QUANTITY and found.unit is None:
        return read_described(tokens, at) if found.value == 1 else read_counted(tokens, at)
    is_of = low[at] == "of"
    if low[at] in ("in", "of", "worth", "for"):
        at += 1 + (low[at] == "worth" and low[at + 1] == "of")
        at += low[at] in ("the", "its", "his", "her", "their", "all", "our", "a", "an")
    if found.kind is FactKind.PERCENT:
        counted = read_counted(tokens, at)
        is_near = counted is not None and (is_of or counted.after - at <= _NEAR_SHARE)
        return counted if is_near else (read_described(tokens, at) if is_of else None)
    return read_described(tokens, at) if tokens.low[at] not in ORDINAL_WORDS else None


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


def _finish_time(tokens: Tokens, a: Amount) -> Found:
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
    before = tokens.low[max(first - _SUPERLATIVE_REACH, 0) : first - 1]
    if lead in ("in", "for") and any(
        w in _SUPERLATIVES or (w.endswith("est") and len(w) > 5 and w not in _NO_SUPERLATIVES) for w in before
    ):
        return RECORD
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
    return _finish_time(tokens, Amount(i, time.after, share, share, False, time=time.unit))


def _read_span(tokens: Tokens, i: int) -> Found | None:
    """ "over the past year", "in the coming weeks" is left open: no number stands before it."""
    time = read_time_unit(tokens, i + 1)
    if time is None or tokens.low[i - 1] != "the" or is_plural(tokens.low[i + 1]):
        return None
    value = write_duration(1, time.unit)
    return Found(FactKind.DURATION, i, time.after, value, None, Comparator.EXACT, scope=tokens.low[i])


def _read_joined(tokens: Tokens, i: int) -> Found:
    """ "a yearlong boycott", "monthslong talks"."""
    value, thing = JOINED[tokens.low[i]], read_described(tokens, i + 1)
    comparator = Comparator.RANGE if "/" in value else Comparator.EXACT
    return Found(FactKind.DURATION, i, i + 1, value, None, comparator, thing.words if thing else None)


def _read_vague_time(tokens: Tokens, i: int) -> Found | None:
    """ "for weeks", "a months-long inquiry", "decades of neglect"."""
    low = tokens.low
    is_long = low[i + 1] == "-" and low[i + 2] == "long"
    if not (is_long or low[i - 1] in _VAGUE_LEADS or (i == 0 and low[1] == "of")):
        return None
    return _finish_time(tokens, Amount(i, i + 1, VAGUE_LOW, VAGUE_HIGH, True, time=_VAGUE_TIMES[low[i]]))
