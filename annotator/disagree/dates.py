"""Do two documents put one event on different days, months or years?

A coarser date that holds the finer one is no difference; nor are dates of two events.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf

from annotator.disagree.findings import Finding, place_of
from annotator.disagree.lexicon import word_class
from annotator.disagree.portions import words_beside
from annotator.disagree.story import Story
from annotator.disagree.values import Rivals, claims_of, find_rivals, is_soft
from annotator.facts import Interval, Relation, interval_of
from annotator.model import DisagreementKind as Kind
from annotator.model import Fact, FactKind, Severity

DETECTOR = "dates@1"
_PRECISION = {len("2031"): 365.0, len("2031-01"): 30.0}  # days of a year and a month, by the length of their values
AMOUNTS = frozenset({FactKind.QUANTITY, FactKind.MONEY, FactKind.PERCENT})
MIN_COUNTED = 0.5  # likeness of what is counted, from which figures are about one sort of thing
MIN_SLOT = 0.3
SURE = 0.8  # certainty that two claims state one fact, from which their dates are compared whatever their verbs
MIN_SLOT_OF_SURE = 0.2
MIN_SLOT_OF_ROLE = 0.15  # where both belong to one noun or verb
MIN_SLOT_OF_GRAINS = 0.5  # where one is a day and the other a week or more
MIN_RATIO_OF_GRAINS = 2
MIN_SCORE = 0.5
MIN_SCORE_OF_PERIODS = 0.65  # the same where one is a period counted from the report ("this spring", "last weekend")
ROLE_SHARE = 0.2  # what it counts that both belong to one noun or verb ("sentenced on", "sentencing set for")
OTHER_VERB = 0.15  # taken off where the dates are of different verbs
SHARED_FACT = 0.2  # what a sum or figure in both claims counts
_PERIOD = re.compile(
    r"(?:earlier |later )?(?:this|last|next|the past|the coming) "
    r"(?:week|weekend|month|year|spring|summer|autumn|fall|winter)\b",
    re.I,
)
SLOT_SHARE, PAIR_SHARE = 0.6, 0.4  # what alike words around the dates and alike sentences count


def detect_dates(story: Story) -> Iterator[Finding]:
    """Dates that contradict each other."""
    amounts = {claims_of(r) for r in find_rivals(story, AMOUNTS) if r.counted >= MIN_COUNTED}
    for r in find_rivals(story, {FactKind.DATE}):
        if claims_of(r) in amounts and not r.shared_fact:
            continue  # what differs in its figures too is another occasion
        score = SLOT_SHARE * r.slot + PAIR_SHARE * r.pair.strength + SHARED_FACT * r.shared_fact
        if r.roles:
            score += ROLE_SHARE
        elif _have_other_verbs(r) and r.pair.certainty < SURE:
            score -= OTHER_VERB
        least = MIN_SCORE_OF_PERIODS if _are_period_and_other(r) else MIN_SCORE
        is_one_slot = r.slot >= _min_slot(r) and score >= least
        if is_one_slot and not _is_another(r) and _is_one_scale(r):
            yield _make_finding(r, score)


def _min_slot(r: Rivals) -> float:
    """How alike the words around two dates must be: more where one is coarser."""
    if _are_unlike_in_grain(r):
        return inf if len(_verbs(r)) > 1 or _is_open(r.left) != _is_open(r.right) else MIN_SLOT_OF_GRAINS
    if r.pair.certainty >= SURE and _is_open(r.left) == _is_open(r.right):
        return MIN_SLOT_OF_SURE
    return MIN_SLOT_OF_ROLE if r.roles else MIN_SLOT


def _is_open(fact: Fact) -> bool:
    """Whether a date only bounds a stretch of time: "since January"."""
    interval = interval_of(fact)
    return interval is not None and inf in (interval.high, -interval.low)


def _are_unlike_in_grain(r: Rivals) -> bool:
    left, right = interval_of(r.left), interval_of(r.right)
    if left is None or right is None or left.dimension != "day" or right.dimension != "day":
        return False
    days = sorted(_days(f, i) for f, i in ((r.left, left), (r.right, right)))
    return days[1] >= MIN_RATIO_OF_GRAINS * days[0]


def _are_period_and_other(r: Rivals) -> bool:
    """Whether one is a longer period told from the day of the report and the other is no such period."""
    return bool(_PERIOD.match(r.left.text)) != bool(_PERIOD.match(r.right.text))


def _days(fact: Fact, interval: Interval) -> float:
    """How long the named date is, without the stretch that it bounds."""
    return _PRECISION.get(len(str(fact.value)), 1.0) if _is_open(fact) else interval.high - interval.low + 1


def _have_other_verbs(r: Rivals) -> bool:
    """Whether the dates belong to clauses with different verbs; who reports when is left aside."""
    return len(_verbs(r)) > 1 and not word_class("reporting") & _verbs(r)


def _verbs(r: Rivals) -> set[str]:
    """The verbs that the dates belong to, where both are known."""
    verbs = {frame.verb for frame in r.frames}
    return {verb for verb in verbs if verb} if None not in verbs else set()


def _is_another(r: Rivals) -> bool:
    """Whether words beside the dates tell that they are of two occasions."""
    ends = ((r.pair.left, r.left), (r.pair.right, r.right))
    return any(words_beside(statement, fact) & word_class("another") for statement, fact in ends)


def _is_one_scale(r: Rivals) -> bool:
    """Whether both are days, or both times of day, or both longer stretches."""
    left, right = interval_of(r.left), interval_of(r.right)
    if left is None or right is None:
        return False
    return (left.dimension == "time of day") == (right.dimension == "time of day")


def _make_finding(r: Rivals, score: float) -> Finding:
    soft = is_soft(r.left) or is_soft(r.right) or r.relation is Relation.DIFFERS
    return Finding(
        Kind.DATE,
        Severity.TENSION if soft else Severity.CONFLICT,
        place_of(r.pair.left, r.left),
        place_of(r.pair.right, r.right),
        DETECTOR,
        min(0.95, score),
        "it cannot have been both",
    )
