"""An open story: suggestions, the decisions over them, and the log that both undo and the next start read.

The only place that changes a workspace. A decision is on the disk before it is in memory, and in memory before anybody
is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from annotator.config import list_installed
from annotator.decisions import (
    History,
    Judgements,
    Ruled,
    count_decided,
    describe,
    read_asked,
)
from annotator.errors import UsageError
from annotator.ingest import PathOrText, nothing_read, read_sources
from annotator.model import (
    FIRST_VERSION,
    NO_EXTENSIONS,
    AddDocuments,
    Analysis,
    Command,
    Event,
    Extensions,
    Place,
    Problem,
    RemoveDocuments,
)
from annotator.session.change import Change, ChangeKind, StaleDocument
from annotator.session.checks import check_commands, find_damage
from annotator.session.documents import Found, find_new, find_stale, share_text
from annotator.session.engine import engine_key
from annotator.session.job import AnalysisJob, run_job
from annotator.session.logbook import Clock, Logbook, now
from annotator.session.overlaid import Overlaid
from annotator.session.shelf import Shelf
from annotator.session.updating import (
    MarkFate,
    TextVersion,
    Update,
    list_versions,
    open_marks,
    places_now,
    plan_again,
    plan_update,
    read_file_of,
)
from annotator.store import Entry, Store, StoredDocument, StoredVersion, load_project, pack_analysis, write_project

if TYPE_CHECKING:
    from annotator.pipeline import Progress

Callback = Callable[[Change], None]


class Session:
    """One person at one story; close it, or use it as a context manager. Calls from several threads wait in line."""

    def __init__(
        self,
        store: Store,
        *,
        by: str,
        clock: Clock = now,
        problems: Sequence[Problem] = (),
        extensions: Extensions = NO_EXTENSIONS,
    ) -> None:
        self._store = store
        self._lock = RLock()
        self._callbacks: list[Callback] = []
        self._problems = tuple(problems)
        self._extensions = extensions
        self._engine = engine_key(extensions, (*list_installed(), *map(repr, problems)))
        self._damage = find_damage(store)
        self._meta = store.meta()
        self._shelf = Shelf(store.documents(), store.versions())
        self._log = Logbook(store, by, clock)
        self._told: tuple[History, Judgements] | None = None
        self._overlaid = Overlaid(self.title, self._meta.get("path"), self._shelf)
        self._load_suggestions()

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def workspace(self) -> Path:
        """The file that keeps the story."""
        return self._store.path

    @property
    def title(self) -> str:
        """What people call the story."""
        return self._meta.get("title") or self.workspace.stem

    @property
    def by(self) -> str:
        """Whose decisions these are."""
        return self._log.by

    @property
    def names(self) -> dict[str, str]:
        """What people call the documents: the names of their files, by id; those that were taken out too."""
        return self._shelf.names

    @property
    def analysis(self) -> Analysis:
        """Decisions laid over the suggestions; rejected objects are there, marked."""
        return self._overlaid.analysis

    @property
    def suggestions(self) -> Analysis:
        """What the engine said, without decisions."""
        return self._overlaid.suggestions

    @property
    def orphans(self) -> tuple[Ruled, ...]:
        """Decisions that find no object in the analysis; they are kept, and count again when one is found."""
        return self._overlaid.orphans

    @property
    def judgements(self) -> Judgements:
        """What each person decided, what holds, and where people differ; read again after each change."""
        history = self._log.history
        if self._told is None or self._told[0] is not history:
            self._told = (history, read_asked(history.asked))
        return self._told[1]

    @property
    def needs_analysis(self) -> bool:
        """Whether the suggestions are another engine's, or of other documents than the story has now."""
        return not self._overlaid.is_current

    @property
    def log(self) -> tuple[Event, ...]:
        """Everything that was ever done, in order."""
        return tuple(self._log.events)

    @property
    def view_state(self) -> dict[str, Any]:
        """Where the reader was."""
        with self._lock:
            return self._store.view_state()

    def save_view_state(self, state: dict[str, Any]) -> None:
        """Remembers where the reader is; no decision, so no undo."""
        with self._lock:
            self._store.save_view_state(state)

    def job(self) -> AnalysisJob:
        """What there is to analyse now."""
        documents = tuple((d.id, replace(d.source, raw=b"")) for d in self._active())
        return AnalysisJob(self.title, self._meta.get("path"), documents, self._problems, self._extensions)

    def adopt(self, analysis: Analysis) -> None:
        """Takes the result of a job as the suggestions, and keeps it in the workspace."""
        self.take(analysis)
        self.keep(analysis)

    def share_texts(self, analysis: Analysis) -> Analysis:
        """The result of a job with the texts that are in memory already."""
        stored = {d.id: d for d in self._active()}
        shared = (share_text(d, stored[d.id]) if d.id in stored else d for d in analysis.documents)
        return replace(analysis, documents=tuple(shared))

    def take(self, analysis: Analysis) -> None:
        """Takes the result of a job as the suggestions of this run."""
        with self._lock:
            self._use(analysis, is_current=self._keys(analysis) == self._active_keys())

    def keep(self, analysis: Analysis) -> None:
        """Keeps the result of a job in the workspace; seconds for a large one, in any thread."""
        self.keep_packed(analysis, pack_analysis(analysis))  # packed before the lock: a decision need not wait for it

    def keep_packed(self, analysis: Analysis, packed: bytes) -> None:
        """Keeps the result of a job of which the bytes are there."""
        with self._lock:
            self._store.keep_packed(self._engine, self._keys(analysis), packed)

    def analyse(self, progress: Progress | None = None) -> None:
        """Analyses in this process."""
        self.adopt(run_job(self.job(), progress))

    def apply(self, *commands: Command) -> Change:
        """Writes down what a person decided; one call is one undo.

        Raises:
            StaleAnchorError: if a quote is not what the document says at that place.
            UsageError: if there is nothing to apply, or a command makes no sense.
            WorkspaceError: if it could not be written; nothing has changed then.
        """
        with self._lock:
            texts = {d.id: d.source.text for d in self._active()}
            check_commands(commands, texts=texts, stored={d.id for d in self._shelf.documents})
            return self._do(commands)

    def undo(self) -> Change | None:
        """Takes back the last key press that holds; None if there is none."""
        with self._lock:
            if not self._log.history.done:
                return None
            batch = self._log.history.done[-1]
            self._record([self._log.entry(None, undoes=batch.first)])
            return self._tell(Change(ChangeKind.UNDONE, self._describe(batch.commands), batch.commands))

    def redo(self) -> Change | None:
        """Brings back what the last undo took; None if there is nothing, or something else was done since."""
        with self._lock:
            if not self._log.history.undone:
                return None
            batch = self._log.history.undone[-1]
            self._record([self._log.entry(None, redoes=batch.first)])
            return self._tell(Change(ChangeKind.REDONE, self._describe(batch.commands), batch.commands))

    def add(self, paths: Sequence[PathOrText]) -> Change:
        """Brings documents into the story; those that are there already stay as they are.

        Raises:
            InputError: if none of them can be read.
        """
        with self._lock:
            found = self._find(paths)
            if not found.names:
                return Change(ChangeKind.APPLIED, "nothing new to add", ())
            return self._do((AddDocuments(found.names),), found.new)

    def add_quietly(self, paths: Sequence[PathOrText], *, is_meant: bool) -> None:
        """Brings in documents that were found on opening; nobody pressed a key, so undo does not take them back.

        Args:
            is_meant: the person named this workspace; otherwise it must keep one of the documents already.
        Raises:
            UsageError: if it keeps other documents only.
        """
        found = self._find(paths, with_dropped=False)
        if found.new and self._shelf.documents and not found.known and not is_meant:
            hint = "keep this story elsewhere with --workspace FILE, or add to that one with annotator add"
            raise UsageError(f"{self.workspace} keeps another story", hint)
        if found.new:
            self._record([self._log.entry(AddDocuments(found.names))], found.new)

    @property
    def stored(self) -> tuple[StoredDocument, ...]:
        """Every document that the workspace keeps, as it reads now; those that were taken out too."""
        return tuple(self._shelf.in_use(self._log.decisions.versions))

    def project(self) -> str:
        """Everything that the workspace keeps, as lines to send or to compare (`annotator import` reads them)."""
        with self._lock:
            return write_project(load_project(self._store))

    def take_over(self, own: Sequence[Command], rulings: Sequence[Ruled], new: Sequence[StoredDocument] = ()) -> Change:
        """Writes what others decided, under their names and with their times; one call is one undo.

        Args:
            own: what this person does with it, before it.
        """
        with self._lock:
            batch = uuid4().hex
            theirs = (Entry(r.at, r.by, r.command, batch) for r in rulings)
            self._record([*(self._log.entry(c, batch=batch) for c in own), *theirs], new)
            commands = (*own, *(r.command for r in rulings))
            return self._tell(Change(ChangeKind.APPLIED, self._describe(commands), commands))

    def remove(self, document_ids: Sequence[str]) -> Change:
        """Takes documents out of the story; they stay in the workspace, and undo brings them back.

        Raises:
            UsageError: if one of them is not in the story.
        """
        return self.apply(RemoveDocuments(tuple(document_ids)))

    def changed_on_disk(self) -> tuple[StaleDocument, ...]:
        """The documents whose files are gone or no longer what was read."""
        return find_stale(self._active(), self.workspace.parent)

    def original(self, document: str, version: str = FIRST_VERSION) -> bytes:
        """The bytes of a document's file, as they were when it was added, or when a later version was taken in.

        Raises:
            UsageError: if the workspace keeps no such document or version.
        """
        if self._shelf.source(document, version) is None:
            raise UsageError(f"no document {document} in this story")
        with self._lock:
            return self._store.raw(document, version)

    def plan_update(self, document: str) -> Update:
        """What taking over a document's file as it is now would do to its text and to each mark on it.

        Raises:
            UsageError: if the story has no such document, or it has no file.
            InputError: if the file cannot be read.
        """
        held = self._shelf.find(document, self._log.decisions)
        new = read_file_of(held, self.workspace.parent)
        with self._lock:
            return plan_update(held, new, self._shelf, self._log.decisions)

    def update(self, *updates: Update) -> Change:
        """Puts new versions in the place of documents' texts; the old ones stay. One call is one undo.

        Raises:
            UsageError: if there is nothing to update.
            WorkspaceError: if it could not be written; nothing has changed then.
        """
        with self._lock:
            commands, versions = plan_again(updates, self._shelf, self._log.decisions)
            if not commands:
                raise UsageError("nothing to update")
            return self._do(commands, versions=versions)

    def open_marks(self) -> tuple[MarkFate, ...]:
        """The marks that wait for a person's yes, since the text of their document was updated."""
        with self._lock:
            return open_marks(self._active(), self._shelf, self._log.decisions)

    def places_now(self) -> dict[int, tuple[Place, ...]]:
        """Where the words of each decision are, by its line of the log; empty where no text was updated."""
        return places_now(self._log.decisions)

    def versions(self, document: str) -> tuple[TextVersion, ...]:
        """Every version of a document's text, the first one first."""
        in_use = self._log.decisions.versions.get(document, FIRST_VERSION)
        return list_versions(document, in_use, self._shelf, self._log.events)

    def subscribe(self, callback: Callback) -> Callable[[], None]:
        """Calls back after each change; the returned function ends that."""
        self._callbacks.append(callback)

        def unsubscribe() -> None:
            if callback in self._callbacks:
                self._callbacks.remove(callback)

        return unsubscribe

    def progress(self) -> tuple[int, int]:
        """How many suggestions people decided on, and how many there are."""
        return count_decided(self.analysis)

    def close(self) -> None:
        """Leaves one file behind and lets others in."""
        with self._lock:
            self._store.close()

    def _active(self) -> list[StoredDocument]:
        return self._shelf.active(self._log.decisions)

    def _active_keys(self) -> tuple[str, ...]:
        return tuple(self._shelf.key(d.id, d.source.sha256) for d in self._active())

    def _keys(self, analysis: Analysis) -> tuple[str, ...]:
        return tuple(self._shelf.key(d.id, d.sha256) for d in analysis.documents)

    def _load_suggestions(self) -> None:
        exact = self._store.analysis(self._engine, self._active_keys())
        self._use(exact or self._store.latest_analysis(), is_current=exact is not None or not self._active())

    def _use(self, analysis: Analysis | None, *, is_current: bool) -> None:
        problems = (*self._problems, *self._damage)
        self._overlaid.use(analysis, self._log.decisions, problems, is_current=is_current)

    def _do(
        self,
        commands: Sequence[Command],
        new: Sequence[StoredDocument] = (),
        versions: Sequence[StoredVersion] = (),
    ) -> Change:
        batch = uuid4().hex
        self._record([self._log.entry(c, batch=batch) for c in commands], new, versions)
        return self._tell(Change(ChangeKind.APPLIED, self._describe(commands), tuple(commands)))

    def _record(
        self,
        entries: Sequence[Entry],
        new: Sequence[StoredDocument] = (),
        versions: Sequence[StoredVersion] = (),
    ) -> None:
        """Writes, then catches up in memory."""
        before = self._log.decisions
        self._log.write(entries, new, versions)
        self._shelf.add(new, versions)
        after = self._log.decisions
        if new or after.dropped != before.dropped or after.versions != before.versions:
            self._load_suggestions()
        else:
            self._overlaid.lay(after)

    def _tell(self, change: Change) -> Change:
        for callback in tuple(self._callbacks):
            callback(change)
        return change

    def _describe(self, commands: Sequence[Command]) -> str:
        return describe(commands, self.names)

    def _find(self, paths: Sequence[PathOrText], *, with_dropped: bool = True) -> Found:
        result = read_sources(paths)
        if not result.sources and (with_dropped or not self._shelf.documents):
            raise nothing_read(result.problems)
        self._problems = (*self._problems, *(p for p in result.problems if p not in self._problems))
        dropped = self._log.decisions.dropped if with_dropped else frozenset()
        given = frozenset(p[0] for p in paths if isinstance(p, tuple))
        return find_new(
            result.sources, self._shelf.documents, folder=self.workspace.parent, dropped=dropped, given=given
        )
