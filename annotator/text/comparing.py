"""Which runs of a text are still there in a later version of it, and which were cut, put in or replaced?

Lines are aligned first, then words within the lines that differ, both by their longest common subsequence
(rapidfuzz, bit-parallel).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

MAX_CELLS = 400_000_000  # of one alignment table, a bit each: 50 MB; what is larger counts as one replacement
MIN_KEPT = 4  # characters of a run between two changes; a shorter one, or one without a word, is part of them
_WORD = re.compile(r"\w+|[^\w\s]")
_LINE = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Code points [start, end) of the old text and what stands in their place in the new one; either may be empty."""

    is_same: bool
    start: int
    end: int
    new_start: int
    new_end: int

    @property
    def shift(self) -> int:
        """From a place in the old text to its place in the new one, where both are the same."""
        return self.new_start - self.start


def compare_texts(old: str, new: str) -> tuple[Stretch, ...]:
    """Stretches that cover both texts in order; same and changed ones take turns."""
    whole = Stretch(False, 0, len(old), 0, len(new))
    by_line = _tidy(_align(old, new, whole, _LINE), old)
    by_word = (part for s in by_line for part in ((s,) if s.is_same else _align(old, new, s, _WORD)))
    return _tidy(by_word, old)


def _align(old: str, new: str, within: Stretch, part: re.Pattern[str]) -> Iterator[Stretch]:
    """The parts that both have, and what lies between them."""
    a = [m.span() for m in part.finditer(old, within.start, within.end)]
    b = [m.span() for m in part.finditer(new, within.new_start, within.new_end)]
    at, new_at = within.start, within.new_start
    for (start, end), (new_start, new_end) in _pairs(old, new, a, b):
        yield from _gap(old, new, (at, start), (new_at, new_start))
        yield Stretch(True, start, end, new_start, new_end)
        at, new_at = end, new_end
    yield from _gap(old, new, (at, within.end), (new_at, within.new_end))


def _gap(old: str, new: str, here: tuple[int, int], there: tuple[int, int]) -> Iterator[Stretch]:
    """What lies between two pairs; the blanks at its ends are no change where both texts have them."""
    (start, end), (new_start, new_end) = here, there
    before, after = old[start:end], new[new_start:new_end]
    head = _common_head(_leading_blanks(before), _leading_blanks(after))
    tail = _common_head(_leading_blanks(before[head:][::-1]), _leading_blanks(after[head:][::-1]))
    yield Stretch(True, start, start + head, new_start, new_start + head)
    yield Stretch(False, start + head, end - tail, new_start + head, new_end - tail)
    yield Stretch(True, end - tail, end, new_end - tail, new_end)


def _leading_blanks(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _pairs(
    old: str, new: str, a: Sequence[tuple[int, int]], b: Sequence[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    from rapidfuzz.distance import Indel  # here: 20 ms that only a changed file waits for

    words, new_words = [old[s:e] for s, e in a], [new[s:e] for s, e in b]
    head = _common_head(words, new_words)
    tail = _common_head(words[head:][::-1], new_words[head:][::-1])
    middle, new_middle = words[head : len(a) - tail], new_words[head : len(b) - tail]
    yield from zip(a[:head], b[:head], strict=True)
    if len(middle) * len(new_middle) <= MAX_CELLS:
        for op in Indel.opcodes(middle, new_middle):
            if op.tag == "equal":
                for i in range(op.src_end - op.src_start):
                    yield a[head + op.src_start + i], b[head + op.dest_start + i]
    yield from zip(a[len(a) - tail :], b[len(b) - tail :], strict=True)


def _common_head(a: Sequence[str], b: Sequence[str]) -> int:
    """How many parts both begin with."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _tidy(stretches: Iterable[Stretch], old: str) -> tuple[Stretch, ...]:
    """Joins neighbours of one sort, and takes a short common run between two changes as changed too."""
    made: list[Stretch] = []
    for s in stretches:
        if s.start == s.end and s.new_start == s.new_end:
            continue
        if made and made[-1].is_same == s.is_same:
            made[-1] = _join(made[-1], s)
        elif len(made) > 1 and not s.is_same and _is_chance(old[made[-1].start : made[-1].end]):
            between = made.pop()
            made[-1] = _join(_join(made[-1], between), s)
        else:
            made.append(s)
    return tuple(made)


def _join(a: Stretch, b: Stretch) -> Stretch:
    return Stretch(a.is_same and b.is_same, a.start, b.end, a.new_start, b.new_end)


def _is_chance(run: str) -> bool:
    """Whether a run between two changes is no more than blanks, a sign or a little word."""
    return len(run.strip()) < MIN_KEPT
