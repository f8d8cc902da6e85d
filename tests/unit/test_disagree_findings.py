"""What holds for every disagreement, whatever is compared."""

from __future__ import annotations

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from tests.claim_builders import FILLER_A, FILLER_B, compare, make_story

SUBJECTS = ("The council", "The mayor", "Voll", "The two sides", "Police", "Nobody", "The harbour master")
VERBS = ("approved", "rejected", "will approve", "did not approve", "has approved", "closed", "plans to close")
OBJECTS = ("the sale of Gate 4", "the sale of Gate 6", "a treaty on the mill", "a memorandum on the mill", "12 posts")
TIMES = ("on Monday", "on Tuesday", "for two days", "for 3 weeks", "by 40 votes to 7", "“for good and all”", "")

sentences = st.builds(
    lambda *parts: " ".join(p for p in parts if p) + ".",
    st.sampled_from(SUBJECTS),
    st.sampled_from(VERBS),
    st.sampled_from(OBJECTS),
    st.sampled_from(TIMES),
)


@given(st.lists(st.lists(sentences, min_size=1, max_size=5, unique=True), min_size=2, max_size=4))
def test_sides_lie_in_their_claims_and_name_two_values_of_two_documents(texts: list[list[str]]) -> None:
    documents, claims = make_story(*texts)
    by_id = {c.id: c for c in claims}
    whole = {d.id: d.text for d in documents}

    for found in compare(documents, claims):
        assert 2 <= len(found.sides) <= 8
        assert len({s.value for s in found.sides}) > 1
        assert len({by_id[s.claim].document for s in found.sides}) > 1
        assert 0 <= found.confidence <= 1
        for side in found.sides:
            claim = by_id[side.claim]
            assert claim.span.contains(side.span)
            assert side.text == side.span.text(whole[claim.document])


@given(st.lists(st.lists(st.text(max_size=80).filter(lambda t: t.strip()), min_size=1, max_size=4), max_size=3))
def test_any_text_is_compared_without_failing(texts: list[list[str]]) -> None:
    compare(*make_story(*texts))


def test_a_document_does_not_disagree_with_itself() -> None:
    texts = (*FILLER_A, "The council approved the sale.", "The council rejected the sale.")

    assert compare(*make_story(texts)) == ()


def test_the_same_story_twice_gives_the_same_disagreements() -> None:
    texts = (*FILLER_A, "The plan cuts 120 jobs at the mill."), (*FILLER_B, "The plan cuts 210 jobs at the mill.")

    assert compare(*make_story(*texts)) == compare(*make_story(*texts))


def test_many_claims_that_are_all_alike_are_compared_within_seconds() -> None:
    chance = random.Random(7)
    texts = [
        [
            f"{chance.choice(SUBJECTS)} {chance.choice(VERBS)} {chance.choice(OBJECTS)} of {i * 31 + j} yards."
            for j in range(20)
        ]
        for i in range(8)
    ]
    documents, claims = make_story(*texts)
    start = time.perf_counter()

    compare(documents, claims)

    assert time.perf_counter() - start < 10


def test_of_two_ways_to_print_one_number_the_usual_one_is_shown() -> None:
    texts = (
        (*FILLER_A, "The harbour wall cost 1,8 billion crowns."),
        (*FILLER_B, "The harbour wall cost 1.8 billion crowns."),
        (*FILLER_A, "The harbour wall cost 1.8 billion crowns."),
        (*FILLER_B, "The harbour wall cost 2.4 billion crowns."),
    )
    values = {s.value for found in compare(*make_story(*texts)) for s in found.sides}
    assert values == {"1.8 billion crowns", "2.4 billion crowns"}
