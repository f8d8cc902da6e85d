"""Which words do two or more passages share, and which differ? Runs of words in the order of each passage."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from annotator.model import Span
from annotator.text import fold, fold_marks
from annotator.view.lines import Mark

MIN_ALIKE = (
    0.5  # share of common words (0-1) from which two passages are versions of one sentence, so that cuts mean something
)
MAX_WORDS = 150
"""Longer passages are not compared word by word: aligning takes time that grows with the cube of repeated words."""
_WORD = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Edit:
    """Words that stand in the place of others; none of either for what was cut or put in."""

    start: int
    end: int
    """Code points of the changed text; equal where words were cut."""
    before: str
    after: str


def mark_differences(texts: Sequence[str]) -> tuple[tuple[Mark, ...], ...]:
    """For each text, marks "same" and "different" that cover its words; the others are compared with the first.

    A word of the first text is the same if every other text has it in its place.
    """
    if len(texts) < 2:
        return tuple(() for _ in texts)
    words = [_words(text) for text in texts]
    if any(len(found) > MAX_WORDS for found in words):
        return tuple(() for _ in texts)
    first, others = words[0], words[1:]
    shared_by_all = set(range(len(first)))
    made: list[tuple[Mark, ...]] = []
    for other in others:
        pairs = _common(first, other)
        shared_by_all &= {a for a, _ in pairs}
        made.append(_marks(other, {b for _, b in pairs}))
    return (_marks(first, shared_by_all), *made)


def are_versions(first: str, other: str) -> bool:
    """Whether two passages share so many words that they are versions of one sentence."""
    a, b = _words(first), _words(other)
    return max(len(a), len(b)) <= MAX_WORDS and _matcher(a, b).ratio() >= MIN_ALIKE


def find_cuts(first: str, other: str) -> tuple[int, ...]:
    """Code points of `other` before which words of `first` are left out; none where the two are different sentences."""
    a, b = _words(first), _words(other)
    matcher = _matcher(a, b)
    if max(len(a), len(b)) > MAX_WORDS or matcher.ratio() < MIN_ALIKE:
        return ()
    ends = [span.start for _, span in b] + [len(other)]
    return tuple(ends[j1] for tag, _, _, j1, _ in matcher.get_opcodes() if tag == "delete")


def find_edits(first: str, other: str) -> tuple[Edit, ...]:
    """What must be done to `first` to get `other`, word by word, in order; punctuation and case do not count.

    Passages of more than `MAX_WORDS` words are one change.
    """
    a, b = ([w for w in _words(text) if w[0][0].isalnum()] for text in (first, other))
    if max(len(a), len(b)) > MAX_WORDS:
        same = [word for word, _ in a] == [word for word, _ in b]
        return () if same else (Edit(0, len(other), first, other),)
    made = []
    for tag, i1, i2, j1, j2 in _matcher(a, b).get_opcodes():
        if tag == "equal":
            continue
        before = first[a[i1][1].start : a[i2 - 1][1].end] if i1 < i2 else ""
        start = b[j1][1].start if j1 < len(b) else len(other)
        end = b[j2 - 1][1].end if j1 < j2 else start
        made.append(Edit(start, end, before, other[start:end]))
    return tuple(made)


def _words(text: str) -> list[tuple[str, Span]]:
    return [(fold(fold_marks(m[0])), Span(*m.span())) for m in _WORD.finditer(text)]


def _matcher(a: list[tuple[str, Span]], b: list[tuple[str, Span]]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, [word for word, _ in a], [word for word, _ in b], autojunk=False)


def _common(a: list[tuple[str, Span]], b: list[tuple[str, Span]]) -> list[tuple[int, int]]:
    matcher = _matcher(a, b)
    return [(x.a + i, x.b + i) for x in matcher.get_matching_blocks() for i in range(x.size)]


def _marks(words: list[tuple[str, Span]], shared: set[int]) -> tuple[Mark, ...]:
    """Neighbouring words of one kind become one mark, so that the blanks between them look like them."""
    made: list[Mark] = []
    for i, (_, span) in enumerate(words):
        style = "same" if i in shared else "different"
        if made and made[-1].style == style:
            made[-1] = Mark(made[-1].start, span.end, style)
        else:
            made.append(Mark(span.start, span.end, style))
    return tuple(made)
