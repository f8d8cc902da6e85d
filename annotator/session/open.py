"""Opens a story: finds its workspace, or makes one beside it."""

from __future__ import annotations

import getpass
import os
from collections.abc import Sequence
from pathlib import Path

from annotator import __version__
from annotator.config import read_configuration
from annotator.errors import InputError, UsageError
from annotator.ingest import PathOrText, nothing_read, read_sources
from annotator.session.logbook import Clock, now
from annotator.session.oneshot import name_story, story_folders
from annotator.session.session import Session
from annotator.store import SUFFIX, Store, is_workspace
from annotator.text import one_line


def open_story(
    paths: Sequence[PathOrText],
    workspace: str | os.PathLike[str] | None = None,
    by: str | None = None,
    *,
    title: str | None = None,
    clock: Clock = now,
) -> Session:
    """Opens a story with its decisions; does not analyse (see `Session.needs_analysis`).

    Args:
        paths: files and folders, `-`, (name, text) pairs; or a workspace as the only one.
        workspace: the file to keep it in; without it, beside the first path.
        by: whose decisions these are; without it, the login name.
        title: what to call a new story; without it, the name of its folder or file.
    Raises:
        InputError: if there is no document and no workspace.
        WorkspaceError: if the workspace cannot be used; nothing was changed then.
    """
    file, sources = _find_workspace(list(paths), workspace)
    if not file.exists():  # so that a mistyped path leaves no workspace behind
        result = read_sources(sources)
        if not result.sources:
            raise nothing_read(result.problems)
    store = Store(file, client=__version__)
    try:
        if not store.meta():
            name, path = name_story(sources)
            store.save_meta(created=clock(), title=title or name, path=path)
        beside = (file.with_suffix(""), file.parent)  # the story's folder, if it is one, and where that lies
        added = read_configuration(dict.fromkeys((*story_folders(sources), *beside)))
        session = Session(store, by=_person(by), clock=clock, problems=added.problems, extensions=added.extensions)
        if sources:
            session.add_quietly(sources, is_meant=workspace is not None)
        return session
    except BaseException:
        store.close()
        raise


def workspace_for(paths: Sequence[PathOrText]) -> Path:
    """Where the workspace of a story lies if nobody says: beside the folder, or beside the first file.

    Raises:
        UsageError: if the first path is no file or folder.
    """
    if not paths or isinstance(paths[0], tuple) or str(paths[0]) == "-":
        raise UsageError("text that has no file needs a place to keep it", "name a file with --workspace FILE")
    first = Path(paths[0]).resolve()
    if first.is_dir():
        return first.parent / f"{first.name or 'story'}{SUFFIX}"
    if len(paths) > 1:
        return first.parent / f"{first.parent.name or 'story'}{SUFFIX}"
    return first.parent / f"{first.name}{SUFFIX}"  # with its .txt, so that a folder of that name has its own


def _find_workspace(paths: list[PathOrText], workspace: str | os.PathLike[str] | None) -> tuple[Path, list[PathOrText]]:
    only = Path(paths[0]) if len(paths) == 1 and not isinstance(paths[0], tuple) else None
    if only is not None and is_workspace(only):
        return only.resolve(), []
    if only is not None and only.suffix == SUFFIX and not only.exists():
        raise InputError(f"no workspace {only}", "give the story's folder or files to make one")
    if workspace is not None:
        return Path(workspace).resolve(), paths
    return workspace_for(paths), paths


def _person(by: str | None) -> str:
    if by is None:
        try:
            by = getpass.getuser()
        except (OSError, KeyError, ImportError):  # no name for this user id, or no such database
            by = ""
    return one_line(by) or "annotator"
