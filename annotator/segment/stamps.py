"""Reads bylines and date stamps: who wrote a text and when, as a page prints it above or below the article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from annotator.segment.printed_dates import (
    MASK,
    is_publishing,
    is_small,
    is_updating,
    mask_dates,
    read_printed_dates,
    spread_glued,
)

MAX_STAMP_WORDS = 30
MAX_LABEL_WORDS = 3  # words of a section or verb that share a piece of a stamp with its date
MAX_PERSON = 40  # characters of a name on a line of its own


class Stamp(Enum):
    BYLINE = auto()
    DATE = auto()
    DESK = auto()


@dataclass(frozen=True, slots=True)
class StampLine:
    kind: Stamp
    name: str | None = None
    """Of the author, as printed."""


_AGO = re.compile(r"\b(?:an?|\d+)\s*(?:min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?|[hmd])\s+ago\b", re.I)
_LENGTH = re.compile(
    r"\b\d+\s*-?\s*min(?:ute)?s?(?:\s+read)?\b|\bread(?:ing)?\s+time\b:?|\b[\d,]+\s+(?:views?|comments?|shares?|words)\b",
    re.I,
)
_STAMP_WORD = re.compile(
    r"first|last|originally|as|of|on|at|printed|time|release|publication|publish|in|under|and|from|to|by", re.I
)
_SEPARATOR = re.compile(r"\s[-–—]\s|\s*[|·•●/]\s*|\s{3,}|;|,\s")
_DESK = re.compile(
    r"^\W*(?:\d+(?:st|nd|rd|th)\s+)?(?:UPDATE|CORRECT(?:ED|S|ION)|REFIL(?:E|ES|ING)|RPT|REPEAT|WRAPUP|URGENT|LEAD|ADDS|RECASTS|EDS)\b"
)
_PARTICLE = r"(?:de|van|von|der|den|la|le|du|di|da|dos|del|al|el|bin|ben|ibn|y|af|av|zu|ter|ten)"
_NAME = rf"(?:[A-Z][\w.'’-]*|{_PARTICLE})(?:\s+(?:[A-Z][\w.'’-]*|{_PARTICLE}))*"
_BY = re.compile(
    r"^\W*(?:(?:written|reported|story|words|text|analysis|opinion|commentary|column|report|review|posted|published|article)\s+)?"
    rf"(?:[Bb]y|BY)(?::\s*|\s+)(?P<names>{_NAME}(?:(?:,\s+{_NAME})*,?\s+(?:and|&|AND)\s+{_NAME})?)(?P<rest>.*)$"
)
_NOT_AUTHOR = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october"
    r"|november|december)\s|(?:the\s+(?:end|time|way|numbers)|law|accident|popular)\b",
    re.I,
)
_REST = re.compile(r"^\s*(?:$|[|·•,;(—–/-]|(?:in|for|at|with|from|on)\s|(?:published|updated|posted|last)\b|\d)", re.I)
_CAPITALISED = re.compile(
    r"^(?:[A-Z0-9@&][\w.'’&-]*|of|the|and|for|de|in|to)(?:\s+(?:[A-Z0-9@&][\w.'’&-]*|of|the|and|for|de|in|to)){0,5}$"
)
_OUTLET = re.compile(
    r"^(?:The\s+)?(?:[A-Z][\w.'’&-]*\s+){1,4}(?:Times|Herald|Post|News|Tribune|Journal|Gazette|Courier|Press|Chronicle|Record"
    r"|Star|Sun|Mail|Mirror|Observer|Guardian|Independent|Telegraph|Examiner|Register|Dispatch|Sentinel|Globe|Standard|Echo"
    r"|Review|Ledger|Monitor|Bulletin|Argus|Advertiser|Reporter|Wire|Agency|Network|Radio|TV|Online|Today|Weekly|Daily"
    r"|Magazine)$"
)
_JOB = re.compile(
    r"^(?:[\w'’-]+\s+){0,4}(?:columnist|reporter|correspondent|editor|writer|contributor|journalist|critic|bureau\s+chief)s?"
    r"(?:\s+(?:at|for)\s+(?:[A-Z]\w+\s?){1,4})?$",
    re.I,
)
_HEADING = re.compile(r"(?:key|main|executive|what|why|how|in\s+brief|at\s+a\s+glance|top|latest|breaking)\b", re.I)
_PERSON = re.compile(
    rf"^(?:Author:\s*)?(?P<name>[A-Z][\w.'’-]+(?:\s+(?:[A-Z][\w.'’-]*|{_PARTICLE})){{0,2}}\s+[A-Z][\w'’-]+)(?:\s+in\s+[A-Z]\w+)?$"
)


def read_stamp(line: str) -> StampLine | None:
    """The byline or date stamp on a line that is no prose; None if it is neither."""
    if len(line.split()) > MAX_STAMP_WORDS:
        return None
    if author := _author(line):
        return StampLine(Stamp.BYLINE, author)
    masked = _mask(line)
    if MASK not in masked:
        return None
    if _DESK.match(line) and (_SEPARATOR.search(line) or read_printed_dates(line)):
        return StampLine(Stamp.DESK)
    return StampLine(Stamp.DATE) if _is_date_stamp(masked) else None


def is_date_stamp(line: str) -> bool:
    """Whether a line is nothing but dates, times, words of stamps, and names between separators."""
    return len(line.split()) <= MAX_STAMP_WORDS and _is_date_stamp(_mask(line))


def is_person(line: str) -> bool:
    """Whether a line is nothing but what could be a person's name."""
    is_name = bool(_PERSON.match(line)) and len(line) <= MAX_PERSON
    return is_name and not is_outlet_name(line) and not _HEADING.match(line)


def bare_person(line: str) -> str:
    """The name on a line that `is_person` holds for, without the place."""
    match = _PERSON.match(line)
    return match["name"] if match else line


def is_outlet_name(line: str) -> bool:
    """Whether a line is nothing but what could be the name of a newspaper, broadcaster or agency."""
    return bool(_OUTLET.match(line))


def is_job(line: str) -> bool:
    """Whether a line is nothing but an author's post ("Guest columnist", "Chief political reporter")."""
    return bool(_JOB.match(line))


def _author(line: str) -> str | None:
    match = _BY.match(spread_glued(line))
    if not match or not _REST.match(match["rest"]):
        return None
    names = match["names"].strip()
    if _NOT_AUTHOR.match(names) or not any(c.islower() or c.isupper() for c in names):
        return None
    return names


def _mask(line: str) -> str:
    """The line with dates, times, ages and reading times masked."""
    return _LENGTH.sub(f" {MASK} ", _AGO.sub(f" {MASK} ", mask_dates(line)))


def _is_date_stamp(masked: str) -> bool:
    """Whether a line is made of dates, times, words of stamps, and names between separators."""
    pieces = [p.strip(" .:()[]–—-") for p in _SEPARATOR.split(masked)]
    dated = sum(MASK in p for p in pieces)
    for piece in pieces:
        words = [w for w in piece.split() if any(c.isalnum() for c in w)]
        others = [w.strip("()[]") for w in words if not _is_stamp_word(w)]
        if not others:
            continue
        if MASK in piece:
            is_labelled = len(others) < len(words) or dated > 1 or piece.isupper()
            if not (is_labelled and len(others) <= MAX_LABEL_WORDS):
                return False
        if not _CAPITALISED.match(" ".join(others)):
            return False
    return dated > 0


def _is_stamp_word(word: str) -> bool:
    bare = word.strip(".:,()[]")
    return bool(_STAMP_WORD.fullmatch(bare)) or is_publishing(bare) or is_updating(bare) or is_small(bare)
