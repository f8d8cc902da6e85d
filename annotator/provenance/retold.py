"""Is one text the other in other words: the same facts, names and numbers in the same order?

That is how a translation comes back into the language of its original. Two reporters at one event share names and
numbers as well, but neither the order of a whole article nor its selection. That both have the same quotation does not
count, since both may have heard it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from annotator.model import Passage
from annotator.provenance.wording import Wording

MIN_SHARED_ANCHORS = 0.5  # of the smaller text's names and numbers, to look closer
MAX_LENGTH_RATIO = 3  # sentences of the longer text for one of the shorter
MIN_PAIR = 0.5  # how alike two sentences must be in names and numbers
MIN_ANCHORS = 2  # names and numbers that two sentences share
MIN_PAIRS = 4  # sentences that correspond
MIN_COVERED = 0.6  # share of the shorter text's sentences that correspond to one of the longer, in the same order
MIN_IN_ORDER = 0.8  # share of the corresponding sentences that stand in the same order
MIN_LIKENESS = 0.7  # mean likeness of the corresponding sentences in names, numbers and words
MIN_WORDS_ALIKE = 45.0  # percent of likeness in words that corresponding sentences have at least
MAX_SENTENCES = 200  # of each text that are compared


@dataclass(frozen=True, slots=True)
class Outline:
    """A text as its sentences' names and numbers."""

    wordings: tuple[Wording, ...]
    anchors: frozenset[str]
    at: dict[str, list[int]]
    """Sentences in which a name or number stands."""


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


def make_outline(wordings: Sequence[Wording]) -> Outline:
    """What `find_retelling` needs of a text, made once."""
    first = tuple(wordings[:MAX_SENTENCES])
    at: dict[str, list[int]] = defaultdict(list)
    for i, wording in enumerate(first):
        for anchor in wording.anchors:
            at[anchor].append(i)
    return Outline(first, frozenset(at), at)


def find_retelling(left: Outline, right: Outline) -> Retelling | None:
    """The correspondence of two texts if one retells the other; None if they only tell of the same event."""
    if not _are_close(left, right):
        return None
    pairs = _pair(left, right)
    ordered = [pairs[i] for i in _in_order([a for a, _ in pairs])]
    shorter = min(len(left.wordings), len(right.wordings))
    if len(ordered) < max(MIN_PAIRS, MIN_IN_ORDER * len(pairs), MIN_COVERED * shorter):
        return None
    likeness = [_likeness(left.wordings[a], right.wordings[b]) for a, b in ordered]
    kept = [pair for pair, alike in zip(ordered, likeness, strict=True) if alike]
    if len(kept) < max(MIN_PAIRS, MIN_COVERED * shorter) or sum(likeness) < MIN_LIKENESS * len(kept):
        return None
    return Retelling(
        tuple((left.wordings[a], right.wordings[b]) for a, b in kept),
        len(kept) / len(left.wordings),
        len(kept) / len(right.wordings),
    )


def _are_close(left: Outline, right: Outline) -> bool:
    short, long = sorted((len(left.wordings), len(right.wordings)))
    if short < MIN_PAIRS or long > MAX_LENGTH_RATIO * short:
        return False
    smaller = min(len(left.anchors), len(right.anchors))
    return len(left.anchors & right.anchors) >= MIN_SHARED_ANCHORS * smaller


def _pair(left: Outline, right: Outline) -> list[tuple[int, int]]:
    """The left sentence that each right sentence is most like in names and numbers, each used once."""
    scored = []
    for b, wording in enumerate(right.wordings):
        shared: Counter[int] = Counter()
        for anchor in wording.anchors:
            shared.update(left.at.get(anchor, ()))
        for a, count in shared.items():
            if count >= MIN_ANCHORS:
                other = len(left.wordings[a].anchors)
                if count >= MIN_PAIR * min(other, len(wording.anchors)):
                    scored.append((count / max(other, len(wording.anchors)), count, a, b))
    scored.sort(key=lambda s: (-s[0], -s[1], s[3], s[2]))
    used_left: set[int] = set()
    used_right: set[int] = set()
    pairs = []
    for _, _, a, b in scored:
        if a not in used_left and b not in used_right:
            used_left.add(a)
            used_right.add(b)
            pairs.append((a, b))
    return sorted(pairs, key=lambda p: p[1])


def _likeness(a: Wording, b: Wording) -> float:
    """0..1 by names, numbers and words; 0 where the words have too little in common."""
    names = len(a.anchors & b.anchors) / min(len(a.anchors), len(b.anchors))
    words = fuzz.token_set_ratio(" ".join(w.low for w in a.words), " ".join(w.low for w in b.words))
    return (names + words / 100) / 2 if words >= MIN_WORDS_ALIKE else 0.0


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
