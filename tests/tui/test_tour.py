"""The tour over the sample story: from start to end by the acts it asks for, left and resumed, skipped, kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from annotator.config import Memory
from annotator.session import Session, open_demo
from annotator.tui import AnnotatorApp
from annotator.tui.keys import ACTIONS, said
from annotator.tui.places import NAMES
from annotator.tui.touring import TOUR
from annotator.view import ASCII, AT, CHANGE, OFFER, STEPS, UNICODE, Room, step_lines
from tests.tui.screens import NARROW, WIDE, last_line, settle, text_of, until

ACTS: tuple[tuple[str, ...], ...] = (
    ("right_parenthesis",),
    ("J",),
    ("o",),
    ("n",),
    ("x",),
    ("u",),
    ("g", "x"),
    ("enter",),
    ("1", "enter"),
    ("g", "m"),
    ("g", "q"),
    ("question_mark",),
)
"""What a person presses at each step."""


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Session]:
    with open_demo(tmp_path / "demo.annotator", by="mo") as opened:
        opened.analyse()
        yield opened


def on_step(pilot: Pilot, number: int) -> bool:
    return f"Tour {number} of 12" in text_of(pilot)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=str)
async def test_the_tour_runs_from_start_to_end_by_the_acts_it_asks_for(
    demo: Session, tmp_path: Path, size: tuple[int, int]
) -> None:
    memory = Memory(tmp_path / "screens.json")
    app = AnnotatorApp(demo, theme="dark", memory=memory, tour="offer")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await until(pilot, lambda: "First time here?" in text_of(pilot))
        await pilot.press("space")
        for number, keys in enumerate(ACTS, 1):
            await until(pilot, lambda n=number: on_step(pilot, n))
            assert memory.recall(TOUR) == number - 1
            for key in keys:
                await pilot.press(key)
                await pilot.pause(0.05)
        await until(pilot, lambda: memory.recall(TOUR) == len(STEPS))
        await pilot.press("escape")
        await until(pilot, lambda: "That was the tour" in last_line(pilot))
        assert "Tour 12" not in text_of(pilot)


async def test_space_skips_escape_leaves_and_the_palette_resumes(demo: Session, tmp_path: Path) -> None:
    file = tmp_path / "screens.json"
    app = AnnotatorApp(demo, theme="dark", memory=Memory(file), tour="begin")
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await until(pilot, lambda: on_step(pilot, 1))
        await pilot.press("space", "space")
        await until(pilot, lambda: on_step(pilot, 3))
        await pilot.press("escape")
        await until(pilot, lambda: "The tour waits" in last_line(pilot))
        assert not on_step(pilot, 3)
        await pilot.press("colon", *"resume", "enter")
        await until(pilot, lambda: on_step(pilot, 3))
    app = AnnotatorApp(demo, theme="dark", memory=Memory(file), tour="begin")
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await until(pilot, lambda: on_step(pilot, 3))
        await pilot.press("escape")
        await pilot.press("colon", *"Begin the tour", "enter")
        await until(pilot, lambda: on_step(pilot, 1))


async def test_the_tour_is_offered_once_and_never_over_a_story_of_ones_own(session: Session, tmp_path: Path) -> None:
    memory = Memory(tmp_path / "screens.json")
    for shown in (True, False):
        app = AnnotatorApp(session, theme="dark", memory=memory, tour="offer")
        async with app.run_test(size=WIDE) as pilot:
            await settle(pilot)
            await pilot.pause()
            assert ("First time here?" in text_of(pilot)) is shown
    app = AnnotatorApp(session, theme="dark", memory=memory)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert not {"begin_tour", "resume_tour"} & {a.id for a in app.screen.actions()}


async def test_a_step_elsewhere_says_how_to_get_back(demo: Session) -> None:
    app = AnnotatorApp(demo, theme="dark", tour="begin")
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await until(pilot, lambda: on_step(pilot, 1))
        assert "goes to the text" not in text_of(pilot)
        await pilot.press("g", "h")
        await until(pilot, lambda: "g r goes to the text" in text_of(pilot))
        assert on_step(pilot, 1)


@pytest.mark.parametrize("step", STEPS, ids=lambda s: s.title)
def test_a_step_asks_for_something_that_there_is_and_is_short(step) -> None:
    deeds = {a.id for a in ACTIONS} | {f"{AT}{name}" for name in (*NAMES, "passages")} | {CHANGE}
    assert set(step.waits) <= deeds
    assert step.place in ("", "home", "passages", *NAMES)
    words = said(f"{step.text} {step.way}")
    assert "$" not in words
    assert len(step_lines(words, Room(76, len, UNICODE))) <= 4


def test_signs_in_the_tour_are_those_of_the_screen() -> None:
    line = step_lines(STEPS[0].text, Room(500, len, ASCII))[0]
    assert "disagreements (#)" in "".join(run.text for run in line)
    assert len(STEPS) == len(ACTS)
    assert "twelve" in OFFER
