"""Which marks of several people are the same mark, made at the same edges or at other ones?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from annotator.model import Span

Place = tuple[Span | None, ...]
"""The mark of each person at one place, None where somebody has none; people always in the same order."""

_Mark = tuple[int, Span]
"""Whose, and where."""


def same_edges(marks: Sequence[Iterable[Span]]) -> tuple[Place, ...]:
    """Every place of a document that somebody marked; a mark belongs to another with exactly its edges.

    Args:
        marks: of each person, the marked spans of one document.
    """
    held = [set(spans) for spans in marks]
    return tuple(tuple(span if span in spans else None for spans in held) for span in sorted(set().union(*held)))


def overlapping(marks: Sequence[Iterable[Span]]) -> tuple[Place, ...]:
    """Every place of a document that somebody marked; marks that share characters belong together.

    At most one mark of each person is at one place, and all marks of a place overlap each other, so that one long mark
    cannot stand for many short ones. Pairs that share most of their characters find each other first.
    """
    all_marks = [(person, span) for person, spans in enumerate(marks) for span in sorted(set(spans))]
    group: dict[_Mark, list[_Mark]] = {mark: [mark] for mark in all_marks}
    for one, other in sorted(_pairs(all_marks), key=_by_likeness):
        left, right = group[one], group[other]
        if left is not right and _fit(left, right):
            left.extend(right)
            for mark in right:
                group[mark] = left
    found = {id(members): dict(members) for members in group.values()}
    places = (tuple(members.get(person) for person in range(len(marks))) for members in found.values())
    return tuple(sorted(places, key=lambda place: min(filter(None, place))))


def _pairs(marks: Sequence[_Mark]) -> Iterator[tuple[_Mark, _Mark]]:
    """Pairs of marks of different people that overlap."""
    ordered = sorted(marks, key=lambda mark: (mark[1].start, mark[1].end, mark[0]))
    for i, one in enumerate(ordered):
        for other in ordered[i + 1 :]:
            if other[1].start >= one[1].end:
                break
            if one[0] != other[0] and one[1].overlap(other[1]):
                yield one, other


def _by_likeness(pair: tuple[_Mark, _Mark]) -> tuple[float, tuple[_Mark, _Mark]]:
    shared = pair[0][1].overlap(pair[1][1])
    return -shared / (len(pair[0][1]) + len(pair[1][1]) - shared), pair


def _fit(left: Sequence[_Mark], right: Sequence[_Mark]) -> bool:
    return all(a[0] != b[0] and a[1].overlap(b[1]) for a in left for b in right)
