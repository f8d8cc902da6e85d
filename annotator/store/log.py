"""What is a line of the log on disk, and does each follow from the one before it?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import NamedTuple

from annotator.model import Event
from annotator.store.codec import canonical, decode_command, plain_object


class LogRow(NamedTuple):
    """A line of the log as it lies in the file, readable by this version or not."""

    seq: int
    at: str
    by: str
    type: str
    data: str
    """The command's values as JSON."""
    batch: str | None
    undoes: int | None
    redoes: int | None
    client: str
    prev: str
    """The hash of the line before."""
    hash: str

    @property
    def event(self) -> Event:
        """What this version reads in it."""
        command = decode_command(self.type, plain_object(self.data))
        return Event(self.seq, self.at, self.by, command, self.batch, self.undoes, self.redoes, self.type)

    @property
    def sealed(self) -> tuple[object, ...]:
        """What its hash is made of, besides the hash of the line before."""
        return self[:-2]


def link_hash(prev: str, row: Sequence[object]) -> str:
    """The hash of a line (all but its two hashes) after the one with the hash `prev`."""
    return sha256(f"{prev}{canonical(list(row))}".encode()).hexdigest()


def first_broken(rows: Iterable[LogRow]) -> int | None:
    """The number of the first line that does not follow from the one before it; None for a whole chain."""
    before = ""
    for number, row in enumerate(rows, 1):
        if row.seq != number or row.prev != before or row.hash != link_hash(row.prev, row.sealed):
            return number
        before = row.hash
    return None
