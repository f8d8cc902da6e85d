"""What is quoted in each document, by whom, word by word, and which quotations of two documents may be one speech?

An utterance is everything within quotation marks that one source says within one paragraph: “A,” he said, “B.”
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import islice

from annotator.align import Word, is_weak
from annotator.disagree.statements import Statement
from annotator.disagree.story import Story, source_of
from annotator.model import Document, Source, Span
from annotator.segment import find_quotations

MAX_WORDS = 400  # of an utterance that are collated
MIN_SHARED = 2  # words with content that two utterances share, or half of those of the shorter one
MAX_USES = 40  # utterances with a term beyond which it brings none together
MAX_PARTNERS = 30  # utterances of other documents that one is collated with
_SENTENCE_ENDS = ".!?"
_INTERRUPTED = frozenset(",—–-;:")  # marks with which a sentence breaks off before "he said"
_QUOTED_ENDS = ".,!?"  # a comma closes a whole sentence before "he said"


@dataclass(frozen=True, slots=True)
class Token:
    """A quoted word."""

    statement: Statement
    at: int
    """Its index in the statement."""
    piece: int
    """Number of the quotation marks around it, within the utterance."""

    @property
    def word(self) -> Word:
        """The word itself."""
        return self.statement.words[self.at]

    @property
    def span(self) -> Span:
        """Where it stands in the document."""
        return self.statement.span(self.at, self.at + 1)


@dataclass(frozen=True, slots=True, eq=False)
class Utterance:
    """What one source is quoted with within one paragraph."""

    document: Document
    tokens: tuple[Token, ...]
    source: Source | None

    def starts_piece(self, i: int) -> bool:
        """Whether token i is the first within its marks."""
        return i == 0 or self.tokens[i - 1].piece != self.tokens[i].piece

    def ends_piece(self, i: int) -> bool:
        """Whether token i is the last within its marks."""
        return i + 1 == len(self.tokens) or self.tokens[i + 1].piece != self.tokens[i].piece

    def starts_sentence(self, i: int) -> bool:
        """Whether a sentence begins with token i."""
        if self.starts_piece(i):
            return self.tokens[i].word.is_capital and not self.goes_on(i)
        return any(c in _SENTENCE_ENDS for c in self.gap(i))

    def ends_sentence(self, i: int) -> bool:
        """Whether what is quoted reads as a whole sentence up to token i."""
        if not self.ends_piece(i):
            return any(c in _SENTENCE_ENDS for c in self.gap(i + 1))
        end = self.tokens[i].span.end
        return any(c in _QUOTED_ENDS for c in self.document.text[end : end + 2])

    def sentence_end(self, start: int, most: int) -> int:
        """One past the last word of the sentence that goes on with token `start`, if that is at most so many words on
        and within the same marks; else `start`.
        """
        if 0 < start < len(self.tokens) and not self.starts_piece(start) and not self.ends_sentence(start - 1):
            for i in range(start, min(start + most, len(self.tokens))):
                if self.ends_sentence(i):
                    return i + 1
                if self.ends_piece(i):
                    break
        return start

    def sentence_start(self, stop: int, most: int) -> int:
        """The first word of the sentence that holds token `stop`, if that is at most so many words before it."""
        if stop == len(self.tokens) or self.starts_piece(stop):
            return stop
        for i in range(stop, max(stop - most, 0) - 1, -1):
            if self.starts_sentence(i):
                return i
            if self.starts_piece(i):
                break
        return stop

    def goes_on(self, i: int) -> bool:
        """Whether token i takes up the sentence of the piece before it: “A,” he said, “B.”"""
        if i == 0 or self.tokens[i - 1].piece == self.tokens[i].piece or self.tokens[i].word.is_capital:
            return False
        gap = self.gap(i)
        return gap[:1] in _INTERRUPTED and not any(c in _SENTENCE_ENDS for c in gap)

    def gap(self, i: int) -> str:
        """What stands between token i and the one before it."""
        return self.document.text[self.tokens[i - 1].span.end : self.tokens[i].span.start]


def read_utterances(story: Story) -> tuple[Utterance, ...]:
    """Everything that is quoted in a story as speech, in order of the text."""
    by_document: dict[str, list[Statement]] = {}
    for statement in story.statements:
        by_document.setdefault(statement.document.id, []).append(statement)
    return tuple(u for statements in by_document.values() for u in _read_document(statements))


def pair_utterances(utterances: Sequence[Utterance]) -> Iterator[tuple[Utterance, Utterance]]:
    """Utterances of two documents that share enough words with content; the work for each is bounded."""
    uses: defaultdict[str, list[int]] = defaultdict(list)
    telling = [_telling(utterance) for utterance in utterances]
    for i, terms in enumerate(telling):
        for term in terms:
            uses[term].append(i)
    for i, utterance in enumerate(utterances):
        shared: Counter[int] = Counter()
        for term in telling[i]:
            if len(uses[term]) <= MAX_USES:
                shared.update(j for j in uses[term] if j > i)
        likely = [j for j, n in shared.items() if n >= MIN_SHARED or 2 * n >= min(len(telling[i]), len(telling[j]))]
        for j in sorted(nlargest(MAX_PARTNERS, likely, key=lambda j: (shared[j], -j))):
            if utterances[j].document.id != utterance.document.id:
                yield utterance, utterances[j]


def as_utterance(statement: Statement, words: Iterable[int]) -> Utterance:
    """Words of a statement that stand in no marks, as if somebody were quoted with them."""
    tokens = tuple(Token(statement, i, 0) for i in words)
    return Utterance(statement.document, tokens, None)


def split_by_statement(utterances: Sequence[Utterance]) -> dict[int, Utterance]:
    """By index of a statement what is quoted in it."""
    held: defaultdict[int, list[Token]] = defaultdict(list)
    for utterance in utterances:
        for token in utterance.tokens:
            held[token.statement.index].append(token)
    return {index: Utterance(tokens[0].statement.document, tuple(tokens), None) for index, tokens in held.items()}


def _telling(utterance: Utterance) -> set[str]:
    return {t.word.term for t in utterance.tokens if t.word.term and not is_weak(t.word.term)}


def _read_document(statements: Sequence[Statement]) -> Iterator[Utterance]:
    document = statements[0].document
    ordered = sorted(statements, key=lambda s: s.claim.span)
    at = 0
    held: list[tuple[list[tuple[Statement, int]], Source | None, int]] = []
    for paragraph, inner in _quotations(document, ordered):
        while at < len(ordered) and ordered[at].claim.span.end <= inner.start:
            at += 1
        words = list(_words_in(ordered, at, inner))
        if not words:
            continue
        first, last = words[0], words[-1]
        source = source_of(first[0].claim, first[0].span(first[1], first[1] + 1)) or source_of(
            last[0].claim, last[0].span(last[1], last[1] + 1)
        )
        if held and not (held[-1][2] == paragraph and _is_one_source(held[-1][1], source)):
            yield _make_utterance(document, held)
            held = []
        held.append((words, source, paragraph))
    if held:
        yield _make_utterance(document, held)


def _make_utterance(
    document: Document, held: Sequence[tuple[list[tuple[Statement, int]], Source | None, int]]
) -> Utterance:
    tokens = [Token(s, i, number) for number, (words, _, _) in enumerate(held) for s, i in words]
    source = next((source for _, source, _ in held if source is not None), None)
    return Utterance(document, tuple(tokens[:MAX_WORDS]), source)


def _is_one_source(a: Source | None, b: Source | None) -> bool:
    return a is None or b is None or a.span == b.span or (a.name or a.text) == (b.name or b.text)


def _words_in(statements: Sequence[Statement], first: int, span: Span) -> Iterator[tuple[Statement, int]]:
    for statement in islice(statements, first, None):
        if statement.claim.span.start >= span.end:
            return
        for i in statement.inside(span):
            yield statement, i


def _quotations(document: Document, statements: Sequence[Statement]) -> Iterator[tuple[int, Span]]:
    """Number of the paragraph and the words within the marks, of each quotation that is speech."""
    paragraphs: list[Span] = []
    for s in statements:
        gap = document.text[paragraphs[-1].end : s.claim.span.start] if paragraphs else "\n"
        if "\n" in gap or (paragraphs and s.claim.span.start < paragraphs[-1].end):
            paragraphs.append(s.claim.span)
        else:
            paragraphs[-1] = Span(paragraphs[-1].start, s.claim.span.end)
    number = 0
    for quotation in find_quotations(document.text, paragraphs):
        while number + 1 < len(paragraphs) and quotation.span.start >= paragraphs[number].end:
            number += 1
        if quotation.is_speech:
            yield number, quotation.inner
