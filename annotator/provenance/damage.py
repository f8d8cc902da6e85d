"""Which traces do a translation and a hurried hand leave in a text?

A copy that went through another language carries that language's commas, quotation marks, letters and lack of articles;
a slip of the hand is mended by whoever copies it.
"""

from __future__ import annotations

import re

MIN_WORDS = 80  # from which the share of articles tells anything
FEW_ARTICLES, USUAL_ARTICLES = 0.035, 0.06  # share of words; English news has 0.07 to 0.11
MAX_READ = 20_000  # characters of a text that are looked at
_WORD = re.compile(r"[^\W\d_]+")
_ARTICLES = frozenset({"the", "a", "an"})
_DECIMAL_COMMA = re.compile(r"(?<![\d,.])\d{1,3},\d{1,2} ?(?:million|billion|trillion|thousand|per ?cent|%|[€$£])")
_FOREIGN_MARKS = re.compile(r"«[^»\n]{1,200}»|„[^“”\n]{1,200}[“”]")
_FOREIGN_LETTERS = re.compile(r"[\u0370-\u03ff\u0400-\u04ff\u0590-\u06ff\u0900-\u0dff\u3040-\u30ff\u4e00-\u9fff]{2,}")
_DOUBLED = re.compile(r"\b([a-z]{2,})\s+\1\b")
_NO_DOUBLES = frozenset({"had", "that", "long", "very", "no", "so", "ha", "bye"})
_RUN_ON = re.compile(r"[a-z]{3,}[.,][A-Z][a-z]{2,}")


def find_translation(text: str, other: str) -> str | None:
    """What shows that a text went through another language and the other did not; None where nothing does."""
    for trace in (_DECIMAL_COMMA, _FOREIGN_MARKS, _FOREIGN_LETTERS):
        found = trace.search(text, 0, MAX_READ)
        if found and not trace.search(other, 0, MAX_READ):
            return f"“{found[0].strip()}”"
    ours, theirs = _articles(text), _articles(other)
    if ours is not None and theirs is not None and ours < FEW_ARTICLES and theirs > USUAL_ARTICLES:
        return "hardly any articles"
    return None


def count_slips(text: str) -> int:
    """Words written twice and blanks left out, which whoever copies a text mends."""
    doubled = sum(m[1] not in _NO_DOUBLES for m in _DOUBLED.finditer(text, 0, MAX_READ))
    return doubled + sum(1 for _ in _RUN_ON.finditer(text, 0, MAX_READ))


def _articles(text: str) -> float | None:
    """Share of articles among the words; None for a text too short to tell."""
    words = _WORD.findall(text[:MAX_READ].lower())
    return sum(w in _ARTICLES for w in words) / len(words) if len(words) >= MIN_WORDS else None
