"""Cuts paragraphs into sentences with exact offsets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.model import Quotation, Span, strip_span

_END = re.compile(r"[.!?][”\"']?\s+(?=[“\"'A-Z])")


def split_sentences(text: str, paragraphs: Sequence[Span], quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """Sentences in order of the text; none runs over a paragraph's end."""
    found = []
    for p in paragraphs:
        start = p.start
        for m in _END.finditer(text, p.start, p.end):
            if span := strip_span(text, start, m.end()):
                found.append(span)
            start = m.end()
        if span := strip_span(text, start, p.end):
            found.append(span)
    return tuple(found)
