"""Analyses documents without keeping anything."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.config import read_configuration
from annotator.ingest import PathOrText, nothing_read, read_sources, show_path
from annotator.model import Analysis, document_ids
from annotator.session.job import AnalysisJob, run_job

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
    result = read_sources(sources)
    if not result.sources:
        raise nothing_read(result.problems)
    name, path = name_story(sources)
    added = read_configuration(story_folders(sources))
    ids = document_ids(s.sha256 for s in result.sources)
    problems = (*result.problems, *added.problems)
    job = AnalysisJob(title or name, path, tuple(zip(ids, result.sources, strict=True)), problems, added.extensions)
    return run_job(job, progress)


def story_folders(sources: Sequence[PathOrText]) -> tuple[Path, ...]:
    """Where a story's own `annotator.toml` may lie: in its folders, and beside its folders and files."""
    paths = [Path(s) for s in sources if not isinstance(s, tuple) and str(s) != "-"]
    inside = [p for p in paths if p.is_dir()]
    return tuple(dict.fromkeys((*inside, *(p.resolve().parent for p in paths))))


def name_story(sources: Sequence[PathOrText]) -> tuple[str | None, str | None]:
    """What a story is called and where it lies, where one file or folder is given; else nothing is known."""
    only = sources[0] if len(sources) == 1 else None
    if only is None or isinstance(only, tuple) or str(only) == "-":
        return None, None
    return show_path(Path(Path(only).resolve().name)), show_path(Path(only))
