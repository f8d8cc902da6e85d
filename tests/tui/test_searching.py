"""A search by a person's own expression: found places, and an end to expressions that take for ever."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.widgets import Input

from annotator.errors import UsageError
from annotator.model import AnchorKind
from annotator.text import displayable
from annotator.tui import AnnotatorApp
from annotator.tui.screens.dialogs import Question
from annotator.tui.screens.search import SearchScreen
from annotator.tui.searching import find_apart
from annotator.view import Target, index_story
from tests.story_builders import make_document, make_story
from tests.tui.screens import NARROW, WIDE, home_of, last_line, settle, text_of, until


async def test_an_expression_finds_places_in_all_documents() -> None:
    story = index_story(make_story())
    found = await find_apart([(d.id, d.text) for d in story.documents], r"re:\d+ people", deadline_s=30)
    assert [span.text(story.document[name].text) for name, span in found] == ["40 people", "52 people", "40 people"]


async def test_an_expression_that_takes_for_ever_is_given_up() -> None:
    document = make_document("long", "a" * 60 + "!\n")
    story = index_story(replace(make_story(), documents=(document,), claims=(), clusters=(), disagreements=()))
    with pytest.raises(UsageError, match="given up"):
        await find_apart([(d.id, d.text) for d in story.documents], "re:(a+)+$", deadline_s=1.0)


async def test_what_is_no_expression_is_refused_at_once() -> None:
    with pytest.raises(UsageError, match="not a regular expression"):
        await find_apart([], "re:(")


async def search(pilot, words: str) -> None:
    await settle(pilot)
    await pilot.press("slash")
    await until(pilot, lambda: isinstance(pilot.app.screen, Question))
    pilot.app.screen.query_one(Input).value = words
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
    await pilot.pause()


async def test_hits_are_grouped_and_enter_goes_to_the_place_from_where_n_goes_on(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await search(pilot, "osprey")
        assert "“osprey”  3 hits" in text_of(pilot)
        assert "found 1 of 3" in last_line(pilot)
        first = pilot.app.screen.document.id
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is home_of(pilot))
        assert home_of(pilot).document.id == first
        await pilot.press("n")
        await until(pilot, lambda: home_of(pilot).document.id != first)


async def test_notes_and_sources_are_found_too_and_lead_to_their_claim(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        desk = app.bench.desk
        claim = next(c for c in desk.story.analysis.claims if "slammed" in c.text)
        desk.note(Target(AnchorKind.CLAIM, claim.id), "ask Marrow again")
        await search(pilot, "where:notes,sources marrow")
        screen = text_of(pilot)
        assert "ask Marrow again" in screen
        assert "Ilse Marrow" in screen
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is home_of(pilot))
        assert home_of(pilot).claim.id == claim.id


async def test_an_expression_is_searched_and_a_filter_keeps_hits_back(app: AnnotatorApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await search(pilot, r"re:\d+ people")
        assert "3 hits" in text_of(pilot)
        await pilot.press("f", *"outlet:harrow", "enter")
        await until(pilot, lambda: "found 1 of 1" in last_line(pilot))


async def test_nothing_found_names_the_key_that_searches_anew(app: AnnotatorApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await search(pilot, "zeppelin")
        assert "“zeppelin” is nowhere in the story. / searches anew." in text_of(pilot)


@pytest.mark.parametrize("words", ["[$sic] and $5", "$undo", "$$", "\x1b[31mred"])
async def test_words_that_are_nowhere_are_shown_as_they_were_typed(app: AnnotatorApp, words: str) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await search(pilot, words)
        assert f"“{displayable(words)}” is nowhere" in text_of(pilot)


async def test_the_search_is_there_again_in_the_next_run(session) -> None:
    async with AnnotatorApp(session, theme="dark").run_test(size=WIDE) as pilot:
        await search(pilot, "osprey")
        await pilot.press("j", "Q")
    async with AnnotatorApp(session, theme="dark").run_test(size=WIDE) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
        await pilot.pause()
        await until(pilot, lambda: "3 hits" in text_of(pilot))
        assert "found 2 of 3" in last_line(pilot)


async def test_a_field_that_is_unknown_is_asked_for_again_with_the_reason(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"where:notes", "enter")
        await until(pilot, lambda: "the search has no words" in text_of(pilot))
