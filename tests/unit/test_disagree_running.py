"""Counts that go on while reports are written, amounts reckoned otherwise, and times that one thing took."""

from __future__ import annotations

import pytest

from annotator.model import Disagreement, Severity
from annotator.model import DisagreementKind as Kind
from tests.claim_builders import FILLER_A, FILLER_B, compare, make_story

DAY = "2031-05-01"


def found_in(
    a: str, b: str, kind: Kind, *, published: tuple[str, str] = ("2031-05-01", "2031-05-01")
) -> list[Disagreement]:
    texts = (*FILLER_A, a), (*FILLER_B, b)
    return [d for d in compare(*make_story(*texts, published=published)) if d.kind is kind]


def test_a_toll_of_a_later_day_supersedes_the_earlier_one_and_the_reason_says_so() -> None:
    early = "Nine people were killed when the Orlan dam burst."
    late = "Fourteen people were killed when the Orlan dam burst."

    (found,) = found_in(early, late, Kind.QUANTITY, published=(DAY, "2031-05-02"))

    assert found.severity is Severity.IMPRECISION
    assert "2031-05-02" in found.why


def test_a_toll_that_falls_or_is_of_the_same_day_is_no_later_state() -> None:
    many = "Fourteen people were killed when the Orlan dam burst."
    few = "Nine people were killed when the Orlan dam burst."

    (fallen,) = found_in(many, few, Kind.QUANTITY, published=(DAY, "2031-05-02"))
    (same_day,) = found_in(few, many, Kind.QUANTITY)

    assert {fallen.severity, same_day.severity} == {Severity.CONFLICT}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Maren Voll was sentenced to six years in jail.", "Judges jailed Maren Voll for nine years."),
        ("Maren Voll is barred from running a firm for 12 years.", "Voll was disqualified as a director for 10 years."),
        ("After a delay of an hour the ministers signed.", "The ministers kept everyone waiting for three hours."),
        ("All of them were ashore within three hours.", "Getting everyone off took more than five hours."),
    ],
)
def test_two_lengths_of_one_thing_conflict_whatever_the_verbs(a: str, b: str) -> None:
    assert [d.severity for d in found_in(a, b, Kind.DURATION)] == [Severity.CONFLICT]


def test_a_legal_maximum_is_no_rival_of_a_sentence() -> None:
    a, b = "The charge carries a maximum of three years in jail.", "Maren Voll was jailed for 20 months."
    assert not found_in(a, b, Kind.DURATION)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Corvin will buy Dellmar for $2.8 billion.", "Including debt, Corvin will buy Dellmar for $4.1 billion."),
        ("Trade with Orland rose 22 percent last year.", "Trade with Orland rose 35 percent since February 2022."),
        (
            "The fund is 320 million thalers.",
            "Tarn pays the larger part of the fund, 192 million thalers.",
        ),
        ("The mill pays 9 million francs a year for wood.", "The mill pays 3 million francs for wood."),
    ],
)
def test_sums_reckoned_otherwise_are_no_conflict(a: str, b: str) -> None:
    assert Severity.CONFLICT not in {d.severity for d in found_in(a, b, Kind.QUANTITY)}


def test_a_part_of_a_counted_whole_counts_the_same_thing() -> None:
    a = "The judge noted that 22 of the province's 81 counties had issued none of the cards."
    b = "The judge noted that 27 counties had issued none of the cards."
    assert [d.severity for d in found_in(a, b, Kind.QUANTITY)] == [Severity.CONFLICT]


def test_places_of_a_list_are_no_rivals() -> None:
    a, b = "The spot will air in Tarn.", "The spot will air in Vall, Tarn and Fort Olm."
    assert not found_in(a, b, Kind.PLACE)
