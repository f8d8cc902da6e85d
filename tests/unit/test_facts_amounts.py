"""Counts, money, percent, measures, durations: value, unit, comparator, what is counted."""

from __future__ import annotations

import pytest

from annotator.facts import find_facts
from annotator.model import Comparator, Fact, FactKind, Span

AMOUNTS = {FactKind.QUANTITY, FactKind.MONEY, FactKind.PERCENT, FactKind.DURATION, FactKind.ORDINAL}


def amounts_in(text: str) -> list[Fact]:
    return [f for f in find_facts(text, Span(0, len(text)), published="2023-12-07") if f.kind in AMOUNTS]


def the_amount(text: str) -> Fact:
    (fact,) = amounts_in(text)
    return fact


@pytest.mark.parametrize(
    ("text", "value", "comparator"),
    [
        ("about 350 guests", 350, Comparator.ABOUT),
        ("some 2,500 guests", 2500, Comparator.ABOUT),
        ("nearly 90 guests", 90, Comparator.ABOUT),
        ("more than 200 guests", 200, Comparator.MORE),
        ("well over 200 guests", 200, Comparator.MORE),
        ("at least 12 guests", 12, Comparator.AT_LEAST),
        ("fewer than 40 guests", 40, Comparator.LESS),
        ("up to 60 guests", 60, Comparator.AT_MOST),
        ("100 guests or more", 100, Comparator.EXACT),
        ("100 or more guests", 100, Comparator.AT_LEAST),
        ("50-plus guests", 50, Comparator.AT_LEAST),
        ("twenty-one guests", 21, Comparator.EXACT),
        ("one hundred and fifty guests", 150, Comparator.EXACT),
        ("a hundred and twenty guests", 120, Comparator.EXACT),
        ("half a million guests", 500_000, Comparator.EXACT),
        ("50-odd guests", 50, Comparator.ABOUT),
        ("two dozen guests", 24, Comparator.EXACT),
        ("5.7bn guests", 5.7e9, Comparator.EXACT),
        ("between 10 and 15 guests", (10, 15), Comparator.RANGE),
        ("10 to 15 million guests", (10e6, 15e6), Comparator.RANGE),
        ("dozens of guests", (24, 99), Comparator.RANGE),
        ("hundreds of thousands of guests", (200_000, 999_999), Comparator.RANGE),
        ("several hundred guests", (300, 999), Comparator.RANGE),
    ],
)
def test_a_count_has_value_and_comparator(text: str, value: object, comparator: Comparator) -> None:
    fact = the_amount(f"They saw {text} there.")
    assert (fact.value, fact.comparator, fact.counted) == (value, comparator, "guests")


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        (
            "around 350 Norland, Estmark and other industry and government representatives met",
            "government representatives",
        ),
        ("the 16-member alliance", "member"),
        ("20 former crew members", "crew members"),
        ("12 people were there", "people"),
        ("one tax count", "tax count"),
        ("$1.8 billion research budget", "research budget"),
        ("$30 million in relief aid", "relief aid"),
        ("a $900 gold-plated desk clock", "desk clock"),
        ("60 percent of the voters", "voters"),
        ("a five-hour meeting", "meeting"),
        ("a 100,000-strong crowd", "crowd"),
    ],
)
def test_what_is_counted_is_the_head_with_its_modifiers(text: str, counted: str) -> None:
    fact = amounts_in(text)[0]
    assert fact.counted is not None
    assert fact.counted.endswith(counted)


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("$29,8 billion", 29.8e9, "USD"),
        ("$ 1.3 billion", 1.3e9, "USD"),
        ("US$14b", 14e9, "USD"),
        ("£1.2bn", 1.2e9, "GBP"),
        ("1.234,56 €", 1234.56, "EUR"),
        ("€390m", 390e6, "EUR"),
        ("500 dollars", 500, "USD"),
        ("79 cents", 0.79, "USD"),
        ("5 million pounds", 5e6, "GBP"),
        ("Rs 20 crore", 200e6, "INR"),
        ("30 Swiss francs", 30, "CHF"),
        ("$10-15 million", (10e6, 15e6), "USD"),
        ("between $5 and $7", (5, 7), "USD"),
        ("tens of thousands of dollars", (20_000, 99_999), "USD"),
    ],
)
def test_money_has_currency_and_both_decimal_conventions(text: str, value: object, currency: str) -> None:
    fact = the_amount(f"It cost {text} then.")
    assert (fact.kind, fact.value, fact.unit) == (FactKind.MONEY, value, currency)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("only 5 % to 10 % of works", [(5, 10)]),
        ("Rates rose from 5% to 5.25%.", [5, 5.25]),
        ("0.25 percentage points", [0.25]),
        ("four in 10 voters", [40]),
        ("half of the voters", [50]),
        ("two-thirds of members", [66.67]),
        ("Sales fell by a quarter.", [25]),
    ],
)
def test_percent_and_shares(text: str, values: list[object]) -> None:
    assert [(f.kind, f.value) for f in amounts_in(text)] == [(FactKind.PERCENT, v) for v in values]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a two-day fair", "P2D"),
        ("four hours and 40 minutes", "PT4H40M"),
        ("three years in prison", "P3Y"),
        ("18 to 24 months", "P18M/P24M"),
        ("two and a half years", "P2.5Y"),
        ("half an hour", "PT0.5H"),
        ("a decade-long feud", "P10Y"),
        ("a yearlong boycott", "P1Y"),
        ("Prices rose over the past year.", "P1Y"),
        ("a monthslong inquiry", "P2M/P9M"),
        ("It lasted for weeks.", "P2W/P9W"),
    ],
)
def test_a_duration_is_iso_8601(text: str, value: str) -> None:
    fact = the_amount(text)
    assert (fact.kind, fact.value) == (FactKind.DURATION, value)


def test_a_minus_makes_a_temperature_negative() -> None:
    assert the_amount("It was minus 10C.").value == -10


def test_the_first_day_of_something_lasts_at_least_a_day() -> None:
    fact = the_amount("They spoke on the first day of the fair.")
    assert (fact.kind, fact.value, fact.comparator) == (FactKind.DURATION, "P1D", Comparator.AT_LEAST)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("3 miles", "mile"),
        ("8586 meters", "metre"),
        ("a 1,000-megawatt plant", "megawatt"),
        ("20 degrees Celsius", "degree Celsius"),
        ("minus 10C", "degree Celsius"),
        ("40 km per hour", "kilometre per hour"),
        ("a ten-point lead", "point"),
    ],
)
def test_measures_have_plain_units(text: str, unit: str) -> None:
    assert the_amount(text).unit == unit


@pytest.mark.parametrize(
    ("text", "value"),
    [("ruled 5-4", "5-4"), ("voted 6 to 3", "6-3"), ("by 7 votes to 3", "7-3"), ("a 61-39 vote", "61-39")],
)
def test_votes_are_tallies(text: str, value: str) -> None:
    fact = the_amount(f"The panel {text}.")
    assert (fact.value, fact.unit) == (value, "tally")


@pytest.mark.parametrize("text", ["Maren Holt, 41, left", "aged 41", "a 41-year-old", "41 years old", "Holt (41) left"])
def test_ages_are_recognised(text: str) -> None:
    fact = the_amount(text)
    assert (fact.value, fact.unit, fact.counted) == (41, "year", "age")


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("$15 an hour", "per hour"),
        ("500 orders each year", "per year"),
        ("killed 23 people", "killed"),
        ("12 sailors were injured", "injured"),
        ("200 cases since 2014", "since 2014"),
        ("Sales saw their biggest drop in nine months.", "record"),
        ("He spoke three days later.", "later"),
    ],
)
def test_scope_narrows_an_amount(text: str, scope: str) -> None:
    assert amounts_in(text)[0].scope == scope


@pytest.mark.parametrize(
    "text",
    [
        "One of them met no one.",
        "the ship lay at Berth 4",
        "under Article 5",
        "the two met",
        "the 9/11 attacks on December 6, 2023",
        "They bought the Zephyr 15.",
        "Call 555-0199 now",
        "order 1361378077",
        "until the 14th",
        "400 Mill Street",
        "She is 6'3\" tall",
        "the Fifth Amendment Hall",
        "He spoke first and left.",
    ],
)
def test_names_idioms_and_dates_are_no_amounts(text: str) -> None:
    assert amounts_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "11 guards and six drivers were killed.",
        "In the raid 12 guards, three drivers and a child were killed.",
        "Two men and 40 women have been killed.",
    ],
)
def test_what_befell_a_list_befell_each_of_its_numbers(text: str) -> None:
    assert {f.scope for f in amounts_in(text)} == {"killed"}


def test_a_second_clause_says_nothing_about_the_first_number() -> None:
    first, second = amounts_in("11 guards came late and six drivers were killed.")
    assert (first.scope, second.scope) == (None, "killed")


@pytest.mark.parametrize(
    ("text", "value", "counted"),
    [
        ("The number of people without work in the valley has climbed to about 48,000.", 48_000, "people"),
        ("The mill has a workforce of 8,000.", 8_000, "employees"),
        ("Membership of the guild stands at 3,100.", 3_100, "members"),
        ("The total number of stolen bicycles reached 412.", 412, "stolen bicycles"),
    ],
)
def test_a_bare_number_counts_what_it_is_the_level_of(text: str, value: float, counted: str) -> None:
    fact = the_amount(text)
    assert (fact.value, fact.counted) == (value, counted)


def test_a_toll_counts_people_killed() -> None:
    fact = the_amount("The death toll from the landslide has risen to 45.")
    assert (fact.value, fact.counted, fact.scope) == (45, "people", "killed")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The navy is to be enlarged by 3,000 sailors, to a total of 21,000.", [3_000, 21_000]),
        ("From four members the league has grown to eleven.", [4, 11]),
        ("The garrison was increased by 27,000 to 202,000.", [27_000, 202_000]),
        ("Shares in the mill rose $3 to $45.", [3, 45]),
    ],
)
def test_step_and_level_of_a_change_are_two_amounts_of_one_thing(text: str, values: list[float]) -> None:
    facts = amounts_in(text)
    assert [f.value for f in facts] == values
    assert len({f.counted for f in facts}) == 1


def test_a_change_within_bounds_is_a_range() -> None:
    assert the_amount("Rents will rise by 3 to 4 percent.").value == (3, 4)


@pytest.mark.parametrize(
    "text",
    ["She was 47.", "Ada Voll turns 60 in May.", "The painter died at 93.", "A boy 12 years of age.", "He is 51, and"],
)
def test_an_age_needs_no_noun(text: str) -> None:
    assert [f.counted for f in amounts_in(text) if f.unit == "year"] == ["age"]


@pytest.mark.parametrize("text", ["The score was 47.", "Brent was 62.", "He was 47 miles away."])
def test_a_figure_that_is_no_persons_is_no_age(text: str) -> None:
    assert not [f for f in amounts_in(text) if f.counted == "age"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [("31 million crowns", "crown"), ("300,000 won", "KRW"), ("40 dirhams", "AED"), ("2,000 dinars", "KWD")],
)
def test_money_has_many_names(text: str, unit: str) -> None:
    fact = the_amount(f"It cost {text}.")
    assert (fact.kind, fact.unit) == (FactKind.MONEY, unit)


def test_prizes_that_are_called_like_money_are_counted() -> None:
    assert the_amount("The rowers won three crowns.").counted == "crowns"


@pytest.mark.parametrize(
    ("text", "value", "counted"),
    [
        ("He finished third in the race.", 3, "place"),
        ("She came in fifth, behind Tarn.", 5, "place"),
        ("The port is ranked 14th.", 14, "place"),
        ("Vall is the second-largest city.", 2, "largest city"),
        ("It is the third most populous island.", 3, "populous island"),
    ],
)
def test_a_rank_needs_no_noun(text: str, value: int, counted: str) -> None:
    (fact,) = (f for f in amounts_in(text) if f.kind is FactKind.ORDINAL)
    assert (fact.value, fact.counted) == (value, counted)


@pytest.mark.parametrize("text", ["He came first thing in the morning.", "He came a second time."])
def test_an_ordinal_behind_a_verb_of_coming_is_not_always_a_rank(text: str) -> None:
    assert not [f for f in amounts_in(text) if f.counted == "place"]


@pytest.mark.parametrize(
    ("text", "value", "comparator"),
    [
        ("Rents have doubled.", 2, Comparator.EXACT),
        ("Rents more than tripled.", 3, Comparator.MORE),
        ("Rents are to nearly double.", 2, Comparator.ABOUT),
        ("It was a fivefold rise.", 5, Comparator.EXACT),
        ("Three times as many came.", 3, Comparator.EXACT),
    ],
)
def test_a_multiple_is_so_many_times(text: str, value: float, comparator: Comparator) -> None:
    fact = the_amount(text)
    assert (fact.value, fact.unit, fact.comparator) == (value, "times", comparator)


@pytest.mark.parametrize("text", ["They won the cup three times.", "He plays doubles.", "a double room"])
def test_how_often_is_no_multiple(text: str) -> None:
    assert not [f for f in amounts_in(text) if f.unit == "times"]
