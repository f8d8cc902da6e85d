"""The timeline: where moments lie, who takes from whom, and the way of a fact."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.model import PublishedBasis
from annotator.view import (
    Room,
    copied_items,
    describe_event,
    edge_of,
    index_story,
    make_axis,
    paint_axis_head,
    paint_event,
    paint_side,
    summarise,
    timeline_items,
    trace,
    trace_items,
)
from annotator.view.axis import lay_axis, moment_of
from annotator.view.trace import Coming, step_words
from tests.story_builders import make_story

ROOM = Room(100, len)


def words(line) -> str:
    return "".join(run.text for run in line)


def dated(*days: str | None):
    story = make_story()
    documents = tuple(replace(d, published=day) for d, day in zip(story.documents, days, strict=True))
    return index_story(replace(story, documents=documents))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("1970-01-02", 1.0),
        ("1970-01-02T12:00", 1.5),
        ("1970-01-02T12:00+06:00", 1.25),
        ("1970-02", 31.0),
        ("1971", 365.0),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_a_moment_is_read_as_precisely_as_it_is_stated(text: str | None, days: float | None) -> None:
    assert moment_of(text) == days


def test_gaps_are_to_scale() -> None:
    axis = lay_axis([0.0, 1.0, 3.0], 31)
    assert [axis.cell_of(m) for m in (0.0, 1.0, 3.0, None)] == [0, 10, 30, None]
    assert not axis.cuts


def test_a_gap_that_would_swallow_the_others_is_cut_short_and_marked() -> None:
    axis = lay_axis([0.0, 1.0, 2.0, 900.0], 31)
    assert axis.cell_of(1.0) == 5
    assert len(axis.cuts) == 1
    assert axis.cell_of(2.0) < axis.cuts[0] < 30


def test_one_moment_or_none_needs_no_gap() -> None:
    assert lay_axis([5.0, 5.0], 20).cell_of(5.0) == 0
    assert lay_axis([], 20).cells == {}


def test_documents_come_in_order_of_publication_and_undated_ones_last() -> None:
    story = dated(None, "2031-05-07", "2031-05-06T10:00")
    rows = [item for item in timeline_items(story) if edge_of(story, item) is None]
    assert [item.facets.fields["outlet"][0] for item in rows] == ["Bulletin", "Harrow", "Tidepost"]
    axis = make_axis(story, ROOM)
    lines = [words(paint_event(story, item, axis, ROOM)) for item in rows]
    assert "6 May 2031  10:00" in lines[0]
    assert "date unknown" in lines[2]
    assert "●" in lines[0]
    assert "●" not in lines[2]


def test_what_a_document_takes_stands_below_it_with_its_share_and_direction() -> None:
    story = dated("2031-05-05", "2031-05-06", "2031-05-07")
    row = next(item for item in timeline_items(story) if edge_of(story, item))
    line = words(paint_event(story, row, make_axis(story, ROOM), ROOM))
    assert "50%" in line
    assert "copies Tidepost" in line
    assert "1 passage" in line
    told = "\n".join(words(x) for x in describe_event(story, row, ROOM))
    assert "Tidepost, 5 May 2031" in told
    assert "Bulletin, 7 May 2031" in told
    assert "One sentence." in told


def test_an_inferred_date_says_what_it_is_known_from() -> None:
    story = make_story()
    note = "It speaks of yesterday's landing."
    first = replace(story.documents[0], published_basis=PublishedBasis.INFERRED, published_note=note)
    indexed = index_story(replace(story, documents=(first, *story.documents[1:])))
    row = next(item for item in timeline_items(indexed) if item.key == first.id)
    told = "\n".join(words(x) for x in describe_event(indexed, row, ROOM))
    assert "inferred" in told
    assert note in told
    assert "~ inferred" in words(paint_axis_head(indexed, make_axis(indexed, ROOM), ROOM))


@pytest.mark.parametrize("width", [40, 76, 116, 196])
def test_no_line_is_wider_than_the_room(width: int) -> None:
    story, room = dated("2031-05-05", "2031", "2031-05-07T01:00"), Room(width, len)
    axis = make_axis(story, room)
    lines = [paint_event(story, item, axis, room) for item in timeline_items(story)]
    assert all(len(words(line)) <= width for line in (*lines, paint_axis_head(story, axis, room)))


def test_copied_passages_are_shown_with_both_texts() -> None:
    story = index_story(make_story())
    edge = story.analysis.provenance[0]
    (item,) = copied_items(story, edge)
    sides = ["".join(words(x) + " " for x in paint_side(story, edge, item, side, ROOM)) for side in (0, 1)]
    assert all("The ferry Osprey ran aground on Monday" in side for side in sides)
    assert item.facets.fields["is"] == ("word for word",)


def test_the_way_of_a_fact_names_first_copy_and_independent_documents() -> None:
    story = dated("2031-05-05", "2031-05-06", "2031-05-07")
    cluster = story.analysis.clusters[0]
    steps = trace(story, story.claim[cluster.claims[0]], cluster)
    assert [s.how for s in steps] == [Coming.FIRST, Coming.OWN, Coming.COPIED]
    assert step_words(story, steps[2]) == "from Tidepost"
    assert summarise(cluster, steps) == "3 documents, 2 origins"
    assert len(trace_items(story, steps)) == 3


def test_documents_that_do_not_say_it_come_last() -> None:
    story = index_story(make_story())
    claim = next(c for c in story.analysis.claims if "hurt" in c.text)
    steps = trace(story, claim, None)
    assert [s.how for s in steps] == [Coming.FIRST, Coming.SILENT, Coming.SILENT]
    assert summarise(None, steps) == "1 document, 1 origin"


def test_a_document_whose_outlet_is_unknown_is_named_by_its_title_where_the_title_has_no_room() -> None:
    story = make_story()
    first = story.documents[0]
    nameless = replace(first, outlet=replace(first.outlet, name=None, domain=None))
    story = index_story(replace(story, documents=(nameless, *story.documents[1:])))
    item = next(i for i in timeline_items(story) if i.key.endswith(first.id))
    rooms = Room(72, len), Room(180, len)
    narrow, wide = (words(paint_event(story, item, make_axis(story, room), room)) for room in rooms)
    assert "outlet unknown" not in narrow
    assert "outlet unknown" in wide
