"""Which commands the keys for claims make, and which passages are offered as alike."""

from __future__ import annotations

from annotator.model import ReshapeClaims, Span
from annotator.view import find_alike, group_of, index_story, merge_with_next, place_in, shape_to, split_at
from tests.story_builders import make_story

STORY = index_story(make_story())
FIRST, BANG, LIGHTS, SLAM = STORY.claims_of[STORY.analysis.documents[0].id]


def quotes(command: ReshapeClaims | None) -> tuple[list[str | None], list[str | None]]:
    assert command is not None
    return [p.quote for p in command.before], [p.quote for p in command.after]


def test_a_split_leaves_no_blank_at_the_cut() -> None:
    at = FIRST.span.start + FIRST.text.index("with")
    assert quotes(split_at(STORY, FIRST, at))[1] == [
        "The ferry Osprey ran aground on Monday",
        "with 40 people aboard.",
    ]


def test_nothing_is_split_at_an_edge() -> None:
    assert split_at(STORY, FIRST, FIRST.span.start) is None
    assert split_at(STORY, FIRST, FIRST.span.end) is None


def test_a_merge_takes_the_next_claim_and_the_last_has_none() -> None:
    before, after = quotes(merge_with_next(STORY, BANG))
    assert before == [BANG.text, LIGHTS.text]
    assert after == ["“We heard a bang. Then the lights went out,” said Ilse Marrow."]
    assert merge_with_next(STORY, SLAM) is None


def test_a_claim_that_reaches_into_its_neighbour_leaves_it_the_rest() -> None:
    wanted = Span(BANG.span.start, LIGHTS.span.start + len("Then the lights went out"))
    before, after = quotes(shape_to(STORY, BANG, wanted))
    assert before == [BANG.text, LIGHTS.text]
    assert after == ["“We heard a bang. Then the lights went out", ",” said Ilse Marrow."]


def test_a_claim_is_cut_to_the_selection_and_left_alone_by_one_elsewhere() -> None:
    inside = Span(FIRST.span.start, FIRST.span.start + len("The ferry Osprey"))
    assert quotes(shape_to(STORY, FIRST, inside)) == ([FIRST.text], ["The ferry Osprey"])
    assert shape_to(STORY, FIRST, SLAM.span) is None
    assert shape_to(STORY, FIRST, FIRST.span) is None


def test_passages_of_its_group_come_first_then_those_with_its_rare_words() -> None:
    found = find_alike(STORY, FIRST)
    assert all(c.document != FIRST.document for c in found)
    assert ["Osprey" in c.text for c in found[:2]] == [True, True]
    assert group_of(STORY, FIRST, found[0]) is not None
    assert group_of(STORY, FIRST, found[-1]) is None


def test_a_place_quotes_its_words() -> None:
    assert place_in(STORY, FIRST.document, FIRST.span).quote == FIRST.text
