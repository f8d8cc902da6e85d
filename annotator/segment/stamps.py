"""Reads bylines and date stamps: who wrote a text and when, as a page prints it above or below the article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

MAX_STAMP_WORDS = 30
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


_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b"
_WEEKDAY = rf"(?:{_DAY}[.,]?\s+)"
_DATE = (
    rf"(?:{_WEEKDAY}?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}}\b)?|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}}\b)?"
    rf"|{_MONTH},?\s+\d{{4}}\b)|\b\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d{{2}})\b|\b\d{{4}}-\d{{2}}-\d{{2}}\b)"
)
_TIME = (
    r"(?:\b\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?)"
    r"(?:\s*\(?(?:GMT|UTC|[ECMP][SD]?T|BST|CES?T|EES?T|MSK|IST|JST|local\s+time|eastern)\b(?:[+-]\d{1,2})?\)?)?"
)
_WHEN = re.compile(
    rf"{_DATE}|(?P<time>{_TIME})|\b(?:an?|\d+)\s*(?:min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|[hmd])\s+ago\b", re.I
)
_LENGTH = re.compile(
    r"\b\d+\s*-?\s*min(?:ute)?s?(?:\s+read)?\b|\bread(?:ing)?\s+time\b:?|\b[\d,]+\s+(?:views?|comments?|shares?|words)\b",
    re.I,
)
_STAMP_WORDS = re.compile(
    r"\b(?:first|last|originally|posted|published|updated?|modified|created|filed|issued|released|date[d]?|as\s+of|on|at"
    r"|edited|printed|time|release|publication|publish|in|under|and|from|to)\b:?",
    re.I,
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
_NOT_AUTHOR = re.compile(rf"(?:{_DAY}|{_MONTH})\s|(?:the\s+(?:end|time|way|numbers)|law|accident|popular)\b", re.I)
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
    if not _WHEN.search(line) and not _LENGTH.search(line):
        return None
    if _DESK.match(line) and (_SEPARATOR.search(line) or _DATE_ONLY.search(line)):
        return StampLine(Stamp.DESK)
    return StampLine(Stamp.DATE) if _is_date_stamp(line) else None


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


_DATE_ONLY = re.compile(_DATE, re.I)


def _author(line: str) -> str | None:
    match = _BY.match(line)
    if not match or not _REST.match(match["rest"]):
        return None
    names = match["names"].strip()
    if _NOT_AUTHOR.match(names) or not any(c.islower() or c.isupper() for c in names):
        return None
    return names


def _is_date_stamp(line: str) -> bool:
    """Whether a line is made of dates, times, words of stamps, and names between separators."""
    left = _LENGTH.sub(" \x00 ", _WHEN.sub(" \x00 ", line))
    pieces = [p.strip(" .:()[]–—-") for p in _SEPARATOR.split(left)]
    dated = False
    for piece in pieces:
        words = [w for w in _STAMP_WORDS.sub(" ", piece).split() if any(c.isalnum() for c in w)]
        has_date = "\x00" in piece
        dated = dated or has_date
        if not words:
            continue
        if has_date and not (_STAMP_WORDS.search(piece) and len(words) <= 3):
            return False
        if not _CAPITALISED.match(" ".join(words)):
            return False
    return dated
