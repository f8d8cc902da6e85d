"""Reads the TOML tables that ship with the package, once each."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_table(package: str, name: str) -> dict[str, Any]:
    """A packaged TOML file as a dictionary; callers must not change it.

    Args:
        package: dotted name of the package that holds the file, such as `annotator.attribution`.
        name: path below that package, such as `data/cues.toml`.
    """
    return tomllib.loads(files(package).joinpath(name).read_text(encoding="utf-8"))
