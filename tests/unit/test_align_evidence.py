from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from annotator.align import read_terms, weigh_terms
from annotator.align.evidence import Weigher, settle
from annotator.align.readings import RUN, read_claims, read_runs
from annotator.model import Claim
from tests.claim_builders import FILLER_A, FILLER_B, make_story, with_speaker


def odds(claims: Sequence[Claim], a: str, b: str) -> float:
    terms = [read_terms(c.text) for c in claims]
    readings = read_claims(claims, terms)
    places = {claims[r.claims[0]].text: n for n, r in enumerate(readings)}
    return Weigher(readings, weigh_terms(terms)).odds(places[a], places[b])


def test_words_written_apart_in_one_text_speak_for_one_fact_by_their_letters() -> None:
    told = "The harbourmaster apologised to Marlow for the regatta."
    near, far = (
        "Marlow heard of the regatta from the harbour master.",
        "Marlow heard of the regatta from the lighthouse keeper.",
    )
    _, claims = make_story((*FILLER_A, told), (*FILLER_B, near, far))

    assert odds(claims, told, near) > odds(claims, told, far)


def test_an_amount_in_common_speaks_for_one_fact_however_it_is_written() -> None:
    told, near, far = "Fourteen barges sank.", "The wind took 14 barges.", "The wind took 40 barges."
    _, claims = make_story((*FILLER_A, told), (*FILLER_B, near, far))

    assert odds(claims, told, near) > odds(claims, told, far) + 1


def test_the_first_claims_of_two_documents_are_likelier_one_fact_than_later_ones() -> None:
    a, b = "Barges sank off Pell.", "Off Pell the gale sank them."

    early = make_story((a, *FILLER_A), (b, *FILLER_B))
    late = make_story((*FILLER_A, a), (*FILLER_B, b))

    assert odds(early[1], a, b) > odds(late[1], a, b)


def test_a_common_speaker_says_less_than_a_common_subject() -> None:
    a, b = "Odile Brandt said the crane is rusty.", "Tolls will rise, Odile Brandt said."
    _, claims = make_story((*FILLER_A, a), (*FILLER_B, b))
    told = [with_speaker(c, "Odile Brandt", c.text[-6:]) if c.text in (a, b) else c for c in claims]

    assert odds(told, a, b) < odds(claims, a, b)


def test_a_third_document_that_fits_both_supports_a_pair() -> None:
    alone = settle({(0, 1): -1.0}, ["a", "b", "c"])
    supported = settle({(0, 1): -1.0, (0, 2): 3.0, (1, 2): 3.0}, ["a", "b", "c"])

    assert supported[0, 1] > alone[0, 1]


def test_a_claim_that_fits_many_others_fits_none_in_particular() -> None:
    homes = ["a", *"bcdefg"]
    alone = settle({(0, 1): -1.0}, homes)
    one_of_many = settle({(0, k): -1.0 for k in range(1, len(homes))}, homes)

    assert one_of_many[0, 1] < alone[0, 1]


@given(st.text())
def test_a_text_has_runs_of_letters_of_one_length_unless_it_is_too_short(text: str) -> None:
    runs = read_runs(text)

    assert runs
    assert len(runs) == 1 or {len(run) for run in runs} == {RUN}
