"""Is a value told to be a part, a sum or a share, or one of a list, and not the thing itself?

Also of two values: is one of them, by its adjectives, scope or place, of something narrower than the other?
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from annotator.disagree.frames import frame_of
from annotator.disagree.lexicon import word_class
from annotator.disagree.statements import Statement
from annotator.disagree.story import Story
from annotator.facts import head_of
from annotator.model import Fact, FactKind

AMOUNTS = frozenset({FactKind.QUANTITY, FactKind.MONEY, FactKind.PERCENT})
LIST = 3  # values of one kind in a claim that make a list
PORTION_REACH = 3  # words on either side in which a word may make a value a part or a sum
BESIDE = 5  # words on either side that stand beside a value
_BREAKS = frozenset(",;:()—–")
MIN_RATIO = 2.0  # from which "nine border counties" are thought to be among "32 counties"
SHARE_REACH = 5  # words behind a value in which it may be called a share: "about 96,000, a quarter of the total"
_OVERALL = frozenset({"worldwide", "nationwide", "globally", "overall", "altogether", "in total", "in all"})
_BACK = frozenset({"them", "whom", "those", "which", "these"})
_RATES = frozenset({"each", "per"})


def words_beside(statement: Statement, fact: Fact) -> frozenset[str]:
    """The words around a fact, in lower case."""
    inside = statement.inside(fact.span)
    return frozenset(w.plain for w in statement.words[max(inside.start - BESIDE, 0) : inside.stop + BESIDE])


def is_portion(story: Story, statement: Statement, fact: Fact) -> bool:
    """Whether the value is told to be a part, a sum or a share, or of another time."""
    return story.once(("portion", statement.index, fact.span), lambda: _is_portion(statement, fact))


def is_listed(story: Story, statement: Statement, fact: Fact) -> bool:
    """Whether the claim has several values of the fact's kind and unit, on one side of a change."""
    alike = [f for f in statement.claim.facts if f.kind is fact.kind and f.unit == fact.unit]
    if len(alike) < LIST:
        return False
    end = frame_of(story, statement, fact).end
    return sum(frame_of(story, statement, f).end == end for f in alike) >= LIST


def is_whole(story: Story, statement: Statement, fact: Fact) -> bool:
    """Whether the claim only gives the value as that of which another is a part: the 81 of "22 of the 81 counties"."""
    alike = (f for f in statement.claim.facts if f.kind is fact.kind and f != fact and f.span.start < fact.span.start)
    return any(frame_of(story, statement, f).whole == fact.value for f in alike)


def is_narrower(one: tuple[Statement, Fact], other: tuple[Statement, Fact]) -> bool:
    """Whether one of two amounts is told to be of something narrower than the other."""
    (left, a), (right, b) = one, other
    if a.kind not in AMOUNTS:
        return False
    if _is_overall(a, right, b) or _is_overall(b, left, a) or _are_of_rates(a, b) or _are_of_periods(a, b):
        return True
    if _basis(left) != _basis(right):
        return True
    if _scopes(left, a) - _plain(right) or _scopes(right, b) - _plain(left):
        return True
    if not isinstance(a.value, float | int) or not isinstance(b.value, float | int):
        return False
    return _adds_modifier(one, other) if abs(a.value) < abs(b.value) else _adds_modifier(other, one)


def _adds_modifier(few: tuple[Statement, Fact], many: tuple[Statement, Fact]) -> bool:
    """Whether the far smaller value counts the same noun with an adjective that the other claim lacks."""
    (_, a), (statement, b) = few, many
    is_far = float(str(b.value)) >= MIN_RATIO * float(str(a.value))
    if not is_far or not a.counted or not b.counted or head_of(a.counted) != head_of(b.counted):
        return False
    return " " in a.counted and not set(a.counted.split()[:-1]) & _plain(statement)


def _are_of_rates(a: Fact, b: Fact) -> bool:
    """Whether one sum is due again and again, and the other is not or at other intervals."""
    rates = [{part for part in (f.scope or "").split("; ") if part.startswith("per ")} for f in (a, b)]
    return a.kind is FactKind.MONEY and rates[0] != rates[1]


def _are_of_periods(a: Fact, b: Fact) -> bool:
    """Whether one amount is that since a date and the other that of a period: "since February", "last year"."""
    starts = [
        {part.startswith("since ") for part in (f.scope or "").split("; ") if part[-1:].isdigit()} for f in (a, b)
    ]
    return starts[0] != starts[1] and all(starts)


def _basis(statement: Statement) -> frozenset[str]:
    """What the claim's amounts are told to be reckoned with or without: "including debt", "before tax"."""
    plain = [w.plain for w in statement.words]
    return frozenset(
        noun for word, noun in pairwise(plain) if word in word_class("reckoning") and noun in word_class("reckoned")
    )


def _is_overall(fact: Fact, other: Statement, rival: Fact) -> bool:
    """Whether one value is called that of the whole where the other claim is of a place."""
    scopes = set((fact.scope or "").split("; "))
    if scopes.isdisjoint(_OVERALL) or not scopes.isdisjoint((rival.scope or "").split("; ")):
        return False
    return any(f.kind is FactKind.PLACE for f in other.claim.facts)


def _scopes(statement: Statement, fact: Fact) -> frozenset[str]:
    """The words beside a value that narrow what it is of: "private", "urban", "women"."""
    return words_beside(statement, fact) & word_class("narrowing")


def _plain(statement: Statement) -> frozenset[str]:
    return frozenset(w.plain for w in statement.words)


def _is_portion(statement: Statement, fact: Fact) -> bool:
    inside = statement.inside(fact.span)
    before = range(inside.start - 1, max(inside.start - PORTION_REACH, 0) - 1, -1)
    behind = range(inside.stop, min(inside.stop + PORTION_REACH, len(statement.words)))
    near = {statement.words[i].plain for side in (before, behind) for i in _up_to_break(statement, inside, side)}
    if _is_called_share(statement, fact, inside) or _is_called_part(statement, inside):
        return True
    if fact.scope and "per " in fact.scope:
        near -= _RATES
    if not near.isdisjoint(word_class("portions")):
        return True
    return not words_beside(statement, fact).isdisjoint(word_class("past_times"))


def _is_called_part(statement: Statement, inside: range) -> bool:
    """Whether the value stands beside "the larger part of the fund", of which it is the figure."""
    before = [w.plain for w in statement.words[max(inside.start - SHARE_REACH, 0) : inside.start]]
    return any(w in word_class("parts") and after == "of" for w, after in pairwise(before))


def _is_called_share(statement: Statement, fact: Fact, inside: range) -> bool:
    """Whether a share in words follows that the value is: "about 96,000, just under a quarter of the volume"."""
    for other in statement.claim.facts:
        if other.kind is FactKind.PERCENT and other.span.start > fact.span.end and other.text[-1:].isalpha():
            share = statement.inside(other.span)
            behind = [w.plain for w in statement.words[share.stop : share.stop + 2]]
            before = statement.claim.text[: other.span.start - statement.claim.span.start].rstrip()
            is_apposed = 0 <= share.start - inside.stop <= SHARE_REACH and before[-1:] in _BREAKS
            if is_apposed and behind[:1] == ["of"] and behind[-1] not in _BACK:
                return True
    return False


def _up_to_break(statement: Statement, inside: range, way: Sequence[int]) -> Iterator[int]:
    """The words on the way from a value up to the first sign of punctuation between two of them."""
    last = inside.start if way and way[0] < inside.start else inside.stop - 1
    for i in way:
        first, second = sorted((last, i))
        gap = statement.claim.text[statement.words[first].end : statement.words[second].start]
        if any(c in _BREAKS for c in gap):
            return
        yield i
        last = i
