"""The workspace file: what it keeps, and what it refuses."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from annotator.errors import WorkspaceError
from annotator.model import Accept, AddDocuments, Metadata, Problem, SourceText, Span, hash_bytes
from annotator.store import Entry, Store, StoredDocument, pack_analysis
from annotator.store.codec import decode_command, encode_command
from annotator.store.schema import MIGRATIONS
from tests.command_strategies import things
from tests.story_builders import make_story

STORY = make_story()
NAMES, PACKED = [d.id for d in STORY.documents], pack_analysis(STORY)
ACCEPT = Accept(things(STORY)[0])


def make_stored(text: str = "A ferry ran aground.", raw: bytes | None = None) -> StoredDocument:
    body = text.encode() if raw is None else raw
    meta = Metadata(Span(0, 2), "T", "Ann", "2031-05", "https://tidepost.example", "Tide", "en", ("a", "b"))
    source = SourceText("tide.txt", hash_bytes(body), text, meta, (Problem("tide.txt", "odd"),), body)
    return StoredDocument(f"d{source.sha256[:10]}", "tide.txt", source)


def entry(**changes: object) -> Entry:
    values: dict[str, object] = {"at": "2031-05-07T10:00:00Z", "by": "ada", "command": ACCEPT, "batch": "b1"}
    return Entry(**{**values, **changes})  # type: ignore[arg-type]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "story.annotator"


def change_bytes(path: Path, old: bytes, new: bytes) -> None:
    raw = path.read_bytes()
    assert old in raw
    path.write_bytes(raw.replace(old, new))


def test_documents_come_back_with_bytes_text_and_metadata(path: Path) -> None:
    stored = make_stored("Füße 🛟\n", raw=b"\xef\xbb\xbfF\xc3\xbc\xc3\x9fe \xf0\x9f\x9b\x9f\r\n")
    with Store(path) as store:
        store.append([entry(command=AddDocuments((stored.id,)))], [stored])
    with Store(path) as store:
        assert store.documents() == (stored,)
        assert store.raw(stored.id) == stored.source.raw


def test_events_come_back_in_order_whatever_their_clock_says(path: Path) -> None:
    with Store(path) as store:
        written = store.append([entry(at="2031"), entry(at="1999")]) + store.append([entry(command=None, undoes=1)])
    with Store(path) as store:
        assert store.events() == written
        assert [e.seq for e in written] == [1, 2, 3]
        assert store.append([entry()])[0].seq == 4
        assert store.broken_link() is None


def test_the_log_and_the_documents_refuse_to_be_changed(path: Path) -> None:
    with Store(path) as store:
        store.append([entry()], [make_stored()])
    connection = sqlite3.connect(path)
    for statement in ("UPDATE event SET by = 'x'", "DELETE FROM event", "UPDATE document SET id = 'x'"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)
    connection.close()


def test_a_changed_line_of_the_log_is_found(path: Path) -> None:
    with Store(path) as store:
        store.append([entry(by="ada-one"), entry(by="ada-two"), entry(by="ada-six")])
    change_bytes(path, b"ada-two", b"eve-two")
    with Store(path) as store:
        assert store.broken_link() == 2
        assert len(store.events()) == 3


def test_what_a_newer_version_logged_is_kept_and_means_nothing(path: Path) -> None:
    with Store(path) as store:
        store.append([entry(), entry()])
    change_bytes(path, b"accept{", b"a_ccep{")
    with Store(path) as store:
        assert [(e.type, e.command) for e in store.events()] == [("a_ccep", None)] * 2


def test_the_analysis_is_found_by_engine_and_documents_and_forgotten_after_some(path: Path) -> None:
    with Store(path) as store:
        assert store.latest_analysis() is None
        store.keep_packed("e1", NAMES, PACKED)
        assert store.analysis("e1", NAMES) == STORY
        assert store.analysis("e1", NAMES[:2]) is None
        for number in range(9):
            store.keep_packed(f"n{number}", NAMES, PACKED)
        assert store.analysis("e1", NAMES) is None
        assert store.analysis("n8", NAMES) == store.latest_analysis() == STORY


def test_an_analysis_that_cannot_be_read_is_none(path: Path) -> None:
    with Store(path) as store:
        store.keep_packed("e1", NAMES, PACKED)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE analysis SET body = x'00'")
    connection.commit()
    connection.close()
    with Store(path) as store:
        assert store.latest_analysis() is None


def test_view_state_and_meta_are_remembered(path: Path) -> None:
    with Store(path) as store:
        assert (store.view_state(), store.meta()) == ({}, {})
        store.save_view_state({"line": 4, "odd": "\ud800"})
        store.save_meta(title="Ferry \udcff", path=None)
    with Store(path) as store:
        assert store.view_state() == {"line": 4, "odd": "\ud800"}
        assert store.meta() == {"title": "Ferry \udcff"}


def test_closing_leaves_one_file_and_may_be_done_twice(path: Path) -> None:
    store = Store(path)
    store.append([entry()])
    store.close()
    store.close()
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_second_writer_is_told_where_to_close_the_first(path: Path) -> None:
    with Store(path) as store:
        store.append([entry()])
        with pytest.raises(WorkspaceError, match="open in another annotator"):
            Store(path)
        store.append([entry()])
    with Store(path) as store:
        assert len(store.events()) == 2


@pytest.mark.parametrize("content", [b"Dear diary,\n", b"SQLite format 3\x00" + b"x" * 400, b"\x00"])
def test_a_file_that_is_not_ours_is_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(WorkspaceError, match="not a workspace"):
        Store(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_left_alone(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(WorkspaceError, match="not a workspace"):
        Store(path)
    assert path.read_bytes() == before


def test_a_workspace_of_a_newer_version_is_left_alone(path: Path) -> None:
    Store(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(WorkspaceError, match="newer annotator"):
        Store(path)
    assert path.read_bytes() == before


def test_an_empty_file_is_what_a_killed_first_start_leaves(path: Path) -> None:
    path.touch()
    with Store(path) as store:
        assert store.events() == ()


@pytest.mark.parametrize("size", [50, 200, 5000, 20_000])
def test_a_torn_file_is_reported_and_not_written_to(path: Path, size: int) -> None:
    with Store(path) as store:
        store.append([entry() for _ in range(200)], [make_stored("word " * 9000)])
    torn = path.read_bytes()[:size]
    path.write_bytes(torn)
    with pytest.raises(WorkspaceError):
        Store(path)
    assert path.read_bytes() == torn


def test_a_folder_and_a_place_without_room_are_explained(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="is a folder"):
        Store(tmp_path)
    with pytest.raises(WorkspaceError, match="--workspace"):
        Store(tmp_path / "no" / "such" / "folder.annotator")
    (tmp_path / "file").touch()
    with pytest.raises(WorkspaceError, match="--workspace"):
        Store(tmp_path / "file" / "x.annotator")


def test_a_pipe_is_not_waited_for(path: Path) -> None:
    os.mkfifo(path)
    with pytest.raises(WorkspaceError, match="not a workspace"):
        Store(path)


def test_a_failed_write_changes_nothing(path: Path) -> None:
    stored = make_stored()
    with Store(path) as store:
        store.append([entry()], [stored])
        with pytest.raises(WorkspaceError):
            store.append([entry()], [stored])  # the id is taken
        assert len(store.events()) == 1
        assert store.append([entry()])[0].seq == 2
        assert store.broken_link() is None


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("accept", {}),
        ("accept", {"target": 3}),
        ("reject", {"target": {"kind": "nothing", "places": []}}),
        ("rate_reliability", {**encode_command(ACCEPT)[1], "letter": "Z"}),
        ("add_documents", {"documents": 3}),
        ("merge_speakers", {"a": 1}),
    ],
)
def test_a_line_that_makes_no_sense_is_no_command(name: str, values: dict[str, object]) -> None:
    assert decode_command(name, values) is None


def test_fields_of_a_newer_version_do_not_hide_a_command() -> None:
    name, values = encode_command(ACCEPT)
    assert decode_command(name, {**values, "mood": "sure"}) == ACCEPT
