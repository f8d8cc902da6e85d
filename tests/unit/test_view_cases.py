"""How a difference between people reads: its row, its fields, the question, the outcome, and what stays hidden."""

from __future__ import annotations

import pytest

from annotator.decisions import anchor_of, place_of
from annotator.model import (
    Accept,
    Adjudicate,
    Anchor,
    AnchorKind,
    Command,
    CorrectDocument,
    DefineLabel,
    DocumentPart,
    Event,
    Hear,
    JoinClaims,
    PartClaim,
    RateReliability,
    Reject,
    RenameSource,
    SetSource,
    Settle,
    Settlement,
    TagSpan,
    UntagSpan,
    Version,
)
from annotator.session import list_cases, settle_case
from annotator.view import (
    CASE_FIELDS,
    Case,
    Room,
    Target,
    case_items,
    describe_case,
    explain_cases,
    fitting,
    index_story,
    paint_case,
    read_filter,
    tell_outcome,
    veil_cases,
)
from annotator.view.cases import question_of, target_of
from tests.story_builders import judgements, make_story

ANALYSIS = make_story()
STORY = index_story(ANALYSIS)
TIDE = ANALYSIS.documents[0]
CLAIM = next(c for c in ANALYSIS.claims if c.flags and c.document == TIDE.id)
FLAG = anchor_of(CLAIM.flags[0], ANALYSIS)
PLACE = place_of(TIDE, CLAIM.span)
SAID = anchor_of(next(c for c in ANALYSIS.claims if c.attributions).attributions[0], ANALYSIS)
SPLIT = anchor_of(ANALYSIS.disagreements[0], ANALYSIS)
ROOM = Room(80, len)


def genre(value: str, reason: str | None = None) -> CorrectDocument:
    return CorrectDocument(anchor_of(TIDE, ANALYSIS), DocumentPart.GENRE, value, reason)


def cases(*told: tuple[str, Command]) -> tuple[Case, ...]:
    events = [Event(i, f"2031-05-07T10:0{i}:00Z", by, c, f"b{i}") for i, (by, c) in enumerate(told, 1)]
    return list_cases(judgements(events))


def settled(number: int | None, reason: str | None = None) -> Case:
    before = (("ada", genre("opinion", "it argues")), ("bo", Hear(genre("analysis"))), ("cy", Hear(genre("analysis"))))
    (case,) = cases(*before)
    (after,) = cases(*before, ("dee", settle_case(case, number, reason)))
    return after


def text(case: Case, width: int = 80) -> str:
    return "".join(run.text for run in paint_case(STORY, case, Room(width, len)))


def told(case: Case, focus: int = 0) -> list[str]:
    return ["".join(run.text for run in line) for line in describe_case(STORY, case, focus, ROOM)]


def test_a_row_says_what_is_asked_where_and_who_answered_what() -> None:
    (case,) = cases(("ada", genre("opinion")), ("bo", Hear(genre("analysis"))))
    row = text(case)
    assert row.startswith("? genre")
    assert "1 opinion ada  2 analysis bo" in row
    assert "Tidepost" in row
    assert "Tidepost" not in text(case, 60)


def test_rows_on_two_flags_of_one_kind_are_told_apart_by_their_words() -> None:
    (case,) = cases(("ada", Accept(FLAG)), ("bo", Reject(FLAG)))
    quote = case.anchor.places[0].quote
    assert quote
    for width in (80, 118):
        row = "".join(run.text for run in paint_case(STORY, case, Room(width, len)))
        assert f"loaded language “{quote[:2]}" in row
        assert len(row) <= width


def test_people_who_say_the_same_share_a_version_and_the_holding_one_is_named() -> None:
    lines = told(settled(None))
    assert [line for line in lines if line.startswith(("▸", "  2"))] == ["▸ 1 opinion  ada", "  2 analysis  bo, cy"]
    (open_case,) = cases(("ada", genre("opinion", "it argues")), ("bo", Hear(genre("analysis"))))
    assert "▸ 1 opinion  ada  holds now" in told(open_case)
    assert "    “it argues”" in told(open_case)
    assert "▸ 2 analysis  bo" in told(open_case, 1)


def test_an_outcome_says_who_took_what_when_and_why() -> None:
    case = settled(1, "the byline says so")
    assert tell_outcome(case) == "Settled by dee, 2031-05-07 10:04, for analysis: the byline says so."
    assert (case.is_open, case.holding, case.winners) == (False, "analysis", ("bo", "cy"))
    assert text(case).startswith("✓ genre")
    assert text(case).endswith("settled: analysis")


def test_taking_none_leaves_nobody_a_winner() -> None:
    case = settled(None)
    assert tell_outcome(case) == "Settled by dee, 2031-05-07 10:04, for none of the versions."
    assert (case.holding, case.winners, text(case).endswith("settled: none")) == (None, (), True)


def test_the_command_that_settles_keeps_what_everybody_had_said() -> None:
    (case,) = cases(("ada", genre("opinion")), ("bo", Hear(genre("analysis"))))
    command = settle_case(case, 1, "why")
    assert command == Adjudicate(
        (
            Version("ada", "2031-05-07T10:01:00Z", genre("opinion")),
            Version("bo", "2031-05-07T10:02:00Z", genre("analysis")),
        ),
        genre("analysis"),
        "why",
    )


@pytest.mark.parametrize(
    ("line", "fits"),
    [
        ("by:ada", True),
        ("by:dee", False),
        ("settler:dee", True),
        ("was:bo", True),
        ("was:ada", False),
        ("by:ada -was:ada is:settled", True),
        ("is:open", False),
        ("about:genre value:opinion", True),
        ("outlet:tide", True),
    ],
)
def test_each_annotator_can_ask_for_the_outcome_of_what_they_said(line: str, fits: bool) -> None:
    items = case_items(STORY, [settled(1)])
    assert bool(fitting(items, read_filter(line, CASE_FIELDS))) is fits


@pytest.mark.parametrize(
    ("one", "other", "question"),
    [
        (Accept(FLAG), Reject(FLAG), "Is it loaded language?"),
        (Accept(SPLIT), Settle(SPLIT, Settlement.BOTH_TRUE), "What of the disagreement of date, “Monday” / “Tuesday”?"),
        (Accept(anchor_of(CLAIM, ANALYSIS)), Reject(anchor_of(CLAIM, ANALYSIS)), "Does the claim stand?"),
        (Accept(SAID), SetSource(SAID, "Tam Ferrow"), "Who said it? (Ilse Marrow)"),
        (TagSpan(PLACE, "Money"), UntagSpan(PLACE, "money"), "Does the label money belong here?"),
        (RenameSource(SAID, "A"), RenameSource(SAID, "B"), "What is the source called? (ilse marrow)"),
        (DefineLabel("Money", "a"), DefineLabel("Money", "b"), "What does the label mean? (money)"),
        (
            JoinClaims((PLACE, SPLIT.places[1])),
            PartClaim(Anchor(AnchorKind.CLUSTER, (PLACE, SPLIT.places[1])), PLACE),
            "Do these state the same?",
        ),
    ],
)
def test_every_kind_of_difference_has_its_question_and_can_be_shown(
    one: Command, other: Command, question: str
) -> None:
    (case,) = cases(("ada", one), ("bo", other))
    assert question_of(case) == question
    assert len(case.versions) == 2
    assert "Nobody has settled it." in told(case)
    assert text(case)
    assert case_items(STORY, [case])[0].key == case.key


def test_a_case_leads_to_its_object_and_the_object_to_its_case() -> None:
    for anchor, kind in ((FLAG, AnchorKind.FLAG), (SAID, AnchorKind.ATTRIBUTION), (SPLIT, AnchorKind.DISAGREEMENT)):
        target = target_of(STORY, anchor)
        assert target is not None
        assert target.kind is kind
        assert anchor_of(STORY.things[target], ANALYSIS) == anchor  # type: ignore[arg-type]
    lines = explain_cases([settled(1)], Target(AnchorKind.DOCUMENT, TIDE.id), STORY)
    assert lines[0] == "People differed (genre): ada: opinion; bo, cy: analysis"
    assert "for analysis" in lines[1]
    assert explain_cases([settled(1)], Target(AnchorKind.CLAIM, CLAIM.id), STORY) == ()


def test_a_case_about_a_document_that_was_taken_out_is_still_a_row() -> None:
    gone = Anchor(AnchorKind.DOCUMENT, (type(PLACE)("d0000000000"),))
    (case,) = cases(("ada", RateReliability(gone, "A")), ("bo", RateReliability(gone, "B")))
    assert "not in the story" in text(case)
    assert target_of(STORY, case.anchor) is None
    assert told(case)


def test_blind_people_are_numbers_and_names_of_outlets_are_hidden() -> None:
    names = {"ada": "annotator 1", "bo": "annotator 2", "cy": "annotator 3", "dee": "annotator 4"}
    (case,) = veil_cases([settled(0, "Tidepost argues")], names, lambda words: words.replace("Tidepost", "A_______"))
    shown = "\n".join(told(case)).split("Tidepost")[0]
    assert "ada" not in shown
    assert "annotator 2, annotator 3" in shown
    assert "A_______ argues" in tell_outcome(case)


def test_words_of_people_cannot_move_the_cursor() -> None:
    evil = "x\x1b[2J\ny"
    (case,) = cases((evil, SetSource(SAID, evil, reason=evil)), ("bo", Hear(SetSource(SAID, "Tam Ferrow"))))
    after = cases((evil, SetSource(SAID, evil)), ("bo", Accept(SAID)), (evil, settle_case(case, 0, evil)))[0]
    for shown in (case, after):
        everything = "".join([text(shown), *told(shown), *explain_cases([shown], target_of(STORY, SAID), STORY)])  # type: ignore[arg-type]
        assert "\x1b" not in everything
        assert "\n" not in everything
