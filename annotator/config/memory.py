"""What the screens remember of a person from run to run, whatever the story: the theme they chose, how far the tour is.

It is the program's own file; `annotator.toml` is the person's and never written.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

MEMORY_NAME = "screens.json"


class Memory:
    """A small table in one file; without a file it lasts as long as the program."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._table: dict[str, Any] = dict(_read(file)) if file is not None else {}

    def recall(self, name: str) -> Any:
        """What was kept under a name; None if nothing was."""
        return self._table.get(name)

    def keep(self, name: str, value: Any) -> bool:
        """Keeps a value; False if it could not be written, and then it lasts as long as the program."""
        if self._table.get(name) == value:
            return True
        self._table[name] = value
        if self._file is None:
            return False
        with suppress(OSError):
            self._table = {**_read(self._file), name: value}  # another window may have kept something else
            _write(self._file, json.dumps(self._table, ensure_ascii=False, indent=1))
            return True
        return False


def own_memory() -> Memory:
    """The memory of the person who runs the program."""
    from platformdirs import user_state_path  # here: 2 ms that importing this package does without

    return Memory(user_state_path("annotator", appauthor=False) / MEMORY_NAME)


def _read(file: Path) -> Mapping[str, Any]:
    try:
        table = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return table if isinstance(table, dict) else {}


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".screens-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        os.replace(name, file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
