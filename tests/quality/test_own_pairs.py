"""The values of two sentences alone, on pairs that we invented: raised where they cannot both be, else left."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import annotator

HERE = Path(__file__).parent
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))["own_pairs"]
PAIRS = tomllib.loads((HERE / "pairs.toml").read_text(encoding="utf-8"))["pairs"]


@pytest.fixture(scope="module")
def raised() -> list[tuple[str, bool]]:
    """The label of each pair, and whether a conflict is raised on it."""
    return [(pair["label"], is_conflict(pair["a"], pair["b"])) for pair in PAIRS]


def is_conflict(a: str, b: str) -> bool:
    found = annotator.analyze([("a.txt", a), ("b.txt", b)]).disagreements
    return any(d.severity == "conflict" for d in found)


def test_most_changed_values_are_raised(raised: list[tuple[str, bool]]) -> None:
    conflicts = [is_raised for label, is_raised in raised if label == "conflict"]
    assert 100 * sum(conflicts) / len(conflicts) >= FLOORS["recall"]


def test_what_is_raised_on_a_pair_is_mostly_a_changed_value(raised: list[tuple[str, bool]]) -> None:
    labels = [label for label, is_raised in raised if is_raised]
    assert 100 * labels.count("conflict") / len(labels) >= FLOORS["precision"]
