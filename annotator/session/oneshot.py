"""Analyses documents without keeping anything."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.ingest import PathOrText, nothing_read, read_sources, show_path
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
        raise nothing_read(result.problems)
    name, path = name_story(sources)
    return analyze_sources(result.sources, title=title or name, path=path, problems=result.problems, progress=progress)


def name_story(sources: Sequence[PathOrText]) -> tuple[str | None, str | None]:
    """What a story is called and where it lies, where one file or folder is given; else nothing is known."""
    only = sources[0] if len(sources) == 1 else None
    if only is None or isinstance(only, tuple) or str(only) == "-":
        return None, None
    return show_path(Path(Path(only).resolve().name)), show_path(Path(only))
