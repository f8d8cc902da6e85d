"""The engine on our own invented stories: a check that it has not learned the development data by heart."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.quality.own_stories import STORIES, score_story
from tests.shared_files import needs_shared

pytestmark = needs_shared  # for the scorer that lies there
FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))["own_stories"]


@pytest.fixture(scope="module")
def figures() -> list[dict[str, Any]]:
    return [score_story(story) for story in STORIES]


def test_enough_of_the_conflicts_are_raised(figures: list[dict[str, Any]]) -> None:
    assert sum(f["disagreements"]["conflict"]["kind_and_values"] for f in figures) >= FLOORS["conflicts"]


def test_few_of_the_tempting_pairs_are_raised(figures: list[dict[str, Any]]) -> None:
    raised = sum(f["disagreements"]["near_misses_raised"]["raised"] for f in figures)
    assert raised <= FLOORS["near_misses_at_most"]


def test_what_is_raised_is_mostly_right(figures: list[dict[str, Any]]) -> None:
    precisions = [f["disagreements"]["precision_pessimistic"] for f in figures]
    known = [p for p in precisions if p is not None]
    assert sum(known) / len(known) >= FLOORS["mean_precision"]


def test_claims_that_state_one_fact_are_found(figures: list[dict[str, Any]]) -> None:
    assert sum(f["clusters"]["F1"] for f in figures) / len(figures) >= FLOORS["clusters_mean_F1"]
