"""The sample story shows what the program is for: a disagreement of each kind, and near misses that are none."""

from __future__ import annotations

import pytest

import annotator
from annotator.model import Analysis, DisagreementKind, GenreType
from annotator.samples import sample_story


@pytest.fixture(scope="module")
def sample() -> Analysis:
    return annotator.analyze(sample_story())


def test_every_kind_of_disagreement_is_in_the_sample(sample: Analysis) -> None:
    assert {d.kind for d in sample.disagreements} >= set(DisagreementKind) - {DisagreementKind.OTHER}


@pytest.mark.parametrize("words", ["310,000", "350", "200", "mid-May", "Four of the turbines"])
def test_a_near_miss_is_not_raised(words: str, sample: Analysis) -> None:
    assert any(words in d.text for d in sample.documents)
    assert not [d.why for d in sample.disagreements if any(words in s.text for s in d.sides)]


def test_official_wire_report_and_argument_are_told_apart(sample: Analysis) -> None:
    genres = {d.path[:2]: d.genre.type for d in sample.documents}
    assert genres["01"] is GenreType.OFFICIAL
    assert genres["02"] is GenreType.WIRE
    assert genres["03"] is GenreType.REPORTAGE
    assert genres["05"] is GenreType.OPINION


def test_the_garbled_copy_is_traced_to_the_wire(sample: Analysis) -> None:
    path = {d.id: d.path[:2] for d in sample.documents}
    assert ("02", "04") in {(path[e.source], path[e.target]) for e in sample.provenance}
