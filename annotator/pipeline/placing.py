"""Which things of a document touch which sentence, in time linear in what touches."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from annotator.model import Span

Thing = TypeVar("Thing")


def place_by_sentence(
    things: Iterable[Thing], sentences: Sequence[Span], spans_of: Callable[[Thing], Iterable[Span]]
) -> list[tuple[Thing, ...]]:
    """For each sentence the things with a span that overlaps it, each once, in the order given.

    Sentences must be in order of the text and must not overlap.
    """
    ends = [s.end for s in sentences]
    placed: list[list[Thing]] = [[] for _ in sentences]
    for thing in things:
        seen = -1
        for span in sorted(spans_of(thing)):
            i = max(bisect_right(ends, span.start), seen + 1)
            while i < len(sentences) and sentences[i].start < span.end:
                placed[i].append(thing)
                seen = i
                i += 1
    return [tuple(row) for row in placed]
