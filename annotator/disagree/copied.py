"""What did a text that copies another one change in passing: a doubt dropped, "some" that became "all", a "not"?

Who copies word for word knows the original, so a small word that is gone is no other view of the matter. Words of
content are left to what compares claims: they are changed for style.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice, product, takewhile

from annotator.disagree.collation import Edit, collate
from annotator.disagree.findings import Finding, Place, make_place
from annotator.disagree.lexicon import word_class
from annotator.disagree.statements import Statement
from annotator.disagree.story import Story
from annotator.disagree.utterances import Utterance, as_utterance
from annotator.disagree.wording import changed_sense
from annotator.model import CopyKind, Edge, Severity, Span
from annotator.model import DisagreementKind as Kind

DETECTOR = "copied@1"
MIN_WORDS, MIN_SHARE = 8, 0.7  # of a sentence that are alike, and of all its words
CONTEXT = 2  # words shown on either side of a change
CONFIDENCE = 0.6
_COPIES = frozenset({CopyKind.VERBATIM, CopyKind.NEAR_VERBATIM})
_KINDS = {"negation": Kind.NEGATION, "quantity": Kind.QUANTITY}  # else a matter of modality
_NOTES = {
    "negation": "a sentence was copied and turned round",
    "doubt": "a sentence was copied but for the doubt in it",
    "quantity": "a sentence was copied but for how much of it is meant",
    "modality": "a sentence was copied but for what is possible or due",
}
_RETOLD = frozenset({"will", "would", "shall", "should"})  # change with the tense of "says that"


def detect_silent_edits(story: Story) -> Iterator[Finding]:
    """Small words by which a copied sentence differs from its original in what it says."""
    for edge in story.edges:
        if edge.kind in _COPIES:
            for original, copy in _pairs(story, edge):
                yield from _compare(original, copy)


def _pairs(story: Story, edge: Edge) -> Iterator[tuple[Statement, Statement]]:
    by_document = story.once(("statements by document",), lambda: _by_document(story))
    for passage in edge.passages:
        originals = _within(by_document.get(edge.source, []), passage.source)
        yield from product(originals, _within(by_document.get(edge.target, []), passage.target))


def _by_document(story: Story) -> dict[str, list[Statement]]:
    held: dict[str, list[Statement]] = {}
    for statement in story.statements:
        held.setdefault(statement.document.id, []).append(statement)
    return {document: sorted(statements, key=lambda s: s.claim.span) for document, statements in held.items()}


def _within(statements: list[Statement], span: Span) -> list[Statement]:
    first = bisect_right(statements, span.start, key=lambda s: s.claim.span.end)
    return list(takewhile(lambda s: s.claim.span.start < span.end, islice(statements, first, None)))


def _compare(original: Statement, copy: Statement) -> Iterator[Finding]:
    left, right = (as_utterance(s, range(len(s.words))) for s in (original, copy))
    x, y = original.words, copy.words
    for stretch in collate(left, right):
        if stretch.words < max(MIN_WORDS, MIN_SHARE * stretch.size):
            continue
        for edit in (*stretch.edits, *_opening(left, right, stretch.left.start, stretch.right.start)):
            a, b, c, d = edit
            sense = changed_sense(x[a:b], y[c:d])
            if sense in _NOTES and not (sense == "modality" and _is_retold(original, copy, edit)):
                yield Finding(
                    _KINDS.get(sense, Kind.TENSE_MODALITY),
                    Severity.CONFLICT if sense == "negation" else Severity.TENSION,
                    _place(original, a, b),
                    _place(copy, c, d),
                    DETECTOR,
                    CONFIDENCE,
                    _NOTES[sense],
                )


def _opening(left: Utterance, right: Utterance, start: int, begin: int) -> Iterator[Edit]:
    """What stands before the first words that are alike: "Some of the seals", "The seals"."""
    if 0 < max(start, begin) <= CONTEXT + 1 and len(left.tokens) > start and len(right.tokens) > begin:
        yield 0, start, 0, begin


def _is_retold(original: Statement, copy: Statement, edit: Edit) -> bool:
    """Whether the tense alone moved: "will open" was printed before, "opened" after."""
    a, b, c, d = edit
    words = {w.plain for w in (*original.words[a:b], *copy.words[c:d])}
    return bool(words & _RETOLD) and not words & (word_class("possible") - _RETOLD)


def _place(statement: Statement, start: int, stop: int) -> Place:
    first, after = max(start - CONTEXT, 0), min(stop + CONTEXT, len(statement.words))
    return make_place(statement, statement.span(first, after))
