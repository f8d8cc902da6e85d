from __future__ import annotations

import pytest

from annotator.attribution import attribute
from annotator.editorial import judge_genre
from annotator.model import Genre, GenreType, Metadata, Outlet, OutletKind
from annotator.segment import find_quotations, lay_out, split_sentences


def judge(text: str, *, kind: OutletKind = OutletKind.UNKNOWN, domain: str | None = None, **metadata) -> Genre:
    layout = lay_out(text, front_matter=None, title=metadata.get("title"))
    quotations = find_quotations(text, layout.paragraphs)
    sentences = split_sentences(text, layout.paragraphs, quotations)
    return judge_genre(
        text,
        layout=layout,
        metadata=Metadata(**metadata),
        outlet=Outlet(domain=domain, kind=kind),
        sentences=sentences,
        quotations=quotations,
        attributions=attribute(text, sentences, quotations, document="d"),
    )


REPORT = """Ferry runs aground off Wexley

A ferry with 80 people on board ran aground off Wexley on Monday, the coast guard said.

Nobody was hurt, according to the operator. “The crew did everything right,” said its director, Ada Brook.

The ship left Norhaven at noon. Two tugs pulled it free in the evening, the harbour office said.
"""

COLUMN = """The ferry was an accident waiting to happen

I have taken the Wexley ferry for thirty years, and I have never trusted it. We all knew that it was rotten.

The company must sell the ship, and the minister should resign. What are they waiting for?

It is a disgrace, and nobody in Norhaven will forget it. Enough is enough.
"""

RELEASE = """FOR IMMEDIATE RELEASE

Brook Lines welcomes new ferry

Brook Lines today is pleased to announce the arrival of its award-winning new ferry, the Ada.

“We are proud to serve our customers with a world-class ship,” said Tom Brook, chief executive of Brook Lines.

ENDS

Notes to editors: Brook Lines runs six ferries.

Media contact: press@brooklines.example
"""

NOTICE = """TOWN OF WEXLEY

NOTICE OF PUBLIC HEARING

The Town Council will hold a public hearing on the ferry licence on Monday, May 5.

Members of the public may speak for two minutes. Written comments may be sent to the Clerk until noon.

Persons who need an interpreter should call the Clerk.
"""

INTERVIEW = """“I never trusted that ship”

Q: When did you first see the crack?
A: In March. I told the mate.
Q: What did he say?
A: That it was paint.
Q: And the company?
A: They never called back.
"""

ADVERT = """Sponsored

Sail the bay in comfort

The new Ada is the most comfortable ferry you can take. Book now and save half. Visit our website for the special offer.

Call today: this limited-time offer ends on Sunday.
"""


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (REPORT, GenreType.REPORTAGE),
        (COLUMN, GenreType.OPINION),
        (RELEASE, GenreType.PRESS_RELEASE),
        (NOTICE, GenreType.OFFICIAL),
        (INTERVIEW, GenreType.INTERVIEW),
        (ADVERT, GenreType.ADVERTORIAL),
    ],
)
def test_each_sort_of_text_is_known_by_its_wording(text: str, genre: GenreType) -> None:
    assert judge(text).type is genre


def test_agency_copy_is_known_by_its_marks() -> None:
    text = REPORT.replace("A ferry with", "WEXLEY, May 5 (Saltwire) - A ferry with")
    assert judge(text + "\n(Reporting by Ada Brook; editing by Tom Reed)\n").type is GenreType.WIRE


def test_a_text_on_a_satirical_site_is_satire() -> None:
    assert judge(REPORT, domain="theonion.com").type is GenreType.SATIRE


def test_a_headline_that_explains_makes_background() -> None:
    text = (
        "What is a tidal lock?\n\nA tidal lock holds the water of a harbour. It has two gates. They open at high water."
    )
    assert judge(text).type is GenreType.BACKGROUND


def test_a_government_speaks_officially() -> None:
    text = "The ministry opened the lock today. It will serve ships of up to 90 metres. Work took two years."
    assert judge(text, kind=OutletKind.GOVERNMENT).type is GenreType.OFFICIAL


def test_an_analysis_that_argues_is_opinion_and_says_so() -> None:
    genre = judge("Analysis | Harbours\n\n" + COLUMN)
    assert genre.type is GenreType.OPINION
    assert genre.self_label == "Analysis | Harbours"
    assert genre.mismatch is not None
    assert genre.mismatch.startswith("Labelled “Analysis | Harbours”, but it argues")


def test_an_analysis_that_explains_keeps_its_label() -> None:
    text = (
        "Analysis | Harbours\n\nWhy the ferry matters\n\n"
        "The loss of the ferry is likely to change the trade of the bay, "
        "in part because the road is closed. The decision amounts to a gamble. The upshot is that freight could well "
        "move to Norhaven. The stakes are high for the port."
    )
    genre = judge(text)
    assert (genre.type, genre.mismatch) == (GenreType.ANALYSIS, None)


def test_demands_in_quotation_marks_are_not_the_texts_own() -> None:
    text = REPORT + "\n“The company must sell the ship, the minister should resign, it is a disgrace,” said Tom Reed.\n"
    assert judge(text).type is GenreType.REPORTAGE


def test_the_section_in_the_address_is_a_claim() -> None:
    text = "The ferry was old. The new one is bigger. It sails in May."
    labelled = judge(text, url="https://paper.example/opinion/2031/05/ferry")
    assert labelled.type is GenreType.OPINION


def test_a_bare_sentence_with_a_source_is_a_report_of_low_confidence() -> None:
    short, long = judge("The ferry ran aground, the coast guard said."), judge(REPORT)
    assert short.type is GenreType.REPORTAGE
    assert short.confidence < long.confidence


@pytest.mark.parametrize("text", ["", " \n\n ", "?!", "Ferry", "\x00\x1b[2J", "must " * 5000])
def test_odd_texts_have_a_genre_of_their_own_or_none(text: str) -> None:
    genre = judge(text)
    assert 0 <= genre.confidence <= 1


def test_evidence_quotes_the_places_it_names() -> None:
    genre = judge(COLUMN)
    shown = [e for e in genre.evidence if e.span]
    assert any(e.note == f"Says what ought to be done: “{e.span.text(COLUMN)}”" for e in shown)
    assert all(0 <= e.span.start < e.span.end <= len(COLUMN) for e in shown)


PLAIN_COLUMN = """The ferry company says the wind is to blame. But the wind did not sell the reserve ship.

The reserve ship was sold in 2022. A licence is a promise. Five more winters of this would finish the school.

No spreadsheet will show that.
"""


@pytest.mark.parametrize(
    "head",
    [
        "The wind did not sell the ship\nCOMMENT\nBy Jan Oster",
        "COMMENT\n\nThe wind did not sell the ship\n\nJan Oster",
        "The wind did not sell the ship\n\nOpinion by Jan Oster",
        "The wind did not sell the ship\n\nBy Jan Oster, columnist",
        "The wind did not sell the ship (opinion)",
        "The wind did not sell the ship - comment",
        "The Courier view: the wind did not sell the ship",
        "The Courier view on ferries: the wind did not sell the ship",
        "EDITORIAL BOARD\n\nThe wind did not sell the ship",
        "GUEST COLUMN: The wind did not sell the ship",
    ],
)
def test_an_opinion_piece_is_known_by_its_label_wherever_it_stands(head: str) -> None:
    assert judge(f"{head}\n\n{PLAIN_COLUMN}").type is GenreType.OPINION


@pytest.mark.parametrize(
    "foot",
    [
        "The views in this article are those of the author.",
        "Jan Oster is a professor of law and the author of Islands.",
    ],
)
def test_an_opinion_piece_is_known_by_what_its_foot_says_of_the_author(foot: str) -> None:
    assert judge(f"The wind did not sell the ship\n\n{PLAIN_COLUMN}\n{foot}\n").type is GenreType.OPINION


def test_a_comment_button_beside_others_is_no_label() -> None:
    title, _, body = REPORT.partition("\n")
    assert judge(f"{title}\nShare\nComment\nPrint\n{body}").type is GenreType.REPORTAGE


def test_an_agencys_tag_in_the_dateline_makes_agency_copy() -> None:
    title, _, body = REPORT.partition("\n\n")
    assert judge(f"{title}\n\nWEXLEY, 4 May (NLA) - {body}").type is GenreType.WIRE


def test_a_headline_that_promises_an_interpretation_makes_an_analysis() -> None:
    title = "Two votes and a warning: what the budget means for the coalition"
    text = "The coalition passed its budget by two votes."
    assert judge(f"{title}\n\n{text} Four deputies voted against. She now has two options.").type is GenreType.ANALYSIS


def test_what_an_interviewee_argues_makes_no_opinion_piece() -> None:
    turns = "\n\n".join(
        f"Q: Why is that, number {n}?\n\nA: I think we must do it, and I believe in it." for n in range(4)
    )
    assert judge(f"Lena Roth on the bank\n\nLena Roth spoke to us in Tarn.\n\n{turns}\n").type is GenreType.INTERVIEW
