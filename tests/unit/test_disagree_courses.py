"""How far two documents say that one course of public life has got."""

from __future__ import annotations

import pytest

from annotator.model import DisagreementKind, Severity
from tests.claim_builders import FILLER_A, FILLER_B, compare, make_story

CONFLICT, TENSION = Severity.CONFLICT, Severity.TENSION


def stages(a: str, b: str) -> list[Severity]:
    found = compare(*make_story((*FILLER_A, a), (*FILLER_B, b)))
    return [d.severity for d in found if d.kind in (DisagreementKind.TENSE_MODALITY, DisagreementKind.NEGATION)]


@pytest.mark.parametrize(
    ("a", "b", "severity"),
    [
        (
            "The dairy board is considering a legal challenge to the milk levy.",
            "The dairy board will go to court over the milk levy.",
            TENSION,
        ),
        (
            "Harbour police said no investigation of the Pell ferry had been opened.",
            "The Pell ferry is under investigation by the harbour police.",
            CONFLICT,
        ),
        (
            "The regulator would seek a penalty of 2 million crowns from Dorn Rail.",
            "Dorn Rail was fined 2 million crowns by the regulator.",
            TENSION,
        ),
        (
            "The Harlow council has not decided whether to sue the builder of the weir.",
            "The Harlow council filed a lawsuit against the builder of the weir.",
            CONFLICT,
        ),
        (
            "Auditors may look into the accounts of the Pell lifeboat fund.",
            "Auditors have launched an inquiry into the accounts of the Pell lifeboat fund.",
            TENSION,
        ),
        (
            "The union is weighing a strike at the Harlow mill.",
            "The union vowed to strike at the Harlow mill.",
            TENSION,
        ),
        (
            "Nurses asked for a hearing on the clinic's closure plans.",
            "A hearing on the clinic's plans has begun, nurses said.",
            TENSION,
        ),
        (
            "Prosecutors could prosecute the mayor for the burnt letters.",
            "Prosecutors have indicted the mayor over the burnt letters.",
            TENSION,
        ),
        (
            "Senators were undecided about an impeachment of the governor, aides said.",
            "Senators opened the impeachment of the governor, aides said.",
            CONFLICT,
        ),
        (
            "The ministry proposed a recall of the Orrin heaters.",
            "The ministry ordered a recall of the Orrin heaters.",
            TENSION,
        ),
    ],
)
def test_a_course_at_two_stages_is_named(a: str, b: str, severity: Severity) -> None:
    assert stages(a, b) == [severity]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The board launched an inquiry into the weir.", "The board has begun an investigation of the weir."),
        ("The union is weighing a strike at the mill.", "Teachers in Orrin vowed to strike over pay."),
        ("She did not ask for an inquiry into the weir.", "An inquiry into the weir was opened."),
        ("Tom Averill announced his resignation on Monday.", "Tom Averill handed in his resignation, the mill said."),
        ("The council will appeal the ruling on the weir.", "The council is going to appeal the ruling on the weir."),
    ],
)
def test_shades_and_other_courses_are_not(a: str, b: str) -> None:
    assert stages(a, b) == []


def test_a_later_paper_may_tell_of_what_has_come_since() -> None:
    early = "The dairy board is considering a legal challenge to the milk levy."
    late = "The dairy board filed a lawsuit over the milk levy."
    story = make_story((*FILLER_A, early), (*FILLER_B, late), published=("2031-05-02", "2031-05-09"))
    assert not [d for d in compare(*story) if d.severity is not Severity.IMPRECISION]
