"""What somebody who was asked is said to have answered, and whom somebody is said to have blamed."""

from __future__ import annotations

import pytest

from annotator.model import DisagreementKind, Severity
from tests.tunnel_story import compare_passages


def found(first: str, second: str) -> list[tuple[DisagreementKind, Severity]]:
    return [(d.kind, d.severity) for d in compare_passages(first, second)]


@pytest.mark.parametrize(
    ("first", "second", "severity"),
    [
        ("Norvane declined to comment on the survey.", "Norvane denied the claims about the survey.", Severity.TENSION),
        ("Draycott could not be reached for comment.", "Draycott denied wrongdoing.", Severity.TENSION),
        ("Corrigan did not respond to a request for comment.", "Corrigan declined to comment.", Severity.IMPRECISION),
        ("Norvane blamed the weather for the delay.", "Norvane blamed the ministry for the delay.", Severity.TENSION),
        (
            "Vik accused Norvane of hiding the survey.",
            "Vik accused the ministry of hiding the survey.",
            Severity.TENSION,
        ),
    ],
)
def test_silence_refusal_denial_and_another_one_blamed_are_told_apart(
    first: str, second: str, severity: Severity
) -> None:
    assert (DisagreementKind.ATTRIBUTION, severity) in found(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Norvane declined to comment.", "The ministry did not respond to a request for comment."),
        ("Norvane denied hiding the survey.", "Norvane did not respond to questions about the bonus of its chief."),
        ("Norvane blamed the weather for the delay.", "Norvane blamed the ministry for the strike."),
        ("Norvane blamed the weather for the delay.", "Norvane blamed bad weather for the delay."),
    ],
)
def test_other_people_other_questions_and_other_matters_are_no_difference(first: str, second: str) -> None:
    kinds = [kind for kind, _ in found(first, second)]
    assert DisagreementKind.ATTRIBUTION not in kinds
