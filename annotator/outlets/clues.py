"""Which name in a text is the name of the outlet that published it.

Names stand in stamp lines ("Tri-City Press | 3 May"), mastheads, copyright notices, self-promotion, datelines and
credits. "told the Courier" names an outlet too, but any paper may quote another one, so it only confirms, or counts
where it is said twice. A wrong name is worse than none: what only might be a name is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from annotator.model import HeadRole, Layout, OutletKind, Span
from annotator.outlets.registry import find_by_name, kind_of_name
from annotator.text import load_table

MAX_LINE = 240  # characters; longer lines are prose
MAX_WORDS = 6  # of an outlet's name
TOP_LINES = 8  # lines at the top of a text that may hold masthead and stamp
MIN_TOLD = 2  # times that people "told" an outlet before it counts as the text's own
MASTHEAD = "masthead"  # the reason that layout gives
PROMOTION_SCAN = 20_000  # characters of boilerplate that are searched for self-promotion

_WORD = r"[A-Z][\w&’'/+-]*(?:\.\w[\w-]*){0,4}"
_NAME = rf"(?:[Tt]he )?{_WORD}(?: (?:of|and|the|for|de|la|&|{_WORD})){{0,5}}"
_SEPARATOR = re.compile(r"\s+[|•·–—-]+\s+|\s*[|•·]\s*|\s{3,}|\t+")
_DATE_PART = re.compile(
    r"\d|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b[ap]\.?m\b"
)
_BYLINE = re.compile(r"(?:by|from|written by|posted by|text by)\s", re.I)
_DATELINE_TAG = re.compile(r"\(([^()\n]{2,60})\)")
_COPYRIGHT = re.compile(rf"(?:©|\(c\)|\bCopyright\b)(?: ©)?\s*(?:\d{{4}}(?:\s?[-–]\s?\d{{4}})?)?,?\s*(?:by )?({_NAME})")
_PROMOTION = re.compile(
    rf"\b(?:[Ss]ign up (?:for|to)|[Ss]ubscribe to|[Ss]upport|all of|[Ff]ollow|[Dd]ownload|[Rr]ead|[Ff]avou?rite"
    rf"|[Dd]onate to|[Mm]ore from|[Jj]oin|[Gg]et) (?:the )?({_NAME}?)"
    rf"(?:(?:[’']s?)? (?:[\w-]+ ){{0,2}}(?:newsletters?|briefing|coverage|app|contributors|e-?paper|podcast|emails?"
    rf"|bulletin|journalism)|(?= on (?:Twitter|X|Facebook|Instagram|Google)))\b"
)
_APPEARED = re.compile(
    rf"\b(?:[Ff]irst published|[Oo]riginally published|(?:first |originally )?appeared) (?:in|by|on) (?:the )?({_NAME})"
)
_PARTNERS = re.compile(rf"\b({_NAME}) and (?:its|our) (?:\d[\d,]* )?partners\b")
_TOLD = re.compile(r"\b(?:told|tells) ((?:the )?[A-Z][\w&/-]*(?: [A-Z][\w&/-]*){0,3})")
_SAID_TO = re.compile(
    rf"\b(?:interview|statement|email|comments?) (?:with|to) ((?:the )?{_NAME}?)(?=[,.]| on\b| that\b| said\b)"
)
_ABOUT = re.compile(rf"^About ({_NAME})\s*:?$", re.M)
_TAGLINE = re.compile(r"(?:A|An|The|Your|Our) [a-z].{4,70}[^.!?]$")
_POSSESSIVE = re.compile(r"[’']s?$")


def name_outlet(text: str, layout: Layout) -> str | None:
    """The name the text gives its outlet, as it prints it; None if it gives none for sure."""
    for names in (
        _from_stamps(text, layout),
        _from_masthead(text, layout),
        _from_copyright(text, layout),
        _from_promotion(text, layout),
        _from_dateline(layout),
        _ABOUT.findall(text),
        _from_told(text, layout),
    ):
        for name in names:
            if clean := _clean(name):
                return clean
    return None


def credited_agency(layout: Layout) -> str | None:
    """The news agency that the dateline or a credit line names as the text's maker."""
    for name in _from_dateline(layout):
        entry = find_by_name(name)
        if entry and entry.kind is OutletKind.WIRE_AGENCY:
            return entry.name
    return None


def _clean(name: str) -> str | None:
    words = _POSSESSIVE.sub("", name.strip(" .,:;|-–—")).split()
    if not words or len(words) > MAX_WORDS:
        return None
    joined = " ".join(words)
    if len(words) > 1 and joined.isupper():
        joined = " ".join(w.lower() if i and w.lower() in _JOINING else w.capitalize() for i, w in enumerate(words))
    return joined


def _top_lines(text: str, layout: Layout) -> list[str]:
    """Short lines before the body that are no part of the headline."""
    start = max((b.span.end for b in layout.boilerplate if b.reason == "front matter"), default=0)
    headline = [h.span for h in layout.head if h.role is HeadRole.HEADLINE]
    first_body = layout.body[0].start if layout.body else len(text)
    lines: list[str] = []
    position = start
    for line in text[start : start + TOP_LINES * MAX_LINE].split("\n"):
        span = Span(position, position + len(line)) if line else None
        position += len(line) + 1
        if not span or not line.strip() or len(line) > MAX_LINE:
            continue
        if span.start >= first_body or len(lines) >= TOP_LINES:
            break
        if not any(h.overlap(span) for h in headline):
            lines.append(line.strip())
    return lines


def _from_stamps(text: str, layout: Layout) -> Iterator[str]:
    """Names beside a date in a line of parts: "UPDATE 2 - Newsco - 12 March 2024, 18:42"."""
    for line in _top_lines(text, layout):
        parts = [p.strip() for p in _SEPARATOR.split(line) if p.strip()]
        if len(parts) < 2 or not any(_DATE_PART.search(p) for p in parts) or _BYLINE.match(line):
            continue
        for part in parts:
            if not _DATE_PART.search(part) and _is_name(part):
                yield part


def _from_masthead(text: str, layout: Layout) -> Iterator[str]:
    """The name at the head of the page: what layout takes for it, or a name above a navigation bar or a tagline."""
    for part in layout.boilerplate:
        if part.reason == MASTHEAD:
            yield from (x for x in part.span.text(text).split("\n")[:1] if _is_name(x.strip()))
    lines = _top_lines(text, layout)
    for i, line in enumerate(lines[:2]):
        if not _is_name(line):
            continue
        following = lines[i + 1] if i + 1 < len(lines) else ""
        is_known = kind_of_name(line) is not OutletKind.UNKNOWN or find_by_name(line) is not None
        if is_known or (i == 0 and (_is_navigation(following) or _TAGLINE.match(following))):
            yield line
    for line in lines:
        for match in _PARTNERS.finditer(line):
            yield match[1]


def _from_copyright(text: str, layout: Layout) -> Iterator[str]:
    for piece in _boilerplate_texts(text, layout):
        for match in _COPYRIGHT.finditer(piece):
            if _is_name(match[1].rstrip(".")):
                yield match[1]


def _from_promotion(text: str, layout: Layout) -> Iterator[str]:
    for piece in _boilerplate_texts(text, layout):
        for pattern in (_PROMOTION, _APPEARED, _PARTNERS):
            for match in pattern.finditer(piece):
                name = _POSSESSIVE.sub("", match[1])
                if _is_name(name):
                    yield name


def _from_dateline(layout: Layout) -> Iterator[str]:
    if layout.dateline:
        for match in _DATELINE_TAG.finditer(layout.dateline):
            if not _DATE_PART.search(match[1]):
                yield match[1]


def _from_told(text: str, layout: Layout) -> Iterator[str]:
    """An outlet that people told things at least twice; no news agency, since everybody quotes those."""
    counts: Counter[str] = Counter()
    for span in layout.body:
        piece = text[span.start : span.end]
        counts.update(m[1] for pattern in (_TOLD, _SAID_TO) for m in pattern.finditer(piece))
    for name, count in counts.most_common(3):
        entry = find_by_name(name) or find_by_name(name.removeprefix("the "))
        kind = entry.kind if entry else kind_of_name(name)
        if count >= MIN_TOLD and kind in _PRESS:
            yield entry.name if entry else name.removeprefix("the ")


_PRESS = frozenset({OutletKind.COMMERCIAL_PRESS, OutletKind.TRADE_PRESS, OutletKind.PUBLIC_BROADCASTER})


def _boilerplate_texts(text: str, layout: Layout) -> Iterator[str]:
    left = PROMOTION_SCAN
    for part in layout.boilerplate:
        if part.reason != "front matter" and left > 0:
            yield text[part.span.start : min(part.span.end, part.span.start + left)]
            left -= len(part.span)


def _is_name(line: str) -> bool:
    """Whether a line could be a name at all: a few capitalised words that are no navigation and no person's role."""
    words = line.strip(" .:").split()
    if not words or len(words) > MAX_WORDS or not words[0][0].isupper() or line.rstrip().endswith(("?", "!", ":")):
        return False
    if _BYLINE.match(line) or _DATE_PART.search(line) or _SEPARATOR.search(line):
        return False
    low = {w.strip(".,:’'").lower() for w in words}
    if low <= _navigation() or low & _roles():
        return False
    return all(w[0].isupper() or w.lower() in _JOINING for w in words if w[0].isalpha())


_JOINING = frozenset({"of", "and", "the", "for", "de", "la", "le", "der", "die", "in", "on", "at"})


def _is_navigation(line: str) -> bool:
    parts = [p for p in _SEPARATOR.split(line) if p.strip()]
    return len(parts) > 2 or (bool(parts) and _all_navigation(parts))


def _all_navigation(parts: Iterable[str]) -> bool:
    return all(set(p.lower().split()) <= _navigation() for p in parts)


@cache
def _navigation() -> frozenset[str]:
    return frozenset(load_table("annotator.outlets", "data/names.toml")["words"]["navigation"])


@cache
def _roles() -> frozenset[str]:
    return frozenset(load_table("annotator.outlets", "data/names.toml")["words"]["roles"])
