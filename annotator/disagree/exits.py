"""Do two documents tell differently how one person left a post: of own will here, thrown out or cut there?

A document that tells of force may call the same a resignation too; what counts is that the other one knows of no force.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, permutations

from annotator.disagree.findings import Finding, make_place
from annotator.disagree.kinds import Mark, bearer_of, marks_of
from annotator.disagree.occasions import ONE_NEWS_DAY, days_between
from annotator.disagree.persons import Name, are_one_person, names_in
from annotator.disagree.statements import Statement
from annotator.disagree.story import Story
from annotator.model import DisagreementKind as Kind
from annotator.model import Severity, Span

DETECTOR = "exits@1"
MAX_OF_CLAIM = 12  # of a claim that are read; more is no prose
CONFIDENCE = 0.55
LEAVING = "leaving a post"
OWN_WILL, FORCED, CUT = frozenset({"resign", "retire"}), "fired", "lay_off"


@dataclass(frozen=True, slots=True)
class _Exit:
    statement: Statement
    mark: Mark
    name: Name


def detect_exits(story: Story) -> Iterator[Finding]:
    """One finding for each person and pair of documents, of which one tells of force and the other of none."""
    by_document: dict[str, list[_Exit]] = {}
    for statement in story.statements:
        for mark in islice(marks_of(statement), MAX_OF_CLAIM):
            if mark.category.name == LEAVING and mark.meaning:
                name = bearer_of(story, statement, mark) or _first_name(story, statement, mark)
                if name:
                    by_document.setdefault(statement.document.id, []).append(_Exit(statement, mark, name))
    for left, right in permutations(by_document.values(), 2):
        yield from _compare(story, left, right)


def _first_name(story: Story, statement: Statement, mark: Mark) -> Name:
    """The name that opens a claim, for a verb behind a long apposition: "Ida Thorsen, who ..., resigned"."""
    run = next((r for r in names_in(story, statement) if r.stop <= mark.words.start), range(0))
    return tuple(t for i in run if (t := statement.words[i].term) is not None)


def _compare(story: Story, left: Sequence[_Exit], right: Sequence[_Exit]) -> Iterator[Finding]:
    seen: set[str] = set()
    for forced in (e for e in left if e.mark.meaning == FORCED and e.name[-1] not in seen):
        own = [e for e in left if are_one_person(story, e.name, forced.name)]
        theirs = [e for e in right if are_one_person(story, e.name, forced.name)]
        told = {e.mark.meaning for e in theirs}
        wanted = OWN_WILL if told & OWN_WILL else frozenset({CUT}) - {e.mark.meaning for e in own}
        other = next((e for e in theirs if e.mark.meaning in wanted), None)
        if other is None or FORCED in told or abs(days_between(forced.statement, other.statement)) > ONE_NEWS_DAY:
            continue
        seen.add(forced.name[-1])
        yield Finding(
            Kind.NAMING,
            Severity.TENSION,
            make_place(other.statement, _span(other), meaning=other.mark.meaning),
            make_place(forced.statement, _span(forced), meaning=FORCED),
            DETECTOR,
            CONFIDENCE,
            "of own will in one text, by force in the other",
        )


def _span(end: _Exit) -> Span:
    return end.statement.span(end.mark.words.start, end.mark.words.stop)
