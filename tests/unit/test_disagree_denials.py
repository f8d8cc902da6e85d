"""What one document says was done and the other that it was not, however the denial is put."""

from __future__ import annotations

import pytest

from annotator.model import DisagreementKind, Severity
from tests.tunnel_story import compare_passages


def denials(first: str, second: str) -> list[Severity]:
    found = compare_passages(first, second)
    return [d.severity for d in found if d.kind is DisagreementKind.NEGATION]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Norvane denied that it had known about the soft rock.",
            "Norvane conceded that it had known of the soft rock.",
        ),
        ("Draycott denied having ordered the test.", "Draycott admitted that he had ordered the test."),
        ("Norvane warned the ministry about the seals.", "Norvane failed to warn the ministry about the seals."),
        ("The regulator approved the lining in January.", "The regulator refused to approve the lining in January."),
        ("Corrigan ruled out a public inquiry.", "Corrigan did not rule out a public inquiry."),
    ],
)
def test_what_was_done_and_what_was_denied_or_left_undone_are_a_conflict(first: str, second: str) -> None:
    assert denials(first, second) == [Severity.CONFLICT]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Norvane denied that it had known of the rock.", "Norvane said that it had not known of the rock."),
        ("No train will cross before autumn.", "Goods trains will cross in the autumn."),
        ("The union will not return to work until the audit ends.", "The union will return to work in June."),
    ],
)
def test_two_ways_of_denying_and_a_denial_for_a_time_are_none(first: str, second: str) -> None:
    assert not denials(first, second)
