"""Two counts of one crowd, or of how often one thing was done."""

from __future__ import annotations

import pytest

from annotator.model import DisagreementKind
from tests.claim_builders import FILLER_A, FILLER_B, compare, make_story


def counts(a: str, b: str) -> int:
    found = compare(*make_story((*FILLER_A, a), (*FILLER_B, b)))
    return sum(d.kind is DisagreementKind.QUANTITY for d in found)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The guard fired three shots at the van.", "He shot at the fleeing driver and fired six times, a clerk said."),
        ("Several hundred protesters stood in the rain.", "A handful of demonstrators waved paper herons."),
        ("More than a thousand people marched to the mill.", "Some 400 residents gathered at the mill, police said."),
        ("The storm left about 8,000 travellers without a ferry.", "Ice stranded more than 12,000 passengers."),
        ("Floods displaced 300 families.", "At least 900 people fled, some families in boats."),
        ("The envoy met the rebels four times.", "Aides put it at seven meetings since May."),
        ("The clerk phoned four trustees that night.", "In the evening she had rung nine trustees."),
        ("The mill will cut 120 jobs.", "Layoffs will hit 200 workers by May."),
        ("The attacker stabbed the cook five times.", "The report lists eight stabbings of the cook."),
        ("Inspectors visited the barn twice or 2 times.", "Records show five visits to the barn."),
    ],
)
def test_counts_of_one_crowd_or_act_are_compared_in_other_words(a: str, b: str) -> None:
    assert counts(a, b) == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Several hundred protesters stood in the rain.", "About 400 demonstrators stood in the rain."),
        ("More than 1,000 people marched to the mill.", "Some 1,200 people marched to the mill."),
        ("The guard fired three shots at the van.", "The guard fired three times."),
        ("Police saw 300 protesters in May and 900 in June.", "A parade of 40 floats drew no demonstrators."),
        ("The storm stranded about 8,000 travellers.", "The ferry line carries 90,000 passengers a year."),
        ("About 60,000 travellers were stuck.", "Some 58,000 passengers were stranded."),
    ],
)
def test_roundings_bounds_and_other_counts_are_not(a: str, b: str) -> None:
    assert counts(a, b) == 0
