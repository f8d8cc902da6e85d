"""Closed classes of English words that detectors go by."""

from __future__ import annotations

from functools import cache

from annotator.text import load_table


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of a class in `data/verbs.toml`."""
    return frozenset(load_table("annotator.disagree", "data/verbs.toml")[name].split())
