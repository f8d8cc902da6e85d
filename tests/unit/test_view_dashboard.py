"""The dashboard: what is counted, that each number lists exactly what it counts, and how it looks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.model import Source, SourceRole
from annotator.view import (
    Check,
    Count,
    Room,
    check_of,
    counted_items,
    dashboard_items,
    describe_tally,
    index_story,
    make_board,
    paint_counted,
    paint_dashboard_head,
    paint_tally,
    targets_of,
)
from annotator.view.marks import ASCII
from tests.story_builders import make_story


def words(line) -> str:
    return "".join(run.text for run in line)


def tally_named(story, board, name: str):
    return next(t for t in board.tallies if story.document[t.document].outlet.name == name)


def test_documents_stand_in_order_of_publication_and_voices_add_up() -> None:
    story = index_story(make_story())
    board = make_board(story)
    assert [t.document for t in board.tallies] == [d.id for d in story.documents]
    for tally in board.tallies:
        assert sum(tally.counts[c] for c in (Count.OWN, Count.ATTRIBUTED, Count.UNNAMED)) == tally.claims


def test_flags_are_counted_for_100_claims_in_own_voice() -> None:
    story = index_story(make_story())
    board = make_board(story)
    tide = tally_named(story, board, "Tidepost")
    assert tide.counts[Count.OWN] == 2
    assert tide.counts[Count.FLAGS] == 1
    assert tide.flags_per_100 == 50


def test_a_speaker_without_a_name_makes_a_claim_unnamed() -> None:
    analysis = make_story()
    hurt = next(c for c in analysis.claims if "hurt" in c.text)
    nobody = Source(None, "officials", None, SourceRole.UNNAMED)
    changed = replace(hurt, attributions=(replace(hurt.attributions[0], source=nobody),))
    story = index_story(replace(analysis, claims=tuple(changed if c is hurt else c for c in analysis.claims)))
    assert tally_named(story, make_board(story), "Bulletin").counts[Count.UNNAMED] == 1


@pytest.mark.parametrize("days", [("2031-05-06",) * 3, ("2031-05", "2031", None), ("2031-05-04", "2031-05-09", "2031")])
def test_each_number_lists_exactly_what_it_counts(days: tuple[str | None, ...]) -> None:
    analysis = make_story()
    documents = tuple(replace(d, published=day) for d, day in zip(analysis.documents, days, strict=True))
    story = index_story(replace(analysis, documents=documents))
    for tally in make_board(story).tallies:
        for count in Count:
            assert len(targets_of(story, tally.document, count)) == tally.counts[count], count


def test_a_fact_first_stated_later_is_not_left_out() -> None:
    analysis = make_story()
    days = {"Tidepost": "2031-05-06", "Harrow": "2031-05-06", "Bulletin": "2031-05-01"}
    documents = tuple(replace(d, published=days[d.outlet.name]) for d in analysis.documents)
    story = index_story(replace(analysis, documents=documents))
    assert tally_named(story, make_board(story), "Bulletin").counts[Count.LEFT_OUT] == 0
    same_day = index_story(analysis)
    assert tally_named(same_day, make_board(same_day), "Bulletin").counts[Count.LEFT_OUT] == 1


def test_sourcing_of_the_story_is_asked_of_facts() -> None:
    analysis = make_story()
    story = index_story(analysis)
    board = make_board(story)
    alone = [c for c in analysis.claims if not story.clusters_of.get(c.id)]
    assert board.facts == len(analysis.clusters) + len(alone)
    assert analysis.clusters[0].id in {t.id for t in board.checks[Check.NO_SOURCE]}
    assert board.checks[Check.ONE_ORIGIN] == ()


@pytest.mark.parametrize("width", [58, 76, 99, 100, 116, 196])
def test_no_line_is_wider_than_the_room(width: int) -> None:
    story, room = index_story(make_story()), Room(width, len)
    board = make_board(story)
    items = dashboard_items(story, board)
    lines = [paint_tally(story, board, item, 3, room) for item in items]
    lines += [line for item in items for line in describe_tally(story, board, item, 3, room)]
    assert all(len(words(line)) <= width for line in (*lines, paint_dashboard_head(room, 3)))


def test_heads_stand_over_their_numbers() -> None:
    story, room = index_story(make_story()), Room(116, len)
    board = make_board(story)
    head = words(paint_dashboard_head(room, 0))
    row = words(paint_tally(story, board, dashboard_items(story, board)[0], 0, room))
    assert len(head) == len(row)
    for name in ("own", "named ", "disagrees"):
        assert row[head.index(name) + len(name.strip()) - 1] != " "


def test_bars_are_told_by_their_signs_in_ascii() -> None:
    story, room = index_story(make_story()), Room(76, len, ASCII)
    board = make_board(story)
    lines = [words(paint_tally(story, board, item, 0, room)) for item in dashboard_items(story, board)]
    assert all(line.isascii() for line in lines)
    assert any(ASCII.shares[0] in line and ASCII.shares[1] in line for line in lines)


def test_what_a_number_counts_is_told_with_its_key() -> None:
    story, room = index_story(make_story()), Room(76, len)
    board = make_board(story)
    items = dashboard_items(story, board)
    told = "\n".join(words(line) for line in describe_tally(story, board, items[0], 0, room))
    assert "Claims that the document makes in its own voice." in told
    assert [check_of(item) for item in items[-3:]] == list(Check)


def test_rows_of_what_is_counted_name_outlet_and_words() -> None:
    story, room = index_story(make_story()), Room(90, len)
    for document in story.documents:
        for count in Count:
            for item in counted_items(story, targets_of(story, document.id, count)):
                assert item.claims
                assert len(words(paint_counted(story, item, room))) <= 90
