"""Do two claims speak of one occasion, and is a number of the story at all?"""

from __future__ import annotations

from datetime import date

from annotator.align import read_terms
from annotator.disagree.clauses import Stage
from annotator.disagree.statements import Statement
from annotator.disagree.story import Pair, Story
from annotator.facts import counts_people
from annotator.model import Claim, Fact, FactKind, SourceRole

ONE_NEWS_DAY = 1  # days between a report and its follow-up in the next morning's paper
_DAY = len("2023-12-06")


def are_of_other_days(story: Story, pair: Pair) -> bool:
    """Whether one claim tells of a day that came after the other's report was printed."""
    return _is_later(story, pair.left, pair.right) or _is_later(story, pair.right, pair.left)


def days_between(early: Statement, late: Statement) -> int:
    """Days from the publication of one claim's document to that of the other's; 0 where either is not known."""
    first, last = ((s.document.published or "")[:_DAY] for s in (early, late))
    if len(first) < _DAY or len(last) < _DAY:
        return 0
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def is_count_of_speakers(claim: Claim, fact: Fact) -> bool:
    """Whether a number counts unnamed speakers ("two officials said"): each outlet has its own sources."""
    sources = (a.source for a in claim.attributions if a.source and a.source.role is SourceRole.UNNAMED)
    spans = (source.span for source in sources if source.span)
    return fact.kind is FactKind.QUANTITY and counts_people(fact) and any(span.overlap(fact.span) for span in spans)


def has_foreign(story: Story, statement: Statement, document: str, kinds: frozenset[FactKind]) -> bool:
    """Whether a claim names somebody or a place of whom the other document says nothing."""
    named = (f for f in statement.claim.facts if f.kind in kinds and isinstance(f.value, str))
    return any(not read_terms(str(f.value)).unique & terms_of(story, document) for f in named)


def terms_of(story: Story, document: str) -> frozenset[str]:
    """All terms of a document."""
    return story.once(("terms", document), lambda: _terms_of(story, document))


def _terms_of(story: Story, document: str) -> frozenset[str]:
    return frozenset().union(*(s.terms.unique for s in story.statements if s.document.id == document))


def _is_later(story: Story, early: Statement, late: Statement) -> bool:
    printed, own = early.document.published or "", late.document.published or ""
    if not printed:
        return False
    days = story.once(("days", late.index), lambda: _days(late))
    if len(days) != 1 or any(f.kind is FactKind.DATE for f in early.claim.facts):
        return False
    day = next(iter(days))
    is_past = bool(own) and day <= own[:_DAY]
    return is_past and day > printed[:_DAY] and not _is_to_come(story, early)


def _days(statement: Statement) -> frozenset[str]:
    """The days that a claim gives in full."""
    dates = (str(f.value) for f in statement.claim.facts if f.kind is FactKind.DATE)
    return frozenset(date for date in dates if len(date) == _DAY)


def _is_to_come(story: Story, statement: Statement) -> bool:
    stages = {clause.stage for clause in story.clauses[statement.index]}
    return not stages.isdisjoint({Stage.COMING, Stage.MEANT, Stage.POSSIBLE})
