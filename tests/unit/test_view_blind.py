"""Judging without knowing who published: nothing gives the outlet away, and nothing moves or is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.decisions import anchor_of
from annotator.model import Accept, Analysis, AnchorKind, Note, Outlet, OutletKind, SetSource
from annotator.view import Target, describe, index_story, make_blindfold
from annotator.view.marks import Room
from tests.story_builders import make_claim, make_document, make_story

TEXT = (
    "By Ada Penhale\n\nThe Harrow Ledger says the Osprey sank. HARROW\nLEDGER was told so by harrowledger.example, "
    "Ada Penhale writes. Harrowing times."
)


def make_known() -> Analysis:
    """The ferry story with a document that names itself in every way."""
    story = make_story()
    outlet = Outlet("The Harrow Ledger", "harrowledger.example", OutletKind.COMMERCIAL_PRESS)
    known = make_document("ledger", TEXT, outlet=outlet, author="Ada Penhale", url="https://harrowledger.example/1")
    claim = make_claim(known, "The Harrow Ledger says the Osprey sank.")
    return replace(story, documents=(*story.documents, known), claims=(*story.claims, claim))


def test_no_name_address_or_author_is_left() -> None:
    analysis = make_known()
    hidden = make_blindfold(analysis).hide_analysis(analysis)
    document = hidden.documents[-1]
    seen = f"{document} {document.text} {hidden.claims[-1]}".casefold()
    assert not any(word in seen for word in ("ledger", "penhale", ".example", "harrow_"))
    assert document.outlet.name == "E"
    assert "Harrowing times" in document.text
    told = "".join(r.text for line in describe(document, index_story(hidden), Room(80, len)) for r in line)
    assert "ledger" not in told.casefold()


def test_every_place_of_every_text_stays_where_it_is() -> None:
    analysis = make_known()
    hidden = make_blindfold(analysis).hide_analysis(analysis)
    for before, after in zip(analysis.documents, hidden.documents, strict=True):
        assert len(before.text) == len(after.text)
        assert [i for i, c in enumerate(before.text) if c == "\n"] == [i for i, c in enumerate(after.text) if c == "\n"]
    for before, after in zip(analysis.claims, hidden.claims, strict=True):
        assert (before.id, before.span, before.document) == (after.id, after.span, after.document)
        assert len(before.text) == len(after.text)


def test_a_story_without_outlets_is_shown_as_it_is() -> None:
    story = make_story()
    bare = replace(story, documents=tuple(replace(d, outlet=Outlet(), boilerplate=()) for d in story.documents))
    hidden = make_blindfold(bare).hide_analysis(bare)
    assert hidden.claims == bare.claims
    assert [d.text for d in hidden.documents] == [d.text for d in bare.documents]


@pytest.mark.parametrize("kind", [AnchorKind.CLAIM, AnchorKind.ATTRIBUTION, AnchorKind.FLAG, AnchorKind.DISAGREEMENT])
def test_decisions_are_written_with_the_real_words(kind: AnchorKind) -> None:
    analysis = make_known()
    blindfold = make_blindfold(analysis)
    hidden = blindfold.hide_analysis(analysis)
    open_story, hidden_story = index_story(analysis), index_story(hidden)
    for target in (t for t in open_story.things if t.kind is kind):
        real = anchor_of(open_story.things[target], analysis)
        assert blindfold.reveal(Accept(anchor_of(hidden_story.things[target], hidden))) == Accept(real)


def test_names_that_a_person_picks_or_types_are_the_real_ones() -> None:
    analysis = make_known()
    blindfold = make_blindfold(analysis)
    anchor = anchor_of(analysis.claims[-1], analysis)
    for name in ("Ada Penhale", "HARROW\nLEDGER", "Harrow Ledger", "Ilse Marrow"):
        shown = blindfold.hide(name)
        assert blindfold.reveal(SetSource(anchor, shown)).name == name
        assert blindfold.reveal(Note(anchor, f"{shown} again")).text == f"{name} again"


def test_what_nothing_changed_in_is_not_made_anew() -> None:
    analysis = make_known()
    blindfold = make_blindfold(analysis)
    first, second = blindfold.hide_analysis(analysis), blindfold.hide_analysis(analysis)
    assert all(a is b for a, b in zip(first.claims, second.claims, strict=True))
    assert Target(AnchorKind.CLAIM, analysis.claims[0].id) in index_story(second).things


def test_a_rating_needs_no_other_blindfold_and_a_new_name_does() -> None:
    story = make_story()
    first, *rest = story.documents
    blindfold = make_blindfold(story)
    assert blindfold.fits((replace(first, reliability="B"), *rest))
    assert not blindfold.fits((replace(first, author="Ilse Marrow"), *rest))
    assert not blindfold.fits(story.documents[1:])
