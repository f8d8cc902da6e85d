"""How far someone has gone towards one deed, in two documents."""

from __future__ import annotations

import pytest

from annotator.model import DisagreementKind, Severity
from tests.claim_builders import FILLER_A, FILLER_B, compare, make_story


def kinds(a: str, b: str, published: tuple[str, str] = ("2031-05-02", "2031-05-02")) -> list[tuple[str, str]]:
    found = compare(*make_story((*FILLER_A, a), (*FILLER_B, b), published=published))
    return [(d.kind.value, d.severity.value) for d in found if d.severity is not Severity.IMPRECISION]


TENSION = [(DisagreementKind.TENSE_MODALITY.value, Severity.TENSION.value)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Kell said that she would consider a boycott of the regatta.",
            "Kell said that she will boycott the regatta.",
        ),
        ("An appeal against the fine was being considered.", "The mill will appeal against the fine, Kell said."),
        ("Ending the ferry subsidy is on the table.", "The cabinet has begun the process of ending the ferry subsidy."),
        ("Flights to Orrin may resume this month.", "Flights to Orrin are to restart on Monday."),
        ("Torv is weighing a run for the senate.", "Torv told friends that he'll run for the senate."),
        ("Kell did not rule out a lawsuit over the weir.", "Kell vowed a lawsuit over the weir."),
        ("Kell did not rule out a lawsuit over the weir.", "Kell said she'd sue over the weir."),
        ("Kell hasn't decided whether to reopen the weir.", "Kell vowed to reopen the weir."),
        ("No landings are expected to be closed by the merger.", "No landings will be closed by the merger."),
    ],
)
def test_what_is_open_here_and_meant_or_begun_there_is_a_tension(a: str, b: str) -> None:
    assert kinds(a, b) == TENSION


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kell is considering a boycott of the regatta.", "Kell said that she may boycott the regatta."),
        ("Kell plans to boycott the regatta.", "Kell will boycott the regatta."),
        ("Kell may boycott the regatta.", "Torv will open the regatta."),
        ("Torv could not close the sluice in time.", "Torv plans to close the sluice in March."),
        ("Torv weighed in on the new weir.", "Torv plans to see the new weir."),
        ("Asked whether she would boycott the regatta, Kell laughed.", "Kell could boycott the regatta."),
    ],
)
def test_shades_other_deeds_and_questions_are_not_raised(a: str, b: str) -> None:
    assert kinds(a, b) == []


def test_what_a_much_later_report_tells_may_have_come_since() -> None:
    pair = "Kell is considering a boycott of the regatta.", "Kell will boycott the regatta."
    assert kinds(*pair, published=("2031-05-02", "2031-05-03")) == TENSION
    assert kinds(*pair, published=("2031-05-02", "2031-05-12")) == []
    assert kinds(*pair, published=("2031-05-12", "2031-05-02")) == TENSION
