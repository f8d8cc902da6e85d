"""Files that change while a story is open: what is shown, what keys do, and that nothing happens without one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.decisions import place_of
from annotator.model import (
    Anchor,
    AnchorKind,
    CorrectDocument,
    Document,
    DocumentPart,
    Fate,
    Place,
    Span,
    TagSpan,
)
from annotator.session import Session, open_story
from annotator.tui import AnnotatorApp
from annotator.tui.screens.updates import UpdatesScreen
from annotator.tui.screens.versions import VersionsScreen
from tests.story_builders import FERRY, TEXTS
from tests.tui.screens import NARROW, WIDE, home_of, last_line, settle, text_of, until

LATER = (
    FERRY.replace("40 people", "43 people")
    .replace("The owner gave no comment on the wreck.\n\n", "")
    .replace("on Monday with", "with")
    + "\nSeen on Monday. Heard on Monday.\n"
)
MARKED = ("Ilse Marrow", "40 people", "The owner gave no comment on the wreck.", "Monday")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "ferry"
    folder.mkdir()
    (folder / "harrow.txt").write_text(TEXTS["harrow"], encoding="utf-8")
    made = folder / "tidepost.txt"
    made.write_text(FERRY, encoding="utf-8")
    return made


def document(session: Session) -> Document:
    return next(d for d in session.analysis.documents if "tidepost" in d.path)


@pytest.fixture
def session(file: Path) -> Iterator[Session]:
    """Labels on four places; the file has changed since."""
    with open_story([file.parent], by="mo", clock=lambda: "2031-05-08T09:00:00.000Z") as opened:
        opened.analyse()
        held = document(opened)
        for words in MARKED:
            at = held.text.index(words)
            opened.apply(TagSpan(place_of(held, Span(at, at + len(words))), "Wreck"))
        file.write_text(LATER, encoding="utf-8")
        yield opened


@pytest.fixture
def updated(session: Session) -> Session:
    """The same story after the file was taken over."""
    session.update(session.plan_update(document(session).id))
    session.analyse()
    return session


async def go_to_updates(pilot: Any) -> None:
    await settle(pilot)
    await pilot.press("g", "u")
    await until(pilot, lambda: isinstance(pilot.app.screen, UpdatesScreen))
    await until(pilot, lambda: bool(pilot.app.screen._items))


async def go_to_mark(pilot: Any, words: str) -> None:
    await go_to_updates(pilot)
    screen = pilot.app.screen
    keys = [i.key for i in screen._items]
    at = next(n for n, k in enumerate(keys) if words in (screen._marks[k].mark.position.place.quote or ""))
    await pilot.press(*["n"] * at)
    await until(pilot, lambda: screen.item.key == keys[at])


def quotes(session: Session) -> list[str]:
    return [t.text for t in session.analysis.tags]


async def test_the_header_says_that_a_text_has_changed_and_which_key_shows_it(session: Session) -> None:
    async with AnnotatorApp(session, theme="dark").run_test(size=NARROW) as pilot:
        await settle(pilot)
        await until(pilot, lambda: "1 text changed g u" in text_of(pilot).splitlines()[0])
        assert "warning" not in text_of(pilot).splitlines()[0]


async def test_what_was_found_in_a_text_is_forgotten_with_the_text(session: Session) -> None:
    async with AnnotatorApp(session, theme="dark").run_test(size=WIDE) as pilot:
        await settle(pilot)
        desk, changed = home_of(pilot).desk, document(session).id
        await desk.search("aboard")
        assert {stop.document for stop in desk.stops} == set(desk.story.document)
        await until(pilot, lambda: desk.updates)
        desk.update(desk.updates)
        assert changed not in {stop.document for stop in desk.stops}
        assert {h.text.document for h in desk.found} == {stop.document for stop in desk.stops}
        assert desk.found
        desk.undo()
        assert desk.hits_in(changed) == ()
        await desk.search("aboard")
        assert desk.hits_in(changed)


async def test_a_click_on_the_header_shows_it_too(session: Session) -> None:
    async with AnnotatorApp(session, theme="dark").run_test(size=WIDE) as pilot:
        await settle(pilot)
        await until(pilot, lambda: "1 text changed" in text_of(pilot).splitlines()[0])
        await pilot.click("#header", offset=(text_of(pilot).splitlines()[0].index("1 text changed"), 0))
        await until(pilot, lambda: isinstance(pilot.app.screen, UpdatesScreen))


async def test_difference_and_fates_are_shown_and_escape_leaves_the_old_text(session: Session) -> None:
    async with AnnotatorApp(session, theme="dark").run_test(size=WIDE) as pilot:
        await go_to_updates(pilot)
        screen = text_of(pilot)
        assert "tidepost.txt: +7 -11 words; 4 marks: 1 kept, 1 changed, 1 ambiguous, 1 orphan" in screen
        assert "[-The owner gave no comment on the wreck.-]" in screen
        assert "[-40-]{+43+} people" in screen
        assert "Enter take over" in last_line(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is home_of(pilot))
        assert document(session).text == FERRY
        assert len(quotes(session)) == 4


async def test_enter_takes_the_text_over_and_what_is_unsure_waits(session: Session) -> None:
    async with AnnotatorApp(session, theme="dark").run_test(size=WIDE) as pilot:
        await go_to_updates(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: document(session).text == LATER)
        assert quotes(session) == ["Ilse Marrow"]
        await until(pilot, lambda: "3 marks to place g u" in text_of(pilot).splitlines()[0])
        assert "text changed" not in text_of(pilot).splitlines()[0]
        assert len(pilot.app.screen._items) == 3
        await pilot.press("u")
        await until(pilot, lambda: "1 text changed g u" in text_of(pilot).splitlines()[0])
        assert document(session).text == FERRY
        assert len(quotes(session)) == 4


async def test_enter_puts_a_changed_mark_on_the_proposed_place_and_u_takes_that_back(updated: Session) -> None:
    async with AnnotatorApp(updated, theme="dark").run_test(size=WIDE) as pilot:
        await go_to_mark(pilot, "40 people")
        assert "Enter place it" in last_line(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "43 people" in quotes(updated))
        assert "Placed “40 people” / “43 people”" in last_line(pilot)
        await pilot.press("u")
        await until(pilot, lambda: "43 people" not in quotes(updated))
        assert len(updated.open_marks()) == 3


async def test_a_digit_picks_one_of_several_places_and_enter_says_so(updated: Session) -> None:
    async with AnnotatorApp(updated, theme="dark").run_test(size=WIDE) as pilot:
        await go_to_mark(pilot, "Monday")
        assert "Place 2" in text_of(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "1 to 2 picks one" in last_line(pilot))
        second = pilot.app.screen._waiting.candidates[1]
        await pilot.press("3")
        await pilot.pause()
        assert "Monday" not in quotes(updated)
        await pilot.press("2")
        await until(pilot, lambda: "Monday" in quotes(updated))
        assert any(t.span == second.span for t in updated.analysis.tags)


async def test_x_leaves_a_mark_without_a_place_and_enter_says_why_it_cannot(updated: Session) -> None:
    async with AnnotatorApp(updated, theme="dark").run_test(size=WIDE) as pilot:
        await go_to_mark(pilot, "The owner")
        await pilot.press("enter")
        await until(pilot, lambda: "Its words are gone; x leaves it" in last_line(pilot))
        await pilot.press("x")
        await until(pilot, lambda: len(updated.open_marks()) == 2)
        assert "without a place" in last_line(pilot)
        assert len(updated.orphans) == 3


async def test_all_proposed_places_are_taken_at_once(updated: Session) -> None:
    async with AnnotatorApp(updated, theme="dark").run_test(size=WIDE) as pilot:
        await go_to_updates(pilot)
        await pilot.press("asterisk")
        await until(pilot, lambda: "on the proposed places" in text_of(pilot))
        await pilot.press("c")
        await until(pilot, lambda: "43 people" in quotes(updated))
        assert {m.fate for m in updated.open_marks()} == {Fate.AMBIGUOUS, Fate.ORPHAN}


async def test_p_shows_the_proposed_place_in_its_text(updated: Session) -> None:
    async with AnnotatorApp(updated, theme="dark").run_test(size=WIDE) as pilot:
        await go_to_mark(pilot, "40 people")
        await pilot.press("p")
        await until(pilot, lambda: pilot.app.screen is home_of(pilot))
        assert home_of(pilot).document.id == document(updated).id
        assert "43 people" in home_of(pilot).claim.text


async def test_n_walks_the_orphans_from_the_text(updated: Session) -> None:
    async with AnnotatorApp(updated, theme="dark").run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g", "n", "9")
        await until(pilot, lambda: isinstance(pilot.app.screen, UpdatesScreen))
        first = pilot.app.screen.item.key
        await pilot.press("n")
        await until(pilot, lambda: pilot.app.screen.item.key != first)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is home_of(pilot))
        assert "orphans" in last_line(pilot)


async def test_versions_of_a_document_are_listed_with_dates_and_can_be_read(updated: Session) -> None:
    async with AnnotatorApp(updated, theme="dark").run_test(size=WIDE) as pilot:
        await settle(pilot)
        home_of(pilot).show_document(document(updated).id)
        await pilot.press("colon", *"versions", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, VersionsScreen))
        await pilot.pause()
        screen = text_of(pilot)
        assert screen.count("2031-05-08 09:00") == 2
        assert "in use" in screen
        assert "[-40-]{+43+}" in screen
        await pilot.press("j")
        await until(pilot, lambda: "As it came into the story" in text_of(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: "The whole text of this version" in text_of(pilot))
        assert "The owner gave no comment on the wreck." in text_of(pilot)


async def test_a_file_that_is_gone_is_a_warning_and_nothing_to_take_over(session: Session, file: Path) -> None:
    file.unlink()
    async with AnnotatorApp(session, theme="dark").run_test(size=WIDE) as pilot:
        await settle(pilot)
        await until(pilot, lambda: "1 warning" in text_of(pilot).splitlines()[0])
        await pilot.press("g", "u")
        await until(pilot, lambda: "No file has changed, and no mark waits for a place." in text_of(pilot))


async def test_a_file_that_changes_while_the_story_is_open_is_found_when_asked(updated: Session, file: Path) -> None:
    async with AnnotatorApp(updated, theme="dark").run_test(size=WIDE) as pilot:
        await settle(pilot)
        await until(pilot, lambda: "3 marks to place" in text_of(pilot).splitlines()[0])
        file.write_text(LATER + "\nMore soon.\n", encoding="utf-8")
        await pilot.press("g", "u")
        await until(pilot, lambda: "{+More soon.+}" in text_of(pilot))


async def test_names_of_outlets_stay_hidden_here_too(session: Session, file: Path) -> None:
    target = Anchor(AnchorKind.DOCUMENT, (Place(document(session).id),))
    session.apply(CorrectDocument(target, DocumentPart.OUTLET, "Tarn Gazette"))
    file.write_text(LATER + "\nCopyright Tarn Gazette.\n", encoding="utf-8")
    async with AnnotatorApp(session, theme="dark").run_test(size=WIDE) as pilot:
        await go_to_updates(pilot)
        assert "Copyright Tarn Gazette" in text_of(pilot)
        await pilot.press("z", "o")
        await until(pilot, lambda: "Copyright" in text_of(pilot) and "Tarn Gazette" not in text_of(pilot))


async def test_a_reader_at_the_end_of_a_text_that_becomes_shorter_goes_on(session: Session, file: Path) -> None:
    file.write_text("All quiet, the mayor said.\n", encoding="utf-8")
    async with AnnotatorApp(session, theme="dark").run_test(size=NARROW) as pilot:
        await settle(pilot)
        home_of(pilot).show_document(document(session).id)
        await pilot.press("g", "r", "G")
        await go_to_updates(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: document(session).text == "All quiet, the mayor said.\n")
        await pilot.press("escape", "escape", "pagedown", "pageup", "down", "right")
        await until(pilot, lambda: pilot.app.screen is home_of(pilot) and "All quiet" in text_of(pilot))
        assert home_of(pilot).reader.offset_in_text < len(document(session).text)


async def test_the_history_leads_to_where_the_words_are_now(session: Session, file: Path) -> None:
    file.write_text("By our reporters.\n\n" * 20 + FERRY, encoding="utf-8")
    session.update(session.plan_update(document(session).id))
    session.analyse()
    async with AnnotatorApp(session, theme="dark").run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("g", "h")
        await until(pilot, lambda: "labelled “Ilse Marrow”" in text_of(pilot))
        history = pilot.app.screen
        history.rows.cursor = next(n for n, i in enumerate(history._items) if "Ilse Marrow" in i.facets.words)
        await until(pilot, lambda: history.claim is not None)
        assert "Ilse Marrow" in history.claim.text
