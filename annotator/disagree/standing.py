"""Does a claim itself say of one of its values that it held no longer, or was only expected?

"From four members the league has grown to eleven" knows the four, but not that "the league has four members".
"""

from __future__ import annotations

from annotator.disagree.frames import Frame, frame_of
from annotator.disagree.lexicon import word_class
from annotator.disagree.statements import Statement
from annotator.disagree.story import Story
from annotator.facts import same_counted
from annotator.model import Fact, FactKind

_OLD, _NEW = ("from", "expected"), ("to", "booked")


def is_paired(story: Story, statement: Statement, fact: Fact) -> bool:
    """Whether the claim sets another value against this one: new against old, actual against expected."""
    if len(statement.claim.facts) < len(_OLD) or isinstance(fact.value, str):
        return False
    return story.once(("paired", statement.index, fact), lambda: _is_paired(story, statement, fact))


def may_agree(story: Story, statement: Statement, fact: Fact, paired: tuple[Statement, Fact]) -> bool:
    """Whether a value, the same as a paired one of another claim, may be meant for it and not for its counterpart."""
    marks = _marks(frame_of(story, *paired))
    if marks.isdisjoint(_NEW):
        return _tells_past(story, statement, fact)
    return _marks(frame_of(story, statement, fact)).isdisjoint(_OLD)


def _tells_past(story: Story, statement: Statement, fact: Fact) -> bool:
    """Whether the value is told to be of another time than that of the report, or to be a forecast."""
    if any(f.kind is FactKind.DATE for f in statement.claim.facts):
        return True
    is_old = not _marks(frame_of(story, statement, fact)).isdisjoint(_OLD)
    return is_old or not word_class("past_times").isdisjoint(w.plain for w in statement.words)


def _is_paired(story: Story, statement: Statement, fact: Fact) -> bool:
    marks = _marks(frame_of(story, statement, fact))
    wanted = {new for old, new in zip(_OLD, _NEW, strict=True) if old in marks}
    wanted |= {old for old, new in zip(_OLD, _NEW, strict=True) if new in marks}
    if not wanted:
        return False
    others = [f for f in statement.claim.facts if f.kind is fact.kind and f.unit == fact.unit and f != fact]
    beside = [_marks(frame_of(story, statement, other)) for other in others if same_counted(fact, other) > 0]
    if "expected" in marks and fact.kind is FactKind.MONEY and _compares(statement):
        return any("expected" not in there for there in beside)
    return any(not there.isdisjoint(wanted) for there in beside)


def _compares(statement: Statement) -> bool:
    return not word_class("comparing").isdisjoint(w.plain for w in statement.words)


def _marks(frame: Frame) -> set[str]:
    return {mark for mark in (frame.end, frame.step) if mark}
