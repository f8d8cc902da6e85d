"""A copy of a workspace to look at, where looking at the file itself would change it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from annotator.store.failures import translate_failures
from annotator.store.schema import MIGRATIONS

_VERSION_AT = slice(60, 64)  # SQLite's user_version
_WAIT_S = 0.3  # for another process that is just closing


def is_older(path: Path) -> bool:
    """Whether an earlier version wrote a workspace: opening it would make it one that only this version can read."""
    with path.open("rb") as file:
        head = file.read(_VERSION_AT.stop)
    return 0 < int.from_bytes(head[_VERSION_AT], "big") < len(MIGRATIONS)


def copy_older(path: Path, folder: Path) -> Path:
    """Copies a workspace that can be written to, as it is.

    Raises:
        WorkspaceError: if it is open in another process, or is damaged.
    """
    copy = folder / path.name
    with (
        translate_failures(path),
        closing(sqlite3.connect(path, timeout=_WAIT_S)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target)
    return copy


def copy_unwritable(path: Path, folder: Path) -> Path:
    """Copies a workspace that lies where nothing can be written, with what its writer had not put in its place yet."""
    for name in (path, path.with_name(f"{path.name}-wal")):
        if name.exists():
            shutil.copy(name, folder / name.name)
            (folder / name.name).chmod(0o600)
    return folder / path.name
