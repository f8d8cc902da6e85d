"""Who is quoted with the same words in two documents: one speaker, a body and its member, or two people?"""

from __future__ import annotations

from annotator.model import Source
from annotator.text import fold


def are_one_speaker(a: Source | None, b: Source | None) -> bool:
    """Whether nothing tells that two people said it."""
    if a is None or b is None:
        return True
    if a.entity and a.entity == b.entity:
        return True
    x, y = fold(a.name or a.text or "").split(), fold(b.name or b.text or "").split()
    return not x or not y or x[-1] == y[-1]
