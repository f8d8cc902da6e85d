"""Pictures of the screens: look at layout, colours, focus and signs in the report when one changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from annotator.session import Session
from annotator.tui import AnnotatorApp
from annotator.tui.screenshot import without_links
from tests.tui.screens import settle, until

SIZES = {"80x24": (80, 24), "120x40": (120, 40)}
SCENES: dict[str, tuple[str, ...]] = {
    "home": (),
    "home-flag": ("g", "n", "4"),
    "disagreements": ("g", "x"),
    "passages": ("g", "x", "enter"),
    "matrix": ("g", "m"),
    "history": ("g", "h"),
    "review": ("g", "q"),
    "labels": ("t", *"Wreck", "enter", "J", "v", "w", "t", *"Sea", "enter", "g", "l"),
    "selecting": ("v", "w", "w"),
    "marked": ("t", *"Wreck", "enter", "J", "v", "w", "t", *"Sea", "enter", "v", "w", "t"),
    "timeline": ("g", "t"),
    "claims": ("g", "c"),
    "dashboard": ("g", "b", "l", "l", "l"),
    "sources": ("g", "s"),
    "quotations": ("g", "k"),
    "outlets": ("g", "s", "o"),
    "search": ("slash", *"osprey", "enter"),
}


def pressing(keys: tuple[str, ...]) -> Callable[[Pilot[None]], Any]:
    async def run(pilot: Pilot[None]) -> None:
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await pilot.pause()

    return run


@pytest.fixture(params=["dark", "light", "no-color"])
def look(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str | None:
    if request.param == "no-color":
        monkeypatch.setenv("NO_COLOR", "1")
        return None
    return request.param


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scene", SCENES)
def test_screen(snap_compare: Any, session: Session, look: str | None, scene: str, size: str) -> None:
    """Borders thin, only the focused panel in the accent colour, the text brightest, nothing cut at the edge."""
    app = AnnotatorApp(session, theme=look)
    assert snap_compare(app, run_before=pressing(SCENES[scene]), terminal_size=SIZES[size])


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scene", ["open", "settled"])
def test_adjudication(snap_compare: Any, differing: Session, look: str | None, scene: str, size: str) -> None:
    """The focused version is told by a sign, the one that holds by words; what is settled says for what."""
    keys = {"open": ("g", "a"), "settled": ("g", "a", "2", "1", "k", "k")}[scene]
    app = AnnotatorApp(differing, theme=look)
    assert snap_compare(app, run_before=pressing(keys), terminal_size=SIZES[size])


def test_two_documents(snap_compare: Any, session: Session) -> None:
    """The second document stands beside the first."""
    assert snap_compare(AnnotatorApp(session, theme="dark"), run_before=pressing(()), terminal_size=(200, 60))


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_help(snap_compare: Any, session: Session, look: str | None, size: str) -> None:
    """What works now comes first, each key with what it does; the box covers nothing that it speaks of."""
    app = AnnotatorApp(session, theme=look)
    assert snap_compare(app, run_before=pressing(("question_mark",)), terminal_size=SIZES[size])


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_list_of_screens(snap_compare: Any, session: Session, look: str | None, size: str) -> None:
    """After g: every screen with its key and one sentence."""
    app = AnnotatorApp(session, theme=look)
    assert snap_compare(app, run_before=listing_screens, terminal_size=SIZES[size])


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("how", ["offer", "begin"])
def test_tour(snap_compare: Any, session: Session, look: str | None, how: str, size: str) -> None:
    """The panel lies above the bottom line and covers nothing; its keys are below, its step above."""
    app = AnnotatorApp(session, theme=look, tour=how)
    assert snap_compare(app, run_before=pressing(()), terminal_size=SIZES[size])


async def listing_screens(pilot: Pilot[None]) -> None:
    """Waits for the list that comes a moment after the first key of a sequence."""
    await settle(pilot)
    await pilot.press("g")
    await until(pilot, lambda: pilot.app.screen.query_one("#hints").has_class("-shown"))
    await pilot.pause()


@pytest.mark.parametrize("theme", ["contrast", "safe", "safe-light"])
def test_themes(snap_compare: Any, session: Session, theme: str) -> None:
    """Hues can be told apart, the text is brightest, the focused panel is seen at once."""
    app = AnnotatorApp(session, theme=theme)
    assert snap_compare(app, run_before=pressing(("g", "n", "4")), terminal_size=(120, 40))


def test_stored_pictures_name_no_outside_host() -> None:
    for file in (Path(__file__).parent / "__snapshots__").rglob("*.raw"):
        assert file.stat().st_size < 400_000, file
        assert without_links(file.read_text()) != ""
