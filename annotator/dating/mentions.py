"""Which days does the body of a text speak of, and in which words: what an undated text is dated by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.facts import find_dates
from annotator.model import Layout, Span
from annotator.text import fold

MAX_SENTENCE = 4_000  # code points; what is longer is no sentence
REACH = 200  # code points before a date in which its verb stands
MAX_SENTENCES = 80  # of a body that are read; publication hangs on its beginning
_CLUES = (
    "day night month year week morn evening afternoon noon spring summer autumn fall winter tomorrow",
    "jan feb mar apr may jun jul aug sep oct nov dec",
)
_CLUE = tuple(word for line in _CLUES for word in line.split())
_AHEAD = re.compile(
    r"\b(?:will|shall|'ll|won't|would|to (?:be|take|hold|host|meet|visit|begin|start|decide)|set (?:for|to)"
    r"|scheduled|planned|plans|due|expected|upcoming|forthcoming|next|until|by|before)\b[^.;]{0,120}$",
    re.I,
)
_REPORTED = re.compile(
    r"\b(?:said|announced|told|confirmed|reported|warned|declared|stated|wrote|denied|signed|died|killed|voted|ruled"
    r"|approved|arrested|agreed|opened|resigned)"
    r"(?: (?!will|would|to |be |due |set )\w+){0,5}? (?:on |early on |late on )?(?:\w+day,? )?$"
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_STOPPED = (
    "that this with from have been were will would about after before their there which when where said says told they",
    "them than then also into over more most some such only other because during under between while could should",
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september",
    "october november december today yesterday tomorrow last next week month year morning evening",
)
_STOP = frozenset(word for line in _STOPPED for word in line.split())
_STEM = 6  # letters by which forms of one word are held together ("conference", "conferences")


@dataclass(frozen=True, slots=True)
class Mention:
    """A date named in a sentence of the body."""

    sentence: Span
    order: int
    """Which sentence of the body it stands in, from 0."""
    text: str
    value: str
    """As `find_dates` gives it: ISO, or relative ("day-1", "wednesday", "12-06")."""
    is_ahead: bool
    """The sentence speaks of it as still to come."""
    is_reported: bool
    """The day is that of a statement or announcement ("said on November 17")."""
    place: int
    """Where it stands in the text, in code points."""
    words: frozenset[str]
    """Stems of the words of its sentence."""


def read_mentions(
    text: str, layout: Layout, sentences: Sequence[Span], *, published: str | None = None
) -> tuple[Mention, ...]:
    """Mentions in order of the body; relative ones are resolved where `published` is known."""
    return tuple(_read(text, layout, sentences, published))


def _read(text: str, layout: Layout, sentences: Sequence[Span], published: str | None) -> Iterator[Mention]:
    order = -1
    for sentence in sentences:
        if not any(b.contains(sentence) for b in layout.body):
            continue
        order += 1
        if order >= MAX_SENTENCES:
            return
        words: frozenset[str] | None = None
        if len(sentence) > MAX_SENTENCE or not _may_date(sentence.text(text).lower()):
            continue
        for fact in find_dates(text, sentence, published=published):
            if fact.comparator is not None or str(fact.value).startswith("T"):
                continue
            words = words if words is not None else stems(sentence.text(text))
            reach = max(sentence.start, fact.span.start - REACH)
            is_reported = bool(_REPORTED.search(text, reach, fact.span.start))
            is_ahead = not is_reported and bool(_AHEAD.search(text, reach, fact.span.start))
            value = str(fact.value)
            yield Mention(sentence, order, fact.text, value, is_ahead, is_reported, fact.span.start, words)


def stems(text: str) -> frozenset[str]:
    """Stems of the words that say what a sentence is about."""
    return frozenset(w[:_STEM] for w in _WORD.findall(fold(text)) if w not in _STOP)


def _may_date(lowered: str) -> bool:
    """Whether a sentence holds a figure or a piece of a word of time: a quick look before the thorough one."""
    return any(clue in lowered for clue in _CLUE) or any(map(str.isdigit, lowered))
