from __future__ import annotations

import pytest

from annotator.model import Quotation
from annotator.segment import find_quotations, lay_out


def quotations_of(text: str) -> tuple[Quotation, ...]:
    return find_quotations(text, lay_out(text).paragraphs)


def words_of(text: str) -> list[str]:
    return [q.inner.text(text) for q in quotations_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will stay,” she said.", ["We will stay,"]),
        ('"We will stay," she said.', ["We will stay,"]),
        ('He said it was “good for us all." They left.', ["good for us all."]),
        ('He said it was "good for us all.” They left.', ["good for us all."]),
        ("``We will stay,'' she said.", ["We will stay,"]),
        ("„We will stay“, she said.", ["We will stay"]),
        ("«We will stay», she said.", ["We will stay"]),
        ("'We will stay,' she said.", ["We will stay,"]),
        ("‘We don’t know,’ she said.", ["We don’t know,"]),
        ("She said the dockers’ union ‘never asked’ for it.", ["never asked"]),
        ("“He told me, ‘Go home,’ and I went,” she said.", ["He told me, ‘Go home,’ and I went,"]),
        ("He said: 'They shouted “no” at us.'", ["They shouted “no” at us."]),
        ("The dockers' union met in the '90s, rock 'n' roll and all.", []),
        ("It isn't the ship's fault, nor the captains'.", []),
        ('A 6\'2" man and a 5" pipe.', []),
        ('"He is 6\'2" tall," she said.', ["He is 6'2\" tall,"]),
        ("“One,” he said, “two.”", ["One,", "two."]),
        ("(“Quite so”)—“indeed”", ["Quite so", "indeed"]),
        ("“word“ is a word", ["word"]),
        ("”Hello there,” she said.", ["Hello there,"]),
        ("“ ” and “”", []),
    ],
)
def test_marks_of_any_kind_are_paired(text: str, expected: list[str]) -> None:
    assert words_of(text) == expected


def test_the_span_has_the_marks_and_the_inner_span_has_not() -> None:
    text = "She said “no more”."

    (quotation,) = quotations_of(text)

    assert quotation.span.text(text) == "“no more”"
    assert quotation.inner.text(text) == "no more"
    assert quotation.closed


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "He said “the boats would come.\n\nNobody saw them."

    (quotation,) = quotations_of(text)

    assert quotation.inner.text(text) == "the boats would come."
    assert not quotation.closed
    assert quotation.is_speech


def test_an_unclosed_quotation_ends_at_the_next_opening_mark() -> None:
    text = "He spoke of “the boats and “the planes” that day."

    first, second = quotations_of(text)

    assert (first.inner.text(text), first.closed) == ("the boats and", False)
    assert (second.inner.text(text), second.closed) == ("the planes", True)


def test_speech_over_paragraphs_with_repeated_marks_continues() -> None:
    text = "“I shut the hatch and ran.\n\n“I have known him for years,” she said."

    first, second = quotations_of(text)

    assert (first.closed, first.continues) == (False, False)
    assert (second.closed, second.continues) == (True, True)
    assert first.is_speech
    assert second.is_speech


def test_speech_over_paragraphs_without_repeated_marks_continues() -> None:
    text = "The paper writes:\n\n“It was late.\n\nNobody spoke for an hour.\n\nThen the bell rang.”\n\nThat was all."

    found = quotations_of(text)

    assert [q.inner.text(text) for q in found] == ["It was late.", "Nobody spoke for an hour.", "Then the bell rang."]
    assert [q.continues for q in found] == [False, True, True]


def test_a_closing_mark_alone_is_no_quotation() -> None:
    assert words_of("It was a day of rest.” Nobody spoke.") == []


@pytest.mark.parametrize(
    "text",
    [
        "“We will stay,” she said.",
        "The mayor said it was “a terrible day”.",
        "She described it as “a one-time fix, not a plan.”",
        "“No,” said the mayor.",
        "The union had asked for “an end to the long hours at the quay”.",
        "He called the plan “deeply flawed”.",
        "The minister told reporters: “Never.”",
        "Protesters held signs reading “No More Piers.”",
        "“NO MORE PIERS!” the mayor tweeted.",
        "“Reckless,” the harbour chief said.",
    ],
)
def test_words_of_a_speaker_are_speech(text: str) -> None:
    assert [q.is_speech for q in quotations_of(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “friendship tour” ended.",
        "He appeared on “Meet the Town” last week.",
        "The film “Harbour Lights” won.",
        "It is known as “the long pier”.",
        "The “experts” left by the back door.",
        'See <a href="the long way round to the pier">here</a> for more.',
        "A song called “Water Under Bridges” played.",
        "In his “war on piers,” the mayor lost.",
        "The bill, titled “An Act to close piers and for other purposes,” passed.",
    ],
)
def test_titles_terms_and_scare_quotes_are_no_speech(text: str) -> None:
    assert [q.is_speech for q in quotations_of(text)] == [False]
