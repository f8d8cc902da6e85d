"""Reads places in a row without a noun and how many times as much: "finished third", "second-largest", "doubled"."""

from __future__ import annotations

from annotator.facts.counted import read_described
from annotator.facts.found import Found
from annotator.facts.numerals import Numeral
from annotator.facts.tokens import Tokens
from annotator.model import Comparator, FactKind

PLACE = "place"
"""What a rank without a noun counts."""
TIMES = "times"
"""Unit of a multiple: "tripled" is 3 times."""

_RANKING = frozenset({
    "finish", "finishes", "finished", "finishing", "place", "places", "placed", "came", "come", "comes", "coming",
    "rank", "ranks", "ranked", "ranking", "rated", "stood", "lies", "lay",
})  # fmt: skip
_NOT_RANKS = frozenset({"time", "times", "in", "half"})
_NO_SUPERLATIVES = frozenset({"request", "interest", "protest", "contest", "arrest", "harvest", "forest", "invest"})
_MULTIPLES = {
    "doubled": 2.0, "doubling": 2.0, "tripled": 3.0, "tripling": 3.0, "trebled": 3.0, "trebling": 3.0,
    "quadrupled": 4.0, "quadrupling": 4.0, "quintupled": 5.0, "halved": 0.5, "halving": 0.5, "twofold": 2.0,
    "threefold": 3.0, "fourfold": 4.0, "fivefold": 5.0, "sixfold": 6.0, "sevenfold": 7.0, "eightfold": 8.0,
    "ninefold": 9.0, "tenfold": 10.0,
}  # fmt: skip
_INFINITIVES = {"double": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0, "halve": 0.5}
_AUXILIARIES = frozenset({"to", "will", "would", "could", "may", "might", "should", "can", "must", "than", "nearly"})
_COMPARISONS = frozenset({
    "as", "more", "higher", "larger", "bigger", "greater", "faster", "longer", "the", "its", "that", "what", "likelier",
})  # fmt: skip
MULTIPLE_WORDS = frozenset((*_MULTIPLES, *_INFINITIVES))


def read_rank(tokens: Tokens, i: int, number: int, after: int) -> Found | None:
    """The rank whose ordinal is tokens [i, after): "came in fifth", "the second-largest port"."""
    low = tokens.low
    at = after + (low[after] == "-")
    if _is_superlative(low[at], low[at + 1]):
        described = read_described(tokens, at + (low[at] in ("most", "least")))
        return Found(FactKind.ORDINAL, i, after, number, counted=described.words) if described else None
    before = i - 1 - (low[i - 1] == "in")
    if low[before] not in _RANKING or low[after] in _NOT_RANKS - {"in"} or low[after].isdigit():
        return None
    is_bare = low[after] in ("in", "of", "at", "out", "among", "behind", "place", "") or not low[after][:1].isalpha()
    return Found(FactKind.ORDINAL, i, after, number, counted=PLACE) if is_bare else None


def read_multiple(tokens: Tokens, i: int, numeral: Numeral | None) -> Found | None:
    """ "doubled", "is to triple", "a fivefold rise", "three times as many"."""
    low = tokens.low
    if low[i] in _MULTIPLES:
        return _multiple(i, i + 1, _MULTIPLES[low[i]])
    if low[i] in _INFINITIVES:
        return _multiple(i, i + 1, _INFINITIVES[low[i]]) if low[i - 1] in _AUXILIARIES else None
    if numeral is None or numeral.is_vague or numeral.low != numeral.high:
        return None
    at = numeral.after
    if low[at] == "times" and low[at + 1] in _COMPARISONS:
        return _multiple(i, at + 1, numeral.low)
    at += low[at] == "-"
    return _multiple(i, at + 1, numeral.low) if low[at] == "fold" else None


def _multiple(first: int, after: int, value: float) -> Found:
    return Found(FactKind.QUANTITY, first, after, value, TIMES, Comparator.EXACT)


def _is_superlative(word: str, following: str) -> bool:
    if word in ("most", "least", "best", "worst"):
        return following[:1].isalpha()
    return (
        len(word) > len("best") and word.endswith("est") and word not in ("request", "interest", "protest", "contest")
    )
