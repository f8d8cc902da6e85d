"""Dates documents by what they state, or by clues in them and in the other documents of the story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.model import Layout, Metadata, PublishedBasis, Span


@dataclass(frozen=True, slots=True)
class DatingInput:
    """What is known about one document before it is dated."""

    text: str
    layout: Layout
    metadata: Metadata
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Publication:
    """A publication date (ISO 8601 at its known precision), how it is known, and one sentence for a person."""

    published: str | None = None
    basis: PublishedBasis | None = None
    note: str | None = None


def date_documents(documents: Sequence[DatingInput]) -> tuple[Publication, ...]:
    """A publication for each document, in the same order."""
    return tuple(
        Publication(d.metadata.published, PublishedBasis.STATED if d.metadata.published else None) for d in documents
    )
