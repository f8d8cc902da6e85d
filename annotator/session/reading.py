"""A workspace as something to read: its analysis for exports, its log for people."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from annotator.decisions import describe, without_rejected
from annotator.errors import InputError
from annotator.model import Analysis, Event
from annotator.session.open import open_story, workspace_for


def read_workspace(workspace: str | os.PathLike[str], *, with_rejected: bool = False) -> Analysis:
    """The analysis of a workspace with its decisions; analyses first where that was never done, or by another engine.

    Args:
        workspace: its file, or the folder or file of the story that it lies beside.
        with_rejected: keeps what a person rejected, marked.
    Raises:
        InputError: if there is no workspace.
    """
    path = Path(workspace)
    file = workspace_for([path]) if path.is_dir() else path
    if not file.is_file():
        raise InputError(f"no workspace {file}", "open the story first: annotator open PATH")
    if os.access(file.parent, os.W_OK):
        return _read(file, with_rejected)
    with tempfile.TemporaryDirectory(prefix="annotator-") as folder:  # SQLite writes beside what it reads
        return _read(Path(shutil.copy(file, folder)), with_rejected)


def describe_log(events: Iterable[Event], names: Mapping[str, str] | None = None) -> Iterator[str]:
    """One line for each event: number, time, person, what was done.

    Args:
        names: what people call the documents, by id (`Session.names`).
    """
    said: dict[int, str] = {}
    for event in events:
        phrase = said[event.seq] = _phrase(event, said, names)
        yield f"{event.seq}  {event.at}  {event.by}  {phrase}"


def _read(file: Path, with_rejected: bool) -> Analysis:
    with open_story([], workspace=file) as session:
        if session.needs_analysis:
            session.analyse()
        return session.analysis if with_rejected else without_rejected(session.analysis)


def _phrase(event: Event, said: Mapping[int, str], names: Mapping[str, str] | None) -> str:
    if event.command is not None:
        return describe([event.command], names)
    if event.undoes is not None:
        return f"undid {event.undoes}: {said.get(event.undoes, 'unknown')}"
    if event.redoes is not None:
        return f"redid {event.redoes}: {said.get(event.redoes, 'unknown')}"
    return f"{event.type} (this version does not know it)"
