"""When was each text of a story published: by what it states, or by clues in it and in the other texts.

Stated dates come first; then texts without one are dated by their neighbours, round by round, since a text that was
dated may date another. Text that is no body (captions, related stories) dates nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.dating.inferred import Dated, Neighbours, infer_publication, make_neighbours
from annotator.dating.mentions import Mention, read_mentions
from annotator.dating.stated import find_day_without_year, find_stated
from annotator.model import Layout, Metadata, PublishedBasis, Span

MAX_ROUNDS = 3  # of dating texts by texts that were dated before


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
    found = [_state(d) for d in documents]
    undated = [i for i, p in enumerate(found) if p.published is None]
    if not undated or len(documents) == 1:
        return tuple(found)
    texts = [_to_dated(d, p) for d, p in zip(documents, found, strict=True)]
    for _ in range(MAX_ROUNDS):
        neighbours = make_neighbours(texts)
        dated = {i: p for i in undated if (p := _infer(documents[i], replace(neighbours, own=texts[i])))}
        for i, publication in dated.items():
            found[i] = publication
            texts[i] = _to_dated(documents[i], publication)
        undated = [i for i in undated if i not in dated]
        if not dated or not undated:
            break
    return tuple(found)


def _state(document: DatingInput) -> Publication:
    stated = find_stated(document.text, document.layout, document.metadata)
    if stated:
        return Publication(stated.value, PublishedBasis.STATED, stated.note)
    alone = infer_publication(_read_mentions(document, None), make_neighbours([]))
    return Publication(alone.value, PublishedBasis.INFERRED, alone.note) if alone else Publication()


def _infer(document: DatingInput, neighbours: Neighbours) -> Publication | None:
    day = find_day_without_year(document.text, document.layout)
    mentions = neighbours.own.mentions if neighbours.own else ()
    found = infer_publication(mentions, neighbours, day_without_year=day.value if day else None)
    return Publication(found.value, PublishedBasis.INFERRED, found.note) if found else None


def _to_dated(document: DatingInput, publication: Publication) -> Dated:
    title = document.metadata.title or document.layout.title
    name = f"“{title}”" if title else "another text of the story"
    return Dated(name, publication.published, _read_mentions(document, publication.published))


def _read_mentions(document: DatingInput, published: str | None) -> tuple[Mention, ...]:
    return read_mentions(document.text, document.layout, document.sentences, published=published)
