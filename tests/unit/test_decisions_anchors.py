"""Decisions find their objects in analyses of other engines, or wait."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from annotator.decisions import Index, anchor_of, find_orphans, fold_events, lay_over
from annotator.model import (
    Analysis,
    Anchor,
    AnchorKind,
    Claim,
    Cluster,
    Command,
    Event,
    FlagKind,
    Place,
    RateCredibility,
    Reject,
    SetSource,
    Settle,
    Settlement,
    Span,
    Voice,
    claim_id,
)
from tests.command_strategies import things
from tests.story_builders import make_claim, make_flag, make_story, spot

STORY = make_story()
TIDE, HARROW, BULLETIN = STORY.documents
SLAM = "The harbour master slammed the reckless crew."


def lay(analysis: Analysis, *commands: Command) -> Analysis:
    return lay_over(analysis, fold_events(_events(commands)))


def orphans(analysis: Analysis, *commands: Command) -> int:
    return len(find_orphans(analysis, fold_events(_events(commands))))


def _events(commands: tuple[Command, ...]) -> list[Event]:
    return [Event(i, "", "ada", c, f"b{i}") for i, c in enumerate(commands, 1)]


def with_claims(words: str, *made: Claim, analysis: Analysis = STORY) -> Analysis:
    """The story of an engine that cuts one claim in another way."""
    claims = [n for c in analysis.claims for n in (made if words in c.text else (c,))]
    old = next(c for c in analysis.claims if words in c.text)
    clusters = tuple(
        replace(k, claims=tuple(made[0].id if i == old.id else i for i in k.claims)) for k in analysis.clusters
    )
    return replace(analysis, claims=tuple(claims), clusters=clusters)


def slam() -> Claim:
    return next(c for c in STORY.claims if c.text == SLAM)


def test_every_object_is_found_by_its_own_anchor() -> None:
    index = Index(STORY)
    anchors = things(STORY)
    assert [len(index.resolve(a)) for a in anchors] == [1] * len(anchors)


def test_an_object_of_another_analysis_has_no_anchor() -> None:
    with pytest.raises(ValueError, match="not in this analysis"):
        anchor_of(make_flag(TIDE, "crew", FlagKind.HEDGE), STORY)


def test_a_decision_on_a_claim_that_was_split_holds_for_its_parts() -> None:
    parts = (make_claim(TIDE, "The harbour master slammed"), make_claim(TIDE, "the reckless crew."))
    laid = lay(with_claims("slammed", *parts), RateCredibility(anchor_of(slam(), STORY), 2))
    assert [c.credibility for c in laid.claims if c.id in {p.id for p in parts}] == [2, 2]


def test_a_decision_on_a_claim_that_was_widened_holds_for_the_wider_one() -> None:
    wide = make_claim(TIDE, "“We heard a bang. Then the lights went out,” said Ilse Marrow.")
    story = replace(STORY, claims=(wide, *(c for c in STORY.claims if not wide.span.overlap(c.span))), clusters=())
    bang = next(c for c in STORY.claims if "bang" in c.text)
    laid = lay(replace(story, disagreements=(), provenance=()), RateCredibility(anchor_of(bang, STORY), 4))
    assert next(c for c in laid.claims if c.id == wide.id).credibility == 4


def test_a_claim_of_which_little_is_left_is_no_match() -> None:
    part = make_claim(TIDE, "crew.")
    story = with_claims("slammed", part)
    reject = Reject(anchor_of(slam(), STORY))
    assert (lay(story, reject), orphans(story, reject)) == (story, 1)


def test_a_claim_with_moved_ends_is_no_match() -> None:
    text = TIDE.text
    start, end = text.index("master"), len(text.rstrip())
    shifted = make_claim(TIDE, text[start - 20 : end - 12])
    assert orphans(with_claims("slammed", shifted), Reject(anchor_of(slam(), STORY))) == 1


def test_a_flag_that_was_widened_keeps_its_decision_but_another_kind_does_not() -> None:
    reject = Reject(anchor_of(slam().flags[0], STORY))
    wider = make_flag(TIDE, "slammed the reckless crew", FlagKind.LOADED_LANGUAGE)
    other = make_flag(TIDE, "slammed", FlagKind.HEDGE)
    for flag, is_found in ((wider, True), (other, False)):
        story = with_claims("slammed", replace(slam(), flags=(flag,)))
        assert orphans(story, reject) == (not is_found)


def test_a_rejected_source_does_not_reject_another_source_for_the_same_words() -> None:
    quick = next(c for c in STORY.claims if "quickly" in c.text)
    said = quick.attributions[0]
    assert said.source is not None
    other = replace(said, id="a9", source=replace(said.source, name="the crew"))
    story = with_claims("quickly", replace(quick, attributions=(other,)))
    assert orphans(story, Reject(anchor_of(said, STORY))) == 1


def test_a_chosen_source_holds_whatever_the_engine_suggests_now() -> None:
    quick = next(c for c in STORY.claims if "quickly" in c.text)
    said = quick.attributions[0]
    assert said.source is not None
    choice = SetSource(anchor_of(said, STORY), "Tam Ferrow")
    other = replace(said, id="a9", source=replace(said.source, name="the crew"))
    for found in ((other,), ()):
        laid = lay(with_claims("quickly", replace(quick, attributions=found, voice=Voice.OUTLET)), choice)
        now = next(c for c in laid.claims if "quickly" in c.text)
        assert [a.source.name for a in now.attributions if a.source] == ["Tam Ferrow"]


def test_a_settled_disagreement_that_got_a_side_with_a_known_value_stays_settled() -> None:
    settled = Settle(anchor_of(STORY.disagreements[0], STORY), Settlement.BOTH_TRUE)
    third = next(c for c in STORY.claims if c.document == BULLETIN.id)
    side = replace(STORY.disagreements[0].sides[0], claim=third.id, span=spot(BULLETIN, "Monday"))
    grown = replace(STORY.disagreements[0], id="x9", sides=(*STORY.disagreements[0].sides, side))
    same = replace(STORY, disagreements=(grown, STORY.disagreements[1]))
    assert orphans(same, settled) == 0
    new = replace(grown, sides=(*grown.sides[:2], replace(side, value="Sunday")))
    assert orphans(replace(STORY, disagreements=(new, STORY.disagreements[1])), settled) == 1


def test_a_cluster_is_found_when_it_grew_and_not_when_two_fit() -> None:
    anchor = anchor_of(STORY.clusters[1], STORY)
    claims = (*STORY.clusters[1].claims, STORY.claims[-1].id)
    grown = replace(STORY, clusters=(Cluster("k7", claims, "Crew.", 2),))
    assert orphans(grown, Reject(anchor)) == 0
    twice = replace(STORY, clusters=(Cluster("k7", claims, "Crew.", 2), Cluster("k8", claims, "Crew.", 2)))
    assert orphans(twice, Reject(anchor)) == 1


def test_what_was_settled_stays_settled_when_a_document_with_another_side_is_taken_out() -> None:
    third = next(c for c in STORY.claims if c.document == BULLETIN.id)
    side = replace(STORY.disagreements[0].sides[0], claim=third.id, span=spot(BULLETIN, "Monday"))
    grown = replace(STORY.disagreements[0], sides=(*STORY.disagreements[0].sides, side))
    settled = Settle(anchor_of(grown, replace(STORY, disagreements=(grown,))), Settlement.BOTH_TRUE)
    smaller = replace(
        STORY,
        documents=(TIDE, HARROW),
        claims=tuple(c for c in STORY.claims if c.document != BULLETIN.id),
        clusters=(),
        disagreements=(replace(STORY.disagreements[0], cluster=None),),
        provenance=(),
    )
    decision = lay(smaller, settled).disagreements[0].decision
    assert decision is not None
    assert decision.settlement is Settlement.BOTH_TRUE


def test_decisions_on_documents_that_are_not_there_wait_and_are_no_orphans() -> None:
    story = replace(STORY, documents=(TIDE,), claims=STORY.claims[:4], clusters=(), disagreements=(), provenance=())
    for thing in things(STORY):
        if any(p.document != TIDE.id for p in thing.places):
            assert orphans(story, Reject(thing)) == 0


def test_a_quote_that_is_not_what_the_text_says_finds_nothing() -> None:
    anchor = anchor_of(slam(), STORY)
    place = anchor.places[0]
    assert place.span is not None
    for wrong in (replace(place, quote="Somebody slammed it."), replace(place, span=Span(9000, 9003))):
        assert orphans(STORY, Reject(replace(anchor, places=(wrong,)))) == 1


@pytest.mark.parametrize("kind", list(AnchorKind))
def test_an_anchor_without_a_place_finds_nothing(kind: AnchorKind) -> None:
    places: Any
    for places in ((), (Place(TIDE.id),) if kind is not AnchorKind.DOCUMENT else ()):
        assert Index(STORY).resolve(Anchor(kind, places)) == ()


def test_ids_of_another_engine_do_not_matter() -> None:
    renamed = replace(slam(), id=claim_id("other", slam().span))
    laid = lay(with_claims("slammed", renamed), RateCredibility(anchor_of(slam(), STORY), 5))
    assert next(c for c in laid.claims if c.id == renamed.id).credibility == 5
