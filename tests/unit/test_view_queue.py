"""The review queue: everything open once, the weightiest first, decisions just made above it."""

from __future__ import annotations

from dataclasses import replace

from annotator.model import AnchorKind, Decision, Severity, Status
from annotator.view import (
    QUEUE_FIELDS,
    UNICODE,
    Room,
    Target,
    describe_suggestion,
    find_waiting,
    fitting,
    index_story,
    paint_suggestion,
    queue_items,
    read_filter,
)
from tests.story_builders import make_story

ANALYSIS = make_story()
STORY = index_story(ANALYSIS)
ROOM = Room(72, len, UNICODE)


def words(lines) -> str:
    return " ".join(run.text for line in lines for run in line)


def test_every_open_suggestion_is_in_it_once() -> None:
    kinds = (AnchorKind.DISAGREEMENT, AnchorKind.ATTRIBUTION)
    waiting = {t for t in STORY.things if t.kind in kinds}
    targets = [item.target for item in queue_items(STORY)]
    assert len(targets) == len(set(targets))
    assert waiting <= set(targets)


def test_disagreements_come_first_and_conflicts_before_the_rest() -> None:
    items = queue_items(STORY)
    kinds = [item.target.kind for item in items]
    assert kinds == sorted(kinds, key=[AnchorKind.DISAGREEMENT, AnchorKind.ATTRIBUTION, AnchorKind.FLAG].index)
    severities = [item.facets.fields["severity"][0] for item in items if item.facets.fields["severity"]]
    assert severities == sorted(severities, key=[s.value for s in Severity].index)


def test_what_was_decided_stands_above_what_waits() -> None:
    first = ANALYSIS.disagreements[0]
    decided = replace(first, decision=Decision(Status.ACCEPTED, "mo", "2031-05-08T09:00:00.000Z"))
    story = index_story(replace(ANALYSIS, disagreements=(decided, *ANALYSIS.disagreements[1:])))
    target = Target(AnchorKind.DISAGREEMENT, first.id)
    assert target not in [item.target for item in queue_items(story)]
    items = queue_items(story, [target])
    assert items[0].target == target
    assert fitting(items, read_filter("is:accepted", QUEUE_FIELDS)) == items[:1]


def test_a_suggestion_is_told_with_its_reason_its_words_and_its_rule() -> None:
    item = queue_items(STORY)[0]
    disagreement = STORY.things[item.target]
    told = words(describe_suggestion(STORY, item, ROOM))
    assert all(side.value in told for side in disagreement.sides)
    assert disagreement.detector in told


def test_no_line_is_wider_than_the_room() -> None:
    for item in queue_items(STORY):
        for line in (paint_suggestion(STORY, item, ROOM), *describe_suggestion(STORY, item, ROOM)):
            assert sum(len(run.text) for run in line) <= ROOM.width


def test_rows_of_one_source_differ_by_what_it_said() -> None:
    item = next(i for i in queue_items(STORY) if i.target.kind is AnchorKind.ATTRIBUTION)
    line = words([paint_suggestion(STORY, item, Room(400, len, UNICODE))])
    assert " ".join(STORY.claim[item.claims[0]].text.split()) in line


def test_a_decision_leaves_the_rows_of_other_documents_alone() -> None:
    before = find_waiting(STORY)
    *most, last = ANALYSIS.claims
    done = Decision(Status.ACCEPTED, "mo")
    decided = replace(last, attributions=tuple(replace(a, decision=done) for a in last.attributions))
    story = index_story(replace(ANALYSIS, claims=(*most, decided)), STORY)
    kept = set(map(id, before.items))
    made = [item for item in queue_items(story, waiting=before) if id(item) not in kept]
    assert all(last.document in {story.claim[name].document for name in item.claims} for item in made)
    assert len(kept) > len(made)
