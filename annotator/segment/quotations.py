"""Finds runs of words between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.model import Quotation, Span

_CURLY = re.compile(r"“([^”“]+)”")


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """Quotations in order of the text."""
    return tuple(
        Quotation(Span(*m.span()), Span(*m.span(1)), is_speech=len(m[1].split()) > 3)
        for p in paragraphs
        for m in _CURLY.finditer(text, p.start, p.end)
    )
