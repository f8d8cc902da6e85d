"""A running application over the invented ferry story, analysed by hand, so that no test here needs the engine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.session import Session, open_story
from annotator.tui import AnnotatorApp
from tests.story_builders import TEXTS, make_story


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The look of the screens is decided by the test, not by the terminal it runs in."""
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    for name in ("COLORFGBG", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def bare_session(tmp_path: Path) -> Iterator[Session]:
    """The story as it is before anybody analysed it."""
    sources = [(f"{name}.txt", text) for name, text in TEXTS.items()]
    clock = lambda: "2031-05-08T09:00:00.000Z"  # noqa: E731
    with open_story(sources, workspace=tmp_path / "ferry.annotator", by="mo", clock=clock) as opened:
        yield opened


@pytest.fixture
def session(bare_session: Session) -> Session:
    """The story with its analysis."""
    bare_session.adopt(make_story())
    return bare_session


@pytest.fixture
def app(session: Session) -> AnnotatorApp:
    return AnnotatorApp(session, theme="dark")
