from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.align import cluster_claims, read_terms, weigh_terms
from annotator.align.candidates import pair_candidates
from annotator.model import Claim, Cue, Span, Stance
from tests.claim_builders import FILLER_A, FILLER_B, cluster, make_story, with_speaker

FIRE = "Fire destroyed the old sail loft in Pennick harbour on Tuesday night."
FIRE_TOO = "The sail loft in the harbour of Pennick burned down in a fire late on Tuesday."
MARKET = "The weekly market will move to Gannet Square while the street is repaired."


def test_two_wordings_of_one_fact_stand_in_one_cluster() -> None:
    assert {FIRE, FIRE_TOO} in cluster(*make_story((*FILLER_A, FIRE), (*FILLER_B, FIRE_TOO)))


def test_an_unlike_claim_of_the_same_story_stays_outside() -> None:
    found = cluster(*make_story((*FILLER_A, FIRE), (*FILLER_B, FIRE_TOO, MARKET)))

    assert not any(MARKET in members for members in found)


def test_every_document_that_states_the_fact_is_in_its_cluster() -> None:
    third = "On Tuesday a fire destroyed a sail loft at Pennick harbour, firemen said."

    found = cluster(*make_story((*FILLER_A, FIRE), (*FILLER_B, FIRE_TOO), (MARKET, third)))

    assert any({FIRE, FIRE_TOO, third} <= members for members in found)


def test_claims_of_one_document_alone_make_no_cluster() -> None:
    assert cluster(*make_story((FIRE, FIRE_TOO, *FILLER_A), (MARKET,))) == []


def test_two_bare_sentences_align_only_if_their_wording_is_alike() -> None:
    same = "The sail loft in Pennick harbour was destroyed by fire on Tuesday night."
    other = "On Tuesday night the sailors of Pennick harbour met in a loft to plan a regatta and a dance."

    assert cluster(*make_story((FIRE,), (same,))) == [{FIRE, same}]
    assert cluster(*make_story((FIRE,), (other,))) == []


def test_two_bare_sentences_in_another_order_align_but_not_with_other_figures() -> None:
    told = "The tolls at Orrin bridge brought in 410 crowns on Monday, up from 320."
    turned = "On Monday the tolls at Orrin bridge brought in 410 crowns, up from 320."
    other = "The tolls at Marlow bridge yielded 12 crowns in March, down from 96, 14 or 15."

    assert cluster(*make_story((told,), (turned,))) == [{told, turned}]
    assert cluster(*make_story((told,), (other,))) == []


def test_a_claim_with_two_facts_may_stand_in_two_clusters() -> None:
    both = "The Heron Trust bought the chandlery in Pennick and sold its brewery in Lowmarsh to farmers."
    first = "The chandlery in Pennick was bought by the Heron Trust."
    second = "The brewery in Lowmarsh was sold to farmers."

    found = cluster(*make_story((*FILLER_A, both), (*FILLER_B, first), (MARKET, second, FIRE)))

    assert any({both, first} <= k for k in found)
    assert any({both, second} <= k for k in found)


def test_a_claim_between_two_unlike_claims_does_not_join_them() -> None:
    between = "The Heron Trust bought the chandlery in Pennick, and its brewery in Lowmarsh was sold to farmers."
    first = "The chandlery in Pennick was bought by the Heron Trust."
    second = "The brewery in Lowmarsh was sold to farmers."

    found = cluster(*make_story((*FILLER_A, between), (*FILLER_B, first), (MARKET, second, FIRE)))

    assert not any({first, second} <= k for k in found)


def test_claims_of_a_cluster_are_in_order_of_publication() -> None:
    documents, claims = make_story((FIRE,), (FIRE,), published=("2031-05-03", "2031-05-02"))

    (found,) = cluster_claims(documents, claims)

    assert found.claims == (claims[1].id, claims[0].id)


def test_the_order_of_documents_changes_no_cluster() -> None:
    texts = (*FILLER_A, FIRE), (*FILLER_B, FIRE_TOO, MARKET), (MARKET, "Tea was served by scouts after the session.")
    documents, claims = make_story(*texts)

    forward = {frozenset(k.claims) for k in cluster_claims(documents, claims)}
    backward = {frozenset(k.claims) for k in cluster_claims(documents[::-1], claims[::-1])}

    assert forward == backward


def test_a_long_gist_is_cut_at_a_word() -> None:
    long = "Fire destroyed the old sail loft " + "and its rafters of oak " * 12 + "in Pennick harbour on Tuesday."

    (found,) = cluster_claims(*make_story((long,), (long,)))

    assert found.gist.endswith("…")
    assert long.startswith(found.gist[:-1].rstrip())
    assert len(found.gist) <= 120


@given(st.lists(st.lists(st.text(max_size=60).filter(lambda t: t.strip()), min_size=1, max_size=5), max_size=4))
def test_any_text_gives_clusters_over_two_documents_with_certainty_between_0_and_1(texts: list[list[str]]) -> None:
    documents, claims = make_story(*texts)
    home = {c.id: c.document for c in claims}

    for found in cluster_claims(documents, claims):
        assert len({home[i] for i in found.claims}) > 1
        assert 0 <= found.score <= 1


def test_prints_of_one_report_in_many_documents_are_one_cluster() -> None:
    documents, claims = make_story((FIRE, *FILLER_A), (FIRE, *FILLER_B))
    prints = [replace(c, id=f"{c.id}{n}") for n in range(100) for c in claims]

    found = max(cluster_claims(documents, prints), key=lambda k: len(k.claims))

    assert len(found.claims) == 200


def test_work_for_many_claims_grows_little_faster_than_their_number() -> None:
    def count(size: int) -> int:
        read = [read_terms(f"The {w} of {v} {i % 7} failed.") for i, (w, v) in enumerate(_words(size))]
        return len(pair_candidates([terms.unique for terms in read], weigh_terms(read)))

    assert count(2000) < 4**1.3 * count(500)


def _words(size: int) -> list[tuple[str, str]]:
    return [(f"valve{chr(97 + i % 26)}", f"pump{chr(97 + i % 23)}{chr(97 + i % 11)}") for i in range(size)]


@pytest.mark.parametrize(
    ("speaker", "cue", "a", "b"),
    [
        ("Odile Brandt", "said", "Odile Brandt said the crane is rusty.", "Tolls will rise, Odile Brandt said."),
        (
            "Orchard Board",
            "expects",
            "The Orchard Board expects a late frost.",
            "Cider is dear, the Orchard Board expects.",
        ),
        ("Piet Marran", "warned", "Piet Marran warned of ice.", "Piet Marran warned against feeding swans."),
    ],
)
def test_claims_that_share_no_more_than_their_speaker_state_no_common_fact(
    speaker: str, cue: str, a: str, b: str
) -> None:
    documents, claims = make_story((*FILLER_A, a), (*FILLER_B, b))
    told = [_with_cue(with_speaker(c, speaker, c.text[-6:]), cue) if c.text in (a, b) else c for c in claims]

    assert any({a, b} <= group for group in cluster(documents, claims))
    assert not any({a, b} <= group for group in cluster(documents, told))


def _with_cue(claim: Claim, cue: str) -> Claim:
    at = claim.span.start + claim.text.index(cue)
    said = Cue(Span(at, at + len(cue)), cue, Stance.NEUTRAL)
    return replace(claim, attributions=tuple(replace(a, cue=said) for a in claim.attributions))


def test_the_gist_is_the_claim_that_the_others_are_nearest_to() -> None:
    full = "The kiln at Marlow pottery burst on Monday and hurt two potters."
    texts = (
        (*FILLER_A, full),
        (*FILLER_B, "Two potters were hurt at Marlow pottery."),
        ("The kiln at Marlow pottery burst on Monday.", "A goat escaped from the fair."),
    )

    assert full in {k.gist for k in cluster_claims(*make_story(*texts))}
