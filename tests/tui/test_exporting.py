"""The story goes out as a file from any screen, and replaces none."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.session import Session
from annotator.tui import AnnotatorApp
from tests.tui.screens import NARROW, last_line, settle, until


@pytest.mark.parametrize(("key", "ending"), [("1", ".md"), ("2", ".json"), ("3", "-csv"), ("4", ".annotator")])
async def test_an_export_lies_beside_the_workspace_and_replaces_nothing(
    app: AnnotatorApp, session: Session, key: str, ending: str
) -> None:
    folder = Path(session.workspace).parent
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        before = set(folder.iterdir())
        for number in (1, 2):
            await pilot.press("W", key)
            await until(pilot, lambda n=number: len(set(folder.iterdir()) - before) == n)
            await until(pilot, lambda: last_line(pilot).startswith("Exported to"))
        made = sorted(path.name for path in set(folder.iterdir()) - before)
        assert all(ending in name for name in made)


async def test_esc_exports_nothing(app: AnnotatorApp, session: Session) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        before = set(Path(session.workspace).parent.iterdir())
        await pilot.press("W", "escape")
        await settle(pilot)
        assert set(Path(session.workspace).parent.iterdir()) == before
