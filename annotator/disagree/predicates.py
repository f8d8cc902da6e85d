"""Is one thing said to be so in one document and the contrary in another: "the bridge is safe", "is unsafe"?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from annotator.align import is_weak
from annotator.disagree.clauses import content, is_pronoun
from annotator.disagree.findings import Finding, make_place
from annotator.disagree.lexicon import word_class
from annotator.disagree.matching import overlap
from annotator.disagree.statements import Statement
from annotator.disagree.story import Pair, Story
from annotator.model import DisagreementKind as Kind
from annotator.model import Severity
from annotator.text import load_table

DETECTOR = "predicates@1"
MIN_STRENGTH = 0.3
MIN_SUBJECT = 0.6  # share of the poorer subject that the other one has too
MAX_SUBJECT, MAX_BETWEEN = 7, 3  # words of a subject, and from "is" to the adjective
_NOT_SURE = ("possible", "coming", "unsure")


@dataclass(frozen=True, slots=True)
class _Predicate:
    words: range
    subject: range
    quality: str
    is_negated: bool


def detect_contraries(story: Story) -> Iterator[Finding]:
    """Adjectives of which one excludes the other, or one that is denied, said of one thing."""
    read = [tuple(_predicates(s)) for s in story.statements]
    for pair in story.pairs:
        if pair.strength < MIN_STRENGTH:
            continue
        for a in read[pair.left.index]:
            for b in read[pair.right.index]:
                if _exclude(a, b) and _are_of_one(story, pair, a, b):
                    yield Finding(
                        Kind.NEGATION,
                        Severity.CONFLICT,
                        make_place(pair.left, pair.left.span(a.words.start, a.words.stop), meaning=f"left {a.quality}"),
                        make_place(
                            pair.right, pair.right.span(b.words.start, b.words.stop), meaning=f"right {b.quality}"
                        ),
                        DETECTOR,
                        0.3 + 0.5 * pair.strength,
                        "it cannot be both",
                    )


def _exclude(a: _Predicate, b: _Predicate) -> bool:
    if a.quality == b.quality:
        return a.is_negated != b.is_negated
    return b.quality in _contraries()[a.quality] and not a.is_negated and not b.is_negated


def _are_of_one(story: Story, pair: Pair, a: _Predicate, b: _Predicate) -> bool:
    if is_pronoun(pair.left, a.subject) or is_pronoun(pair.right, b.subject):
        return False
    return overlap(story, content(pair.left, a.subject), content(pair.right, b.subject)) >= MIN_SUBJECT


def _predicates(statement: Statement) -> Iterator[_Predicate]:
    """ "the old bridge is still not safe": adjectives that have a contrary, behind a form of "be"."""
    words = statement.words
    for i, word in enumerate(words):
        if word.plain not in _contraries():
            continue
        start = max(i - MAX_BETWEEN, 0)
        be = next((k for k in range(i - 1, start - 1, -1) if words[k].plain in word_class("be")), None)
        if be is None or be == 0 or any(words[k].term and not is_weak(words[k].term or "") for k in range(be + 1, i)):
            continue
        subject = _subject(statement, be)
        before = {w.plain for w in words[max(subject.start - 2, 0) : i]}
        if not subject or any(before & word_class(name) for name in _NOT_SURE):
            continue
        is_negated = bool({w.plain for w in words[be:i]} & word_class("negative")) or words[be].plain.endswith("n't")
        yield _Predicate(range(subject.start, i + 1), subject, word.plain, is_negated)


def _subject(statement: Statement, stop: int) -> range:
    """The words before "is" back to punctuation or a connector."""
    start, text = stop, statement.claim.text
    while start > 0 and stop - start < MAX_SUBJECT:
        if start < stop and any(
            c in ',;:()"“”' for c in text[statement.words[start - 1].end : statement.words[start].start]
        ):
            break
        if statement.words[start - 1].plain in word_class("connectors"):
            break
        start -= 1
    return range(start, stop)


@cache
def _contraries() -> dict[str, frozenset[str]]:
    """By adjective those that exclude it."""
    made: dict[str, frozenset[str]] = {}
    for line in load_table("annotator.disagree", "data/verbs.toml")["contraries"]:
        ours, theirs = (frozenset(side.split()) for side in line.split("/"))
        for here, there in ((ours, theirs), (theirs, ours)):
            for word in here:
                made[word] = made.get(word, frozenset()) | there
    return made
