"""Whom does one and the same blame, accuse or credit, and for what, in each document?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from annotator.disagree.clauses import Clause, content, is_pronoun
from annotator.disagree.findings import Finding, Place, make_place
from annotator.disagree.lexicon import word_class
from annotator.disagree.matching import are_named_together, may_be_one, overlap
from annotator.disagree.statements import Statement
from annotator.disagree.story import Story
from annotator.model import DisagreementKind as Kind
from annotator.model import Severity

DETECTOR = "blame@1"
MIN_MATTER = 0.5  # share of the poorer matter that the other one has too
MAX_BLAMED = 6  # words that name who is blamed
MAX_OF_VERB = 100  # clauses with one verb that are compared with each other
CONFIDENCE = 0.5


@dataclass(frozen=True, slots=True)
class _Blame:
    statement: Statement
    clause: Clause
    blamed: range
    matter: frozenset[str]


def detect_blame(story: Story) -> Iterator[Finding]:
    """One who blames two for one matter, as two documents have it."""
    found: defaultdict[str, list[_Blame]] = defaultdict(list)
    for statement in story.statements:
        for clause in story.clauses[statement.index]:
            blame = _read(statement, clause)
            if blame is not None:
                found[clause.verb].append(blame)
    for blames in found.values():
        for left, right in combinations(blames[:MAX_OF_VERB], 2):
            if left.statement.document.id != right.statement.document.id and _differ(story, left, right):
                yield _make_finding(left, right)


def _read(statement: Statement, clause: Clause) -> _Blame | None:
    """ "blamed the weather for the delay", "blamed the delay on the weather", "accused the firm of hiding it"."""
    verb = statement.words[clause.group.stop - 1].plain
    if (
        verb not in word_class("blaming")
        or clause.is_negated
        or clause.is_passive
        or is_pronoun(statement, clause.subject)
    ):
        return None
    start = clause.group.stop
    stop = min(start + MAX_BLAMED, len(statement.words))
    at = next((i for i in range(start, stop) if statement.words[i].plain in word_class("for_what")), None)
    if at is None or at == start:
        return None
    behind = range(at + 1, min(at + 1 + MAX_BLAMED, len(statement.words)))
    blamed, matter = (behind, range(start, at)) if statement.words[at].plain == "on" else (range(start, at), behind)
    return _Blame(statement, clause, blamed, content(statement, matter))


def _differ(story: Story, left: _Blame, right: _Blame) -> bool:
    if not may_be_one(story, left.statement, left.clause.subject, right.statement, right.clause.subject):
        return False
    x, y = content(left.statement, left.blamed), content(right.statement, right.blamed)
    if not x or not y or x & y or are_named_together(story, x, y):
        return False
    return overlap(story, left.matter, right.matter) >= MIN_MATTER


def _make_finding(left: _Blame, right: _Blame) -> Finding:
    note = "not the same one is blamed for it"
    return Finding(Kind.ATTRIBUTION, Severity.TENSION, _place(left), _place(right), DETECTOR, CONFIDENCE, note)


def _place(blame: _Blame) -> Place:
    start = blame.clause.subject.start if blame.clause.subject else blame.clause.group.start
    return make_place(blame.statement, blame.statement.span(start, blame.blamed.stop))
