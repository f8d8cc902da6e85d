"""Which of two texts was first: dates, then names, then what a translation or a mending hand left."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.model import Document, GenreType
from annotator.provenance.damage import count_slips, find_translation
from annotator.provenance.direction import which_first
from tests.story_builders import make_document

PLAIN = "The dam cost 1.8 billion crowns, and the ministry paid for the lock, the road and the towers of the port. " * 8


def undated(name: str, text: str) -> Document:
    made = replace(make_document(name, text), published=None)
    return replace(made, genre=replace(made.genre, type=GenreType.REPORTAGE))


@pytest.mark.parametrize(
    "damaged",
    [
        PLAIN.replace("1.8 billion", "1,8 billion", 1),
        PLAIN + "He called it «a gift».",
        PLAIN + "The word плотина stood on the wall.",
        PLAIN.replace("The ", "").replace("the ", ""),
    ],
)
def test_what_went_through_another_language_is_the_copy(damaged: str) -> None:
    assert find_translation(damaged, PLAIN)
    assert find_translation(PLAIN, damaged) is None
    for order in (True, False):
        is_first, why = which_first(undated("a", PLAIN), undated("b", damaged), is_longer=order)
        assert is_first
        assert "traces of a translation" in why


def test_a_text_whose_slips_the_other_mends_was_first() -> None:
    slipped = PLAIN.replace("and the", "and and the", 1)
    assert (count_slips(slipped), count_slips(PLAIN)) == (1, 0)
    is_first, why = which_first(undated("a", slipped), undated("b", PLAIN), is_longer=False)
    assert is_first
    assert "slips" in why


def test_words_that_may_stand_twice_are_no_slips() -> None:
    assert count_slips("He said that that was what had had to be done.") == 0


def test_a_date_decides_before_all_traces() -> None:
    early = replace(undated("a", PLAIN.replace("1.8", "1,8", 1)), published="2031-05-01")
    late = replace(undated("b", PLAIN), published="2031-05-03")
    assert which_first(early, late, is_longer=False) == (True, "it was published earlier")
