"""Which `annotator.toml` count for a story, and what do they add together?

A file that cannot be read costs a warning and nothing else.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from annotator.config.tables import read_extensions
from annotator.model import NO_EXTENSIONS, Extensions, Problem

FILE_NAME = "annotator.toml"
SCREEN_TABLES = ("screens", "keys")
"""Read by `screens.py`, and only in the person's own file."""
MAX_BYTES = 4_000_000  # a table of that size is a mistake


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


def user_folder() -> Path:
    """Where a person's own file lies."""
    from platformdirs import user_config_path  # here: 2 ms that importing this package does without

    return user_config_path("annotator", appauthor=False)


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
