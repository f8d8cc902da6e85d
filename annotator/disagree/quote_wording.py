"""Does one document quote words that another one gives differently?

Quotations are collated word by word. That one stops earlier is no difference; nor is what lies outside the marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from annotator.align import Word, is_weak
from annotator.disagree.findings import RANK, Finding, make_place
from annotator.disagree.statements import Statement
from annotator.disagree.story import Pair, Story, source_of
from annotator.disagree.wording import grade_change, is_short_form_of
from annotator.model import DisagreementKind as Kind
from annotator.model import Document, Severity, Span
from annotator.segment import find_quotations
from annotator.text import fold

DETECTOR = "quote_wording@1"
MIN_CERTAINTY = 0.1
MIN_EQUAL_TERMS = 3  # words with content that both have in the collated stretch
MIN_EQUAL_WORDS = 6  # words between two quotations from which one term less will do
MIN_EQUAL_SHARE = 0.6  # of the words in the collated stretch, between two quotations
MIN_EQUAL_SHARE_UNQUOTED, MIN_EQUAL_UNQUOTED = 0.8, 8  # and words, where one of them is not marked as a quotation
MAX_CHANGE = 7  # words of one change; more is another sentence
MAX_MOVE = 3  # words over which a word may have moved
CONTEXT = 1  # words shown on either side of a change


_Block = tuple[str, int, int, int, int]
"""Tag, and the ranges of words on either side, as of an edit script."""
_Edit = tuple[int, int, int, int]
"""The ranges of the words on either side that changed."""


@dataclass(frozen=True, slots=True)
class _Change:
    left: range
    right: range
    severity: Severity


def detect_changed_quotations(story: Story) -> Iterator[Finding]:
    """Changes of wording inside quotation marks."""
    quoted = _quoted_words(story)
    for pair in story.pairs:
        left, right = quoted[pair.left.index], quoted[pair.right.index]
        if pair.certainty < MIN_CERTAINTY or not (left or right):
            continue
        if left and right and not _may_be_one_speaker(pair, left, right):
            continue
        change = _collate(pair, left, right)
        if change is not None:
            yield _make_finding(pair, change, bool(left and right))


def _quoted_words(story: Story) -> list[frozenset[int]]:
    """For each statement the indexes of its words that stand inside quotation marks, with its speech only."""
    by_document: dict[str, list[Statement]] = {}
    for statement in story.statements:
        by_document.setdefault(statement.document.id, []).append(statement)
    quoted: list[frozenset[int]] = [frozenset()] * len(story.statements)
    for statements in by_document.values():
        inner = _inner_spans(statements[0].document, statements)
        for s in statements:
            held = [q for q in inner if q.overlap(s.claim.span)]
            quoted[s.index] = frozenset(i for q in held for i in s.inside(q))
    return quoted


def _inner_spans(document: Document, statements: Sequence[Statement]) -> list[Span]:
    paragraphs: list[Span] = []
    for s in sorted(statements, key=lambda s: s.claim.span):
        gap = document.text[paragraphs[-1].end : s.claim.span.start] if paragraphs else "\n"
        if "\n" in gap or (paragraphs and s.claim.span.start < paragraphs[-1].end):
            paragraphs.append(s.claim.span)
        else:
            paragraphs[-1] = Span(paragraphs[-1].start, s.claim.span.end)
    return [q.inner for q in find_quotations(document.text, paragraphs) if q.is_speech]


def _collate(pair: Pair, left: frozenset[int], right: frozenset[int]) -> _Change | None:
    """The stretch of words that changed within a run of words that both have."""
    both = bool(left and right)
    a = [i for i in range(len(pair.left.words)) if i in left or not left]
    b = [i for i in range(len(pair.right.words)) if i in right or not right]
    x, y = [pair.left.words[i] for i in a], [pair.right.words[i] for i in b]
    blocks = _opcodes(x, y)
    inner = _shared_stretch(blocks, x, y)
    equal = sum(e - s for tag, s, e, _, _ in inner if tag == "equal")
    terms = sum(1 for tag, s, e, _, _ in inner if tag == "equal" for w in x[s:e] if w.term and not is_weak(w.term))
    changes = [(s, e, t, f) for tag, s, e, t, f in inner if tag != "equal"]
    size = equal + sum(max(e - s, f - t) for s, e, t, f in changes)
    share = MIN_EQUAL_SHARE if both else MIN_EQUAL_SHARE_UNQUOTED
    is_short = both and equal >= MIN_EQUAL_WORDS
    if not changes or terms < (MIN_EQUAL_TERMS - is_short) or equal < share * size:
        return None
    if any(max(e - s, f - t) > MAX_CHANGE for s, e, t, f in changes) or (not both and equal < MIN_EQUAL_UNQUOTED):
        return None
    graded = [
        (severity, c)
        for c in _join_moves(changes, x, y)
        if _is_whole(pair.left, a, c[0], c[1])
        and _is_whole(pair.right, b, c[2], c[3])
        and (severity := _grade(x[c[0] : c[1]], y[c[2] : c[3]], both=both)) is not None
    ]
    if not graded:
        return None
    severity, (s, e, t, f) = min(graded, key=lambda g: RANK[g[0]])
    s, t = max(s - CONTEXT, 0), max(t - CONTEXT, 0)
    e, f = min(e + CONTEXT, len(x)), min(f + CONTEXT, len(y))
    return _Change(range(a[s], a[e - 1] + 1), range(b[t], b[f - 1] + 1), severity)


def _join_moves(changes: Sequence[_Edit], x: Sequence[Word], y: Sequence[Word]) -> list[_Edit]:
    """Takes what lies side by side, or goes here and comes back near, for one change: "never will", "will never"."""
    joined: list[_Edit] = []
    for change in changes:
        last = joined[-1] if joined else None
        if last is not None and change[0] - last[1] <= MAX_MOVE:
            both = (last[0], change[1], last[2], change[3])
            is_moved = sorted(w.plain for w in x[both[0] : both[1]]) == sorted(w.plain for w in y[both[2] : both[3]])
            if is_moved or change[0] == last[1]:
                joined[-1] = both
                continue
        joined.append(change)
    return joined


def _grade(x: Sequence[Word], y: Sequence[Word], *, both: bool) -> Severity | None:
    """Beside words that stand in no marks only another word tells, as reported speech changes much else."""
    severity = grade_change(x, y)
    if both or severity is None:
        return severity
    left, right = {w.term for w in x if w.term}, {w.term for w in y if w.term}
    return Severity.TENSION if left and right and left != right else None


def _may_be_one_speaker(pair: Pair, left: frozenset[int], right: frozenset[int]) -> bool:
    """Whether nothing tells that two people said it."""
    a = source_of(pair.left.claim, pair.left.span(min(left), max(left) + 1))
    b = source_of(pair.right.claim, pair.right.span(min(right), max(right) + 1))
    if a is None or b is None:
        return True
    if a.entity and b.entity:
        return a.entity == b.entity
    x, y = fold(a.name or a.text or "").split(), fold(b.name or b.text or "").split()
    return not x or not y or x[-1] == y[-1]


def _opcodes(x: Sequence[Word], y: Sequence[Word]) -> list[_Block]:
    return [
        (op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in Levenshtein.opcodes([w.plain for w in x], [w.plain for w in y])
    ]


def _shared_stretch(blocks: Sequence[_Block], x: Sequence[Word], y: Sequence[Word]) -> Sequence[_Block]:
    """The blocks from the first to the last one of equal words with content, or with which both begin or end.

    What lies outside is truncation or context, but for a short form at the very start ("I'd", "I would").
    """
    last = len(blocks) - 1
    solid = [
        i for i, (tag, s, e, _, _) in enumerate(blocks) if tag == "equal" and (e - s > 1 or x[s].term or i in (0, last))
    ]
    if not solid:
        return ()
    first = solid[0]
    opening = blocks[:first]
    is_short_form = opening and is_short_form_of(x[: opening[-1][2]], y[: opening[-1][4]])
    return blocks[0 if is_short_form else first : solid[-1] + 1]


def _is_whole(statement: Statement, kept: Sequence[int], start: int, stop: int) -> bool:
    """Whether a change lies within one quotation and is not the editor's own: "[and]", "(the leader)"."""
    near = kept[max(start - 1, 0) : stop + 1]
    if not near or near[-1] - near[0] != len(near) - 1:
        return False
    text = statement.claim.text[statement.words[near[0]].start : statement.words[near[-1]].end + 1]
    return not any(c in "[]()…" or (c == "." and "..." in text) for c in text)


def _make_finding(pair: Pair, change: _Change, both: bool) -> Finding:
    a, b = pair.left, pair.right
    left, right = a.span(change.left.start, change.left.stop), b.span(change.right.start, change.right.stop)
    return Finding(
        Kind.QUOTE_WORDING,
        change.severity,
        make_place(a, left),
        make_place(b, right),
        DETECTOR,
        0.7 if both else 0.5,
        "the words quoted are not the same",
    )
