"""Who writes what into the log, and what holds after it?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from annotator.decisions import Decisions, fold_history
from annotator.model import Command
from annotator.store import Entry, Store, StoredDocument, StoredVersion

Clock = Callable[[], str]


def now() -> str:
    """The time in UTC, ISO 8601 with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Logbook:
    """The log of a workspace, with one person at it."""

    def __init__(self, store: Store, by: str, clock: Clock) -> None:
        self.by = by
        self._store, self._clock = store, clock
        self.events = list(store.events())
        """Everything that was ever done, in order."""
        self.history = fold_history(self.events)
        self.decisions: Decisions = self.history.decisions

    def entry(
        self, command: Command | None, *, batch: str | None = None, undoes: int | None = None, redoes: int | None = None
    ) -> Entry:
        """A line of this person, now."""
        return Entry(self._clock(), self.by, command, batch, undoes, redoes)

    def write(
        self,
        entries: Sequence[Entry],
        new: Sequence[StoredDocument] = (),
        versions: Sequence[StoredVersion] = (),
    ) -> None:
        """Writes lines with the texts that they speak of, all or nothing, then catches up in memory.

        Raises:
            WorkspaceError: if it could not be written; nothing has changed then.
        """
        events = self._store.append(entries, new, versions)
        self.events.extend(events)
        self.history = fold_history(events, self.history)
        self.decisions = self.history.decisions
