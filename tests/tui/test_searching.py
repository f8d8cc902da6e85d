"""A search by a person's own expression: found places, and an end to expressions that take for ever."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.errors import UsageError
from annotator.tui.searching import find_apart
from annotator.view import index_story
from tests.story_builders import make_document, make_story


async def test_an_expression_finds_places_in_all_documents() -> None:
    story = index_story(make_story())
    found = await find_apart(story, r"re:\d+ people", deadline_s=30)
    assert [span.text(story.document[name].text) for name, span in found] == ["40 people", "52 people", "40 people"]


async def test_an_expression_that_takes_for_ever_is_given_up() -> None:
    document = make_document("long", "a" * 60 + "!\n")
    story = index_story(replace(make_story(), documents=(document,), claims=(), clusters=(), disagreements=()))
    with pytest.raises(UsageError, match="given up"):
        await find_apart(story, "re:(a+)+$", deadline_s=1.0)


async def test_what_is_no_expression_is_refused_at_once() -> None:
    with pytest.raises(UsageError, match="not a regular expression"):
        await find_apart(index_story(make_story()), "re:(")
