"""The analysis of a story as a value that any process can work off."""

from __future__ import annotations

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
