"""Search over everything: what is searched, how a query is read, and how a hit looks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.model import Decision, Status
from annotator.view import Hit, Room, Where, describe_hit, find_in, find_items, index_story, paint_hit, split_query
from annotator.view import searchable as texts_of
from tests.story_builders import make_story

ROOM = Room(100, len)


def words(line) -> str:
    return "".join(run.text for run in line)


def hits(story, query: str) -> list[Hit]:
    corpus = texts_of(story)
    found = find_in([(str(i), t.text) for i, t in enumerate(corpus)], query)
    return [Hit(corpus[int(i)], span) for i, span in found]


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        ("harbour master", ("", "harbour master")),
        ("where:notes harbour", ("where:notes", "harbour")),
        ('outlet:"Tide Post" -where:labels re:a+', ('outlet:"Tide Post" -where:labels', "re:a+")),
        ("Where: is it", ("", "Where: is it")),
        ("where:notes", ("where:notes", "")),
        ("", ("", "")),
    ],
)
def test_fields_stand_before_the_words(query: str, parts: tuple[str, str]) -> None:
    assert split_query(query) == parts


def test_documents_notes_sources_and_labels_are_searched_in_this_order() -> None:
    analysis = make_story()
    claim = replace(
        analysis.claims[0], labels=("ferry size",), decision=Decision(Status.ACCEPTED, "mo", note="the ferry is small")
    )
    story = index_story(replace(analysis, claims=(claim, *analysis.claims[1:])))
    found = [hit.text.where for hit in hits(story, "ferry")]
    assert found == sorted(found, key=list(Where).index)
    assert {Where.DOCUMENTS, Where.NOTES, Where.LABELS} <= set(found)
    assert [hit.text.where for hit in hits(story, "ilse marrow")] == [Where.DOCUMENTS, Where.SOURCES]


@pytest.mark.parametrize("width", [40, 58, 76, 116])
def test_a_hit_stands_within_its_words_and_fits(width: int) -> None:
    story = index_story(make_story())
    for hit in hits(story, "people"):
        line = paint_hit(story, hit, Room(width, len), is_first=True)
        assert len(words(line)) <= width
        if width > 58:
            assert "people" in words(line)


def test_what_is_told_about_a_hit_is_its_paragraph() -> None:
    story = index_story(make_story())
    (hit,) = (h for h in hits(story, "slammed") if h.text.where is Where.DOCUMENTS)
    told = "\n".join(words(line) for line in describe_hit(story, hit, ROOM))
    assert "The harbour master slammed the reckless crew." in told


def test_hits_of_a_document_that_is_gone_have_no_row() -> None:
    analysis = make_story()
    found = hits(index_story(analysis), "osprey")
    gone = replace(analysis, documents=analysis.documents[:1], claims=(), clusters=(), disagreements=(), provenance=())
    assert len(find_items(index_story(gone), found)) == 1
