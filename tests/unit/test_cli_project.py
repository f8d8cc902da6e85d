"""Exporting a project, making a workspace of it, and looking whether a workspace is whole."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from annotator.errors import InputError, UsageError, WorkspaceError
from annotator.session import import_project, open_story
from annotator.store import Store
from tests.unit.test_cli_commands import refusal, run, story, workspace

__all__ = ["story", "workspace"]


def exported(workspace: Path, name: str = "p.jsonl") -> bytes:
    assert run("export", workspace, "--to", "project", "-o", name).exit_code == 0
    return Path(name).read_bytes()


def change(workspace: Path, *statements: str) -> None:
    """Writes into a workspace as no version of annotator does."""
    connection = sqlite3.connect(workspace)
    for name in ("event_no_update", "event_no_delete", "document_no_update", "document_no_delete"):
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_workspace_goes_out_and_comes_back_with_its_decisions(workspace: Path) -> None:
    before = exported(workspace)
    done = run("import", "p.jsonl", "-o", "copy.annotator")
    assert (done.exit_code, done.stderr) == (0, "annotator: made copy.annotator: 2 documents, 2 lines of the log\n")
    with open_story([], workspace="copy.annotator", by="Bo") as session:
        assert session.needs_analysis
        session.analyse()
        assert [d.decision.by for d in session.analysis.disagreements if d.decision] == ["Ada"]
        assert session.changed_on_disk() == ()
    assert exported(Path("copy.annotator"), "again.jsonl") == before


def test_exporting_prints_where_no_file_is_named_and_replaces_none(workspace: Path) -> None:
    printed = run("export", workspace, "--to", "project").stdout
    assert json.loads(printed.splitlines()[0])["annotator"] == "project"
    Path("there.jsonl").write_text("mine")
    assert "already there" in refusal("export", workspace, "--to", "project", "-o", "there.jsonl", kind=UsageError)


def test_nothing_is_imported_over_a_file_or_from_a_damaged_one(workspace: Path) -> None:
    raw = exported(workspace)
    assert "already there" in refusal("import", "p.jsonl", "-o", workspace, kind=UsageError)
    Path("p.jsonl").write_bytes(raw.replace(b'"by": "Ada"', b'"by": "Eve"', 1))
    assert "p.jsonl: line 4: event 1 does not follow" in refusal("import", "p.jsonl", "-o", "new", kind=InputError)
    Path("p.jsonl").write_bytes(raw[: raw.rindex(b"\n", 0, -1) + 1])
    assert "line 4: the file ends after 1 of 2 events" in refusal("import", "p.jsonl", "-o", "new", kind=InputError)
    assert "is no project" in refusal("import", "story/first.txt", "-o", "new", kind=InputError)
    assert "is a workspace already" in refusal("import", workspace, "-o", "new", kind=InputError)
    assert "cannot be read" in refusal("import", "nowhere.jsonl", "-o", "new", kind=InputError)
    assert not Path("new").exists()


def test_a_project_of_a_newer_format_is_refused(workspace: Path) -> None:
    Path("p.jsonl").write_bytes(exported(workspace).replace(b'"format": 1', b'"format": 2', 1))
    assert "newer annotator wrote it" in refusal("import", "p.jsonl", "-o", "new", kind=InputError)


def test_a_place_that_cannot_be_written_is_named(workspace: Path) -> None:
    exported(workspace)
    assert "cannot be written" in refusal("import", "p.jsonl", "-o", "no/such/folder/new", kind=UsageError)


def test_an_import_has_its_name_when_it_is_whole(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exported(workspace)
    before = sorted(Path.cwd().iterdir())

    def stop(store: Store, *_: object) -> None:
        assert store.path.is_file()
        assert not Path("new").exists()
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Store, "fill", stop)
        with pytest.raises(KeyboardInterrupt):
            import_project("p.jsonl", "new")
    assert sorted(Path.cwd().iterdir()) == before
    import_project("p.jsonl", "new")
    assert [p.name for p in Path.cwd().iterdir() if p not in before] == ["new"]


def test_a_project_is_imported_where_files_have_one_name_only(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exported(workspace)

    def refuse(*_: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    assert run("import", "p.jsonl", "-o", "new").exit_code == 0
    assert run("verify", "new").exit_code == 0


def test_a_full_disk_is_told_of_the_place_that_was_named(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exported(workspace)

    def fail(store: Store, *_: object) -> None:
        raise WorkspaceError(f"{store.path} cannot grow", "make room")

    monkeypatch.setattr(Store, "fill", fail)
    assert refusal("import", "p.jsonl", "-o", "new", kind=WorkspaceError).startswith("new cannot grow")


def test_nothing_is_imported_beside_the_rest_of_another_workspace(workspace: Path) -> None:
    exported(workspace)
    Path("new-wal").write_bytes(b"what a killed process left")
    assert "new-wal: already there" in refusal("import", "p.jsonl", "-o", "new", kind=UsageError)
    assert not Path("new").exists()


@pytest.mark.parametrize("words", [("verify",), ("update",), ("log",), ("export", "--to", "project")])
def test_an_empty_file_is_no_workspace_to_look_at(workspace: Path, words: tuple[str, ...]) -> None:
    empty = workspace.with_name("empty.annotator")
    empty.touch()
    assert "is empty: nothing was kept in it" in refusal(*words, empty, kind=InputError)
    assert empty.stat().st_size == 0


def test_a_whole_workspace_is_verified_and_left_as_it_was(workspace: Path) -> None:
    before = exported(workspace)
    done = run("verify", workspace)
    assert (done.exit_code, done.stdout) == (0, "2 documents, 2 lines of the log, 2 marks: all as written\n")
    assert exported(workspace, "again.jsonl") == before


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ("UPDATE event SET by = 'Eve' WHERE seq = 2", "line 2 of the log: it does not follow from the one before it"),
        ("UPDATE document SET raw = x'00' WHERE ord = 1", "its bytes are not those that were read"),
        ("UPDATE event SET data = replace(data, '1998', '1897')", "is not what"),
        ("DELETE FROM document WHERE ord = 1", "is not in the workspace"),
    ],
)
def test_what_somebody_changed_is_found_and_the_exit_code_says_so(
    workspace: Path, statement: str, finding: str
) -> None:
    change(workspace, statement)
    done = run("verify", workspace)
    assert done.exit_code == 1
    assert finding in done.stdout


def test_a_cut_file_is_a_finding_and_a_file_of_somebody_else_is_refused(workspace: Path) -> None:
    raw = workspace.read_bytes()
    workspace.write_bytes(raw[: len(raw) // 2])
    done = run("verify", workspace)
    assert (done.exit_code, "its end is missing" in done.stdout) == (1, True)
    refusal("verify", "story/first.txt", kind=InputError)
