"""What users add and want: `annotator.toml` beside the story and in their own folder, plug-ins, how screens look."""

from annotator.config.files import FILE_NAME, Configuration, read_configuration
from annotator.config.installed import find_installed, list_installed
from annotator.config.memory import Memory, own_memory
from annotator.config.screens import NO_SETTINGS, KeyLine, ScreenSettings, read_screens
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
