"""Do two documents count one thing in a row differently: the fifth minister to go here, the sixth there?"""

from __future__ import annotations

from collections.abc import Iterator

from annotator.align import is_weak
from annotator.disagree.findings import Finding, place_of
from annotator.disagree.lexicon import word_class
from annotator.disagree.statements import Statement
from annotator.disagree.story import Story
from annotator.disagree.values import Rivals, find_rivals
from annotator.facts import PLACE
from annotator.model import DisagreementKind as Kind
from annotator.model import Fact, FactKind, Severity

DETECTOR = "ordinals@1"
REACH = 4  # words behind an ordinal that tell what is put in a row
MIN_SLOT = 0.3
MIN_SCORE = 0.5
SLOT_SHARE, PAIR_SHARE = 0.4, 0.5  # what alike words around the ordinals and alike sentences count


def detect_ordinals(story: Story) -> Iterator[Finding]:
    """Ordinals of one noun that differ."""
    for r in find_rivals(story, {FactKind.ORDINAL}):
        score = SLOT_SHARE * r.slot + PAIR_SHARE * r.pair.strength
        if r.slot >= MIN_SLOT and score >= MIN_SCORE and _is_one_row(r):
            yield Finding(
                Kind.QUANTITY,
                Severity.CONFLICT,
                place_of(r.pair.left, r.left),
                place_of(r.pair.right, r.right),
                DETECTOR,
                min(0.9, score),
                "it cannot have been both in the row",
            )


def _is_one_row(r: Rivals) -> bool:
    if r.left.counted == PLACE and r.right.counted == PLACE:
        return True
    left, right = _terms_behind(r.pair.left, r.left), _terms_behind(r.pair.right, r.right)
    return bool(left & right)


def _terms_behind(statement: Statement, fact: Fact) -> set[str]:
    """Terms of the noun phrase behind an ordinal; none where it counts times, which follow one another."""
    after = statement.inside(fact.span).stop
    behind = statement.words[after : after + REACH]
    if not behind or behind[0].plain in word_class("times"):
        return set()
    return {w.term for w in behind if w.term is not None and not is_weak(w.term)}
