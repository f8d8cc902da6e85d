from __future__ import annotations

import pytest

from annotator.model import Span
from annotator.segment import find_quotations, lay_out, split_sentences


def sentences_of(text: str) -> list[str]:
    paragraphs = [Span(0, len(text))]
    return [s.text(text) for s in split_sentences(text, paragraphs, find_quotations(text, paragraphs))]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Ida Marsh met Sen. Tom Pell (R-Ariz.) on Dec. 7 in St. Paul.",
        "The U.S. Attorney for the D.C. Circuit filed it at 5 p.m. Eastern time.",
        "She lives in Washington, D.C. with her son John Q. Hale Jr. and a cat.",
        "Norwick Holdings Inc. did not answer, nor did Brand & Sons Ltd. of Leeds.",
        "The meeting is at 9 a.m. Monday in room No. 12.",
        "It fell 3.5 percent to $1.2 million, vs. a rise of .4 percent in 2019.",
        "“Is this true?” Gen. Marsh asked.",
        "“Never!” Tom Pell shouted at the clerk.",
        "“Why now?” asked the mayor.",
        "He read the words “Who goes there?” aloud.",
        "The pier (closed since 1998?) is for sale.",
        "They call it the … Harbour Plan and mean it.",
        "He works for Yahoo! News in Leeds.",
        "J. R. Moss and Ms. Pell, Ph.D., wrote it.",
        "1. The first item of a list",
        "The mast is 5 ft. 4 in. tall.",
        "P.S. They also sold the pier.",
        "MARRAM, May 7 - North Wire. The ferry sank.",
        "Roe v. Wade was cited, e.g. Section 2.",
    ],
)
def test_stops_that_end_no_sentence_leave_it_whole(text: str) -> None:
    assert sentences_of(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("They met in Washington, D.C.", "The talks failed."),
        ("It ends at 5 p.m.", "They will return."),
        ("It ends at 2 p.m.", "Hale goes free."),
        ("He works for Brand Inc.", "He is 40."),
        ("She voted for Plan B.", "The mayor did not."),
        ("It came from the U.S.", "In May it left."),
        ("Berth 4 is shut.", "38 boxes fell."),
        ("“We waited.”", "“Nobody came.”"),
        ("He said: “We waited.", "Nobody came.”"),
        ("“Libraries are no luxury,” Ida Moss said.", "“They are homes.”"),
        ("“Is it true?”", "She left the room."),
        ("Who paid?", "Nobody knows."),
        ("It was over...", "They went home."),
        ("It was no accident.[1]", "It was a choice."),
        ("“We did it. …", "I did it.”"),
        ("He sold pens, ink, etc.", "Sales rose."),
        ("They left in Sept.", "The rest stayed."),
        ('"I know," she said.', '"I was there."'),
        ("It is late.”", "He slept."),
        ("The ship sank.", "(No one was hurt.)"),
        ("The budget passed in Hartford, Conn.", "At the time nobody saw it."),
        ("the talks were held on monday in the capital.", "the minister left early."),
    ],
)
def test_sentences_are_split_at_real_ends(first: str, second: str) -> None:
    assert sentences_of(f"{first} {second}") == [first, second]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was war.The minister left.", ["It was war.", "The minister left."]),
        ("“It was war.”The minister left.", ["“It was war.”", "The minister left."]),
        ("See pier.example.Home for more.", ["See pier.example.Home for more."]),
        ("They make boats and planes. .", ["They make boats and planes. ."]),
        ("“. He left.", ["“. He left."]),
    ],
)
def test_damaged_ends_are_mended(text: str, expected: list[str]) -> None:
    assert sentences_of(text) == expected


def test_quotations_within_a_quotation_are_not_cut() -> None:
    text = "“They tell us, ‘Wait. There is time.’ We say no.”"

    assert sentences_of(text) == ["“They tell us, ‘Wait. There is time.’", "We say no.”"]


def test_a_bullet_with_its_run_in_label_is_one_sentence() -> None:
    text = "Our plan:\n\n-   Cheaper Fares. The council cuts fares by a tenth. It starts in May.\n"
    paragraphs = lay_out(text).paragraphs

    found = [s.text(text) for s in split_sentences(text, paragraphs, ())]

    assert found == ["Our plan:", "Cheaper Fares. The council cuts fares by a tenth.", "It starts in May."]


def test_offsets_count_hard_wrapped_lines_as_they_stand() -> None:
    text = "The council met\non Tuesday. It voted\nsix to three."

    assert sentences_of(text) == ["The council met\non Tuesday.", "It voted\nsix to three."]


def test_no_sentence_runs_over_the_end_of_a_paragraph() -> None:
    text = "The first part has no end\n\nthe second has one."
    paragraphs = [Span(0, 25), Span(27, len(text))]

    assert len(split_sentences(text, paragraphs, ())) == 2


def test_a_capital_behind_a_clock_begins_a_sentence_unless_it_names_a_day_or_zone() -> None:
    assert len(sentences_of("The match begins at 2 p.m. Quill will chair it.")) == 2
    assert len(sentences_of("The hall closed at 11 a.m. Local leaders left.")) == 2
    assert len(sentences_of("The meeting with Norland Gov. Teodor Brandt began at 2 p.m. Tuesday.")) == 1
