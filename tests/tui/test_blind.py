"""Blind mode by keys: on every screen, over a restart, and without a trace in what is written down."""

from __future__ import annotations

import pytest

from annotator.decisions import anchor_of
from annotator.model import AnchorKind, CorrectDocument, DocumentPart
from annotator.session import Session
from annotator.tui import AnnotatorApp
from tests.tui.screens import WIDE, home_of, last_line, settle, text_of, until

NAMES = ("Tidepost", "Bulletin", "tidepost", "bulletin")


@pytest.mark.parametrize("place", ["", "x", "m", "q", "h", "t", "b", "c", "s"])
async def test_no_screen_names_an_outlet(app: AnnotatorApp, place: str) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert any(name in text_of(pilot) for name in NAMES)
        await pilot.press("z", "o")
        await until(pilot, lambda: "BLIND" in text_of(pilot))
        if place:
            await pilot.press("g", place)
            await pilot.pause()
        await pilot.pause()
        assert "BLIND" in text_of(pilot)
        assert not any(name in text_of(pilot) for name in NAMES)


async def test_decisions_made_blind_are_the_same_and_names_come_back(app: AnnotatorApp, session: Session) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        desk = app.bench.desk
        await pilot.press("z", "o")
        await until(pilot, lambda: desk.is_blind)
        target = next(t for t in desk.story.things if t.kind is AnchorKind.FLAG)
        assert desk.reject(target)
        place = session.log[-1].command.target.places[0]
        assert place.quote == place.span.text(session.analysis.documents[0].text)
        await pilot.press("z", "o")
        await until(pilot, lambda: "Tidepost" in text_of(pilot))
        assert "Outlets are shown" in last_line(pilot)


async def test_exports_are_not_touched_and_a_restart_stays_blind(session: Session) -> None:
    before = session.analysis.to_dict()["documents"]
    async with AnnotatorApp(session, theme="dark").run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("z", "o")
        await until(pilot, lambda: "BLIND" in text_of(pilot))
        assert session.analysis.to_dict()["documents"] == before
        await pilot.press("Q")
    async with AnnotatorApp(session, theme="dark").run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert "BLIND" in text_of(pilot)
        assert home_of(pilot).document.outlet.name in "ABC"
        assert not any(name in text_of(pilot) for name in NAMES)


async def test_what_was_found_before_is_hidden_too(session: Session) -> None:
    async with AnnotatorApp(session, theme="dark").run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"harrow", "enter")
        await until(pilot, lambda: "Harrow Daily" in text_of(pilot))
        await pilot.press("z", "o")
        await until(pilot, lambda: "BLIND" in text_of(pilot))
        await pilot.pause()
        assert "Daily" not in text_of(pilot)


@pytest.mark.parametrize("key", ["s", "q", "j"])
async def test_what_is_copied_names_no_outlet(session: Session, monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    copied: list[str] = []
    app = AnnotatorApp(session, theme="dark")
    monkeypatch.setattr(app, "copy_to_clipboard", copied.append)
    document = anchor_of(session.analysis.documents[0], session.analysis)
    session.apply(CorrectDocument(document, DocumentPart.OUTLET, "Osprey"))
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert "Osprey" in home_of(pilot).claim.text
        await pilot.press("z", "o")
        await until(pilot, lambda: "BLIND" in text_of(pilot))
        await pilot.press("y", key)
        await until(pilot, lambda: copied)
        assert "Osprey" not in copied[0]
