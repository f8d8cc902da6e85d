"""How does a person want the screens: `[screens]` and `[keys]` of their own `annotator.toml`?

Only the file in the person's configuration folder counts: a story that was sent by somebody cannot change keys.
What is wrong is refused with file and line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from annotator.config.place import FILE_NAME, MAX_BYTES, user_folder
from annotator.errors import UsageError

SCREENS, KEYS = "screens", "keys"
_HEADER = re.compile(r"\s*\[([^\[\]]+)\]")
_KEY = re.compile(r"""\s*(["']?)([\w.-]+)\1\s*=""")


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One line of `[keys]`."""

    action: str
    keys: tuple[str, ...]
    """As they were written; none takes the action's keys away."""
    place: str
    """File and line."""


@dataclass(frozen=True, slots=True)
class ScreenSettings:
    """What a person says about the screens; None leaves it to the program."""

    theme: str | None = None
    preset: str | None = None
    ascii: bool | None = None
    motion: bool | None = None
    mouse: bool | None = None
    legend: bool | None = None
    keys: tuple[KeyLine, ...] = ()
    file: str = ""
    """Where it was read."""


NO_SETTINGS = ScreenSettings()


def read_screens(folder: Path | None = None) -> ScreenSettings:
    """The settings in a folder's file, the person's own if None; none where there is no file that can be read.

    Raises:
        UsageError: for a setting that is not known or has a value it cannot have.
    """
    path = (folder or user_folder()) / FILE_NAME
    try:
        text = path.read_bytes()[: MAX_BYTES + 1].decode("utf-8-sig")
        table = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        return ScreenSettings()  # the session names what cannot be read among its warnings
    lines = _Lines(path, text)
    wanted = _table(table, SCREENS, lines)
    for name in wanted:
        if name not in _KINDS:
            raise UsageError(f"{lines.place(SCREENS, name)}: {name!r} is no setting of the screens", _near(name))
        if not isinstance(wanted[name], _KINDS[name]):
            needed = "true or false" if _KINDS[name] is bool else "a name in quotes"
            raise UsageError(f"{lines.place(SCREENS, name)}: {name} must be {needed}")
    keys = tuple(_key_line(name, given, lines) for name, given in _table(table, KEYS, lines).items())
    return ScreenSettings(**wanted, keys=keys, file=str(path))


_KINDS: Mapping[str, type] = {
    "theme": str,
    "preset": str,
    "ascii": bool,
    "motion": bool,
    "mouse": bool,
    "legend": bool,
}


class _Lines:
    """On which line of a file a key of a table stands."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._numbers: dict[tuple[str, str], int] = {}
        table = ""
        for number, line in enumerate(text.splitlines(), 1):
            if header := _HEADER.match(line):
                table = header[1].strip()
                self._numbers.setdefault((table, ""), number)
            elif key := _KEY.match(line):
                self._numbers.setdefault((table, key[2]), number)

    def place(self, table: str, key: str = "") -> str:
        """File and line; the file alone where the line was written in another form."""
        number = self._numbers.get((table, key)) or self._numbers.get(("", f"{table}.{key}"))
        return f"{self._path}:{number}" if number else str(self._path)


def _table(table: Mapping[str, Any], name: str, lines: _Lines) -> Mapping[str, Any]:
    found = table.get(name, {})
    if not isinstance(found, dict):
        raise UsageError(f"{lines.place('', name)}: {name} must be a table, headed [{name}]")
    return found


def _key_line(action: str, given: Any, lines: _Lines) -> KeyLine:
    keys = [given] if isinstance(given, str) else given
    if not isinstance(keys, list) or not all(isinstance(key, str) and key.strip() for key in keys):
        raise UsageError(f'{lines.place(KEYS, action)}: {action} must be a key or a list of keys, such as ["x", "Del"]')
    return KeyLine(action, tuple(keys), lines.place(KEYS, action))


def _near(name: str) -> str:
    near = get_close_matches(name, _KINDS, n=1)
    return f"did you mean {near[0]!r}?" if near else f"known: {', '.join(_KINDS)}"
