"""Tells whether a date in a sentence lies ahead of its publication, by the nearest verb."""

from __future__ import annotations

from annotator.facts.tokens import Tokens

_FUTURE = frozenset({
    "will", "'ll", "shall", "won't", "upcoming", "forthcoming", "scheduled", "planned", "plans", "expected", "due",
    "slated", "set", "next",
})  # fmt: skip
_PAST = frozenset({
    "said", "says", "told", "was", "were", "had", "did", "came", "took", "began", "met", "held", "went", "gave",
    "made", "saw", "left", "won", "lost", "spoke", "wrote", "ran",
})  # fmt: skip
_VERB_REACH = 40  # tokens to either side of a date in which its verb is looked for


def looks_ahead(tokens: Tokens, i: int) -> bool:
    """Whether the nearest verb before token `i`, else the first one behind it, speaks of what is to come."""
    low = tokens.low
    for j in (*range(i - 1, max(i - _VERB_REACH, 0) - 1, -1), *range(i + 1, min(i + _VERB_REACH, tokens.count))):
        word = low[j]
        if word in _FUTURE:
            return True
        if word in _PAST or (word.endswith("ed") and len(word) > 4 and "be" not in low[max(j - 2, 0) : j]):
            return False
    return False
