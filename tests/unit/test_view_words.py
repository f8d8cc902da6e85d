"""Tests for words that the screens share."""

from __future__ import annotations

from dataclasses import replace

from annotator.model import FlagKind
from annotator.view.words import kind_of_flag, kind_word, origins_words
from tests.story_builders import make_story


def test_more_origins_than_documents_are_explained() -> None:
    assert origins_words(2, 3) == "2 origins in 3 documents"
    assert origins_words(5, 3) == "5 origins in 3 documents, as some quote several people"


def test_whose_words_a_flag_is_on_is_not_said_twice() -> None:
    flag = next(f for c in make_story().claims for f in c.flags)
    opinion = replace(flag, kind=FlagKind.OPINION_IN_OWN_VOICE)
    assert kind_of_flag(opinion) == "opinion"
    assert kind_of_flag(flag) == kind_word(flag.kind)
