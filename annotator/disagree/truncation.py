"""Does one document cut off a quotation so that it says something else?

“I support the tunnel, but not at any price” without its condition; “I never promised that” from behind the “never”;
“I think it failed” without the doubt. What the document tells in its own words beside the quotation is not cut off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotator.align import Word
from annotator.disagree.collation import Stretch, collate_all
from annotator.disagree.findings import Finding, make_place
from annotator.disagree.lexicon import word_class
from annotator.disagree.mouths import are_one_speaker
from annotator.disagree.statements import Statement
from annotator.disagree.story import Story
from annotator.disagree.utterances import Utterance
from annotator.disagree.wording import is_doubtful, is_negative
from annotator.model import DisagreementKind as Kind
from annotator.model import Severity, Span

DETECTOR = "truncation@1"
MIN_WORDS, MIN_TERMS = 3, 1  # of a whole sentence that both quote
MAX_EDITED = 0.15  # share of the words that both quote that may differ, if it is more than one
MIN_FRAGMENT = 4  # words of a part of a sentence
MAX_CUT = 40  # words
MAX_SHOWN = 3  # words on either side of a cut
REACH = 2  # words before a cut in which a negation holds for what is behind it
OWN_REACH = 8  # own words before a quotation that may carry what was cut
CLAIMS_AFTER = 2  # in which a document may tell itself what it cut
MIN_TOLD = 0.5  # share of the words cut that are told elsewhere
CONFIDENCE = 0.6
TURNED = "the quotation goes on in one text and turns there"
DENIED = "one text leaves out that it is denied"
DOUBTED = "one text leaves out the condition or doubt before it"


@dataclass(frozen=True, slots=True)
class _Cut:
    full: Utterance
    words: range
    """What the other document leaves out."""
    short: Utterance
    at: range
    """What it keeps of the sentence."""
    severity: Severity
    note: str

    @property
    def shown(self) -> tuple[range, range]:
        """The words on either side of the cut, and those that stand next to it in the shorter version."""
        start, stop, most = self.words.start, self.words.stop, len(self.full.tokens)
        if self.note == TURNED:
            return range(max(start - MAX_SHOWN, 0), min(start + MAX_SHOWN, stop)), self.at[-2 * MAX_SHOWN :]
        return range(start, min(stop + MAX_SHOWN, most)), self.at[: 2 * MAX_SHOWN]


def detect_cuts(story: Story) -> Iterator[Finding]:
    """Conditions, doubts and negations of one quotation that another one has lost."""
    for left, right, stretches in collate_all(story):
        if are_one_speaker(left.source, right.source):
            for stretch in stretches:
                if stretch.words >= MIN_WORDS and stretch.size - stretch.words <= max(1, MAX_EDITED * stretch.size):
                    yield from _compare(story, left, right, stretch)


def _compare(story: Story, left: Utterance, right: Utterance, stretch: Stretch) -> Iterator[Finding]:
    for full, here, short, there in (
        (left, stretch.left, right, stretch.right),
        (right, stretch.right, left, stretch.left),
    ):
        if sum(short.tokens[i].word.term is not None for i in there) < MIN_TERMS:
            continue
        for cut in (*_cut_behind(full, here, short, there), *_cut_before(full, here, short, there)):
            if not _is_told(story, cut):
                yield _make_finding(cut, is_turned=full is right)


def _cut_behind(full: Utterance, here: range, short: Utterance, there: range) -> Iterator[_Cut]:
    """A whole sentence here that goes on with "but" or "unless" there."""
    start, last = here.stop, there.stop - 1
    is_whole = short.starts_sentence(there.start) and short.ends_piece(last) and short.ends_sentence(last)
    if not is_whole or start >= len(full.tokens) or not (full.goes_on(start) or not full.ends_sentence(start - 1)):
        return
    cut = range(start, _sentence_stop(full, start))
    opening = [full.tokens[i].word.plain for i in cut[:MAX_SHOWN]]
    if opening and (opening[0] in word_class("restricting") or set(opening) & word_class("conditional")):
        yield _Cut(full, cut, short, there, Severity.TENSION, TURNED)


def _cut_before(full: Utterance, here: range, short: Utterance, there: range) -> Iterator[_Cut]:
    """What stands before a quotation in the same sentence: a condition, a doubt or a negation."""
    first = there.start
    if not short.starts_piece(first) or short.goes_on(first):
        return
    cut = range(_sentence_start(full, here.start), here.start)
    if not cut:
        return
    words = [full.tokens[i].word for i in cut]
    if not short.starts_sentence(first):
        if short.ends_piece(there.stop - 1):
            yield from _cut_from_fragment(full, cut, short, there)
    elif is_negative(words) and is_doubtful(words):
        yield _Cut(full, cut, short, there, Severity.CONFLICT, DENIED)
    elif words[0].plain in word_class("conditional") or is_doubtful(words):
        yield _Cut(full, cut, short, there, Severity.TENSION, DOUBTED)


def _cut_from_fragment(full: Utterance, cut: range, short: Utterance, there: range) -> Iterator[_Cut]:
    near = range(max(cut.start, cut.stop - REACH), cut.stop)
    if len(there) < MIN_FRAGMENT or any("," in full.gap(i) for i in range(near.start + 1, near.stop + 1)):
        return
    statement, at = short.tokens[there.start].statement, short.tokens[there.start].at
    own = statement.words[max(at - OWN_REACH, 0) : at]
    words = [full.tokens[i].word for i in near]
    if is_negative(words) and not is_negative(own) and not _names(own, "denying") and not _names(own, "negating"):
        yield _Cut(full, near, short, there, Severity.CONFLICT, DENIED)


def _names(words: Iterable[Word], name: str) -> bool:
    return any(w.plain in word_class(name) for w in words)


def _sentence_stop(utterance: Utterance, start: int) -> int:
    for i in range(start, min(start + MAX_CUT, len(utterance.tokens))):
        if utterance.ends_sentence(i):
            return i + 1
    return min(start + MAX_CUT, len(utterance.tokens))


def _sentence_start(utterance: Utterance, stop: int) -> int:
    for i in range(stop, max(stop - MAX_CUT, 0), -1):
        if utterance.starts_sentence(i) or (utterance.starts_piece(i) and not utterance.goes_on(i)):
            return i
    return max(stop - MAX_CUT, 0)


def _is_told(story: Story, cut: _Cut) -> bool:
    """Whether the document that cut the words off tells what they say beside the quotation."""
    statement = cut.short.tokens[cut.at.stop - 1].statement
    first = cut.short.tokens[cut.at.start].statement.index
    quoted = {(t.statement.index, t.at) for t in cut.short.tokens[cut.at.start : cut.at.stop]}
    near = story.statements[max(first - 1, 0) : statement.index + CLAIMS_AFTER + 1]
    told = {
        w.term
        for s in near
        if s.document is cut.short.document
        for i, w in enumerate(s.words)
        if w.term and (s.index, i) not in quoted
    }
    lost = {t.word.term for t in (cut.full.tokens[i] for i in cut.words) if t.word.term}
    weight = sum(story.weights.get(t, 1.0) for t in lost)
    return bool(lost) and sum(story.weights.get(t, 1.0) for t in lost & told) >= MIN_TOLD * weight


def _make_finding(cut: _Cut, *, is_turned: bool) -> Finding:
    around, beside = cut.shown
    places = make_place(*_shown(cut.full, around)), make_place(*_shown(cut.short, beside))
    left, right = places[::-1] if is_turned else places
    return Finding(Kind.QUOTE_WORDING, cut.severity, left, right, DETECTOR, CONFIDENCE, cut.note)


def _shown(utterance: Utterance, words: range) -> tuple[Statement, Span]:
    tokens = [utterance.tokens[i] for i in words]
    statement = tokens[-1].statement
    held = [t.at for t in tokens if t.statement is statement]
    return statement, statement.span(held[0], held[-1] + 1)
