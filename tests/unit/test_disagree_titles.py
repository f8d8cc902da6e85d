"""One person's posts in two documents."""

from __future__ import annotations

import pytest

from annotator.model import DisagreementKind, Severity
from tests.claim_builders import FILLER_A, FILLER_B, compare, make_story

TENSION, IMPRECISION = Severity.TENSION, Severity.IMPRECISION


def grades(a: str, b: str) -> list[Severity]:
    found = compare(*make_story((*FILLER_A, a), (*FILLER_B, b)))
    assert {d.kind for d in found} <= {DisagreementKind.NAMING}
    return [d.severity for d in found]


@pytest.mark.parametrize(
    ("a", "b", "severity"),
    [
        (
            "Ida Thorsen, who chairs Harlow Mills, opened the weir.",
            "Ida Thorsen, managing director of Harlow Mills, opened the weir.",
            TENSION,
        ),
        ("Ida Thorsen, chief executive of Harlow Mills, spoke.", "Ida Thorsen, chair of Harlow Mills, spoke.", TENSION),
        ("Deputy mayor Ida Thorsen opened the weir.", "Mayor Ida Thorsen opened the weir.", TENSION),
        ("Acting mayor Ida Thorsen opened the weir.", "Mayor Ida Thorsen opened the weir.", IMPRECISION),
    ],
)
def test_other_posts_of_one_person_are_named(a: str, b: str, severity: Severity) -> None:
    assert grades(a, b) == [severity]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Former mayor Ida Thorsen opened the weir.", "Mayor Ida Thorsen opened the weir."),
        ("Judge Ida Thorsen opened the weir.", "The former judge Ida Thorsen opened the weir."),
        ("Ida Thorsen, who heads Harlow Mills, spoke.", "Ida Thorsen, chief executive of Harlow Mills, spoke."),
        ("Ida Thorsen, CEO of Harlow Mills, spoke.", "Ida Thorsen, chief executive of Harlow Mills, spoke."),
        ("Ida Thorsen, founder of Harlow Mills, spoke.", "Ida Thorsen, chief executive of Harlow Mills, spoke."),
    ],
)
def test_a_former_post_another_word_for_it_and_what_goes_together_are_no_difference(a: str, b: str) -> None:
    assert grades(a, b) == []
