"""How much room does a text need in any terminal? Some give the spacing marks of Indic scripts a cell, some do not."""

from __future__ import annotations

import unicodedata

from rich.cells import cell_len


def most_cells(text: str) -> int:
    """The cells that a text takes where terminals give it the most; for lines that are wrapped."""
    if text.isascii():
        return len(text)
    return cell_len(text) + sum(unicodedata.category(character) == "Mc" for character in text)
