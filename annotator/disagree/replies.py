"""Did one asked for comment keep silent in one document, refuse in another and deny in a third?

Two outlets may ask at two times, so silence and refusal are told apart only as an imprecision.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from annotator.align import Word
from annotator.disagree.clauses import Clause, content, is_pronoun
from annotator.disagree.findings import Finding, Place, make_place
from annotator.disagree.lexicon import word_class
from annotator.disagree.matching import overlap
from annotator.disagree.statements import Statement
from annotator.disagree.story import Story
from annotator.model import DisagreementKind as Kind
from annotator.model import Severity

DETECTOR = "replies@1"
MIN_SUBJECT = 0.6  # share of the poorer name of who was asked that the other one has too
MIN_TOPIC = 0.3  # share of what was asked about
REACH = 4  # words behind a verb by which it is known
MAX_TOPIC = 14  # words behind the verb that tell what the reply is about
MAX_SHOWN = 5  # words behind the verb that are shown with it
MAX_REPLIES = 400  # of a story that are compared with each other
CONFIDENCE = 0.5


class _Reply(StrEnum):
    SILENT = "did not answer"
    REFUSED = "declined to comment"
    DENIED = "denied it"
    ADMITTED = "admitted it"


_ANSWERS = frozenset({_Reply.DENIED, _Reply.ADMITTED})


@dataclass(frozen=True, slots=True)
class _Replied:
    statement: Statement
    clause: Clause
    reply: _Reply
    who: frozenset[str]
    topic: frozenset[str]


def detect_replies(story: Story) -> Iterator[Finding]:
    """What one and the same is said to have answered, in two documents."""
    replies = [r for s in story.statements for r in _replies_in(story, s)][:MAX_REPLIES]
    told = {(r.statement.document.id, r.reply, r.who) for r in replies}
    for left, right in combinations(replies, 2):
        if left.statement.document.id == right.statement.document.id or left.reply is right.reply:
            continue
        if overlap(story, left.who, right.who) < MIN_SUBJECT or not _is_one_topic(story, left, right):
            continue
        is_in_both = any(
            (a.statement.document.id, b.reply, who) in told
            for a, b in ((left, right), (right, left))
            for who in (a.who, b.who)
        )
        if not is_in_both:
            yield _make_finding(left, right)


def _is_one_topic(story: Story, left: _Replied, right: _Replied) -> bool:
    if {left.reply, right.reply} == _ANSWERS:
        return overlap(story, left.topic, right.topic) >= 2 * MIN_TOPIC
    return not left.topic or not right.topic or overlap(story, left.topic, right.topic) >= MIN_TOPIC


def _replies_in(story: Story, statement: Statement) -> Iterator[_Replied]:
    for clause in story.clauses[statement.index]:
        if not clause.subject or is_pronoun(statement, clause.subject):
            continue
        reply = _read(statement.words, clause)
        who = content(statement, clause.subject)
        if reply is not None and who:
            yield _Replied(statement, clause, reply, who, _topic_of(statement, clause))


def _topic_of(statement: Statement, clause: Clause) -> frozenset[str]:
    """What a reply is about, as far as the words behind it tell."""
    behind = range(clause.group.stop, min(clause.group.stop + MAX_TOPIC, len(statement.words)))
    general = word_class("of_comment") | word_class("of_denial")
    return content(statement, behind) - {statement.words[i].term for i in behind if statement.words[i].plain in general}


def _read(words: Sequence[Word], clause: Clause) -> _Reply | None:
    verb = words[clause.group.stop - 1].plain
    group = {words[i].plain for i in clause.group}
    behind = {w.plain for w in words[clause.group.stop : clause.group.stop + REACH]}
    of_comment = word_class("of_comment")
    if verb in word_class("omitting") | {"had", "would"} and behind & of_comment:
        return _Reply.REFUSED
    if clause.is_negated and group & word_class("omitting") and verb in of_comment:
        return _Reply.REFUSED
    if clause.is_negated and verb in of_comment:
        return _Reply.REFUSED if group & {"would", "wouldn't"} else _Reply.SILENT
    if clause.is_negated and clause.is_passive and verb in word_class("contacting"):
        return _Reply.SILENT
    if verb in word_class("denying") and not clause.is_negated and not behind & {"entry", "access", "permission"}:
        return _Reply.DENIED
    if verb in word_class("admitting") and not clause.is_negated and not clause.is_passive:
        return _Reply.ADMITTED
    return None


def _make_finding(left: _Replied, right: _Replied) -> Finding:
    is_of_one = bool(left.topic) == bool(right.topic) and bool(left.clause.rest and right.clause.rest)
    is_answered = is_of_one and bool({left.reply, right.reply} & _ANSWERS)
    kind = Kind.NEGATION if {left.reply, right.reply} == _ANSWERS else Kind.ATTRIBUTION
    severity = Severity.CONFLICT if kind is Kind.NEGATION else Severity.TENSION if is_answered else Severity.IMPRECISION
    first, second = _place(left), _place(right)
    return Finding(kind, severity, first, second, DETECTOR, CONFIDENCE, "not the same answer is told of")


def _place(replied: _Replied) -> Place:
    clause = replied.clause
    stop = clause.group.stop + min(len(clause.rest), MAX_SHOWN)
    span = replied.statement.span(clause.subject.start, stop)
    return make_place(replied.statement, span, meaning=replied.reply)
