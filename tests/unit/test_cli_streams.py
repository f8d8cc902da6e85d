"""Exit codes and streams of the real program: one line on standard error, never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from subprocess import CompletedProcess
from types import MappingProxyType

import pytest

TEXT = "The crane was built in 1998, police said. The harbour was shut for two days.\n"
LATIN = b"caf\xe9.txt"
FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
needs_posix = pytest.mark.skipif(os.name != "posix", reason="names of bytes and closed streams are POSIX")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def run(folder: Path, words: str, *, env: Mapping[str, str] = MappingProxyType({})) -> CompletedProcess[bytes]:
    """Runs a shell line with $A as the program."""
    env = {**os.environ, "A": f"{sys.executable} -m annotator", "HOME": str(folder), **env}
    return subprocess.run(["sh", "-c", words], cwd=folder, env=env, capture_output=True, check=False, timeout=60)


def assert_refused(done: CompletedProcess[bytes], why: str) -> None:
    said = done.stderr.decode()
    assert done.returncode == 2, said
    assert why in said
    assert said.startswith("annotator: ")
    assert said.count("\n") == 1
    assert done.stdout == b""


@needs_posix
@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("$A analyze nowhere.txt", "no such file"),
        ("$A analyze", "Missing argument"),
        ("$A analyse good.txt", "No such command"),
        ("$A analyze --format xml good.txt", "not one of"),
        ("$A analyze - <&-", "no standard input"),
        ("$A analyze good.txt >&-", "no standard output"),
        ("$A open good.txt </dev/null", "need a terminal"),
    ],
)
def test_what_is_wrong_is_one_line_and_exit_code_2(folder: Path, words: str, why: str) -> None:
    assert_refused(run(folder, words), why)


@needs_full
@pytest.mark.parametrize("words", ["analyze good.txt --format json", "schema", "--help"])
def test_a_full_disk_behind_standard_output_is_said(folder: Path, words: str) -> None:
    assert_refused(run(folder, f"$A {words} >/dev/full"), "no space left")


@needs_posix
def test_a_reader_that_leaves_is_no_failure(folder: Path) -> None:
    (folder / "long.txt").write_text(TEXT * 200, encoding="utf-8")
    done = run(folder, "{ $A analyze long.txt --format json; echo $? >code; } | head -c 1")
    assert (folder / "code").read_text().strip() == "0"
    assert done.stderr == b""


@needs_posix
def test_a_closed_standard_error_changes_no_exit_code(folder: Path) -> None:
    assert run(folder, "$A analyze nowhere.txt 2>&-").returncode == 2
    assert run(folder, "$A analyze nowhere.txt good.txt 2>&-").returncode == 0


@needs_posix
def test_odd_file_names_neither_break_json_nor_move_the_cursor(folder: Path) -> None:
    for name in (LATIN, b"new\nline.txt", b"esc\x1b[31m.txt", "bidi\u202etxt.txt".encode()):
        try:
            Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(TEXT, encoding="utf-8")
        except OSError:
            pytest.skip("this file system takes no such names")
    Path(folder, "bad\x1b.txt").touch()
    table, printed = run(folder, "$A analyze ."), run(folder, "$A analyze . --format json")
    for said in (table.stdout, printed.stdout, table.stderr):
        assert b"\x1b" not in said
        assert "\u202e".encode() not in said
    assert table.stderr.count(b"\n") == 1
    paths = [d["path"] for d in json.loads(printed.stdout)["documents"]]
    assert len(paths) == 5
    assert all(path.encode() and path.isprintable() for path in paths)


@needs_posix
def test_a_story_named_in_no_encoding_has_a_title_that_json_can_hold(folder: Path) -> None:
    (folder / "good.txt").rename(os.fsdecode(os.fsencode(folder) + b"/" + LATIN))
    story = json.loads(run(folder, "$A analyze caf*.txt --format json").stdout)["story"]
    assert story == {"title": "caf\ufffd.txt", "path": "caf\ufffd.txt"}


@needs_posix
def test_a_locale_without_letters_prints_utf_8_and_no_traceback(folder: Path) -> None:
    env = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    (folder / "good.txt").write_text(TEXT + "“Café”, she said.\n", encoding="utf-8")
    done = run(folder, "$A analyze good.txt --format markdown", env=env)
    assert done.returncode == 0
    assert "“Café”" in done.stdout.decode("utf-8")
    assert_refused(run(folder, "$A analyze caf\u00e9.txt", env=env), "no such file")


def test_help_loads_neither_engine_nor_screens(folder: Path) -> None:
    done = run(folder, "$A --help", env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert done.returncode == 0
    for heavy in ("textual", "rapidfuzz", "yaml", "sqlite3", "annotator.pipeline", "annotator.view"):
        assert f" {heavy}\n" not in done.stderr.decode()
