"""Saves a picture of the screen that loads nothing from the network."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FONT_FAMILY = re.compile(r"font-family:\s*Fira Code", re.IGNORECASE)


def without_links(svg: str) -> str:
    """The picture without fonts on other hosts; a monospaced font of the viewer's takes their place."""
    bare = _COMMENT.sub("", _FONT_FACE.sub("", svg))
    return _FONT_FAMILY.sub("font-family: 'Fira Code', 'DejaVu Sans Mono', Menlo, Consolas", bare)


def save_picture(svg: str, folder: Path, when: datetime) -> Path:
    """Writes the picture under a name of its own.

    Raises:
        OSError: if the folder cannot be written.
    """
    stem = f"annotator-{when:%Y%m%d-%H%M%S}"
    file = folder / f"{stem}.svg"
    number = 1
    while file.exists():
        number += 1
        file = folder / f"{stem}-{number}.svg"
    file.write_text(without_links(svg), encoding="utf-8")
    return file
