"""Which values of two claims are meant for one slot, and differ?

A value is left alone where the other claim has one that agrees with it, or the other document knows it too: then the
two are different things, both known.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from annotator.align import stem
from annotator.disagree.frames import Frame, are_of_one_whole, are_other_slots, frame_of
from annotator.disagree.lexicon import opposites
from annotator.disagree.occasions import are_of_other_days, has_foreign, is_count_of_speakers
from annotator.disagree.portions import is_listed, is_narrower, is_portion, is_whole, words_beside
from annotator.disagree.slots import context_of, similarity
from annotator.disagree.standing import is_paired, may_agree
from annotator.disagree.statements import Statement
from annotator.disagree.story import Pair, Story
from annotator.facts import WEEKDAYS, Relation, compare_values, duration_days, same_counted
from annotator.model import Comparator, Fact, FactKind
from annotator.text import fold

MAX_SUMMANDS = 8  # values of one claim that are added up
APART_ABOUT = 1.15  # ratio of two approximate numbers from which they are not roundings of one number
MIN_TELLING = 20  # small numbers are shared by chance
RELATED = 0.6  # 0..1: how alike "member countries" and "members" are
MIN_SLOT_OF_PARTS = 0.7  # likeness of the words around two parts of one whole that stand with different verbs
LEEWAY = 0.5  # share of the containment asked for that need not be there where slot or role are the same
MIN_SLOT_OF_BOUNDS, MIN_RATIO_OF_BOUNDS = 0.7, 1.4  # from which "more than 200" and "more than 400" are rivals
_MEASURES = frozenset({FactKind.MONEY, FactKind.PERCENT})
ROUNDED = 1.05  # ratio of two values that may be one, rounded
SAME_SLOT, SAME_COUNTED = 0.7, 0.9
NEAR_BOUND = 2.0  # ratio up to which a number may be what a bound ("over 300") is a bound of
BOUNDS = frozenset({Comparator.MORE, Comparator.AT_LEAST, Comparator.LESS, Comparator.AT_MOST})
_NAMES, _PLACES = frozenset({FactKind.NAME, FactKind.PLACE}), frozenset({FactKind.PLACE})
_AMOUNTS = frozenset({FactKind.MONEY, FactKind.PERCENT, FactKind.QUANTITY})
_ONE_UNIT = re.compile(r"PT?(\d+(?:\.\d+)?)[YMWDHS]")
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
    shared_fact: bool
    """Whether the two claims share a sum, share or figure: one more sign that they are about one thing."""
    is_listed: bool
    """Whether one of the claims has several values of the kind and unit."""
    only: float
    """1 where no other value of the two claims could be meant as well; less among many claims, 0 in stories."""
    same_portion: bool
    """Whether nothing tells that one is a part, a sum or a share and the other is not."""
    same_rank: bool
    """Whether both, or neither, stand for the whole of which the claim gives a part."""
    frames: tuple[Frame, Frame]

    @property
    def roles(self) -> frozenset[str]:
        """The nouns and verbs that both belong to."""
        return self.frames[0].roles & self.frames[1].roles


def is_soft(fact: Fact) -> bool:
    """Whether a fact bounds or softens its value."""
    return fact.comparator not in (None, Comparator.EXACT)


def relate(a: Fact, b: Fact) -> Relation:
    """`compare_values`, but two approximations that lie well apart contradict each other: each speaks for itself."""
    relation = compare_values(a, b)
    if (
        a.kind is FactKind.DURATION
        and relation not in _AGREE
        and not (is_soft(a) or is_soft(b))
        and is_rounded_length(a, b)
    ):
        return Relation.COMPATIBLE
    is_about = a.comparator is Comparator.ABOUT and b.comparator is Comparator.ABOUT
    if is_about and relation in _AGREE and ratio_of(a, b) >= APART_ABOUT:
        return Relation.CONTRADICTS
    return relation


def is_rounded_length(a: Fact, b: Fact) -> bool:
    """Whether two lengths in other units are one where the coarser is rounded: "ten weeks", "two months"."""
    found = [_ONE_UNIT.fullmatch(str(f.value)) for f in (a, b)]
    days = [duration_days(str(f.value)) for f in (a, b)]
    if None in found or None in days:
        return False
    units = [(days[k] or 0.0) / float(m[1]) if (m := found[k]) and float(m[1]) else 0.0 for k in (0, 1)]
    coarse = 0 if units[0] > units[1] else 1
    return min(units) > 0 and units[0] != units[1] and abs((days[0] or 0.0) - (days[1] or 0.0)) <= units[coarse] / 2


def are_rival_bounds(r: Rivals) -> bool:
    """Whether two bounds of one slot are too far apart to be of one value: "up to 40 minutes", "up to 90 minutes"."""
    return r.slot >= MIN_SLOT_OF_BOUNDS and ratio_of(r.left, r.right) >= MIN_RATIO_OF_BOUNDS


def ratio_of(a: Fact, b: Fact) -> float:
    """The greater value over the smaller one; 1 where they are no single figures of one unit."""
    if a.kind is FactKind.DURATION:
        x, y = (duration_days(str(f.value)) or 0.0 for f in (a, b))
    elif a.unit != b.unit or isinstance(a.value, str | tuple) or isinstance(b.value, str | tuple):
        return 1.0
    else:
        x, y = float(a.value), float(b.value)
    low, high = sorted((abs(x), abs(y)))
    return high / low if low else 1.0


def find_rivals(story: Story, kinds: Collection[FactKind]) -> tuple[Rivals, ...]:
    """Values of these kinds that differ or contradict each other."""
    return story.once(("rivals", frozenset(kinds)), lambda: tuple(_find_rivals(story, kinds)))


def _find_rivals(story: Story, kinds: Collection[FactKind]) -> Iterator[Rivals]:
    given = _Given(story, kinds)
    compares_places = not _PLACES.isdisjoint(kinds)
    for pair in story.pairs:
        left = given.alone(pair.left, pair.right.document.id)
        right = given.alone(pair.right, pair.left.document.id) if left else ()
        if not right or are_of_other_days(story, pair) or (not compares_places and _are_of_other_places(story, pair)):
            continue
        ours, theirs = _unmet(left, right), _unmet(right, left)
        for a in ours:
            for b in theirs:
                relation = relate(a, b)
                if relation not in (Relation.DIFFERS, Relation.CONTRADICTS) or _are_opposed(story, pair, a, b):
                    continue
                if not _may_be_one(story, pair, a, b) or given.are_told_apart(a, b):
                    continue
                rivals = _make_rivals(story, pair, (a, b), relation)
                if not _are_apart(rivals) and (pair.contained >= story.min_contained or _is_pegged(rivals)):
                    yield rivals


class _Given:
    """Which values each document gives, of some kinds."""

    def __init__(self, story: Story, kinds: Collection[FactKind]) -> None:
        self._story = story
        self._facts = [
            tuple(f for f in s.claim.facts if f.kind in kinds and not is_count_of_speakers(s.claim, f))
            for s in story.statements
        ]
        self._single: dict[tuple[str, FactKind], list[Fact]] = {}
        self._paired: dict[tuple[str, FactKind], list[tuple[Statement, Fact]]] = {}
        self._alone: dict[tuple[int, str], tuple[Fact, ...]] = {}
        for statement, own in zip(story.statements, self._facts, strict=True):
            for fact in own:
                key = statement.document.id, fact.kind
                if is_paired(story, statement, fact):
                    self._paired.setdefault(key, []).append((statement, fact))
                else:
                    self._single.setdefault(key, []).append(fact)

    def alone(self, statement: Statement, document: str) -> tuple[Fact, ...]:
        """The values of a claim that another document nowhere gives."""
        key = statement.index, document
        if key not in self._alone:
            facts = self._facts[statement.index]
            self._alone[key] = tuple(f for f in facts if not self._is_given(statement, f, document))
        return self._alone[key]

    def are_told_apart(self, a: Fact, b: Fact) -> bool:
        """Whether some document states both of two sums or shares: they are then two measures of the thing."""
        if a.kind not in _MEASURES or ratio_of(a, b) <= ROUNDED:
            return False
        return bool(self._givers(a) & self._givers(b))

    def _givers(self, fact: Fact) -> frozenset[str]:
        """The documents that state a value in a claim of its own measure."""
        return self._story.once(("givers", *_meaning(fact)), lambda: self._find_givers(fact))

    def _find_givers(self, fact: Fact) -> frozenset[str]:
        alike = (
            (document, other)
            for (document, kind), facts in self._single.items()
            if kind is fact.kind
            for other in facts
        )
        return frozenset(document for document, other in alike if _is_as_much(fact, other))

    def _is_given(self, statement: Statement, fact: Fact, document: str) -> bool:
        key = document, fact.kind
        single = self._single.get(key, ())
        if self._story.once(("known", document, *_meaning(fact)), lambda: _is_known(fact, single)):
            return True
        same = (end for end in self._paired.get(key, ()) if _is_known(fact, end[1:]))
        return any(may_agree(self._story, statement, fact, end) for end in same)


def claims_of(rivals: Rivals) -> tuple[int, int]:
    """Which two claims they are in, by the statements' indexes."""
    return rivals.pair.left.index, rivals.pair.right.index


def _may_be_one(story: Story, pair: Pair, a: Fact, b: Fact) -> bool:
    """Whether two values can still turn out to fill one slot: what little it takes to say that most cannot."""
    if pair.contained >= story.min_contained:
        return True
    if a.kind is FactKind.DATE:
        return False
    if pair.contained >= story.min_contained * (1 - LEEWAY):
        return True
    return _same_counted(a, b) >= SAME_COUNTED and _slot_of(story, pair, a, b) >= SAME_SLOT


def _is_pegged(r: Rivals) -> bool:
    """Whether slot and thing counted, or the role, are the same though the claims are worded differently."""
    if r.slot >= SAME_SLOT and r.counted >= SAME_COUNTED:
        return True
    return bool(r.roles) or r.slot >= SAME_SLOT or (r.only > 0 and r.counted >= SAME_COUNTED)


def _slot_of(story: Story, pair: Pair, a: Fact, b: Fact) -> float:
    return similarity(context_of(story, pair.left, a.span), context_of(story, pair.right, b.span))


def _are_apart(r: Rivals) -> bool:
    """Whether the frames tell that two values fill two slots, or are the two parts of one whole."""
    ours, theirs = r.frames
    if not r.same_rank or are_other_slots(ours, theirs) or _are_same_day_named(r.left, r.right):
        return True
    if not are_of_one_whole(ours, theirs) or isinstance(r.left.value, str) or isinstance(r.right.value, str):
        return False
    return r.slot < MIN_SLOT_OF_PARTS if ours.verb != theirs.verb else False


def _are_same_day_named(a: Fact, b: Fact) -> bool:
    """Whether both name one day without a figure: "Friday", "Friday night" are one Friday in accounts of one event."""
    if a.kind is not FactKind.DATE or any(c.isdigit() for c in a.text + b.text):
        return False
    ours, theirs = fold(a.text), fold(b.text)
    return ours == theirs or (ours.split()[0] == theirs.split()[0] and ours.split()[0] in WEEKDAYS)


def _unmet(facts: Sequence[Fact], others: Sequence[Fact]) -> list[Fact]:
    """Values that none of the other claim fits."""
    return [f for f in facts if not _is_met(f, others)]


def _is_met(fact: Fact, others: Sequence[Fact]) -> bool:
    return any(_fits(fact, o) and same_counted(fact, o) > 0 for o in others) or _is_sum(fact, others)


def _is_sum(fact: Fact, others: Sequence[Fact]) -> bool:
    """Whether two or more values of the other claim, or all but one of them, add up to this one."""
    amounts = [float(o.value) for o in others if o.unit == fact.unit and isinstance(o.value, int | float)]
    if not isinstance(fact.value, int | float) or not 2 <= len(amounts) <= MAX_SUMMANDS:
        return False
    sums = {round(x + y, 6) for i, x in enumerate(amounts) for y in amounts[:i]} | {round(sum(amounts), 6)}
    return round(float(fact.value), 6) in sums


def _fits(a: Fact, b: Fact) -> bool:
    """Whether two values may be one; a bound fits only values near it, not everything beyond."""
    relation = relate(a, b)
    if relation is Relation.COMPATIBLE and (a.comparator in BOUNDS or b.comparator in BOUNDS):
        return a.kind is not FactKind.DATE and ratio_of(a, b) <= NEAR_BOUND
    return relation in _AGREE


def _are_of_other_places(story: Story, pair: Pair) -> bool:
    """Whether either claim is of a place that the other document does not know."""
    return has_foreign(story, pair.left, pair.right.document.id, _PLACES) and has_foreign(
        story, pair.right, pair.left.document.id, _PLACES
    )


def _meaning(fact: Fact) -> tuple[object, ...]:
    """All that comparing depends on: the fact without its place."""
    return fact.kind, fact.text, fact.value, fact.unit, fact.comparator, fact.counted, fact.scope


def _is_as_much(a: Fact, b: Fact) -> bool:
    """Whether two sums or shares are the same but for rounding and bounds."""
    if isinstance(a.value, tuple) or isinstance(b.value, tuple):
        return False
    return compare_values(a, b) is not Relation.INCOMPARABLE and ratio_of(a, b) <= ROUNDED


def _is_known(fact: Fact, facts: Sequence[Fact]) -> bool:
    return any(compare_values(fact, f) is Relation.AGREE and same_counted(fact, f) > 0 for f in facts)


def _make_rivals(story: Story, pair: Pair, facts: tuple[Fact, Fact], relation: Relation) -> Rivals:
    a, b = facts
    portions = is_portion(story, pair.left, a), is_portion(story, pair.right, b)
    frames = frame_of(story, pair.left, a), frame_of(story, pair.right, b)
    return Rivals(
        pair,
        a,
        b,
        relation=relation,
        slot=_slot_of(story, pair, a, b),
        counted=_same_counted(a, b),
        shared_fact=story.once(("shared", pair.left.index, pair.right.index), lambda: _share_amount(pair)),
        is_listed=is_listed(story, pair.left, a) or is_listed(story, pair.right, b),
        only=story.sparseness * _is_only(story, pair, a, b),
        same_portion=portions[0] == portions[1] and not is_narrower((pair.left, a), (pair.right, b)),
        same_rank=is_whole(story, pair.left, a) == is_whole(story, pair.right, b),
        frames=frames,
    )


def _is_only(story: Story, pair: Pair, a: Fact, b: Fact) -> bool:
    poorer, other = sorted((pair.left, pair.right), key=lambda s: len(s.terms.unique))
    if has_foreign(story, poorer, other.document.id, _NAMES):
        return False
    return _is_best(a, b, pair.right) and _is_best(b, a, pair.left)


def _is_best(fact: Fact, chosen: Fact, other: Statement) -> bool:
    """Whether no value but the chosen one of the other claim is of the fact's kind and counts as much the same."""
    alike = _same_counted(fact, chosen)
    return not any(
        f != chosen and f.kind is fact.kind and f.unit == fact.unit and _same_counted(fact, f) >= alike
        for f in other.claim.facts
    )


def _share_amount(pair: Pair) -> bool:
    left, right = ([f for f in s.claim.facts if f.kind in _AMOUNTS and _is_telling(f)] for s in (pair.left, pair.right))
    return any(compare_values(a, b) in _AGREE and same_counted(a, b) > 0 for a in left for b in right)


def _is_telling(fact: Fact) -> bool:
    return fact.kind is not FactKind.QUANTITY or (isinstance(fact.value, float | int) and fact.value >= MIN_TELLING)


def _same_counted(a: Fact, b: Fact) -> float:
    """`same_counted`, or the least that tells something where the nouns differ but a word of their phrases is one."""
    counted = same_counted(a, b)
    if counted or not a.counted or not b.counted:
        return counted
    roots = [{stem(word) for word in f.counted.split()} for f in (a, b) if f.counted]
    return RELATED if roots[0] & roots[1] and _no_fates(a, b) else 0.0


def _no_fates(a: Fact, b: Fact) -> bool:
    return not (a.scope and b.scope and a.scope != b.scope)


def _beside(story: Story, statement: Statement, fact: Fact) -> frozenset[str]:
    return story.once(("beside", statement.index, fact.span), lambda: words_beside(statement, fact))


def _are_opposed(story: Story, pair: Pair, a: Fact, b: Fact) -> bool:
    """Whether words beside the values are opposites ("upper house", "lower house")."""
    left, right = _beside(story, pair.left, a), _beside(story, pair.right, b)
    return any(other in right - left for word in left - right for other in opposites().get(word, ()))
