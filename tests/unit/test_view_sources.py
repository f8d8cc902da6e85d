"""Sources by name and by the words that stand for them; outlets with their documents."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.decisions import anchor_of, fold_events, lay_over
from annotator.model import Analysis, Command, Event, MergeSources, RateReliability, Reject, Source, SourceRole
from annotator.view import (
    SOURCE_FIELDS,
    Room,
    Story,
    describe_outlet,
    describe_quoted,
    describe_source,
    fitting,
    index_story,
    listed_outlets,
    outlet_items,
    paint_outlet,
    paint_source,
    quoted_sources,
    read_filter,
    source_items,
)
from tests.story_builders import make_story

STORY = index_story(make_story())
ROOM = Room(76, len)


def after(*commands: Command) -> Story:
    events = [Event(i, "2031-05-07T10:00:00Z", "ada", c, batch=f"b{i}") for i, c in enumerate(commands, 1)]
    return index_story(lay_over(STORY.analysis, fold_events(events)))


def said(words: str) -> object:
    claim = next(c for c in STORY.analysis.claims if words in c.text)
    return anchor_of(claim.attributions[0], STORY.analysis)


def with_source(words: str, source: Source) -> Story:
    analysis: Analysis = STORY.analysis
    claims = tuple(
        replace(c, attributions=tuple(replace(a, source=source) for a in c.attributions)) if words in c.text else c
        for c in analysis.claims
    )
    return index_story(replace(analysis, claims=claims))


def texts(lines: list) -> str:
    return "\n".join("".join(run.text for run in line) for line in lines)


@pytest.mark.parametrize(
    ("text", "told"), [("She", "somebody (“She”)"), ("a spokesman", "a spokesman"), (None, "somebody who is not named")]
)
def test_a_word_that_stands_for_a_name_is_told_as_such(text: str | None, told: str) -> None:
    story = with_source("bang", Source(None, text, None, SourceRole.PERSON))
    (attribution,) = next(c for c in story.analysis.claims if "bang" in c.text).attributions
    assert describe_source(attribution) == told


def test_an_attribution_of_two_claims_counts_once() -> None:
    marrow = next(s for s in quoted_sources(STORY) if s.name == "Ilse Marrow")
    assert len(marrow.quoted) == 1
    assert marrow.state == "named"


def test_merged_sources_are_one_row_with_both_names() -> None:
    found = quoted_sources(after(MergeSources(said("acted quickly"), "officials")))
    merged = next(s for s in found if len(s.names) > 1)
    assert set(merged.names) == {"the company", "officials"}
    assert len(found) == len(quoted_sources(STORY)) - 1


def test_a_rejected_attribution_is_no_quotation_of_anybody() -> None:
    assert "Ilse Marrow" not in {s.name for s in quoted_sources(after(Reject(said("heard a bang"))))}


@pytest.mark.parametrize(
    ("text", "role", "state"),
    [("a spokesman", SourceRole.UNNAMED, "unnamed"), ("She", SourceRole.PERSON, "unresolved")],
)
def test_who_is_not_named_comes_last(text: str, role: SourceRole, state: str) -> None:
    last = quoted_sources(with_source("Nobody was hurt", Source(None, text, None, role)))[-1]
    assert (last.name, last.state, last.names) == (text, state, ())


def test_the_spokesman_and_a_spokesman_are_one_row() -> None:
    story = with_source("Nobody was hurt", Source(None, "a spokesman", None, SourceRole.UNNAMED))
    claims = tuple(
        replace(c, attributions=tuple(replace(a, source=Source(None, "the Spokesman", None, SourceRole.UNNAMED))
                                      for a in c.attributions)) if "acted" in c.text else c
        for c in story.analysis.claims
    )  # fmt: skip
    assert sum(s.state == "unnamed" for s in quoted_sources(index_story(replace(story.analysis, claims=claims)))) == 1


@pytest.mark.parametrize(
    ("line", "number"),
    [("is:named", 3), ("outlet:Tidepost", 1), ("name:ilse", 1), ("times>1", 0), ("is:quoted", 2), ("role:person", 3)],
)
def test_a_filter_finds_sources(line: str, number: int) -> None:
    items = source_items(STORY, quoted_sources(STORY))
    assert len(fitting(items, read_filter(line, SOURCE_FIELDS))) == number


@pytest.mark.parametrize(("line", "number"), [("kind:commercial", 3), ("is:rated", 1), ("reliability:B", 1)])
def test_a_filter_finds_outlets(line: str, number: int) -> None:
    story = after(RateReliability(anchor_of(STORY.documents[0], STORY.analysis), "B", "corrects its errors"))
    items = outlet_items(story, listed_outlets(story))
    assert len(fitting(items, read_filter(line, SOURCE_FIELDS))) == number


def test_a_rating_is_told_with_its_reason() -> None:
    story = after(RateReliability(anchor_of(STORY.documents[0], STORY.analysis), "B", "corrects its errors"))
    rated = next(o for o in listed_outlets(story) if o.rating)
    told = texts(describe_outlet(story, rated, ROOM))
    assert "B, usually reliable" in told
    assert "corrects its errors" in told


def test_rows_fit_their_room() -> None:
    for width in (50, 68, 76, 110):
        room = Room(width, len)
        rows = [paint_source(STORY, s, room) for s in quoted_sources(STORY)]
        rows += [paint_outlet(STORY, o, room) for o in listed_outlets(STORY)]
        assert all(sum(len(run.text) for run in row) <= width for row in rows)


def test_what_each_document_quotes_is_told_under_its_outlet() -> None:
    marrow = next(s for s in quoted_sources(STORY) if s.name == "Ilse Marrow")
    told = texts(describe_quoted(STORY, marrow, ROOM))
    assert "1 word for word" in told
    assert told.index("Tidepost") < told.index("We heard a bang")


def test_a_passage_that_is_attributed_twice_is_told_once() -> None:
    marrow = next(s for s in quoted_sources(STORY) if s.name == "Ilse Marrow")
    claim, attribution = marrow.quoted[0]
    again = replace(attribution, id=f"{attribution.id}-again")
    told = texts(describe_quoted(STORY, replace(marrow, quoted=(*marrow.quoted, (claim, again))), ROOM))
    assert "2 times" in told
    assert told.count("We heard a bang") == 1
