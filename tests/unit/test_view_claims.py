"""The list of claims: its rows, its orders, and what a filter can ask."""

from __future__ import annotations

import pytest

from annotator.decisions import anchor_of, fold_events, lay_over
from annotator.model import Accept, Event, Reject
from annotator.view import (
    CLAIM_FIELDS,
    ClaimOrder,
    Room,
    claim_items,
    describe_claim,
    fitting,
    index_story,
    paint_claim,
    read_filter,
)
from tests.story_builders import make_story

STORY = index_story(make_story())


def found(line: str, story=STORY) -> list[str]:
    return [story.claim[i.key].text for i in fitting(claim_items(story), read_filter(line, CLAIM_FIELDS))]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("", 8),
        ("voice:own", 4),
        ("voice:attributed", 4),
        ("outlet:Harrow", 2),
        ("document:C", 2),
        ('source:"Ilse Marrow"', 2),
        ("flag:loaded", 1),
        ("flag:unattributed", 0),
        ("fact:quantity", 2),
        ("disagreement:date", 2),
        ("disagreement:conflict", 3),
        ("worth>0.4", 8),
        ("origins>=2", 5),
        ("is:unsourced", 4),
        ("is:alone", 3),
        ("is:decided", 0),
        ("voice:own -is:disputed is:flagged", 1),
    ],
)
def test_a_filter_finds(line: str, number: int) -> None:
    assert len(found(line)) == number


def test_by_finds_what_a_person_decided_something_about() -> None:
    slam = next(c for c in STORY.analysis.claims if "slammed" in c.text)
    commands = (Reject(anchor_of(slam.flags[0], STORY.analysis)), Accept(anchor_of(slam, STORY.analysis)))
    ada, ben = (
        Event(i, "2031-05-07T10:00:00Z", by, c, batch=by)
        for i, (by, c) in enumerate(zip(("ada", "ben"), commands, strict=True), 1)
    )
    after = index_story(lay_over(STORY.analysis, fold_events((ada, ben))))
    assert found("by:ada", after) == found("by:ben", after) == [slam.text]
    assert found("by:cy", after) == []


def test_a_rejected_attribution_is_no_source_any_more() -> None:
    bang = next(c for c in STORY.analysis.claims if "bang" in c.text)
    anchor = anchor_of(bang.attributions[0], STORY.analysis)
    events = (Event(1, "2031-05-07T10:00:00Z", "ada", Reject(anchor), batch="b"),)
    after = index_story(lay_over(STORY.analysis, fold_events(events)))
    assert found('source:"Ilse Marrow"', after) == []
    assert len(found("is:decided", after)) == 2


def test_claims_stand_in_order_of_publication_and_text_unless_sorted() -> None:
    documents = [STORY.claim[i.key].document for i in claim_items(STORY)]
    order = [d.id for d in STORY.documents]
    assert documents == sorted(documents, key=order.index)
    first = STORY.claim[claim_items(STORY, ClaimOrder.DISAGREEMENT)[0].key]
    assert STORY.disagreements_of[first.id]


def test_a_row_is_as_wide_as_its_room_and_shows_voice_disagreement_and_flag() -> None:
    room = Room(76, len)
    rows = {i.key: "".join(r.text for r in paint_claim(STORY, i, room)) for i in claim_items(STORY)}
    assert all(len(row) <= room.width for row in rows.values())
    slam = next(c for c in STORY.analysis.claims if "slammed" in c.text)
    first = next(c for c in STORY.analysis.claims if "52 people" in c.text)
    assert rows[slam.id].startswith("· !")
    assert rows[first.id].startswith("·≠ ")
    assert rows[first.id].endswith("2/3")


def test_what_is_told_about_a_claim_begins_with_outlet_and_words() -> None:
    item = claim_items(STORY)[0]
    lines = ["".join(r.text for r in line) for line in describe_claim(STORY, item, Room(60, len))]
    assert lines[0].startswith(item.facets.fields["outlet"][0])
    assert "Said by" in lines
