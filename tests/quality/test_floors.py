"""The accuracy floors: what the engine suggests, scored against what careful people read in the same texts."""

from __future__ import annotations

import importlib.util
import json
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import annotator
from tests.shared_files import SHARED, STORIES, needs_shared

FLOORS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))
OTHERS = [s for s in STORIES if s.name != "dib"]
pytestmark = needs_shared


@cache
def scorer(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"shared_{name}", SHARED / "score" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    if name == "score":
        read_whole_gold(module)
    return module


def read_whole_gold(score: ModuleType) -> None:
    """Lets the scorer read dib: sides of its `ignore` entries have no `text`, on which the scorer stops (KeyError)."""
    reaches = score.reaches

    def with_text(story: Any, sides: list[dict[str, Any]], said: dict[str, Any], *, values: bool) -> bool:
        for side in sides:
            side.setdefault("text", story.text[side["file"]][side["start"] : side["end"]])
        return bool(reaches(story, sides, said, values=values))

    score.reaches = with_text


@cache
def scores(story: Path) -> dict[str, Any]:
    made: dict[str, Any] = scorer("score").score(story, annotator.analyze([story]).to_dict())
    return made


def raised(story: Path, severity: str) -> int:
    return int(scores(story)["disagreements"][severity]["kind_and_values"])


def near_misses(story: Path) -> int:
    return int(scores(story)["disagreements"]["near_misses_raised"]["raised"])


def assert_reached(got: Mapping[str, float], floors: Mapping[str, float], what: str) -> None:
    for name, floor in floors.items():
        assert got[name] >= floor, f"{what} {name}: {got[name]} is below {floor}"


@pytest.mark.parametrize(
    "part", ["segmentation", "body", "genre", "published", "clusters", "flags", "attributions", "provenance"]
)
def test_dib_reaches_the_floor(part: str) -> None:
    assert_reached(scores(SHARED / "stories" / "dib")[part], FLOORS["stories"]["dib"][part], part)


def test_dib_has_its_conflicts_and_tensions_and_few_false_alarms() -> None:
    story, floors = SHARED / "stories" / "dib", FLOORS["stories"]["dib"]
    assert raised(story, "conflict") >= floors["conflicts"]
    assert raised(story, "tension") >= floors["tensions"]
    assert near_misses(story) <= floors["near_misses_at_most"]
    charged = scores(story)["flags"]["quoted_words_charged_to_outlet"]
    assert charged <= floors["quoted_words_charged_at_most"]


@pytest.mark.parametrize(("part", "floors"), FLOORS["mean_of_the_others"].items())
def test_the_mean_of_the_other_stories_reaches_the_floor(part: str, floors: Mapping[str, float]) -> None:
    mean = {name: sum(scores(s)[part][name] for s in OTHERS) / len(OTHERS) for name in floors}
    assert_reached(mean, floors, part)


@pytest.mark.parametrize(
    ("name", "count"),
    [("conflicts", lambda s: raised(s, "conflict")), ("genre", lambda s: scores(s)["genre"]["right"])],
)
def test_the_sum_of_the_other_stories_reaches_the_floor(name: str, count: Callable[[Path], int]) -> None:
    assert sum(map(count, OTHERS)) >= FLOORS["sum_of_the_others"][name]


def test_few_near_misses_are_raised_in_the_other_stories() -> None:
    assert sum(map(near_misses, OTHERS)) <= FLOORS["sum_of_the_others"]["near_misses_at_most"]


@pytest.mark.parametrize(("name", "floors"), FLOORS["probes"].items())
@pytest.mark.timeout(600)
def test_a_probe_reaches_the_floor(name: str, floors: Mapping[str, float], monkeypatch: pytest.MonkeyPatch) -> None:
    probe, file = name.split()
    probes = scorer("probes")
    got: dict[str, float] = {}
    monkeypatch.setattr(probes, "show", lambda title, row: got.update({f"{title} {k}": v for k, v in row.items()}))
    rows = [json.loads(line) for line in (SHARED / "data" / f"{file}.jsonl").read_text("utf-8").splitlines() if line]
    arguments = {"editorial": (rows, 0.5), "conflict": (rows, False)}.get(probe, (rows,))
    getattr(probes, probe)(*arguments)
    assert_reached(got, floors, name)
