"""Which sentences does one text take from another, word for word or nearly?

Candidates share a run of own words; what stands in quotation marks is no copying, since two reporters may hear one
speaker. Only candidates are compared word by word, so that the work grows with the text and not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from annotator.model import Passage, Span
from annotator.provenance.wording import Word, Wording

RUN_WORDS = 5  # own words in a row that make two sentences candidates
MIN_SHARED_RUNS = 2  # such runs that two sentences share, or one that is longer by a word
MAX_CLAIMS_OF_RUN = 60  # a run in more sentences is a common phrase or a boilerplate line
MIN_WORDS = 8  # own words of a sentence that can be called copied
MIN_COPIED = 0.62  # share of the shorter sentence's own words that stand in the other in the same order
MIN_RUN = 8  # own words in a row, which two reporters seldom hit on by chance
MIN_RUN_SHARE = 0.4  # of the shorter sentence that such a run must make up
MIN_VERBATIM = 0.95  # similarity from which a copy is word for word


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence of one text that stands in another."""

    left: Wording
    right: Wording
    similarity: float
    """0..1 over the words of both."""
    passage: Passage
    """`source` in the left text, `target` in the right one."""
    shared_words: int
    longest_run: int
    """Own words in a row that both have."""


def match_wordings(documents: Sequence[Sequence[Wording]]) -> Mapping[tuple[int, int], tuple[Match, ...]]:
    """Copied sentences for each pair of documents (lower index first), each right sentence at most once."""
    pairs: dict[tuple[int, int], list[Match]] = defaultdict(list)
    for (i, a), (j, b) in _candidates(documents):
        match = _compare(documents[i][a], documents[j][b])
        if match:
            pairs[i, j].append(match)
    return {pair: tuple(_one_to_one(matches)) for pair, matches in pairs.items()}


def _candidates(documents: Sequence[Sequence[Wording]]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Pairs of sentences of different documents that share runs of own words."""
    places: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for i, wordings in enumerate(documents):
        for a, wording in enumerate(wordings):
            own = wording.own
            for run in {own[k : k + RUN_WORDS] for k in range(len(own) - RUN_WORDS + 1)}:
                places[run].append((i, a))
    shared: Counter[tuple[tuple[int, int], tuple[int, int]]] = Counter()
    for at in places.values():
        if 1 < len(at) <= MAX_CLAIMS_OF_RUN:
            for k, left in enumerate(at):
                shared.update((left, right) for right in at[k + 1 :] if right[0] != left[0])
    yield from sorted(pair for pair, runs in shared.items() if runs >= MIN_SHARED_RUNS)


def _compare(left: Wording, right: Wording) -> Match | None:
    short = min(len(left.own), len(right.own))
    if short < MIN_WORDS:
        return None
    blocks = [b for b in LCSseq.editops(left.own, right.own).as_matching_blocks() if b.size]
    shared = sum(b.size for b in blocks)
    longest = max((b.size for b in blocks), default=0)
    is_copy = shared >= MIN_COPIED * short or (longest >= MIN_RUN and shared >= MIN_RUN_SHARE * short)
    if not is_copy or longest < RUN_WORDS:
        return None
    solid = [b for b in blocks if b.size > 1]
    first, last = solid[0], solid[-1]
    passage = Passage(
        _stretch(left.words, first.a, last.a + last.size), _stretch(right.words, first.b, last.b + last.size)
    )
    return Match(left, right, 2 * shared / (len(left.own) + len(right.own)), passage, shared, longest)


def _stretch(words: Sequence[Word], first: int, after: int) -> Span:
    """From one own word to another, with the quotations between."""
    own = [w for w in words if not w.is_quoted]
    return Span(own[first].span.start, own[after - 1].span.end)


def _one_to_one(matches: list[Match]) -> Iterator[Match]:
    """The best match of each sentence on the right, in order of the text."""
    best: dict[str, Match] = {}
    for match in matches:
        known = best.get(match.right.claim.id)
        if known is None or match.shared_words > known.shared_words:
            best[match.right.claim.id] = match
    yield from sorted(best.values(), key=lambda m: m.right.claim.span)
