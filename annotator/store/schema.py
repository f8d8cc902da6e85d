"""The tables of a workspace, as migrations that are only ever appended to."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from annotator.errors import WorkspaceError
from annotator.store.failures import damaged, not_a_workspace

APPLICATION_ID = 0x616E6E6F  # "anno": SQLite's application_id, at byte 68 of the file
SUFFIX = ".annotator"
_MAGIC = b"SQLite format 3\x00"
_ID_AT = slice(68, 72)
_PAGES_AT = slice(28, 32)
_PAGE_SIZE_AT = slice(16, 18)  # 1 stands for 65536


def m001_create_tables(connection: sqlite3.Connection) -> None:
    """Documents with their bytes, the append-only log, analyses that can be made again, where the reader was."""
    for statement in (
        "CREATE TABLE migration (name TEXT PRIMARY KEY)",
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT)",
        "CREATE TABLE document (ord INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, location TEXT, sha256 TEXT NOT NULL,"
        " raw BLOB NOT NULL, source BLOB NOT NULL)",
        "CREATE TABLE event (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL, type TEXT NOT NULL,"
        " data TEXT NOT NULL, batch TEXT, undoes INTEGER, redoes INTEGER, client TEXT NOT NULL, prev TEXT NOT NULL,"
        " hash TEXT NOT NULL)",
        "CREATE TABLE analysis (engine TEXT NOT NULL, documents TEXT NOT NULL, made INTEGER NOT NULL,"
        " body BLOB NOT NULL, PRIMARY KEY (engine, documents))",
        "CREATE TABLE view_state (id INTEGER PRIMARY KEY CHECK (id = 1), data TEXT NOT NULL)",
    ):
        connection.execute(statement)
    for table in ("event", "document"):
        _forbid_changes(connection, table)


def m002_create_versions(connection: sqlite3.Connection) -> None:
    """Texts that documents were updated to; the first one of each stays in its own table."""
    connection.execute(
        "CREATE TABLE version (ord INTEGER PRIMARY KEY, document TEXT NOT NULL, id TEXT NOT NULL, sha256 TEXT NOT NULL,"
        " raw BLOB NOT NULL, source BLOB NOT NULL, UNIQUE (document, id))"
    )
    _forbid_changes(connection, "version")


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (m001_create_tables, m002_create_versions)


def is_workspace(path: Path) -> bool:
    """Whether a file is a workspace, by what stands in it; a damaged one, by its name."""
    if not path.is_file():
        return False
    if path.suffix == SUFFIX:
        return True
    try:
        with path.open("rb") as file:
            head = file.read(_ID_AT.stop)
    except OSError:
        return False
    return head.startswith(_MAGIC) and _owner(head) == APPLICATION_ID


def check_file(path: Path) -> None:
    """Refuses a file that annotator did not make, or that was cut; an empty one is what a killed first start leaves.

    Raises:
        WorkspaceError: if the file is somebody else's or not whole.
    """
    if path.is_dir():
        raise WorkspaceError(f"{path} is a folder", "name a file with --workspace FILE")
    if not path.exists():
        return
    if not path.is_file():  # a pipe would never end, a device never be ours
        raise not_a_workspace(path)
    with path.open("rb") as file:
        head = file.read(_ID_AT.stop)
    if _is_cut(head, path):
        raise damaged(path, "its end is missing")
    if head and (not head.startswith(_MAGIC) or _owner(head) not in (APPLICATION_ID, 0)):
        raise not_a_workspace(path)


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Brings the tables to this version, one transaction a step.

    Raises:
        WorkspaceError: if a newer version wrote the workspace, or another program did.
    """
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if owner != APPLICATION_ID and (tables or version):
        raise not_a_workspace(path)
    if version > len(MIGRATIONS):
        raise WorkspaceError(
            f"{path} was written by a newer annotator (version {version} of the tables, this one knows"
            f" {len(MIGRATIONS)})",
            "install the newer annotator; nothing was changed",
        )
    for number, step in enumerate(MIGRATIONS[version:], version + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            step(connection)
            connection.execute("INSERT INTO migration VALUES (?)", (step.__name__,))
            connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _forbid_changes(connection: sqlite3.Connection, table: str) -> None:
    """Makes a table append-only."""
    for action in ("UPDATE", "DELETE"):
        connection.execute(
            f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table}"
            f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def _is_cut(head: bytes, path: Path) -> bool:
    """Whether a workspace of ours is shorter than it says; its write-ahead log, if there is one, may hold the rest."""
    if _owner(head) != APPLICATION_ID or path.with_name(f"{path.name}-wal").exists():
        return False
    pages, size = int.from_bytes(head[_PAGES_AT], "big"), int.from_bytes(head[_PAGE_SIZE_AT], "big")
    return path.stat().st_size < pages * (size if size > 1 else 65536)


def _owner(head: bytes) -> int:
    return int.from_bytes(head[_ID_AT], "big")
