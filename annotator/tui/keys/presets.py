"""Which keys has a person who chose a preset and wrote lines of their own? Clashes and dead keys are refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache
from typing import Any

from annotator.config import KeyLine, ScreenSettings
from annotator.errors import UsageError
from annotator.text import load_table
from annotator.tui.keys.action import Action, printed
from annotator.tui.keys.chords import is_plain, read_key
from annotator.tui.keys.table import ACTIONS, find_clashes

DEFAULT = "default"
NEEDED = ("palette", "leave", "back", "show_help")
"""Actions without which everything else is out of reach."""


@dataclass(frozen=True, slots=True)
class Preset:
    """One set of keys to begin with."""

    name: str
    summary: str
    keys: Mapping[str, tuple[str, ...]]
    """Other keys of some actions."""
    beside: Mapping[str, str]
    """A key, and the one that comes before it wherever it is used."""
    left_out: frozenset[str]


@cache
def presets() -> Mapping[str, Preset]:
    """The presets by name, in the order of the file."""
    return {name: _read(name, table) for name, table in load_table("annotator.tui.keys", "presets.toml").items()}


def keys_of(preset: str) -> tuple[Action, ...]:
    """The table of actions with a preset's keys.

    Raises:
        UsageError: if there is no such preset.
    """
    found = presets().get(preset)
    if found is None:
        raise UsageError(f"no preset of keys is called {preset!r}", f"choose one of {', '.join(presets())}")
    actions = ACTIONS
    for action, keys in found.keys.items():
        actions = rebind(actions, action, keys)
    return tuple(replace(a, keys=_with(found, a.keys)) for a in actions)


def configured(settings: ScreenSettings) -> tuple[Action, ...]:
    """The table of actions with the keys that a person's file asks for.

    Raises:
        UsageError: for a line that names no action or no usable key, and for keys that mean two things; with the lines.
    """
    preset = settings.preset or DEFAULT
    if preset not in presets():
        raise UsageError(
            f"{settings.file}: no preset of keys is called {preset!r}", f"choose one of {', '.join(presets())}"
        )
    actions = keys_of(preset)
    places: dict[str, str] = {}
    for line in settings.keys:
        actions = rebind(actions, line.action, _usable(line))
        places[line.action] = line.place
    for clash in find_clashes(actions):
        first, second = (places.get(name, f"preset {preset}, {name}") for name in (clash.first, clash.second))
        raise UsageError(f"{first} and {second}: {clash.sentence}", "give one of them another key")
    return actions


def digits_of(settings: ScreenSettings) -> dict[str, str]:
    """Characters that stand for a digit in dialogs: those of a keyboard that has its digits on Shift."""
    return {printed(key): digit for digit, key in presets()[settings.preset or DEFAULT].beside.items()}


def rebind(actions: Iterable[Action], name: str, keys: tuple[str, ...]) -> tuple[Action, ...]:
    """The actions with other keys for one; what it has in one place beyond all others (Enter) stays there."""
    table = tuple(actions)
    same = [set(a.keys) for a in table if a.id == name]
    shared = set.intersection(*same) if same else set()
    return tuple(
        replace(a, keys=tuple(dict.fromkeys((*keys, *(k for k in a.keys if k not in shared))))) if a.id == name else a
        for a in table
    )


def _with(preset: Preset, keys: tuple[str, ...]) -> tuple[str, ...]:
    made: list[str] = []
    for key in keys:
        made += [k for k in (preset.beside.get(key), key) if k is not None and k not in preset.left_out]
    return tuple(made)


def _usable(line: KeyLine) -> tuple[str, ...]:
    names = {a.id for a in ACTIONS}
    if line.action not in names:
        near = get_close_matches(line.action, names, n=1)
        hint = f"did you mean {near[0]!r}?" if near else "annotator keys lists them"
        raise UsageError(f"{line.place}: no action is called {line.action!r}", hint)
    try:
        keys = tuple(read_key(key) for key in line.keys)
    except ValueError as error:
        raise UsageError(f"{line.place}: {line.action}: {error}", "choose another key") from error
    if line.action in NEEDED and not keys:
        raise UsageError(f"{line.place}: {line.action} needs a key", "nothing else leads there")
    if keys and not any(is_plain(key) for key in keys):
        words = " and ".join(printed(key) for key in keys)
        raise UsageError(f"{line.place}: {line.action}: {words} does not come through everywhere", "add a plain key")
    return keys


def _read(name: str, table: Mapping[str, Any]) -> Preset:
    keys = {action: tuple([given] if isinstance(given, str) else given) for action, given in _part(table, "keys")}
    left_out = frozenset(table.get("leave-out", ()))
    return Preset(name, table["summary"], keys, dict(_part(table, "beside")), left_out)


def _part(table: Mapping[str, Any], name: str) -> Iterable[tuple[str, Any]]:
    found: dict[str, Any] = table.get(name, {})
    return found.items()
