"""Says what each line of a text is for: headline, body or boilerplate."""

from __future__ import annotations

from annotator.model import Boilerplate, HeadPart, Layout, Span
from annotator.segment.lines import find_units


def lay_out(text: str, *, front_matter: Span | None = None, title: str | None = None) -> Layout:
    """The parts of a text."""
    units = find_units(text, front_matter.end if front_matter else 0)
    head: tuple[HeadPart, ...] = ()
    boilerplate = (Boilerplate(front_matter, "front matter"),) if front_matter else ()
    return Layout(head, tuple(u.outer for u in units), boilerplate, tuple(u.span for u in units), title=title)
