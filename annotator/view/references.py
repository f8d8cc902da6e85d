"""Which object of a story does a person mean by an id, a handle such as B12 or D3, or B:120-180?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.model import AnchorKind, Span
from annotator.view.handles import claim_handles, disagreement_handles, document_handles
from annotator.view.story import Story, Target

_PLACE = re.compile(r"(.{1,80}):(\d{1,9})-(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a document."""

    document: str
    span: Span


def find_reference(story: Story, words: str) -> tuple[Target | Stretch, ...]:
    """What is meant, disagreements first where a handle names two things; empty where nothing bears the name."""
    words = words.strip()
    place = _PLACE.fullmatch(words)
    if place:
        return _find_stretch(story, place[1], int(place[2]), int(place[3]))
    known = tuple(target for target in story.things if target.id == words)
    if known:
        return known
    handle = words.upper()
    return tuple(
        Target(kind, name)
        for kind, handles in (
            (AnchorKind.DISAGREEMENT, disagreement_handles(story.analysis)),
            (AnchorKind.CLAIM, claim_handles(story.analysis)),
            (AnchorKind.DOCUMENT, document_handles(story.analysis)),
        )
        for name, short in handles.items()
        if short == handle
    )


def find_targets(story: Story, stretch: Stretch) -> tuple[Target, ...]:
    """The suggestions on some characters of a document: attributions, disagreements and flags, weak ones too."""
    found: dict[Target, None] = {}
    for claim in story.claims_of.get(stretch.document, ()):
        if not claim.span.overlap(stretch.span):
            continue
        for attribution in claim.attributions:
            source, cue = attribution.source, attribution.cue
            spans = (*attribution.content, cue.span if cue else None, source.span if source else None)
            found |= _if_on(stretch, AnchorKind.ATTRIBUTION, attribution.id, spans)
        for disagreement in story.disagreements_of.get(claim.id, ()):
            sides = [side.span for side in disagreement.sides if side.claim == claim.id]
            found |= _if_on(stretch, AnchorKind.DISAGREEMENT, disagreement.id, sides)
        for flag in claim.flags:
            found |= _if_on(stretch, AnchorKind.FLAG, flag.id, (flag.span,))
    return tuple(found)


def _if_on(stretch: Stretch, kind: AnchorKind, name: str, spans: Iterable[Span | None]) -> dict[Target, None]:
    return {Target(kind, name): None} if any(s and s.overlap(stretch.span) for s in spans) else {}


def _find_stretch(story: Story, name: str, start: int, end: int) -> tuple[Stretch, ...]:
    letters = {letter: document for document, letter in document_handles(story.analysis).items()}
    document = name if name in story.document else letters.get(name.upper())
    if document is None or not start < end <= len(story.document[document].text):
        return ()
    return (Stretch(document, Span(start, end)),)
