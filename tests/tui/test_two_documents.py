"""Two documents beside each other: which one keys act on, and that they scroll together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.model import Cluster, Voice
from annotator.session import Session, open_story
from annotator.tui import AnnotatorApp
from tests.story_builders import make_claim, make_document, make_story
from tests.tui.screens import WIDE, home_of, last_line, settle, text_of, until

DOUBLE = (160, 30)
LINES = 80


@pytest.fixture
def long_session(tmp_path):
    """Two long texts of which every fourth sentence says the same; the second has an introduction."""
    words = [f"Boat number {i} left the harbour at dawn." for i in range(LINES)]
    other = ["It was a long morning.", "Nobody slept."] * 10 + [w.replace("left", "had left") for w in words[::4]]
    texts = {"first": "\n\n".join(words) + "\n", "second": "\n\n".join(other) + "\n"}
    sources = [(f"{name}.txt", text) for name, text in texts.items()]
    documents = tuple(make_document(name, text) for name, text in texts.items())
    mine = [make_claim(documents[0], w, voice=Voice.OUTLET) for w in words]
    theirs = [make_claim(documents[1], w) for w in other[20:]]
    clusters = tuple(
        Cluster(f"k{i}", (a.id, b.id), a.text, 2) for i, (a, b) in enumerate(zip(mine[::4], theirs, strict=True))
    )
    story = replace(
        make_story(), documents=documents, claims=(*mine, *theirs), clusters=clusters, disagreements=(), provenance=()
    )
    with open_story(sources, workspace=tmp_path / "boats.annotator", by="mo") as opened:
        opened.adopt(story)
        yield opened


def row_of(reader, words: str) -> int:
    """The line of the view that words stand on."""
    return reader.row_in_view(reader.document.text.index(words))


async def test_two_documents_stand_side_by_side_from_160_columns_on(app: AnnotatorApp) -> None:
    async with app.run_test(size=DOUBLE) as pilot:
        await settle(pilot)
        home = home_of(pilot)
        assert home.right.size.width >= 60
        assert home.left.size.width >= 60
        assert home.right.document.id != home.left.document.id


async def test_tab_goes_to_the_other_document_and_keys_act_on_it(app: AnnotatorApp, session: Session) -> None:
    async with app.run_test(size=DOUBLE) as pilot:
        await settle(pilot)
        home = home_of(pilot)
        left, right = home.left.document.id, home.right.document.id
        await pilot.press("tab")
        await until(pilot, lambda: home.reader is home.right)
        assert home.document.id == right
        assert home.left.document.id == left
        await pilot.press("J")
        await pilot.pause()
        assert home.claim.document == right
        events = len(session.log)
        await pilot.press("x")
        await until(pilot, lambda: len(session.log) == events + 1)
        assert session.log[-1].command.target.places[0].document == right
        await pilot.press("u")
        await until(pilot, lambda: "Undone" in last_line(pilot))
        assert home.left.document.id == left
        await pilot.press("shift+tab")
        await until(pilot, lambda: home.reader is home.left)
        assert home.document.id == left


async def test_a_click_in_the_other_document_chooses_it(app: AnnotatorApp) -> None:
    async with app.run_test(size=DOUBLE) as pilot:
        await settle(pilot)
        home = home_of(pilot)
        await pilot.click("#beside", offset=(14, 2))
        await until(pilot, lambda: home.reader is home.right)
        assert home.document.id == home.right.document.id


async def test_what_both_say_stands_on_one_line_while_the_cursor_moves(long_session: Session) -> None:
    async with AnnotatorApp(long_session, theme="dark").run_test(size=DOUBLE) as pilot:
        await settle(pilot)
        home = home_of(pilot)
        home.jump(home.left.document.id, home.left.document.text.index("Boat number 40 "))
        await pilot.pause()
        await until(pilot, lambda: row_of(home.left, "Boat number 40 ") == row_of(home.right, "Boat number 40 "))


async def test_they_scroll_together_without_the_cursor(long_session: Session) -> None:
    async with AnnotatorApp(long_session, theme="dark").run_test(size=DOUBLE) as pilot:
        await settle(pilot)
        home = home_of(pilot)
        home.left.scroll_to(y=90, animate=False, force=True)
        await pilot.pause()
        await until(pilot, lambda: home.right.scroll_offset.y > 20)
        seen = next(c for c in home.left.claims_in_view if home._elsewhere(c))
        there = home._elsewhere(seen)[0]
        assert home.left.row_in_view(seen.span.start) == home.right.row_in_view(there.span.start)


async def test_a_pinned_document_stays_and_says_so(app: AnnotatorApp) -> None:
    async with app.run_test(size=DOUBLE) as pilot:
        await settle(pilot)
        home = home_of(pilot)
        kept = home.right.document.id
        await pilot.press("P")
        await until(pilot, lambda: "stays beside" in last_line(pilot))
        assert "pinned" in text_of(pilot)
        await pilot.press(*"JJJJ")
        await pilot.pause()
        assert home.right.document.id == kept
        await pilot.press("P")
        await until(pilot, lambda: "follows the first" in last_line(pilot))


async def test_a_narrow_terminal_says_where_the_second_document_is(app: AnnotatorApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("P")
        await until(pilot, lambda: "160 columns" in last_line(pilot))


async def test_what_was_read_on_the_right_is_kept_when_the_terminal_gets_narrow(app: AnnotatorApp) -> None:
    async with app.run_test(size=DOUBLE) as pilot:
        await settle(pilot)
        home = home_of(pilot)
        await pilot.press("tab")
        await until(pilot, lambda: home.reader is home.right)
        name = home.right.document.id
        await pilot.resize_terminal(100, 30)
        await until(pilot, lambda: home.reader is home.left)
        assert home.left.document.id == name
        assert home.left.has_focus
