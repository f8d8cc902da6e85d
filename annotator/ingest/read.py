"""Turns paths, `-` and (name, text) pairs into source texts; one that cannot be read is a problem, not a failure."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.ingest.decode import Decoded, clean_newlines, decode, replace_surrogates
from annotator.ingest.files import MAX_BYTES, find_files, read_bytes, show_path, too_large
from annotator.ingest.front_matter import read_front_matter
from annotator.model import Problem, SourceText, hash_bytes

STANDARD_INPUT = "-"

PathOrText = str | Path | tuple[str, str]


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What could be read, in order, and what was wrong with the rest (and with some of what was read)."""

    sources: tuple[SourceText, ...]
    problems: tuple[Problem, ...]


def read_sources(inputs: Sequence[PathOrText]) -> ReadResult:
    """Reads every input once; folders give their .txt and .md files in order of name."""
    sources: list[SourceText] = []
    problems: list[Problem] = []
    for item in _unique(inputs, problems):
        made = _read(item)
        if isinstance(made, Problem):
            problems.append(made)
        else:
            sources.append(made)
    return ReadResult(tuple(sources), tuple(problems))


def _unique(inputs: Sequence[PathOrText], problems: list[Problem]) -> Iterator[PathOrText]:
    """Pairs, `-` and files; what is given twice comes once."""
    seen: set[Path | str] = set()
    for item in inputs:
        if isinstance(item, tuple):
            yield item
        elif item == STANDARD_INPUT:
            if STANDARD_INPUT not in seen:
                yield STANDARD_INPUT
            seen.add(STANDARD_INPUT)
        else:
            for found in find_files(Path(item)):
                if isinstance(found, Problem):
                    problems.append(found)
                elif (resolved := found.resolve()) not in seen:
                    seen.add(resolved)
                    yield found


def _read(item: PathOrText) -> SourceText | Problem:
    if isinstance(item, tuple):
        return _read_pair(*item)
    if item == STANDARD_INPUT:
        raw = sys.stdin.buffer.read(MAX_BYTES + 1)
        return too_large(STANDARD_INPUT, len(raw)) if len(raw) > MAX_BYTES else _make(STANDARD_INPUT, raw, decode(raw))
    path = Path(item)
    content = read_bytes(path)
    return content if isinstance(content, Problem) else _make(show_path(path), content, decode(content))


def _read_pair(name: str, text: str) -> SourceText | Problem:
    raw = text.encode("utf-8", "surrogatepass")
    if len(raw) > MAX_BYTES:
        return too_large(name, len(raw))
    clean, halves = replace_surrogates(clean_newlines(text.removeprefix("\ufeff")))
    warning = f"holds broken characters ({halves}), shown as “\ufffd”; read it anew from its source" if halves else None
    return _make(name, raw, Decoded(clean, warning))


def _make(name: str, raw: bytes, decoded: Decoded) -> SourceText | Problem:
    """The source text, unless there is nothing in it to read."""
    text = decoded.text
    if decoded.refusal:
        return Problem(name, decoded.refusal)
    if not text.strip():
        return Problem(
            name, "holds nothing but blanks; give a file with text" if raw else "is empty; give a file with text"
        )
    if not any(map(str.isalpha, text)):
        return Problem(name, "holds no words; give a file with text")
    metadata, fault = read_front_matter(text)
    empty = "holds nothing below its front matter" if metadata.span and not text[metadata.span.end :].strip() else None
    warnings = tuple(Problem(name, message) for message in (decoded.warning, fault, empty) if message)
    return SourceText(name, hash_bytes(raw), text, metadata, warnings, raw)
