"""Which runs of a text are still there in a later version of it, and which were cut, put in or replaced?

Lines are aligned first, then words within the lines that differ, both by their longest common subsequence
(rapidfuzz, bit-parallel).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

MAX_CELLS = 400_000_000  # of one alignment table, a bit each: 50 MB; what is larger counts as one replacement
MIN_KEPT = 4  # characters of a run between two changes; a shorter one, or one without a word, is part of them
_WORD = re.compile(r"\w+|[^\w\s]")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


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
    by_line = _tidy(_align(old, new, _LINE.finditer(old), _LINE.finditer(new)), old)
    return _tidy(chain.from_iterable(_refine(s, old, new) for s in by_line), old)


def _refine(stretch: Stretch, old: str, new: str) -> tuple[Stretch, ...]:
    """A changed stretch word by word."""
    if stretch.is_same or stretch.start == stretch.end or stretch.new_start == stretch.new_end:
        return (stretch,)
    words = _WORD.finditer(old, stretch.start, stretch.end)
    new_words = _WORD.finditer(new, stretch.new_start, stretch.new_end)
    found = tuple(_align(old, new, words, new_words))
    if not found:
        return (stretch,)
    head = Stretch(False, stretch.start, found[0].start, stretch.new_start, found[0].new_start)
    tail = Stretch(False, found[-1].end, stretch.end, found[-1].new_end, stretch.new_end)
    return (head, *found, tail)


def _align(old: str, new: str, parts: Iterator[re.Match[str]], new_parts: Iterator[re.Match[str]]) -> Iterator[Stretch]:
    """The parts that both have, joined with what lies between them where that is the same, and the gaps."""
    a, b = [m.span() for m in parts], [m.span() for m in new_parts]
    at, new_at = (a[0][0] if a else 0), (b[0][0] if b else 0)
    for (start, end), (new_start, new_end) in _pairs(old, new, a, b):
        yield from _gap(old, new, (at, start), (new_at, new_start))
        yield Stretch(True, start, end, new_start, new_end)
        at, new_at = end, new_end
    end, new_end = (a[-1][1] if a else at), (b[-1][1] if b else new_at)
    yield from _gap(old, new, (at, end), (new_at, new_end))


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


def _tidy(stretches: Iterator[Stretch] | tuple[Stretch, ...], old: str) -> tuple[Stretch, ...]:
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
