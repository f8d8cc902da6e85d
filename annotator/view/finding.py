"""Where does the story hold these words? Hits in documents, notes, sources and labels, with the words around."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.model import AnchorKind, Claim, Document, Span
from annotator.text import one_line
from annotator.view.filtering import Facets
from annotator.view.lines import ELLIPSIS, Line, Mark, Run, clip, clip_line, runs, wrap_runs
from annotator.view.marks import Room
from annotator.view.rows import Item
from annotator.view.story import Story, Target
from annotator.view.words import date_word, outlet_word, title_word

SEARCH_FIELDS = ("where", "outlet")
WHERE_CELLS = 11
OUTLET_CELLS = 18
BEFORE_SHARE = 0.35  # of the cells for the words, for those before the hit
AROUND = 300  # code points on each side that are looked at for the words around
_FIELDS = re.compile(r'(?:-?(?:where|outlet):(?:"[^"]*"|[^\s"]+)\s*)+', re.IGNORECASE)


class Where(StrEnum):
    """What a text is."""

    DOCUMENTS = "documents"
    NOTES = "notes"
    SOURCES = "sources"
    LABELS = "labels"


@dataclass(frozen=True, slots=True)
class Text:
    """Something that can be searched."""

    where: Where
    text: str
    document: str
    claim: str | None
    target: Target | None
    facets: Facets


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in one of the texts."""

    text: Text
    span: Span


def split_query(query: str) -> tuple[str, str]:
    """The fields that a query begins with, and the words or the expression after them."""
    match = _FIELDS.match(query.strip())
    fields = match[0] if match else ""
    return fields.strip(), query.strip()[len(fields) :].strip()


def searchable(story: Story) -> tuple[Text, ...]:
    """Every text of the story: documents in order of publication, then notes, sources, labels."""
    documents = (_text(story, Where.DOCUMENTS, d.text, d.id) for d in story.documents)
    return (*documents, *_notes(story), *_sources(story), *_labels(story))


def find_items(story: Story, hits: Sequence[Hit]) -> tuple[Item, ...]:
    """A row for each hit whose document is still in the story."""
    return tuple(
        Item(
            str(number),
            hit.text.facets,
            hit.text.target if hit.text.target in story.things else None,
            (hit.text.claim,) if hit.text.claim in story.claim else (),
        )
        for number, hit in enumerate(hits)
        if hit.text.document in story.document
    )


def paint_hit(story: Story, hit: Hit, room: Room, *, is_first: bool) -> Line:
    """What the text is (on the first row of its kind), the outlet, and the words around the hit."""
    name = clip(outlet_word(story.document[hit.text.document]), OUTLET_CELLS, room.measure)
    head = (
        Run((hit.text.where.value if is_first else "").ljust(WHERE_CELLS), "heading"),
        Run(name + " " * (OUTLET_CELLS - room.measure(name) + 2), "dim"),
    )
    left = room.width - WHERE_CELLS - OUTLET_CELLS - 2
    words, span = hit.text.text, hit.span
    before = one_line(words[max(0, span.start - AROUND) : span.start])
    gap = " " if words[span.start - 1 : span.start].isspace() else ""
    after = words[span.end : span.end + AROUND]
    tail = (" " if after[:1].isspace() else "") + one_line(after)
    most = max(0, round(left * BEFORE_SHARE))
    around = (
        Run(_clip_front(before, most, room) + gap, "context"),
        Run(one_line(span.text(words)), "found strong"),
        Run(tail, "context"),
    )
    return clip_line((*head, *around), room.width, room.measure)


def describe_hit(story: Story, hit: Hit, room: Room) -> list[Line]:
    """Outlet, title and date, and the paragraph around the hit."""
    document = story.document[hit.text.document]
    head = (Run(outlet_word(document), "accent"), Run(f"  {date_word(document.published)}", "dim"))
    words, span = hit.text.text, hit.span
    start = words.rfind("\n", 0, span.start) + 1
    end = words.find("\n", span.end)
    end = len(words) if end < 0 else end
    start, end = max(start, span.start - 2 * AROUND), min(end, span.end + 2 * AROUND)
    passage = runs(words, start, end, (Mark(span.start, span.end, "found strong"),))
    title = wrap_runs((Run(title_word(document), "strong"),), width=room.width, measure=room.measure)
    return [
        clip_line(head, room.width, room.measure),
        *title,
        (),
        *wrap_runs(passage, width=room.width, measure=room.measure),
    ]


def _notes(story: Story) -> Iterator[Text]:
    """What people wrote: notes and reasons."""
    for target, thing in story.things.items():
        decision = thing.decision
        written = [decision.note, decision.reason] if decision else []
        if isinstance(thing, Document):
            written.append(thing.reliability_basis)
        for text in dict.fromkeys(w for w in written if w):
            claim = story.claim.get(story.claim_of.get(target, ""))
            document = thing.id if isinstance(thing, Document) else claim.document if claim else None
            if document is not None:
                yield _text(story, Where.NOTES, text, document, claim, target)


def _sources(story: Story) -> Iterator[Text]:
    """Each name once a document, where it is first given."""
    seen: set[tuple[str, str]] = set()
    for claim in _claims(story):
        for attribution in claim.attributions:
            name = (attribution.source.name or attribution.source.text) if attribution.source else None
            if name and (claim.document, name) not in seen:
                seen.add((claim.document, name))
                target = Target(AnchorKind.ATTRIBUTION, attribution.id)
                yield _text(story, Where.SOURCES, name, claim.document, claim, target)


def _labels(story: Story) -> Iterator[Text]:
    for claim in _claims(story):
        for label in claim.labels:
            yield _text(story, Where.LABELS, label, claim.document, claim, Target(AnchorKind.CLAIM, claim.id))


def _claims(story: Story) -> Iterator[Claim]:
    for document in story.documents:
        yield from story.claims_of.get(document.id, ())


def _text(
    story: Story, where: Where, text: str, document: str, claim: Claim | None = None, target: Target | None = None
) -> Text:
    fields = {"where": (where.value,), "outlet": (outlet_word(story.document[document]),)}
    facets = Facets("" if where is Where.DOCUMENTS else text, fields)
    return Text(where, text, document, claim.id if claim else None, target, facets)


def _clip_front(words: str, width: int, room: Room) -> str:
    """The last words that fit, with an ellipsis before them where something is left out."""
    if room.measure(words) <= width:
        return words
    kept = words[-width:] if width else ""
    while kept and room.measure(kept) > width - 1:
        kept = kept[1:]
    return f"{ELLIPSIS}{kept.lstrip()}"
