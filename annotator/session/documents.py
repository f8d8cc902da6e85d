"""Which of the texts that were read are new to the story, and which files are no longer what was read?"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from annotator.model import (
    Boilerplate,
    Document,
    Genre,
    Outlet,
    PublishedBasis,
    SourceText,
    document_ids,
    hash_bytes,
    strip_span,
)
from annotator.session.change import StaleDocument, StaleReason
from annotator.store import StoredDocument


@dataclass(frozen=True, slots=True)
class Found:
    """What reading some paths brings into the story."""

    names: tuple[str, ...]
    """Ids to add: new ones, and ones that were taken out."""
    new: tuple[StoredDocument, ...]
    known: int
    """How many texts the workspace keeps already."""


def find_new(
    sources: Sequence[SourceText],
    known: Sequence[StoredDocument],
    *,
    folder: Path,
    dropped: Collection[str],
    given: Collection[str],
) -> Found:
    """Tells new texts from those that the workspace keeps.

    Args:
        folder: the workspace's; locations below it are kept relative, so that both can be moved together.
        dropped: documents that were taken out and may come back.
        given: names of texts that were given as text and have no file.
    """
    names: list[str] = []
    new: list[StoredDocument] = []
    seen = {_where(d.location, d.source): d for d in reversed(known)}
    digests = Counter(d.source.sha256 for d in known)
    moved = _Moved(known, folder)
    for source in sources:
        location = None if source.path in given else locate(source.path, folder)
        same = seen.get(_where(location, source)) or (moved.take(source) if location else None)
        if same is None:
            digests[source.sha256] += 1
            name = document_ids([source.sha256] * digests[source.sha256])[-1]
            new.append(StoredDocument(name, location, source))
            seen[_where(location, source)] = new[-1]
            names.append(name)
        elif same.id in dropped:
            names.append(same.id)
    return Found(tuple(dict.fromkeys(names)), tuple(new), len(sources) - len(new))


class _Moved:
    """Documents whose files lie elsewhere now: the same bytes under the same name, and nothing where they were."""

    def __init__(self, known: Sequence[StoredDocument], folder: Path) -> None:
        self._known, self._folder = known, folder

    def take(self, source: SourceText) -> StoredDocument | None:
        """The document that a file was before it was moved."""
        name, gone = Path(source.path).name, self._gone.get(source.sha256, [])
        found = next((d for d in gone if Path(d.location or "").name == name), None)
        if found is not None:
            gone.remove(found)
        return found

    @cached_property
    def _gone(self) -> dict[str, list[StoredDocument]]:
        gone: dict[str, list[StoredDocument]] = {}
        for d in self._known:
            if d.location is not None and not (self._folder / d.location).exists():
                gone.setdefault(d.source.sha256, []).append(d)
        return gone


def find_stale(documents: Sequence[StoredDocument], folder: Path) -> tuple[StaleDocument, ...]:
    """The documents whose files are gone, cannot be read, or have other bytes."""
    found = []
    for d in documents:
        if d.location is None:
            continue
        try:
            is_same = hash_bytes((folder / d.location).read_bytes()) == d.source.sha256
        except OSError:
            found.append(StaleDocument(d.id, d.source.path, StaleReason.MISSING))
        else:
            if not is_same:
                found.append(StaleDocument(d.id, d.source.path, StaleReason.CHANGED))
    return tuple(found)


def find_outdated(analysed: Sequence[Document], stored: Sequence[StoredDocument]) -> frozenset[str]:
    """The documents whose analysis is of another version than the one in use."""
    texts = {d.id: d.source.text for d in stored}
    return frozenset(d.id for d in analysed if texts.get(d.id, d.text) != d.text)


def make_bare(stored: StoredDocument) -> Document:
    """A document that nobody analysed yet: its text, and what its front matter states."""
    source, meta = stored.source, stored.source.metadata
    front = meta.span.end if meta.span else 0
    body = strip_span(source.text, front, len(source.text))
    return Document(
        id=stored.id,
        path=source.path,
        sha256=source.sha256,
        text=source.text,
        title=meta.title,
        author=meta.author,
        published=meta.published,
        published_basis=PublishedBasis.STATED if meta.published else None,
        published_note=None,
        url=meta.url,
        language=meta.language,
        outlet=Outlet(name=meta.site),
        genre=Genre(),
        head=(),
        body=(body,) if body else (),
        boilerplate=(Boilerplate(meta.span, "front matter"),) if meta.span else (),
    )


def share_text(document: Document, stored: StoredDocument) -> Document:
    """The analysed document over the one string that the workspace was read into."""
    text = stored.source.text
    return replace(document, text=text) if document.text == text and document.text is not text else document


def locate(path: str, folder: Path) -> str | None:
    """The file behind a path, relative to the workspace's folder where it lies below it; None if there is none."""
    file = Path(path)
    if path == "-" or not file.is_file():
        return None
    resolved, base = file.resolve(), folder.resolve()
    return str(resolved.relative_to(base)) if resolved.is_relative_to(base) else os.fspath(resolved)


def _where(location: str | None, source: SourceText) -> tuple[str, ...]:
    """What tells documents apart: their files; for those without one, bytes and name."""
    return (location,) if location is not None else (source.sha256, source.path)
