"""The analysis of a story as a value that any process can work off."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.model import NO_EXTENSIONS, Analysis, Extensions, Problem, SourceText

if TYPE_CHECKING:
    from annotator.pipeline import Progress


@dataclass(frozen=True, slots=True)
class AnalysisJob:
    """Everything that the engine needs; picklable."""

    title: str | None
    path: str | None
    documents: tuple[tuple[str, SourceText], ...]
    """Ids and texts, in the order in which they came into the story."""
    problems: tuple[Problem, ...] = ()
    extensions: Extensions = NO_EXTENSIONS
    """What the user added to the tables."""


def run_job(job: AnalysisJob, progress: Progress | None = None) -> Analysis:
    """The engine's suggestions; the same job gives the same analysis."""
    with _no_collecting():
        return _run(job, progress)


def _run(job: AnalysisJob, progress: Progress | None) -> Analysis:
    from annotator.pipeline import assemble, read_document  # here: 0.15 s, and the screens never run it themselves
    from annotator.plugins import load_rules

    loaded = load_rules(job.extensions)
    reads = []
    for done, (name, source) in enumerate(job.documents):
        if progress:
            progress(f"reading {source.path}", done, len(job.documents))
        reads.append(read_document(source, name, rules=loaded.rules))
    made = assemble(reads, title=job.title, path=job.path, problems=job.problems, progress=progress, rules=loaded.rules)
    return replace(made, warnings=(*made.warnings, *loaded.problems))


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Keeps the garbage collector from looking through everything again and again, a tenth of the engine's time.

    The engine makes values, not cycles; what it drops is freed at once all the same.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
