"""Turns paths, `-` and (name, text) pairs into source texts; one that cannot be read is a problem, not a failure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.ingest.front_matter import read_front_matter
from annotator.model import Problem, SourceText, hash_bytes

PathOrText = str | Path | tuple[str, str]


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What could be read, in order, and what was wrong with the rest (and with some of what was read)."""

    sources: tuple[SourceText, ...]
    problems: tuple[Problem, ...]


def read_sources(inputs: Sequence[PathOrText]) -> ReadResult:
    """Reads every input; folders give their .txt and .md files in order of name."""
    sources = []
    for item in inputs:
        pairs = (
            [(item[0], item[1].encode("utf-8", "surrogatepass"))]
            if isinstance(item, tuple)
            else [
                (str(p), p.read_bytes())
                for p in (sorted(Path(item).iterdir()) if Path(item).is_dir() else [Path(item)])
                if p.suffix in (".txt", ".md")
            ]
        )
        for name, raw in pairs:
            text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
            metadata, problem = read_front_matter(text)
            warnings = (Problem(name, problem),) if problem else ()
            sources.append(SourceText(name, hash_bytes(raw), text, metadata, warnings))
    return ReadResult(tuple(sources), ())
