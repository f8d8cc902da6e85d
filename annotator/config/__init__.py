"""What users add: `annotator.toml` beside the story and in their configuration folder, and plug-ins."""

from annotator.config.files import FILE_NAME, Configuration, read_configuration
from annotator.config.installed import find_installed, list_installed
from annotator.config.tables import read_extensions

__all__ = [
    "FILE_NAME",
    "Configuration",
    "find_installed",
    "list_installed",
    "read_configuration",
    "read_extensions",
]
