"""Editorialising sentences of our own are shown and plain ones are not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.quality.own_sentences import SETS, precision_and_recall, read_literal, read_set

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))["own_sentences"]


@pytest.mark.parametrize("name", SETS)
def test_what_editorialises_is_shown_and_little_else(name: str) -> None:
    precision, recall = precision_and_recall(read_set(name))
    assert precision >= FLOORS["P"]
    assert recall >= FLOORS["R"]


def test_sentences_whose_tempting_words_are_meant_literally_are_left_alone() -> None:
    assert sum(o.is_shown for o in read_literal()) <= FLOORS["literal_shown_at_most"]
