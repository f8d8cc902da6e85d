"""Do two values stand in the same slot: is the same thing said about them?

The words around a value, the nearer the heavier, tell what it is the value of.
"""

from __future__ import annotations

from collections.abc import Mapping

from annotator.disagree.statements import Statement
from annotator.disagree.story import Story
from annotator.model import Span

REACH = 8  # words with content that are looked at on either side
HALVING = 3.0  # words with content over which a word's say falls by half
FAR_CLAUSE = 3  # extra distance that a clause boundary makes
_BOUNDARY = frozenset(',;:—–()-"“”')

Context = Mapping[str, float]
"""What each term around a value has to say about it."""


def context_of(story: Story, statement: Statement, span: Span) -> Context:
    """Terms around a span with their weights; those of the span itself are left out."""
    return story.once(("context", statement.index, span), lambda: _read_context(story, statement, span))


def _read_context(story: Story, statement: Statement, span: Span) -> Context:
    inside = statement.inside(span)
    found: dict[str, float] = {}
    for step in (-1, 1):
        i = inside.start - 1 if step < 0 else inside.stop
        distance = 0.0
        while 0 <= i < len(statement.words) and distance <= REACH * 2:
            word = statement.words[i]
            if _is_boundary(statement, i, step):
                distance += FAR_CLAUSE
            if distance and _continues_name(statement, i, step):
                distance -= 1
            if word.term is not None:
                weight = story.weights.get(word.term, 1.0) * 0.5 ** (distance / HALVING)
                found[word.term] = max(found.get(word.term, 0.0), weight)
                distance += 1
            i += step
    return found


def similarity(left: Context, right: Context) -> float:
    """Share 0..1 of the poorer context that the other one has too."""
    shared = sum(min(weight, right[t]) for t, weight in left.items() if t in right)
    least = min(_sum(left), _sum(right))
    return min(1.0, shared / least) if least else 0.0


def _continues_name(statement: Statement, i: int, step: int) -> bool:
    """Whether word i goes on the name that the word before it on the way belongs to: a name is as near as its end."""
    other = i - step
    if not 0 <= other < len(statement.words):
        return False
    return statement.words[i].is_capital and statement.words[other].is_capital


def _is_boundary(statement: Statement, i: int, step: int) -> bool:
    """Whether a comma or the like lies between word i and the word before it on the way from the span."""
    other = i - step
    if not 0 <= other < len(statement.words):
        return False
    first, second = sorted((i, other))
    gap = statement.claim.text[statement.words[first].end : statement.words[second].start]
    return any(c in _BOUNDARY for c in gap) and len(gap) > 1


def _sum(context: Context) -> float:
    return sum(context.values())
