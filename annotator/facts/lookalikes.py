"""Tells numbers that are no amounts: parts of names, labels, addresses, identifiers, idioms with "one"."""

from __future__ import annotations

from annotator.facts.calendar_dates import ORDINAL_ENDINGS
from annotator.facts.counted import is_label, is_one_idiom, read_counted
from annotator.facts.durations import read_time_unit
from annotator.facts.measures import read_unit
from annotator.facts.names import words
from annotator.facts.numerals import Numeral, read_numeral
from annotator.facts.tokens import Tokens

_GLUE = frozenset("/#@_.=?&%")
_MAX_PLAIN_DIGITS = 7  # a longer figure without separators is an identifier
_ADDRESS = 4  # tokens from a house number to "Street"
_ONE_LEADS = frozenset({"no", "any", "every", "each", "the", "this", "that", "which", "another", "some"})


def is_lookalike(tokens: Tokens, i: int, numeral: Numeral) -> bool:
    """Whether the number at token `i` is a name or an idiom: "Berth 4", "iPhone 15", "one of", "3/4", "555-0199"."""
    after = numeral.after
    if after == i + 1 and tokens.low[i] == "one":
        return is_one_idiom(tokens.low[after]) or tokens.low[i - 1] in _ONE_LEADS
    if not tokens.raw[i][0].isdigit():
        return False
    return _is_identifier(tokens, i, numeral) or _is_address(tokens, after) or _is_labelled(tokens, i, after)


def _is_identifier(tokens: Tokens, i: int, numeral: Numeral) -> bool:
    """Whether other figures, letters or signs are stuck to the figures, or they are too long to be counted."""
    after = numeral.after
    before = tokens.raw[i - 1] if i and tokens.is_glued(i - 1) else ""
    if before and (before[-1].isalnum() or before in _GLUE):
        return True
    if before in ("'", "’", "‘", "′") or (tokens.low[after] in ORDINAL_ENDINGS and tokens.is_glued(after - 1)):
        return True
    if before and tokens.low[i - 1] == "-" and i >= 2 and tokens.is_glued(i - 2):
        return True
    if len(tokens.raw[i]) > _MAX_PLAIN_DIGITS and tokens.raw[i].isdecimal():
        return True
    if not (tokens.is_glued(after - 1) and tokens.raw[after + 1][:1].isdigit()):
        return False
    sign = tokens.low[after]
    return sign in ("/", "'", "′") or (sign == "-" and tokens.is_glued(after) and _falls(tokens, after + 1, numeral))


def _falls(tokens: Tokens, i: int, numeral: Numeral) -> bool:
    """Whether the figures behind a hyphen are no greater: a telephone or serial number, not a range."""
    second = read_numeral(tokens, i)
    return second is not None and second.high <= numeral.low and second.factor == numeral.factor


def _is_address(tokens: Tokens, after: int) -> bool:
    reach = range(after + 1, after + _ADDRESS)
    return any(tokens.low[j] in words("roads") and tokens.raw[j][0].isupper() for j in reach)


def _is_labelled(tokens: Tokens, i: int, after: int) -> bool:
    """Whether the word before makes the figures a name ("Article 5", "No. 3", "Apollo 11") and nothing is counted."""
    before, low = tokens.raw[i - 1], tokens.low
    if low[i - 1] == "." and low[i - 2] == "no":
        return True
    if is_label(low[i - 1]) and before[:1].isupper():
        return True
    is_name = before != low[i - 1] and before.isalpha() and i >= 2
    return (is_name or is_label(low[i - 1])) and not _has_noun(tokens, after)


def _has_noun(tokens: Tokens, i: int) -> bool:
    """Whether something countable or a unit follows."""
    return (
        read_counted(tokens, i) is not None
        or read_unit(tokens, i, amount=1) is not None
        or read_time_unit(tokens, i) is not None
        or (tokens.low[i] == "-" and tokens.is_glued(i))
    )
