"""What each command does, prints and refuses; run in this process."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from annotator.cli.app import COMMANDS, cli
from annotator.decisions import anchor_of
from annotator.errors import AnnotatorError, InputError, OutputError, UsageError
from annotator.model import Settle, Settlement
from annotator.session import open_story
from annotator.store import Store

FIRST = "The crane was built in 1998, police said. The harbour was shut for two days after the fall of the crane."
SECOND = "The crane was built in 1996, the mayor said. The harbour was shut for two days after the fall of the crane."


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    (folder / "second.txt").write_text(SECOND, encoding="utf-8")
    return folder


@pytest.fixture
def workspace(story: Path) -> Path:
    with open_story([story], by="Ada") as session:
        session.analyse()
        found = session.analysis.disagreements[0]
        target = anchor_of(found, session.analysis)
        session.apply(Settle(target, Settlement.SIDE_STANDS, "1998", "the plate says so"))
        return session.workspace


def run(*words: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, [str(w) for w in words], input=stdin)


def refusal(*words: object, kind: type[AnnotatorError]) -> str:
    done = run(*words)
    assert isinstance(done.exception, kind), done.exception
    assert done.stdout == ""
    return str(done.exception)


@pytest.mark.parametrize(("form", "start"), [("json", '{"schema"'), ("table", "story: 2 doc"), ("markdown", "# story")])
def test_analyze_prints_each_format(story: Path, form: str, start: str) -> None:
    done = run("analyze", story, "--format", form)
    assert done.exit_code == 0
    assert done.stdout.startswith(start)
    assert done.stderr == ""


def test_one_bad_file_is_a_warning_and_the_others_load(story: Path) -> None:
    (story / "empty.txt").touch()
    done = run("analyze", story, "nowhere.txt", "--format", "json")
    made = json.loads(done.stdout)
    assert len(made["documents"]) == 2
    assert [Path(w["path"]).name for w in made["warnings"]] == ["empty.txt", "nowhere.txt"]
    assert done.stderr.count("\n") == 2
    assert "empty.txt: is empty" in done.stderr


def test_strict_makes_a_warning_a_refusal_without_output(story: Path) -> None:
    (story / "empty.txt").touch()
    assert "1 warning and --strict" in refusal("analyze", story, "--strict", kind=InputError)


@pytest.mark.parametrize(("path", "why"), [("nowhere.txt", "no such file"), ("", "is no path"), ("story", "holds no")])
def test_when_nothing_can_be_read_the_reason_is_all_that_is_said(
    path: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story").mkdir()
    assert why in refusal("analyze", path, kind=InputError)


def test_many_bad_inputs_are_counted_not_listed(tmp_path: Path) -> None:
    message = refusal("analyze", *(tmp_path / f"{n}.txt" for n in range(9)), kind=InputError)
    assert "none of the 9 inputs" in message
    assert "and 6 more" in message


def test_standard_input_is_a_document() -> None:
    done = run("analyze", "-", "--format", "json", stdin=FIRST.encode())
    assert [d["path"] for d in json.loads(done.stdout)["documents"]] == ["-"]


def test_the_same_file_given_twice_is_one_document(story: Path) -> None:
    done = run("analyze", story, story / "first.txt", "story/first.txt", "--format", "json")
    assert len(json.loads(done.stdout)["documents"]) == 2


def test_the_workspace_is_found_by_its_story(workspace: Path, story: Path) -> None:
    assert run("log", story).stdout == run("log", workspace).stdout != ""
    assert run("export", story, "--to", "json").stdout == run("export", workspace, "--to", "json").stdout != ""


@pytest.mark.parametrize("words", [("log",), ("export", "--to", "json"), ("add",), ("remove",)])
def test_without_a_workspace_a_command_says_how_to_make_one(words: tuple[str, ...], story: Path) -> None:
    more = ["x.txt"] if words[0] in ("add", "remove") else []
    message = refusal(words[0], story, *words[1:], *more, kind=InputError)
    assert "story.annotator" in message
    assert "annotator open" in message
    assert not Path("story.annotator").exists()


def test_a_document_is_removed_by_its_file_name_and_comes_back(workspace: Path) -> None:
    assert "removed second.txt" in run("remove", workspace, "second.txt").stderr
    assert "added second.txt" in run("add", workspace, "story/second.txt").stderr
    assert "no document other.txt in this story; it has " in refusal("remove", workspace, "other.txt", kind=UsageError)


def test_adding_nothing_that_can_be_read_is_refused(workspace: Path) -> None:
    before = run("log", workspace).stdout
    assert "no such file" in refusal("add", workspace, "nowhere.txt", kind=InputError)
    assert run("log", workspace).stdout == before


def test_an_export_carries_the_decision_in_every_form(workspace: Path) -> None:
    made = json.loads(run("export", workspace, "--to", "json").stdout)
    assert made["disagreements"][0]["settlement"] == "side_stands"
    rows = list(csv.DictReader(io.StringIO(run("export", workspace, "--to", "csv", "--table", "disagreements").stdout)))
    assert {(r["settlement"], r["stands"], r["by"], r["reason"]) for r in rows if r["value"] == "1998"} == {
        ("side_stands", "1998", "Ada", "the plate says so")
    }
    assert "Reason: the plate says so." in run("export", workspace, "--to", "markdown").stdout


def test_csv_writes_its_tables_into_a_folder_or_none(workspace: Path) -> None:
    assert "story-csv" in run("export", workspace, "--to", "csv").stderr
    folder = Path("story-csv")
    assert len(list(folder.iterdir())) == 9
    (folder / "claims.csv").unlink()
    assert "already there" in refusal("export", workspace, "--to", "csv", kind=UsageError)
    assert not (folder / "claims.csv").exists()
    assert run("export", workspace, "--to", "csv", "--force").exit_code == 0
    assert (folder / "claims.csv").exists()


def test_an_existing_file_is_replaced_only_with_force(workspace: Path) -> None:
    target = Path("report.md")
    target.write_text("mine", encoding="utf-8")
    refusal("export", workspace, "--to", "markdown", "-o", target, kind=UsageError)
    assert target.read_text(encoding="utf-8") == "mine"
    assert run("export", workspace, "--to", "markdown", "-o", target, "--force").exit_code == 0
    assert target.read_text(encoding="utf-8").startswith("# story")


def test_force_never_replaces_a_workspace(workspace: Path) -> None:
    before = workspace.read_bytes()
    message = refusal("export", workspace, "--to", "json", "-o", workspace, "--force", kind=UsageError)
    assert "decisions would be lost" in message
    assert workspace.read_bytes() == before


def test_a_dash_as_output_prints(workspace: Path) -> None:
    assert run("export", workspace, "--to", "markdown", "-o", "-").stdout.startswith("# story")
    assert not Path("-").exists()
    refusal("export", workspace, "--to", "csv", "-o", "-", kind=UsageError)


@pytest.mark.parametrize("place", ["story", "story/first.txt/deeper.md"])
def test_a_place_that_cannot_be_written_is_named(workspace: Path, place: str) -> None:
    message = refusal("export", workspace, "--to", "markdown", "-o", place, "--force", kind=OutputError)
    assert place in message
    assert not list(Path("story").glob(".annotator-*"))


def test_a_workspace_without_documents_is_not_exported(tmp_path: Path) -> None:
    Store(tmp_path / "empty.annotator").close()
    message = refusal("export", tmp_path / "empty.annotator", "--to", "json", kind=InputError)
    assert "holds no documents" in message


def test_a_table_that_does_not_exist_is_refused_with_those_that_do(workspace: Path) -> None:
    message = refusal("export", workspace, "--to", "csv", "--table", "people", kind=UsageError)
    assert "documents, claims, attributions, facts, groups, disagreements, flags" in message
    refusal("export", workspace, "--to", "json", "--table", "claims", kind=UsageError)


@pytest.mark.parametrize("command", ["open", "demo"])
def test_screens_without_a_terminal_are_refused_before_anything_is_made(command: str, story: Path) -> None:
    words = [command, *([story] if command == "open" else [])]
    done = run(*words)
    assert isinstance(done.exception, UsageError)
    assert "terminal" in str(done.exception)
    assert [p.name for p in story.parent.iterdir()] == ["story"]


def test_serving_without_its_packages_says_what_to_install(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "annotator.serve.server", raising=False)
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    assert "pip install textual-serve" in refusal("serve", story, kind=UsageError)


def test_serving_beyond_this_machine_has_to_be_meant(story: Path) -> None:
    assert "--yes-expose" in refusal("serve", story, "--host", "0.0.0.0", kind=UsageError)


def test_a_dumb_terminal_is_sent_to_the_lines(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert "use annotator read" in refusal("open", story, kind=UsageError)


def test_help_names_every_command_with_its_whole_first_sentence() -> None:
    told = " ".join(run("--help").stdout.split())
    assert "..." not in told.partition("Commands:")[2]
    assert all(f" {name} " in told for name in COMMANDS)
    assert "update Takes over documents whose files have changed; the old texts stay in the workspace, and" in told
