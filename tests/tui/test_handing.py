"""Words go out: a note to the person's editor, a selection to a shell command; both say what came of it."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from annotator.session import Session
from annotator.tui import AnnotatorApp
from annotator.tui.editor import edit_words, editor_command
from annotator.tui.screens.notices import Output
from annotator.tui.shell import MAX_BYTES, run_in_shell
from tests.tui.screens import WIDE, home_of, last_line, settle, text_of, until

TRUE = ("true",)


def writing(text: str | bytes, code: int = 0):
    """An editor that leaves these words."""

    def run(command: tuple[str, ...]) -> int:
        Path(command[-1]).write_bytes(text.encode() if isinstance(text, str) else text)
        return code

    return run


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({"VISUAL": "code --wait", "EDITOR": "vi"}, ("code", "--wait")),
        ({"VISUAL": " ", "EDITOR": "'my editor' -n"}, ("my editor", "-n")),
        ({"EDITOR": "'open"}, None),
        ({}, None),
    ],
)
def test_the_editor_is_the_one_of_visual_and_then_editor(environment: dict[str, str], command: object) -> None:
    assert editor_command(environment) == command


def test_what_the_editor_leaves_is_the_note() -> None:
    assert edit_words("old", TRUE, writing("two\nlines\n")).words == "two\nlines"
    assert edit_words("old", TRUE, writing("")).words == ""


@pytest.mark.parametrize(
    ("command", "run", "sentence"),
    [
        (("no-such-editor",), None, "no-such-editor of $VISUAL or $EDITOR is not there"),
        (TRUE, writing("new", code=3), "true ended with 3; nothing was changed"),
        (TRUE, writing("old\n"), "The editor changed nothing"),
        (TRUE, writing(b"\xff\xfe\x00"), "no UTF-8 text"),
        (TRUE, writing("x" * 100_001), "has room for"),
    ],
)
def test_the_note_stays_and_the_reason_is_said(command: tuple[str, ...], run: object, sentence: str) -> None:
    edited = edit_words("old", command, run)
    assert edited.words is None
    assert sentence in edited.sentence


@pytest.fixture
def _can_suspend(monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def suspend(_: AnnotatorApp) -> Iterator[None]:
        yield

    monkeypatch.setattr(AnnotatorApp, "suspend", suspend)


@pytest.mark.usefixtures("_can_suspend")
async def test_a_note_is_written_in_the_editor_and_can_be_taken_back(
    app: AnnotatorApp, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor"
    script.write_text("#!/bin/sh\nprintf 'ask the harbour' > \"$1\"\n", encoding="utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("VISUAL", str(script))
    before = len(session.log)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("E")
        await until(pilot, lambda: "oted on" in last_line(pilot))
        assert home_of(pilot).desk.thing(home_of(pilot).target).decision.note == "ask the harbour"
        await pilot.press("u")
        await until(pilot, lambda: "Undone" in last_line(pilot))
    assert len(session.log) == before + 2


async def test_without_an_editor_the_key_says_what_to_set(app: AnnotatorApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("E")
        await until(pilot, lambda: "Set $VISUAL or $EDITOR" in last_line(pilot))


async def test_a_terminal_that_cannot_be_handed_over_is_named(
    app: AnnotatorApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "true")
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("E")
        await until(pilot, lambda: "cannot be handed to an editor" in last_line(pilot))


async def test_a_selection_goes_to_a_command_only_after_it_was_confirmed(app: AnnotatorApp, tmp_path: Path) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        file = tmp_path / "out"
        await pilot.press("vertical_line")
        await until(pilot, lambda: "Send to a shell command" in text_of(pilot))
        await pilot.press(*f"tee {file}", "enter")
        await until(pilot, lambda: "Run this command?" in text_of(pilot))
        await pilot.press("n")
        await until(pilot, lambda: "Nothing was sent" in last_line(pilot))
        assert not file.exists()
        await pilot.press("vertical_line")
        await until(pilot, lambda: "Send to a shell command" in text_of(pilot))
        await pilot.press(*f"tee {file}", "enter")
        await until(pilot, lambda: "Run this command?" in text_of(pilot))
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, Output))
        assert file.read_text(encoding="utf-8") == home_of(pilot).words_to_copy()
        await pilot.press("escape")
        await until(pilot, lambda: "the command ended with 0" in last_line(pilot))


async def test_what_a_command_prints_cannot_move_the_cursor() -> None:
    ran = await run_in_shell("printf '\\033[2Jred\\a\\n\\302\\233x'; cat; exit 4", "words")
    assert ran.ended == "ended with 4"
    assert all(line.isprintable() for line in ran.lines)
    assert ran.lines[-1].endswith("words")


async def test_a_command_that_does_not_end_is_ended() -> None:
    ran = await run_in_shell("echo begun; sleep 60 & sleep 60", "words", timeout_s=0.5)
    assert ran.ended == "ended after 0.5 seconds"
    assert ran.lines == ("begun",)


async def test_a_command_that_says_too_much_or_reads_nothing_is_no_trouble() -> None:
    assert (await run_in_shell("yes", "words")).ended == f"ended after {MAX_BYTES:,} bytes"
    assert (await run_in_shell("exit 0", "words" * 100_000)).ended == "ended with 0"
    assert (await run_in_shell("true", "")).lines == ()
