"""Comparing values: what agrees, refines, differs, contradicts."""

from __future__ import annotations

import pytest

from annotator.facts import Relation, compare_values, find_facts, same_counted
from annotator.model import Fact, FactKind, Span


def first_fact(text: str, kind: FactKind | None = None) -> Fact:
    facts = find_facts(text, Span(0, len(text)), published="2023-12-07")
    return next(f for f in facts if kind is None or f.kind is kind)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("around 350 guests", "about 350 guests", Relation.AGREE),
        ("about 350 guests", "more than 200 guests", Relation.COMPATIBLE),
        ("at least 15 guests", "20 guests", Relation.COMPATIBLE),
        ("at least 30 guests", "21 guests", Relation.CONTRADICTS),
        ("dozens of guests", "30 guests", Relation.REFINES),
        ("18 guests", "20 guests", Relation.CONTRADICTS),
        ("more than 50 guests", "more than 75 guests", Relation.DIFFERS),
        ("$43,000", "$43,350", Relation.REFINES),
        ("$5,687.75", "$5,587.75", Relation.CONTRADICTS),
        ("about $400,000", "$500,000", Relation.CONTRADICTS),
        ("$19 million", "nearly $20 million", Relation.REFINES),
        ("up to $5 billion", "$5.1 billion", Relation.DIFFERS),
        ("5 euros", "5 dollars", Relation.INCOMPARABLE),
        ("5%", "6%", Relation.CONTRADICTS),
        ("a third of them", "33 percent", Relation.REFINES),
        ("a 5-4 vote", "a 6-3 vote", Relation.CONTRADICTS),
        ("3 miles", "4.828 km", Relation.AGREE),
        ("a two-day fair", "a three-day fair", Relation.CONTRADICTS),
        ("a two-day fair", "the first day of the fair", Relation.COMPATIBLE),
        ("five hours", "four hours and 40 minutes", Relation.REFINES),
        ("two weeks", "14 days", Relation.AGREE),
        ("one year", "12 months", Relation.AGREE),
        ("18 to 24 months", "20 months", Relation.REFINES),
        ("on December 6-7", "on December 6", Relation.REFINES),
        ("in December 2023", "in 2023", Relation.REFINES),
        ("on July 1", "from September 1", Relation.CONTRADICTS),
        ("since 2012", "in 2014", Relation.COMPATIBLE),
        ("Friday evening", "Friday afternoon", Relation.DIFFERS),
        ("at 6.40am", "at 06:40", Relation.AGREE),
        ("since Christmas", "since the new year", Relation.DIFFERS),
    ],
)
def test_values_compare_as_intervals(a: str, b: str, relation: Relation) -> None:
    left, right = first_fact(a), first_fact(b)
    assert compare_values(left, right) is relation
    assert compare_values(right, left) is relation


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("It has provided help.", "It will provide help.", Relation.CONTRADICTS),
        ("It has provided help.", "It did not provide help.", Relation.CONTRADICTS),
        ("It will provide help.", "It may provide help.", Relation.DIFFERS),
        ("It will provide help.", "It is expected to provide help.", Relation.DIFFERS),
        ("It provided help.", "It has provided help.", Relation.AGREE),
    ],
)
def test_statuses_compare_by_phase(a: str, b: str, relation: Relation) -> None:
    left, right = (first_fact(text, FactKind.EVENT_STATUS) for text in (a, b))
    assert compare_values(left, right) is relation


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("They met CEO Jo Lind.", "They met chief executive officer Jo Lind.", Relation.AGREE),
        ("Jo Lind, the chairwoman, left.", "Jo Lind, the chair, left.", Relation.AGREE),
        ("Jo Lind, the executive director, left.", "Jo Lind, a director, left.", Relation.REFINES),
        ("Jo Lind, the treasurer, left.", "Jo Lind, the mayor, left.", Relation.DIFFERS),
    ],
)
def test_titles_compare_by_their_plain_words(a: str, b: str, relation: Relation) -> None:
    left, right = (first_fact(text, FactKind.TITLE) for text in (a, b))
    assert compare_values(left, right) is relation


def test_british_and_american_spellings_are_one_event() -> None:
    a, b = (first_fact(f"The union {verb} the plan.", FactKind.EVENT_STATUS) for verb in ("criticised", "criticized"))
    assert a.counted == b.counted


def test_a_date_without_year_is_compared_by_its_day() -> None:
    open_year = find_facts("on March 3", Span(0, 10))[0]
    assert compare_values(open_year, first_fact("March 3, 2021")) is Relation.COMPATIBLE
    assert compare_values(open_year, first_fact("March 4, 2021")) is Relation.CONTRADICTS


@pytest.mark.parametrize(
    ("a", "b", "least", "most"),
    [
        ("350 guests", "200 guests", 1.0, 1.0),
        ("350 visitors", "200 people", 0.7, 0.9),
        ("12 ships", "12 schools", 0.0, 0.0),
        ("killed 12 people", "injured 12 people", 0.0, 0.0),
        ("$5", "12 schools", 0.4, 0.6),
    ],
)
def test_counted_things_are_alike_by_noun_group_and_fate(a: str, b: str, least: float, most: float) -> None:
    left, right = first_fact(a), first_fact(b)
    assert least <= same_counted(left, right) <= most
    assert same_counted(left, right) == same_counted(right, left)
