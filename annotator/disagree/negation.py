"""Does one document deny what another one states?"""

from __future__ import annotations

from collections.abc import Iterator

from annotator.disagree.clauses import Clause, Stage, content
from annotator.disagree.findings import Finding, make_place
from annotator.disagree.lexicon import word_class
from annotator.disagree.matching import overlap, read_all_clauses, undergoing
from annotator.disagree.story import Pair, Statement, Story
from annotator.model import DisagreementKind as Kind
from annotator.model import Severity, Span

DETECTOR = "negation@1"
MIN_CERTAINTY = 0.05
MIN_LIKENESS = 0.5
RARE = 4  # claims of a story in which a thing is named, up to which its presence and absence are about one thing
_NONE = frozenset({"no", "none", "nobody", "nothing", "neither"})


def detect_denials(story: Story) -> Iterator[Finding]:
    """The same clause with and without a negation, and a thing that is there and is not there."""
    clauses = read_all_clauses(story)
    for pair in story.pairs:
        if pair.certainty < MIN_CERTAINTY:
            continue
        for left in clauses[pair.left.index]:
            for right in clauses[pair.right.index]:
                a, b = _is_negated(pair.left, left), _is_negated(pair.right, right)
                if a != b and _are_one(story, pair, left, right):
                    yield _make_finding(pair, left, right)


def _is_negated(statement: Statement, clause: Clause) -> bool:
    first = {statement.words[r.start].plain for r in (clause.subject, clause.rest) if r}
    verb = statement.words[clause.group.stop - 1].plain
    return (clause.is_negated != bool(first & _NONE)) != (verb in word_class("negating"))


def _are_one(story: Story, pair: Pair, left: Clause, right: Clause) -> bool:
    ahead = {Stage.COMING, Stage.MEANT, Stage.POSSIBLE}
    if left.stage in ahead or right.stage in ahead:
        return False
    x, y = content(pair.left, left.subject), content(pair.right, right.subject)
    likeness = overlap(story, undergoing(pair.left, left), undergoing(pair.right, right))
    if left.verb == right.verb and pair.certainty > 0.3:
        return likeness >= MIN_LIKENESS and bool(x & y)
    absent = any(pair.left.words[i].plain in _NONE for i in left.subject[:1]) or any(
        pair.right.words[i].plain in _NONE for i in right.subject[:1]
    )
    named = x & y
    rare = [t for t in named if sum(t in s.terms.unique for s in story.statements) <= RARE]
    return absent and bool(rare)


def _make_finding(pair: Pair, left: Clause, right: Clause) -> Finding:
    return Finding(
        Kind.NEGATION,
        Severity.CONFLICT,
        make_place(pair.left, _span(pair.left, left)),
        make_place(pair.right, _span(pair.right, right)),
        DETECTOR,
        0.4 + 0.4 * pair.certainty,
        "one denies what the other states",
    )


def _span(statement: Statement, clause: Clause) -> Span:
    start = clause.subject.start if clause.subject else clause.group.start
    return statement.span(start, clause.rest.stop if len(clause.rest) in range(1, 6) else clause.group.stop)
