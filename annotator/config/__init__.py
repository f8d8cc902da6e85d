"""What users add in `annotator.toml`, beside the story and in their configuration folder."""

from annotator.config.files import FILE_NAME, Configuration, read_configuration
from annotator.config.tables import read_extensions

__all__ = ["FILE_NAME", "Configuration", "read_configuration", "read_extensions"]
