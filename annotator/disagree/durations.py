"""Do two documents say of one thing that it lasts, lasted or will last differently long?"""

from __future__ import annotations

from collections.abc import Iterator
from math import isinf

from annotator.disagree.clauses import content
from annotator.disagree.findings import Finding, place_of
from annotator.disagree.frames import lasting_verbs
from annotator.disagree.statements import Statement
from annotator.disagree.story import Story
from annotator.disagree.values import BOUNDS, Rivals, are_rival_bounds, find_rivals, is_soft
from annotator.facts import RECORD, Interval, Relation, interval_of
from annotator.model import Comparator, Fact, FactKind, Severity
from annotator.model import DisagreementKind as Kind

DETECTOR = "durations@1"
MIN_SLOT = 0.25
FAR_APART = 12.0  # ratio from which two durations are hardly of one thing
MIN_SCORE = 0.45
SURE_COUNTED, COUNTED_SHARE = 0.9, 0.25  # from which one noun has both durations ("a two-day hearing"), its say
ROLE_SHARE = 0.35  # what it counts that one thing took both times ("delayed by", "a wait of")
OPENING = 2  # words
TIME_OF_ONE = 0.55  # confidence where all that is shared is who took the time
SHARED_FACT = 0.2  # what a sum or figure in both claims counts
SLOT_SHARE, PAIR_SHARE = 0.6, 0.4  # what alike words around the values and alike sentences count


def detect_durations(story: Story) -> Iterator[Finding]:
    """Durations that contradict each other."""
    for r in find_rivals(story, {FactKind.DURATION}):
        score = SLOT_SHARE * r.slot + PAIR_SHARE * r.pair.strength + SHARED_FACT * r.shared_fact
        if r.counted >= SURE_COUNTED and "-" in r.left.text and "-" in r.right.text:
            score += COUNTED_SHARE
        is_role = bool(r.roles) and r.frames[0].step == r.frames[1].step
        score += ROLE_SHARE * is_role
        is_one_slot = (is_role or r.slot >= MIN_SLOT) and score >= MIN_SCORE
        if not is_one_slot and _is_time_of_one(story, r):
            is_one_slot, score = True, TIME_OF_ONE
        if (
            is_one_slot
            and not _are_step_and_length(r)
            and r.same_portion
            and _are_near(r)
            and not _are_records_of_two(r)
        ):
            yield _make_finding(r, score)


def _are_step_and_length(r: Rivals) -> bool:
    """ "by four years", "from eight": how much longer, and how long."""
    ends = ((r.pair.left, r.left), (r.pair.right, r.right))
    firsts = [s.inside(f.span).start for s, f in ends]
    before = [s.words[i - 1].plain if i else "" for (s, _), i in zip(ends, firsts, strict=True)]
    return (before[0] == "by") != (before[1] == "by")


def _are_records_of_two(r: Rivals) -> bool:
    """Whether the times are since when two subjects saw nothing like it ("the biggest fall in nine months")."""
    if RECORD not in (r.left.scope, r.right.scope):
        return False
    ours, theirs = (_opening(s) for s in (r.pair.left, r.pair.right))
    return bool(ours and theirs and not ours & theirs)


def _opening(statement: Statement) -> frozenset[str]:
    """The first terms of a claim, which name what it is about."""
    return content(statement, range(min(OPENING, len(statement.words))))


def _is_time_of_one(story: Story, r: Rivals) -> bool:
    """Whether each is the one time that somebody took over something: "the panel sat for", "the panel took"."""
    ends = [_doer_of(story, s, f) for s, f in ((r.pair.left, r.left), (r.pair.right, r.right))]
    if None in ends or r.relation is not Relation.CONTRADICTS:
        return False
    (ours, is_light), (theirs, are_light) = (end for end in ends if end)
    return (is_light or are_light) and bool(ours & theirs)


def _doer_of(story: Story, statement: Statement, fact: Fact) -> tuple[frozenset[str], bool] | None:
    """Who took the time, and whether the verb says no more than that time was taken; None where it is no such time."""
    at = statement.inside(fact.span)
    clause = next((c for c in story.clauses[statement.index] if c.rest.start <= at.start < c.rest.stop), None)
    if clause is None or sum(f.kind is FactKind.DURATION for f in statement.claim.facts) > 1:
        return None
    before = statement.words[at.start - 1].plain if at.start else ""
    is_light = statement.words[clause.group.stop - 1].plain in lasting_verbs() and at.start - clause.group.stop <= 1
    if not is_light and (before != "for" or at.start - clause.group.stop > 1):
        return None
    return content(statement, clause.subject), is_light


def _are_near(r: Rivals) -> bool:
    if any(f.text.endswith(" of") for f in (r.left, r.right)):  # "the third day of" is a day, no length
        return False
    left, right = interval_of(r.left), interval_of(r.right)
    if left is None or right is None:
        return False
    low, high = sorted((_stated(left), _stated(right)))
    return low > 0 and high / low <= FAR_APART


def _stated(interval: Interval) -> float:
    """The middle, or the one end that is given."""
    if isinf(interval.high):
        return interval.low
    return interval.high if interval.low == 0 else (interval.low + interval.high) / 2


def _make_finding(r: Rivals, score: float) -> Finding:
    soft = is_soft(r.left) or is_soft(r.right) or r.relation is Relation.DIFFERS
    is_hard = are_rival_bounds(r) or _are_bounds_apart(r)
    return Finding(
        Kind.DURATION,
        Severity.TENSION if soft and not is_hard else Severity.CONFLICT,
        place_of(r.pair.left, r.left),
        place_of(r.pair.right, r.right),
        DETECTOR,
        min(0.95, score),
        "it cannot have lasted both",
    )


def _are_bounds_apart(r: Rivals) -> bool:
    """Whether a stated bound leaves no room for the other value: "within three hours", "more than five hours"."""
    is_bound = not BOUNDS.isdisjoint((r.left.comparator, r.right.comparator))
    is_about = Comparator.ABOUT in (r.left.comparator, r.right.comparator)
    return is_bound and not is_about and r.relation is Relation.CONTRADICTS and bool(r.roles)
