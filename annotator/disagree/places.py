"""Do two documents put one event in different places?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.disagree.findings import Finding, place_of
from annotator.disagree.statements import Statement
from annotator.disagree.story import Story
from annotator.disagree.values import find_rivals
from annotator.model import DisagreementKind as Kind
from annotator.model import Fact, FactKind, Severity

DETECTOR = "places@1"
LIST_REACH = 8  # characters on either side that tell a list
_LIST_BEFORE = re.compile(r"(?:,|, and|and|or|including|&)\s+$")
_LIST_BEHIND = re.compile(r"(?:,? and|, or| &|,)\s+[A-Z]")
MIN_SLOT = 0.35
MIN_SCORE = 0.5
SLOT_SHARE, PAIR_SHARE = 0.6, 0.4  # what alike words around the places and alike sentences count


def detect_places(story: Story) -> Iterator[Finding]:
    """Places that neither hold one another nor are known to both documents."""
    for r in find_rivals(story, {FactKind.PLACE}):
        score = SLOT_SHARE * r.slot + PAIR_SHARE * r.pair.strength
        if (
            r.slot < MIN_SLOT
            or score < MIN_SCORE
            or _is_listed(r.pair.left, r.left)
            or _is_listed(r.pair.right, r.right)
        ):
            continue
        yield Finding(
            Kind.PLACE,
            Severity.TENSION,
            place_of(r.pair.left, r.left),
            place_of(r.pair.right, r.right),
            DETECTOR,
            min(0.9, score),
            "not the same place",
        )


def _is_listed(statement: Statement, fact: Fact) -> bool:
    """Whether a claim names several places or names: which of them is meant for which event is then open."""
    if sum(f.kind is FactKind.PLACE for f in statement.claim.facts) > 1:
        return True
    text, at = statement.claim.text, statement.claim.span.start
    before, behind = text[: fact.span.start - at], text[fact.span.end - at :]
    return bool(_LIST_BEFORE.search(before[-LIST_REACH:]) or _LIST_BEHIND.match(behind[:LIST_REACH]))
