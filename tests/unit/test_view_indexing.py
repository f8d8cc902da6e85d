"""A story that is indexed after a change is the story that is indexed from nothing."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator.decisions import Decisions, Ruled, lay_over
from annotator.model import Decision, Status
from annotator.view import WalkSet, changed_documents, find_waiting, index_story, queue_items, stops, walk_through
from tests.command_strategies import commands
from tests.story_builders import make_story

STORY = make_story()


@given(st.lists(commands(STORY), max_size=4), st.lists(commands(STORY), max_size=2))
def test_a_change_of_a_story_is_indexed_like_a_new_one(earlier: list, later: list) -> None:
    rulings = tuple(Ruled(n, "2031-05-06T09:00:00Z", "mo", c) for n, c in enumerate((*earlier, *later)))
    before = index_story(lay_over(STORY, Decisions(rulings[: len(earlier)])))
    analysis = lay_over(STORY, Decisions(rulings))
    after, anew = index_story(analysis, before), index_story(analysis)
    assert after == anew
    assert list(after.things) == list(anew.things)
    chosen = WalkSet.SUGGESTIONS
    assert walk_through(after, chosen, walk_through(before, chosen)).stops == stops(anew, chosen)
    assert queue_items(after, waiting=find_waiting(before)) == queue_items(anew)


def test_only_the_documents_of_what_was_decided_are_changed() -> None:
    first, *rest = STORY.claims
    decided = replace(first, decision=Decision(Status.ACCEPTED, "mo"))
    before = index_story(STORY)
    after = index_story(replace(STORY, claims=(decided, *rest)), before)
    assert changed_documents(before, after) == {first.document}
    assert after.claims_of[rest[-1].document] is before.claims_of[rest[-1].document]


def test_a_disagreement_is_said_of_all_its_documents() -> None:
    first, *rest = STORY.disagreements
    decided = replace(first, decision=Decision(Status.ACCEPTED, "mo"))
    before = index_story(STORY)
    after = index_story(replace(STORY, disagreements=(decided, *rest)), before)
    assert changed_documents(before, after) == {before.claim[s.claim].document for s in first.sides}
