"""Dates: what is found, what it means on the day of publication, what stays open without one."""

from __future__ import annotations

import pytest

from annotator.facts import find_dates
from annotator.model import Comparator, Fact, Span

PUBLISHED = "2023-12-07"  # a Thursday


def dates_in(text: str, published: str | None = PUBLISHED) -> list[Fact]:
    return list(find_dates(text, Span(0, len(text)), published=published))


def values(text: str, published: str | None = PUBLISHED) -> list[object]:
    return [fact.value for fact in dates_in(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The fair ran on December 6-7, 2023 in Tarnwick.", "2023-12-06/2023-12-07"),
        ("It opened Dec. 7.", "2023-12-07"),
        ("It opened on the 6th of March 2021.", "2021-03-06"),
        ("the October 4 , 1994 earthquake", "1994-10-04"),
        ("Signed 2022-11-30.", "2022-11-30"),
        ("Signed 25.12.2013.", "2013-12-25"),
        ("Signed 12/25/2013.", "2013-12-25"),
        ("In March 2014 he left.", "2014-03"),
        ("Founded in 1987.", "1987"),
        ("the season of 2007-08", "2007/2008"),
        ("It was spring 2024.", "2024-03/2024-05"),
        ("Sales in the first quarter of 2007 fell.", "2007-01/2007-03"),
        ("the 1990s", "1990/1999"),
        ("in mid-October", "2023-10-11/2023-10-21"),
        ("It ran from 6 December to 8 January 2024.", "2023-12-06/2024-01-08"),
        ("From December 2007 through December 2008 they paid.", "2007-12/2008-12"),
        ("between 2010 and 2014", "2010/2014"),
        ("Wednesday, December 6, 2023", "2023-12-06"),
    ],
)
def test_a_date_has_its_iso_value(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Wednesday.", "2023-12-06"),
        ("The hall will open on Wednesday.", "2023-12-13"),
        ("It burned yesterday.", "2023-12-06"),
        ("Last month it closed.", "2023-11"),
        ("She resigned two weeks ago.", "2023-11-20/2023-11-26"),
        ("He died three days ago.", "2023-12-04"),
        ("next summer", "2024-06/2024-08"),
        ("last Christmas", "2022-12-25"),
        ("early this month", "2023-12-01/2023-12-10"),
        ("They moved in October.", "2023-10"),
        ("They will move in February.", "2024-02"),
        ("Fares go up from March 1.", "2024-03-01"),
        ("Talks in Tarnwick, September 29", "2023-09-29"),
    ],
)
def test_a_relative_date_is_resolved_against_publication(text: str, value: str) -> None:
    assert values(text) == [value]


def test_the_verb_next_to_a_weekday_tells_past_from_future() -> None:
    assert values("He told reporters on Monday that the bridge will reopen on Friday.") == ["2023-12-04", "2023-12-08"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Wednesday", "wednesday"),
        ("yesterday", "day-1"),
        ("last month", "month-1"),
        ("on December 6", "12-06"),
        ("in December", "12"),
    ],
)
def test_nothing_is_guessed_without_a_date_of_publication(text: str, value: str) -> None:
    assert values(text, published=None) == [value]


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("since 2014", Comparator.AT_LEAST),
        ("after June 3", Comparator.MORE),
        ("before June 3", Comparator.LESS),
        ("by June 3", Comparator.AT_MOST),
        ("around June 3", Comparator.ABOUT),
        ("on June 3", None),
    ],
)
def test_the_preposition_bounds_a_date(text: str, comparator: Comparator | None) -> None:
    assert [fact.comparator for fact in dates_in(text)] == [comparator]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("at 06:40", "T06:40"),
        ("at 6.40am", "T06:40"),
        ("by 7 p.m.", "T19:00"),
        ("shortly before seven o'clock", "T07:00"),
        ("at noon", "T12:00"),
        ("from 9 a.m. to 5 p.m.", "T09:00/T17:00"),
    ],
)
def test_a_time_of_day_is_a_date_fact(text: str, value: str) -> None:
    assert values(text) == [value]


def test_the_part_of_a_day_is_its_scope() -> None:
    (fact,) = dates_in("They spoke on Friday evening.")
    assert (fact.text, fact.scope) == ("Friday evening", "evening")


def test_a_time_stamp_is_read_whole() -> None:
    assert [f.text for f in dates_in("modified 2023-12-06 19:18:23-05:00")] == ["2023-12-06", "19:18:23-05:00"]


@pytest.mark.parametrize(
    "text",
    [
        "the 9/11 attacks",
        "a 24/7 service",
        "He may march on.",
        "about 2000 soldiers",
        "at least 1500 people",
        "April Stone and August Hale sang.",
        "the sun sat low",
        "USA Today printed it.",
        "over the past year",
        "Paper no. 2004 was read.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert values(text) == []


def test_a_postponement_names_two_dates_and_no_range() -> None:
    assert values("The vote was moved from July 1 to September 1.") == ["2023-07-01", "2023-09-01"]


def test_spans_are_offsets_of_the_whole_text() -> None:
    text = "Intro. They met on March 3."
    (fact,) = find_dates(text, Span(7, len(text)), published=PUBLISHED)
    assert fact.span.text(text) == fact.text == "March 3"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In October, Ollenshaw set up a venture with Quill Partners.", "2023-10"),
        ("In March, the council cut its budget.", "2023-03"),
        ("The storm hit Orlem in May.", "2023-05"),
        ("The harbour shut in June.", "2023-06"),
        ("A vote is set for October.", "2024-10"),
        ("Fares are set to rise in March.", "2024-03"),
        ("The council will cut its budget in March.", "2024-03"),
    ],
)
def test_verbs_whose_past_is_their_base_form_tell_past_from_future(text: str, value: str) -> None:
    assert values(text) == [value]
