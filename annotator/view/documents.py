"""What does a person need to know about each document before reading it? One card of four lines a document."""

from __future__ import annotations

from annotator.model import Claim, Document, OutletKind, PublishedBasis, Severity, Voice
from annotator.text import one_line
from annotator.view.lines import Line, Run, clip, spread, wrap_runs
from annotator.view.marks import Glyphs, Room
from annotator.view.story import Story, live_flags
from annotator.view.words import (
    UNKNOWN_OUTLET,
    certainty,
    counted,
    date_word,
    genre_paint,
    genre_word,
    has_outlet,
    is_rejected,
    kind_word,
    outlet_word,
    title_word,
)

CARD_LINES = 5
LABEL_CELLS = 13


def genre_note(document: Document) -> str:
    """A second, quieter word about the genre: what the text contradicts or how sure the reading is."""
    if document.genre.mismatch and document.genre.self_label:
        return f"calls itself {document.genre.self_label}"
    return ""


def make_card(story: Story, document: Document, room: Room) -> tuple[Line, ...]:
    """A document in the list: `CARD_LINES` lines, the last one empty."""
    claims = story.claims_of.get(document.id, ())
    rating = document.reliability or ""
    is_known = has_outlet(document)
    outlet = outlet_word(document) if is_known else UNKNOWN_OUTLET
    name = Run(clip(outlet, room.width - len(rating) - 1, room.measure), "strong" if is_known else "dim")
    title = Run(clip(title_word(document), room.width, room.measure), "text")
    word = Run(genre_word(document) if claims else "", genre_paint(document))
    date = date_word(document.published)
    if document.published_basis is PublishedBasis.INFERRED:
        date = f"~{date}"
    dots = f" {room.glyphs.separator} "
    facts = f"{date}{dots}{counted(len(claims), 'claim')}" if claims else date
    counts = _counts(story, claims, room.glyphs)
    head = spread((name,), (Run(rating, "rating"),) if rating else (), room.width, room.measure)
    genre = spread((word,), counts, room.width, room.measure)
    return head, (title,), (Run(clip(facts, room.width, room.measure), "dim"),), genre, ()


def _counts(story: Story, claims: tuple[Claim, ...], glyphs: Glyphs) -> Line:
    differing = sum(
        1
        for c in claims
        if any(
            not is_rejected(d.decision) and d.severity is not Severity.IMPRECISION
            for d in story.disagreements_of.get(c.id, ())
        )
    )
    flags = sum(len(live_flags(c)) for c in claims)
    made: list[Run] = []
    if differing:
        made += [Run(f"{glyphs.disagreement}{differing}", "disagreement")]
    if flags:
        made += [Run(" " if made else ""), Run(f"{glyphs.flag}{flags}", "flag")]
    return tuple(made)


def voice_shares(claims: tuple[Claim, ...]) -> tuple[int, int]:
    """How many claims a document makes itself, and how many it reports."""
    own = sum(c.voice is Voice.OUTLET for c in claims)
    return own, len(claims) - own


def describe(document: Document, story: Story, room: Room) -> tuple[Line, ...]:
    """What is known about a document as a whole, for the inspector."""
    own, reported = voice_shares(story.claims_of.get(document.id, ()))
    sure = certainty(document.genre.confidence, room.glyphs)
    is_inferred = document.published_basis is PublishedBasis.INFERRED
    pairs = [
        ("title", title_word(document)),
        ("outlet", _outlet(document)),
        ("domain", document.outlet.domain or ""),
        ("author", document.author or ""),
        ("date", date_word(document.published) + (", inferred" if is_inferred else "")),
        ("", document.published_note or ""),
        ("genre", f"{genre_word(document).lower()}, {sure}" if own + reported else ""),
        ("calls itself", document.genre.self_label or ""),
        ("", document.genre.mismatch or ""),
        ("claims", f"{own} in its own voice, {reported} attributed" if own + reported else ""),
        ("reliability", f"{document.reliability} {document.reliability_basis or ''}" if document.reliability else ""),
        ("file", document.path),
    ]
    lines: list[Line] = []
    for label, value in pairs:
        if value:
            lines += labelled(label, (Run(value),), room)
    for edge in story.edges_to.get(document.id, ()):
        origin = outlet_word(story.document[edge.source])
        kind = edge.kind.value.replace("_", "-")
        lines += labelled(kind, (Run(f"{origin}: {edge.evidence}"),), room)
    return tuple(lines)


def _outlet(document: Document) -> str:
    if not has_outlet(document):
        return UNKNOWN_OUTLET.removeprefix("outlet ")
    kind = document.outlet.kind
    return outlet_word(document) + ("" if kind is OutletKind.UNKNOWN else f", {kind_word(kind)}")


def labelled(label: str, value: Line, room: Room) -> list[Line]:
    """A dim label and what it says, wrapped beside it, or below it where there is little room."""
    clean = tuple(Run(one_line(r.text) if r.text.strip() else r.text, r.style) for r in value)
    wrapped = wrap_runs(clean, width=room.width - LABEL_CELLS, measure=room.measure)
    return [(Run((label if not i else "").ljust(LABEL_CELLS), "dim"), *line) for i, line in enumerate(wrapped)]
