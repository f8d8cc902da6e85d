"""What does each account say, beside the others? Columns with the passage, its differences, date and speaker."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from annotator.model import Claim, Disagreement, Document, PublishedBasis, Voice
from annotator.text import one_line
from annotator.view.differences import find_cuts, mark_differences
from annotator.view.ledger import Entry
from annotator.view.lines import Line, Mark, Run, clip_line, runs, wrap_runs
from annotator.view.marks import Room
from annotator.view.story import Story
from annotator.view.words import ROLES, date_word, genre_paint, genre_word, is_rejected, outlet_word

MAX_COLUMNS = 4
MIN_COLUMN_CELLS = 34
CONTEXT_LINES = 3
"""Lines of the sentence before that are shown, so that the passage stays in view."""


@dataclass(frozen=True, slots=True)
class Column:
    """One account of the fact."""

    claim: str
    heading: str
    genre: str
    genre_paint: str
    value: str | None
    """The value it gives, in a disagreement."""
    date: str
    marks: tuple[Mark, ...]
    """What differs from the first passage, and the value."""
    cuts: tuple[int, ...]
    """Code points of the passage before which words of the first one are left out."""


def column_claims(story: Story, entry: Entry) -> tuple[str, ...]:
    """One claim a document, in order of publication; a document that gives two values gets a column for each."""
    thing = story.things.get(entry.target)
    claims = [c for c in entry.claims if c in story.claim]
    claims.sort(key=lambda c: (story.order[story.claim[c].document], story.claim[c].span.start))
    values = {s.claim: s.value for s in thing.sides} if isinstance(thing, Disagreement) else {}
    seen: set[tuple[str, str | None]] = set()
    kept = []
    for name in claims:
        key = (story.claim[name].document, values.get(name))
        if key not in seen:
            seen.add(key)
            kept.append(name)
    return tuple(kept)


def columns_in_view(story: Story, entry: Entry, *, fit: int, first: int = 0) -> tuple[str, ...]:
    """The claims whose columns are in view where only `fit` have room: one of each value before a second of any.

    Those in view stand in order of publication; `first` says how many were scrolled past.
    """
    names = column_claims(story, entry)
    thing = story.things.get(entry.target)
    values = {s.claim: s.value for s in thing.sides} if isinstance(thing, Disagreement) else {}
    heads = {values.get(name): name for name in reversed(names)}
    chosen = sorted(names, key=lambda name: heads[values.get(name)] != name) if values else names
    return tuple(sorted(chosen[first : first + fit], key=names.index))


def columns_that_fit(number: int, width: int) -> int:
    """How many columns stand beside each other; two always do."""
    return max(1, min(number, MAX_COLUMNS, max(2, width // MIN_COLUMN_CELLS)))


def make_columns(story: Story, entry: Entry, names: tuple[str, ...]) -> tuple[Column, ...]:
    """The columns of these claims."""
    claims = [story.claim[name] for name in names]
    differences = mark_differences([c.text for c in claims])
    made = []
    for claim, marks in zip(claims, differences, strict=True):
        document = story.document[claim.document]
        made.append(
            Column(
                claim=claim.id,
                heading=outlet_word(document),
                genre=genre_word(document),
                genre_paint=genre_paint(document),
                value=_value_word(story, entry, claim),
                date=_date(document),
                marks=(*marks, *_value_marks(story, entry, claim)),
                cuts=find_cuts(claims[0].text, claim.text) if claim is not claims[0] else (),
            )
        )
    return tuple(made)


def paint_column(story: Story, column: Column, room: Room) -> list[Line]:
    """The value, then the passage within its context, wrapped, and who said it."""
    claim = story.claim[column.claim]
    before, after = _neighbours(story, claim)
    head: list[Line] = [(Run(column.value, "disagreement"),), ()] if column.value is not None else []
    lead = [*_context(before, room)[-CONTEXT_LINES:], ()] if before else []
    passage = wrap_runs(_with_cuts(claim.text, column.marks, column.cuts, room), width=room.width, measure=room.measure)
    tail = [(), *_context(after, room)] if after else []
    return [*head, *lead, *passage, *_said_by(story.document[claim.document], claim, room), *tail]


def _value_marks(story: Story, entry: Entry, claim: Claim) -> tuple[Mark, ...]:
    thing = story.things.get(entry.target)
    if not isinstance(thing, Disagreement):
        return ()
    base = claim.span.start
    spans = [s.span for s in thing.sides if s.claim == claim.id]
    inside = [s for s in spans if claim.span.contains(s)]
    return tuple(Mark(s.start - base, s.end - base, "value") for s in inside)


def _with_cuts(text: str, marks: tuple[Mark, ...], cuts: tuple[int, ...], room: Room) -> Line:
    """The runs of a passage, with a sign where words of the first passage are left out."""
    made: list[Run] = []
    for start, end in pairwise((0, *cuts, len(text))):
        if start:
            made.append(Run(f"{room.glyphs.cut} ", "cut"))
        if start < end:
            made += runs(text, start, end, marks, base="passage")
    if cuts and cuts[-1] == len(text):
        made.append(Run(f" {room.glyphs.cut}", "cut"))
    return tuple(made)


def _neighbours(story: Story, claim: Claim) -> tuple[Claim | None, Claim | None]:
    claims = story.claims_of[claim.document]
    at = claims.index(claim)
    return (claims[at - 1] if at else None, claims[at + 1] if at + 1 < len(claims) else None)


def _context(claim: Claim | None, room: Room) -> list[Line]:
    if claim is None:
        return []
    return wrap_runs((Run(one_line(claim.text), "context"),), width=room.width, measure=room.measure)


def _value_word(story: Story, entry: Entry, claim: Claim) -> str | None:
    thing = story.things.get(entry.target)
    if not isinstance(thing, Disagreement):
        return None
    return next((one_line(s.value) for s in thing.sides if s.claim == claim.id), None)


def _date(document: Document) -> str:
    is_inferred = document.published_basis is PublishedBasis.INFERRED
    return date_word(document.published) + (" (inferred)" if is_inferred else "")


def _said_by(document: Document, claim: Claim, room: Room) -> list[Line]:
    """Who said it and how it is rated."""
    lines: list[Line] = []
    live = [a for a in claim.attributions if not is_rejected(a.decision)]
    if claim.voice is Voice.OUTLET or not live:
        lines.append((Run(f"{room.glyphs.own_voice} ", "own-voice"), Run("the outlet itself", "accent")))
    for attribution in live:
        source = attribution.source
        name = one_line((source.name or source.text or "") if source else "") or "somebody not named"
        role = f", {ROLES[source.role]}" if source else ""
        lines.append((Run(f"{room.glyphs.attributed} ", "attributed"), Run(name, "accent"), Run(role, "dim")))
    ratings = [f"outlet {document.reliability}"] if document.reliability else []
    ratings += [f"claim {claim.credibility}"] if claim.credibility is not None else []
    if ratings:
        lines.append((Run(", ".join(ratings), "rating"),))
    return [clip_line(line, room.width, room.measure) for line in lines]
