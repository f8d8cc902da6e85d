"""Every version of every document of a workspace, and the story's documents in the versions that are in use."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from annotator.decisions import Decisions
from annotator.errors import UsageError
from annotator.model import FIRST_VERSION, SourceText
from annotator.store import StoredDocument, StoredVersion

DIGITS = 16  # hexadecimal digits of a version's name, of the SHA-256 of its bytes


class Shelf:
    """Documents as they came into the story, and the texts that they were updated to."""

    def __init__(self, documents: Sequence[StoredDocument], versions: Iterable[StoredVersion]) -> None:
        self.documents = tuple(documents)
        """As they came into the story."""
        self._first = {d.id: d for d in documents}
        self._later = {(v.document, v.id): v.source for v in versions}

    def add(self, documents: Sequence[StoredDocument], versions: Iterable[StoredVersion]) -> None:
        """Takes in what was written."""
        self.documents = (*self.documents, *documents)
        self._first |= {d.id: d for d in documents}
        self._later |= {(v.document, v.id): v.source for v in versions}

    def in_use(self, versions: Mapping[str, str]) -> tuple[StoredDocument, ...]:
        """The documents with the texts that are in use; the first one, where the workspace has no such version."""
        return tuple(
            replace(d, source=self._later[key])
            if (key := (d.id, versions.get(d.id, FIRST_VERSION))) in self._later
            else d
            for d in self.documents
        )

    def active(self, decisions: Decisions) -> list[StoredDocument]:
        """The documents that are in the story, with the texts that are in use."""
        return [d for d in self.in_use(decisions.versions) if d.id not in decisions.dropped]

    def find(self, document: str, decisions: Decisions) -> StoredDocument:
        """A document of the story.

        Raises:
            UsageError: if it is not in it.
        """
        found = next((d for d in self.active(decisions) if d.id == document), None)
        if found is None:
            raise UsageError(f"no document {document} in this story")
        return found

    @property
    def names(self) -> dict[str, str]:
        """What people call the documents: the names of their files, by id."""
        return {d.id: os.path.basename(d.source.path) for d in self.documents}

    def source(self, document: str, version: str) -> SourceText | None:
        """A version of a document; None if the workspace has none of that name."""
        if version == FIRST_VERSION:
            return self._first[document].source if document in self._first else None
        return self._later.get((document, version))

    def versions(self, document: str) -> tuple[str, ...]:
        """The names of a document's versions, in the order in which they came."""
        return (FIRST_VERSION, *(name for of, name in self._later if of == document))

    def name(self, document: str, source: SourceText) -> str:
        """What a text is called among the versions of its document, whether it is kept already or not."""
        is_first = self._first[document].source.sha256 == source.sha256
        return FIRST_VERSION if is_first else source.sha256[:DIGITS]

    def key(self, document: str, sha256: str) -> str:
        """A name for a document in the version with these bytes."""
        first = self._first.get(document)
        return document if first is None or first.source.sha256 == sha256 else f"{document}@{sha256[:DIGITS]}"
