"""Do two documents say of different people or bodies that they did one thing?"""

from __future__ import annotations

from collections.abc import Iterator

from annotator.disagree.clauses import Clause, content, is_noun_phrase
from annotator.disagree.findings import Finding, Place, make_place
from annotator.disagree.lexicon import word_class
from annotator.disagree.matching import Match, match_clauses, may_be_one
from annotator.disagree.statements import Statement
from annotator.disagree.story import Story
from annotator.model import DisagreementKind as Kind
from annotator.model import Severity

DETECTOR = "actor@1"
MIN_CERTAINTY = 0.25
MIN_LIKENESS = 0.5


def detect_actors(story: Story) -> Iterator[Finding]:
    """Different agents of one event; one of several named agents is a tension."""
    for match in match_clauses(story, MIN_CERTAINTY):
        if match.left.is_negated != match.right.is_negated or not match.left.agent or not match.right.agent:
            continue
        severity = _judge(story, match)
        if severity is None:
            continue
        pair = match.pair
        yield Finding(
            Kind.ACTOR,
            severity,
            _place_of(pair.left, match.left),
            _place_of(pair.right, match.right),
            DETECTOR,
            0.3 + 0.3 * pair.certainty + 0.3 * match.likeness,
            "not the same ones are said to have done it",
        )


def _judge(story: Story, match: Match) -> Severity | None:
    left, right = match.pair.left, match.pair.right
    if not (is_noun_phrase(left, match.left.agent) and is_noun_phrase(right, match.right.agent)):
        return None
    x, y = content(left, match.left.agent), content(right, match.right.agent)
    if any(a & word_class("vague_actors") for a in (_plain(left, match.left), _plain(right, match.right))):
        return None
    if match.left.is_passive and match.right.is_passive and (x < y or y < x) and match.pair.certainty >= MIN_CERTAINTY:
        return Severity.TENSION
    if match.likeness < MIN_LIKENESS or not match.shared:
        return None
    if may_be_one(story, left, match.left.agent, right, match.right.agent):
        return None
    return Severity.CONFLICT


def _plain(statement: Statement, clause: Clause) -> set[str]:
    return {statement.words[i].plain for i in clause.agent}


def _place_of(statement: Statement, clause: Clause) -> Place:
    span = statement.span(clause.agent.start, clause.agent.stop)
    return make_place(statement, span, meaning=" ".join(sorted(content(statement, clause.agent))))
