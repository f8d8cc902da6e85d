"""Where sentences end: every sentence as a span with exact offsets, by rules for English prose.

A full stop ends a sentence unless what stands before it is an abbreviation, an initial or a list number, and what
follows does not look like a beginning. Sentences end inside quotations too, but not inside a quotation within one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from annotator.model import Quotation, Span, strip_span
from annotator.segment.abbreviations import (
    ADDRESSES,
    BEGINNERS,
    CAPITAL_SHORT_FORMS,
    CLOCK_FOLLOWERS,
    CLOSING,
    EXCLAIMING_NAMES,
    JOINTS,
    LABELS,
    SHORT_FORMS,
    SPEAKING,
)
from annotator.segment.lines import follows_bullet

LABEL_WORDS = 6  # a bullet's run-in label is no longer ("Technical Data Package. The ...")
LABEL_REACH = 120  # characters of such a label
NESTED_REACH = 400  # characters; a quotation within a quotation that runs longer is a stray mark

_END = re.compile(
    r"""(?<![.!?…])(?P<stop>[.!?…]++)(?P<closers>[”’"'»)\]*_]*+(?:\[\d{1,3}\])*+(?:[ ]?[”»])?)
        (?:(?P<gap>\s++)(?P<openers>[“„‘"'«(\[*_]*+\s?)(?=(?P<next>[^\W_]))
          |(?P<glued>(?=[“A-Z])))""",
    re.X,
)
_CLOSED = re.compile(r"[.!?][”\"’')]*\s+$")
_LAST_TOKEN = re.compile(r"[^\s“”\"‘(\[—–]*$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]$")
_SPEAKER = re.compile(r"(?:[A-Z][\w’'.-]*\s+){1,6}(?:\([^()]{1,40}\)\s+)?(?:" + "|".join(SPEAKING) + r")\b")
_DATELINE_ONLY = re.compile(r"[A-Z][A-Z.'’ -]{2,30}[^.!?\n]{0,40}\s[-–—]{1,2}\s[A-Z][\w ]{1,30}")
_NUMBER_FIRST = re.compile(r"[“\"( \n]*+\d{1,3}")
_FEET = frozenset({"ft", "in"})  # "5 ft. 4 in."
_TOKEN_REACH = 40  # characters before a stop in which an abbreviation is looked for


def split_sentences(text: str, paragraphs: Sequence[Span], quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """Sentences in order of the text; none runs over a paragraph's end, and together they cover every word."""
    nested = _nested_quotations(text, quotations)
    return tuple(s for paragraph in paragraphs for s in _split_paragraph(text, paragraph, nested))


def _split_paragraph(text: str, paragraph: Span, nested: Sequence[Span]) -> Iterator[Span]:
    cuts = [paragraph.start]
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        end = match.end("closers")
        if not _lies_within(nested, end) and _ends_sentence(text, match, cuts[-1], paragraph):
            cuts.append(end)
    cuts.append(paragraph.end)
    pieces = [s for a, b in pairwise(cuts) if (s := strip_span(text, a, b))]
    return _join_wordless(text, pieces)


def _lies_within(spans: Sequence[Span], place: int) -> bool:
    i = bisect_left(spans, place, key=lambda s: s.start) - 1
    return i >= 0 and place < spans[i].end


def _join_wordless(text: str, pieces: Sequence[Span]) -> Iterator[Span]:
    """Gives a piece without letters or digits (a stray mark) to its neighbour."""
    held: Span | None = None
    for piece in pieces:
        if held and (_has_word(text, held) and _has_word(text, piece)):
            yield held
            held = piece
        else:
            held = Span(held.start, piece.end) if held else piece
    if held:
        yield held


def _has_word(text: str, span: Span) -> bool:
    return any(text[i].isalnum() for i in range(span.start, span.end))


def _ends_sentence(text: str, match: re.Match[str], start: int, paragraph: Span) -> bool:
    if match["glued"] is not None:
        return _ends_without_gap(text, match)
    stop = match["stop"]
    if not _may_begin(text, match):
        return False
    if "?" in stop or "!" in stop:
        return not _goes_on_after_question(text, match)
    if _is_loose_ellipsis(text, match):
        return False
    token = _LAST_TOKEN.search(text, max(start, match.start() - _TOKEN_REACH), match.start())
    before = token[0] if token else ""
    if before.isdigit() and len(before) <= 3 and _NUMBER_FIRST.fullmatch(text, start, match.start()):
        return False
    if start == paragraph.start and _DATELINE_ONLY.fullmatch(text, start, match.start()):
        return False
    if follows_bullet(text, paragraph.start) and start == paragraph.start and _is_label(text, start, match.start()):
        return False
    return len(stop) > 1 or not before or _ends_after_word(text, match, before)


def _may_begin(text: str, match: re.Match[str]) -> bool:
    """Whether what follows the stop looks like the beginning of a sentence."""
    first = match["next"]
    if not first.islower():
        return True
    if match["closers"] or match["openers"].strip() or match["stop"] != ".":
        return False
    word = _word_before(text, match.start())
    return len(word) > 3 and word.islower() and word not in SHORT_FORMS and word not in LABELS


def _word_before(text: str, end: int) -> str:
    token = _LAST_TOKEN.search(text, max(0, end - _TOKEN_REACH), end)
    return token[0] if token else ""


def _goes_on_after_question(text: str, match: re.Match[str]) -> bool:
    """Whether “Why?” or “No!” is only a part: followed by its speaker, within brackets, or part of a name."""
    if text[match.start() - 1 : match.start()] in ("(", "["):
        return True
    if match["closers"]:
        return bool(_SPEAKER.match(text, match.start("next"))) and not _begins_plainly(text, match.start("next"))
    word = _WORD.match(text, match.start("next"))
    name = _word_before(text, match.start()).casefold()
    return name in EXCLAIMING_NAMES and not (word and word[0].casefold() in BEGINNERS)


def _is_loose_ellipsis(text: str, match: re.Match[str]) -> bool:
    """Whether dots with a blank before them stand within a sentence: “the … plan”, but not “We stay. … They go.”"""
    is_dots = "…" in match["stop"] or len(match["stop"]) > 2
    if not is_dots or match["closers"] or not text[match.start() - 1 : match.start()].isspace():
        return False
    return not _CLOSED.search(text, max(0, match.start() - 4), match.start())


def _ends_without_gap(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence ends where the blank after it was lost: “...war.”The minister“, “...war.The minister”."""
    end = match.end("closers")
    if match["stop"][0] == "…" or text[match.start() - 2 : match.start()].islower() is False:
        return False
    if text[end] == "“":
        return True
    return "”" in match["closers"] or (not match["closers"] and _begins_plainly(text, end))


def _ends_after_word(text: str, match: re.Match[str], before: str) -> bool:
    """Whether the stop after this word is more than the stop of an abbreviation."""
    at = match.start("next")
    is_capital = before[0].isupper()
    bare = before.casefold().rsplit("-", 1)[-1]
    if bare in JOINTS or (is_capital and bare in ADDRESSES) or (bare in _FEET and text[at].isdigit()):
        return False
    if bare in CLOSING:
        following = _WORD.match(text, at)
        return not following or following[0] == "Local" or following[0].casefold() not in CLOCK_FOLLOWERS
    if bare in LABELS:
        return not text[at].isdigit() and (not is_capital or _begins_plainly(text, at))
    is_short = bare in SHORT_FORMS or (is_capital and bare in CAPITAL_SHORT_FORMS)
    if is_short or (len(bare) == 1 and is_capital) or _ACRONYM.match(before):
        opens_quotation = any(c in '“"„«' for c in match["openers"])
        return _begins_plainly(text, at) or (is_short and opens_quotation)
    return True


def _begins_plainly(text: str, at: int) -> bool:
    """Whether a word stands here that begins sentences and hardly ever follows an abbreviation within one."""
    word = _WORD.match(text, at)
    if not word or not word[0][0].isupper():
        return False
    if len(word[0]) == 1 and text[word.end() : word.end() + 1] == ".":
        return False
    return re.split("['’]", word[0])[0].casefold() in BEGINNERS


def _is_label(text: str, start: int, end: int) -> bool:
    if end - start > LABEL_REACH:
        return False
    parts = text[start:end].split()
    return len(parts) <= LABEL_WORDS and all(p[0].isupper() or len(p) < 4 for p in parts)


def _nested_quotations(text: str, quotations: Sequence[Quotation]) -> list[Span]:
    """Single-quoted runs inside double-quoted ones."""
    found = []
    for quotation in quotations:
        start, end = quotation.inner.start, quotation.inner.end
        opening = text.find("‘", start, end)
        while opening != -1:
            closing = _closing_mark(text, opening + 1, min(end, opening + NESTED_REACH))
            if closing is None:
                break
            found.append(Span(opening, closing))
            opening = text.find("‘", closing, end)
    return found


def _closing_mark(text: str, start: int, end: int) -> int | None:
    at = text.find("’", start, end)
    while at != -1:
        if not text[at + 1 : at + 2].isalnum():
            return at + 1
        at = text.find("’", at + 1, end)
    return None
