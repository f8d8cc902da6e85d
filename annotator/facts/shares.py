"""Reads numbers that are no amounts: shares ("two-thirds", "four in 10"), tallies ("6-3"), ordinals, ages."""

from __future__ import annotations

from annotator.facts.counted import read_counted, read_described
from annotator.facts.found import Found
from annotator.facts.numerals import Numeral
from annotator.facts.ranks import read_rank
from annotator.facts.tokens import Tokens
from annotator.model import Comparator, FactKind

TALLY = "tally"
"""Unit of votes and scores, whose value is a string: "6-3"."""
AGE = "age"

_PARTS = {
    "half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5,
    "sixth": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "twentieth": 20,
}  # fmt: skip
ORDINAL_WORDS = frozenset(_ORDINALS)
_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_DETERMINERS = frozenset({"the", "a", "his", "her", "its", "their", "our", "my", "'s", "every"})
_CONTEST = frozenset({
    "vote", "voted", "votes", "voting", "passed", "approved", "rejected", "won", "win", "wins", "lost", "lose", "beat",
    "beats", "defeated", "victory", "defeat", "lead", "led", "score", "scored", "ruled", "ruling", "split", "tied",
    "decision", "majority", "margin", "opinion", "loss", "tie", "draw", "drew", "favor", "favour", "tally", "party",
})  # fmt: skip
_REACH = 4  # tokens around two figures in which a word of contest makes them a tally
_MAX_TALLY = 999
_MAX_AGE = 115
_MIN_AGE = 10  # of an age without a noun; smaller figures without one are marks, ranks and the like
_AGE_ENDS = frozenset({".", ",", ";", ")", "when", "at", "and", "but", "in", "on", "last", "this", "next", "years"})


def read_tally(tokens: Tokens, i: int, numeral: Numeral) -> Found | None:
    """Votes and scores: "6-3", "voted 61 to 39", "7 votes to 3"."""
    low, at = tokens.low, numeral.after
    voted = low[at] in ("votes", "vote") and low[at + 1] == "to"
    at += voted
    if low[at] not in ("-", "to") or numeral.is_vague:
        return None
    second = tokens.raw[at + 1]
    word = _SMALL.get(low[at + 1])
    if not ((second.isdecimal() and second.isascii() and len(second) <= 3) or word is not None):
        return None
    ours, theirs = int(numeral.low), word if word is not None else int(second)
    if numeral.low != ours or ours > _MAX_TALLY or tokens.low[at + 2] in ("%", "percent"):
        return None
    glued = low[at] == "-" and tokens.is_glued(at - 1) and tokens.is_glued(at)
    if low[at] == "-" and not glued:
        return None
    if voted or (_is_contest(tokens, i, at + 2) and not (low[at] == "to" and low[i - 1] == "from")):
        return Found(FactKind.QUANTITY, i, at + 2, f"{ours}-{theirs}", TALLY, Comparator.EXACT)
    return None


def _is_contest(tokens: Tokens, first: int, after: int) -> bool:
    """Whether a word of contest stands near the figures in their clause."""
    for step, start in ((-1, first - 1), (1, after)):
        for j in range(start, start + step * _REACH, step):
            if not 0 <= j < tokens.count or tokens.low[j] in (",", ";", ":", "(", ")"):
                break
            if tokens.low[j] in _CONTEST:
                return True
    return False


_SMALL = {
    "zero": 0, "nil": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
}  # fmt: skip


def read_share(tokens: Tokens, i: int, numeral: Numeral | None) -> Found | None:
    """ "half of", "a third of", "two-thirds", "four in 10" as percent."""
    low = tokens.low
    if numeral and numeral.low == int(numeral.low) and not numeral.is_vague:
        at = numeral.after
        if low[at] in ("in", "of") or (low[at] == "out" and low[at + 1] == "of"):
            return _read_in(tokens, i, numeral, at + 1 + (low[at] == "out"))
        at += low[at] == "-"
        if low[at] in _PARTS and numeral.low < _PARTS[low[at]] and (numeral.low > 1 or low[i] in ("one", "1")):
            return _share(tokens, i, at + 1, 100 * numeral.low / _PARTS[low[at]])
        return None
    if low[i] == "half":
        follows = low[i + 1] in ("of", "the", "its", "his", "her", "their", "our", "all")
        led = low[i - 1] not in ("first", "second", "other", "a", "and", "last", "latter")
        return _share(tokens, i, i + 1, 50.0) if follows and led else None
    is_part = low[i] in ("a", "an") and low[i + 1] in _PARTS and low[i + 1] != "half"
    if is_part and (low[i + 2] == "of" or low[i - 1] == "by"):
        return _share(tokens, i, i + 2, 100 / _PARTS[low[i + 1]])
    return None


def read_ordinal(tokens: Tokens, i: int) -> Found | None:
    """ "the third attempt", "his 21st birthday"; "the second day of" is at least two days."""
    low = tokens.low
    number, after = _ORDINALS.get(low[i]), i + 1
    if number is None:
        raw = tokens.raw[i]
        if not (raw.isdecimal() and raw.isascii() and len(raw) <= 3 and low[after] in _ENDINGS and tokens.is_glued(i)):
            return None
        number, after = int(raw), i + 2
    rank = read_rank(tokens, i, number, after)
    if rank is not None or (low[i] in _ORDINALS and low[i - 1] not in _DETERMINERS):
        return rank
    if low[after] in ("day", "week", "month", "year") and low[after + 1] == "of" and low[i - 1] == "the":
        value = f"P{number}{low[after][0].upper()}"
        return Found(FactKind.DURATION, i - 1, after + 2, value, None, Comparator.AT_LEAST)
    described = read_described(tokens, after)
    is_name = tokens.raw[i][0].isupper() and tokens.raw[after][:1].isupper()
    if described is None or is_name or low[after] in _ORDINALS:
        return None
    return Found(FactKind.ORDINAL, i, after, number, counted=described.words)


def read_age(tokens: Tokens, i: int, numeral: Numeral) -> Found | None:
    """ "14 years old", "a 14-year-old", "aged 41", "Maren Holt, 41,"."""
    if not 0 < numeral.low <= _MAX_AGE or numeral.is_vague:
        return None
    low, at = tokens.low, numeral.after
    at += low[at] == "-"
    if low[at] in ("year", "years") and low[at + 1 + (low[at + 1] == "-")] in ("old", "olds"):
        return _age(i, at + 2 + (low[at + 1] == "-"), numeral)
    if low[at : at + 3] == ["years", "of", "age"]:
        return _age(i, at + 3, numeral)
    if _is_bare_age(tokens, i, numeral):
        return _age(i, numeral.after, numeral)
    if low[numeral.after] != "-" and (low[i - 1] in ("aged", "age") or low[i - 2 : i] == ["age", "of"]):
        return _age(i, numeral.after, numeral)
    name = tokens.raw[i - 2]
    is_closed = low[numeral.after] in (",", ";") or (
        low[numeral.after] == "-" and not tokens.is_glued(numeral.after - 1)
    )
    in_commas = (low[i - 1] == "," and is_closed) or (low[i - 1] == "(" and low[numeral.after] == ")")
    if (
        in_commas
        and not numeral.is_word
        and name[:1].isupper()
        and name.isalpha()
        and len(tokens.raw[i]) <= 3
        and i >= 2
    ):
        return _age(i, numeral.after, numeral)
    return None


def _is_bare_age(tokens: Tokens, i: int, numeral: Numeral) -> bool:
    """Whether a figure without a noun is an age: "She was 47.", "Ada Voll turns 60 in May", "died at 93"."""
    low, raw = tokens.low, tokens.raw
    is_closed = low[numeral.after] in _AGE_ENDS or numeral.after >= tokens.count
    if i < 2 or not is_closed or numeral.low < _MIN_AGE:
        return False
    if low[i - 1] == "at":
        return low[i - 2] in ("died", "dies", "dead", "die")
    if low[i - 1] not in ("is", "was", "turned", "turns", "be"):
        return False
    is_person = low[i - 2] in ("he", "she", "who") or (i > 2 and _are_names(raw[i - 3 : i - 1]))
    return is_person and not tokens.is_title_case()


def _are_names(words: list[str]) -> bool:
    return all(word[:1].isupper() and word[1:].islower() for word in words)


def _age(first: int, after: int, numeral: Numeral) -> Found:
    return Found(FactKind.QUANTITY, first, after, numeral.low, "year", Comparator.EXACT, AGE)


def _read_in(tokens: Tokens, i: int, numeral: Numeral, at: int) -> Found | None:
    raw = tokens.raw[at]
    whole = _SMALL.get(tokens.low[at]) or (int(raw) if raw.isdecimal() and raw.isascii() and len(raw) <= 4 else 0)
    if tokens.low[at - 1] == "of" and tokens.low[at - 2] != "out" and whole not in (10, 100):
        return None
    if not 2 <= whole <= 1000 or numeral.low >= whole or (raw.isdecimal() and len(raw) == 4 and raw != "1000"):
        return None
    return _share(tokens, i, at + 1, 100 * numeral.low / whole)


def _share(tokens: Tokens, first: int, after: int, percent: float) -> Found:
    counted = read_counted(tokens, after + (tokens.low[after] in ("the", "its", "his", "her", "their", "our", "all")))
    value = round(percent, 2)
    return Found(FactKind.PERCENT, first, after, value, None, Comparator.ABOUT, counted.words if counted else None)
