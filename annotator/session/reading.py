"""A workspace as something to read: its analysis for exports, its log for people."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from annotator.decisions import describe, fold_history, said_before, without_rejected
from annotator.errors import InputError
from annotator.ingest import show_path
from annotator.model import Analysis, Event
from annotator.session.open import open_story, workspace_for
from annotator.session.session import Session
from annotator.store import copy_older, copy_unwritable, is_older, is_workspace


def read_workspace(workspace: str | os.PathLike[str], *, with_rejected: bool = False) -> Analysis:
    """The analysis of a workspace with its decisions; analyses first where that was never done, or by another engine.

    Args:
        workspace: its file, or the folder or file of the story that it lies beside.
        with_rejected: keeps what a person rejected, marked.
    Raises:
        InputError: if there is no workspace, or no document in it.
    """
    with open_to_read(workspace) as session:
        if not session.analysis.documents:
            raise InputError(f"{show_path(session.workspace)} holds no documents", "add some: annotator add FILE PATH")
        if session.needs_analysis:
            session.analyse()
        return session.analysis if with_rejected else without_rejected(session.analysis)


def fill_in_filter(workspace: str | os.PathLike[str], line: str) -> str:
    """A filter line with those that were saved on the screens in the place of their names, `@name`.

    Raises:
        UsageError: if nothing is saved under a name.
    """
    if "@" not in line:
        return line
    from annotator.view.saved_filters import fill_in, saved_in  # here: 0.1 s that most commands need not wait for

    with open_to_read(workspace) as session:
        return fill_in(line, saved_in(session.view_state))


def find_workspace(path: str | os.PathLike[str]) -> Path:
    """The file of a workspace, from itself or from the folder or file of the story that it lies beside.

    Raises:
        InputError: if there is none.
    """
    given = Path(path)
    file = given if is_workspace(given) or not given.exists() else workspace_for([given])
    if not is_workspace(file):
        raise InputError(f"there is no workspace {show_path(file)}", "open the story first: annotator open PATH")
    if not file.stat().st_size:
        raise InputError(f"{show_path(file)} is empty: nothing was kept in it", "open the story: annotator open PATH")
    return file


@contextmanager
def open_to_read(workspace: str | os.PathLike[str]) -> Iterator[Session]:
    """A session that is only looked at; of a copy where the folder cannot be written to.

    Raises:
        InputError: if there is no workspace.
    """
    with readable(find_workspace(workspace)) as file, open_story([], workspace=file) as session:
        yield session


@contextmanager
def readable(file: Path) -> Iterator[Path]:
    """A workspace's file, or a copy where SQLite could not write beside it or opening would make it a newer one.

    Raises:
        InputError: if it cannot be read.
    """
    is_writable = os.access(file.parent, os.W_OK) and os.access(file, os.W_OK)
    with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
        try:
            if is_writable and is_older(file):
                file = copy_older(file, Path(folder))
            elif not is_writable:
                file = copy_unwritable(file, Path(folder))
        except OSError as error:
            why = error.strerror or str(error)
            raise InputError(f"{show_path(file)}: cannot be read ({why.lower()})", "check its permissions") from error
        yield file


@dataclass(frozen=True, slots=True)
class LogLine:
    """One event in words."""

    event: Event
    phrase: str
    is_taken_back: bool
    """An undo took it back and no redo brought it again."""


def read_log(events: Iterable[Event], names: Mapping[str, str] | None = None) -> tuple[LogLine, ...]:
    """Every event of a log in words, oldest first.

    Args:
        names: what people call the documents, by id (`Session.names`).
    """
    found = tuple(events)
    undone = {e.seq for batch in fold_history(found).undone for e in batch.events}
    said: dict[int, str] = {}
    for event in found:
        said[event.seq] = _phrase(event, said, names)
    return tuple(LogLine(e, said[e.seq], e.seq in undone) for e in found)


def describe_log(events: Iterable[Event], names: Mapping[str, str] | None = None) -> Iterator[str]:
    """One line for each event: number, time, person, what was done."""
    for line in read_log(events, names):
        event = line.event
        before = "; ".join(said_before(event.command, names))
        yield f"{event.seq}  {event.at}  {event.by}  {line.phrase}{f' (before: {before})' if before else ''}"


def _phrase(event: Event, said: Mapping[int, str], names: Mapping[str, str] | None) -> str:
    if event.command is not None:
        return describe([event.command], names)
    if event.undoes is not None:
        return f"undid {event.undoes}: {said.get(event.undoes, 'unknown')}"
    if event.redoes is not None:
        return f"redid {event.redoes}: {said.get(event.redoes, 'unknown')}"
    return f"{event.type} (this version does not know it)"
