"""How much one piece of evidence proves, in two documents."""

from __future__ import annotations

import pytest

from annotator.model import DisagreementKind, Severity
from tests.claim_builders import FILLER_A, FILLER_B, compare, make_story


def stages(a: str, b: str) -> list[Severity]:
    found = compare(*make_story((*FILLER_A, a), (*FILLER_B, b)))
    return [d.severity for d in found if d.kind is DisagreementKind.TENSE_MODALITY]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "A harbour video appears to show the pilot leaving the ferry's bridge.",
            "Camera footage shows that the pilot left the bridge of the ferry.",
        ),
        (
            "The emails suggest that the mayor knew of the cracked weir.",
            "The mayor's messages prove that he knew of the cracked weir.",
        ),
        ("The study indicates that the drug thins the bones.", "Research showed that the drug thins bones in a year."),
        ("Records may show payments to the harbour clerk.", "Documents reveal payments to the harbour clerk in May."),
        ("The audit hinted at missing school funds.", "The report confirmed missing school funds."),
        ("A short circuit was the likely cause of the barn fire.", "The barn fire was traced to a short circuit."),
        ("The barn blaze may have been caused by a heater.", "The barn blaze was caused by a heater, police said."),
        ("Tests suggest lead in the village water.", "Samples proved that the village water holds lead."),
    ],
)
def test_evidence_that_is_sure_in_one_text_only_is_a_tension(a: str, b: str) -> None:
    assert stages(a, b) == [Severity.TENSION]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The video shows the pilot on the bridge.", "Footage shows that the pilot was on the bridge."),
        ("The emails suggest that the mayor knew of the weir.", "The tests show lead in the village water."),
        ("The emails suggest that the mayor knew.", "A study shows that the mayor's weir leaks."),
        ("The video does not show the pilot on the bridge.", "The video appears to show a dog."),
        ("The cause of the barn fire is unknown.", "The cause of the barn fire was not given."),
    ],
)
def test_other_evidence_and_other_matters_are_not(a: str, b: str) -> None:
    assert stages(a, b) == []
