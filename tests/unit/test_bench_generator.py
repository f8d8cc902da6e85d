"""The benchmark's stories: the same every time, and with what the engine has to work at."""

from __future__ import annotations

import annotator
from tests.bench.engine import exponent
from tests.bench.generator import make_story


def test_the_same_size_and_seed_give_the_same_story() -> None:
    assert make_story(4) == make_story(4)
    assert make_story(4) != make_story(4, seed=2)


def test_a_generated_story_has_claims_in_common_and_differences() -> None:
    analysis = annotator.analyze(make_story(6))
    assert len(analysis.documents) == 6
    assert len(analysis.clusters) >= 5
    assert analysis.disagreements
    assert any(c.attributions for c in analysis.claims)


def test_the_exponent_of_a_quadratic_cost_is_two() -> None:
    assert round(exponent((5, 50), (1.0, 100.0)), 6) == 2
