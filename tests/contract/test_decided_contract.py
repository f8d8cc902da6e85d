"""Whatever people decide on a real story, what is printed keeps the contract."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

import annotator
from annotator.decisions import Layers, find_orphans, fold_events, lay_over, without_rejected
from annotator.model import Analysis, Event, RemoveDocuments
from annotator.samples import sample_story
from tests.command_strategies import random_command
from tests.contract_checker import load_contract
from tests.shared_files import STORIES, needs_shared

DECISIONS = 60


def decide(story: Analysis, seed: int) -> list[Event]:
    """A log of random decisions, the last of which removes a document."""
    pick, layers, events = random.Random(seed), Layers(story), []
    now = story
    for number in range(1, DECISIONS + 1):
        events.append(Event(number, "2031-05-07", "ada", random_command(pick, now), f"b{number}"))
        now = layers.lay(fold_events(events).rulings).result()
    gone = RemoveDocuments((pick.choice(story.documents).id,))
    return [*events, Event(DECISIONS + 1, "2031-05-07", "ada", gone, "last")]


def check(story: Analysis, seed: int) -> None:
    problems = load_contract()
    known = set(problems(story.to_dict()))
    events = decide(story, seed)
    for log in (events[:-1], events):
        laid = lay_over(story, fold_events(log))
        assert set(problems(laid.to_dict(), rejected=True)) <= known
        assert set(problems(without_rejected(laid).to_dict())) <= known
    assert find_orphans(story, fold_events(events)) == ()


@needs_shared
@pytest.mark.parametrize("seed", range(4))
def test_decisions_on_the_sample_keep_the_contract(seed: int) -> None:
    check(annotator.analyze(sample_story()), seed)


@needs_shared
@pytest.mark.parametrize("story", STORIES[::3], ids=lambda path: path.name)
def test_decisions_on_a_real_story_keep_the_contract(story: Path) -> None:
    check(annotator.analyze([story]), 5)
