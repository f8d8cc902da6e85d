"""Facts lie inside their sentence and agree with themselves; hostile text neither slows nor breaks the finders."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.facts import Relation, compare_values, find_facts, interval_of
from annotator.model import Span

VOCABULARY = """
about more than between and from to 3 12 1,234.5 29,8 2023 $ € % - , . / : ' billion million dozen hundred two
half a the an of people killed days week month year December May Monday March last next ago since early mid
p.m. o'clock Holt will plans signed has been not President Council Berth 4 9/11 6-7 ½ first third in out
"""
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.one_of(
    st.text(max_size=120), st.lists(WORDS, max_size=30).map(" ".join), st.lists(WORDS, max_size=20).map("".join)
)


@given(TEXTS, st.sampled_from([None, "2023", "2024-02", "2024-02-29", "0001-01-01", "9998-12-31", "nonsense"]))
def test_facts_lie_in_the_sentence_and_quote_it(text: str, published: str | None) -> None:
    padded = f"xx{text}yy"
    if not text:
        return
    sentence = Span(2, 2 + len(text))
    for fact in find_facts(padded, sentence, published=published):
        assert sentence.contains(fact.span)
        assert fact.span.text(padded) == fact.text


@given(TEXTS)
def test_a_value_never_contradicts_itself_and_comparing_is_symmetric(text: str) -> None:
    if not text:
        return
    facts = find_facts(text, Span(0, len(text)), published="2023-12-07")
    for fact in facts:
        assert compare_values(fact, fact) not in (Relation.CONTRADICTS, Relation.REFINES)
        interval = interval_of(fact)
        assert interval is None or interval.low <= interval.high
    for a in facts[:6]:
        for b in facts[:6]:
            assert compare_values(a, b) is compare_values(b, a)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1.",
        "1,",
        "a ",
        "a.",
        "hundred ",
        "two hundred and ",
        "from 3 to ",
        "Monday ",
        "Of ",
        "-",
        "' ",
        "last ",
        "the first ",
        "$",
        "1/",
        "Mr. ",
    ],
)
def test_long_hostile_sentences_take_linear_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    start = time.process_time()
    find_facts(text, Span(0, len(text)), published="2023-12-07")
    assert time.process_time() - start < 4.0
