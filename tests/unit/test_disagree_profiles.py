"""What two documents say one person does for a living."""

from __future__ import annotations

import pytest

from annotator.model import DisagreementKind, Severity
from tests.claim_builders import FILLER_A, FILLER_B, compare, make_story


def namings(a: str, b: str) -> list[Severity]:
    found = compare(*make_story((*FILLER_A, a), (*FILLER_B, b)))
    return [d.severity for d in found if d.kind is DisagreementKind.NAMING]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Ida Thorsen, a welder at Harlow Mills, warned the council.",
            "The council heard from Ida Thorsen, an electrician.",
        ),
        ("A forklift driver, Tom Averill, found the crack.", "Tom Averill, a supervisor who found the crack, was ill."),
        ("Petra Nilsen, the chairwoman of Harlow Mills, paid.", "Petra Nilsen, CEO of Harlow Mills, paid for it."),
        (
            "Owen Pike is a lobbyist for the railway operators.",
            "The letter went to Owen Pike, a consultant for the railway operators.",
        ),
        ("The nurse Ruth Amadi signed the form.", "Ruth Amadi, a trained midwife, put her name to the form."),
        ("Karl Brand, 51, a fisherman from Pell Island, saw it.", "It was seen by the mechanic Karl Brand."),
        ("Nadia Rouse, who is an accountant at the mill, resigned.", "Nadia Rouse, a clerk at the mill, has resigned."),
        (
            "A retired pilot, Evan Sorley, wrote the report.",
            "The report was written by Evan Sorley, a retired engineer.",
        ),
        ("Lars Holt, managing director of Dorn Rail, apologised.", "Lars Holt, the chairman of Dorn Rail, apologised."),
        ("Mae Finch, a history teacher, led the walk.", "The walk was led by Mae Finch, a librarian."),
    ],
)
def test_two_trades_or_posts_of_one_person_are_named(a: str, b: str) -> None:
    assert namings(a, b) == [Severity.TENSION]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ida Thorsen, a lawyer from Harlow, warned the council.", "Ida Thorsen, an attorney, warned the council."),
        ("Ida Thorsen, a welder at Harlow Mills, spoke.", "Ida Thorsen, a mother of three, spoke."),
        ("Ida Thorsen, the head of Harlow Mills, spoke.", "Ida Thorsen, chief executive of Harlow Mills, spoke."),
        ("Ida Thorsen, a banker from Orrin, spoke.", "Ida Thorsen, treasurer of the Pell Choir, spoke."),
        ("Ida Thorsen, chair of the Pell Choir, spoke.", "Ida Thorsen, president of Harlow Mills, spoke."),
        ("Ida Thorsen, a former prosecutor, spoke.", "Applause went to Ida Thorsen, a law professor."),
        ("Ida Thorsen, a welder, spoke.", "Nils Thorsen, an electrician, spoke; Ida Thorsen, a welder, listened."),
        ("Interim president Ida Thorsen of the union spoke.", "Ida Thorsen, the treasurer of the union, spoke."),
        ("Ida Thorsen, a welder, spoke.", "Ida Thorsen, the oldest worker, spoke."),
        ("Ida Thorsen, the bill's sponsor, spoke.", "Ida Thorsen, the author of the bill, spoke."),
    ],
)
def test_words_that_one_person_can_bear_at_once_are_not(a: str, b: str) -> None:
    assert namings(a, b) == []
