"""Says what each line of a text is for: headline, body or boilerplate."""

from __future__ import annotations

import re

from annotator.model import Boilerplate, HeadPart, Layout, Span, strip_span

_BLOCK = re.compile(r"\S.*?(?=\n[ \t]*\n|\Z)", re.S)


def lay_out(text: str, *, front_matter: Span | None = None, title: str | None = None) -> Layout:
    """The parts of a text."""
    start = front_matter.end if front_matter else 0
    paragraphs = [s for m in _BLOCK.finditer(text, start) if (s := strip_span(text, m.start(), m.end()))]
    head: tuple[HeadPart, ...] = ()
    boilerplate = (Boilerplate(front_matter, "front matter"),) if front_matter else ()
    return Layout(head, tuple(paragraphs), boilerplate, tuple(paragraphs), title=title)
