"""Where do the words at a place stand in a later version of their text?

The place is known by its words and those around them (W3C Web Annotation Data Model 4.2.4, TextQuoteSelector: exact,
prefix, suffix) and by the alignment of the two texts. Words that stand elsewhere too are never followed on a guess.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from annotator.model import Fate, Span, strip_span
from annotator.text import Stretch, compare_texts

CONTEXT = 32  # characters before and after; as many as Hypothesis and the data model's examples keep
MIN_CONTEXT = 12  # characters around that must agree before short words are followed to another place
LONG = 40  # characters; words as long as that are not said twice by chance
MAX_CANDIDATES = 9  # one for each digit
MAX_FOUND = 200  # places of the same words that are looked at; a word so common is told apart by nobody
MIN_LIKE = 50.0  # rapidfuzz ratio 0-100 from which words in the same place are the same words, changed
MIN_LIKE_ELSEWHERE = 75.0  # of words in another place
SLACK = 20  # characters by which a later form may begin or end elsewhere, or be more than thrice as long
_RUN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Fated:
    """What became of a place."""

    fate: Fate
    candidates: tuple[Span, ...] = ()
    """Where it may be in the new text, the likeliest first; exactly one for what is kept or moved."""


def find_fates(old: str, new: str, spans: Iterable[Span]) -> dict[Span, Fated]:
    """The fate of each span of the old text.

    What is kept or moved reads exactly as before at its one candidate.
    """
    versions = Versions(old, new)
    return {span: versions.fate(span) for span in spans}


class Versions:
    """Two versions of a text, aligned once."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self.stretches = compare_texts(old, new)
        self._starts = [s.start for s in self.stretches]

    def reads(self, span: Span, words: str | None) -> bool:
        """Whether the old text has these words at a place."""
        return span.end <= len(self._old) and span.text(self._old) == words

    def fate(self, span: Span) -> Fated:
        """The fate of a span of the old text."""
        held = self._stretch(span)
        if held is not None and self._is_unmistakable(span, held):
            return Fated(Fate.KEPT, (_shifted(span, held.shift),))
        found = _find(span.text(self._old), self._new, MAX_FOUND)
        if not found:
            return self._follow_changed(span)
        ranked = sorted(found, key=lambda s: (-self._agreement(span, s), abs(s.start - self._map(span.start)), s))
        own = [s for s in ranked if not self._is_of_another(s)]
        if held is None and len(own) == 1 and self._is_followed(span, own[0]):
            return Fated(Fate.MOVED, (own[0],))
        return Fated(Fate.AMBIGUOUS, tuple(ranked[:MAX_CANDIDATES]))

    def _stretch(self, span: Span) -> Stretch | None:
        """The common stretch that holds all of a span."""
        found = self.stretches[bisect_right(self._starts, span.start) - 1]
        return found if found.is_same and span.end <= found.end else None

    def _is_unmistakable(self, span: Span, held: Stretch) -> bool:
        """Whether the words with those around them stand only here, or as often as before and this one in its turn."""
        around = Span(max(held.start, span.start - CONTEXT), min(held.end, span.end + CONTEXT))
        words = around.text(self._old)
        here, there = (_find(words, text, MAX_FOUND) for text in (self._old, self._new))
        if len(here) == len(there) == 1:
            return True
        if len(here) != len(there) or len(there) == MAX_FOUND or around == span:
            return False
        return here.index(around) == there.index(_shifted(around, held.shift))

    def _agreement(self, span: Span, other: Span) -> int:
        """How many characters before and after agree."""
        before = _common(self._old[max(0, span.start - CONTEXT) : span.start][::-1], self._before(other)[::-1])
        after = _common(self._old[span.end : span.end + CONTEXT], self._new[other.end : other.end + CONTEXT])
        return before + after

    def _before(self, other: Span) -> str:
        return self._new[max(0, other.start - CONTEXT) : other.start]

    def _is_of_another(self, found: Span) -> bool:
        """Whether a place of the new text has been there before, as another place of the old one."""
        at = bisect_right(self._new_starts, found.start) - 1
        stretch = self._new_order[at]
        return stretch.is_same and found.end <= stretch.new_end

    @cached_property
    def _new_order(self) -> list[Stretch]:
        return [s for s in self.stretches if s.new_start < s.new_end]

    @cached_property
    def _new_starts(self) -> list[int]:
        return [s.new_start for s in self._new_order]

    def _is_followed(self, span: Span, to: Span) -> bool:
        return len(span) >= LONG or self._agreement(span, to) >= MIN_CONTEXT

    def _map(self, offset: int) -> int:
        """Where a place of the old text is in the new one, or what stands for it begins."""
        stretch = self.stretches[max(0, bisect_right(self._starts, offset) - 1)]
        return offset + stretch.shift if stretch.is_same else stretch.new_start

    def _follow_changed(self, span: Span) -> Fated:
        """Words that are nowhere in the new text: what stands in their place, or is like them elsewhere."""
        there = self._in_place(span) or self._elsewhere(span)
        return Fated(Fate.CHANGED, (there,)) if there else Fated(Fate.ORPHAN)

    def _in_place(self, span: Span) -> Span | None:
        """What the alignment puts in the place of a span, if that is a later form of it."""
        from rapidfuzz import fuzz  # here: only a changed file waits for it

        touched = [s for s in self.stretches if s.start < span.end and s.end > span.start]
        first, last = touched[0], touched[-1]
        start = span.start + first.shift if first.is_same else first.new_start
        end = span.end + last.shift if last.is_same else last.new_end
        there = strip_span(self._new, start, end)
        if there is None:
            return None
        words = span.text(self._old)
        is_inside = all(s.is_same or (span.start <= s.start and s.end <= span.end) for s in touched)
        if is_inside and len(there) <= 3 * len(span) + SLACK:
            return there
        if fuzz.ratio(words, there.text(self._new)) >= MIN_LIKE:
            return there
        return _closest(words, self._new, there, MIN_LIKE) if len(there) > len(span) else None

    def _elsewhere(self, span: Span) -> Span | None:
        """The passage among the new ones that is most like the words."""
        fresh = [Span(s.new_start, s.new_end) for s in self._new_order if not s.is_same]
        likely = [s for s in fresh if 2 * len(s) >= len(span)] if len(span) >= LONG // 2 else []
        found = (_closest(span.text(self._old), self._new, s, MIN_LIKE_ELSEWHERE) for s in likely)
        return next((s for s in found if s is not None), None)


def _closest(words: str, text: str, within: Span, least: float) -> Span | None:
    """The run of whole words in a part of a text that is most like others."""
    from rapidfuzz import fuzz  # here: only a changed file waits for it

    best = fuzz.partial_ratio_alignment(words, within.text(text), score_cutoff=least)
    if best is None or best.dest_start == best.dest_end:
        return None
    start, end = within.start + best.dest_start, within.start + best.dest_end
    starts = [m.start() for m in _RUN.finditer(text, within.start, within.end) if abs(m.start() - start) <= SLACK]
    ends = [m.end() for m in _RUN.finditer(text, within.start, within.end) if abs(m.end() - end) <= SLACK]
    likely = [Span(s, e) for s in starts for e in ends if s < e]
    closest = max(likely, key=lambda s: fuzz.ratio(words, s.text(text)), default=None)
    return closest if closest and fuzz.ratio(words, closest.text(text)) >= least else None


def _find(words: str, text: str, most: int) -> list[Span]:
    """Where words stand in a text, overlapping places too."""
    found: list[Span] = []
    at = text.find(words)
    while at >= 0 and len(found) < most:
        found.append(Span(at, at + len(words)))
        at = text.find(words, at + 1)
    return found


def _common(a: str, b: str) -> int:
    """How many characters both begin with."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
