from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.align import read_terms, read_words, weigh_terms


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("closed", "closure"),
        ("bought", "purchased"),
        ("indictment", "indicted"),
        ("U.S.", "American"),
        ("containers", "boxes"),
        ("Goïta", "Goita"),
        ("co-hosted", "hosted"),
        ("laid off", "layoffs"),
    ],
)
def test_words_that_report_the_same_have_one_term(left: str, right: str) -> None:
    assert read_terms(left).sequence == read_terms(right).sequence != ()


def test_words_without_content_have_no_term() -> None:
    assert read_terms("It was not that they would have been there.").sequence == ()


def test_a_rare_word_weighs_more_than_a_common_one_and_a_weak_one_least() -> None:
    read = [read_terms(t) for t in ("the harbour said", "the harbour ladder said", "the harbour gull said")]

    weights = weigh_terms(read)

    ladder, harbour, said = (read_terms(word).sequence[0] for word in ("ladder", "harbour", "said"))
    assert weights[ladder] > weights[harbour] > weights[said]


@given(st.text(max_size=200))
def test_every_word_slices_back_to_its_text(text: str) -> None:
    for word in read_words(text):
        assert 0 <= word.start < word.end <= len(text)
        assert text[word.start : word.end].strip() == text[word.start : word.end]


def test_four_hundred_thousand_characters_without_a_blank_are_read_at_once() -> None:
    assert len(read_words("a-" * 200_000)) <= 200_000
