"""Analyses documents without keeping anything."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.errors import InputError
from annotator.ingest import PathOrText, read_sources
from annotator.model import Analysis

if TYPE_CHECKING:
    from annotator.pipeline import Progress


def analyze(sources: Sequence[PathOrText], *, title: str | None = None, progress: Progress | None = None) -> Analysis:
    """The engine's suggestions for a story.

    Args:
        sources: files, folders (their .txt and .md files), `-` for standard input, or (name, text) pairs.
        title: of the story; the folder's name where one folder is given.
    Raises:
        InputError: if no document can be read.
    """
    from annotator.pipeline import analyze_sources  # here: 0.15 s that opening an analysed workspace does without

    result = read_sources(sources)
    if not result.sources:
        why = "; ".join(f"{p.path}: {p.message}" for p in result.problems) or "nothing to read"
        raise InputError(f"no document could be read ({why})", "give .txt or .md files, or a folder that holds some")
    paths = [s for s in sources if not isinstance(s, tuple)]
    path = str(paths[0]) if len(paths) == 1 and len(sources) == 1 else None
    name = title or (Path(path).resolve().name if path and path != "-" else None)
    return analyze_sources(result.sources, title=name, path=path, problems=result.problems, progress=progress)
