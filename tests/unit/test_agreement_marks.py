"""Which marks of several people count as one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.marks import Place, overlapping, same_edges
from annotator.model import Span


def spans(*edges: tuple[int, int]) -> list[Span]:
    return [Span(*pair) for pair in edges]


MARKS = st.lists(
    st.lists(st.builds(lambda a, n: Span(a, a + n), st.integers(0, 30), st.integers(1, 8)), max_size=6),
    min_size=2,
    max_size=4,
)


def test_same_edges_are_one_place_and_other_edges_are_two() -> None:
    assert same_edges([spans((0, 5), (9, 12)), spans((0, 5), (9, 11))]) == (
        (Span(0, 5), Span(0, 5)),
        (None, Span(9, 11)),
        (Span(9, 12), None),
    )


def test_marks_that_only_touch_are_two_places() -> None:
    assert overlapping([spans((0, 5)), spans((5, 9))]) == ((Span(0, 5), None), (None, Span(5, 9)))


def test_one_long_mark_stands_for_one_short_one_only() -> None:
    found = overlapping([spans((0, 30)), spans((1, 4), (6, 9), (11, 20))])
    assert found == ((Span(0, 30), Span(11, 20)), (None, Span(1, 4)), (None, Span(6, 9)))


def test_marks_that_share_most_find_each_other_first() -> None:
    found = overlapping([spans((0, 10), (8, 20)), spans((7, 20))])
    assert found == ((Span(0, 10), None), (Span(8, 20), Span(7, 20)))


def test_three_people_are_at_one_place_only_where_all_of_them_overlap() -> None:
    chain = overlapping([spans((0, 6)), spans((4, 11)), spans((9, 15))])
    assert len(chain) == 2
    together = overlapping([spans((0, 6)), spans((4, 11)), spans((5, 15))])
    assert together == ((Span(0, 6), Span(4, 11), Span(5, 15)),)


@given(MARKS)
def test_every_mark_is_at_exactly_one_place_and_all_marks_of_a_place_overlap(marks: list[list[Span]]) -> None:
    places = overlapping(marks)
    for person, held in enumerate(marks):
        assert sorted(place[person] for place in places if place[person]) == sorted(set(held))
    for place in places:
        here = [span for span in place if span]
        assert here
        assert all(a.overlap(b) for a in here for b in here)


def shared(places: tuple[Place, ...]) -> int:
    return sum(all(place) for place in places)


@given(MARKS.map(lambda marks: marks[:2]))
def test_overlap_never_finds_fewer_common_marks_than_equal_edges(marks: list[list[Span]]) -> None:
    assert shared(overlapping(marks)) >= shared(same_edges(marks))
