"""Tells whether a date in a sentence lies ahead of its publication, by the nearest verb."""

from __future__ import annotations

from annotator.facts.tokens import Tokens
from annotator.facts.verbs import Form, known_forms

_FUTURE = frozenset({
    "will", "'ll", "shall", "won't", "upcoming", "forthcoming", "scheduled", "planned", "plans", "expected", "due",
    "slated", "next",
})  # fmt: skip
_NOT_FINITE_BEHIND = frozenset({
    "to", "the", "a", "an", "this", "that", "his", "her", "its", "their", "no", "do", "does", "did", "not", "can",
    "could", "may", "might", "would", "should", "must", "will", "shall", "'ll",
})  # fmt: skip
_BEING = frozenset({"is", "are"})
_WHENS = frozenset({"when", "once", "until", "before", "after", "if"})
_WHEN_REACH = 5  # tokens before "is" in which the conjunction of a clause of time stands
_REPORTING = frozenset({"says", "was", "were", "had", "did"})
_TELLING = _FUTURE | _BEING | _REPORTING
_VERB_REACH = 40  # tokens to either side of a date in which its verb is looked for


def looks_ahead(tokens: Tokens, i: int) -> bool | None:
    """Whether the nearest verb before token `i`, else the first one behind it, speaks of what is to come.

    None where no verb near tells ("fares go up from September 1").
    """
    low, forms = tokens.low, known_forms()
    for j in (*range(i - 1, max(i - _VERB_REACH, 0) - 1, -1), *range(i + 1, min(i + _VERB_REACH, tokens.count))):
        word = low[j]
        if word not in _TELLING and word not in forms and not word.endswith("ed"):
            continue
        if word in _FUTURE or _is_set(low, j) or _is_arranged(low, j):
            return True
        if word in _REPORTING or (_is_past(low, j) and "be" not in low[max(j - 2, 0) : j]):
            return False
    return None


def _is_arranged(low: list[str], i: int) -> bool:
    """Whether the present at token `i` is of what is to come: "is to meet", "when she is sworn in"."""
    if low[i] not in _BEING:
        return low[i - 1] in _BEING and _is_past(low, i) and _is_arranged(low, i - 1)
    if low[i + 1] == "to":
        return True
    return _is_past(low, i + 1) and not _WHENS.isdisjoint(low[max(i - _WHEN_REACH, 0) : i])


def _is_set(low: list[str], i: int) -> bool:
    """Whether "set" is the one of "is set to" and "a vote set for May"."""
    return low[i] == "set" and low[i + 1] in ("to", "for")


def _is_past(low: list[str], i: int) -> bool:
    """Whether a verb is in the past; one whose past is its base form ("cut") is, unless a word before denies it."""
    word = low[i]
    form = known_forms().get(word, ("", Form.NONE))[1]
    if form & Form.PAST and form & Form.BASE:
        return low[i - 1] not in _NOT_FINITE_BEHIND and not low[i - 1].endswith("ly")
    if form:
        return bool(form & Form.PAST)
    return word.endswith("ed") and len(word) > len("need")
