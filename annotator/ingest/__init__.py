"""Reads files, folders and standard input into texts; the only place that touches documents on disk."""

from annotator.ingest.files import show_path
from annotator.ingest.read import PathOrText, ReadResult, nothing_read, read_sources

__all__ = ["PathOrText", "ReadResult", "nothing_read", "read_sources", "show_path"]
