from __future__ import annotations

import pytest

from annotator.dating import DatingInput, Publication, date_documents
from annotator.model import Metadata, PublishedBasis
from annotator.segment import find_quotations, lay_out, split_sentences


def make_input(text: str, **metadata) -> DatingInput:
    layout = lay_out(text, front_matter=None, title=None)
    quotations = find_quotations(text, layout.paragraphs)
    return DatingInput(text, layout, Metadata(**metadata), split_sentences(text, layout.paragraphs, quotations))


def date_one(text: str, **metadata) -> Publication:
    return date_documents([make_input(text, **metadata)])[0]


def date_beside(text: str, *neighbours: DatingInput) -> Publication:
    return date_documents([make_input(text), *neighbours])[0]


BODY = "\n\nA pier in Wexley was closed after cracks were found. Nobody was hurt, the harbour office said.\n"


def test_front_matter_states_the_date_as_printed() -> None:
    assert date_one(BODY, published="2031-05-04T10:00").published == "2031-05-04T10:00"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("By Ada Brook | May 4, 2031 | 2 min read", "2031-05-04"),
        ("Published 4th May 2031, 10:12", "2031-05-04T10:12"),
        ("Posted May 4, 2031", "2031-05-04"),
        ("UPDATE 1 - Saltwire - 4 May 2031, 10:12 - adds quote", "2031-05-04T10:12"),
        ("May 4, 2031 | Updated 9:14 a.m.", "2031-05-04"),
        ("Published: 4 May 2031 | Updated: 9 May 2031", "2031-05-04"),
        ("Updated 9 May 2031. First published 4 May 2031", "2031-05-04"),
        ("04.05.2031", "2031-05-04"),
    ],
)
def test_a_stamp_below_the_headline_states_the_date(line: str, published: str) -> None:
    found = date_one(f"Pier closed in Wexley\n{line}{BODY}")
    assert (found.published, found.basis) == (published, PublishedBasis.STATED)


def test_the_date_of_a_page_gives_way_to_that_of_the_article() -> None:
    top = "Wexley Courier\nFriday, 9 May 2031\nHome | News | Sport\n\n"
    text = f"{top}Pier closed in Wexley\n\nPublished 4 May 2031{BODY}"
    assert date_one(text).published == "2031-05-04"


def test_a_dateline_with_a_year_states_the_date() -> None:
    text = "Pier closed in Wexley\n\nWEXLEY, 4 May 2031 (Saltwire) - A pier was closed after cracks were found in it."
    assert date_one(text).published == "2031-05-04"


def test_captions_and_related_stories_date_nothing() -> None:
    furniture = "Photo: the pier on 4 May 2031. Credit: Ada Brook\n\nRelated: 3 May 2031: Old pier sold\n"
    text = f"Pier closed in Wexley{BODY}\n{furniture}"
    assert date_one(text) == Publication()


def test_dates_of_events_are_no_publication() -> None:
    text = "Pier closed in Wexley\n\nThe pier was built on 4 May 1931 and was closed for a year on 1 June 1990."
    assert date_one(text) == Publication()


def test_the_address_holds_a_day_or_a_month() -> None:
    assert date_one(BODY, url="https://paper.example/2031/05/04/pier").published == "2031-05-04"
    assert date_one(BODY, url="https://paper.example/2031/05/pier").published == "2031-05"
    assert date_one(BODY, url="https://paper.example/2031/55/pier").published is None


def test_a_slashed_date_that_can_be_read_two_ways_gives_the_year_only() -> None:
    assert date_one(f"Pier closed in Wexley\nposted 03/04/31 in News{BODY}").published == "2031"


DATED = make_input(
    "The harbour office of Wexley closed the old fishing pier on Wednesday after divers found cracks in its pillars.",
    published="2031-05-08",
)


def test_a_weekday_is_dated_by_a_neighbour_that_tells_of_the_same_event() -> None:
    found = date_beside(
        "Divers found cracks in pillars of the fishing pier, and the harbour office of Wexley closed it on Wednesday.",
        DATED,
    )
    assert (found.published, found.basis) == ("2031-05-07", PublishedBasis.INFERRED)
    assert found.note is not None


def test_yesterday_is_dated_by_a_neighbour() -> None:
    found = date_beside(
        "Divers found cracks in the pillars of the fishing pier, and the harbour office of Wexley closed it yesterday.",
        DATED,
    )
    assert found.published == "2031-05-08"


def test_last_month_gives_a_month() -> None:
    found = date_beside(
        "Last month divers found cracks in pillars of the fishing pier, and the harbour office of Wexley closed it.",
        DATED,
    )
    assert found.published == "2031-06"


def test_a_day_without_year_takes_the_year_of_the_story() -> None:
    found = date_beside(
        "The pier will not open again, the harbour office said on May 12. Its cracks are too deep.", DATED
    )
    assert (found.published, found.basis) == ("2031-05-12", PublishedBasis.INFERRED)


def test_another_event_dates_nothing() -> None:
    assert date_beside("The city theatre sold two thousand tickets for the opera on Wednesday.", DATED) == Publication()


def test_today_beside_its_date_needs_no_neighbour() -> None:
    text = "The harbour office closed the pier this morning, Wednesday 7 May 2031, after divers found cracks in it."
    assert date_one(text).published == "2031-05-07"


def test_a_text_dated_by_a_neighbour_dates_the_next() -> None:
    first = make_input(
        "Divers found cracks in the pillars of the fishing pier, and the harbour office of Wexley closed it on "
        "Wednesday. "
        "The mayor Ada Brook promised the ferry company a new wooden landing stage today."
    )
    last = make_input("Yesterday the mayor Ada Brook promised the ferry company a new wooden landing stage.")
    found = date_documents([last, first, DATED])
    assert [p.published for p in found] == ["2031-05-08", "2031-05-07", "2031-05-08"]


def test_the_order_of_documents_does_not_matter() -> None:
    documents = [make_input("The harbour office of Wexley closed the fishing pier on Wednesday, divers said."), DATED]
    assert date_documents(documents) == date_documents(documents[::-1])[::-1]


@pytest.mark.parametrize("text", ["", "\n", "9" * 5000, "May " * 3000, "31 February 2031", "Published 99/99/9999"])
def test_odd_texts_have_no_date(text: str) -> None:
    assert date_documents([make_input(text), DATED])[0].published is None
