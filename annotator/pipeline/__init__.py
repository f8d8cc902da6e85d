"""Runs the stages in order: per document, then over the story."""

from annotator.pipeline.run import Progress, Read, Rules, analyze_sources, assemble, read_document

__all__ = ["Progress", "Read", "Rules", "analyze_sources", "assemble", "read_document"]
