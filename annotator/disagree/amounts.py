"""Do two documents give different numbers, sums or shares for one thing?

Most numbers that differ are of different things. So a difference is raised only where neither document knows the
other's number, and the words around them, the sentences, or the numbers themselves are alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from annotator.disagree.findings import Finding, place_of
from annotator.disagree.running import are_floors_of_a_toll, superseding
from annotator.disagree.story import Story
from annotator.disagree.values import BOUNDS, Rivals, are_rival_bounds, claims_of, find_rivals, ratio_of
from annotator.facts import Relation, interval_of
from annotator.model import Comparator, Fact, FactKind, Severity
from annotator.model import DisagreementKind as Kind

DETECTOR = "amounts@1"
KINDS = frozenset({FactKind.QUANTITY, FactKind.MONEY, FactKind.PERCENT})
MIN_COUNTED = 0.5
MIN_SCORE = 0.53
MIN_SLOT_OF_DATES = 0.3  # likeness of the words around two dates, from which they are meant for one slot
SLOT_SHARE, PAIR_SHARE, FIGURE_SHARE = 0.4, 0.4, 0.35  # what alike words, sentences and figures count
ROLE_SHARE = 0.25  # what it counts that both are sums of one noun ("a fine of", "was fined")
AGE, SURE = "age", 0.85  # two ages of one person
SURE_COUNTED, COUNTED_SHARE = 0.9, 0.1  # from which it is surely the same that is counted, and what that counts
NOT_SAME_PORTION = 0.45  # taken off where one of the two is a part or a sum
FAR_APART = 3.0  # ratio from which two numbers are hardly of one thing
MIN_SLOT_OF_LISTS = 0.7  # where a claim lists several such values, the slot or long figures must be alike
MIN_ALIKE, LONG = 0.8, 1000  # likeness of figures, from this number on, that chance does not explain
TALLY_LIKENESS = 0.7  # of two results of a vote
ONLY_SHARE = 0.15  # what it counts that neither claim has another value of the kind
MIN_CONTAINED_OF_ONLY = 0.45
RANGES_LIKENESS = 0.6  # of two ranges with one end in common
FAR = -1.2
MIN_SLOT_OF_FAR = 0.65  # likeness of the words around two values from which a misprint may set them far apart
MIN_CONTAINED_OF_FAR = 0.75  # the same of their claims
MIN_COUNTED_OF_FAR, MIN_SLOT_OF_SAME, MIN_CONTAINED_OF_SAME = 0.8, 0.5, 0.45  # the same where one thing is counted
MIN_RATIO_OF_SOFT = 2.0  # from which "about 40" and "more than 90" leave no doubt


def detect_amounts(story: Story) -> Iterator[Finding]:
    """Quantities, sums of money and percentages that contradict each other."""
    dated = {claims_of(r) for r in find_rivals(story, {FactKind.DATE}) if r.slot >= MIN_SLOT_OF_DATES}
    for rivals in find_rivals(story, KINDS):
        score = _score(rivals)
        if score >= MIN_SCORE and claims_of(rivals) not in dated:  # another date, another occasion
            yield _make_finding(rivals, score)


def _score(r: Rivals) -> float:
    is_count = r.left.kind is FactKind.QUANTITY
    if (is_count and r.counted < MIN_COUNTED) or _is_vague(r.left) or _is_vague(r.right):
        return 0.0
    if r.left.counted == AGE and r.right.counted == AGE and all(f.roles for f in r.frames):
        return SURE if r.roles else 0.0
    score = SLOT_SHARE * r.slot + PAIR_SHARE * r.pair.strength + FIGURE_SHARE * _likeness_in(r)
    if r.roles and not is_count:
        score += ROLE_SHARE
    if r.counted >= SURE_COUNTED:
        score += COUNTED_SHARE
    if r.is_listed and r.slot < MIN_SLOT_OF_LISTS and not _is_slip(r):
        score -= NOT_SAME_PORTION
    if not r.same_portion:
        score -= NOT_SAME_PORTION
    if r.pair.contained >= MIN_CONTAINED_OF_ONLY:
        score += ONLY_SHARE * r.only
    return score


def _is_vague(fact: Fact) -> bool:
    """Whether a range is one of words ("dozens"), not of two figures."""
    interval = interval_of(fact)
    return isinstance(fact.value, tuple) and (interval is None or interval.is_soft)


def _likeness_in(r: Rivals) -> float:
    """Likeness of the figures; that they are far apart says less where hardly anything else differs."""
    alike = likeness(r.left, r.right)
    if alike >= 0:
        return alike
    is_one = r.counted >= MIN_COUNTED_OF_FAR and r.slot >= MIN_SLOT_OF_SAME
    if is_one and r.pair.contained >= MIN_CONTAINED_OF_SAME:
        alike *= 1 - r.only
    is_all_alike = r.slot >= MIN_SLOT_OF_FAR and r.pair.contained >= MIN_CONTAINED_OF_FAR and _are_single(r)
    return alike * (1 - r.slot) if is_all_alike else alike


def _are_single(r: Rivals) -> bool:
    """Whether either claim has no other value of the kind."""
    return all(sum(f.kind is r.left.kind for f in s.claim.facts) == 1 for s in (r.pair.left, r.pair.right))


def likeness(a: Fact, b: Fact) -> float:
    """How alike two figures look: 1 where one digit makes the difference, less than 0 where they are far apart."""
    if isinstance(a.value, tuple) and isinstance(b.value, tuple):
        return RANGES_LIKENESS if set(a.value) & set(b.value) else 0.0
    if isinstance(a.value, str | tuple) or isinstance(b.value, str | tuple):
        return TALLY_LIKENESS
    x, y = float(a.value), float(b.value)
    low, high = sorted((abs(x), abs(y)))
    left, right = f"{x:g}", f"{y:g}"
    if not low or high / low > FAR_APART:
        return FAR
    if len(left) == len(right) > 1 and sum(p != q for p, q in zip(left, right, strict=True)) == 1:
        return 1.0
    if len(left) == len(right) > 1 and sorted(left) == sorted(right):
        return 0.8
    return 0.5 if high / low < 1.25 else 0.2


def _make_finding(r: Rivals, score: float) -> Finding:
    severity, note = Severity.TENSION if _is_tension(r) else Severity.CONFLICT, "the numbers do not fit"
    later = superseding((r.pair.left, r.left), (r.pair.right, r.right))
    if are_floors_of_a_toll(r.left, r.right):
        severity, note = Severity.IMPRECISION, "each only says how many it is at least"
    elif later is not None:
        severity, note = Severity.IMPRECISION, f"a running count, of which that of {later} is the later"
    return Finding(
        Kind.QUANTITY,
        severity,
        place_of(r.pair.left, r.left),
        place_of(r.pair.right, r.right),
        DETECTOR,
        min(0.95, score),
        note,
    )


def _is_tension(r: Rivals) -> bool:
    """Whether the values, though they do not fit, leave a way to read them as one."""
    if not r.same_portion:
        return True
    softness = {f.comparator for f in (r.left, r.right)}
    if (
        Comparator.ABOUT in softness
        and not softness.isdisjoint(BOUNDS)
        and ratio_of(r.left, r.right) < MIN_RATIO_OF_SOFT
    ):
        return True
    return r.relation is Relation.DIFFERS and not are_rival_bounds(r) and not _are_rival_ranges(r)


def _is_slip(r: Rivals) -> bool:
    """Whether the figures are long and differ as by a slip of the pen."""
    is_long = all(isinstance(f.value, int | float) and f.value >= LONG for f in (r.left, r.right))
    return is_long and likeness(r.left, r.right) >= MIN_ALIKE


def _are_rival_ranges(r: Rivals) -> bool:
    """Whether both give two figures as the ends: then a different end is a different range."""
    return isinstance(r.left.value, tuple) and isinstance(r.right.value, tuple)
