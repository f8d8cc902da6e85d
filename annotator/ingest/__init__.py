"""Reads files, folders and standard input into texts; the only place that touches documents on disk."""

from annotator.ingest.read import PathOrText, ReadResult, read_sources

__all__ = ["PathOrText", "ReadResult", "read_sources"]
