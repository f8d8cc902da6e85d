"""How severe a change of words inside quotation marks is."""

from __future__ import annotations

import pytest

from annotator.model import DisagreementKind, Severity
from tests.claim_builders import FILLER_A, FILLER_B, compare, make_story


def grades(a: str, b: str) -> list[tuple[DisagreementKind, Severity]]:
    """Kind and severity of what differs between two quotations of one speaker."""
    texts = ((*filler, f"“{said},” said Nils Okafor.") for filler, said in ((FILLER_A, a), (FILLER_B, b)))
    return [(d.kind, d.severity) for d in compare(*make_story(*texts))]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The tower has stood empty since March, and we know it",
            "The tower has stood empty since April, and we know it",
        ),
        ("We have lost 40 berths in this harbour", "We have lost 60 berths in this harbour"),
        ("We will sell the old quarry to the town", "We will not sell the old quarry to the town"),
    ],
)
def test_another_number_or_month_and_a_negation_inside_a_quotation_are_one_conflict_of_wording(a: str, b: str) -> None:
    assert grades(a, b) == [(DisagreementKind.QUOTE_WORDING, Severity.CONFLICT)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("We are grateful to the divers who came", "We are grateful to the soldiers who came"),
        ("The harbour feeds half the families of the coast", "The harbour ruins half the families of the coast"),
        ("The old lighthouse was a warning to every ship", "The old lighthouse was a comfort to every ship"),
    ],
)
def test_one_other_word_inside_a_quotation_is_listed(a: str, b: str) -> None:
    assert grades(a, b) == [(DisagreementKind.QUOTE_WORDING, Severity.IMPRECISION)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The harbour that our grandparents built feeds poor families on this coast every winter",
            "The harbour that our grandparents built ruins rich landlords on this coast every winter",
        ),
    ],
)
def test_several_other_words_inside_a_quotation_are_a_tension(a: str, b: str) -> None:
    assert grades(a, b) == [(DisagreementKind.QUOTE_WORDING, Severity.TENSION)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Nobody who saw the tide will forget it", "No one who saw the tide will forget it"),
        ("We might not sail in the morning", "We may not sail in the morning"),
        ("I was born in the Sixth District of this town", "I was born in the 6th District of this town"),
    ],
)
def test_the_same_in_other_forms_is_never_raised(a: str, b: str) -> None:
    assert all(severity is Severity.IMPRECISION for _, severity in grades(a, b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The mill will never be rented out to strangers", "The mill never will be rented out to strangers"),
        ("The mill can't be rented out to strangers", "The mill cannot be rented out to strangers"),
        ("The mill won't be rented out to strangers", "The mill will not be rented out to strangers"),
        ("I would have rented the mill to the divers", "I'd have rented the mill to the divers"),
        ("The mill feeds a valley that trusts you", "The mill feeds a valley that trusted you"),
        ("We are deeply grateful to the divers who came", "We are grateful to the divers who came"),
    ],
)
def test_order_short_forms_tense_and_emphasis_are_imprecision(a: str, b: str) -> None:
    assert grades(a, b) == [(DisagreementKind.QUOTE_WORDING, Severity.IMPRECISION)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("We are grateful to the divers who came at once", "We are grateful to the divers"),
        ("It was two weeks before the ferry came back", "It was 2 weeks before the ferry came back"),
        ("We are grateful to Tobias Marran and his divers", "We are grateful to Toby Marran and his divers"),
    ],
)
def test_a_shorter_quotation_figures_and_forms_of_a_name_are_no_difference(a: str, b: str) -> None:
    assert grades(a, b) == []
