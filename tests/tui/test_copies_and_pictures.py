"""Words and pictures come out of the program, with a true message about where they are."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path

import pytest

from annotator.session import Session
from annotator.tui import AnnotatorApp
from annotator.tui.clipboard import FILE_NAME, copy_words, native_tool
from annotator.tui.screenshot import save_picture, without_links
from tests.tui.screens import WIDE, last_line, settle


def make_tool(folder: Path, name: str, *, exit_code: int = 0) -> Path:
    tool = folder / name
    tool.write_text(f"#!/bin/sh\ncat > {folder}/taken\nexit {exit_code}\n")
    tool.chmod(0o755)
    return tool


def test_the_native_tool_takes_the_words_first(tmp_path: Path) -> None:
    make_tool(tmp_path, "wl-copy")
    sent: list[str] = []
    environment = {"WAYLAND_DISPLAY": "wayland-0", "PATH": f"{tmp_path}:/usr/bin:/bin"}
    assert copy_words("Osprey", sent.append, environment=environment) == "Copied 6 characters with wl-copy"
    assert (tmp_path / "taken").read_text() == "Osprey"
    assert sent == []


def test_a_tool_that_fails_is_not_called_copied(tmp_path: Path) -> None:
    make_tool(tmp_path, "wl-copy", exit_code=1)
    sent: list[str] = []
    environment = {"WAYLAND_DISPLAY": "wayland-0", "PATH": f"{tmp_path}:/usr/bin:/bin"}
    said = copy_words("Osprey", sent.append, environment=environment, folder=tmp_path)
    assert said == f"Sent 6 characters to the terminal (OSC 52), and kept in {tmp_path / FILE_NAME}"
    assert sent == ["Osprey"]
    assert (tmp_path / FILE_NAME).read_text() == "Osprey"


def test_without_a_display_no_tool_is_tried(tmp_path: Path) -> None:
    make_tool(tmp_path, "xclip")
    assert native_tool({"PATH": str(tmp_path)}) is None


def test_a_file_that_cannot_be_written_is_not_promised(tmp_path: Path) -> None:
    said = copy_words("x", lambda _: None, environment={}, folder=tmp_path / "missing")
    assert said == "Sent 1 character to the terminal (OSC 52); not every terminal takes it"


def test_a_picture_loads_nothing_from_the_network(tmp_path: Path) -> None:
    svg = "<svg><style>@font-face { src: url('https://fonts.example/x') }\n.a { font-family: Fira Code; }</style></svg>"
    file = save_picture(svg, tmp_path, datetime(2031, 5, 8, 9, 30, 5))
    assert file.name == "annotator-20310508-093005.svg"
    assert "http" not in file.read_text()
    assert save_picture(svg, tmp_path, datetime(2031, 5, 8, 9, 30, 5)).name == "annotator-20310508-093005-2.svg"


def test_the_pictures_of_the_documentation_name_no_host() -> None:
    pictures = sorted((Path(__file__).parents[2] / "docs" / "pictures").glob("*.svg"))
    assert pictures
    for picture in pictures:
        text = picture.read_text(encoding="utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert re.findall(r"https?:|@import|@font-face|xlink|url\((?!#)", text) == [], picture.name


async def test_capital_s_saves_the_screen_and_says_where(app: AnnotatorApp, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with app.run_test(size=(200, 40)) as pilot:
        await settle(pilot)
        await pilot.press("S")
        await pilot.pause()
        (file,) = tmp_path.glob("annotator-*.svg")
        assert f"Picture saved as {file}" in last_line(pilot)
        picture = file.read_text()
        assert "Osprey" in picture
        outside = [link for link in re.findall(r"https?://[^\"' )]+", picture) if "w3.org" not in link]
        assert outside == [] == re.findall(r"url\((?!#)", without_links(picture))


@pytest.fixture
def copied(app: AnnotatorApp, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    words: list[str] = []
    monkeypatch.setattr(app, "copy_to_clipboard", words.append)
    return words


async def test_a_claim_is_copied_as_words_citation_and_data(
    app: AnnotatorApp, copied: list[str], session: Session
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        claim = app.bench.home.claim
        await pilot.press("y", "s")
        await pilot.press("y", "q")
        await pilot.press("y", "j")
        await pilot.pause()
        words, citation, data = copied
        assert words == claim.text
        assert citation.startswith(f"“{claim.text}” (Bulletin, ")
        assert citation.endswith("6 May 2031)")
        assert json.loads(data)["id"] == claim.id
        assert "OSC 52" in last_line(pilot)
