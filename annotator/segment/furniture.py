"""What a line alone gives away: byline, date stamp, credit, caption, navigation, call to action, and so on.

Every rule names a habit of newsrooms, press offices and web pages. A line of prose is left alone unless it opens with
an order to the reader. Whether a line stands before, within or after the article is judged in `roles`.
"""

from __future__ import annotations

import re

from annotator.segment.habits import ANYWHERE, NOT_IN_PROSE, LineKind
from annotator.segment.stamps import Stamp, is_date_stamp, read_stamp

MAX_FURNITURE = 700  # characters; nothing longer is a caption, notice or bar
MAX_BAR_WORDS = 4  # words in each piece of a navigation bar
MIN_BAR_PIECES = 3


def kind_of(line: str) -> LineKind | None:
    """What a line is for (a whole paragraph, marks of lists and headings taken off); None if it gives nothing away."""
    if len(line) > MAX_FURNITURE:
        return None
    if _IMAGE.fullmatch(line.strip()):
        return LineKind.CAPTION
    bare = plain(line)
    if not any(c.isalnum() for c in bare):
        return LineKind.END if _END.fullmatch(bare) else LineKind.RULE
    lowered = bare.lower()
    for habit in ANYWHERE:
        if habit.fits(bare, lowered):
            return LineKind.DATE if habit.kind is LineKind.CONTACT and is_date_stamp(bare) else habit.kind
    if is_prose(bare) and not _ENDS_IN_CLOCK.search(bare):
        return None
    for habit in NOT_IN_PROSE:
        if habit.fits(bare, lowered):
            return habit.kind
    is_row = line.lstrip().startswith("|")
    if not is_row and (stamp := read_stamp(bare)):
        return {Stamp.BYLINE: LineKind.BYLINE, Stamp.DATE: LineKind.DATE, Stamp.DESK: LineKind.DESK}[stamp.kind]
    return LineKind.NAVIGATION if not is_row and _is_bar(line) else None


def plain(line: str) -> str:
    """The words of a line without Markdown's links and emphasis, white space folded."""
    if "](" in line:
        line = _LINK.sub(r"\1", line)
    if "*" in line or "_" in line:
        line = _EMPHASIS.sub("", line)
    return " ".join(line.split())


def is_prose(line: str) -> bool:
    """Whether a line reads like a sentence: it ends like one, brackets behind it aside, and is long enough."""
    bare = _LAST_BRACKETS.sub("", line) if line.endswith(")") else line
    return bare.count(" ") >= 4 and bool(_SENTENCE_END.search(bare[-6:]))


def is_short_sentence(line: str) -> bool:
    """Whether a line that is too short to be prose by itself still ends like a sentence ("They also met.")."""
    return line.count(" ") >= 2 and bool(_FULL_STOP.search(line[-6:]))


def _is_bar(line: str) -> bool:
    pieces = [p for p in _BAR.split(line.strip()) if p.strip()]
    return len(pieces) >= MIN_BAR_PIECES and all(len(p.split()) <= MAX_BAR_WORDS for p in pieces)


_LINK = re.compile(r"!?\[([^\[\]]{0,200})\]\([^()\s]{0,500}\)")
_IMAGE = re.compile(r"!\[[^\[\]]{0,300}\]\([^()]{0,500}\)")
_EMPHASIS = re.compile(r"(?<![\w*_])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![\w*_])")
_SENTENCE_END = re.compile(r"[.!?…][”\"’')\]*_]*$")
_LAST_BRACKETS = re.compile(r"\s*\([^()]{0,120}\)$")
_FULL_STOP = re.compile(r"[\w’')][.…][”\"’')\]]*$")
_ENDS_IN_CLOCK = re.compile(r"\d\s?[ap]\.m\.$", re.I)
_BAR = re.compile(r"\s[|•·›»>/]\s|[|•›»]|\s{3,}|\t")
_END = re.compile(r"#\s?#\s?#(?:\s?#)*")
