"""Whoever works in a browser gets the story and not the machine that serves it."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from annotator.session import Session
from annotator.tui import AnnotatorApp
from annotator.tui.served import REFUSED, as_download
from tests.story_builders import make_story
from tests.tui.screens import WIDE, home_of, last_line, settle, text_of, until

pytestmark = pytest.mark.usefixtures("_in_a_browser")


@pytest.fixture
def _in_a_browser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(AnnotatorApp, "is_web", True)
    for name in ("VISUAL", "PAGER"):
        monkeypatch.setenv(name, f"touch {tmp_path}/ran")
    monkeypatch.setenv("DISPLAY", ":0")


@pytest.mark.parametrize(
    ("action", "key", "sentence"),
    [
        ("pipe_selection", "vertical_line", "nothing is sent to a shell"),
        ("edit_note", "E", "there is no editor; c writes a note"),
        ("add_documents", "plus", "no files are added by their path"),
    ],
)
async def test_what_would_reach_the_machine_is_refused_and_says_so(
    app: AnnotatorApp, session: Session, tmp_path: Path, action: str, key: str, sentence: str
) -> None:
    before = session.log
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert not REFUSED.keys() & {action.id for action in home_of(pilot).actions()}
        await pilot.press(key)
        await until(pilot, lambda: sentence in last_line(pilot))
        assert app.screen is home_of(pilot)
        await home_of(pilot).run_by_id(
            {"vertical_line": "pipe_selection", "E": "edit_note", "plus": "add_documents"}[key]
        )
        await pilot.pause()
        assert app.screen is home_of(pilot)
        home_of(pilot)._run_picked("pipe_selection")
        await until(pilot, lambda: "nothing is sent to a shell" in last_line(pilot))
    assert session.log == before
    assert not (tmp_path / "ran").exists()


async def test_the_original_opens_in_the_browser_that_asked_and_in_no_pager(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = "https://harrow.example/ferry"
    story = make_story()
    session.adopt(replace(story, documents=tuple(replace(d, url=address) for d in story.documents)))
    app, asked = AnnotatorApp(session), list[str]()
    monkeypatch.setattr(app, "open_url", asked.append)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("O")
        await until(pilot, lambda: "leaves this machine" in text_of(pilot))
        assert "pager" not in text_of(pilot)
        assert not asked
        await pilot.press("1")
        await until(pilot, lambda: "The browser was asked to open" in last_line(pilot))
    assert asked == [address]


async def test_a_copy_goes_to_the_browser_not_to_the_clipboard_of_the_machine(
    app: AnnotatorApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []
    monkeypatch.setattr(app, "copy_to_clipboard", sent.append)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        words = home_of(pilot).words_to_copy()
        await pilot.press("y", "y")
        await until(pilot, lambda: "to the browser's clipboard" in last_line(pilot))
    assert sent == [words]


async def test_an_export_is_written_and_given_to_the_browser(
    app: AnnotatorApp, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: dict[str, bytes] = {}

    def deliver(content: BytesIO, *, save_filename: str) -> None:
        given[save_filename] = content.read()

    monkeypatch.setattr(app, "deliver_binary", deliver)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("W")
        await until(pilot, lambda: "Export with your decisions" in text_of(pilot))
        await pilot.press("1")
        await until(pilot, lambda: "to the browser to save. Exported to" in last_line(pilot))
    written = session.workspace.with_suffix(".md")
    assert given == {written.name: written.read_bytes()}


def test_a_folder_becomes_one_file_to_save(tmp_path: Path) -> None:
    folder = tmp_path / "ferry-csv"
    folder.mkdir()
    (folder / "claims.csv").write_text("a,b\n", encoding="utf-8")
    name, content = as_download(folder)
    assert name == "ferry-csv.zip"
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert archive.read("ferry-csv/claims.csv") == b"a,b\n"
