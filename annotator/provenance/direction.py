"""Which of two texts was first?"""

from __future__ import annotations

from annotator.model import Document, GenreType
from annotator.provenance.damage import count_slips, find_translation
from annotator.text import fold

_ORIGIN_RANK = {GenreType.OFFICIAL: 0, GenreType.PRESS_RELEASE: 0, GenreType.WIRE: 1}  # who is copied, not who copies
_OTHER_RANK = 2


def is_later(a: Document, b: Document) -> bool:
    """Whether `a` was surely published after `b`, at the precision that both dates have."""
    if not a.published or not b.published:
        return False
    return a.published[: len(b.published)] > b.published[: len(a.published)]


def names_outlet_of(document: Document, other: Document) -> bool:
    """Whether a document's furniture or text names the other's outlet."""
    name = other.outlet.name
    if not name or name == document.outlet.name:
        return False
    return fold(name).removeprefix("the ") in fold(document.text)


def which_first(a: Document, b: Document, *, is_longer: bool) -> tuple[bool, str]:
    """Whether `a` was first, and why in a few words; `is_longer` tells whether it is, since who copies, cuts."""
    if is_later(b, a):
        return True, "it was published earlier"
    if is_later(a, b):
        return False, "it was published earlier"
    if names_outlet_of(a, b) != names_outlet_of(b, a):
        return names_outlet_of(b, a), "the other text names its outlet"
    traces = find_translation(a.text, b.text), find_translation(b.text, a.text)
    if (traces[0] is None) != (traces[1] is None):
        return traces[0] is None, f"the other text shows traces of a translation: {traces[0] or traces[1]}"
    ranks = _ORIGIN_RANK.get(a.genre.type, _OTHER_RANK), _ORIGIN_RANK.get(b.genre.type, _OTHER_RANK)
    if ranks[0] != ranks[1]:
        first = a if ranks[0] < ranks[1] else b
        return first is a, f"it is a text of the kind that others copy ({first.genre.type.value})"
    slips = count_slips(a.text), count_slips(b.text)
    if slips[0] != slips[1]:
        return slips[0] > slips[1], "the other text mends its slips"
    return is_longer, "it is the longer text"
