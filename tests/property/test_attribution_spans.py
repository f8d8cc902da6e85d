"""Whatever the text: spans lie in it, ids are unique, parents exist, and nothing crashes."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.attribution import attribute
from annotator.model import Quotation, Span

_VOCABULARY = """
    said says told the a Anna Brandvik Mayor that who which and but bridge safe is was according to adding claimed plans
    not has by in on Monday he she they it reporters Reuters as 88 $5 's , . ; : — ( ) “ ” "
"""
_WORDS = st.sampled_from((*_VOCABULARY.split(), "\n\n"))
_TEXTS = st.one_of(st.lists(_WORDS, max_size=60).map(" ".join), st.text(max_size=200))


def cut(text: str, size: int) -> tuple[Span, ...]:
    return tuple(Span(i, min(len(text), i + size)) for i in range(0, len(text), size))


def quotations_of(text: str) -> tuple[Quotation, ...]:
    found = []
    at = 0
    while (start := text.find("“", at)) >= 0 and (end := text.find("”", start + 2)) >= 0:
        found.append(Quotation(Span(start, end + 1), Span(start + 1, end), is_speech=True))
        at = end + 1
    return tuple(found)


@settings(max_examples=300, deadline=None)
@given(_TEXTS, st.integers(min_value=5, max_value=120))
def test_spans_slice_the_text_and_ids_are_unique(text: str, size: int) -> None:
    found = attribute(text, cut(text, size), quotations_of(text), document="d")
    ids = [a.id for a in found]
    assert len(ids) == len(set(ids))
    for attribution in found:
        assert attribution.parent is None or attribution.parent in ids
        assert attribution.content
        assert list(attribution.content) == sorted(attribution.content)
        assert 0 <= attribution.confidence <= 1
        for span in attribution.content:
            assert span.text(text).strip()
        for part in (attribution.source, attribution.cue):
            if part and part.span:
                assert part.span.text(text) == part.text


def test_a_line_of_a_million_characters_takes_seconds_at_most() -> None:
    for piece in ("Anna Brandvik said that ", "a, b - (", "Anna of the ", "said, ", "SMITH: "):
        text = piece * (1_000_000 // len(piece))
        start = time.perf_counter()
        attribute(text, (Span(0, len(text)),), (), document="d")
        assert time.perf_counter() - start < 30
