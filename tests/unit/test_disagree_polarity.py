"""What one document states and another denies, in many forms, and pairs that tempt and are none."""

from __future__ import annotations

import pytest

from annotator.model import DisagreementKind
from tests.claim_builders import raised


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The company has not closed any shop in the valley.", "Harlow Mills has closed the shop of 40 weavers there."),
        ("The ministry did not extend the licence of the ferry.", "Pell Transport extended the licence of the ferry."),
        ("The council kept the night bus to Orrin.", "The council scrapped the night bus to Orrin."),
        ("The mayor denied meeting the smugglers in Pell.", "The mayor met the smugglers in Pell."),
        ("The union accepted the offer of the owners.", "The union turned down the offer of the owners."),
        ("The port has ended the contract of Selby Tugs.", "Selby Tugs still has a contract with the port."),
        ("The bank lifted the freeze on the account of Dorn.", "The freeze on the account of Dorn remains in force."),
        ("The museum withdrew the picture from the exhibition.", "The picture is still in the exhibition there."),
        ("Divers found no crack in the dam.", "A crack in the dam caused the flood."),
        ("Inspectors found no defect in the brakes of the tram.", "The tram crashed after its brakes failed."),
        ("There were no weapons in the cellar of the mill.", "Police carried weapons from the cellar of the mill."),
        ("No compensation has been paid.", "The mill has paid Ida Thorsen 40,000 crowns."),
        ("The port renewed the contract with Selby Tugs.", "The port ended the contract with Selby Tugs."),
    ],
)
def test_a_statement_and_its_denial_are_a_conflict_of_negation(a: str, b: str) -> None:
    assert [kind for kind, _ in raised(a, b)] == [DisagreementKind.NEGATION]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The port has ended the contract of Selby Tugs.", "The port still has a contract with Marlow Barges."),
        ("Divers found no crack in the dam.", "Divers found a crack in the lock gate."),
        ("Divers found no crack in the dam.", "Engineers will look for a possible crack in the dam."),
        ("The museum withdrew the picture from the show.", "The curator is still fond of the picture."),
        ("The union accepted the offer of the owners on Tuesday.", "The union rejected the first offer in May."),
        ("No compensation has been paid.", "The mill has paid Ida Thorsen for her paintings of the river."),
        ("The company paid for the new bridge at Pell.", "Harlow Mills paid for the new bridge at Pell."),
    ],
)
def test_other_things_and_other_names_of_one_body_are_no_denial(a: str, b: str) -> None:
    assert raised(a, b) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The envoy had not been speaking for the council of Pell.",
            "The envoy was speaking only for himself in Pell.",
        ),
        (
            "Councillor Vik voted no on the ferry bill on Monday.",
            "Councillor Vik voted against the ferry bill on Monday.",
        ),
    ],
)
def test_a_restriction_and_a_vote_against_deny_by_themselves(a: str, b: str) -> None:
    assert not raised(a, b)
