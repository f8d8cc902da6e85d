"""Adjectives that exclude each other, what begins and what was left undone, in two invented documents."""

from __future__ import annotations

import pytest

from annotator.model import DisagreementKind as Kind
from tests.claim_builders import raised


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The old bridge is safe, the ministry said.", "The old bridge is unsafe, engineers say."),
        ("The owner was aware of the crack in the dam.", "The owner was unaware of the crack in the dam."),
        ("The vote on the dam was unanimous.", "The vote on the dam was divided, two members said."),
        ("The mill is still not insured.", "The mill is insured."),
        ("Nobody was injured.", "Several dozen weavers were injured when the stand gave way."),
        ("Two divers died in the collapse.", "Nobody died in the collapse, the mine said."),
        ("The judge stopped short of finding that the mill had cheated.", "The judge found that the mill had cheated."),
    ],
)
def test_a_contrary_is_a_conflict_of_negation(a: str, b: str) -> None:
    assert [kind for kind, _ in raised(a, b)] == [Kind.NEGATION]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The old bridge is safe.", "The ferry to the island is unsafe."),
        ("The vote on the dam was unanimous.", "The vote on the quarry was divided."),
        ("Whether the old bridge is unsafe is not known.", "The old bridge is safe."),
        ("The old bridge could be unsafe, he said.", "The old bridge is safe."),
        ("The mill is not unsafe.", "The mill is safe."),
    ],
)
def test_other_things_and_what_is_left_open_are_no_contrary(a: str, b: str) -> None:
    assert raised(a, b) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The ferry law will come into force on 1 June.", "The ferry law came into force on 1 June."),
        ("The new ferry rules will take effect in July.", "The new ferry rules took effect in July."),
    ],
)
def test_what_is_to_take_effect_and_took_it_is_a_difference_of_tense(a: str, b: str) -> None:
    assert [kind for kind, _ in raised(a, b)] == [Kind.TENSE_MODALITY]
