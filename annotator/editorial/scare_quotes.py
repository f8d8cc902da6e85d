"""Are words put between quotation marks to keep them at a distance? Speech, titles and terms do not count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.editorial.evidence import ARGUING, Hit, Reading
from annotator.model import FlagKind, Quotation

FAMILY = "scare_quotes"
AFTER_DOUBT = 0.66  # so-called “experts”
IN_ARGUMENT = 0.5
PLAIN = 0.36
MAX_WORDS = 3  # longer ones are quotations or titles
_WHY = "The marks around “{words}” keep the words at a distance; nobody is cited for them."
_DOUBT = re.compile(r"\b(?:so-called|supposed|self-styled|alleged|purported)\W*\Z", re.IGNORECASE)
_NAMING = re.compile(
    r"\b(?:called|calls|calling|named|titled|entitled|dubbed|known as|nicknamed|labelled|labeled|termed|term|words?"
    r"|phrase|song|film|movie|book|novel|series|show|album|play|episode|essay|article|column|poem|painting|single|track|podcast|drama|game"
    r"|as|chanted|chanting|reading|read|said|says|described|describes|wrote|tweeted|shouted)\W*\Z",
    re.IGNORECASE,
)


def find_scare_quotes(reading: Reading) -> Iterator[Hit]:
    """Short quoted phrases that nobody is said to have spoken."""
    for quotation in reading.quotations:
        weight = _weight(reading, quotation)
        if weight:
            start = quotation.span.start - reading.offset
            end = quotation.span.end - reading.offset
            yield Hit(FlagKind.SCARE_QUOTES, start, end, weight, "scare_quotes", FAMILY, _WHY)


def _weight(reading: Reading, quotation: Quotation) -> float:
    start, end = quotation.span.start - reading.offset, quotation.span.end - reading.offset
    if start < 0 or end > len(reading.sentence) or quotation.is_speech or not quotation.closed:
        return 0.0
    inner = reading.sentence[quotation.inner.start - reading.offset : quotation.inner.end - reading.offset]
    words = inner.split()
    before = reading.sentence[max(0, start - 24) : start]
    if _DOUBT.search(before):
        return AFTER_DOUBT
    if not 1 <= len(words) <= MAX_WORDS or inner[-1:] in ".,!?" or any(w[:1].isupper() for w in words):
        return 0.0
    if _NAMING.search(before) or any(c.overlap(quotation.span) for a in reading.attributions for c in a.content):
        return 0.0
    return IN_ARGUMENT if reading.genre.type in ARGUING else PLAIN
