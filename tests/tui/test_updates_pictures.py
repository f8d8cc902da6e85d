"""Pictures of changed texts, of marks that wait for a place, and of the versions of a document."""

from __future__ import annotations

from typing import Any

import pytest

from annotator.session import Session
from annotator.tui import AnnotatorApp
from tests.tui.screens import home_of, settle, until
from tests.tui.test_updates import document, file, session, updated

__all__ = ["file", "session", "updated"]

SIZES = {"80x24": (80, 24), "120x40": (120, 40)}


@pytest.fixture(params=["dark", "no-color"])
def look(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str | None:
    if request.param == "no-color":
        monkeypatch.setenv("NO_COLOR", "1")
        return None
    return request.param


async def open_updates(pilot: Any) -> None:
    await settle(pilot)
    await pilot.press("g", "u")
    await until(pilot, lambda: len(getattr(pilot.app.screen, "_items", ())) > 2)
    await pilot.press("j")
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_changed_text(snap_compare: Any, session: Session, look: str | None, size: str) -> None:
    """The text's row in bold, its marks below it by need; cut and new words told apart without colour too."""
    assert snap_compare(AnnotatorApp(session, theme=look), run_before=open_updates, terminal_size=SIZES[size])


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_marks_to_place(snap_compare: Any, updated: Session, look: str | None, size: str) -> None:
    """The fate in words, the places numbered with the words around them."""
    assert snap_compare(AnnotatorApp(updated, theme=look), run_before=open_updates, terminal_size=SIZES[size])


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_versions(snap_compare: Any, updated: Session, look: str | None, size: str) -> None:
    """Newest first, with dates, the one in use marked; what it changed below."""

    async def open_versions(pilot: Any) -> None:
        await settle(pilot)
        home_of(pilot).show_document(document(updated).id)
        home_of(pilot).action_show_versions()
        await pilot.pause()
        await pilot.pause()

    assert snap_compare(AnnotatorApp(updated, theme=look), run_before=open_versions, terminal_size=SIZES[size])
