"""Tests for names that fit into a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text import short_name
from annotator.text.shorten import MAX_NAME


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("The Pennick Bulletin", "The Pennick Bulletin"),
        ("Pennick Bulletin - latest news, weather and tides from the coast", "Pennick Bulletin"),
        ("Tidepost | All the news of the harbour, every day", "Tidepost"),
        ("Representatives of the harbours of two countries met", "Representatives…"),
        ("Ferry aground, ninety people taken off by lifeboats", "Ferry aground, ninety…"),
        ("Harbourmasterassociationoftheeasterncoast", "Harbourmasterassociationof…"),
    ],
)
def test_a_name_is_its_first_part_that_can_stand_alone(name: str, short: str) -> None:
    assert short_name(name) == short


@given(st.text(max_size=200))
def test_every_name_fits_and_is_a_beginning(name: str) -> None:
    short = short_name(name)

    assert len(short) <= MAX_NAME + 1
    assert " ".join(name.split()).startswith(short.removesuffix("…"))
    assert bool(short) == bool(name.strip())
