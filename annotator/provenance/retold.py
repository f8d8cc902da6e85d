"""Is one text the other in other words: the same facts, names, numbers and quotations in the same order?

That is how a translation comes back into the language of its original. Two reporters at one event share names and
numbers as well, but neither the order of a whole article nor its selection. That both have the same quotation does not
count, since both may have heard it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from annotator.model import Passage
from annotator.provenance.wording import Wording

MIN_SHARED_ANCHORS = 0.4  # of the smaller text's names and numbers, to look closer
MIN_PAIR = 0.5  # how alike two sentences must be in names and numbers
MIN_ANCHORS = 2  # names and numbers that two sentences share
MIN_PAIRS = 4  # sentences that correspond
MIN_COVERED = 0.6  # share of the retelling's sentences that correspond to one of the original
MIN_IN_ORDER = 0.8  # share of the corresponding sentences that stand in the same order
MIN_LIKENESS = 0.7  # mean likeness of the corresponding sentences in names, numbers and words
MIN_PAIR_WORDING = 45.0  # percent of likeness in words that corresponding sentences have at least
MAX_SENTENCES = 200  # of each text that are compared


@dataclass(frozen=True, slots=True)
class Retelling:
    """How the sentences of two texts correspond."""

    pairs: tuple[tuple[Wording, Wording], ...]
    """Left and right, in order of the right text."""
    covered_left: float
    covered_right: float

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The corresponding sentences."""
        return tuple(Passage(a.claim.span, b.claim.span) for a, b in self.pairs)


def find_retelling(left: Sequence[Wording], right: Sequence[Wording]) -> Retelling | None:
    """The correspondence of two texts if one retells the other; None if they only tell of the same event."""
    left, right = left[:MAX_SENTENCES], right[:MAX_SENTENCES]
    if min(len(left), len(right)) < MIN_PAIRS or not _are_close(left, right):
        return None
    pairs = _pair(left, right)
    ordered = _in_order([a for a, _ in pairs])
    if len(ordered) < MIN_PAIRS or len(ordered) < MIN_IN_ORDER * len(pairs):
        return None
    kept = [pairs[i] for i in ordered]
    covered_left, covered_right = len(kept) / len(left), len(kept) / len(right)
    if sum(_likeness(left[a], right[b]) for a, b in kept) < MIN_LIKENESS * len(kept):
        return None
    if max(covered_left, covered_right) < MIN_COVERED or min(covered_left, covered_right) < MIN_COVERED / 2:
        return None
    return Retelling(tuple((left[a], right[b]) for a, b in kept), covered_left, covered_right)


def _are_close(left: Sequence[Wording], right: Sequence[Wording]) -> bool:
    names_left = frozenset().union(*(w.anchors for w in left))
    names_right = frozenset().union(*(w.anchors for w in right))
    return len(names_left & names_right) >= MIN_SHARED_ANCHORS * max(1, min(len(names_left), len(names_right)))


def _pair(left: Sequence[Wording], right: Sequence[Wording]) -> list[tuple[int, int]]:
    """The left sentence that each right sentence is most like, where it is like one at all and each is used once."""
    scored = sorted(
        ((score, a, b) for b, r in enumerate(right) for a, x in enumerate(left) if (score := _likeness(x, r))),
        key=lambda s: (-s[0], s[2], s[1]),
    )
    used_left: set[int] = set()
    used_right: set[int] = set()
    pairs = []
    for _, a, b in scored:
        if a not in used_left and b not in used_right:
            used_left.add(a)
            used_right.add(b)
            pairs.append((a, b))
    return sorted(pairs, key=lambda p: p[1])


def _likeness(a: Wording, b: Wording) -> float:
    shared = len(a.anchors & b.anchors)
    if shared < MIN_ANCHORS:
        return 0.0
    names = shared / min(len(a.anchors), len(b.anchors))
    if names < MIN_PAIR:
        return 0.0
    words = fuzz.token_set_ratio(" ".join(w.low for w in a.words), " ".join(w.low for w in b.words))
    return (names + words / 100) / 2 if words >= MIN_PAIR_WORDING else 0.0


def _in_order(values: Sequence[int]) -> list[int]:
    """Indices of a longest increasing subsequence."""
    tails: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for i, value in enumerate(values):
        k = bisect_left(tails, value)
        before.append(at[k - 1] if k else -1)
        tails[k : k + 1] = [value]
        at[k : k + 1] = [i]
    found = []
    i = at[-1] if at else -1
    while i >= 0:
        found.append(i)
        i = before[i]
    return found[::-1]
