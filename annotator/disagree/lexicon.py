"""Closed classes of English words that detectors go by."""

from __future__ import annotations

from functools import cache

from annotator.text import load_table


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of a class in `data/verbs.toml`."""
    return frozenset(load_table("annotator.disagree", "data/verbs.toml")[name].split())


@cache
def opposites() -> dict[str, frozenset[str]]:
    """By word, the words that mean something else in its place."""
    made: dict[str, set[str]] = {}
    for line in load_table("annotator.disagree", "data/verbs.toml")["opposites"]:
        first, second = line.split()
        made.setdefault(first, set()).add(second)
        made.setdefault(second, set()).add(first)
    return {word: frozenset(others) for word, others in made.items()}
