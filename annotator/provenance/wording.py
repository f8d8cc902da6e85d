"""The words of a text's claims: own words apart from quoted ones, and the names and numbers that anchor a fact."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.model import Claim, Document, Span
from annotator.segment import find_quotations
from annotator.text import fold

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_NUMBER_WORDS = frozenset(
    {
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "dozen",
        "hundred",
        "half",
        "third",
    }
)
_CUT = re.compile(r"(?<=\d)[.,](?=\d)")
_STEM = 5  # letters by which two spellings of one name are held together


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a claim."""

    low: str
    span: Span
    is_quoted: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """A claim of the body as words."""

    claim: Claim
    words: tuple[Word, ...]
    own: tuple[str, ...]
    """Words outside quotation marks."""
    anchors: frozenset[str]
    """Names and numbers: what a retelling in other words keeps."""


def read_wordings(document: Document, claims: Iterable[Claim]) -> tuple[Wording, ...]:
    """The claims of a document's body, in order of the text."""
    inside = [c for c in claims if any(b.contains(c.span) for b in document.body)]
    quoted = _quoted_spans(document)
    return tuple(_read(document.text, c, quoted) for c in sorted(inside, key=lambda c: c.span))


def _quoted_spans(document: Document) -> list[Span]:
    paragraphs = [
        Span(m.start(), m.end()) for b in document.body for m in _PARAGRAPH.finditer(document.text, b.start, b.end)
    ]
    return [q.span for q in find_quotations(document.text, paragraphs)]


def _read(text: str, claim: Claim, quoted: Sequence[Span]) -> Wording:
    at = bisect_right(quoted, claim.span.end, key=lambda s: s.start)
    near = [q for q in quoted[max(0, at - 24) : at] if q.overlap(claim.span)]
    words = tuple(
        Word(_low(m[0]), span, any(q.contains(span) for q in near))
        for m in _WORD.finditer(text, claim.span.start, claim.span.end)
        for span in [Span(m.start(), m.end())]
    )
    return Wording(
        claim=claim,
        words=words,
        own=tuple(w.low for w in words if not w.is_quoted),
        anchors=frozenset(a for i, w in enumerate(words) if (a := _anchor(text, w, is_first=i == 0))),
    )


def _low(word: str) -> str:
    return word.lower() if word.isascii() else fold(word)


def _anchor(text: str, word: Word, *, is_first: bool) -> str | None:
    if word.low[0].isdigit():
        return _CUT.sub(".", word.low)
    if word.low in _NUMBER_WORDS:
        return word.low
    if text[word.span.start].isupper() and not is_first and len(word.low) > 2:
        return word.low.split("'")[0][:_STEM]
    return None
