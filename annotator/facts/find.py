"""Finds all facts of a sentence."""

from __future__ import annotations

from annotator.model import Fact, Span


def find_facts(text: str, sentence: Span, *, published: str | None = None) -> tuple[Fact, ...]:
    """Facts in order of the text, each inside the sentence; relative dates are resolved against `published`."""
    return ()
