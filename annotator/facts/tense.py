"""Tells whether a date in a sentence lies ahead of its publication, by the nearest verb."""

from __future__ import annotations

from annotator.facts.tokens import Tokens
from annotator.facts.verbs import Form, known_forms

_FUTURE = frozenset({
    "will", "'ll", "shall", "won't", "upcoming", "forthcoming", "scheduled", "planned", "plans", "expected", "due",
    "slated", "set", "next",
})  # fmt: skip
_REPORTING = frozenset({"says", "was", "were", "had", "did"})
_VERB_REACH = 40  # tokens to either side of a date in which its verb is looked for


def looks_ahead(tokens: Tokens, i: int) -> bool | None:
    """Whether the nearest verb before token `i`, else the first one behind it, speaks of what is to come.

    None where no verb near tells ("fares go up from September 1").
    """
    low = tokens.low
    for j in (*range(i - 1, max(i - _VERB_REACH, 0) - 1, -1), *range(i + 1, min(i + _VERB_REACH, tokens.count))):
        word = low[j]
        if word in _FUTURE:
            return True
        if word in _REPORTING or (_is_past(word) and "be" not in low[max(j - 2, 0) : j]):
            return False
    return None


def _is_past(word: str) -> bool:
    form = known_forms().get(word, ("", Form.NONE))[1]
    if form:
        return bool(form & Form.PAST) and not form & Form.BASE
    return word.endswith("ed") and len(word) > len("need")
