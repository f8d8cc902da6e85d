"""Closed classes of English words that detectors go by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from annotator.align import read_terms
from annotator.text import load_table


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of a class in `data/verbs.toml`."""
    return frozenset(load_table("annotator.disagree", "data/verbs.toml")[name].split())


@cache
def opposites() -> dict[str, frozenset[str]]:
    """By word, the words that mean something else in its place."""
    return _pairs("opposites", lambda word: word)


@cache
def opposite_verbs() -> dict[str, frozenset[str]]:
    """By a verb's term, the terms of verbs that contradict it."""
    return _pairs("opposite_verbs", lambda word: next(iter(read_terms(word).sequence), word))


@cache
def turns() -> Mapping[str, str]:
    """By term of a verb or noun, one term for all that tell the same turn in the course of things."""
    lines = load_table("annotator.disagree", "data/stages.toml")["same"]
    rows = (tuple(t for word in line.split() for t in read_terms(word).sequence) for line in lines)
    return {term: row[0] for row in rows for term in row}


def _pairs(name: str, key: Callable[[str], str]) -> dict[str, frozenset[str]]:
    made: dict[str, set[str]] = {}
    for line in load_table("annotator.disagree", "data/verbs.toml")[name]:
        first, second = (key(word) for word in line.split())
        if first != second:
            made.setdefault(first, set()).add(second)
            made.setdefault(second, set()).add(first)
    return {word: frozenset(others) for word, others in made.items()}
