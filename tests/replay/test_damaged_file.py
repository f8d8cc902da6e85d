"""A workspace that a disk, a copy or an editor has damaged opens, or says that it is damaged; nothing else happens."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from annotator.decisions import anchor_of
from annotator.errors import WorkspaceError
from annotator.model import RateReliability
from annotator.session import open_story
from tests.story_builders import TEXTS

ROUNDS = 120


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("whole") / "story.annotator"
    with open_story([(f"{k}.txt", t) for k, t in TEXTS.items()], workspace=path, by="ada") as session:
        session.analyse()
        target = anchor_of(session.analysis.documents[0], session.analysis)
        for number in range(60):
            session.apply(RateReliability(target, "ABCDEF"[number % 6], f"reason {number}"))
    return path.read_bytes()


def use(path: Path) -> None:
    """Everything that reads, and one write."""
    with open_story([path], by="ada") as session:
        assert session.log is not None
        session.undo()
        session.redo()
        session.save_view_state({"line": 1})


def test_bytes_that_changed_are_survived_or_reported(workspace: bytes, tmp_path: Path) -> None:
    pick = random.Random(11)
    reported = 0
    for number in range(ROUNDS):
        raw = bytearray(workspace)
        for _ in range(pick.choice([1, 8, 200])):
            raw[pick.randrange(100, len(raw))] = pick.randrange(256)
        path = tmp_path / f"s{number}.annotator"
        path.write_bytes(raw)
        try:
            use(path)
        except WorkspaceError:
            reported += 1
    assert 0 < reported < ROUNDS


def test_a_file_that_was_cut_is_reported(workspace: bytes, tmp_path: Path) -> None:
    pick = random.Random(12)
    for number in range(20):
        path = tmp_path / f"s{number}.annotator"
        path.write_bytes(workspace[: pick.randrange(1, len(workspace) - 1)])
        with pytest.raises(WorkspaceError):
            use(path)


def test_a_log_that_was_edited_is_reported_and_still_opens(workspace: bytes, tmp_path: Path) -> None:
    path = tmp_path / "s.annotator"
    path.write_bytes(workspace.replace(b"reason 30", b"treason 3"))
    with open_story([path]) as session:
        assert any("line 32 of the log" in w.message for w in session.analysis.warnings)
        assert len(session.log) == 61
