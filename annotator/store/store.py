"""Keeps one story on disk: documents' bytes, the append-only log, analyses and where the reader was.

One process writes at a time; the lock goes with the process, however it ends. A method that changes something has
it on the disk when it returns (SQLite WAL, synchronous FULL).
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.model import FIRST_VERSION, Analysis, Command, Event, SourceText
from annotator.store.codec import canonical, encode_command, plain_object
from annotator.store.failures import explain, translate_failures
from annotator.store.log import LogRow, first_broken, link_hash
from annotator.store.packing import unpack_analysis
from annotator.store.schema import check_file, migrate
from annotator.store.source_codec import decode_source, encode_source
from annotator.store.versions import StoredVersion, insert_versions, read_raw, read_versions

LOCK_WAIT_S = 0.3  # for another process that is just closing, or that loses the race for a new file
MAX_ANALYSES = 4  # kept, so that undoing a removal finds the analysis from before

_EVENTS = "SELECT seq, at, by, type, data, batch, undoes, redoes, client, prev, hash FROM event ORDER BY seq"
_INSERT_EVENT = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_INSERT_DOCUMENT = "INSERT INTO document (id, location, sha256, raw, source) VALUES (?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document as it came into the story."""

    id: str
    location: str | None
    """Its file, relative to the workspace's folder where it lies below it; None for standard input and pasted text."""
    source: SourceText


@dataclass(frozen=True, slots=True)
class Entry:
    """A line for the log, before it has a number."""

    at: str
    by: str
    command: Command | None
    batch: str | None = None
    undoes: int | None = None
    redoes: int | None = None


class Store:
    """An open workspace file; close it, or use it as a context manager."""

    def __init__(self, path: Path, *, client: str = "") -> None:
        """Opens or makes the file and takes the writer's lock.

        Args:
            client: the version that writes; noted in each line of the log.
        Raises:
            WorkspaceError: if the file is locked, damaged, newer, not ours, or cannot be written.
        """
        self.path = path
        self._client = client
        self._last: tuple[int, str] = (0, "")
        with translate_failures(path):
            check_file(path)
            self._connection = sqlite3.connect(path, timeout=LOCK_WAIT_S, isolation_level=None, check_same_thread=False)
            try:
                self._prepare()
            except BaseException:
                self._connection.close()
                raise

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Writes the log into the main file and gives the lock back; closing twice is harmless."""
        try:
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.Error:
            pass  # the write-ahead log beside the file still holds everything, and the next open reads it
        finally:
            self._connection.close()

    def documents(self) -> tuple[StoredDocument, ...]:
        """Every document as it came into the story, in the order in which they came."""
        with translate_failures(self.path):
            rows = self._connection.execute("SELECT id, location, sha256, source FROM document ORDER BY ord").fetchall()
            return tuple(
                StoredDocument(name, json.loads(location), decode_source(digest, _unpack(source)))
                for name, location, digest, source in rows
            )

    def versions(self) -> tuple[StoredVersion, ...]:
        """The texts that documents were updated to, in the order in which they came."""
        with translate_failures(self.path):
            return tuple(read_versions(self._connection))

    def raw(self, document: str, version: str = FIRST_VERSION) -> bytes:
        """The bytes of a document's file, as they were read for a version."""
        with translate_failures(self.path):
            if (later := read_raw(self._connection, document, version)) is not None:
                return later
            row = self._connection.execute("SELECT raw FROM document WHERE id = ?", (document,)).fetchone()
            return zlib.decompress(row[0])

    def events(self) -> tuple[Event, ...]:
        """The whole log, in order."""
        return tuple(row.event for row in self.rows())

    def rows(self) -> tuple[LogRow, ...]:
        """The whole log as it lies in the file."""
        with translate_failures(self.path):
            return tuple(LogRow(*row) for row in self._connection.execute(_EVENTS).fetchall())

    def fill(
        self,
        documents: Sequence[StoredDocument],
        versions: Sequence[StoredVersion],
        rows: Sequence[LogRow],
        meta: Mapping[str, str],
    ) -> None:
        """Puts a whole project into a new workspace, in one transaction; the log keeps its numbers and hashes."""
        with self._transaction() as connection:
            self._write_documents(documents)
            insert_versions(connection, versions)
            connection.executemany(_INSERT_EVENT, rows)
            connection.executemany("INSERT INTO meta VALUES (?, ?)", [(k, canonical(v)) for k, v in meta.items()])
            if rows:
                self._last = (rows[-1].seq, rows[-1].hash)

    def append(
        self,
        entries: Sequence[Entry],
        documents: Sequence[StoredDocument] = (),
        versions: Sequence[StoredVersion] = (),
    ) -> tuple[Event, ...]:
        """Adds lines to the log, and documents and versions that they speak of, in one transaction."""
        with self._transaction() as connection:
            self._write_documents(documents)
            insert_versions(connection, versions)
            return tuple(self._write(entry) for entry in entries)

    def broken_link(self) -> int | None:
        """The number of the first event that does not follow from the one before it; None for a whole chain."""
        return first_broken(self.rows())

    def faults(self) -> tuple[str, ...]:
        """What SQLite finds wrong with the file; nothing for a whole one."""
        with translate_failures(self.path):
            found = [str(row[0]) for row in self._connection.execute("PRAGMA integrity_check").fetchall()]
        return () if found == ["ok"] else tuple(found)

    def analysis(self, engine: str, documents: Sequence[str]) -> Analysis | None:
        """The kept analysis of these documents by this engine; None if there is none, or it cannot be read."""
        return self._load_analysis(
            "SELECT body FROM analysis WHERE engine = ? AND documents = ?", (engine, canonical(list(documents)))
        )

    def latest_analysis(self) -> Analysis | None:
        """The last analysis that was kept, whatever made it."""
        return self._load_analysis("SELECT body FROM analysis ORDER BY made DESC LIMIT 1", ())

    def keep_packed(self, engine: str, documents: Sequence[str], packed: bytes) -> None:
        """Keeps an analysis that `pack_analysis` packed."""
        names = canonical(list(documents))
        with self._transaction() as connection:
            made = connection.execute("SELECT coalesce(max(made), 0) + 1 FROM analysis").fetchone()[0]
            connection.execute("INSERT OR REPLACE INTO analysis VALUES (?, ?, ?, ?)", (engine, names, made, packed))
            connection.execute("DELETE FROM analysis WHERE made <= ?", (made - MAX_ANALYSES,))

    def meta(self) -> dict[str, str]:
        """What is known about the story as a whole."""
        with translate_failures(self.path):
            rows = self._connection.execute("SELECT key, value FROM meta").fetchall()
            return {key: str(json.loads(value)) for key, value in rows}

    def save_meta(self, **values: str | None) -> None:
        """Sets what is known about the story as a whole; None forgets."""
        with self._transaction() as connection:
            for key, value in values.items():
                if value is None:
                    connection.execute("DELETE FROM meta WHERE key = ?", (key,))
                else:
                    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, canonical(value)))

    def view_state(self) -> dict[str, Any]:
        """Where the reader was; empty if that was never saved."""
        with translate_failures(self.path):
            row = self._connection.execute("SELECT data FROM view_state").fetchone()
        return plain_object(row[0]) if row else {}

    def save_view_state(self, state: dict[str, Any]) -> None:
        """Remembers where the reader is; no part of the log."""
        with self._transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO view_state VALUES (1, ?)", (canonical(state),))

    def _prepare(self) -> None:
        connection = self._connection
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("BEGIN EXCLUSIVE")  # the lock is kept until the connection is closed
        connection.execute("COMMIT")
        migrate(connection, self.path)
        connection.execute("PRAGMA journal_mode = WAL")
        row = connection.execute("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1").fetchone()
        self._last = (row[0], row[1]) if row else (0, "")

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        connection, last = self._connection, self._last
        try:
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")
        except BaseException as error:
            self._last = last
            self._roll_back()
            if isinstance(error, sqlite3.Error):
                raise explain(error, self.path) from error
            raise

    def _roll_back(self) -> None:
        try:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        except sqlite3.Error:
            pass  # the failure that led here is the one to report

    def _write_documents(self, documents: Sequence[StoredDocument]) -> None:
        for d in documents:
            raw, source = zlib.compress(d.source.raw), _pack(encode_source(d.source))
            self._connection.execute(_INSERT_DOCUMENT, (d.id, canonical(d.location), d.source.sha256, raw, source))

    def _write(self, entry: Entry) -> Event:
        name, values = _name(entry)
        last, prev = self._last
        seq = last + 1
        row = [seq, entry.at, entry.by, name, canonical(values), entry.batch, entry.undoes, entry.redoes, self._client]
        digest = link_hash(prev, row)
        self._connection.execute(_INSERT_EVENT, (*row, prev, digest))
        self._last = (seq, digest)
        return Event(seq, entry.at, entry.by, entry.command, entry.batch, entry.undoes, entry.redoes, name)

    def _load_analysis(self, query: str, values: Sequence[str]) -> Analysis | None:
        with translate_failures(self.path):
            row = self._connection.execute(query, values).fetchone()
        return unpack_analysis(row[0]) if row else None


def _name(entry: Entry) -> tuple[str, dict[str, Any]]:
    if entry.undoes is not None:
        return "undo", {}
    if entry.redoes is not None:
        return "redo", {}
    assert entry.command is not None
    return encode_command(entry.command)


def _pack(value: dict[str, Any]) -> bytes:
    return zlib.compress(json.dumps(value, separators=(",", ":")).encode(), 1)


def _unpack(blob: bytes) -> Any:
    return json.loads(zlib.decompress(blob))
