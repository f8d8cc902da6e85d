"""Reads one number, in figures or in words, at a place in a sentence; does not ask what it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from annotator.facts.tokens import Tokens

MAX_DIGITS = 18  # longer figures are identifiers, not amounts

_MAX_FACTOR = 1e12  # a longer chain of magnitudes is no number
_MAX_PIECES = 8  # "one billion two hundred million ..." has no more

UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
MAGNITUDES = {
    "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 10**9, "trillion": 10**12,
    "quadrillion": 10**15, "lakh": 100_000, "crore": 10_000_000, "dozen": 12,
}  # fmt: skip
SHORT_MAGNITUDES = {
    "k": 1_000, "m": 1_000_000, "mn": 1_000_000, "mln": 1_000_000, "mm": 1_000_000, "b": 10**9, "bn": 10**9,
    "bln": 10**9, "tn": 10**12, "trn": 10**12, "mio": 1_000_000, "cr": 10_000_000,
}  # fmt: skip
_GLUED_ONLY = frozenset({"k", "m", "b", "mm", "cr"})  # read as words or units when a blank stands before them
_SPECIAL_ENDINGS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

VAGUE = {
    "tens": (20, 99), "dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2_000, 9_999),
    "millions": (2 * 10**6, 10**7 - 1), "billions": (2 * 10**9, 10**10 - 1), "trillions": (2 * 10**12, 10**13 - 1),
}  # fmt: skip
FEW = {"several": (3, 9), "few": (3, 9), "handful": (3, 9), "couple": (2, 3)}

_GROUPED_BY_COMMA = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_GROUPED_BY_DOT = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}")
_DECIMAL_COMMA = re.compile(r"\d+,\d+")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number from `low` to `high` (the same for an exact one) that ends before token `after`."""

    low: float
    high: float
    after: int
    is_vague: bool = False
    """ "dozens", "several hundred": the bounds are conventional."""
    is_word: bool = False
    """Spelled out."""
    factor: float = 1.0
    """What its magnitude multiplied it by ("15 million"), so that "10 to 15 million" can be read."""


def read_figure(figure: str) -> float | None:
    """The value of digits with separators, in the English or the continental convention; None for versions and ids.

    A lone dot is a decimal point; a lone comma groups thousands if three digits follow it, else it is a decimal one.
    """
    if len(figure) > MAX_DIGITS + 6:
        return None
    if figure.isdecimal() and figure.isascii():
        return float(int(figure)) if len(figure) <= MAX_DIGITS else None
    if not figure.isascii():
        return None
    if _GROUPED_BY_COMMA.fullmatch(figure):
        return float(figure.replace(",", ""))
    if _GROUPED_BY_DOT.fullmatch(figure):
        return float(figure.replace(".", "").replace(",", "."))
    if _DECIMAL_COMMA.fullmatch(figure):
        return float(figure.replace(",", "."))
    if figure.count(".") == 1 and "," not in figure:
        return float(figure)
    return None


def read_numeral(tokens: Tokens, i: int) -> Numeral | None:
    """The longest number that starts at token `i`."""
    raw = tokens.raw[i]
    if not raw:
        return None
    if raw[0].isdigit():
        return _read_figures(tokens, i)
    low = tokens.low[i]
    if low in UNITS or low in TENS:
        return _read_words(tokens, i)
    if low in VAGUE:
        return _read_vague(tokens, i)
    if low in ("a", "an", "half", "several", "few"):
        return _read_article(tokens, i)
    return None


def read_magnitude(tokens: Tokens, i: int) -> tuple[float, int]:
    """The factor of "million", "bn", "hundred thousand" at token `i`, and the token after it; (1, i) for none."""
    factor = 1.0
    while factor < _MAX_FACTOR:
        low = tokens.low[i]
        hyphen = low == "-" and tokens.is_glued(i - 1) and tokens.is_glued(i) and tokens.low[i + 1] in MAGNITUDES
        if hyphen:
            i += 1
            low = tokens.low[i]
        if low in MAGNITUDES:
            factor *= MAGNITUDES[low]
        elif low in SHORT_MAGNITUDES and (low not in _GLUED_ONLY or tokens.is_glued(i - 1)) and factor == 1:
            return factor * SHORT_MAGNITUDES[low], i + 1
        else:
            break
        i += 1
    return factor, i


def _read_figures(tokens: Tokens, i: int) -> Numeral | None:
    figure, after = _join_groups(tokens, i)
    value = read_figure(figure)
    if value is None:
        return None
    part, after = _read_fraction(tokens, after)
    factor, after = read_magnitude(tokens, after)
    value = _tidy((value + part) * factor)
    return Numeral(value, value, after, factor=factor)


def _read_fraction(tokens: Tokens, i: int) -> tuple[float, int]:
    """The fraction behind a whole number, "2½" or "10 1/2"."""
    if tokens.is_glued(i - 1) and tokens.raw[i] in _SPECIAL_ENDINGS:
        return _SPECIAL_ENDINGS[tokens.raw[i]], i + 1
    top, bottom = tokens.raw[i], tokens.raw[i + 2]
    if tokens.low[i + 1] == "/" and top in ("1", "2", "3") and bottom in ("2", "3", "4") and top < bottom:
        return int(top) / int(bottom), i + 3
    return 0.0, i


def _join_groups(tokens: Tokens, i: int) -> tuple[str, int]:
    """Figures grouped by hard or thin blanks ("1 234 567") as one figure."""
    figure = tokens.raw[i]
    after = i + 1
    if len(figure) > 3:
        return figure, after
    text = tokens.text
    while (
        len(tokens.raw[after]) == 3
        and tokens.raw[after].isdecimal()
        and text[tokens.end[after - 1] : tokens.start[after]] in ("\u00a0", "\u202f", "\u2009")
    ):
        figure += tokens.raw[after]
        after += 1
    return figure, after


def _read_words(tokens: Tokens, i: int) -> Numeral:
    """A cardinal in words, "two hundred and fifty-one thousand", "one and a half million"."""
    total, group, after = 0.0, 0.0, i
    low = tokens.low
    for _ in range(_MAX_PIECES):
        piece, after = _read_below_hundred(tokens, after)
        group += piece
        for half in (["and", "a", "half"], ["-", "and", "-", "a", "-", "half"]):
            if low[after : after + len(half)] == half:
                group, after = group + 0.5, after + len(half)
        factor, after = read_magnitude(tokens, after)
        if factor >= 1000:
            total, group = total + group * factor, 0.0
        else:
            group *= factor
        goes_on = after + 1 if low[after] == "and" else after
        next_below = low[goes_on] in UNITS or low[goes_on] in TENS
        scaled = low[after - 1] in MAGNITUDES and low[after - 1] != "dozen"
        if not (scaled and next_below):
            break
        after = goes_on
    value = _tidy(total + group)
    return Numeral(value, value, after, is_word=True, factor=float(MAGNITUDES.get(low[after - 1], 1)))


def _read_below_hundred(tokens: Tokens, i: int) -> tuple[float, int]:
    low = tokens.low
    if low[i] in UNITS:
        return UNITS[low[i]], i + 1
    value = float(TENS[low[i]])
    follow = i + 2 if low[i + 1] == "-" and tokens.is_glued(i) and tokens.is_glued(i + 1) else i + 1
    if UNITS.get(low[follow], 10) < 10:
        return value + UNITS[low[follow]], follow + 1
    return value, i + 1


def _read_vague(tokens: Tokens, i: int) -> Numeral:
    """ "dozens", "hundreds of thousands"."""
    least, most = VAGUE[tokens.low[i]]
    after = i + 1
    if tokens.low[after] == "of" and tokens.low[after + 1] in VAGUE and tokens.low[after + 1] not in ("tens", "scores"):
        factor = VAGUE[tokens.low[after + 1]][0] / 2
        unit = {"tens": 10, "dozens": 12, "scores": 20}.get(tokens.low[i], 100)
        least, most, after = int(2 * unit * factor), int(10 * max(unit, 10) * factor) - 1, after + 2
    return Numeral(float(least), float(most), after, is_vague=True, is_word=True)


def _read_article(tokens: Tokens, i: int) -> Numeral | None:
    """ "a hundred", "half a million", "several thousand", "a few dozen", "a couple of", "half a dozen"."""
    low = tokens.low
    share = 1.0
    if low[i] == "half":
        share, i = 0.5, i + 1
        if low[i] == "-" and low[i + 1] == "dozen":
            return Numeral(6, 6, i + 2, is_word=True)
    at = i + 1 if low[i] in ("a", "an") else i
    if share == 1 and low[at] in FEW:
        return _read_few(tokens, at)
    if at == i or low[at] not in MAGNITUDES:
        return None
    factor, after = read_magnitude(tokens, at)
    value = _tidy(share * factor)
    if share == 1 and low[after] == "and" and (low[after + 1] in UNITS or low[after + 1] in TENS):
        rest = _read_words(tokens, after + 1)
        if rest.high < factor:
            value, after = value + rest.high, rest.after
    return Numeral(value, value, after, is_word=True)


def _read_few(tokens: Tokens, i: int) -> Numeral | None:
    least, most = FEW[tokens.low[i]]
    after = i + 1
    if tokens.low[i] in ("couple", "handful"):
        if tokens.low[after] == "of":
            return Numeral(least, most, after + 1, is_vague=True, is_word=True)
        if tokens.low[i] == "handful":
            return None
    factor, after = read_magnitude(tokens, after)
    if tokens.low[i] == "few" and factor == 1 and tokens.low[i - 1] not in ("a", "last", "past", "next", "first"):
        return None
    return Numeral(least * factor, most * factor + (factor - 1), after, is_vague=True, is_word=True)


def _tidy(value: float) -> float:
    """The value without the dust of binary fractions (29.8 * 10**9)."""
    return float(round(value, 6))
