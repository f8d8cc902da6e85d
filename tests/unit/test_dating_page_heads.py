"""Heads of pages as outlets, agencies, offices and institutes print them: which day do they state, and how exactly?"""

from __future__ import annotations

import pytest

from annotator.dating import DatingInput, Publication, date_documents
from annotator.model import Metadata, PublishedBasis
from annotator.segment import find_quotations, lay_out, split_sentences

BODY = (
    "A pier in Wexley was closed after divers found deep cracks in its pillars, the harbour office said.\n\n"
    "Nobody was hurt when the planks gave way, and the mayor promised a new pier within two years.\n"
)
TITLE = "Pier closed in Wexley"


def make_input(text: str, **metadata) -> DatingInput:
    layout = lay_out(text, front_matter=None, title=None)
    quotations = find_quotations(text, layout.paragraphs)
    return DatingInput(text, layout, Metadata(**metadata), split_sentences(text, layout.paragraphs, quotations))


def date_page(head: str, foot: str = "", **metadata) -> Publication:
    return date_documents([make_input(f"{head}\n\n{BODY}{foot}", **metadata)])[0]


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        ("By ADA BROOK\nMarch 5, 2031", "2031-03-05"),
        ("By ADA BROOK MARCH 5, 2031", "2031-03-05"),
        ("By ADA BROOKMarch 5, 2031", "2031-03-05"),
        ("BY ADA BROOK AND TOM HAY\nPublished 3:14 PM EST, March 5, 2031", "2031-03-05T15:14"),
        ("Updated 3:14 PM ET, Wed March 5, 2031", "2031-03-05T15:14"),
        ("(Saltwire)Updated 1514 GMT (2314 HKT) March 5, 2031", "2031-03-05T15:14"),
        ("5 MAR 2031", "2031-03-05"),
        ("WED 5 MAR 2031 15.14 GMT", "2031-03-05T15:14"),
        (
            "Ada Brook in Wexley\nWed 5 Mar 2031 15.14 GMT\nLast modified on Thu 6 Mar 2031 09.02 GMT",
            "2031-03-05T15:14",
        ),
        ("First published on Wed 5 Mar 2031 15.14 GMT", "2031-03-05T15:14"),
        ("5 March 2031\nShare\nSave", "2031-03-05"),
        ("By Ada Brook\nSaltwire News, Wexley\n5 March 2031, 15:14 GMT\nUpdated 6 March 2031", "2031-03-05T15:14"),
        ("March 5, 20313:14 PM GMT+1Updated 2 hours ago", "2031-03-05T15:14"),
        ("Heard on All Harbours\nMarch 5, 20314:08 PM ET", "2031-03-05T16:08"),
        ("Published March 05, 2031 | Saltwire News", "2031-03-05"),
        ("By Ada Brook | Saltwire News\nPublished March 5, 2031 3:14pm EST", "2031-03-05T15:14"),
        ("POLITICS 03/25/2031 03:14 pm ET Updated Mar 26, 2031", "2031-03-25T15:14"),
        ("03/25/2031 03:14 PM EST\nUpdated 03/26/2031 04:00 PM EST", "2031-03-25T15:14"),
        ("25/03/2031 15:14", "2031-03-25T15:14"),
        ("Issued on: 25/03/2031 - 15:14", "2031-03-25T15:14"),
        ("Mar. 5, 2031 at 3:14 p.m. EST", "2031-03-05T15:14"),
        ("Published: Mar. 5, 2031, 3:14 p.m.", "2031-03-05T15:14"),
        ("Jan. 28, 2031 Updated: Jan. 28, 2031 9:17 p.m.", "2031-01-28"),
        ("5 Mar, 2031, 03:14 PM IST", "2031-03-05T15:14"),
        ("Thursday 05 March 2031 15:14", "2031-03-05T15:14"),
        ("15:14 GMT, 5 March 2031", "2031-03-05T15:14"),
        ("3:14 p.m. March 5, 2031", "2031-03-05T15:14"),
        ("Ada Brook, Harbour Correspondent\n5 March 2031 • 3:14pm", "2031-03-05T15:14"),
        ("2031-03-05T15:14:00Z", "2031-03-05T15:14"),
        ("Date: 2031-03-05 15:14:22 +0100", "2031-03-05T15:14"),
        ("Commentary\nPublished on: March 5th, 2031", "2031-03-05"),
        ("Vol. 12, No. 3, March 2031", "2031-03"),
        ("Publié le 5 mars 2031 à 15h14", "2031-03-05T15:14"),
        ("Mittwoch, 5. März 2031", "2031-03-05"),
        ("Stand: 05.03.2031 15:14 Uhr", "2031-03-05T15:14"),
        ("Madrid - 05 MAR 2031 - 15:14 CET", "2031-03-05T15:14"),
        ("5 de março de 2031 às 15h14", "2031-03-05T15:14"),
        ("5 марта 2031, 15:14", "2031-03-05T15:14"),
        ("5 marca 2031", "2031-03-05"),
        ("2031年3月5日", "2031-03-05"),
    ],
)
def test_lines_below_the_headline_state_the_day_as_printed(lines: str, published: str) -> None:
    found = date_page(f"{TITLE}\n{lines}")
    assert (found.published, found.basis) == (published, PublishedBasis.STATED)


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (f"WORLD NEWS MARCH 5, 2031 / 3:14 PM / UPDATED 2 YEARS AGO\n{TITLE}\nBy Ada Brook", "2031-03-05T15:14"),
        (f"Office of the Harbour Secretary\nFOR IMMEDIATE RELEASE\nWednesday, March 5, 2031\n{TITLE}", "2031-03-05"),
        (f"Press release\n{TITLE}\nFrom: Harbours\nPublished 5 March 2031\nLast updated 9 April 2031", "2031-03-05"),
        ("Brief | March 2031\nPier policy after the closure in Wexley\nAda Brook", "2031-03"),
        ("Statement of the harbour company on the closed pier, 5 March 2031, 15:14", "2031-03-05T15:14"),
        ("Posted on March 5, 2031 by Ada Brook\n\nPier closed in Wexley", "2031-03-05"),
    ],
)
def test_lines_above_the_headline_state_the_day_too(head: str, published: str) -> None:
    assert date_page(head).published == published


@pytest.mark.parametrize(
    ("dateline", "published"),
    [
        ("WEXLEY, Nov 4, 2031 (Saltwire) - ", "2031-11-04"),
        ("Wexley, England (Reuters) March 5, 2031 — ", "2031-03-05"),
        ("March 5, 2031 (WEXLEY) - ", "2031-03-05"),
        ("(Saltwire, March 5, 2031) ", "2031-03-05"),
        ("WEXLEY, March 5, 2031 /PRNewswire/ -- ", "2031-03-05"),
        ("Wexley, March 5, 2031 – ", "2031-03-05"),
        ("5 March 2031 – ", "2031-03-05"),
        ("WEXLEY, March 5 (Saltwire) - ", None),
    ],
)
def test_datelines_state_the_day_if_they_have_a_year(dateline: str, published: str | None) -> None:
    assert date_documents([make_input(f"{TITLE}\n\n{dateline}{BODY}")])[0].published == published


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\n3 days ago",
        f"{TITLE}\nMarch 5, '31",
        f"© 2031 Saltwire. All rights reserved.\n{TITLE}",
        f"{TITLE}\nCopyright March 5, 2031 Saltwire",
        f"{TITLE}\n\nRelated:\nMarch 4, 2031 - Old pier sold\nMarch 2, 2031 - Ferry sinks",
        f"Most read\n4 Mar 2031 Old pier sold\n2 Mar 2031 Ferry sinks\n\n{TITLE}\nBy Ada Brook",
        f"{TITLE}\nPhoto taken March 4, 2031",
        f"{TITLE}\n31 February 2031",
    ],
)
def test_other_lines_state_nothing(head: str) -> None:
    assert date_page(head) == Publication()


def test_the_day_of_the_paper_is_a_last_resort() -> None:
    note = "\nA version of this article appears in print on March 6, 2031, on Page A1 of the Wexley edition.\n"
    assert date_page(TITLE, note).published == "2031-03-06"
    assert date_page(f"{TITLE}\nMarch 5, 2031", note).published == "2031-03-05"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("03/05/2031", "2031"),
        ("03/05/2031 03:14 PM EST", "2031-03-05T15:14"),
        ("03/05/2031 15:14 CET", "2031-05-03T15:14"),
        ("Issued on: 05/03/2031 - 15:14 Modified: 25/03/2031", "2031-03-05T15:14"),
        ("05/05/2031", "2031-05-05"),
    ],
)
def test_a_slashed_date_is_read_by_its_time_zone_or_another_date_of_the_line(line: str, published: str) -> None:
    assert date_page(f"{TITLE}\n{line}").published == published


def test_a_slashed_date_is_read_by_the_days_of_the_other_texts() -> None:
    open_date = make_input(f"{TITLE}\n03/05/2031\n\n{BODY}")
    found = date_documents([open_date, make_input(BODY, published="2031-05-04")])[0]
    assert (found.published, found.basis) == ("2031-05-03", PublishedBasis.INFERRED)
    assert date_documents([open_date, make_input(BODY, published="2031-08-04")])[0].published == "2031"


@pytest.mark.parametrize(
    ("address", "published"),
    [
        ("https://paper.example/news/2031/mar/05/pier", "2031-03-05"),
        ("https://paper.example/2031/3/5/pier", "2031-03-05"),
        ("https://paper.example/news/pier-20310305.html", "2031-03-05"),
        ("https://paper.example/2031-03-05-pier", "2031-03-05"),
        ("https://paper.example/2031/mar/pier", "2031-03"),
        ("https://paper.example/article/203103051234", None),
        ("https://paper.example/2031/mad/05/pier", None),
    ],
)
def test_addresses_hold_days_in_figures_or_with_the_month_in_letters(address: str, published: str | None) -> None:
    assert date_page(TITLE, url=address).published == published


NEIGHBOUR = (
    "The harbour office of Wexley closed the old fishing pier on Saturday, 3 May 2031, after divers found cracks."
)


@pytest.mark.parametrize(
    ("clue", "published"),
    [
        ("last year", "2032"),
        ("earlier this year", "2031"),
        ("this spring", "2031"),
        ("this May", "2031"),
        ("this autumn", None),
        ("last weekend", "2031-05"),
        ("last month", "2031-06"),
        ("two months ago", "2031-07"),
        ("last spring", None),
    ],
)
def test_a_relative_day_of_a_dated_event_gives_what_it_can(clue: str, published: str | None) -> None:
    text = f"Divers found cracks in the fishing pier, and the harbour office of Wexley closed the old pier {clue}."
    assert date_documents([make_input(text), make_input(NEIGHBOUR, published="2031-05-08")])[0].published == published


def test_the_finest_clue_counts_most() -> None:
    text = (
        "Divers found cracks last year, and the harbour office of Wexley closed the old fishing pier. "
        "The harbour office of Wexley closed the old fishing pier after divers found cracks last month."
    )
    found = date_documents([make_input(text), make_input(NEIGHBOUR, published="2031-05-08")])[0]
    assert found.published == "2031-06"
