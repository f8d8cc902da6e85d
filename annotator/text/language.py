"""Whether a text is English, by the share of its commonest words; a guess where it is not."""

from __future__ import annotations

import re
from functools import cache

from annotator.text.resources import load_table

UNDETERMINED = "und"  # BCP 47

MIN_WORDS = 40  # a shorter text passes for English unless another language shows twice as clearly
MIN_FEW_WORDS = 8  # fewer say nothing about a language written in Latin letters
MIN_SHARE = 0.12  # of words that are common ones; English news has 0.35, headlines and lists 0.15
MIN_LATIN = 0.5  # share of letters from Latin alphabets
SAMPLE = 20_000  # characters from the middle of the text

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")


def detect_language(text: str) -> str:
    """A BCP 47 code: "en", another language that the text's common words point to, or "und"."""
    start = max(0, (len(text) - SAMPLE) // 2)
    words = _WORD.findall(text[start : start + SAMPLE].casefold())
    letters = "".join(words)
    is_latin = len(_LATIN.findall(letters)) >= MIN_LATIN * len(letters)
    if not words:
        return "en"
    shares = {code: sum(map(common.__contains__, words)) / len(words) for code, common in _common_words().items()}
    best = max(shares, key=lambda code: (shares[code], code == "en"))
    if len(words) >= MIN_WORDS:
        return best if shares[best] >= MIN_SHARE else UNDETERMINED
    if len(words) >= MIN_FEW_WORDS and shares[best] >= 2 * MIN_SHARE and not shares["en"]:
        return best
    return "en" if is_latin else UNDETERMINED


@cache
def _common_words() -> dict[str, frozenset[str]]:
    return {code: frozenset(words) for code, words in load_table("annotator.text", "data/stop_words.toml").items()}
