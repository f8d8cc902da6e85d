"""Is one event done in one document, and planned, possible or still to come in another?

That an earlier document announces what a later one reports is no difference.
"""

from __future__ import annotations

from collections.abc import Iterator

from annotator.disagree.clauses import Clause, Stage
from annotator.disagree.findings import Finding, Place, make_place
from annotator.disagree.lexicon import turns, word_class
from annotator.disagree.matching import Match, match_clauses, may_be_one
from annotator.disagree.occasions import ONE_NEWS_DAY, days_between
from annotator.disagree.statements import Statement
from annotator.disagree.story import Story
from annotator.model import DisagreementKind as Kind
from annotator.model import Severity

DETECTOR = "tense@1"
MIN_CERTAINTY = 0.25
MIN_LIKENESS = 0.5
SURE_LIKENESS = 0.6  # from which events done and awaited are surely one
SURE = 0.7  # certainty from which a bare verb ("resigned") will do
DAY = len("2024-03-12")  # characters of a date of day precision
_SHADES = ({Stage.COMING, Stage.POSSIBLE}, {Stage.COMING, Stage.MEANT})
_AHEAD = frozenset({Stage.COMING, Stage.MEANT})


def detect_stages(story: Story) -> Iterator[Finding]:
    """Events at two stages that no course of time explains."""
    for match in match_clauses(story, MIN_CERTAINTY, verbs=turns()):
        is_alike = match.likeness >= MIN_LIKENESS and (match.shared or match.pair.certainty > SURE)
        if not is_alike or not _differ(story, match):
            continue
        pair = match.pair
        agents = match.left.agent, match.right.agent
        if all(agents) and not may_be_one(story, pair.left, agents[0], pair.right, agents[1]):
            continue
        yield Finding(
            Kind.TENSE_MODALITY,
            _severity(match),
            _place_of(pair.left, match.left),
            _place_of(pair.right, match.right),
            DETECTOR,
            0.3 + 0.3 * pair.certainty + 0.3 * match.likeness,
            f"{match.left.stage} in one text, {match.right.stage} in the other",
        )


def _differ(story: Story, match: Match) -> bool:
    """Whether the document that still awaits the event is not older than the one that reports it.

    A report without a date is taken for as late as any: what an older document announced may have come true since.
    """
    if match.left.is_negated or match.right.is_negated:
        return False
    if _is_asked(match.pair.left, match.left) or _is_asked(match.pair.right, match.right):
        return False
    if _is_ahead(match.pair.left, match.left) and match.right.stage is Stage.DONE:
        ahead, done = match.pair.left, match.pair.right
    elif _is_ahead(match.pair.right, match.right) and match.left.stage is Stage.DONE:
        ahead, done = match.pair.right, match.pair.left
    else:
        return match.pair.certainty >= SURE and {match.left.stage, match.right.stage} in _SHADES and not _moved(match)
    first = done.document.published or story.latest
    last = ahead.document.published
    return first is None or last is None or last[:DAY] >= first[:DAY]


def _moved(match: Match) -> bool:
    """Whether the document that is surer of the event is days later."""
    sides = ((match.left.stage, match.pair.left), (match.right.stage, match.pair.right))
    unsure, sure = (statement for _, statement in sorted(sides, key=lambda side: side[0] is Stage.COMING))
    return days_between(unsure, sure) > ONE_NEWS_DAY


def _is_asked(statement: Statement, clause: Clause) -> bool:
    """Whether the clause is what somebody asks: "whether she would go"."""
    start = clause.subject.start if clause.subject else clause.group.start
    return any(w.plain == "whether" for w in statement.words[max(start - 1, 0) : clause.group.start])


def _is_ahead(statement: Statement, clause: Clause) -> bool:
    """Whether the event is awaited, or the text leaves open whether it is so ("may have seen")."""
    plain = {statement.words[i].plain for i in clause.group}
    is_open = clause.stage is Stage.POSSIBLE and bool(plain & (word_class("undecided") | word_class("perhaps")))
    return clause.stage in _AHEAD or is_open


def _severity(match: Match) -> Severity:
    stages = {match.left.stage, match.right.stage}
    if Stage.DONE not in stages:
        return Severity.TENSION if Stage.POSSIBLE in stages else Severity.IMPRECISION
    if Stage.POSSIBLE in stages:
        return Severity.TENSION
    return Severity.CONFLICT if match.likeness >= SURE_LIKENESS and _is_dated(match) else Severity.TENSION


def _is_dated(match: Match) -> bool:
    return bool(match.pair.left.document.published and match.pair.right.document.published)


def _place_of(statement: Statement, clause: Clause) -> Place:
    span = statement.span(clause.group.start, clause.group.stop)
    return make_place(statement, span, meaning=clause.stage)
