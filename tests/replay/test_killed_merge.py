"""A process that is killed while it imports and merges: a copy is whole or not there, and so is a merge."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from annotator.decisions import place_of
from annotator.model import MergeProject, Span, TagSpan
from annotator.session import export_project, open_story, verify

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills processes by POSIX signals")

ROOT = Path(__file__).resolve().parents[2]
KILLS = 4
BOATS = [f"Boat {number} sank." for number in range(200)]
TEXT = "\n\n".join(BOATS)


def test_a_merge_and_an_import_are_there_whole_or_not_at_all(tmp_path: Path) -> None:
    for who in ("ada", "bo"):
        (tmp_path / who).mkdir()
        (tmp_path / who / "report.txt").write_text(TEXT, encoding="utf-8")
    with open_story([tmp_path / "ada"], by="ada") as session:
        mine = session.workspace
    with open_story([tmp_path / "bo"], by="bo") as session:
        (document,) = session.analysis.documents
        starts = [TEXT.index(words) for words in BOATS]
        spans = [Span(at, at + len(words)) for at, words in zip(starts, BOATS, strict=True)]
        session.apply(*(TagSpan(place_of(document, span), "boats") for span in spans))
    (tmp_path / "bo.jsonl").write_text(export_project(session.workspace), encoding="utf-8")
    pick = random.Random(5)
    for _ in range(KILLS):
        command = [sys.executable, "-m", "tests.replay.merging_process", str(tmp_path)]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        assert process.stdout.readline()
        time.sleep(pick.uniform(0.0, 0.3))
        process.kill()
        process.communicate()
        copies = list(tmp_path.glob("copy*.annotator"))
        assert copies
        assert {(len(v.findings), v.events) for v in map(verify, copies)} == {(0, 1 + len(BOATS))}
        for copy in copies:
            copy.unlink()
        assert verify(mine).findings == ()
        with open_story([], workspace=mine) as session:
            assert len(session.analysis.tags) in (0, len(BOATS))
            merges = [e.batch for e in session.log if isinstance(e.command, MergeProject)]
            taken = [e.batch for e in session.log if isinstance(e.command, TagSpan)]
            assert len(taken) == len(merges) * len(BOATS)
            assert set(taken) == set(merges)
