"""Whether words in quotation marks are speech, or a title, a term or a scare quote."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from annotator.model import Span

SPEECH_WORDS = 5  # words from which a quotation is speech unless it is written like a title
CUE_REACH = 160  # characters before a quotation in which its reporting verb is looked for
NAME_REACH = 60  # characters before a quotation in which the word for a title or term is looked for

_CUE = re.compile(
    r"""\b(?:said|say|says|saying|told|tell|tells|telling|ask(?:s|ed|ing)?|add(?:s|ed|ing)?|wrote|writes?|writing
    |stat(?:e|es|ed|ing)|declar(?:e|es|ed|ing)|describ(?:e|es|ed|ing)|call(?:s|ed|ing)?\s+(?!for\b)[^“"‘.;]{1,60}
    |warn(?:s|ed|ing)?|argu(?:e|es|ed|ing)|accus(?:e|es|ed|ing)|insist(?:s|ed|ing)?|claim(?:s|ed|ing)?
    |announc(?:e|es|ed|ing)|explain(?:s|ed|ing)?|repl(?:y|ies|ied|ying)|respond(?:s|ed|ing)?|tweet(?:s|ed|ing)?
    |quot(?:e|es|ed|ing)|acknowledg(?:e|es|ed|ing)|admit(?:s|ted|ting)?|promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)
    |vow(?:s|ed|ing)?|urg(?:e|es|ed|ing)|prais(?:e|es|ed|ing)|condemn(?:s|ed|ing)?|demand(?:s|ed|ing)?
    |according\s+to|remark(?:s|ed|ing)?|not(?:es|ed|ing)|conced(?:e|es|ed|ing)|recall(?:s|ed|ing)?|den(?:ies|ied|ying)
    |mean(?:s|t)|predict(?:s|ed|ing)?|suggest(?:s|ed|ing)?|conclud(?:e|es|ed|ing)|stress(?:es|ed|ing)?
    |emphasi[sz](?:e|es|ed|ing)|expect(?:s|ed)?|believ(?:e|es|ed)|think(?:s)?|thought|felt|feels?|shout(?:s|ed|ing)?
    |chant(?:s|ed|ing)?|read(?:s|ing)?|dismiss(?:es|ed|ing)?|cit(?:es|ed|ing)|express(?:es|ed|ing)?)\b""",
    re.X | re.I,
)
_AFTER = re.compile(
    r"\s*[,—–-]*\s*(?:(?:he|she|they|it|I|we|who|the\s+[\w’'-]+(?:\s+[\w’'-]+){0,2}?|[A-Z][\w’'.-]+(?:\s+[A-Z][\w’'.-]+){0,4})\s+)?"
    r"(?:(?:said|says|told|added|adds|wrote|writes|asked|asks|replied|recalled|continued|insisted|warned|explained"
    r"|stated|declared|commented|noted|argued|read|reads|announced|tweeted|remarked|responded|concluded|shouted|chanted|posted)\b)"
)
_NAMED = re.compile(
    r"""(?:\b(?:so-called|known\s+as|titled|entitled|dubbed|nicknamed|named|branded|labell?ed|termed|headlined|called
    |the\s+(?:words?|terms?|phrase|song|film|movie|book|novel|album|show|series|play|slogan|label|title|nickname)))
    \s+(?:the\s+|a\s+|an\s+)?$""",
    re.X | re.I,
)
_OF_WORKS = re.compile(r"\b(?:titled|entitled|headlined)\b", re.I)
_SHOWN = re.compile(
    r"\b(?:reads?|reading|chant(?:s|ed|ing)?|shout(?:s|ed|ing)?|yell(?:s|ed|ing)?|say(?:s|ing))\s+$", re.I
)
_DETERMINED = re.compile(r"\b(?:the|an?|his|her|their|its|our|my|your|this|that|these|those|\w+[’']s?)\s+$", re.I)
_MAY_QUOTE = re.compile(r"(?:called|branded|labell?ed|termed|dubbed)\b", re.I)
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_BOUNDARY = re.compile(r"[.!?][”\"’')]*\s")
_SMALL_WORDS = re.compile(
    r"(?:an?|and|as|at|but|by|for|from|in|into|nor|of|on|or|over|the|to|up|with|vs|is|it)\Z", re.I
)


def find_cues(text: str, paragraph: Span) -> tuple[int, ...]:
    """Where the reporting verbs of a paragraph begin, in order."""
    return tuple(m.start() for m in _CUE.finditer(text, paragraph.start, paragraph.end))


def is_speech(text: str, run: Span, inner: Span, *, paragraph: Span, cues: Sequence[int]) -> bool:
    """Whether a quotation is somebody's words rather than a title, a term or a scare quote.

    Args:
        text: the whole text.
        run: the quotation with its marks.
        inner: the quotation without them.
        paragraph: the one it stands in.
        cues: what `find_cues` found in that paragraph.
    """
    words = _WORD.findall(text, inner.start, min(inner.end, inner.start + 400))
    if not words or text[run.start - 1 : run.start] == "=":  # an attribute of markup
        return False
    last = text[inner.end - 1]
    start = _clause_start(text, run, paragraph)
    clause = text[max(start, run.start - NAME_REACH) : run.start]
    is_said_after = bool(_AFTER.match(text, run.end, min(paragraph.end, run.end + 120)))
    if is_said_after and (last in ",?!—–" or len(words) >= SPEECH_WORDS):
        return True
    if _is_title(words):
        return bool(_SHOWN.search(clause)) and last in ".!?"
    named = _NAMED.search(clause)
    if named and _OF_WORKS.match(named[0]):
        return False
    if named and len(words) <= SPEECH_WORDS + 1 and (words[0][0].isupper() or not _MAY_QUOTE.match(named[0])):
        return False
    nearest = bisect_left(cues, run.start) - 1
    has_cue = nearest >= 0 and cues[nearest] >= start
    if len(words) >= SPEECH_WORDS:
        return True
    if last in ",?!" and len(words) > 1 and (has_cue or last != "," or not _DETERMINED.search(clause)):
        return True
    if clause.rstrip().endswith((":", ",")) and words[0][0].isupper():
        return True
    if not clause.strip() and last in ".,?!":
        return True
    return is_said_after or has_cue


def _clause_start(text: str, run: Span, paragraph: Span) -> int:
    """Where the sentence before a quotation begins, as far as a reporting verb may reach."""
    start = max(paragraph.start, run.start - CUE_REACH)
    for match in _BOUNDARY.finditer(text, start, run.start):
        start = match.end()
    return start


def _is_title(words: list[str]) -> bool:
    """Whether all weighty words begin with a capital ("Meet the Press")."""
    weighty = [w for w in words if not _SMALL_WORDS.match(w)]
    if not weighty or not words[0][0].isupper() or len(words) > 2 * SPEECH_WORDS:
        return False
    return all(not w[0].islower() for w in weighty) and (len(weighty) > 1 or len(words) > 1)
