"""Do two documents say of different people or bodies that they did one thing?"""

from __future__ import annotations

from collections.abc import Iterator

from annotator.align import is_weak
from annotator.disagree.clauses import Clause, Stage, content, is_noun_phrase
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
MIN_DEED_STRENGTH = 0.4
_OFFICE_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "men", "women", "ee", "ant", "eon", "person", "people")


def detect_actors(story: Story) -> Iterator[Finding]:
    """Different agents of one event or deed ("a motion by ..."); one of several named agents is a tension."""
    yield from _compare_deeds(story)
    for match in match_clauses(story, MIN_CERTAINTY):
        if match.left.is_negated != match.right.is_negated or _is_real(match.left) != _is_real(match.right):
            continue
        if not match.left.agent or not match.right.agent:
            continue
        severity = _judge(story, match)
        if severity is None:
            continue
        pair = match.pair
        yield Finding(
            Kind.ACTOR,
            severity,
            _named(pair.left, match.left.agent),
            _named(pair.right, match.right.agent),
            DETECTOR,
            0.3 + 0.3 * pair.certainty + 0.3 * match.likeness,
            "not the same ones are said to have done it",
        )


def _is_real(clause: Clause) -> bool:
    return clause.stage in (Stage.DONE, Stage.GOING_ON)


def _compare_deeds(story: Story) -> Iterator[Finding]:
    deeds = [list(_deeds_of(s)) for s in story.statements]
    for pair in story.pairs:
        if pair.strength < MIN_DEED_STRENGTH:
            continue
        for noun, a in deeds[pair.left.index]:
            for other, b in deeds[pair.right.index]:
                if noun == other and not may_be_one(story, pair.left, a, pair.right, b):
                    yield Finding(
                        Kind.ACTOR,
                        Severity.CONFLICT,
                        _named(pair.left, a),
                        _named(pair.right, b),
                        DETECTOR,
                        0.4 + 0.4 * pair.strength,
                        "not the same ones are said to have done it",
                    )


def _deeds_of(statement: Statement) -> Iterator[tuple[str, range]]:
    """Nouns with a name behind "by": term of the noun, and the words of the name."""
    words = statement.words
    for i in range(1, len(words) - 1):
        noun = words[i - 1].term
        if words[i].plain != "by" or noun is None or is_weak(noun) or words[i - 1].plain.endswith("ed"):
            continue
        after = i + 1
        while after < len(words) and words[after].is_capital:
            after += 1
        if after > i + 1:
            yield noun, range(i + 1, after)


def _judge(story: Story, match: Match) -> Severity | None:
    left, right = match.pair.left, match.pair.right
    if not (is_noun_phrase(left, match.left.agent) and is_noun_phrase(right, match.right.agent)):
        return None
    x, y = content(left, match.left.agent), content(right, match.right.agent)
    if _is_vague(left, match.left.agent) or _is_vague(right, match.right.agent):
        return None
    if not (can_act(left, match.left.agent) and can_act(right, match.right.agent)):
        return None
    if match.left.is_passive and match.right.is_passive and (x < y or y < x) and _is_list(match):
        return Severity.TENSION
    if match.likeness < MIN_LIKENESS or not match.shared:
        return None
    if may_be_one(story, left, match.left.agent, right, match.right.agent):
        return None
    return Severity.CONFLICT


def _is_list(match: Match) -> bool:
    """Whether the longer of two agents is several."""
    sides = ((match.pair.left, match.left), (match.pair.right, match.right))
    statement, clause = max(sides, key=lambda side: len(side[1].agent))
    return any(statement.words[i].plain == "and" for i in clause.agent)


def _is_vague(statement: Statement, words: range) -> bool:
    """Whether a noun phrase names nobody in particular: "the rest", "officials", "the other 12"."""
    plain = [statement.words[i].plain for i in words]
    return plain[-1] in word_class("vague_actors") or "other" in plain


def can_act(statement: Statement, words: range) -> bool:
    """Whether a noun phrase looks like people or a body: a name, a word for them, or one that ends like an office."""
    head = statement.words[words[-1]].plain
    if any(statement.words[i].is_capital and i for i in words):
        return True
    if head in word_class("actors") or head in word_class("body_nouns"):
        return True
    return head.rstrip("s").endswith(_OFFICE_ENDINGS) and head not in word_class("things_like_offices")


def _named(statement: Statement, words: range) -> Place:
    span = statement.span(words.start, words.stop)
    return make_place(statement, span, meaning=" ".join(sorted(content(statement, words))))
