"""Which words do two utterances have alike, in what order, and what stands in one where another stands in the other?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from annotator.align import Word, is_weak
from annotator.disagree.story import Story
from annotator.disagree.utterances import Utterance, pair_utterances, read_utterances
from annotator.disagree.wording import is_short_form_of

MIN_WORDS = 3  # alike, for a stretch to be worth a look
MAX_CHANGE = 7  # words of one change; more is another sentence
MAX_SLIDE = 2  # words that may belong to the other side of an addition
MAX_FORM = 3  # words of "we did not", "didn't"
MAX_MOVE = 3  # words over which a word may have moved

Edit = tuple[int, int, int, int]
"""The words [a, b) of the left utterance that stand where the words [c, d) of the right one do."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of words that two utterances have alike, but for some edits."""

    left: range
    right: range
    edits: tuple[Edit, ...]
    equal: tuple[Edit, ...]

    @property
    def words(self) -> int:
        """How many words are alike."""
        return sum(b - a for a, b, _, _ in self.equal)

    @property
    def size(self) -> int:
        """Words alike and changed, of the wordier side."""
        return self.words + sum(max(b - a, d - c) for a, b, c, d in self.edits)

    def terms(self, words: Sequence[Word]) -> int:
        """How many of the left utterance's `words` that are alike carry content."""
        alike = (words[i] for a, b, _, _ in self.equal for i in range(a, b))
        return sum(1 for w in alike if w.term and not is_weak(w.term))


def collate_all(story: Story) -> tuple[tuple[Utterance, Utterance, tuple[Stretch, ...]], ...]:
    """The utterances of two documents that run parallel somewhere, with the stretches in which they do."""
    return story.once(("collated",), lambda: tuple(_collate_pairs(story)))


def _collate_pairs(story: Story) -> Iterator[tuple[Utterance, Utterance, tuple[Stretch, ...]]]:
    for left, right in pair_utterances(read_utterances_of(story)):
        stretches = tuple(s for s in collate(left, right) if s.words >= MIN_WORDS)
        if stretches:
            yield left, right, stretches


def read_utterances_of(story: Story) -> tuple[Utterance, ...]:
    """The utterances of a story, read once."""
    return story.once(("utterances",), lambda: read_utterances(story))


def collate(left: Utterance, right: Utterance) -> Iterator[Stretch]:
    """The stretches in which two utterances run parallel, in order."""
    x, y = [t.word for t in left.tokens], [t.word for t in right.tokens]
    run: list[tuple[bool, Edit]] = []
    for is_equal, edit in _slide(list(_blocks(x, y)), x, y):
        if is_equal or _is_whole(left, right, edit):
            run.append((is_equal, edit))
            continue
        yield from _make_stretch(run, x, y)
        run = []
    yield from _make_stretch(run, x, y)


def _blocks(x: Sequence[Word], y: Sequence[Word]) -> Iterator[tuple[bool, Edit]]:
    """Equal words and edits by turns; edits that lie side by side are one."""
    held: Edit | None = None
    for op in Indel.opcodes([w.plain for w in x], [w.plain for w in y]):
        edit = op.src_start, op.src_end, op.dest_start, op.dest_end
        if op.tag != "equal":
            held = edit if held is None else (held[0], edit[1], held[2], edit[3])
            continue
        if held is not None:
            yield False, held
        held = None
        yield True, edit
    if held is not None:
        yield False, held


def _slide(blocks: list[tuple[bool, Edit]], x: Sequence[Word], y: Sequence[Word]) -> list[tuple[bool, Edit]]:
    """Moves a word or two that are alike across an addition to what they belong to: of "all teachers. Teachers should"
    the last words are alike with "Teachers should", and no "teachers" before them.
    """
    slid: list[tuple[bool, Edit]] = []
    for is_equal, (a, b, c, d) in blocks:
        size = 0
        if is_equal and len(slid) > 1 and not slid[-1][0]:
            size = _slidable(slid[-2][1], slid[-1][1], x, y)
        if size:
            (start, _, begin, _), (_, stop, _, end) = slid.pop(-2)[1], slid.pop()[1]
            if slid:
                _, (start, _, begin, _) = slid.pop()
            slid.append((False, (start, stop - size, begin, end - size)))
        slid.append((is_equal, (a - size, b, c - size, d)))
    return slid


def _slidable(before: Edit, edit: Edit, x: Sequence[Word], y: Sequence[Word]) -> int:
    """How many words are alike before an addition that its own last words repeat, if they are few; else 0."""
    size, (p, q, r, s) = before[1] - before[0], edit
    if size > MAX_SLIDE or (p < q and r < s):
        return 0
    words, first, last = (x, before[0], q) if p < q else (y, before[2], s)
    is_repeated = [w.plain for w in words[first : first + size]] == [w.plain for w in words[last - size : last]]
    return size if is_repeated else 0


def _make_stretch(run: Sequence[tuple[bool, Edit]], x: Sequence[Word], y: Sequence[Word]) -> Iterator[Stretch]:
    """The blocks from the first to the last one of equal words with content, or with which both begin or end.

    What lies outside is truncation or context, but for a short form at the very start ("I'd", "I would").
    """
    solid = [
        i
        for i, (is_equal, (a, b, c, d)) in enumerate(run)
        if is_equal and (b - a > 1 or x[a].term or (a, c) == (0, 0) or (b, d) == (len(x), len(y)))
    ]
    if not solid:
        return
    first = solid[0]
    inner = list(run[first : solid[-1] + 1])
    opening = _short_form(run[first - 1][1], x, y) if first and not run[first - 1][0] else None
    if opening is not None:
        inner.insert(0, (False, opening))
    edits = tuple(_join_moves((e for is_equal, e in inner if not is_equal), x, y))
    start, end = inner[0][1], inner[-1][1]
    yield Stretch(
        range(start[0], end[1]), range(start[2], end[3]), edits, tuple(e for is_equal, e in inner if is_equal)
    )


def _short_form(edit: Edit, x: Sequence[Word], y: Sequence[Word]) -> Edit | None:
    """The last words of an edit of which one side is a short form of the other."""
    a, b, c, d = edit
    for i in range(b - 1, max(a, b - MAX_FORM) - 1, -1):
        for k in range(d - 1, max(c, d - MAX_FORM) - 1, -1):
            if is_short_form_of(x[i:b], y[k:d]):
                return i, b, k, d
    return None


def _join_moves(edits: Iterable[Edit], x: Sequence[Word], y: Sequence[Word]) -> list[Edit]:
    """Takes what goes here and comes back near for one edit: "never will", "will never"."""
    joined: list[Edit] = []
    for edit in edits:
        last = joined[-1] if joined else None
        if last is not None and edit[0] - last[1] <= MAX_MOVE:
            both = (last[0], edit[1], last[2], edit[3])
            if sorted(w.plain for w in x[both[0] : both[1]]) == sorted(w.plain for w in y[both[2] : both[3]]):
                joined[-1] = both
                continue
        joined.append(edit)
    return joined


def _is_whole(left: Utterance, right: Utterance, edit: Edit) -> bool:
    """Whether an edit is short, within one pair of marks on each side, and not the quoting outlet's own doing."""
    a, b, c, d = edit
    if max(b - a, d - c) > MAX_CHANGE:
        return False
    return _is_unmarked(left, a, b) and _is_unmarked(right, c, d)


def _is_unmarked(utterance: Utterance, start: int, stop: int) -> bool:
    """Whether no mark closes, no editor steps in ("[and]", "(the leader)") and nothing is left out near the words."""
    tokens = utterance.tokens[max(start - 1, 0) : stop + 1]
    if not tokens or tokens[0].piece != tokens[-1].piece:
        return False
    text = utterance.document.text[tokens[0].span.start : tokens[-1].span.end + 1]
    return not any(c in "[]()…" for c in text) and "..." not in text and ". . ." not in text
