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


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ida Thorsen resigned on Friday as head of the mill.", "Ida Thorsen was fired on Friday as head of the mill."),
        ("Dorn was reprimanded by the chess league.", "The chess league expelled Dorn."),
        ("Selby Tugs bought the old dredger.", "The old dredger was leased by Selby Tugs."),
    ],
)
def test_two_things_that_befell_one_are_two_names_of_a_deed(a: str, b: str) -> None:
    assert grades(a, b) == [TENSION]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ida Thorsen quit as head of the mill.", "Ida Thorsen resigned as head of the mill."),
        ("Ida Thorsen resigned as head of the mill.", "The mill fired two welders."),
        ("Dorn was not expelled by the chess league.", "The chess league reprimanded Dorn."),
    ],
)
def test_words_of_one_meaning_and_of_other_people_name_no_deed_twice(a: str, b: str) -> None:
    assert grades(a, b) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Piotr Hallberg opened the weir at Orrin.", "Peter Hallberg opened the weir at Orrin."),
        ("Dorn Systems built the lock at Pell.", "Dorn Software built the lock at Pell."),
        ("Katarina Sol opened the weir at Orrin.", "Catherine Sol opened the weir at Orrin."),
    ],
)
def test_forms_of_one_name_are_imprecision(a: str, b: str) -> None:
    assert grades(a, b) == [IMPRECISION]
