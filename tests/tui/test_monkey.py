"""Thousands of random keys, clicks, drags, wheels, pastes and sizes over hostile texts: no crash, no lost decision.

A longer run with ANNOTATOR_MONKEY_EVENTS=20000; `python -m tests.tui.monkey` hunts over many seeds. A failure names its
seed and the last events.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.tui.monkey import MORE, caged, make_workspace, run

EVENTS = int(os.environ.get("ANNOTATOR_MONKEY_EVENTS", "1000"))
SEEDS = (1, 2, 3, 4)


@pytest.fixture(scope="module")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_workspace(tmp_path_factory.mktemp("hostile"))


@pytest.mark.timeout(max(120, EVENTS))
@pytest.mark.parametrize("seed", SEEDS)
async def test_random_events_crash_nothing_and_lose_no_decision(
    analysed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    (tmp_path / "more.txt").write_text(MORE, encoding="utf-8")
    file = Path(shutil.copy(analysed, tmp_path))
    with caged():
        ended, lines = await run(file, tmp_path, seed=seed, number=EVENTS)
    assert ended
    assert lines, "the monkey decided nothing"
