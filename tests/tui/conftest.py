"""A running application over the invented ferry story, analysed by hand, so that no test here needs the engine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.decisions import Ruled, anchor_of
from annotator.model import Accept, CorrectDocument, DocumentPart, Hear, RateReliability, Reject
from annotator.session import Session, open_story
from annotator.tui import AnnotatorApp
from tests.story_builders import TEXTS, make_story

THEIR_TIME = "2031-05-07T10:00:00.000Z"
"""When a colleague decided, in `differing`."""


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


@pytest.fixture
def differing(session: Session) -> Session:
    """mo and bo differ on a genre, a flag and a rating."""
    analysis = session.analysis
    document = anchor_of(analysis.documents[0], analysis)
    flag = anchor_of(next(f for c in analysis.claims for f in c.flags), analysis)
    mine = (
        CorrectDocument(document, DocumentPart.GENRE, "opinion", "it argues"),
        Accept(flag),
        RateReliability(document, "B"),
    )
    theirs = (
        CorrectDocument(document, DocumentPart.GENRE, "analysis"),
        Reject(flag, "she said so"),
        RateReliability(document, "D"),
    )
    for command in mine:
        session.apply(command)
    session.take_over((), [Ruled(i, "bo", THEIR_TIME, Hear(c)) for i, c in enumerate(theirs)])
    return session
