"""The phrases by which people recognise what they did."""

from __future__ import annotations

import pytest

from annotator.decisions import anchor_of, describe, said_before
from annotator.model import (
    Accept,
    AddDocuments,
    Adjudicate,
    Anchor,
    AnchorKind,
    Command,
    DisagreementKind,
    Note,
    Place,
    RateCredibility,
    RateReliability,
    Reject,
    RemoveDocuments,
    SetSource,
    Settle,
    Settlement,
    Span,
    Version,
)
from annotator.view import kind_word
from tests.story_builders import make_story

STORY = make_story()
TIDE = STORY.documents[0]
SLAM = next(c for c in STORY.claims if "slammed" in c.text)
NAMES = {TIDE.id: "tidepost.txt"}


SLAMMED = "“The harbour master slammed the reckless…”"
DATES = "disagreement of date “Monday” / “Tuesday”"
ON_DOCUMENT, ON_CLAIM, ON_DATES = (anchor_of(x, STORY) for x in (TIDE, SLAM, STORY.disagreements[0]))


@pytest.mark.parametrize(
    ("command", "phrase"),
    [
        (Reject(anchor_of(SLAM.flags[0], STORY)), "rejected loaded language “slammed”"),
        (SetSource(ON_CLAIM, None), f"gave {SLAMMED} to the document’s own voice"),
        (Settle(ON_DATES, Settlement.SIDE_STANDS, "Monday"), f"settled {DATES}: “Monday” stands"),
        (Settle(ON_DATES, Settlement.BOTH_TRUE), f"settled {DATES}: both true"),
        (RateReliability(ON_DOCUMENT, "B"), "rated tidepost.txt reliability B"),
        (RateCredibility(ON_CLAIM, None), f"took back the credibility of claim {SLAMMED}"),
        (Note(ON_DOCUMENT, ""), "removed the note on tidepost.txt"),
        (Accept(anchor_of(STORY.clusters[1], STORY)), f"accepted group of 2 claims {SLAMMED}"),
        (AddDocuments((TIDE.id, "d2", "d3")), "added tidepost.txt and 2 more"),
        (RemoveDocuments((TIDE.id,)), "removed tidepost.txt"),
    ],
)
def test_a_command_is_named_by_what_it_did_and_to_which_words(command: Command, phrase: str) -> None:
    assert describe([command], NAMES) == phrase


def test_a_batch_is_named_by_its_first_command() -> None:
    command = Reject(anchor_of(SLAM.flags[0], STORY))
    assert describe([command] * 3) == "rejected loaded language “slammed” and 2 more"


def test_what_a_person_or_document_wrote_cannot_move_the_cursor() -> None:
    phrase = describe([SetSource(anchor_of(SLAM, STORY), "Tam\x1b[2J\nFerrow")])
    assert phrase.isprintable()


@pytest.mark.parametrize("kind", DisagreementKind)
def test_a_kind_of_disagreement_has_the_word_that_the_screens_have(kind: DisagreementKind) -> None:
    target = Anchor(AnchorKind.DISAGREEMENT, (), kind.value)
    assert describe([Reject(target)]).strip() == f"rejected disagreement of {kind_word(kind)}"


def test_words_in_quotation_marks_get_no_second_ones() -> None:
    place = Place(TIDE.id, Span(0, 9), "“An important day.”")
    assert describe([Reject(Anchor(AnchorKind.CLAIM, (place,)))]) == "rejected claim “An important day.”"


def test_an_outcome_names_whose_version_was_taken_and_what_was_said_before() -> None:
    target = ON_CLAIM
    said = (Version("ada", "2031", Accept(target)), Version("bo", "2031", Reject(target)))
    assert describe([Adjudicate(said, said[1].command)]).startswith("took the version of bo: rejected ")
    alike = (*said, Version("cy", "2031", Reject(target, "why not")))
    assert describe([Adjudicate(alike, said[1].command)]).startswith("took the version of bo and cy: rejected ")
    assert describe([Adjudicate(said, None)]).startswith("took none of 2 versions, where ada accepted ")
    assert [words.split()[:2] for words in said_before(Adjudicate(said, None))] == [
        ["ada", "accepted"],
        ["bo", "rejected"],
    ]
    assert said_before(Accept(target)) == ()
