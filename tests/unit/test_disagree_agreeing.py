"""What looks like a difference and is none."""

from __future__ import annotations

import pytest

from tests.claim_builders import FILLER_A, FILLER_B, compare, make_story


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The Harlow weir was shut for ten weeks by the flood.",
            "The Harlow weir was shut for two months by the flood.",
        ),
        ("The ferry strike lasted 17 days.", "The ferry strike lasted two weeks."),
        ("Repairs to the Pell bridge took 18 months.", "Repairs to the Pell bridge took two years."),
        ("Senator Tom Averill voted no on the milk levy.", "Senator Tom Averill voted against the milk levy."),
        ("Ida Thorsen and her husband bought the old mill.", "The couple bought the old mill."),
        ("Ida Thorsen will stay at the mill through Oct. 23.", "Ida Thorsen will leave the mill Oct. 23."),
        ("The bill lengthens the mayor's term from eight years.", "The bill lengthens the mayor's term by four years."),
    ],
)
def test_roundings_and_other_wordings_of_one_fact_are_no_conflict(a: str, b: str) -> None:
    assert compare(*make_story((*FILLER_A, a), (*FILLER_B, b))) == ()
