"""Finds the files that paths stand for, and says of the others why they are not read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from annotator.model import Problem
from annotator.text import one_line

MAX_BYTES = 5_000_000  # of one document: a book has less; the engine takes half a minute for so much
TEXT_SUFFIXES = frozenset([".txt", ".md", ".markdown", ".text"])
DOCUMENT_SUFFIXES = frozenset([".pdf", ".html", ".htm", ".doc", ".docx", ".odt", ".rtf", ".epub", ".eml", ".mhtml"])


def find_files(path: Path) -> Iterator[Path | Problem]:
    """A file itself, or the text files of a folder in order of name, without hidden files and sub-folders."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield Problem(show_path(path), _missing(error))
        return
    if stat.S_ISDIR(mode):
        yield from _find_in_folder(path)
    elif not stat.S_ISREG(mode):
        yield Problem(show_path(path), "is a pipe or device, not a file; give it on standard input as -")
    elif path.suffix.lower() in TEXT_SUFFIXES or not path.suffix:
        yield path
    else:
        yield Problem(show_path(path), f"{path.suffix} files are not read; save the text as .txt or .md")


def read_bytes(path: Path) -> bytes | Problem:
    """The bytes of a file, or why they cannot be had."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            return too_large(show_path(path), size)
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        return Problem(show_path(path), f"cannot be read ({error.strerror or error}); check its permissions")
    return too_large(show_path(path), len(raw)) if len(raw) > MAX_BYTES else raw


def too_large(path: str, size: int) -> Problem:
    """The problem of an input above the limit."""
    limit = f"{MAX_BYTES / 1e6:.0f} MB"
    return Problem(path, f"has {size / 1e6:.1f} MB, more than the limit of {limit} a document; cut it into parts")


def show_path(path: Path) -> str:
    """A path as it may be printed on one line, even if its bytes are no text."""
    name = str(path)
    try:
        name.encode()
    except UnicodeEncodeError:
        name = os.fsencode(path).decode("utf-8", "replace")
    return name if name.isprintable() else one_line(name)


def _find_in_folder(folder: Path) -> Iterator[Path | Problem]:
    try:
        entries = sorted(folder.iterdir(), key=lambda p: (p.name.casefold(), p.name))
    except OSError as error:
        yield Problem(show_path(folder), f"cannot be listed ({error.strerror or error}); check its permissions")
        return
    seen = [p for p in entries if not p.name.startswith(".") and not p.is_dir()]
    texts = [p for p in seen if p.suffix.lower() in TEXT_SUFFIXES]
    if not texts:
        yield Problem(show_path(folder), _nothing_in(entries))
    for path in seen:
        if path.suffix.lower() in TEXT_SUFFIXES or path.suffix.lower() in DOCUMENT_SUFFIXES:
            yield from find_files(path)


def _nothing_in(entries: list[Path]) -> str:
    folders = [p for p in entries if p.is_dir() and not p.name.startswith(".")]
    if any(p.suffix.lower() in TEXT_SUFFIXES for folder in folders[:50] for p in _names_in(folder)):
        return "holds no .txt or .md files itself; give the sub-folder that does"
    return "holds no .txt or .md files; put the documents there, one a file"


def _names_in(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _missing(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return "there is no such file or folder; check the path"
    return f"cannot be reached ({error.strerror or error}); check the path and its permissions"
