"""A process that is killed while it updates a document: the old text with its marks, or the new one with them."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from annotator.session import open_story
from annotator.store import Store
from tests.replay.updating_process import STEADY

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills processes by POSIX signals")

ROOT = Path(__file__).resolve().parents[2]
KILLS = 6


def test_an_update_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    pick = random.Random(7)
    for round_ in range(KILLS):
        folder = tmp_path / f"story{round_}"
        folder.mkdir()
        (folder / "report.txt").write_text(STEADY + "\n", encoding="utf-8")
        command = [sys.executable, "-m", "tests.replay.updating_process", str(folder)]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(pick.uniform(0.0, 0.08))
        process.kill()
        said = [line.split() for line in (first, *process.stdout) if line.endswith("\n")]
        process.wait()
        labelled = sum(what == "labelled" for what, _ in said)
        updated = sum(what == "updated" for what, _ in said)
        with open_story([folder]) as session:
            (document,) = session.analysis.documents
            taken_over = document.text.count("Bulletin")
            assert updated <= taken_over <= updated + 1  # written, and killed before it could say so
            assert labelled <= len(session.analysis.tags) <= labelled + 1
            assert {t.text for t in session.analysis.tags} == {STEADY}
            assert not session.orphans
            assert len(session.versions(document.id)) == taken_over + 1
            assert session.undo() is not None
        with Store(session.workspace) as store:
            assert store.broken_link() is None
