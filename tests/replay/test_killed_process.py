"""Real processes that are killed, starved of disk, or race each other: what was acknowledged is there afterwards."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from annotator.model import Note
from annotator.session import Session, open_story
from annotator.store import Store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills processes by POSIX signals")

ROOT = Path(__file__).resolve().parents[2]
KILLS = 8


def start(workspace: Path, prefix: str, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.replay.annotating_process", str(workspace), prefix, *more]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def acknowledged(process: subprocess.Popen[str]) -> list[str]:
    assert process.stdout is not None
    return [line.strip() for line in process.stdout if line.endswith("\n")]


def kept(session: Session, prefix: str) -> list[str]:
    texts = [e.command.text for e in session.log if isinstance(e.command, Note)]
    return [t.removeprefix(f"{prefix}-") for t in texts if t.startswith(f"{prefix}-")]


def is_whole(workspace: Path) -> bool:
    with Store(workspace) as store:
        return store.broken_link() is None


def test_a_killed_process_loses_nothing_that_it_acknowledged(tmp_path: Path) -> None:
    workspace = tmp_path / "story.annotator"
    pick = random.Random(4)
    lost = total = 0
    for round_ in range(KILLS):
        process = start(workspace, f"r{round_}")
        assert process.stdout is not None
        first = process.stdout.readline().strip()
        time.sleep(pick.uniform(0.0, 0.08))
        process.kill()
        said = [first, *acknowledged(process)]
        process.wait()
        with open_story([workspace]) as session:
            found = kept(session, f"r{round_}")
            assert found[: len(said)] == said
            assert len(found) - len(said) <= 1  # written, and killed before it could say so
            assert session.undo() is not None
        assert is_whole(workspace)
        total += len(said)
        lost += len(said) - len(found[: len(said)])
    assert lost == 0
    assert total > KILLS


@pytest.mark.parametrize("delay_ms", [0, 150, 200, 250, 300, 400])
def test_a_process_killed_while_it_makes_the_workspace_leaves_one_that_opens(tmp_path: Path, delay_ms: int) -> None:
    workspace = tmp_path / "story.annotator"
    process = start(workspace, "a")
    time.sleep(delay_ms / 1000)
    process.kill()
    process.communicate()
    with open_story([("pasted.txt", "A ferry ran aground.")], workspace=workspace) as session:
        assert "A ferry ran aground." in {d.text[:20] for d in session.analysis.documents}
    assert is_whole(workspace)


def test_a_full_disk_refuses_the_next_decision_and_keeps_those_before(tmp_path: Path) -> None:
    workspace = tmp_path / "story.annotator"
    process = start(workspace, "full", str(400_000))
    *said, last = acknowledged(process)
    assert process.wait() == 0
    assert last.startswith("refused:")
    assert "disk is full" in last
    assert len(said) > 10
    with open_story([workspace]) as session:
        assert kept(session, "full") == said
        assert session.undo() is not None
    assert is_whole(workspace)


def test_of_two_processes_that_race_one_writes_and_one_is_told(tmp_path: Path) -> None:
    workspace = tmp_path / "story.annotator"
    processes = [start(workspace, prefix) for prefix in ("left", "right")]
    end = time.monotonic() + 30
    while all(p.poll() is None for p in processes) and time.monotonic() < end:
        time.sleep(0.02)
    winner = next(p for p in processes if p.poll() is None)
    assert winner.stdout is not None
    assert winner.stdout.readline()
    winner.kill()
    outputs = [process.communicate() for process in processes]
    told = [error for _, error in outputs if "open in another annotator" in error]
    assert len(told) == 1
    with open_story([workspace]) as session:
        counts = sorted(len(kept(session, prefix)) for prefix in ("left", "right"))
        assert counts[0] == 0
        assert counts[1] > 0
    assert is_whole(workspace)


def test_a_writer_that_was_killed_locks_nobody_out(tmp_path: Path) -> None:
    workspace = tmp_path / "story.annotator"
    process = start(workspace, "a")
    assert process.stdout is not None
    process.stdout.readline()
    with pytest.raises(Exception, match="open in another annotator"):
        open_story([workspace])
    process.kill()
    process.communicate()
    open_story([workspace]).close()
