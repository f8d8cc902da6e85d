"""What do `n` and `N` walk? The stops of each set, in order of the documents."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.model import AnchorKind, Span, Voice
from annotator.view.story import Story, Target, live_flags
from annotator.view.words import is_decided, is_rejected

COME_BACK = "come back"
"""The label that flags a claim; in the codebook like any other."""


class WalkSet(StrEnum):
    SUGGESTIONS = "suggestions"
    DISAGREEMENTS = "disagreements"
    OWN_VOICE = "own voice"
    FLAGS = "flags"
    HITS = "search hits"
    UNREVIEWED = "unreviewed"
    MARKS = "marks"
    COME_BACK = "come back"


MEANINGS = {
    WalkSet.SUGGESTIONS: "every suggestion that waits for a decision",
    WalkSet.DISAGREEMENTS: "every place where documents disagree",
    WalkSet.OWN_VOICE: "claims that the outlet makes itself",
    WalkSet.FLAGS: "words that editorialise",
    WalkSet.HITS: "places found by the last search",
    WalkSet.UNREVIEWED: "claims on which nobody decided anything",
    WalkSet.MARKS: "words that have one of your labels",
    WalkSet.COME_BACK: "claims flagged to come back to",
}


@dataclass(frozen=True, slots=True)
class Stop:
    """A place that `n` goes to."""

    document: str
    offset: int
    """Code points."""
    target: Target | None = None
    """The object that keys act on there; None for a place in the text."""


def stops(story: Story, chosen: WalkSet, hits: Sequence[tuple[str, Span]] = ()) -> tuple[Stop, ...]:
    """The stops of a set; search hits are passed in."""
    if chosen is WalkSet.HITS:
        return tuple(Stop(document, span.start) for document, span in hits)
    made: list[Stop] = []
    for document in story.documents:
        if chosen in (WalkSet.MARKS, WalkSet.COME_BACK):
            tags = story.tags_in.get(document.id, ())
            if chosen is WalkSet.COME_BACK:
                tags = tuple(t for t in tags if t.label == COME_BACK)
            made += [Stop(document.id, t.span.start, Target(AnchorKind.TAG, t.id)) for t in tags]
            continue
        for claim in story.claims_of.get(document.id, ()):
            where = claim.span.start
            made += [Stop(document.id, where, t) for t in _targets(story, chosen, claim.id)]
    return tuple(dict.fromkeys(made))


def next_stop(found: Sequence[Stop], story: Story, *, here: tuple[str, int, Target | None], step: int) -> int | None:
    """Number of the stop after (step 1) or before (step -1) a place; round at the ends; None if there is none.

    Stops are in order of documents and text.
    """
    if not found:
        return None
    document, offset, target = here

    def place(stop: Stop) -> tuple[int, int]:
        return story.order.get(stop.document, 0), stop.offset

    position = (story.order.get(document, 0), offset)
    first = bisect_left(found, position, key=place)
    at = range(first, bisect_right(found, position, key=place))
    same = next((i for i in at if found[i] == Stop(document, offset, target)), None)
    if same is not None:
        return (same + step) % len(found)
    if step < 0:
        return (first - 1) % len(found)
    other = next((i for i in at if _is_other_mark(found[i], target)), at.stop)
    return other % len(found)


def _is_other_mark(stop: Stop, target: Target | None) -> bool:
    """Whether a stop comes after a target of the same place: another mark does, not the claim that holds it."""
    return target is not None and stop.target is not None and stop.target.kind is not AnchorKind.CLAIM


def _targets(story: Story, chosen: WalkSet, claim_id: str) -> list[Target]:
    claim = story.claim[claim_id]
    itself = Target(AnchorKind.CLAIM, claim.id)
    match chosen:
        case WalkSet.SUGGESTIONS:
            return [
                t
                for t in story.targets(claim)[:-1]
                if story.claim_of[t] == claim.id and not is_decided(story.things[t].decision)
            ]
        case WalkSet.DISAGREEMENTS:
            found = story.disagreements_of.get(claim.id, ())
            return [Target(AnchorKind.DISAGREEMENT, d.id) for d in found if not is_rejected(d.decision)]
        case WalkSet.OWN_VOICE:
            return [itself] if claim.voice is Voice.OUTLET else []
        case WalkSet.FLAGS:
            return [Target(AnchorKind.FLAG, f.id) for f in live_flags(claim)]
        case _:
            is_untouched = not any(is_decided(story.things[t].decision) for t in story.targets(claim))
            return [itself] if is_untouched else []
