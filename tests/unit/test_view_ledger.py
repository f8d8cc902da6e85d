"""The three lists, the passages of a row, and how a row reads."""

from __future__ import annotations

from dataclasses import replace

from annotator.model import AnchorKind, Decision, Settlement, Status
from annotator.view import (
    Ledger,
    Room,
    Target,
    column_claims,
    columns_in_view,
    columns_that_fit,
    entries,
    index_story,
    make_columns,
    open_count,
    paint_column,
    paint_entry,
    settled_word,
    side_groups,
)
from tests.story_builders import make_story


def line_of(analysis, number: int = 0, ledger: Ledger = Ledger.CONFLICTING, width: int = 120) -> str:
    story = index_story(analysis)
    return "".join(r.text for r in paint_entry(story, entries(story, ledger)[number], Room(width, len)))


def test_a_row_names_severity_kind_and_both_sides_with_their_outlets() -> None:
    line = line_of(make_story())
    for words in ("conflict", "date", "Monday Tidepost", "Tuesday Harrow", "open"):
        assert words in line


def test_a_row_fits_into_a_narrow_list() -> None:
    assert len(line_of(make_story(), width=60)) <= 60


def settled(settlement: Settlement, status: Status = Status.ACCEPTED, stands: str | None = None):
    analysis = make_story()
    first, *rest = analysis.disagreements
    decision = Decision(status, "mo", settlement=settlement, stands=stands)
    return replace(analysis, disagreements=(replace(first, decision=decision), *rest))


def test_a_settled_disagreement_says_how() -> None:
    analysis = settled(Settlement.SIDE_STANDS, stands="Monday")
    assert settled_word(analysis.disagreements[0]) == "Monday stands"
    assert open_count(index_story(analysis)) == 1


def test_a_rejected_disagreement_goes_to_the_end() -> None:
    story = index_story(settled(Settlement.NOT_A_DISAGREEMENT, Status.REJECTED))
    assert [e.target.id for e in entries(story, Ledger.CONFLICTING)] == ["x2", "x1"]


def test_a_fact_with_a_standing_disagreement_is_not_agreed() -> None:
    story = index_story(make_story())
    assert [e.target.id for e in entries(story, Ledger.AGREED)] == ["k2"]


def test_a_fact_whose_disagreements_were_all_rejected_is_agreed() -> None:
    analysis = make_story()
    gone = Decision(Status.REJECTED, "mo")
    disagreements = tuple(replace(d, decision=gone) for d in analysis.disagreements)
    story = index_story(replace(analysis, disagreements=disagreements))
    assert {e.target.id for e in entries(story, Ledger.AGREED)} == {"k1", "k2"}


def test_copies_of_one_origin_count_as_single_source() -> None:
    analysis = make_story()
    clusters = tuple(replace(k, independent_sources=1) for k in analysis.clusters)
    story = index_story(replace(analysis, clusters=clusters))
    targets = [e.target for e in entries(story, Ledger.SINGLE)]
    assert Target(AnchorKind.CLUSTER, "k2") in targets


def test_claims_of_one_document_alone_are_single_source() -> None:
    story = index_story(make_story())
    texts = [story.claim[e.target.id].text for e in entries(story, Ledger.SINGLE) if e.target.kind is AnchorKind.CLAIM]
    assert "Nobody was hurt 🛟, officials said." in texts


def test_documents_that_give_one_value_are_one_side() -> None:
    analysis = make_story()
    first = analysis.disagreements[0]
    third = replace(first.sides[0], claim=analysis.claims[6].id)
    story = index_story(replace(analysis, disagreements=(replace(first, sides=(*first.sides, third)),)))
    groups = side_groups(story, story.analysis.disagreements[0])
    assert [(g.value, g.outlets) for g in groups] == [("Monday", ("Bulletin", "Tidepost")), ("Tuesday", ("Harrow",))]


def test_columns_stand_in_order_of_publication() -> None:
    analysis = make_story()
    late = replace(analysis.documents[0], published="2031-05-09")
    story = index_story(replace(analysis, documents=(late, *analysis.documents[1:])))
    entry = entries(story, Ledger.CONFLICTING)[0]
    assert [story.claim[c].document for c in column_claims(story, entry)] == [analysis.documents[1].id, late.id]


def test_a_column_shows_value_speaker_and_what_differs() -> None:
    story = index_story(make_story())
    entry = entries(story, Ledger.CONFLICTING)[0]
    other, column = make_columns(story, entry, column_claims(story, entry))
    assert (column.heading, column.value, column.date) == ("Tidepost", "Monday", "6 May 2031")
    looks = {run.text: run.style for line in paint_column(story, other, Room(40, len)) for run in line}
    assert "value" in looks["Tuesday"]
    assert any(text.startswith("The ferry") and "same" in look for text, look in looks.items())
    assert any("the outlet itself" in run.text for line in paint_column(story, column, Room(40, len)) for run in line)


def test_two_columns_stand_side_by_side_even_in_a_narrow_terminal() -> None:
    assert columns_that_fit(3, 78) == 2
    assert columns_that_fit(5, 200) == 4
    assert columns_that_fit(1, 200) == 1


def test_where_not_all_columns_fit_each_value_is_in_view_before_a_second_of_any() -> None:
    analysis = make_story()
    first = analysis.disagreements[0]
    third = replace(first.sides[0], claim=analysis.claims[6].id)
    story = index_story(replace(analysis, disagreements=(replace(first, sides=(*first.sides, third)),)))
    entry = entries(story, Ledger.CONFLICTING)[0]
    values = {s.claim: s.value for s in story.analysis.disagreements[0].sides}
    shown = columns_in_view(story, entry, fit=2)
    assert {values[name] for name in shown} == {"Monday", "Tuesday"}
    assert set(columns_in_view(story, entry, fit=2, first=1)) != set(shown)
    assert columns_in_view(story, entry, fit=3) == column_claims(story, entry)


def test_many_outlets_give_way_before_values_do() -> None:
    analysis = make_story()
    first = analysis.disagreements[0]
    third = replace(first.sides[0], claim=analysis.claims[6].id)
    analysis = replace(analysis, disagreements=(replace(first, sides=(*first.sides, third)),))
    assert "Monday Bulletin, Tidepost" in line_of(analysis, width=120)
    assert "Monday Bulletin +1" in line_of(analysis, width=70)
    short = line_of(analysis, width=55)
    assert "Monday" in short
    assert "Tuesday" in short


def test_a_fact_that_holds_two_sides_of_a_disagreement_elsewhere_is_not_agreed() -> None:
    analysis = make_story()
    unbound = tuple(replace(d, cluster=None) for d in analysis.disagreements)
    story = index_story(replace(analysis, disagreements=unbound))
    assert [e.target.id for e in entries(story, Ledger.AGREED)] == ["k2"]
