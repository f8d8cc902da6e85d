"""Is one text the other in other words: the same facts, names and numbers in the same order?

That is how a translation comes back into the language of its original. Two reporters at one event share names and
numbers as well, but neither the order of a whole article nor its selection. That both have the same quotation does not
count, since both may have heard it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import combinations

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
MAX_ANCHORS = 12  # names and numbers of a sentence by which like texts are looked up
MAX_SENTENCES_OF_TWO = 60  # that hold the same two names; what more hold tells no text from another
SMALL_STORY = 20  # texts up to which every name counts
MAX_SPREAD = 0.2  # share of a larger story's texts above which a name tells no text from another
MAX_SENTENCES = 200  # of each text that are compared


@dataclass(frozen=True, slots=True)
class Outline:
    """A text as its sentences' names and numbers."""

    wordings: tuple[Wording, ...]
    telling: tuple[frozenset[str], ...]
    """The names and numbers of each sentence that tell it from others."""
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


def make_outlines(documents: Sequence[Sequence[Wording]]) -> tuple[Outline, ...]:
    """What `find_retelling` needs of a story's texts; in a large story names that many of them have are left out."""
    texts = [tuple(wordings[:MAX_SENTENCES]) for wordings in documents]
    spread = Counter(a for wordings in texts for a in frozenset().union(*(w.anchors for w in wordings)))
    is_large = len(texts) > SMALL_STORY
    common = {a for a, count in spread.items() if is_large and count > MAX_SPREAD * len(texts)}
    return tuple(_make_outline(wordings, common) for wordings in texts)


def _make_outline(wordings: tuple[Wording, ...], common: Set[str]) -> Outline:
    at: dict[str, list[int]] = defaultdict(list)
    telling = tuple(w.anchors - common for w in wordings)
    for i, anchors in enumerate(telling):
        for anchor in anchors:
            at[anchor].append(i)
    return Outline(wordings, telling, frozenset(at), at)


def find_candidates(outlines: Sequence[Outline]) -> set[tuple[int, int]]:
    """Pairs of texts, lower index first, whose sentences have two names or numbers in common often enough.

    Looked up by pairs of names, so that the work grows with the texts and not with their square.
    """
    spread = Counter(anchor for outline in outlines for anchor in outline.anchors)
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, outline in enumerate(outlines):
        for anchors in outline.telling:
            common = sorted(a for a in anchors if spread[a] > 1)
            for two in combinations(common[:MAX_ANCHORS], 2):
                places[two].append(i)
    shared: Counter[tuple[int, int]] = Counter()
    for at in places.values():
        if 1 < len(at) <= MAX_SENTENCES_OF_TWO:
            shared.update(combinations(dict.fromkeys(at), 2))
    return {pair for pair, count in shared.items() if count >= MIN_PAIRS}


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
    for b, anchors in enumerate(right.telling):
        shared: Counter[int] = Counter(a for anchor in anchors for a in left.at.get(anchor, ()))
        for a, count in shared.items():
            if count >= MIN_ANCHORS:
                short, long = sorted((len(left.telling[a]), len(anchors)))
                if count >= MIN_PAIR * short:
                    scored.append((count / long, count, a, b))
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
