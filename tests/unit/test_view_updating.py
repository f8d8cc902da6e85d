"""A later version of a text, and what becomes of the marks on it, as a person reads them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.model import Fate, Place, Span
from annotator.view import MarkState, Room, describe_fate, paint_fate, paint_update, update_sentence
from annotator.view.updating import compare_lines

ROOM = Room(60, len)
OLD = "Ferry aground\n\nThe ferry ran aground on Monday.\n\nNobody was hurt.\n\nThe end.\n"


def words_of(lines: list) -> list[str]:
    return ["".join(run.text for run in line) for line in lines]


def mark(fate: Fate, quote: str, *places: Place, deeds: tuple[str, ...] = ("labelled “x” as Money",)) -> MarkState:
    return MarkState("k", "d1", fate, quote, places, deeds)


def test_changed_words_have_signs_and_unchanged_lines_are_folded() -> None:
    new = OLD.replace("Monday", "Tuesday").replace("The end.", "The end. More soon.")
    assert words_of(paint_update(OLD, new, ROOM)) == [
        "(1 line the same)",
        "",
        "The ferry ran aground on [-Monday-]{+Tuesday+}.",
        "",
        "(1 line the same)",
        "",
        "The end.{+ More soon.+}",
    ]


def test_a_line_that_was_cut_and_one_that_came_in_stand_alone() -> None:
    new = OLD.replace("Nobody was hurt.\n\n", "") + "A new line.\n"
    assert "[-Nobody was hurt.-]" in words_of(paint_update(OLD, new, ROOM))
    assert "{+A new line.+}" in words_of(paint_update(OLD, new, ROOM))


def test_texts_without_a_difference_say_so() -> None:
    assert words_of(paint_update("", "", ROOM)) == ["No word is different."]


def test_an_update_in_one_line_counts_words_and_fates() -> None:
    counts = {Fate.KEPT: 2, Fate.MOVED: 0, Fate.CHANGED: 1, Fate.AMBIGUOUS: 0, Fate.ORPHAN: 0}
    new = OLD.replace("Monday", "Tuesday morning")
    sentence = "a.txt: +2 -1 words; 3 marks: 2 kept, 1 changed"
    assert update_sentence("a.txt", OLD, new, counts) == sentence
    assert update_sentence("a.txt", OLD, OLD, {}) == "a.txt: no word is different; no marks"


def test_a_changed_mark_shows_which_words_changed_and_what_was_decided() -> None:
    state = mark(Fate.CHANGED, "40 people", Place("d1", Span(0, 9), "43 people"))
    (line,) = words_of([paint_fate(state, ROOM)])
    assert line.startswith("changed    [-40-]{+43+} people")
    assert line.endswith("labelled as Money")


def test_the_places_to_pick_from_are_numbered_and_shown_in_their_words() -> None:
    text = "On Monday it rained. On Monday it snowed."
    places = (Place("d1", Span(3, 9), "Monday"), Place("d1", Span(24, 30), "Monday"))
    lines = words_of(describe_fate(mark(Fate.AMBIGUOUS, "Monday", *places), text, ROOM))
    assert any(line.startswith("Place 1") and "it rained" in line for line in lines)
    assert any(line.startswith("Place 2") for line in lines)
    assert lines[0].startswith("Fate       ambiguous: ")


def test_only_other_blanks_are_named_as_that() -> None:
    state = mark(Fate.CHANGED, "ran aground\non Monday", Place("d1", Span(0, 21), "ran aground on Monday"))
    assert "other blanks" in words_of([paint_fate(state, Room(80, len))])[0]


def test_what_a_terminal_would_obey_is_shown_as_a_sign() -> None:
    lines = words_of(paint_update("quiet\x1b[2J", "loud\x1b[2J\u202e", ROOM))
    assert not any("\x1b" in line or "\u202e" in line for line in lines)


wild = st.text(st.sampled_from("ab \n.漢\x1b𝔘"), max_size=30)


@given(wild, wild, st.integers(1, 40))
def test_no_word_of_either_version_is_left_out_and_no_line_is_too_long(old: str, new: str, width: int) -> None:
    pieces = [p for line in compare_lines(old, new) for p in line if p.text != "¶"]
    without_blanks = lambda text: "".join(text.split())  # noqa: E731
    assert without_blanks("".join(p.text for p in pieces if p.kind != "new")) == without_blanks(old)
    assert without_blanks("".join(p.text for p in pieces if p.kind != "cut")) == without_blanks(new)
    assert all(len(line) <= max(width, 22) for line in words_of(paint_update(old, new, Room(width, len))))
