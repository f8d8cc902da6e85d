"""What holds of the cutting of any text at all."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model import Layout, Span
from annotator.segment import find_quotations, lay_out, split_sentences

LINES = st.sampled_from(
    [
        "",
        "   ",
        "The ferry left the harbour at noon. Nobody was hurt, the owner said.",
        "Ferry leaves harbour after storm",
        "By Jane Moorcroft | 3 May 2024 | 2 min read",
        "FACT SHEET: New Piers for Old Harbours",
        "Analysis | Harbours",
        "Photo: The ferry in 2019 / Harbour Board",
        "- a new pier;",
        "## What happens next",
        "READ MORE:",
        "LATEST",
        "Read more",
        "ENDS",
        "###",
        "* * *",
        "| pier | boats |",
        "“We will rebuild,” she said. “We must.",
        "“And we shall.”",
        "'It is over,' he said.",
        "© 2024 The Pier. All rights reserved.",
        "12 comments",
        "Call (555) 0142 or write to desk@pier.example for more information.",
        "Home | News | Sport | Weather",
        "Why did the harbour close?",
        "> quoted line",
        "1. First",
        "MOORCROFT, May 3 (Pier) - The harbour was closed on Friday.",
    ]
)
PAGES = st.lists(LINES, max_size=24).map("\n".join)
MARKS = st.text(alphabet=" aA.,?!'\"“”‘’„«»`-–…\n5s(", max_size=120)
TEXTS = st.one_of(PAGES, MARKS, st.text(max_size=300))


def all_parts(layout: Layout) -> list[Span]:
    return sorted([*(h.span for h in layout.head), *layout.body, *(b.span for b in layout.boilerplate)])


@given(TEXTS)
def test_parts_do_not_overlap_and_cover_every_character_that_is_not_blank(text: str) -> None:
    parts = all_parts(lay_out(text))

    assert all(a.end <= b.start for a, b in pairwise(parts))
    rest = "".join(
        text[a:b] for a, b in zip([0, *(p.end for p in parts)], [*(p.start for p in parts), None], strict=True)
    )
    assert not rest.strip()


@given(TEXTS)
def test_paragraphs_lie_in_head_or_body_in_order(text: str) -> None:
    layout = lay_out(text)
    places = [*(h.span for h in layout.head), *layout.body]

    assert all(any(place.contains(p) for place in places) for p in layout.paragraphs)
    assert all(a.end <= b.start for a, b in pairwise(layout.paragraphs))


@given(TEXTS)
def test_sentences_do_not_overlap_and_cover_every_word_of_their_paragraphs(text: str) -> None:
    paragraphs = lay_out(text).paragraphs
    sentences = split_sentences(text, paragraphs, find_quotations(text, paragraphs))

    assert all(a.end <= b.start for a, b in pairwise(sentences))
    assert all(any(p.contains(s) for p in paragraphs) for s in sentences)
    covered = "".join(s.text(text) for s in sentences)
    assert sum(map(str.isalnum, covered)) == sum(sum(map(str.isalnum, p.text(text))) for p in paragraphs)
    assert all(s.text(text) == s.text(text).strip() for s in sentences)


@given(TEXTS)
def test_quotations_hold_their_inner_words_and_do_not_overlap(text: str) -> None:
    paragraphs = lay_out(text).paragraphs
    quotations = find_quotations(text, paragraphs)

    assert all(q.span.contains(q.inner) for q in quotations)
    assert all(a.span.end <= b.span.start for a, b in pairwise(quotations))
    assert all(any(p.contains(q.span) for p in paragraphs) for q in quotations)


@given(st.lists(st.sampled_from(["we will go", "never again", "it rained", "ask them"]), min_size=1, max_size=6))
def test_each_of_several_curly_quotations_is_found_as_it_stands(words: list[str]) -> None:
    text = ", and then ".join(f"“{w}”" for w in words) + "."

    found = find_quotations(text, [Span(0, len(text))])

    assert [q.inner.text(text) for q in found] == words
    assert all(q.closed and not q.continues for q in found)


@given(TEXTS, st.integers(0, 30))
def test_front_matter_of_any_length_stays_boilerplate(text: str, length: int) -> None:
    span = Span(0, length) if 0 < length <= len(text) else None

    layout = lay_out(text, front_matter=span)

    assert span is None or layout.boilerplate[0].span == span
    assert all(span is None or p.start >= span.end for p in layout.paragraphs)


UNITS = """The harbour was closed on Friday, he said. |“Never,” she said. |a|A.|. |“|'|‘a |"|a | b ¶|- |a¶|\
By A |¶|? |[a](b) |12:30 |share |#|... |U.S. |'a' |(|Mr. |READ MORE:¶|\
Title here¶¶prose that ends here, it does.¶¶Read more¶¶|A b¶|© a¶|” |“a|‘b’ |-¶|1. |LATEST¶¶|\
Why did nobody come here at all?¶|© a¶The harbour was closed on Friday, he said.¶|\
Analysis / X¶The pier was shut for a year.¶|“‘a’” |“‘a. B’ |share...|\
LATEST¶¶Title of it¶¶The harbour was closed on Friday, he said.¶¶"""


@pytest.mark.parametrize("unit", [u.replace("¶", "\n") for u in UNITS.split("|")])
def test_time_grows_no_faster_than_length(unit: str) -> None:
    short, long = (min(time_taken((unit * n)[:n]) for _ in range(2)) for n in (20_000, 80_000))

    assert long < max(1.0, 10 * short)  # four times the text: linear work takes 4 times as long, quadratic 16 times


def time_taken(text: str) -> float:
    start = time.process_time()
    paragraphs = lay_out(text).paragraphs
    split_sentences(text, paragraphs, find_quotations(text, paragraphs))
    return time.process_time() - start
