"""A claim with its words, so that each claim is read once for all detectors."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from operator import attrgetter

from annotator.align import Terms, Word
from annotator.model import Claim, Document, Span

MAX_CAPITALS = 0.7  # share of words with content that may have a capital outside headlines


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim with its words."""

    index: int
    claim: Claim
    document: Document
    words: tuple[Word, ...]
    terms: Terms = field(repr=False)

    @property
    def is_title_case(self) -> bool:
        """Whether capitals tell nothing, as in many headlines."""
        content = [w for w in self.words if w.term is not None and w.plain[0].isalpha()]
        return sum(w.is_capital for w in content) > MAX_CAPITALS * len(content)

    def span(self, first: int, after: int) -> Span:
        """The span of words [first, after) in the document."""
        return Span(self.claim.span.start + self.words[first].start, self.claim.span.start + self.words[after - 1].end)

    def inside(self, span: Span) -> range:
        """The indexes of the words that the span touches."""
        start, end = span.start - self.claim.span.start, span.end - self.claim.span.start
        first = bisect_right(self.words, start, key=_end)
        after = bisect_left(self.words, end, key=_start)
        return range(first, after) if first < after else range(0)


_start, _end = attrgetter("start"), attrgetter("end")
