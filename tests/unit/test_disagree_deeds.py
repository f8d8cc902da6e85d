"""Deeds told by a noun are compared with deeds told by a verb."""

from __future__ import annotations

import pytest

from annotator.model import DisagreementKind
from tests.claim_builders import FILLER_A, FILLER_B, compare, make_story, raised


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ida Thorsen will appeal against the fine.", "Ida Thorsen has filed an appeal against the fine."),
        ("Ida Thorsen would appeal, her lawyer said.", "Ida Thorsen has lodged an appeal."),
        ("Ida Thorsen is weighing a run for mayor.", "Ida Thorsen will run for mayor."),
        ("The thieves may have read the letters of patients.", "The thieves read the letters of patients."),
        ("The mill is considering a sale of the quarry.", "The mill announced a sale of the quarry."),
        ("Dorn is suspected of stealing the boat.", "Dorn stole the boat."),
        ("Dorn allegedly stole the boat from the yard.", "Dorn stole the boat from the yard."),
        ("Dorn is suspected of stealing the boat from the yard.", "Dorn had stolen the boat from the yard."),
        ("The council opened an inquiry into the fall.", "The council would open an inquiry into the fall."),
    ],
)
def test_a_deed_done_in_one_text_and_awaited_in_the_other_is_a_difference_of_tense(a: str, b: str) -> None:
    assert [kind for kind, _ in raised(a, b)] == [DisagreementKind.TENSE_MODALITY]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The harbour master ordered the crew into the boats.", "The order to take to the boats came from a minister."),
        ("The order to empty the dam was given by the minister.", "The engineer ordered the dam to be emptied."),
        ("The warning about the old dam came from the brewery.", "The diver warned the town about the old dam."),
    ],
)
def test_the_one_from_whom_an_order_came_gave_it(a: str, b: str) -> None:
    assert [kind for kind, _ in raised(a, b)] == [DisagreementKind.ACTOR]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The mayor made a promise to the divers.", "The mayor kept the divers waiting."),
        ("Ida Thorsen filed an appeal against the fine.", "Ida Thorsen will appeal to the voters of Orrin in May."),
        ("Dorn is suspected of stealing the boat.", "Dorn allegedly stole the boat."),
        ("Dorn is suspected of stealing the boat.", "Dorn built the boat."),
        ("Dorn is accused of stealing the boat.", "Dorn stole the boat."),
        ("The order to empty the dam came from the ministry.", "The minister ordered a new dam at Pell."),
    ],
)
def test_other_deeds_are_not_compared(a: str, b: str) -> None:
    assert raised(a, b) == []


def test_an_appeal_announced_before_and_filed_since_is_no_difference() -> None:
    texts = (*FILLER_A, "Ida Thorsen would appeal."), (*FILLER_B, "Ida Thorsen has filed an appeal.")

    assert compare(*make_story(*texts, published=("2031-05-01", "2031-05-09"))) == ()
