"""What users add and want: `annotator.toml` beside the story and in their own folder, plug-ins, how screens look."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from annotator.config.memory import Memory, own_memory
from annotator.config.place import FILE_NAME
from annotator.config.screens import NO_SETTINGS, KeyLine, ScreenSettings, read_screens

if TYPE_CHECKING:
    from annotator.config.files import Configuration, read_configuration
    from annotator.config.installed import find_installed, list_installed
    from annotator.config.tables import read_extensions

__all__ = [
    "FILE_NAME",
    "NO_SETTINGS",
    "Configuration",
    "KeyLine",
    "Memory",
    "ScreenSettings",
    "find_installed",
    "list_installed",
    "own_memory",
    "read_configuration",
    "read_extensions",
    "read_screens",
]

_LATER = {
    "Configuration": "files",
    "read_configuration": "files",
    "find_installed": "installed",
    "list_installed": "installed",
    "read_extensions": "tables",
}
"""Loaded when asked for: they need the model, 30 ms that the first paint of the screens need not wait for."""


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(name)
    return getattr(import_module(f"annotator.config.{_LATER[name]}"), name)
