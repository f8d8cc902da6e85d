"""Texts as rows of the documents, and back; their bytes are kept beside."""

from __future__ import annotations

from typing import Any

from annotator.model import Metadata, Problem, SourceText, Span

Json = dict[str, Any]


def encode_source(source: SourceText) -> Json:
    """A source text without its bytes."""
    meta = source.metadata
    return {
        "path": source.path,
        "text": source.text,
        "metadata": {
            "span": [meta.span.start, meta.span.end] if meta.span else None,
            "title": meta.title,
            "author": meta.author,
            "published": meta.published,
            "url": meta.url,
            "site": meta.site,
            "language": meta.language,
            "tags": list(meta.tags),
        },
        "warnings": [[w.path, w.message] for w in source.warnings],
    }


def decode_source(sha256: str, values: Json) -> SourceText:
    """The source text that was encoded."""
    meta = dict(values["metadata"])
    span, tags = meta.pop("span"), tuple(meta.pop("tags"))
    metadata = Metadata(span=Span(*span) if span else None, tags=tags, **meta)
    warnings = tuple(Problem(path, message) for path, message in values["warnings"])
    return SourceText(values["path"], sha256, values["text"], metadata, warnings)
