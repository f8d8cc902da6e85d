"""Does one document quote words that another one gives differently?

Quotations are collated word by word. That one stops earlier is no difference of wording; nor is what lies outside the
marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotator.align import Word
from annotator.disagree.collation import Edit, Stretch, collate, collate_all, read_utterances_of
from annotator.disagree.findings import RANK, Finding, make_place
from annotator.disagree.mouths import are_one_speaker
from annotator.disagree.statements import Statement
from annotator.disagree.story import Pair, Story
from annotator.disagree.utterances import Utterance, as_utterance, split_by_statement
from annotator.disagree.wording import grade_change, is_light_change, is_other_word, is_short_form_of
from annotator.model import DisagreementKind as Kind
from annotator.model import Severity, Span

DETECTOR = "quote_wording@2"
MIN_CERTAINTY = 0.1
MIN_TERMS, MIN_WORDS, MIN_SHARE = 3, 5, 0.6  # with content, in all and of all words, that two quotations have alike
MANY_WORDS = 6  # from which one term less will do
MIN_LIGHT_TERMS, MIN_LIGHT_WORDS = 1, 3  # where only a small word differs in what is otherwise one sentence
MIN_SHARE_PLAIN, MIN_WORDS_PLAIN = 0.8, 8  # where one of them is not marked as a quotation
MAX_EDGE = 3  # words by which the end of a sentence may have been replaced
CONTEXT = 1  # words shown on either side of a change


@dataclass(frozen=True, slots=True)
class _Change:
    edit: Edit
    severity: Severity


def detect_changed_quotations(story: Story) -> Iterator[Finding]:
    """Changes of wording inside quotation marks, beside other marks or words that stand in none."""
    for left, right, stretches in collate_all(story):
        if are_one_speaker(left.source, right.source):
            yield from _compare(left, right, stretches)
    quoted = split_by_statement(read_utterances_of(story))
    for pair in story.pairs:
        if pair.certainty >= MIN_CERTAINTY and (pair.left.index in quoted) != (pair.right.index in quoted):
            yield from _compare_with_plain(pair, quoted)


def _compare(left: Utterance, right: Utterance, stretches: Sequence[Stretch]) -> Iterator[Finding]:
    """The most telling change of each pair of claims."""
    worst: dict[tuple[int, int], _Change] = {}
    for stretch in stretches:
        if stretch.words < MIN_SHARE * stretch.size:
            continue
        for edit in _edits_of(stretch, left, right):
            change = _grade(left, right, stretch, edit)
            if change is not None:
                claims = _statement_at(left, edit[0]).index, _statement_at(right, edit[2]).index
                worst[claims] = min(worst.get(claims, change), change, key=lambda c: RANK[c.severity])
    for change in worst.values():
        yield _make_finding(left, right, change, 0.7)


def _edits_of(stretch: Stretch, left: Utterance, right: Utterance) -> Iterator[Edit]:
    """The edits within a stretch, and what was put in the place of a sentence's first or last words."""
    yield from stretch.edits
    a, c = stretch.left.stop, stretch.right.stop
    b, d = left.sentence_end(a, MAX_EDGE), right.sentence_end(c, MAX_EDGE)
    if a < b and c < d:
        yield a, b, c, d
    b, d = stretch.left.start, stretch.right.start
    a, c = left.sentence_start(b, MAX_EDGE), right.sentence_start(d, MAX_EDGE)
    if (a < b and (c < d or right.starts_sentence(d))) or (c < d and left.starts_sentence(b)):
        yield a, b, c, d


def _grade(left: Utterance, right: Utterance, stretch: Stretch, edit: Edit) -> _Change | None:
    """A change that counts, if enough is alike around it that both quotations must be of one sentence."""
    a, b, c, d = edit
    x, y = [t.word for t in left.tokens], [t.word for t in right.tokens]
    terms = stretch.terms(x)
    if terms + (stretch.words >= MANY_WORDS) < MIN_TERMS or stretch.words < MIN_WORDS:
        is_light = is_light_change(x[a:b], y[c:d])
        least = MIN_LIGHT_WORDS if is_light else MIN_WORDS
        is_inside = stretch.left.start <= a and b <= stretch.left.stop
        if stretch.words < least or terms < MIN_LIGHT_TERMS or not (is_light or is_inside):
            return None
        is_form = terms > MIN_LIGHT_TERMS and is_short_form_of(x[a:b], y[c:d])
        if not (left.source and right.source and (is_form or _is_same_passage(left, right, stretch, edit))):
            return None
    is_cut = (a == b or c == d) and b <= stretch.left.start and d <= stretch.right.start
    if is_cut and not is_light_change(x[a:b], y[c:d]):
        return None
    severity = grade_change(_unrepeated(x, a, b), _unrepeated(y, c, d))
    return _Change(edit, severity) if severity is not None else None


def _unrepeated(words: Sequence[Word], start: int, stop: int) -> list[Word]:
    """Words that stand for themselves, not for emphasis beside the same word: "a long, long time"."""
    near = {w.plain for w in (*words[max(start - 1, 0) : start], *words[stop : stop + 1])}
    return [w for w in words[start:stop] if w.plain not in near]


def _is_same_passage(left: Utterance, right: Utterance, stretch: Stretch, edit: Edit) -> bool:
    """Whether both quotations are alike, but for edits, from where one begins or its sentence does to such an end."""
    a, c = min(stretch.left.start, edit[0]), min(stretch.right.start, edit[2])
    b, d = max(stretch.left.stop, edit[1]) - 1, max(stretch.right.stop, edit[3]) - 1
    begins = all(u.starts_sentence(i) or u.starts_piece(i) for u, i in ((left, a), (right, c)))
    return begins and all(u.ends_sentence(i) or u.ends_piece(i) for u, i in ((left, b), (right, d)))


def _compare_with_plain(pair: Pair, quoted: Mapping[int, Utterance]) -> Iterator[Finding]:
    """Words in marks here that stand in none there: only another word tells, as reported speech changes much else."""
    sides = [quoted.get(s.index) or as_utterance(s, range(len(s.words))) for s in (pair.left, pair.right)]
    for stretch in collate(sides[0], sides[1]):
        x, y = ([t.word for t in side.tokens] for side in sides)
        if stretch.terms(x) < MIN_TERMS or stretch.words < max(MIN_WORDS_PLAIN, MIN_SHARE_PLAIN * stretch.size):
            continue
        for edit in stretch.edits:
            a, b, c, d = edit
            if is_other_word(x[a:b], y[c:d]):
                yield _make_finding(sides[0], sides[1], _Change(edit, Severity.TENSION), 0.5)
                break


def _make_finding(left: Utterance, right: Utterance, change: _Change, confidence: float) -> Finding:
    a, b, c, d = change.edit
    return Finding(
        Kind.QUOTE_WORDING,
        change.severity,
        make_place(*_shown(left, a, b)),
        make_place(*_shown(right, c, d)),
        DETECTOR,
        confidence,
        "the words quoted are not the same",
    )


def _shown(utterance: Utterance, start: int, stop: int) -> tuple[Statement, Span]:
    """The changed words with those beside them, within one claim."""
    near = utterance.tokens[max(start - CONTEXT, 0) : stop + CONTEXT]
    statement = _statement_at(utterance, start)
    held = [t.at for t in near if t.statement is statement]
    return statement, statement.span(held[0], held[-1] + 1)


def _statement_at(utterance: Utterance, i: int) -> Statement:
    return utterance.tokens[min(i, len(utterance.tokens) - 1)].statement
