"""When was each text of a story published: by what it states, or by clues in it and in the other texts.

Stated dates come first; then texts without one are dated by their neighbours, round by round, since a text that was
dated may date another. Text that is no body (captions, related stories) dates nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from annotator.dating.inferred import Dated, Neighbours, infer_publication, make_neighbours
from annotator.dating.mentions import Mention, read_mentions
from annotator.dating.stated import Stated, find_day_without_year, find_stated
from annotator.model import Layout, Metadata, PublishedBasis, Span

NEAR_DAYS = 7  # from another text's publication to the reading of a slashed date that is taken
FAR_DAYS = 25  # to the reading that is not
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
    stated = [find_stated(d.text, d.layout, d.metadata) for d in documents]
    found = [_to_publication(d, s) for d, s in zip(documents, stated, strict=True)]
    days = [p.published for s, p in zip(stated, found, strict=True) if p.published and not (s and s.readings)]
    found = [_choose_reading(s, p, days) for s, p in zip(stated, found, strict=True)]
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


def _to_publication(document: DatingInput, stated: Stated | None) -> Publication:
    if stated:
        return Publication(stated.value, PublishedBasis.STATED, stated.note)
    alone = infer_publication(_read_mentions(document, None), make_neighbours([]))
    return Publication(alone.value, PublishedBasis.INFERRED, alone.note) if alone else Publication()


def _choose_reading(stated: Stated | None, publication: Publication, days: Sequence[str]) -> Publication:
    """A slashed date read as the day that the other texts of the story are near to, if the other lies far off."""
    if stated is None or not stated.readings:
        return publication
    others = [date.fromisoformat(d[:10]) for d in days if len(d) >= len("2031-03-05")]
    gaps = sorted((min(abs((date.fromisoformat(r) - o).days) for o in others), r) for r in stated.readings if others)
    if not gaps or gaps[0][0] > NEAR_DAYS or gaps[1][0] < FAR_DAYS:
        return publication
    note = f"{stated.note} The other texts of the story were published near {gaps[0][1]}."
    return Publication(gaps[0][1], PublishedBasis.INFERRED, note)


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
