"""Cuts a sentence into words, figures and signs: the one pass that every finder of facts reads from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from annotator.model import Span

PADDING = 8  # empty tokens behind the last one, so that looking a few words ahead or behind needs no bounds check

MIN_HEADLINE = 4  # words
# Words that headlines leave small.
_SMALL = frozenset({
    "a", "an", "the", "of", "in", "on", "at", "by", "for", "with", "from", "to", "and", "or", "but", "as", "is",
    "are", "into", "over", "after", "be", "per", "vs", "not", "its", "his", "her", "their", "than", "that", "s",
    "t",
})  # fmt: skip

_CLITIC = r"(?:s|ll|re|ve|d|m)\b"
_TOKEN = re.compile(
    rf"""
      \d+(?:[.,]\d+)*                                       # 1,234.56
    | [^\W\d_](?:\.[^\W\d_])+(?![^\W\d_])\.?                # U.S., a.m.
    | [^\W\d_]+(?:['’](?!{_CLITIC})[^\W\d_]+)*              # word, don't, O'Brien
    | ['’]{_CLITIC}                                         # 's, 'll
    | \S
    """,
    re.VERBOSE,
)
_MARKS = str.maketrans("’–—―−‑‐", "'------")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists, one entry a token, with `PADDING` empty entries at the end (negative indexes read those)."""

    text: str
    """The whole document."""
    raw: list[str]
    low: list[str]
    """Lower case, with straight apostrophes and hyphens."""
    start: list[int]
    end: list[int]
    count: int

    def span(self, first: int, after: int) -> Span:
        """The characters from token `first` up to, not including, token `after`."""
        return Span(self.start[first], self.end[after - 1])

    def slice(self, first: int, after: int) -> str:
        """The document's characters of these tokens."""
        return self.text[self.start[first] : self.end[after - 1]]

    def is_title_case(self) -> bool:
        """Whether all but small words are capitalised, as in a headline; capitals then tell nothing."""
        words = [raw for raw, low in zip(self.raw, self.low, strict=True) if raw.isalpha() and low not in _SMALL]
        return len(words) >= MIN_HEADLINE and all(word[0].isupper() for word in words)

    def is_glued(self, i: int) -> bool:
        """Whether token i + 1 follows token i without a blank."""
        return i + 1 < self.count and self.end[i] == self.start[i + 1]


def tokenize(text: str, span: Span) -> Tokens:
    """The tokens of a span; offsets are those of the whole text."""
    places = [m.span() for m in _TOKEN.finditer(text, span.start, span.end)]
    raw = [text[a:b] for a, b in places]
    start = [a for a, _ in places]
    end = [b for _, b in places]
    low = [_lower(word) for word in raw]
    count = len(raw)
    pad = [""] * PADDING
    nowhere = [span.end] * PADDING
    return Tokens(text, raw + pad, low + pad, start + nowhere, end + nowhere, count)


def _lower(word: str) -> str:
    return word.lower() if word.isascii() else word.translate(_MARKS).lower()
