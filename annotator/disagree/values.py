"""Which values of two claims are meant for one slot, and differ?

A value is left alone where the other claim has one that agrees with it, or the other document knows it too: then the
two are different things, both known.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from annotator.disagree.lexicon import word_class
from annotator.disagree.slots import context_of, similarity
from annotator.disagree.story import Pair, Statement, Story
from annotator.facts import Relation, compare_values, same_counted
from annotator.model import Fact, FactKind

PORTION_REACH = 3  # words on either side in which a word may make a value a part or a sum
_AGREE = frozenset({Relation.AGREE, Relation.COMPATIBLE, Relation.REFINES})


@dataclass(frozen=True, slots=True)
class Rivals:
    """Two values that do not fit, in two claims."""

    pair: Pair
    left: Fact
    right: Fact
    relation: Relation
    slot: float
    """0..1: how alike the words around them are."""
    counted: float
    """0..1: how alike what they count is."""
    same_portion: bool
    """Whether nothing tells that one is a part, a sum or a share and the other is not."""


def find_rivals(story: Story, kinds: Collection[FactKind], min_certainty: float) -> Iterator[Rivals]:
    """Values of these kinds that differ or contradict each other."""
    facts = [[f for f in s.claim.facts if f.kind in kinds] for s in story.statements]
    known: dict[str, list[Fact]] = {}
    for statement, own in zip(story.statements, facts, strict=True):
        known.setdefault(statement.document.id, []).extend(own)
    for pair in story.pairs:
        left, right = facts[pair.left.index], facts[pair.right.index]
        if pair.certainty < min_certainty or not left or not right:
            continue
        theirs, ours = known[pair.right.document.id], known[pair.left.document.id]
        lonely_left = [a for a in left if not _is_met(a, right) and not _is_known(a, theirs)]
        lonely_right = [b for b in right if not _is_met(b, left) and not _is_known(b, ours)]
        for a in lonely_left:
            for b in lonely_right:
                relation = compare_values(a, b)
                if relation in (Relation.DIFFERS, Relation.CONTRADICTS):
                    yield _make_rivals(story, pair, (a, b), relation)


def best_rivals(rivals: Sequence[Rivals], score: dict[int, float]) -> list[int]:
    """Indexes of rivals that are each other's best match within their pair of claims."""
    kept: list[int] = []
    taken: set[tuple[int, int, Fact]] = set()
    for k in sorted(range(len(rivals)), key=lambda k: -score[k]):
        r = rivals[k]
        ends = {(r.pair.left.index, r.pair.right.index, r.left), (r.pair.right.index, r.pair.left.index, r.right)}
        if not ends & taken:
            taken |= ends
            kept.append(k)
    return kept


def _is_met(fact: Fact, others: Sequence[Fact]) -> bool:
    return any(compare_values(fact, o) in _AGREE and same_counted(fact, o) > 0 for o in others)


def _is_known(fact: Fact, facts: Sequence[Fact]) -> bool:
    return any(compare_values(fact, f) is Relation.AGREE and same_counted(fact, f) > 0 for f in facts)


def _make_rivals(story: Story, pair: Pair, facts: tuple[Fact, Fact], relation: Relation) -> Rivals:
    a, b = facts
    slot = similarity(context_of(story, pair.left, a.span), context_of(story, pair.right, b.span))
    portions = _portions(pair.left, a), _portions(pair.right, b)
    return Rivals(pair, a, b, relation, slot, same_counted(a, b), portions[0] == portions[1])


def _portions(statement: Statement, fact: Fact) -> bool:
    """Whether the value is told to be a part, a sum or a share."""
    inside = statement.inside(fact.span)
    near = statement.words[max(inside.start - PORTION_REACH, 0) : inside.stop + PORTION_REACH]
    return any(w.plain in word_class("portions") for w in near)
