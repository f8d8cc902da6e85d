"""Whose words are these: the text's own, or a speaker's?

Words between quotation marks and in indirect speech ("said that ...") are the speaker's. A narrative report of a
speech act ("hailed the apparent reversal", "plans to shore up ...") tells in the writer's words what was said; they
stay the writer's. Source of the distinction: Leech and Short, Style in Fiction, chapter 10.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Sequence

from annotator.editorial.evidence import ISSUING
from annotator.model import Attitude, Attribution, Directness, Genre, Quotation, SourceRole, Span

MAX_SUBJECT = 70  # characters within which the verb of a reported clause without "that" is looked for
_ISSUERS_OWN = frozenset((SourceRole.INSTITUTION, SourceRole.DOCUMENT))
_TOLD = frozenset((Directness.INDIRECT, Directness.MIXED))
_OPENS_CLAUSE = re.compile(
    r"[\W\d]*(?:that|whether|if|how|why|what|when|where|who|there|it|he|she|they|we|i|you|this|because)\b",
    re.IGNORECASE,
)
_SAYING = re.compile(
    r"\b(?:say|says|said|saying|tell|tells|told|telling|add|adds|added|adding|according|think|thinks|thought|believe|believes"
    r"|believed|argue|argues|argued|arguing|claim|claims|claimed|claiming|insist|insists|insisted|insisting)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|isn't|aren't|wasn't|weren't|has|have|had|will|would|won't|wouldn't|can|could|can't|cannot|couldn't"
    r"|may|might|must|should|shouldn't|do|does|did|doesn't|didn't|don't)\b"
)
_RELATIVE = re.compile(r"\b(?:who|which|that|whose|where|when)\b")


def find_speech(
    text: str, sentence: Span, quotations: Sequence[Quotation], attributions: Sequence[Attribution], genre: Genre
) -> tuple[tuple[int, int], ...]:
    """Runs of the sentence that are a speaker's words, in order and apart; offsets of the sentence, or beyond it."""
    runs = [q.inner for q in quotations]
    for attribution in attributions:
        if not _is_own(text, attribution, genre):
            runs += attribution.content
    merged: list[tuple[int, int]] = []
    for run in sorted(runs):
        start, end = run.start - sentence.start, run.end - sentence.start
        if merged and start <= merged[-1][1]:
            start, end = merged[-1][0], max(end, merged.pop()[1])
        merged.append((start, end))
    return tuple(merged)


def is_spoken(at: int, speech: Sequence[tuple[int, int]]) -> bool:
    """Whether words that begin there are a speaker's; what only reaches into a speaker's run is the writer's frame."""
    before = bisect_right(speech, (at, sys.maxsize))
    return before > 0 and at < speech[before - 1][1]


def is_paraphrase(span: Span, quotations: Sequence[Quotation], attributions: Sequence[Attribution]) -> bool:
    """Whether words stand in reported speech outside quotation marks: nothing shows whose choice they are."""
    if any(q.inner.overlap(span) for q in quotations):
        return False
    told = (a for a in attributions if a.directness in _TOLD)
    return any(c.start <= span.start < c.end for a in told for c in a.content)


def _is_own(text: str, attribution: Attribution, genre: Genre) -> bool:
    """Whether what the attribution holds is still worded by the text itself."""
    source = attribution.source
    if source is not None and source.role is SourceRole.AUTHOR:
        return True
    if attribution.directness is not Directness.INDIRECT:
        return False
    if source is None or attribution.attitude is Attitude.INTENDS:
        return True  # "amid concerns that": said by nobody
    if genre.type in ISSUING and source.role in _ISSUERS_OWN:
        return True
    return attribution.attitude is not Attitude.ORDERS and _is_told(text, attribution)


def _is_told(text: str, attribution: Attribution) -> bool:
    """Whether the content is what a speech act was about, and not a reported clause."""
    cue, content = attribution.cue, attribution.content[0]
    if cue is None or content.start < cue.span.end or _SAYING.search(cue.text):
        return False
    opening = text[content.start : min(content.end, content.start + MAX_SUBJECT)]
    if _OPENS_CLAUSE.match(opening):
        return False
    verb = _FINITE.search(opening)
    return verb is None or _RELATIVE.search(opening, 0, verb.start()) is not None
