"""Tests for words that the screens share."""

from __future__ import annotations

from annotator.view.words import origins_words


def test_more_origins_than_documents_are_explained() -> None:
    assert origins_words(2, 3) == "2 origins in 3 documents"
    assert origins_words(5, 3) == "5 origins in 3 documents, as some quote several people"
