"""Which command splits, merges or reshapes the claim at the cursor? Nothing where that makes no sense."""

from __future__ import annotations

from itertools import pairwise

from annotator.model import Claim, Place, ReshapeClaims, Span, strip_span
from annotator.view.story import Story


def place_in(story: Story, document: str, span: Span) -> Place:
    """A span of a document with the words that stand there."""
    return Place(document, span, span.text(story.document[document].text))


def split_at(story: Story, claim: Claim, offset: int) -> ReshapeClaims | None:
    """Two claims, the second from a code point on."""
    text = story.document[claim.document].text
    if not claim.span.start < offset < claim.span.end:
        return None
    parts = strip_span(text, claim.span.start, offset), strip_span(text, offset, claim.span.end)
    spans = tuple(part for part in parts if part is not None)
    return _reshape(story, (claim,), spans) if len(spans) == 2 else None


def merge_with_next(story: Story, claim: Claim) -> ReshapeClaims | None:
    """One claim from the beginning of this one to the end of the next."""
    claims = story.claims_of[claim.document]
    after = next((b for a, b in pairwise(claims) if a.id == claim.id), None)
    if after is None:
        return None
    hull = Span(claim.span.start, max(claim.span.end, after.span.end))
    return _reshape(story, (claim, after), (hull,))


def shape_to(story: Story, claim: Claim, wanted: Span) -> ReshapeClaims | None:
    """The claim with other edges; neighbours that these reach into end there, those inside become part of it."""
    text = story.document[claim.document].text
    made = strip_span(text, wanted.start, wanted.end)
    if made is None or made == claim.span or not made.overlap(claim.span):
        return None
    others = [c for c in story.claims_of[claim.document] if c.id != claim.id and c.span.overlap(made)]
    reached = [c for c in others if not c.span.contains(claim.span)]
    rest = [p for c in reached for p in _outside(text, c.span, made)]
    return _reshape(story, (claim, *reached), (made, *rest))


def _outside(text: str, span: Span, taken: Span) -> list[Span]:
    """What is left of a span when another takes a part of it."""
    edges = (span.start, min(span.end, taken.start)), (max(span.start, taken.end), span.end)
    return [part for a, b in edges if a < b and (part := strip_span(text, a, b)) is not None]


def _reshape(story: Story, before: tuple[Claim, ...], after: tuple[Span, ...]) -> ReshapeClaims:
    document = before[0].document
    return ReshapeClaims(
        tuple(place_in(story, document, c.span) for c in sorted(before, key=lambda c: c.span)),
        tuple(place_in(story, document, span) for span in sorted(after)),
    )
