"""What splitting, merging, adding and joining claims does, and what chains of sources become."""

from __future__ import annotations

from annotator.decisions import anchor_of, find_orphans, fold_events, lay_over, place_of
from annotator.model import (
    AddClaim,
    AddLink,
    Analysis,
    Anchor,
    Claim,
    Command,
    Document,
    Event,
    JoinClaims,
    Note,
    PartClaim,
    Place,
    Reject,
    ReshapeClaims,
    SetParent,
    SourceRole,
    Span,
    Status,
    Voice,
)
from tests.story_builders import make_story, spot

STORY = make_story()
TIDE, HARROW, BULLETIN = STORY.documents


def events_of(*commands: Command) -> list[Event]:
    return [Event(i, f"2031-05-07T10:00:{i:02}Z", "ada", c, f"b{i}") for i, c in enumerate(commands, 1)]


def lay(*commands: Command) -> Analysis:
    return lay_over(STORY, fold_events(events_of(*commands)))


def claim(words: str, analysis: Analysis = STORY) -> Claim:
    return next(c for c in analysis.claims if words in c.text)


def at(words: str, document: Document = TIDE) -> Place:
    return place_of(document, spot(document, words))


def of(words: str, analysis: Analysis = STORY) -> Anchor:
    return anchor_of(claim(words, analysis), analysis)


FIRST = "The ferry Osprey ran aground on Monday with 40 people aboard."
SPLIT = ReshapeClaims((at(FIRST),), (at("The ferry Osprey ran aground on Monday"), at("with 40 people aboard.")))
MERGE = ReshapeClaims(
    (at("“We heard a bang."), at("Then the lights went out,” said Ilse Marrow.")),
    (at("“We heard a bang. Then the lights went out,” said Ilse Marrow."),),
)


def test_a_split_gives_each_part_its_facts_and_the_disagreement_to_the_part_that_holds_its_words() -> None:
    laid = lay(SPLIT)
    early, late = claim("Osprey ran aground on Monday", laid), claim("with 40", laid)
    assert [f.text for f in early.facts] == ["Monday"]
    assert [f.text for f in late.facts] == ["40 people"]
    assert early.decision is not None
    assert early.decision.status is Status.EDITED
    assert next(d for d in laid.disagreements if d.id == "x1").sides[0].claim == early.id
    assert early.id in laid.clusters[0].claims
    assert [c.id for c in laid.claims[:2]] == [early.id, late.id]


def test_a_merge_keeps_attributions_once_and_notes_of_both() -> None:
    laid = lay(Note(of("We heard"), "hm"), Note(of("Then the lights"), "so"), MERGE)
    merged = claim("We heard", laid)
    assert len(laid.claims) == len(STORY.claims) - 1
    assert [a.source.name for a in merged.attributions if a.source] == ["Ilse Marrow"]
    assert merged.voice is Voice.ATTRIBUTED
    assert merged.decision is not None
    assert merged.decision.note == "hm / so"


def test_decisions_find_the_parts_afterwards() -> None:
    laid = lay(SPLIT)
    again = lay(SPLIT, Reject(of("with 40", laid)))
    decision = claim("with 40", again).decision
    assert decision is not None
    assert decision.status is Status.REJECTED
    assert claim("slammed", again) == claim("slammed")


def test_a_claim_is_cut_to_a_part_of_itself() -> None:
    laid = lay(ReshapeClaims((at(FIRST),), (at("The ferry Osprey ran aground"),)))
    cut = claim("Osprey", laid)
    assert cut.text == "The ferry Osprey ran aground"
    assert cut.facts == ()
    assert next(d for d in laid.disagreements if d.id == "x1").sides[0].claim == cut.id


def test_claims_that_are_not_there_are_an_orphan() -> None:
    odd = ReshapeClaims((at("Osprey ran"),), (at("Osprey"),))
    assert lay(odd) == STORY
    assert len(find_orphans(STORY, fold_events(events_of(odd)))) == 1


def test_a_claim_is_added_anywhere_and_stands_in_order_of_the_text() -> None:
    laid = lay(AddClaim(at("Ferry runs aground at Quell Point")))
    assert laid.claims[0].text == "Ferry runs aground at Quell Point"
    assert laid.claims[0].decision is not None
    assert laid.claims[0].decision.status is Status.ADDED


def test_claims_are_joined_into_a_new_group_or_into_that_of_the_first() -> None:
    hurt, bang = at("Nobody was hurt 🛟, officials said.", BULLETIN), at("“We heard a bang.")
    laid = lay(JoinClaims((hurt, bang)))
    assert set(laid.clusters[-1].claims) == {claim("Nobody").id, claim("We heard").id}
    first = lay(JoinClaims((at(FIRST), hurt)))
    assert len(first.clusters) == len(STORY.clusters)
    assert claim("Nobody").id in first.clusters[0].claims


def test_a_claim_is_taken_out_of_a_group_and_a_group_of_one_document_is_rejected() -> None:
    group = anchor_of(STORY.clusters[0], STORY)
    laid = lay(PartClaim(group, at(FIRST)))
    assert claim("40 people aboard. “W"[:10], laid).id not in laid.clusters[0].claims
    pair = anchor_of(STORY.clusters[1], STORY)
    gone = lay(PartClaim(pair, at("The crew acted quickly, the company said.", HARROW)))
    assert gone.clusters[1].decision is not None
    assert gone.clusters[1].decision.status is Status.REJECTED


def test_a_chain_grows_link_by_link_and_never_bites_its_tail() -> None:
    grown = lay(AddLink(of("acted quickly"), "Harbour Wire", SourceRole.OUTLET))
    links = claim("acted quickly", grown).attributions
    assert [a.source.name for a in links if a.source] == ["the company", "Harbour Wire"]
    company, wire = (anchor_of(a, grown) for a in links)
    commands = (AddLink(of("acted quickly"), "Harbour Wire", SourceRole.OUTLET), SetParent(company, wire))
    chained = claim("acted quickly", lay(*commands)).attributions
    assert chained[0].parent == chained[1].id
    circle = claim("acted quickly", lay(*commands, SetParent(wire, company))).attributions
    assert circle[1].parent is None


def test_a_link_to_an_own_claim_makes_it_attributed() -> None:
    laid = lay(AddLink(of("slammed"), "Tam Ferrow"))
    assert claim("slammed", laid).voice is Voice.ATTRIBUTED
    assert claim("slammed", laid).attributions[0].content == (Span(*_ends("The harbour master slammed")),)


def _ends(words: str) -> tuple[int, int]:
    span = claim(words).span
    return span.start, span.end
