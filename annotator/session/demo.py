"""Opens the built-in sample story, with its workspace among the person's own data."""

from __future__ import annotations

import os
import tempfile
from itertools import count
from pathlib import Path

from annotator.samples import SAMPLE_TITLE, sample_story
from annotator.session.open import open_story
from annotator.session.session import Session
from annotator.store import SUFFIX

_NAME = f"demo{SUFFIX}"


def open_demo(
    workspace: str | os.PathLike[str] | None = None, *, fresh: bool = False, by: str | None = None
) -> Session:
    """The sample story with the decisions of the last time.

    Args:
        workspace: where to keep it; without it, the data folder of this person.
        fresh: starts without the old decisions; their workspace is renamed, not deleted.
        by: whose decisions these are; without it, the login name.
    """
    file = Path(workspace) if workspace is not None else _data_folder() / _NAME
    if fresh and file.is_file():
        _put_aside(file)
    return open_story(sample_story(), workspace=file, by=by, title=SAMPLE_TITLE)


def _data_folder() -> Path:
    """The folder that XDG names; a temporary one where there is no home to write to."""
    home = os.environ.get("XDG_DATA_HOME")
    try:
        folder = (Path(home) if home else Path.home() / ".local" / "share") / "annotator"
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return Path(tempfile.mkdtemp(prefix="annotator-"))
    return folder


def _put_aside(file: Path) -> None:
    aside = next(p for n in count(1) if not (p := file.with_name(f"{file.stem}-{n}{file.suffix}")).exists())
    with open_story(sample_story(), workspace=file):  # closing it leaves one file, and a locked one says so
        pass
    file.rename(aside)
