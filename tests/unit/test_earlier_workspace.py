"""A workspace that an earlier version wrote: looking at it leaves it to that version, opening it brings it along."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.decisions import anchor_of
from annotator.model import Accept, Note
from annotator.session import Session, export_project, merge, open_story, open_to_read, verify
from annotator.store import Store
from tests.story_builders import TEXTS


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """Two decisions, one of them undone, in the tables before documents had versions."""
    with start(tmp_path / "bo", by="bo") as session:
        first, second = (anchor_of(claim, session.analysis) for claim in session.analysis.claims[:2])
        session.apply(Accept(first))
        session.apply(Note(second, "ask again"))
        session.undo()
    with closing(sqlite3.connect(session.workspace)) as connection:
        connection.executescript(
            "DROP TABLE version; DELETE FROM migration WHERE name = 'm002_create_versions'; PRAGMA user_version = 1"
        )
    return session.workspace


def start(folder: Path, *, by: str) -> Session:
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    session = open_story([folder], by=by)
    session.analyse()
    return session


def test_looking_at_it_changes_no_byte(earlier: Path, tmp_path: Path) -> None:
    before = earlier.read_bytes()
    assert verify(earlier).findings == ()
    assert '"accept"' in export_project(earlier)
    with open_to_read(earlier) as session:
        assert len(session.log) == 4
    with start(tmp_path / "ada", by="ada") as ada:
        assert merge(ada, earlier).plan.taken == 1
    assert earlier.read_bytes() == before
    assert [p.name for p in earlier.parent.glob("bo.annotator*")] == ["bo.annotator"]


def test_it_goes_on_with_its_undo_and_redo(earlier: Path) -> None:
    with open_story([], workspace=earlier, by="bo") as session:
        assert session.redo() is not None
        assert session.undo() is not None
        assert session.undo() is not None
        assert session.undo() is None
    with Store(earlier) as store:
        assert store.broken_link() is None
        assert store.versions() == ()


def test_what_a_killed_writer_left_beside_is_read_where_nothing_can_be_written(
    earlier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "medium"
    folder.mkdir()
    with Store(earlier) as store:
        store.save_meta(title="Later")
        for name in ("bo.annotator", "bo.annotator-wal"):  # as a kill leaves them
            (folder / name).write_bytes(earlier.with_name(name).read_bytes())
    monkeypatch.setattr("annotator.session.reading.os.access", lambda *_: False)
    with open_to_read(folder / "bo.annotator") as session:
        assert session.title == "Later"
