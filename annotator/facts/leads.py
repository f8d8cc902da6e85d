"""Reads the words around a number that bound or soften it: "more than", "at least", "or so"."""

from __future__ import annotations

from annotator.facts.tokens import Tokens
from annotator.model import Comparator

_A, _M, _AL, _L, _AM, _E = (
    Comparator.ABOUT,
    Comparator.MORE,
    Comparator.AT_LEAST,
    Comparator.LESS,
    Comparator.AT_MOST,
    Comparator.EXACT,
)
BEFORE = {
    "about": _A, "around": _A, "some": _A, "roughly": _A, "approximately": _A, "nearly": _A, "almost": _A,
    "approx": _A, "circa": _A, "close to": _A, "near": _A, "an estimated": _A, "estimated": _A, "estimated at": _A,
    "in the region of": _A, "in the neighborhood of": _A, "something like": _A, "virtually": _A, "~": _A,
    "more than": _M, "over": _M, "above": _M, "greater than": _M, "higher than": _M, "upwards of": _M,
    "upward of": _M, "in excess of": _M, "exceeding": _M, "exceeded": _M, "topping": _M, "topped": _M, ">": _M,
    "longer than": _M, "north of": _M, "beyond": _M,
    "at least": _AL, "no fewer than": _AL, "no less than": _AL, "not less than": _AL, "a minimum of": _AL,
    "minimum of": _AL, "at a minimum": _AL, "not fewer than": _AL,
    "fewer than": _L, "less than": _L, "under": _L, "below": _L, "lower than": _L, "shorter than": _L, "<": _L,
    "up to": _AM, "at most": _AM, "no more than": _AM, "not more than": _AM, "as many as": _AM, "as much as": _AM,
    "a maximum of": _AM, "maximum of": _AM, "as high as": _AM, "as long as": _AM,
    "exactly": _E, "precisely": _E, "only": _E, "just": _E, "a total of": _E, "total of": _E, "fully": _E,
}  # fmt: skip
BEHIND = {
    "or more": _AL, "or so": _A, "or fewer": _AM, "or less": _AM, "and more": _AL, "or thereabouts": _A,
    "and above": _AL, "and over": _AL, "and up": _AL, "or above": _AL, "or over": _AL,
}  # fmt: skip
BEHIND_HYPHEN = {"plus": _AL, "odd": _A, "something": _A}
JUST_BELOW = frozenset({"nearly", "almost", "virtually", "close", "near"})  # "about", but not above
_STRENGTH = frozenset({"well", "just", "slightly", "far", "only", "much", "little", "a", "roughly"})
_STRENGTHENED = frozenset({_M, _L})
_MAX_WORDS = 4


def lead_before(tokens: Tokens, i: int) -> tuple[Comparator | None, int]:
    """The comparator in front of token `i` and the first token of its words; (None, i) for none."""
    for words in range(_MAX_WORDS, 0, -1):
        if i < words:
            continue
        comparator = BEFORE.get(" ".join(tokens.low[i - words : i]))
        if comparator is None:
            continue
        first = i - words
        if comparator in _STRENGTHENED and first and tokens.low[first - 1] in _STRENGTH:
            first -= 1
            first -= first > 0 and tokens.low[first] == "little" and tokens.low[first - 1] == "a"
        return comparator, first
    return None, i


def bound_behind(tokens: Tokens, i: int) -> tuple[Comparator | None, int]:
    """The comparator at token `i` behind a number and the token after it; (None, i) for none."""
    if tokens.low[i] == "+" and tokens.is_glued(i - 1):
        return Comparator.AT_LEAST, i + 1
    if tokens.low[i] == "-" and tokens.low[i + 1] in BEHIND_HYPHEN and tokens.is_glued(i - 1):
        return BEHIND_HYPHEN[tokens.low[i + 1]], i + 2
    comparator = BEHIND.get(f"{tokens.low[i]} {tokens.low[i + 1]}")
    return (comparator, i + 2) if comparator else (None, i)
