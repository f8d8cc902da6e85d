"""What each decision does to the analysis."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.decisions import (
    anchor_of,
    count_decided,
    find_orphans,
    fold_events,
    lay_over,
    place_of,
    without_rejected,
)
from annotator.model import (
    Accept,
    AddDisagreement,
    AddFlag,
    Analysis,
    Anchor,
    AnchorKind,
    Attribution,
    Claim,
    Command,
    DisagreementKind,
    Event,
    FlagKind,
    FlagVoice,
    Level,
    Note,
    RateCredibility,
    RateReliability,
    Reject,
    RemoveDocuments,
    SetSource,
    Settle,
    Settlement,
    Status,
    Voice,
)
from tests.story_builders import make_story, spot

STORY = make_story()
TIDE, HARROW, BULLETIN = STORY.documents


def lay(*commands: Command, story: Analysis = STORY) -> Analysis:
    events = [Event(i, f"2031-05-07T10:00:{i:02}Z", "ada", c, f"b{i}") for i, c in enumerate(commands, 1)]
    return lay_over(story, fold_events(events))


def claim(words: str, analysis: Analysis = STORY) -> Claim:
    return next(c for c in analysis.claims if words in c.text)


def attributions(words: str, analysis: Analysis) -> tuple[Attribution, ...]:
    return claim(words, analysis).attributions


def on(words: str) -> Anchor:
    return anchor_of(claim(words), STORY)


def test_no_decisions_change_nothing() -> None:
    assert lay() == STORY


def test_objects_that_nobody_decided_on_are_the_same_objects() -> None:
    laid = lay(Reject(anchor_of(claim("slammed").flags[0], STORY)))
    changed = [a for a, b in zip(laid.claims, STORY.claims, strict=True) if a is not b]
    assert [c.id for c in changed] == [claim("slammed").id]


def test_a_rejected_flag_stays_marked_and_is_not_printed() -> None:
    laid = lay(Reject(anchor_of(claim("slammed").flags[0], STORY), "it is what she did"))
    decision = claim("slammed", laid).flags[0].decision
    assert decision is not None
    assert (decision.status, decision.by, decision.reason) == (Status.REJECTED, "ada", "it is what she did")
    assert [f.text for f in claim("slammed", without_rejected(laid)).flags] == ["reckless"]


def test_accepting_after_rejecting_accepts() -> None:
    target = anchor_of(claim("slammed").flags[0], STORY)
    decision = claim("slammed", lay(Reject(target, "no"), Accept(target))).flags[0].decision
    assert decision is not None
    assert (decision.status, decision.reason) == (Status.ACCEPTED, None)


def test_a_claim_whose_only_attribution_is_rejected_is_the_outlets() -> None:
    target = anchor_of(claim("acted quickly").attributions[0], STORY)
    assert claim("acted quickly", lay(Reject(target))).voice is Voice.OUTLET
    assert claim("acted quickly", lay(Reject(target), Accept(target))).voice is Voice.ATTRIBUTED


def test_a_source_for_a_claim_edits_the_attribution_that_is_its_own() -> None:
    laid = lay(SetSource(on("acted quickly"), "Tam Ferrow"))
    (made,) = attributions("acted quickly", laid)
    assert made.id == claim("acted quickly").attributions[0].id
    assert made.source is not None
    assert (made.source.name, made.source.span) == ("Tam Ferrow", None)
    assert made.cue == claim("acted quickly").attributions[0].cue
    assert made.decision is not None
    assert made.decision.status is Status.EDITED


def test_a_source_for_one_claim_of_a_long_quotation_leaves_its_other_claims_alone() -> None:
    laid = lay(SetSource(on("heard a bang"), "Tam Ferrow"))
    (made,) = attributions("heard a bang", laid)
    assert made.source is not None
    assert made.source.name == "Tam Ferrow"
    assert all(claim("heard a bang").span.contains(s) for s in made.content)
    assert attributions("lights went", laid) == attributions("lights went", STORY)


def test_a_source_for_a_claim_without_one_is_added() -> None:
    laid = lay(SetSource(on("slammed"), "Ilse Marrow", reason="she says so elsewhere"))
    made = claim("slammed", laid)
    assert made.voice is Voice.ATTRIBUTED
    assert made.attributions[0].content == (made.span,)
    assert made.attributions[0].decision is not None
    assert made.attributions[0].decision.status is Status.ADDED


def test_a_name_that_the_engine_knows_keeps_its_entity() -> None:
    known = claim("heard a bang").attributions[0].source
    added = attributions("slammed", lay(SetSource(on("slammed"), "ilse  marrow")))[0].source
    assert known is not None
    assert added is not None
    assert added.entity == known.entity


def test_own_voice_rejects_the_attributions_of_the_claim() -> None:
    laid = lay(SetSource(on("acted quickly"), None))
    assert claim("acted quickly", laid).voice is Voice.OUTLET
    assert attributions("acted quickly", without_rejected(laid)) == ()


def test_choosing_again_replaces_the_choice_before() -> None:
    laid = lay(SetSource(on("slammed"), "Tam Ferrow"), SetSource(on("slammed"), "Ilse Marrow"))
    (made,) = attributions("slammed", laid)
    assert made.source is not None
    assert made.source.name == "Ilse Marrow"


def test_what_was_added_by_hand_can_be_rejected_by_its_new_anchor() -> None:
    first = SetSource(on("slammed"), "Tam Ferrow")
    laid = lay(first)
    target = anchor_of(attributions("slammed", laid)[0], laid)
    again = lay(first, Reject(target))
    assert claim("slammed", again).voice is Voice.OUTLET
    assert attributions("slammed", without_rejected(again)) == ()


def test_a_source_for_an_attribution_changes_it_in_all_its_claims() -> None:
    target = anchor_of(claim("heard a bang").attributions[0], STORY)
    laid = lay(SetSource(target, "Tam Ferrow"))
    names = {a.source.name for w in ("heard a bang", "lights went") for a in attributions(w, laid) if a.source}
    assert names == {"Tam Ferrow"}


def test_settling_keeps_how_and_why() -> None:
    target = anchor_of(STORY.disagreements[0], STORY)
    decision = lay(Settle(target, Settlement.SIDE_STANDS, "Monday", "the log book")).disagreements[0].decision
    assert decision is not None
    assert (decision.settlement, decision.stands, decision.reason) == (
        Settlement.SIDE_STANDS, "Monday", "the log book",
    )  # fmt: skip
    assert decision.status is Status.ACCEPTED


def test_settled_as_no_disagreement_is_not_printed() -> None:
    target = anchor_of(STORY.disagreements[0], STORY)
    laid = lay(Settle(target, Settlement.NOT_A_DISAGREEMENT))
    assert [d.id for d in without_rejected(laid).disagreements] == ["x2"]


def test_ratings_say_who_gave_them_and_can_be_taken_back() -> None:
    document, said = anchor_of(TIDE, STORY), on("slammed")
    laid = lay(RateReliability(document, "B"), RateCredibility(said, 3, "seen"))
    assert (laid.documents[0].reliability, laid.documents[0].reliability_basis) == ("B", "rated by ada")
    assert claim("slammed", laid).credibility == 3
    back = lay(
        RateReliability(document, "B"), RateCredibility(said, 3), RateReliability(document, None),
        RateCredibility(said, None),
    )  # fmt: skip
    assert back == STORY


def test_a_note_decides_nothing_and_an_empty_one_removes_it() -> None:
    target = anchor_of(claim("slammed").flags[0], STORY)
    noted = lay(Note(target, "ask her"))
    assert claim("slammed", noted).flags[0].decision is not None
    assert count_decided(noted)[0] == 0
    assert lay(Note(target, "ask her"), Note(target, "")) == STORY


def test_a_note_outlives_the_decision_after_it() -> None:
    target = anchor_of(claim("slammed").flags[0], STORY)
    decision = claim("slammed", lay(Note(target, "ask her"), Reject(target))).flags[0].decision
    assert decision is not None
    assert (decision.note, decision.status) == ("ask her", Status.REJECTED)


def test_an_added_flag_lies_in_its_claim_and_knows_whose_words_it_is_about() -> None:
    own = place_of(TIDE, spot(TIDE, "reckless crew"))
    said = place_of(HARROW, spot(HARROW, "quickly"))
    laid = lay(
        AddFlag(Anchor(AnchorKind.CLAIM, (own,)), FlagKind.LOADED_LANGUAGE),
        AddFlag(Anchor(AnchorKind.CLAIM, (said,)), FlagKind.INTENSIFIER),
    )
    flag = next(f for f in claim("slammed", laid).flags if f.text == "reckless crew")
    assert (flag.voice, flag.decision and flag.decision.status) == (FlagVoice.OUTLET, Status.ADDED)
    assert claim("acted quickly", laid).flags[0].voice is FlagVoice.SPEAKER


def test_a_flag_over_two_claims_is_cut_to_the_one_that_holds_most_of_it() -> None:
    place = place_of(TIDE, spot(TIDE, "aboard. “We heard a bang."))
    laid = lay(AddFlag(Anchor(AnchorKind.CLAIM, (place,)), FlagKind.HEDGE))
    assert [f.text for c in laid.claims for f in c.flags if f.kind is FlagKind.HEDGE] == ["“We heard a bang."]


def test_a_flag_where_no_claim_is_waits_as_an_orphan() -> None:
    place = place_of(HARROW, spot(HARROW, "Photo"))
    command = AddFlag(Anchor(AnchorKind.CLAIM, (place,)), FlagKind.HEDGE)
    assert lay(command) == STORY
    orphans = find_orphans(STORY, fold_events([Event(1, "", "ada", command, "b")]))
    assert [o.command for o in orphans] == [command]


def test_an_added_flag_can_be_taken_away_again() -> None:
    place = place_of(TIDE, spot(TIDE, "crew"))
    add = AddFlag(Anchor(AnchorKind.CLAIM, (place,)), FlagKind.HEDGE)
    flag = next(f for f in claim("slammed", lay(add)).flags if f.kind is FlagKind.HEDGE)
    printed = without_rejected(lay(add, Reject(anchor_of(flag, lay(add)))))
    assert FlagKind.HEDGE not in {f.kind for f in claim("slammed", printed).flags}


def test_an_added_disagreement_names_its_values_and_finds_its_cluster() -> None:
    places = (place_of(TIDE, spot(TIDE, "40 people")), place_of(HARROW, spot(HARROW, "52 people")))
    made = lay(AddDisagreement(places, ("40", "52"), DisagreementKind.QUANTITY)).disagreements[-1]
    assert (made.cluster, made.level, made.why) == ("k1", Level.OUTLET, "The accounts give “40” and “52”.")
    assert made.decision is not None
    assert made.decision.status is Status.ADDED


def test_a_removed_document_takes_along_what_only_it_said() -> None:
    laid = lay(RemoveDocuments((HARROW.id,)))
    assert [d.id for d in laid.documents] == [TIDE.id, BULLETIN.id]
    assert {c.document for c in laid.claims} == {TIDE.id, BULLETIN.id}
    assert [k.id for k in laid.clusters] == ["k1"]
    assert laid.clusters[0].independent_sources <= len(laid.clusters[0].claims)
    assert laid.disagreements == ()
    assert len(laid.provenance) == 1


def test_a_rejected_claim_leaves_clusters_and_sides() -> None:
    laid = without_rejected(lay(Reject(on("on Tuesday"))))
    assert [len(k.claims) for k in laid.clusters] == [2, 2]
    assert laid.disagreements == ()


def test_a_disagreement_that_lost_a_value_names_the_values_that_are_left() -> None:
    sides = (*STORY.disagreements[1].sides, replace(STORY.disagreements[0].sides[0], value="41"))
    story = replace(STORY, disagreements=(replace(STORY.disagreements[1], sides=sides),))
    (left,) = lay(RemoveDocuments((BULLETIN.id,)), story=story).disagreements
    assert left.why == "The accounts give “52” and “41”."


def test_a_chain_of_attributions_closes_over_a_rejected_link() -> None:
    first, middle, last = (f"a{i}" for i in range(3))
    said = claim("acted quickly").attributions[0]
    chain = (
        replace(said, id=first),
        replace(said, id=middle, parent=first, source=None),
        replace(said, id=last, parent=middle, cue=None, content=(spot(HARROW, "acted quickly"),)),
    )
    held = replace(claim("acted quickly"), attributions=chain)
    story = replace(STORY, claims=tuple(held if c.id == held.id else c for c in STORY.claims))
    laid = without_rejected(lay(Reject(anchor_of(chain[1], story)), story=story))
    assert [(a.id, a.parent) for a in attributions("acted quickly", laid)] == [(first, None), (last, first)]


def test_progress_counts_shown_suggestions_that_people_decided() -> None:
    total = 3 + 1 + 2  # attributions, flags from 0.5 on, disagreements
    assert count_decided(STORY) == (0, total)
    laid = lay(
        Accept(anchor_of(claim("heard a bang").attributions[0], STORY)),
        Reject(anchor_of(claim("slammed").flags[0], STORY)),
        SetSource(on("slammed"), "Tam Ferrow"),
        RateCredibility(on("slammed"), 2),
    )
    assert count_decided(laid) == (2, total)


@pytest.mark.parametrize("kind", [Accept, Reject])
def test_rejecting_or_accepting_a_fact_or_cluster_marks_it(kind: type[Accept] | type[Reject]) -> None:
    fact = claim("with 40 people").facts[0]
    laid = lay(kind(anchor_of(fact, STORY)), kind(anchor_of(STORY.clusters[0], STORY)))
    expected = Status.ACCEPTED if kind is Accept else Status.REJECTED
    decisions = [claim("with 40 people", laid).facts[0].decision, laid.clusters[0].decision]
    assert [d.status for d in decisions if d] == [expected, expected]
