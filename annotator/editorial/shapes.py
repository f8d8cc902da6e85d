"""A way of putting something that can be told by its words and their order: one pattern, searched where it can fit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.editorial.evidence import Hit, Reading
from annotator.model import FlagKind


@dataclass(frozen=True, slots=True)
class Shape:
    """One way of putting something, and what it says where it is found."""

    category: str
    kind: FlagKind
    weight: float
    """0..1."""
    pattern: re.Pattern[str]
    why: str
    """With `{words}` where the words found go."""
    triggers: frozenset[str] = frozenset()
    """Lower-case words of which one must stand in the sentence; empty: it is always searched."""


def find_shapes(reading: Reading, shapes: Sequence[Shape], family: str) -> Iterator[Hit]:
    """The first place of each shape outside quotation marks."""
    vocabulary = reading.vocabulary
    for shape in shapes:
        if shape.triggers and shape.triggers.isdisjoint(vocabulary):
            continue
        found = shape.pattern.search(reading.outside)
        if found:
            yield Hit(shape.kind, *found.span(), shape.weight, shape.category, family, shape.why)
