"""Laws of a text that changes under people's marks: no mark lands on other words on its own, and none is lost."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.decisions import Ruled, carry, find_fates, fold_events, places_to_follow, trace_all
from annotator.model import (
    Adjudicate,
    Anchor,
    AnchorKind,
    Event,
    Fate,
    Move,
    Note,
    Place,
    PlaceMark,
    Span,
    Standing,
    TagSpan,
    UpdateDocument,
    Version,
)
from annotator.text import compare_texts

WORDS = ("the", "ferry", "ran", "aground", "on", "Monday", "two", "hurt,", "said", "a", "mayor.", "Nobody")
sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
texts = st.lists(sentences, min_size=1, max_size=8).map("\n".join)
wild = st.text(st.sampled_from("ab \n.Ä̈漢𝔘"), min_size=1, max_size=40)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@given(texts | wild, texts | wild)
def test_stretches_cover_both_texts_and_the_same_ones_are_the_same(old: str, new: str) -> None:
    stretches = compare_texts(old, new)
    assert "".join(old[s.start : s.end] for s in stretches) == old
    assert "".join(new[s.new_start : s.new_end] for s in stretches) == new
    assert all(old[s.start : s.end] == new[s.new_start : s.new_end] for s in stretches if s.is_same)
    assert all(a.is_same != b.is_same for a, b in pairwise(stretches))


@given(texts | wild, texts | wild, st.data())
def test_what_is_kept_or_moved_reads_exactly_as_before(old: str, new: str, data: st.DataObject) -> None:
    span = data.draw(spans(old))
    fated = find_fates(old, new, [span])[span]
    assert all(c.end <= len(new) for c in fated.candidates)
    if fated.fate in (Fate.KEPT, Fate.MOVED):
        assert [c.text(new) for c in fated.candidates] == [span.text(old)]
    if fated.fate is Fate.AMBIGUOUS:
        assert fated.candidates
        assert {c.text(new) for c in fated.candidates} == {span.text(old)}
    if fated.fate in (Fate.CHANGED, Fate.ORPHAN):
        assert span.text(old) not in new


@given(texts | wild, st.data())
def test_a_text_that_did_not_change_keeps_every_place(text: str, data: st.DataObject) -> None:
    span = data.draw(spans(text))
    fated = find_fates(text, text, [span])[span]
    assert (fated.fate, fated.candidates) == (Fate.KEPT, (span,))


@given(texts, st.text("xyz", min_size=3, max_size=20), texts, st.text("uvw", min_size=3), st.text("rst", min_size=3))
def test_an_edit_elsewhere_never_changes_the_words_of_a_mark(
    before: str, words: str, after: str, edit: str, other: str
) -> None:
    old = f"{before}\n{words} stays\n{after}"
    new = f"{edit}\n{before}\n{words} stays\n{after}\n{other}"
    span = Span(old.index(words), old.index(words) + len(words))
    fated = find_fates(old, new, [span])[span]
    assert fated.fate is Fate.KEPT
    assert fated.candidates[0].text(new) == words


places = st.integers(0, 30).flatmap(lambda at: st.integers(at + 1, 40).map(lambda end: Span(at, end)))
marks = places.map(lambda s: TagSpan(Place("d1", s, f"q{s.start}-{s.end}"), "Money"))
moves = st.builds(Move, st.sampled_from(("", "v1", "v2")), places, places, st.booleans())
updates = st.builds(UpdateDocument, st.just("d1"), st.sampled_from(("", "v1", "v2")), st.lists(moves).map(tuple))
answers = st.builds(
    lambda version, mark, after: PlaceMark(version, mark.place, after.place if after else None),
    st.sampled_from(("", "v1", "v2")),
    marks,
    st.none() | marks,
)


@given(st.lists(st.one_of(marks, marks, updates, answers), max_size=16))
def test_no_decision_is_lost_whatever_is_updated(commands: list[TagSpan | UpdateDocument | PlaceMark]) -> None:
    decisions = fold_events(Event(i, "", "ada", c, f"b{i}") for i, c in enumerate(commands, 1))
    laid = [r.seq for r in decisions.rulings if isinstance(r.command, TagSpan)]
    waiting = [r.seq for r in decisions.waiting]
    decided = [i for i, c in enumerate(commands, 1) if isinstance(c, TagSpan)]
    assert sorted((*laid, *waiting)) == decided
    assert all(r.command == commands[r.seq - 1] for r in decisions.waiting)


@given(st.lists(st.one_of(marks, updates), max_size=12))
def test_without_a_yes_the_words_of_a_decision_never_change(commands: list[TagSpan | UpdateDocument]) -> None:
    rulings = [Ruled(i, "ada", "", c) for i, c in enumerate(commands)]
    carried = carry(rulings)
    for ruled in carried.rulings:
        before = places_to_follow(commands[ruled.seq])
        assert [p.quote for p in places_to_follow(ruled.command)] == [p.quote for p in before]


@given(st.lists(st.one_of(marks, updates, answers), max_size=10), updates)
def test_taking_an_update_back_gives_the_places_of_before(
    commands: list[TagSpan | UpdateDocument | PlaceMark], update: UpdateDocument
) -> None:
    events = [Event(i, "", "ada", c, f"b{i}") for i, c in enumerate(commands, 1)]
    last = len(events) + 1
    undone = [*events, Event(last, "", "ada", update, "last"), Event(last + 1, "", "ada", None, undoes=last)]
    assert fold_events(undone) == fold_events(events)


@given(marks, st.booleans())
def test_a_place_that_moved_is_shown_as_moved_until_a_person_says_yes(mark: TagSpan, is_kept: bool) -> None:
    span = mark.place.span
    assert span is not None
    after = Span(span.start + 5, span.end + 5)
    update = UpdateDocument("d1", "v1", (Move("", span, after, is_kept),))
    moved = carry([Ruled(1, "ada", "", mark), Ruled(2, "ada", "", update)])
    (trace,) = moved.traces
    assert trace.positions[0].standing is (Standing.SURE if is_kept else Standing.MOVED)
    here = Place("d1", after, mark.place.quote)
    yes = PlaceMark("v1", here, here)
    (trace,) = carry([Ruled(1, "ada", "", mark), Ruled(2, "ada", "", update), Ruled(3, "ada", "", yes)]).traces
    assert trace.positions[0].standing is Standing.SURE
    assert trace.positions[0].place == here


def test_an_outcome_in_the_new_text_settles_what_was_said_in_the_old_one() -> None:
    def note(start: int, text: str) -> Note:
        return Note(Anchor(AnchorKind.CLAIM, (Place("d1", Span(start, start + 4), "tide"),)), text)

    moved = UpdateDocument("d1", "v1", (Move("", Span(0, 4), Span(9, 13), is_kept=True),))
    outcome = Adjudicate((Version("ada", "", note(9, "low")), Version("bo", "", note(9, "high"))), note(9, "high"))
    made = (note(0, "low"), moved, outcome)
    decisions = fold_events(Event(i, "", "ada", c, f"b{i}") for i, c in enumerate(made, 1))
    assert [r.command for r in decisions.rulings] == [moved, outcome]


@given(st.lists(st.one_of(marks, updates, answers), max_size=10), marks)
def test_one_decision_more_moves_no_other_and_has_a_trace(
    commands: list[TagSpan | UpdateDocument | PlaceMark], last: TagSpan
) -> None:
    rulings = [Ruled(i, "ada", "", c) for i, c in enumerate(commands)]
    more = Ruled(len(rulings), "ada", "", last)
    before, after = carry(rulings), carry([*rulings, more])
    assert after.rulings == (*before.rulings, more)
    assert after.waiting == before.waiting
    traces = trace_all(after.rulings, after.traces, after.in_use)
    decided = [r.seq for r in (*rulings, more) if isinstance(r.command, TagSpan)]
    assert sorted(t.ruled.seq for t in traces) == decided
