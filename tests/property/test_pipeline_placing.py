"""The sweep finds what the obvious slow search finds."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.model import Span
from annotator.pipeline.placing import place_by_sentence

bounds = st.integers(0, 60)
spans = st.tuples(bounds, bounds).filter(lambda p: p[0] < p[1]).map(lambda p: Span(*p))
tiles = st.sets(bounds, min_size=2).map(lambda cuts: [Span(a, b) for a, b in pairwise(sorted(cuts))])


@given(tiles, st.lists(st.lists(spans, min_size=1, max_size=4).map(tuple), max_size=8))
def test_the_sweep_agrees_with_looking_everywhere(sentences: list[Span], things: list[tuple[Span, ...]]) -> None:
    slow = [tuple(t for t in things if any(s.overlap(sentence) for s in t)) for sentence in sentences]
    assert place_by_sentence(things, sentences, lambda t: t) == slow
