"""The engine on our own invented stories: a check that it has not learned the development data by heart."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.quality.own_stories import STORIES, group_of, score_story
from tests.shared_files import needs_shared

pytestmark = needs_shared  # for the scorer that lies there
FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))["own_stories"]

Group = tuple[dict[str, Any], list[dict[str, Any]]]


@pytest.fixture(scope="module", params=sorted(FLOORS))
def group(request: pytest.FixtureRequest) -> Group:
    """The floors of a group of stories, and their figures."""
    stories = [story for story in STORIES if group_of(story) == request.param]
    assert stories
    return FLOORS[request.param], [score_story(story) for story in stories]


def test_enough_of_the_conflicts_are_raised(group: Group) -> None:
    floors, figures = group
    assert sum(f["disagreements"]["conflict"]["kind_and_values"] for f in figures) >= floors["conflicts"]


def test_enough_of_the_tensions_are_raised(group: Group) -> None:
    floors, figures = group
    assert sum(f["disagreements"]["tension"]["kind"] for f in figures) >= floors["tensions"]


def test_few_of_the_tempting_pairs_are_raised(group: Group) -> None:
    floors, figures = group
    raised = sum(f["disagreements"]["near_misses_raised"]["raised"] for f in figures)
    assert raised <= floors["near_misses_at_most"]


def test_what_is_raised_is_mostly_right(group: Group) -> None:
    floors, figures = group
    raised = sum(f["disagreements"]["raised"] for f in figures)
    right = sum(f["disagreements"]["raised"] * (f["disagreements"]["precision_pessimistic"] or 0) for f in figures)
    assert right >= floors["precision"] * raised


def test_claims_that_state_one_fact_are_found(group: Group) -> None:
    floors, figures = group
    assert sum(f["clusters"]["F1"] for f in figures) / len(figures) >= floors["clusters_mean_F1"]
