"""A workspace as a file to send, compare and keep under version control, and a workspace made of such a file."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from annotator import __version__
from annotator.errors import InputError, UsageError, WorkspaceError
from annotator.ingest import show_path
from annotator.session.reading import find_workspace, readable
from annotator.store import Project, Store, is_workspace, load_project, read_project, write_project


def export_project(workspace: str | os.PathLike[str]) -> str:
    """The lines of a workspace: documents, log, what another version wrote; no analysis, no place of the reader.

    Raises:
        InputError: if there is no workspace.
    """
    with readable(find_workspace(workspace)) as file, Store(file, client=__version__) as store:
        return write_project(load_project(store))


def import_project(path: str | os.PathLike[str], workspace: str | os.PathLike[str]) -> Project:
    """Makes a workspace of a project's lines.

    Raises:
        InputError: if the file is no whole project; nothing was made then.
        UsageError: if there is a file of that name already.
    """
    project, target = read_project_file(Path(path)), Path(workspace)
    beside = target.with_name(f"{target.name}-wal") if target.name else target
    if found := next((p for p in (target, beside) if p.exists()), None):  # SQLite would read such a rest into ours
        raise _taken(found)
    try:
        with TemporaryDirectory(dir=target.parent, prefix=".annotator-") as folder:
            made = Path(folder, "made")
            with Store(made, client=__version__) as store:
                store.fill(project.documents, project.versions, project.rows, project.stored_meta())
            _give_name(made, target)
    except FileExistsError:
        raise _taken(target) from None
    except WorkspaceError as error:  # names what was made first
        raise WorkspaceError(error.message.replace(os.fspath(made), show_path(target)), error.hint) from error
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise UsageError(f"{show_path(target)}: cannot be written ({why})", "name another place with -o") from error
    return project


def _give_name(made: Path, target: Path) -> None:
    """Puts a file in its place, whole or not at all, and never over another one."""
    try:
        target.hardlink_to(made)
    except FileExistsError:
        raise
    except OSError:  # a memory stick knows no links; a kill between these two leaves an empty file
        target.open("x").close()
        made.replace(target)


def _taken(path: Path) -> UsageError:
    return UsageError(f"{show_path(path)}: already there", "name a new workspace with -o")


def read_project_file(path: Path) -> Project:
    """The project of a file of lines.

    Raises:
        InputError: if it cannot be read, or is no whole project.
    """
    if is_workspace(path):
        raise InputError(f"{show_path(path)} is a workspace already", "open it: annotator open FILE")
    try:
        return read_project(path.read_bytes(), show_path(path))
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise InputError(f"{show_path(path)}: cannot be read ({why})", "name a file of annotator export") from error
