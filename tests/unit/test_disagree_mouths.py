"""Who is said to have said it: two people, a body and its member, somebody unnamed, or nobody."""

from __future__ import annotations

import pytest

from annotator.model import DisagreementKind, Severity
from tests.tunnel_story import compare_passages

TENSION, IMPRECISION = Severity.TENSION, Severity.IMPRECISION


def sources(first: str, second: str) -> list[Severity]:
    found = compare_passages(first, second)
    return [d.severity for d in found if d.kind is DisagreementKind.ATTRIBUTION]


@pytest.mark.parametrize(
    ("first", "second", "severity"),
    [
        ("Corrigan said", "said Paul Draycott", TENSION),
        ("said Paul Draycott", "said an engineer who asked not to be named", TENSION),
        ("Vik said", "the union said in a statement", IMPRECISION),
    ],
)
def test_one_quotation_with_two_speakers_is_told_by_how_far_they_are_apart(
    first: str, second: str, severity: Severity
) -> None:
    words = "The pumps were switched off to save power"
    assert sources(f"“{words},” {first}.", f"“{words},” {second}.") == [severity]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Vik claimed that the consortium had falsified the logs.", "The consortium falsified the logs."),
        (
            "Norvane is seeking a buyer for its stake, two people familiar with the talks said.",
            "Norvane is seeking a buyer for its stake.",
        ),
        (
            "Norvane says it was warned of the soft rock only in 2023; Vik disputes that.",
            "Norvane was warned of the soft rock only in 2023.",
        ),
        (
            "A person close to the ministry said that the contract would be cancelled.",
            "Officials said that the contract would be cancelled.",
        ),
    ],
)
def test_a_doubtful_source_that_the_other_text_drops_or_raises_is_a_tension(first: str, second: str) -> None:
    assert sources(first, second) == [TENSION]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("“We regret every delay,” Draycott said.", "“We regret every delay,” said the chief engineer."),
        ("“We regret every delay,” Ilse Corrigan said.", "“We regret every delay,” said the transport minister."),
        ("The tunnel is 14 kilometres long, the ministry said.", "The tunnel is 14 kilometres long."),
        ("The ministry said that the contract stood.", "A spokeswoman for the ministry said that the contract stood."),
        ("A Norvane spokesman said the seals were new.", "Jon Tarrant, for Norvane, said that the seals were new."),
        ("Norvane keeps false records, Vik said.", "Norvane keeps false records."),
    ],
)
def test_one_speaker_by_two_names_and_an_answerable_source_are_no_difference(first: str, second: str) -> None:
    assert not sources(first, second)
