"""How one person left a post, in two documents."""

from __future__ import annotations

import pytest

from annotator.model import DisagreementKind, Severity
from tests.claim_builders import FILLER_A, FILLER_B, compare, make_story


def namings(a: str, b: str) -> list[Severity]:
    found = compare(*make_story((*FILLER_A, *a.split(" / ")), (*FILLER_B, *b.split(" / "))))
    return [d.severity for d in found if d.kind is DisagreementKind.NAMING]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Ida Thorsen, the mill's bookkeeper for nine years and a friend of the mayor, resigned on Monday.",
            "Ida Thorsen was pushed out Monday. / In a letter she had said that she would step down.",
        ),
        ("Tom Averill quit the school board on Monday.", "The school board's Tom Averill was ousted on Monday."),
        ("Ruth Amadi, the treasurer, stepped down over the fees.", "Ruth Amadi was forced out by two directors."),
        (
            "Karl Brand retired from the mill in May.",
            "In May the mill fired Karl Brand, who will sue. / Karl Brand was sacked.",
        ),
        ("Nadia Rouse was laid off with nine others.", "Nadia Rouse was dismissed for a broken lamp."),
        ("Thaddeus Pike resigned as envoy.", "Thad Pike was driven out as envoy, two aides said."),
    ],
)
def test_own_will_and_force_are_two_stories(a: str, b: str) -> None:
    assert Severity.TENSION in namings(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ida Thorsen resigned on Monday.", "Ida Thorsen quit on Monday."),
        ("Ida Thorsen resigned from the mill.", "Tom Averill was fired from the mill."),
        ("Ida Thorsen was dismissed on Monday.", "Ida Thorsen was sacked on Monday."),
        ("Ida Thorsen quit; in truth Ida Thorsen was forced out.", "Ida Thorsen was ousted on Monday."),
        ("Ida Thorsen leaves the mill in May.", "Ida Thorsen will step down in May."),
    ],
)
def test_one_way_in_other_words_is_none(a: str, b: str) -> None:
    assert Severity.TENSION not in namings(a, b)
