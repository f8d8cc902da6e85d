"""Keys that a person chose: presets, lines of their own, what is refused, what this terminal does not send."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.config import KeyLine, ScreenSettings, read_configuration, read_screens
from annotator.errors import UsageError
from annotator.tui.keys import (
    ACTIONS,
    Action,
    Context,
    all_actions,
    as_digit,
    choose_keys,
    configured,
    digits_of,
    find_clashes,
    key_of,
    keys_of,
    list_keys,
    presets,
    printed,
    said,
    unsent_keys,
)
from annotator.tui.keys.chords import read_key
from annotator.tui.keys.presets import NEEDED

IDE_TAKES = {"ctrl+p", "ctrl+q", "ctrl+r", "ctrl+s", "ctrl+f", "ctrl+e", "ctrl+k", "f1"}


@pytest.fixture
def _own_keys() -> Iterator[None]:
    yield
    choose_keys(ACTIONS)


def with_keys(text: str, tmp_path: Path) -> ScreenSettings:
    (tmp_path / "annotator.toml").write_text(text, encoding="utf-8")
    return read_screens(tmp_path)


def first_keys(actions: tuple[Action, ...], name: str) -> tuple[str, ...]:
    return next(a.keys for a in actions if a.id == name)


def test_the_first_paint_waits_for_no_table_of_keys() -> None:
    script = "import sys, annotator.tui; print(*(m for m in sys.modules if m in ('annotator.view', 'annotator.model')))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == ""


@pytest.mark.parametrize("name", ["default", "arrows", "vim", "azerty", "ide-safe"])
def test_a_preset_has_no_clash_and_reaches_what_is_needed(name: str) -> None:
    actions = keys_of(name)
    assert find_clashes(actions) == ()
    assert presets()[name].summary
    for needed in NEEDED:
        assert first_keys(actions, needed)
    assert {a.id for a in actions} == {a.id for a in ACTIONS}


@pytest.mark.parametrize("name", list(presets()))
def test_a_preset_names_only_actions_and_keys_that_there_are(name: str) -> None:
    preset = presets()[name]
    assert set(preset.keys) <= {a.id for a in ACTIONS}
    for keys in (*preset.keys.values(), tuple(preset.beside.values())):
        assert [read_key(printed(key)) for key in keys] == list(keys)


def test_every_key_of_the_table_can_be_written_in_the_file() -> None:
    for key in {key for action in ACTIONS for key in action.keys}:
        assert read_key(printed(key)) == key
        assert read_key(key) == key


def test_the_azerty_digits_need_no_shift_and_the_others_stay() -> None:
    actions = keys_of("azerty")
    assert first_keys(actions, "stand_1") == ("ampersand", "1")
    assert first_keys(actions, "stand_2") == ("é", "2")
    assert digits_of(ScreenSettings(preset="azerty"))["&"] == "1"


def test_ide_safe_has_no_key_that_vs_code_or_zed_take() -> None:
    assert not {key for action in keys_of("ide-safe") for key in action.keys} & IDE_TAKES


def test_vim_leads_with_letters_and_arrows_has_none() -> None:
    assert first_keys(keys_of("vim"), "cursor_down")[0] == "j"
    assert first_keys(keys_of("arrows"), "cursor_down") == ("down",)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("?", "question_mark"),
        ("Ctrl+P", "ctrl+p"),
        ("g D", "g D"),
        ("Esc", "escape"),
        ("PgDn", "pagedown"),
        ("-", "minus"),
        ("é", "é"),
        ("Space", "space"),
        ("|", "vertical_line"),
        ("F2", "f2"),
        ("Shift+Up", "shift+up"),
    ],
)
def test_keys_are_read_as_people_write_them(written: str, key: str) -> None:
    assert read_key(written) == key


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("Ctrl+B", "kept by tmux"),
        ("Ctrl+Z", "kept by the shell"),
        ("Ctrl+I", "as Tab"),
        ("Ctrl+Enter", "do not send"),
        ("Ctrl+Shift+X", "do not send"),
        ("Alt+Enter", "do not send"),
        ("Shift+A", "write 'A'"),
        ("Shift+PgUp", "to scroll back"),
        ("hyperspace", "no key is called"),
        ("a b c", "not one key"),
    ],
)
def test_chords_that_never_arrive_are_refused(written: str, why: str) -> None:
    with pytest.raises(ValueError, match=why.replace("+", r"\+")):
        read_key(written)


def test_a_line_of_the_file_gives_an_action_other_keys(tmp_path: Path) -> None:
    settings = with_keys('[keys]\nrate = ["F3", "g F2"]\nundo = []\n', tmp_path)
    actions = configured(settings)
    assert first_keys(actions, "rate") == ("f3", "g f2")
    assert first_keys(actions, "undo") == ()


def test_what_an_action_has_beyond_in_one_place_stays_there(tmp_path: Path) -> None:
    actions = configured(with_keys('[keys]\nsettle = "F2"\n', tmp_path))
    found = {a.contexts[0]: a.keys for a in actions if a.id == "settle"}
    assert found[Context.HOME] == ("f2",)
    assert found[Context.PASSAGES] == ("f2", "enter")


def test_two_lines_that_clash_are_both_named(tmp_path: Path) -> None:
    settings = with_keys('# mine\n[keys]\nrate = "F3"\n\nnote = "F3"\n', tmp_path)
    file = tmp_path / "annotator.toml"
    with pytest.raises(UsageError) as refused:
        configured(settings)
    assert f"{file}:3" in str(refused.value)
    assert f"{file}:5" in str(refused.value)
    assert "F3 in documents is both" in str(refused.value)


def test_a_line_that_clashes_with_the_preset_names_both(tmp_path: Path) -> None:
    settings = with_keys('[screens]\npreset = "vim"\n[keys]\nrate = "x"\n', tmp_path)
    with pytest.raises(UsageError, match=r"annotator\.toml:4 .*|preset vim, reject"):
        configured(settings)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[keys]\nrte = "R"\n', r":2: no action is called 'rte'; did you mean 'rate'"),
        ('[keys]\nrate = "Ctrl+B"\n', r":2: rate: Ctrl\+B is kept by tmux"),
        ('[keys]\nrate = "Alt+R"\n', r":2: rate: Alt\+R does not come through everywhere; add a plain key"),
        ("[keys]\npalette = []\n", ":2: palette needs a key"),
        ("[keys]\nrate = 4\n", ":2: rate must be a key or a list"),
        ('[screens]\npreset = "emacs"\n', "no preset of keys is called 'emacs'"),
        ('[screens]\nascii = "yes"\n', ":2: ascii must be true or false"),
        ('[screens]\nthem = "dark"\n', ":2: 'them' is no setting of the screens; did you mean 'theme'"),
        ("keys = 3\n", ":1: keys must be a table"),
    ],
)
def test_what_makes_no_sense_is_refused_with_its_line(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        configured(with_keys(text, tmp_path))


def test_a_file_that_is_no_toml_leaves_the_screens_as_they_are(tmp_path: Path) -> None:
    assert with_keys("[keys\n", tmp_path) == ScreenSettings()
    assert read_screens(tmp_path / "nowhere") == ScreenSettings()


@pytest.mark.usefixtures("_own_keys")
def test_sentences_and_dialogs_follow_the_chosen_keys() -> None:
    assert said("$choose_set chooses another set") == "g n chooses another set"
    settings = ScreenSettings(
        preset="azerty", keys=(KeyLine("choose_set", ("g comma",), "x:1"), KeyLine("rate", (), "x:2"))
    )
    choose_keys(configured(settings), digits_of(settings))
    assert said("$choose_set chooses another set") == "g , chooses another set"
    assert key_of("rate") == ": rate"
    assert (as_digit("&"), as_digit("1"), as_digit("x")) == ("1", "1", "x")
    assert all_actions() != ACTIONS


def test_the_printed_table_has_every_action_with_its_name() -> None:
    printed_lines = "\n".join(list_keys(keys_of("default")))
    for action in ACTIONS:
        assert f" {action.id} " in printed_lines
    assert "$" not in printed_lines.replace("  $  ", "")


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"TERM_PROGRAM": "vscode"}, "Ctrl+P (palette): the editor takes it before its terminal does; : does the same"),
        ({"ZELLIJ": "0"}, "zellij takes it"),
        ({"TERM": "xterm-256color"}, "All keys come through here"),
    ],
)
def test_keys_that_this_terminal_does_not_send_are_named(environment: dict[str, str], words: str) -> None:
    assert words in "\n".join(unsent_keys(keys_of("default"), environment))


def test_a_console_without_shifted_arrows_is_told_what_does_the_same() -> None:
    lines = "\n".join(unsent_keys(keys_of("arrows"), {"TERM": "linux"}))
    assert "Shift+↓ (claim_next): this terminal sends the same as without Ctrl or Shift; J does the same" in lines


def test_a_story_cannot_change_the_keys(tmp_path: Path) -> None:
    (tmp_path / "annotator.toml").write_text('[keys]\nrate = "x"\n', encoding="utf-8")
    notes = [problem.message for problem in read_configuration([tmp_path]).problems]
    assert len(notes) == 1
    assert notes[0].startswith("keys: only counts in ")
