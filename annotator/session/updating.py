"""What would an update of a document do to its marks, and which marks still wait for a person after one?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from annotator.decisions import Decisions, Mark, Trace, Versions, gather_marks, trace_all
from annotator.errors import InputError, UsageError
from annotator.ingest import nothing_read, read_sources
from annotator.model import (
    FIRST_VERSION,
    Event,
    Fate,
    Move,
    Place,
    PlaceMark,
    Position,
    Problem,
    SourceText,
    Span,
    Standing,
    UpdateDocument,
)
from annotator.session.shelf import Shelf
from annotator.store import StoredDocument, StoredVersion
from annotator.view import MarkState


@dataclass(frozen=True, slots=True)
class MarkFate:
    """A mark, and what becomes of it in another version of its text."""

    mark: Mark
    fate: Fate
    candidates: tuple[Place, ...]
    """Where it may be there, the likeliest first; exactly one where it is kept or moved."""

    @property
    def document(self) -> str:
        """The document that it is on."""
        return self.mark.position.place.document

    @property
    def key(self) -> str:
        """Names it among all marks of the story."""
        position = self.mark.position
        return f"{self.document}:{position.version}:{self.mark.span.start}:{self.mark.span.end}"

    @property
    def state(self) -> MarkState:
        """The mark as the screens and the command line show it."""
        quote = self.mark.position.place.quote or ""
        return MarkState(self.key, self.document, self.fate, quote, self.candidates, self.mark.words)

    def answer(self, number: int | None) -> PlaceMark:
        """The command by which a person says which candidate it is, from 0; None for none of them."""
        after = None if number is None else self.candidates[number]
        return PlaceMark(self.mark.position.version, self.mark.position.place, after)


@dataclass(frozen=True, slots=True)
class Update:
    """A document's text as it is in use and as its file has it now, and the fate of each mark on it."""

    document: str
    version: str
    old: SourceText
    new: SourceText
    fates: tuple[MarkFate, ...]

    @property
    def counts(self) -> dict[Fate, int]:
        """How many marks have each fate."""
        found = Counter(f.fate for f in self.fates)
        return {fate: found[fate] for fate in Fate}

    @property
    def command(self) -> UpdateDocument:
        """What is written down: marks that are kept or moved follow, all others wait."""
        moves = (
            Move(f.mark.position.version, f.mark.span, span, f.fate is Fate.KEPT)
            for f in self.fates
            if f.fate in (Fate.KEPT, Fate.MOVED)
            for span in (f.candidates[0].span,)
            if span is not None
        )
        return UpdateDocument(self.document, self.version, tuple(moves))


@dataclass(frozen=True, slots=True)
class TextVersion:
    """One version of a document."""

    name: str
    source: SourceText
    taken: str | None
    """When it was taken in, ISO 8601, UTC; None where the log does not say."""
    by: str | None
    is_in_use: bool


def read_file_of(document: StoredDocument, folder: Path) -> SourceText:
    """The text of a document's file as it is now.

    Raises:
        UsageError: if the document has no file.
        InputError: if it cannot be read.
    """
    if document.location is None:
        raise UsageError(f"{document.source.path} came without a file", "add the new text as a document: annotator add")
    result = read_sources([folder / document.location])
    if not result.sources:
        raise nothing_read(result.problems)
    if not result.sources[0].text.strip():
        raise InputError(f"{document.source.path} is empty now", "the stored version stays in use")
    return replace(result.sources[0], path=document.source.path)


def plan_update(document: StoredDocument, new: SourceText, shelf: Shelf, decisions: Decisions) -> Update:
    """What the update to a text would do to each mark on the document."""
    fates = _fates(_marks(decisions, document.id), new.text, shelf)
    return Update(document.id, shelf.name(document.id, new), document.source, new, fates)


def plan_again(
    updates: Iterable[Update], shelf: Shelf, decisions: Decisions
) -> tuple[list[UpdateDocument], list[StoredVersion]]:
    """The commands for new texts, with what was decided since they were planned, and the texts that are not kept yet.

    Raises:
        UsageError: if one of the documents is not in the story any more.
    """
    asked = {u.document: u.new for u in updates}  # of two texts of one document the last counts
    fresh = [plan_update(shelf.find(document, decisions), new, shelf, decisions) for document, new in asked.items()]
    unknown = (u for u in fresh if shelf.source(u.document, u.version) is None)
    return [u.command for u in fresh], [StoredVersion(u.document, u.version, u.new) for u in unknown]


def open_marks(documents: Iterable[StoredDocument], shelf: Shelf, decisions: Decisions) -> tuple[MarkFate, ...]:
    """The marks of updated documents that wait for a person's yes: what moved, changed, is ambiguous or gone."""
    found: list[MarkFate] = []
    unsure = _unsure_documents(decisions.traces)
    for d in documents:
        if d.id not in unsure:
            continue
        marks = _marks(decisions, d.id)
        found += (MarkFate(m, Fate.MOVED, (m.position.place,)) for m in marks if m.position.standing is Standing.MOVED)
        waiting = [m for m in marks if m.position.standing is Standing.WAITING]
        found += (_waiting(f) for f in _fates(waiting, d.source.text, shelf))
    return tuple(found)


def places_now(decisions: Decisions) -> dict[int, tuple[Place, ...]]:
    """Where the words of each decision are, by its line of the log; empty where no text was updated."""
    if not decisions.versions:
        return {}
    found = (Standing.SURE, Standing.MOVED)
    traces = trace_all(decisions.rulings, decisions.traces, decisions.versions)
    return {t.ruled.seq: tuple(p.place for p in t.positions if p.standing in found) for t in traces}


def name_waiting(decisions: Decisions) -> tuple[Problem, ...]:
    """That decisions wait for a place, in one sentence; those that a person left without one do not."""
    number = sum(any(p.standing is Standing.WAITING for p in t.positions) for t in decisions.traces)
    if not number:
        return ()
    words = "1 decision waits" if number == 1 else f"{number} decisions wait"
    return (Problem(None, f"{words} for a place since a text was updated; all are kept"),)


def list_versions(document: str, in_use: str, shelf: Shelf, log: Sequence[Event]) -> tuple[TextVersion, ...]:
    """Every version of a document that was ever taken in, the first one first."""
    taken: dict[str, Event] = {}
    for event in log:
        match event.command:
            case UpdateDocument(of, version) if of == document:
                taken.setdefault(version, event)
            case _:
                if document in getattr(event.command, "documents", ()):
                    taken.setdefault(FIRST_VERSION, event)
    made = []
    for name in shelf.versions(document):
        source, when = shelf.source(document, name), taken.get(name)
        if source is not None:
            at, by = (when.at, when.by) if when else (None, None)
            made.append(TextVersion(name, source, at, by, name == in_use))
    return tuple(made)


def _unsure_documents(traces: Iterable[Trace]) -> frozenset[str]:
    """The documents on which the place of any decision is not sure."""
    unsure = (Standing.MOVED, Standing.WAITING)
    return frozenset(p.place.document for t in traces for p in t.positions if p.standing in unsure)


def _marks(decisions: Decisions, document: str) -> tuple[Mark, ...]:
    traces = trace_all(decisions.rulings, decisions.traces, decisions.versions)
    return tuple(m for m in gather_marks(traces, document) if m.position.standing is not Standing.GONE)


def _fates(marks: Sequence[Mark], text: str, shelf: Shelf) -> tuple[MarkFate, ...]:
    """The fate of marks that were found last in any version of one document."""
    found = []
    for mark in marks:
        source = shelf.source(mark.position.place.document, mark.position.version)
        found.append(_fate(mark, _align(source.text if source else "", text), text))
    return tuple(found)


@lru_cache(maxsize=8)
def _align(old: str, new: str) -> Versions:
    """Two texts aligned; screens ask for the same ones after every decision."""
    return Versions(old, new)


def _fate(mark: Mark, versions: Versions, text: str) -> MarkFate:
    if not versions.reads(mark.span, mark.position.place.quote):
        return MarkFate(mark, Fate.ORPHAN, ())  # somebody else wrote that into the log
    fated = versions.fate(mark.span)
    return MarkFate(mark, fated.fate, tuple(_place(mark.position, span, text) for span in fated.candidates))


def _waiting(found: MarkFate) -> MarkFate:
    """What waits is not followed without a yes, however surely it could be."""
    return replace(found, fate=Fate.AMBIGUOUS) if found.fate in (Fate.KEPT, Fate.MOVED) else found


def _place(position: Position, span: Span, text: str) -> Place:
    return Place(position.place.document, span, span.text(text))
