"""Do two sources within one document give different figures for one thing ("the union said 900, the firm 620")?

Other documents may then repeat either figure; they stand beside the one they repeat.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.disagree.clauses import is_pronoun
from annotator.disagree.findings import Finding, place_of
from annotator.disagree.frames import are_other_slots, read_frame
from annotator.disagree.slots import context_of, similarity
from annotator.disagree.statements import Statement
from annotator.disagree.story import Story, source_of
from annotator.disagree.values import relate
from annotator.facts import Relation, same_counted
from annotator.model import DisagreementKind as Kind
from annotator.model import Fact, FactKind, Level, Severity
from annotator.text import fold

DETECTOR = "speakers@1"
KINDS = frozenset({FactKind.QUANTITY, FactKind.MONEY, FactKind.PERCENT})
MAX_BEFORE = 8  # figures
MAX_APART = 1  # claims from one source's figure to the other's
SURE_COUNTED = 0.9  # likeness of what is counted, from which two sources count one thing
REACH = 5  # words before a figure in which a verb of reckoning and its object stand
MIN_COUNTED = 0.8  # from which another document's figure counts it too
MIN_SLOT = 0.4
MIN_TELLING = 20  # from which a number elsewhere is hardly the same by chance
CONFIDENCE = 0.7
_RECKONING = frozenset(
    {"put", "puts", "placed", "places", "estimated", "estimates", "counted", "counts", "gave", "gives"}
)
_TOTALS = frozenset({"number", "figure", "figures", "total", "toll", "count", "crowd", "turnout", "cost", "it", "them"})


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure with who gives it."""

    statement: Statement
    fact: Fact
    speaker: str
    is_total: bool
    """Whether it is given for "the number": what is counted was told before."""


def detect_speakers(story: Story) -> Iterator[Finding]:
    """Figures of two named sources in one document, and the same figures elsewhere."""
    figures = [f for s in story.statements for f in _figures_of(story, s)]
    for k, second in enumerate(figures):
        before = [f for f in figures[max(k - MAX_BEFORE, 0) : k] if f.fact.kind is second.fact.kind]
        for first in before[-1:] if second.is_total else before:
            if _are_rivals(story, first, second):
                yield from _spread(story, first, second)


def _figures_of(story: Story, statement: Statement) -> Iterator[_Figure]:
    for fact in statement.claim.facts:
        if fact.kind in KINDS and isinstance(fact.value, float | int):
            speaker, is_total = _reckoner(story, statement, fact)
            source = source_of(statement.claim, fact.span)
            named = fold(source.entity or source.name or source.text or "") if source else ""
            if speaker or named:
                yield _Figure(statement, fact, speaker or named, is_total)


def _reckoner(story: Story, statement: Statement, fact: Fact) -> tuple[str, bool]:
    """Who "put the number at" the figure; empty where nobody did."""
    at = statement.inside(fact.span).start
    for clause in story.clauses[statement.index]:
        gap = range(clause.group.stop, at)
        is_reckoned = statement.words[clause.group.stop - 1].plain in _RECKONING and 0 < len(gap) <= REACH
        if not is_reckoned or not clause.subject or is_pronoun(statement, clause.subject):
            continue
        if _TOTALS.intersection(statement.words[i].plain for i in gap):
            who = statement.span(clause.subject.start, clause.subject.stop)
            return fold(who.text(statement.document.text)), True
    return "", False


def _are_rivals(story: Story, a: _Figure, b: _Figure) -> bool:
    if a.statement.document.id != b.statement.document.id or b.statement.index - a.statement.index > MAX_APART:
        return False
    if a.speaker == b.speaker or a.speaker in b.speaker or b.speaker in a.speaker:
        return False
    if relate(a.fact, b.fact) is not Relation.CONTRADICTS or a.fact.scope != b.fact.scope:
        return False
    ours, theirs = (read_frame(f.statement, story.clauses[f.statement.index], f.fact) for f in (a, b))
    if are_other_slots(ours, theirs):
        return False
    if b.is_total:
        return True
    slot = similarity(*(context_of(story, f.statement, f.fact.span) for f in (a, b)))
    return b.fact.counted is not None and same_counted(a.fact, b.fact) >= SURE_COUNTED and slot >= MIN_SLOT


def _spread(story: Story, a: _Figure, b: _Figure) -> Iterator[Finding]:
    """The two figures, and each of them where another document gives it, against the other."""
    yield _make_finding((a.statement, a.fact), (b.statement, b.fact))
    for statement in story.statements:
        if statement.document.id == a.statement.document.id:
            continue
        for fact in statement.claim.facts:
            for own, other in ((a, b), (b, a)):
                if _repeats(fact, own.fact) and same_counted(fact, a.fact) >= MIN_COUNTED:
                    yield _make_finding((statement, fact), (other.statement, other.fact))


def _repeats(fact: Fact, told: Fact) -> bool:
    is_telling = isinstance(told.value, float | int) and told.value >= MIN_TELLING
    return is_telling and fact.kind is told.kind and fact.value == told.value and fact.unit == told.unit


def _make_finding(left: tuple[Statement, Fact], right: tuple[Statement, Fact]) -> Finding:
    return Finding(
        Kind.QUANTITY,
        Severity.TENSION,
        place_of(*left),
        place_of(*right),
        DETECTOR,
        CONFIDENCE,
        "the sources give different figures",
        Level.SPEAKER,
    )
