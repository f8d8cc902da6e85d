"""Is a workspace whole: the file, the documents, the log, and every mark on the words it was put on?"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotator import __version__
from annotator.errors import DamagedError
from annotator.model import FIRST_VERSION, Event, Place, hash_bytes, places_of
from annotator.session.reading import find_workspace, readable
from annotator.store import Store
from annotator.text import one_line

MAX_QUOTE = 40  # characters of a quote in a finding


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was looked at, and what is wrong."""

    documents: int
    events: int
    marks: int
    """Places of the text that decisions are about."""
    findings: tuple[str, ...]


def verify(workspace: str | os.PathLike[str]) -> Verdict:
    """Looks at everything in a workspace; changes nothing.

    Raises:
        InputError: if there is no workspace.
        WorkspaceError: if it is open elsewhere or a newer version wrote it.
    """
    with readable(find_workspace(workspace)) as file:
        try:
            with Store(file, client=__version__) as store:
                return _look(store)
        except DamagedError as error:
            return Verdict(0, 0, 0, (error.message,))


def _look(store: Store) -> Verdict:
    findings = [f"the file: {fault}" for fault in store.faults()]
    documents, events = store.documents(), store.events()
    versions = store.versions()
    kept = [(f"document {d.id}", d.id, FIRST_VERSION, d.source.sha256) for d in documents]
    kept += [(f"version {v.id} of document {v.document}", v.document, v.id, v.source.sha256) for v in versions]
    for name, document, version, digest in kept:
        try:
            is_whole = hash_bytes(store.raw(document, version)) == digest
        except DamagedError:
            is_whole = False
        if not is_whole:
            findings.append(f"{name}: its bytes are not those that were read")
    if (number := store.broken_link()) is not None:
        findings.append(f"line {number} of the log: it does not follow from the one before it; it was changed")
    texts = {d.id: [d.source.text, *(v.source.text for v in versions if v.document == d.id)] for d in documents}
    marks = [(event, place) for event in events for place in places_of(event.command)]
    findings += _misplaced(marks, texts)
    return Verdict(len(documents), len(events), len(marks), tuple(findings))


def _misplaced(marks: list[tuple[Event, Place]], texts: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for event, place in marks:
        found, span = texts.get(place.document), place.span
        if found is None:
            yield f"line {event.seq} of the log: document {one_line(place.document)} is not in the workspace"
        elif span is not None and not any(span.end <= len(t) and span.text(t) == place.quote for t in found):
            quote = one_line((place.quote or "")[:MAX_QUOTE])
            yield f"line {event.seq} of the log: “{quote}” is not what {place.document} says at {span.start}-{span.end}"
