"""Turns paths, `-` and (name, text) pairs into source texts; one that cannot be read is a problem, not a failure."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.errors import InputError
from annotator.ingest.decode import Decoded, clean_newlines, decode, replace_surrogates
from annotator.ingest.files import MAX_BYTES, find_files, read_bytes, show_path, too_large
from annotator.ingest.front_matter import read_front_matter
from annotator.model import Problem, SourceText, hash_bytes

STANDARD_INPUT = "-"
MAX_NAMED = 3  # inputs that a message names; more are counted

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


def nothing_read(problems: Sequence[Problem]) -> InputError:
    """Why there is no document at all, in one line."""
    if not problems:
        return InputError("no document is named", "give .txt or .md files, or a folder that holds some")
    reasons = [f"{p.path}: {p.message}" if p.path else p.message for p in problems[:MAX_NAMED]]
    if len(problems) == 1:
        return InputError(reasons[0])
    rest = f" | and {len(problems) - MAX_NAMED} more" if len(problems) > MAX_NAMED else ""
    return InputError(f"none of the {len(problems)} inputs can be read: {' | '.join(reasons)}{rest}")


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
        elif not str(item):
            problems.append(Problem("“”", "is no path; check the variable that it came from"))
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
        return _read_standard_input()
    path = Path(item)
    content = read_bytes(path)
    return content if isinstance(content, Problem) else _make(show_path(path), content, decode(content))


def _read_standard_input() -> SourceText | Problem:
    if sys.stdin is None:
        return Problem(STANDARD_INPUT, "there is no standard input; pipe a text into annotator, or name files")
    try:
        raw = sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        return Problem(STANDARD_INPUT, f"cannot be read ({error.strerror or error}); pipe a text in, or name files")
    return too_large(STANDARD_INPUT, len(raw)) if len(raw) > MAX_BYTES else _make(STANDARD_INPUT, raw, decode(raw))


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
