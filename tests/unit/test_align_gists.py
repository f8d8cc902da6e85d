"""Tests for the words that name a fact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.align.gists import MAX_GIST, Candidate, choose_gists, clarity, shorten
from tests.claim_builders import make_story

PLAIN = "The ferry Osprey ran aground on a sandbank off Pennick with ninety people aboard."


def _groups(*groups: tuple[str, ...]) -> list[list[Candidate]]:
    """Groups of claims; those of one text are one claim, and each states the fact of its group as surely."""
    texts = tuple(dict.fromkeys(text for group in groups for text in group))
    _, claims = make_story(texts)
    claim = {c.text: c for c in claims}
    return [[Candidate(claim[text], 1.0) for text in group] for group in groups]


@pytest.mark.parametrize(
    "worse",
    [
        "It ran aground on a sandbank off Pennick with ninety people aboard, they said.",
        "On Monday afternoon, the ferry Osprey ran aground on a sandbank off Pennick Head.",
        "Why did the ferry Osprey run aground on a sandbank off Pennick with ninety aboard?",
        "“The ferry Osprey ran aground on a sandbank with ninety people aboard,” he said.",
        "Our ferry Osprey ran aground on a sandbank off Pennick with ninety people aboard.",
        "Aground.",
        PLAIN[:-1]
        + ", which the harbour authority, the lifeboat crew, the company and two passengers told of in turn.",
    ],
)
def test_a_fact_is_named_by_the_claim_that_needs_no_other_words(worse: str) -> None:
    assert choose_gists(_groups((worse, PLAIN))) == (PLAIN,)


def test_two_facts_never_bear_one_name_while_there_are_words_enough() -> None:
    shared = "The ferry Osprey ran aground off Pennick on a sandbank late in the evening."
    groups = _groups((shared, "Ninety people were aboard the ferry when it ran aground."), (shared, PLAIN), (shared,))

    names = choose_gists(groups)

    assert names[2] == shared
    assert len(set(names)) == 3


def test_a_claim_of_several_facts_names_one_only_where_no_better_is_left() -> None:
    wide = "The ferry Osprey ran aground and ninety people were taken off by two lifeboats."
    first, second = (
        "The ferry Osprey ran aground off the Pennick lighthouse.",
        "Two lifeboats took off ninety passengers.",
    )

    assert choose_gists(_groups((wide, first), (wide, second))) == (first, second)


def test_the_dateline_is_no_part_of_the_name() -> None:
    assert shorten("PENNICK, 6 May 2031 (Tidewire) - " + PLAIN) == PLAIN
    assert shorten("PORT O'CALL (AP) — " + PLAIN) == PLAIN


@given(st.text(max_size=400))
def test_any_text_has_a_name_on_one_line_that_fits(text: str) -> None:
    name = shorten(text)

    assert len(name) <= MAX_GIST
    assert "\n" not in name
    assert 0 <= clarity(text) <= 1


def test_a_group_has_a_name_even_where_all_its_words_are_taken() -> None:
    assert choose_gists(_groups((PLAIN,), (PLAIN,))) == (PLAIN, PLAIN)
