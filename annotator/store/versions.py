"""Later versions of documents' texts: rows that are added and never changed."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotator.model import SourceText
from annotator.store.source_codec import decode_source, encode_source

_INSERT = "INSERT INTO version (document, id, sha256, raw, source) VALUES (?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """A text that was put in the place of a document's first one."""

    document: str
    id: str
    """Names it among the versions of its document."""
    source: SourceText


def insert_versions(connection: sqlite3.Connection, versions: Iterable[StoredVersion]) -> None:
    """Adds versions within the transaction that is open."""
    for v in versions:
        source = zlib.compress(json.dumps(encode_source(v.source), separators=(",", ":")).encode(), 1)
        connection.execute(_INSERT, (v.document, v.id, v.source.sha256, zlib.compress(v.source.raw), source))


def read_versions(connection: sqlite3.Connection) -> Iterator[StoredVersion]:
    """All versions but the first ones, in the order in which they came; without their bytes."""
    for document, name, digest, source in connection.execute(
        "SELECT document, id, sha256, source FROM version ORDER BY ord"
    ):
        yield StoredVersion(document, name, decode_source(digest, json.loads(zlib.decompress(source))))


def read_raw(connection: sqlite3.Connection, document: str, version: str) -> bytes | None:
    """The bytes of a version, as they were read; None if there is no such version."""
    row = connection.execute("SELECT raw FROM version WHERE document = ? AND id = ?", (document, version)).fetchone()
    return zlib.decompress(row[0]) if row else None
