"""Which claims of other documents say the same as a claim, the likeliest first? For a person to choose from."""

from __future__ import annotations

import re
from collections import Counter
from heapq import nlargest
from math import log, sqrt

from annotator.model import Claim, Cluster
from annotator.view.story import Story

MAX_ALIKE = 200
"""Claims that are offered; one that shares fewer words than so many others is looked for in the text."""
_WORD = re.compile(r"\w+")


def find_alike(story: Story, claim: Claim) -> tuple[Claim, ...]:
    """Claims of other documents: those of its groups first, then those that share its rarest words."""
    words = {c.id: _words(c) for c in story.claim.values()}
    spread = Counter(word for found in words.values() for word in found)
    weight = {word: log(1 + len(words) / number) for word, number in spread.items()}
    mine = words[claim.id]

    def likeness(other: Claim) -> float:
        theirs = words[other.id]
        return sum(weight[w] for w in mine & theirs) / sqrt(1 + sum(weight[w] for w in theirs))

    others = [c for c in story.claim.values() if c.document != claim.document]
    found = nlargest(MAX_ALIKE, others, key=likeness)
    known = {c.id for c in others}
    joined = [i for k in story.clusters_of.get(claim.id, ()) for i in k.claims if i in known]
    return tuple(story.claim[i] for i in dict.fromkeys((*joined, *(c.id for c in found))))


def group_of(story: Story, claim: Claim, other: Claim) -> Cluster | None:
    """The group that holds both claims."""
    return next((k for k in story.clusters_of.get(claim.id, ()) if other.id in k.claims), None)


def _words(claim: Claim) -> frozenset[str]:
    return frozenset(_WORD.findall(claim.text.casefold()))
