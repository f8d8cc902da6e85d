"""A title or a site's long name as a name that fits into a sentence."""

from __future__ import annotations

import re

MAX_NAME = 26  # characters
_PARTS = re.compile(r"\s+[|·•–—-]\s+|:\s+")
_LOOSE_ENDS = re.compile(
    r"(?:\s+(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|as|is|are|was|were|that|its|their|his|her|how|why))+$",
    re.IGNORECASE,
)


def short_name(name: str) -> str:
    """The first part of a site's title that can stand alone; cut at a word, and never behind "of the"."""
    words = " ".join(name.split())
    if len(words) <= MAX_NAME:
        return words
    parts = [part for part in _PARTS.split(words) if part]
    if len(parts) > 1 and len(parts[0]) <= MAX_NAME:
        return parts[0]
    head = words[:MAX_NAME].rsplit(" ", 1)[0].rstrip(",;:")
    return (_LOOSE_ENDS.sub("", head) or head) + "…"
