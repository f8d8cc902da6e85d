"""Which `annotator.toml` count for a story, and what do they add together?

A file that cannot be read costs a warning and nothing else.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from annotator.config.place import FILE_NAME, MAX_BYTES, user_folder
from annotator.config.tables import read_extensions
from annotator.model import NO_EXTENSIONS, Extensions, Problem

SCREEN_TABLES = ("screens", "keys")
"""Read by `screens.py`, and only in the person's own file."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """What the files add, and what is wrong with them."""

    extensions: Extensions = NO_EXTENSIONS
    problems: tuple[Problem, ...] = ()


def read_configuration(folders: Iterable[Path]) -> Configuration:
    """The story's files and then the user's own; what an earlier one says wins.

    Args:
        folders: where the story lies, nearest first.
    """
    extensions = NO_EXTENSIONS
    problems: list[Problem] = []
    for folder in dict.fromkeys((*folders, user_folder())):
        found = _read_file(folder / FILE_NAME)
        extensions = extensions.over(found.extensions)
        problems += found.problems
    return Configuration(extensions, tuple(problems))


def _read_file(path: Path) -> Configuration:
    try:
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return Configuration()
    except OSError as error:
        return _failed(path, f"cannot be read ({(error.strerror or str(error)).lower()})")
    if len(raw) > MAX_BYTES:
        return _failed(path, f"larger than {MAX_BYTES:,} bytes")
    try:
        table = tomllib.loads(raw.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        return _failed(path, f"is no TOML ({error})")
    extensions, notes = read_extensions({k: v for k, v in table.items() if k not in SCREEN_TABLES})
    if path.parent != user_folder():
        own = user_folder() / FILE_NAME
        notes = (*notes, *(f"{key}: only counts in {own}" for key in SCREEN_TABLES if key in table))
    return Configuration(extensions, tuple(Problem(str(path), note) for note in notes))


def _failed(path: Path, why: str) -> Configuration:
    return Configuration(problems=(Problem(str(path), f"{why}; nothing of it is used"),))
