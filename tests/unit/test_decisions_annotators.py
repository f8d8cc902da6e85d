"""What each person decided last, what holds, and what an outcome changes."""

from __future__ import annotations

import pytest

from annotator.decisions import anchor_of, fold_events, lay_over, place_of, slot_of
from annotator.decisions.slots import Question, Slot
from annotator.model import (
    Accept,
    AddFlag,
    Adjudicate,
    Anchor,
    AnchorKind,
    Claim,
    Command,
    CorrectDocument,
    DocumentPart,
    Event,
    FlagKind,
    GenreType,
    Hear,
    JoinClaims,
    Note,
    RateCredibility,
    Reject,
    RemoveLabel,
    RenameLabel,
    ReshapeClaims,
    SetSource,
    Settle,
    Settlement,
    Span,
    Status,
    TagSpan,
    UntagSpan,
    Version,
)
from tests.story_builders import judgements, make_story

STORY = make_story()
TIDE = STORY.documents[0]


def claim(words: str) -> Claim:
    return next(c for c in STORY.claims if words in c.text)


FLAG = anchor_of(claim("slammed").flags[0], STORY)
SAID = anchor_of(claim("heard a bang").attributions[0], STORY)
GENRE = anchor_of(TIDE, STORY)
PLACE = place_of(TIDE, claim("slammed").span)


def log(*told: tuple[str, Command | int]) -> list[Event]:
    """A number instead of a command undoes that line."""
    events = []
    for seq, (by, what) in enumerate(told, 1):
        command, undoes = (None, what) if isinstance(what, int) else (what, None)
        events.append(Event(seq, f"2031-05-07T10:00:{seq:02}Z", by, command, f"b{seq}", undoes=undoes))
    return events


def version(by: str, command: Command) -> Version:
    return Version(by, "2031-05-07T09:00:00Z", command)


def values(slot: Slot | None, *told: tuple[str, Command | int]) -> dict[str, str]:
    assert slot is not None
    return {by: j.value for by, j in judgements(log(*told)).on(slot).items()}


def genre(type: GenreType) -> CorrectDocument:  # noqa: A002
    return CorrectDocument(GENRE, DocumentPart.GENRE, type.value)


def test_the_last_word_of_each_person_counts() -> None:
    found = values(slot_of(Accept(FLAG)), ("ada", Reject(FLAG)), ("bo", Reject(FLAG)), ("ada", Accept(FLAG)))
    assert found == {"bo": "rejected", "ada": "accepted"}


def test_what_was_undone_or_taken_back_is_no_judgement() -> None:
    assert values(slot_of(Accept(FLAG)), ("ada", Reject(FLAG)), ("ada", 1)) == {}
    on = anchor_of(claim("slammed"), STORY)
    assert values(
        Slot(Question.CREDIBILITY, on), ("ada", RateCredibility(on, 2)), ("ada", RateCredibility(on, None))
    ) == ({})
    assert values(Slot(Question.NOTE, on), ("ada", Note(on, "why?")), ("ada", Note(on, ""))) == {}


def test_people_differ_on_one_question_only_where_both_answered_it() -> None:
    told = judgements(
        log(("ada", Reject(FLAG)), ("bo", genre(GenreType.OPINION)), ("bo", Accept(FLAG)), ("bo", Note(FLAG, "hm")))
    )
    assert told.cases == (Slot(Question.VERDICT, FLAG),)
    assert told.people == ("ada", "bo")


def test_two_names_that_differ_in_case_only_are_one_answer() -> None:
    assert judgements(log(("ada", SetSource(SAID, "Tam Ferrow")), ("bo", SetSource(SAID, "tam ferrow")))).cases == ()


def test_accepting_a_source_and_naming_another_one_answer_the_same_question() -> None:
    told = judgements(log(("ada", Accept(SAID)), ("bo", SetSource(SAID, "Tam Ferrow"))))
    (case,) = told.cases
    assert {by: j.value for by, j in told.on(case).items()} == {"ada": SAID.label, "bo": "Tam Ferrow"}


def test_a_source_named_twice_is_one_question_under_its_first_name() -> None:
    again = Anchor(SAID.kind, SAID.places, "Tam Ferrow")
    found = values(
        slot_of(Accept(SAID)),
        ("ada", SetSource(SAID, "Tam Ferrow")),
        ("ada", SetSource(again, "Ann Weir")),
        ("bo", Accept(SAID)),
    )
    assert found == {"ada": "Ann Weir", "bo": SAID.label}


def test_an_added_flag_and_its_rejection_are_one_question() -> None:
    added = AddFlag(Anchor(AnchorKind.CLAIM, (PLACE,)), FlagKind.LOADED_LANGUAGE)
    taken = Reject(Anchor(AnchorKind.FLAG, (PLACE,), FlagKind.LOADED_LANGUAGE.value))
    assert slot_of(added) == slot_of(taken)


def test_the_order_in_which_a_group_is_listed_makes_no_other_group() -> None:
    other = place_of(STORY.documents[1], Span(0, 4))
    assert slot_of(JoinClaims((PLACE, other))) == slot_of(JoinClaims((other, PLACE)))
    disagreement = anchor_of(STORY.disagreements[0], STORY)
    turned = Anchor(disagreement.kind, disagreement.places[::-1], disagreement.label)
    assert slot_of(Settle(disagreement, Settlement.BOTH_TRUE)) == slot_of(Reject(turned))


def test_a_rejected_disagreement_and_one_settled_as_none_are_the_same_answer() -> None:
    on = anchor_of(STORY.disagreements[0], STORY)
    assert judgements(log(("ada", Reject(on)), ("bo", Settle(on, Settlement.NOT_A_DISAGREEMENT)))).cases == ()


def test_a_renamed_label_stays_on_its_passages_and_a_removed_one_does_not() -> None:
    renamed = judgements(log(("ada", TagSpan(PLACE, "Money")), ("bo", RenameLabel("money", "Cash"))))
    (slot,) = renamed.of["ada"]
    assert (slot.anchor.label, renamed.holding[slot].value) == ("cash", "on")
    removed = judgements(log(("ada", TagSpan(PLACE, "Money")), ("ada", RemoveLabel("MONEY"))))
    assert (removed.people, dict(removed.holding)) == ((), {})


def test_two_labels_on_one_passage_are_no_difference_a_label_put_on_and_off_is() -> None:
    both = log(("ada", TagSpan(PLACE, "Money")), ("bo", TagSpan(PLACE, "Blame")))
    assert judgements(both).cases == ()
    assert len(judgements([*both, Event(3, "2031", "bo", UntagSpan(PLACE, "money"), "b3")]).cases) == 1


def test_what_a_colleague_decided_is_theirs_and_changes_nothing() -> None:
    events = log(("ada", Accept(FLAG)), ("bo", Hear(Reject(FLAG))))
    told = judgements(events)
    slot = slot_of(Accept(FLAG))
    assert slot is not None
    assert (told.of["bo"][slot].value, told.holding[slot].by) == ("rejected", "ada")
    assert lay_over(STORY, fold_events(events)) == lay_over(STORY, fold_events(events[:1]))


def test_an_outcome_holds_and_leaves_what_people_had_said() -> None:
    one, other = genre(GenreType.OPINION), genre(GenreType.ANALYSIS)
    outcome = Adjudicate((version("ada", one), version("bo", other)), other, "the byline says so")
    events = log(("ada", one), ("bo", Hear(other)), ("ada", outcome))
    told = judgements(events)
    (case,) = told.cases
    assert {by: j.value for by, j in told.on(case).items()} == {"ada": "opinion", "bo": "analysis"}
    assert (told.holding[case].value, told.outcomes[case].value, told.is_open(case)) == ("analysis", "analysis", False)
    assert lay_over(STORY, fold_events(events)).documents[0].genre.type is GenreType.ANALYSIS


def test_a_decision_after_the_outcome_opens_the_case_again() -> None:
    one, other = genre(GenreType.OPINION), genre(GenreType.ANALYSIS)
    outcome = Adjudicate((version("ada", one), version("bo", other)), one)
    told = judgements(log(("ada", one), ("bo", Hear(other)), ("ada", outcome), ("bo", other)))
    assert told.is_open(told.cases[0])


def test_none_of_the_versions_leaves_the_suggestion_as_if_nobody_had_decided() -> None:
    both = (version("ada", Accept(FLAG)), version("bo", Reject(FLAG)))
    events = log(
        ("ada", Reject(FLAG)), ("ada", Accept(FLAG)), ("bo", Hear(Reject(FLAG))), ("cy", Adjudicate(both, None))
    )
    assert lay_over(STORY, fold_events(events)) == STORY
    told = judgements(events)
    assert (told.outcomes[told.cases[0]].value, dict(told.holding)) == (None, {})


def test_the_version_taken_replaces_the_loser_where_both_cannot_be_laid_over_each_other() -> None:
    span = claim("slammed").span
    cuts = [ReshapeClaims((PLACE,), (place_of(TIDE, Span(span.start, span.end - n)),)) for n in (3, 5)]
    outcome = Adjudicate((version("ada", cuts[0]), version("bo", cuts[1])), cuts[1])
    laid = lay_over(STORY, fold_events(log(("ada", cuts[0]), ("bo", Hear(cuts[1])), ("cy", outcome))))
    assert [c.span for c in laid.claims if c.span.start == span.start] == [Span(span.start, span.end - 5)]


def test_undoing_an_outcome_brings_back_what_held() -> None:
    both = (version("ada", Accept(FLAG)), version("bo", Reject(FLAG)))
    events = log(("ada", Accept(FLAG)), ("bo", Hear(Reject(FLAG))), ("cy", Adjudicate(both, both[1].command)))
    flag = lay_over(STORY, fold_events(events)).claims[STORY.claims.index(claim("slammed"))].flags[0]
    assert flag.decision is not None
    assert (flag.decision.status, flag.decision.by) == (Status.REJECTED, "cy")
    undone = [*events, Event(4, "2031", "cy", None, undoes=3)]
    assert lay_over(STORY, fold_events(undone)) == lay_over(STORY, fold_events(events[:1]))


def test_an_outcome_without_versions_is_refused() -> None:
    with pytest.raises(ValueError, match="names the decisions"):
        Adjudicate((), None)
