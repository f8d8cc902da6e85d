"""Values of one slot in two invented reports, and values of two slots that look alike."""

from __future__ import annotations

import pytest

from annotator.model import DisagreementKind as Kind
from tests.claim_builders import FILLER_A, FILLER_B, compare, make_story, raised


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The museum ran tours in three of its nine halls.", "The flood had closed six of the nine museum halls."),
        ("Nurses want a rise of 8 percent over two years.", "The clinics have offered 3 percent over two years."),
        ("The clinics have offered 3 percent over two years.", "Nurses accepted a rise of 4 percent over two years."),
        ("The museum sought a loan of $3 million for the roof.", "The bank has offered the museum a $2 million loan."),
        ("The envoys will meet in Tarn on Friday.", "The envoys are to meet in Tarn on Friday."),
    ],
)
def test_parts_that_make_a_whole_and_steps_of_a_bargain_are_no_rivals(a: str, b: str) -> None:
    assert not {kind for kind, _ in raised(a, b)} & {Kind.QUANTITY, Kind.DATE}


def test_a_count_of_a_day_after_the_other_report_was_printed_is_another_count() -> None:
    first = "Ferries are running on two of the six routes to the islands."
    second = "Ferries ran on four of the six routes to the islands on Thursday."
    texts = (*FILLER_A, first), (*FILLER_B, second)

    later = compare(*make_story(*texts, published=("2031-04-30", "2031-05-01")))
    same_day = compare(*make_story(*texts, published=("2031-05-01", "2031-05-01")))

    assert Kind.QUANTITY not in {d.kind for d in later}
    assert Kind.QUANTITY in {d.kind for d in same_day}


def test_one_named_weekday_is_one_date_though_reports_place_it_in_two_weeks() -> None:
    texts = (
        (*FILLER_A, "The mediator brought both sides of the dock dispute together on Friday."),
        (*FILLER_B, "The mediator brings both sides of the dock dispute together on Friday."),
    )

    assert Kind.DATE not in {d.kind for d in compare(*make_story(*texts, published=("2031-05-07", "2031-04-30")))}
