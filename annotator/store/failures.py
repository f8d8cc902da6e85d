"""What SQLite complains of, as what a person can do about it."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.errors import DamagedError, WorkspaceError

SAVED = "everything saved before is safe"
ELSEWHERE = "put the workspace elsewhere with --workspace FILE"


@contextmanager
def translate_failures(path: Path) -> Iterator[None]:
    """Turns failures of SQLite, of the disk and of reading rows, inside the block, into a `WorkspaceError`."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain(error, path) from error
    except (zlib.error, KeyError, TypeError, ValueError) as error:
        raise damaged(path, str(error)) from error
    except OSError as error:
        raise WorkspaceError(f"{path}: {error.strerror or error}", ELSEWHERE) from error


def explain(error: sqlite3.Error, path: Path) -> WorkspaceError:
    """The failure in words, by SQLite's name for it."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name == "SQLITE_FULL" or "_WRITE" in name or "_FSYNC" in name or name == "SQLITE_IOERR_TRUNCATE":
        return WorkspaceError(f"{path} cannot grow: the disk is full or a quota is reached", f"make room; {SAVED}")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return WorkspaceError(f"{path} is open in another annotator", "close it there, then try again")
    if name.startswith("SQLITE_NOTADB"):
        return not_a_workspace(path)
    if name.startswith("SQLITE_CORRUPT"):
        return damaged(path, str(error))
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_IOERR_LOCK")):
        return WorkspaceError(f"{path} cannot be written: no permission, or no such folder", ELSEWHERE)
    if name.startswith("SQLITE_IOERR"):
        return WorkspaceError(f"{path}: the disk failed ({name})", f"check the disk; {SAVED}")
    return WorkspaceError(f"{path}: {error}", f"keep the file and report this; {SAVED}")


def damaged(path: Path, why: str) -> WorkspaceError:
    """Ours, but not as we left it."""
    hint = "keep the file, take a copy from a backup, or start anew with --workspace FILE"
    return DamagedError(f"{path} is damaged ({why})", hint)


def not_a_workspace(path: Path) -> WorkspaceError:
    """Somebody else's file."""
    return WorkspaceError(
        f"{path} is not a workspace of annotator, so it is left alone", "name another file with --workspace FILE"
    )
