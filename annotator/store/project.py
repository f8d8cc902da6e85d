"""A whole workspace as lines of JSON that can be read, compared and sent, and back again.

One header, a line for each document, for each later version of its text, and for each event of the log. What a line
holds beyond what this version knows (fields, whole lines) is kept with the workspace and written again at its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any

from annotator.errors import InputError
from annotator.store.foreign import Foreign, join, strange
from annotator.store.log import LogRow, link_hash
from annotator.store.project_lines import (
    anywhere,
    document_line,
    dump,
    event_line,
    parse,
    read_document,
    read_event,
    read_version,
    source_anywhere,
    version_line,
)
from annotator.store.store import Store, StoredDocument
from annotator.store.versions import StoredVersion

FORMAT = 1
HEADER = "header"
_FOREIGN = "foreign"  # among the workspace's own values: what this version does not know

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Project:
    """Everything of a workspace that cannot be made again."""

    meta: Mapping[str, str]
    """What is known about the story as a whole."""
    documents: tuple[StoredDocument, ...]
    """With their bytes."""
    versions: tuple[StoredVersion, ...]
    """Texts that documents were updated to, with their bytes."""
    rows: tuple[LogRow, ...]
    foreign: Foreign = field(default_factory=Foreign)

    def stored_meta(self) -> dict[str, str]:
        """What the workspace keeps of the story as a whole."""
        return {**self.meta, **({_FOREIGN: self.foreign.dump()} if self.foreign else {})}


def load_project(store: Store) -> Project:
    """What a workspace holds."""
    documents = [replace(d, source=replace(d.source, raw=store.raw(d.id))) for d in store.documents()]
    versions = [replace(v, source=replace(v.source, raw=store.raw(v.document, v.id))) for v in store.versions()]
    return make_project(store.meta(), documents, versions, store.rows())


def make_project(
    meta: Mapping[str, str],
    documents: Sequence[StoredDocument],
    versions: Sequence[StoredVersion],
    rows: Sequence[LogRow],
) -> Project:
    """A project without the paths of the machine it was made on: names of files, and folders below the story's."""
    own = {key: value for key, value in meta.items() if key != _FOREIGN}
    if "path" in own:
        own["path"] = PurePath(own["path"]).name
    later = tuple(replace(v, source=source_anywhere(v.source)) for v in versions)
    return Project(own, tuple(map(anywhere, documents)), later, tuple(rows), Foreign.load(meta.get(_FOREIGN)))


def write_project(project: Project) -> str:
    """The lines of a project; the same project gives the same lines."""
    head: Json = {
        "annotator": "project",
        "format": FORMAT,
        "documents": len(project.documents),
        "versions": len(project.versions),
        "events": len(project.rows),
        "last": project.rows[-1].hash if project.rows else "",
        "meta": dict(project.meta),
    }
    known = [(HEADER, head)]
    known += [(f"document {d.id}", document_line(d)) for d in project.documents]
    known += [(_version_name(v), version_line(v)) for v in project.versions]
    known += [(f"event {r.seq}", event_line(r)) for r in project.rows]
    return "".join(f"{line}\n" for line in _with_foreign(known, project.foreign))


def read_project(raw: bytes, name: str) -> Project:
    """The project of a file.

    Raises:
        InputError: if it is no project, or not whole; the message names the line.
    """
    reader = _Reader(name)
    lines = raw.split(b"\n")
    if lines and not lines[-1]:
        lines.pop()
    for number, line in enumerate(lines, 1):
        reader.read(number, line)
    return reader.end(len(lines))


class _Reader:
    """One pass over the lines of a file."""

    def __init__(self, name: str) -> None:
        self._name, self._number = name, 0
        self._head: Json | None = None
        self._documents: dict[str, StoredDocument] = {}
        self._versions: dict[str, StoredVersion] = {}
        self._rows: list[LogRow] = []
        self._fields: dict[str, Json] = {}
        self._lines: list[tuple[str, str]] = []
        self._last = HEADER

    def read(self, number: int, line: bytes) -> None:
        """Takes in the next line."""
        self._number = number
        if self._head is None:
            self._begin(line)
            return
        values, text = self._parse(line)
        read: dict[str, Callable[[Json], tuple[str, Json]]] = {
            "document": self._document,
            "version": self._version,
            "event": self._event,
        }
        take = read.get(str(values.get("kind")))
        if take is None:
            self._lines.append((self._last, text))
            return
        try:
            self._last, known = take(values)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            raise self._refuse(f"is not a whole {values['kind']} ({error or type(error).__name__})") from error
        self._keep(self._last, values, known)

    def end(self, count: int) -> Project:
        """The project, if nothing is missing."""
        self._number = count
        if self._head is None:
            raise InputError(f"{self._name} is empty", "export the project again")
        for what, found in (("documents", self._documents), ("versions", self._versions), ("events", self._rows)):
            if len(found) != self._head[what]:
                raise self._refuse(f"the file ends after {len(found)} of {self._head[what]} {what}")
        if self._head["last"] != (self._rows[-1].hash if self._rows else ""):
            raise self._refuse("the last event is not the one that the first line names")
        documents, versions = tuple(self._documents.values()), tuple(self._versions.values())
        foreign = Foreign(self._fields, self._lines)
        return Project(self._head["meta"], documents, versions, tuple(self._rows), foreign)

    def _begin(self, line: bytes) -> None:
        try:
            head, _ = self._parse(line)
        except InputError as error:
            raise self._is_foreign() from error
        if head.get("annotator") != "project":
            raise self._is_foreign()
        if head.get("format") != FORMAT:
            message = f"{self._name}: line 1: format {head.get('format')!r}, this annotator reads {FORMAT}"
            raise InputError(message, "a newer annotator wrote it: install that one")
        meta, counts = head.get("meta"), [head.get(what) for what in ("documents", "versions", "events")]
        if not isinstance(meta, dict) or _FOREIGN in meta:
            raise self._refuse("says nothing about the story")
        if not all(isinstance(c, int) for c in counts) or not isinstance(head.get("last"), str):
            raise self._refuse("does not say how many lines there are")
        self._head = {key: head[key] for key in ("annotator", "format", "documents", "versions", "events", "last")}
        self._head["meta"] = {key: value for key, value in meta.items() if isinstance(value, str)}
        self._keep(HEADER, head, self._head)

    def _document(self, values: Json) -> tuple[str, Json]:
        document = read_document(values)
        if document.id in self._documents:
            raise ValueError("it is there twice")
        self._documents[document.id] = document
        return f"document {document.id}", document_line(document)

    def _version(self, values: Json) -> tuple[str, Json]:
        version = read_version(values)
        if version.document not in self._documents or _version_name(version) in self._versions:
            raise ValueError("it is there twice, or its document is missing")
        self._versions[_version_name(version)] = version
        return _version_name(version), version_line(version)

    def _event(self, values: Json) -> tuple[str, Json]:
        row = read_event(values)
        before = self._rows[-1].hash if self._rows else ""
        if row.seq != len(self._rows) + 1 or row.prev != before or row.hash != link_hash(row.prev, row.sealed):
            raise self._refuse(f"event {row.seq} does not follow from the one before it: it was changed or is missing")
        self._rows.append(row)
        return f"event {row.seq}", event_line(row)

    def _keep(self, name: str, values: Json, known: Json) -> None:
        more = strange(values, known)
        if more:
            self._fields[name] = more

    def _parse(self, line: bytes) -> tuple[Json, str]:
        try:
            return parse(line)
        except ValueError as error:
            raise self._refuse(str(error)) from error

    def _refuse(self, why: str) -> InputError:
        return InputError(f"{self._name}: line {self._number}: {why}", "nothing was imported; export the project again")

    def _is_foreign(self) -> InputError:
        return InputError(
            f"{self._name}: line 1: this is no project of annotator", "make one with annotator export --to project"
        )


def _version_name(version: StoredVersion) -> str:
    return f"version {version.document} {version.id}"


def _with_foreign(known: Sequence[tuple[str, Json]], foreign: Foreign) -> Iterator[str]:
    """Known lines with the fields, and after each the lines, that another version wrote there."""
    waiting: dict[str, list[str]] = {}
    for after, line in foreign.lines:
        waiting.setdefault(after, []).append(line)
    for name, values in known:
        yield dump(join(values, foreign.fields.get(name, {})))
        yield from waiting.pop(name, ())
    for lines in waiting.values():
        yield from lines
