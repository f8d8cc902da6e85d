"""What do `n` and `N` walk? The stops of each set, in order of the documents."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from annotator.model import AnchorKind, Claim, Span, Voice
from annotator.view.indexing import changed_documents
from annotator.view.story import Story, Target, live_flags, shown_flags
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
    ORPHANS = "orphans"


MEANINGS = {
    WalkSet.SUGGESTIONS: "every suggestion that waits for a decision",
    WalkSet.DISAGREEMENTS: "every place where documents disagree",
    WalkSet.OWN_VOICE: "claims that the outlet makes itself",
    WalkSet.FLAGS: "words that editorialise",
    WalkSet.HITS: "places found by the last search",
    WalkSet.UNREVIEWED: "claims on which nobody decided anything",
    WalkSet.MARKS: "words that have one of your labels",
    WalkSet.COME_BACK: "claims flagged to come back to",
    WalkSet.ORPHANS: "marks that wait for a place since a text was updated",
}


@dataclass(frozen=True, slots=True)
class Stop:
    """A place that `n` goes to."""

    document: str
    offset: int
    """Code points."""
    target: Target | None = None
    """The object that keys act on there; None for a place in the text."""


@dataclass(frozen=True, slots=True)
class Walked:
    """The stops of a set in one state of the story, by document in order."""

    story: Story
    chosen: WalkSet
    found: dict[str, tuple[Stop, ...]]

    @property
    def stops(self) -> tuple[Stop, ...]:
        """All of them."""
        return tuple(chain.from_iterable(self.found.values()))


def stops(story: Story, chosen: WalkSet, hits: Sequence[tuple[str, Span]] = ()) -> tuple[Stop, ...]:
    """The stops of a set; search hits are passed in."""
    if chosen is WalkSet.HITS:
        return tuple(Stop(document, span.start) for document, span in hits)
    return walk_through(story, chosen).stops


def walk_through(story: Story, chosen: WalkSet, before: Walked | None = None) -> Walked:
    """The stops of a set; those of documents about which nothing changed are taken from the walk before."""
    kept: dict[str, tuple[Stop, ...]] = {}
    if before is not None and before.chosen is chosen:
        changed = changed_documents(before.story, story)
        kept = {name: found for name, found in before.found.items() if name not in changed}
    return Walked(
        story, chosen, {d.id: kept[d.id] if d.id in kept else _stops_in(story, chosen, d.id) for d in story.documents}
    )


def _stops_in(story: Story, chosen: WalkSet, document: str) -> tuple[Stop, ...]:
    made: list[Stop] = []
    if chosen in (WalkSet.MARKS, WalkSet.COME_BACK):
        tags = story.tags_in.get(document, ())
        if chosen is WalkSet.COME_BACK:
            tags = tuple(t for t in tags if t.label == COME_BACK)
        made = [Stop(document, t.span.start, Target(AnchorKind.TAG, t.id)) for t in tags]
    else:
        for claim in story.claims_of.get(document, ()):
            where = claim.span.start
            made += [Stop(document, where, t) for t in _targets(story, chosen, claim)]
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


def _targets(story: Story, chosen: WalkSet, claim: Claim) -> list[Target]:
    match chosen:
        case WalkSet.SUGGESTIONS:
            return _open_targets(story, claim)
        case WalkSet.DISAGREEMENTS:
            found = story.disagreements_of.get(claim.id, ())
            return [Target(AnchorKind.DISAGREEMENT, d.id) for d in found if not is_rejected(d.decision)]
        case WalkSet.OWN_VOICE:
            return [Target(AnchorKind.CLAIM, claim.id)] if claim.voice is Voice.OUTLET else []
        case WalkSet.ORPHANS:
            return []  # what has no place in the text is no part of the story
        case WalkSet.FLAGS:
            return [Target(AnchorKind.FLAG, f.id) for f in live_flags(claim)]
        case _:
            is_untouched = not any(is_decided(story.things[t].decision) for t in story.targets(claim))
            return [Target(AnchorKind.CLAIM, claim.id)] if is_untouched else []


def _open_targets(story: Story, claim: Claim) -> list[Target]:
    """What waits for a decision and is found under this claim first."""
    parts = (
        (AnchorKind.ATTRIBUTION, claim.attributions),
        (AnchorKind.DISAGREEMENT, story.disagreements_of.get(claim.id, ())),
        (AnchorKind.FLAG, shown_flags(claim)),
        (AnchorKind.TAG, story.tags_of.get(claim.id, ())),
    )
    waiting = [Target(kind, thing.id) for kind, things in parts for thing in things if not is_decided(thing.decision)]
    return [target for target in waiting if story.claim_of[target] == claim.id]
