"""How the chain of sources of a claim reads."""

from __future__ import annotations

from dataclasses import replace

from annotator.model import Attitude, Claim, Decision, Status
from annotator.view import attitude_word, chain_of, chain_sentence
from tests.story_builders import make_attribution, make_story

STORY = make_story()
TIDE = STORY.documents[0]
QUICK = next(c for c in STORY.claims if "quickly" in c.text)
MARROW = make_attribution(TIDE, "We heard a bang", "Ilse Marrow", id="m", parent="h")
MASTER = make_attribution(TIDE, "We heard a bang", "The harbour master", id="h")


def claim(*links: object) -> Claim:
    return replace(QUICK, attributions=links)


def test_whom_a_link_passes_on_stands_behind_it() -> None:
    links = chain_of(claim(MARROW, MASTER))
    assert [(link.name, link.depth) for link in links] == [("The harbour master", 0), ("Ilse Marrow", 1)]
    sentence = chain_sentence("Tidepost", links)
    assert sentence == "Tidepost has it from The harbour master, who has it from Ilse Marrow."


def test_links_side_by_side_and_none_at_all() -> None:
    beside = chain_of(claim(replace(MARROW, parent=None), MASTER))
    assert chain_sentence("Tidepost", beside) == "Tidepost has it from Ilse Marrow; also from The harbour master."
    assert chain_sentence("Tidepost", ()) == "Tidepost says it itself."


def test_a_rejected_link_is_no_link_and_whom_it_passed_on_stays() -> None:
    gone = replace(MASTER, decision=Decision(Status.REJECTED, "ada"))
    assert [(link.name, link.depth) for link in chain_of(claim(MARROW, gone))] == [("Ilse Marrow", 0)]


def test_a_ring_is_shown_once() -> None:
    ring = chain_of(claim(MARROW, replace(MASTER, parent="m")))
    assert sorted(link.name for link in ring) == ["Ilse Marrow", "The harbour master"]


def test_every_attitude_has_words() -> None:
    assert all(attitude_word(a) for a in Attitude)
