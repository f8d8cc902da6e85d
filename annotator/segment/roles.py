"""What each unit of a text is for, judged from its neighbours: headline, standfirst, body, or a reason why it is none.

The page is read as a page is built: furniture, headline, furniture, article, furniture. Whatever is not recognised
within the article stays body.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from annotator.segment.furniture import is_prose, kind_of
from annotator.segment.habits import LineKind
from annotator.segment.labels import label_line
from annotator.segment.lines import Unit
from annotator.segment.stamps import is_person
from annotator.segment.tails import mark_tail
from annotator.text import fold

MAX_HEADLINE_WORDS = 40
MIN_HEADLINE_WORDS = 2
FULL_HEADLINE_WORDS = 7  # a line with so many words is no less a headline than a longer one
MAX_STANDFIRST_WORDS = 60
MAX_STANDFIRSTS = 2  # paragraphs between a headline and the byline below it
MIN_LONG_PROSE = 30  # words that no headline or label has, whatever they end in
QUESTION_WORDS = 20  # words of a question or exclamation that may be a headline

Role = (
    LineKind
    | Literal["headline", "standfirst", "body", "masthead", "repeated headline", "section name", "after the article"]
)

_BELOW_HEADLINE = frozenset({LineKind.BYLINE, LineKind.DATE, LineKind.LABEL, LineKind.SHARE, LineKind.DESK})


@dataclass(frozen=True, slots=True)
class Line:
    """A unit with what it gives away alone."""

    unit: Unit
    text: str
    """White space folded."""
    kind: LineKind | None
    prose: bool


def read_line(text: str, unit: Unit) -> Line:
    """A unit judged alone."""
    raw = unit.span.text(text)
    kind = kind_of(raw) if any(c.isalnum() for c in raw) else kind_of(unit.outer.text(text))
    folded = " ".join(raw.split())
    if kind is None and label_line(folded):
        kind = LineKind.LABEL
    is_long = folded.count(" ") >= MIN_LONG_PROSE
    return Line(unit, folded, kind, kind is None and (is_prose(folded) or is_long))


def assign_roles(lines: Sequence[Line], title: str | None) -> tuple[Role, ...]:
    """A role for each line, in order."""
    roles: list[Role] = [line.kind or "body" for line in lines]
    body = _body_start(lines)
    labels = {line.text for line in lines[:body] if line.kind is LineKind.LABEL}
    if body is None:
        return tuple("body" if r is LineKind.LABEL else r for r in roles)
    headline = _find_headline(lines, body, title)
    body = _skip_standfirst(lines, headline, body)
    for i in range(body):
        roles[i] = _role_above_body(lines, i, headline)
    for i in range(body, len(lines)):
        if roles[i] is LineKind.LABEL and lines[i].text not in labels:
            roles[i] = "body"
        if headline is not None and roles[i] == "body" and lines[i].text == lines[headline].text:
            roles[i] = "repeated headline"
    mark_tail(lines, roles, body)
    return tuple(roles)


def _body_start(lines: Sequence[Line]) -> int | None:
    """The first line of prose; a short question or exclamation above prose may be the headline."""
    prose = [i for i, line in enumerate(lines) if line.prose]
    solid = (i for i in prose if lines[i].text[-1] not in "?!" or lines[i].text.count(" ") >= QUESTION_WORDS)
    return next(solid, prose[-1] if prose else None)


def _find_headline(lines: Sequence[Line], body: int, title: str | None) -> int | None:
    """The line above the article that is most like a headline; one that repeats the stated title is it."""
    candidates = [i for i in range(body) if _may_be_headline(lines[i])]
    if not candidates:
        return _short_prose_above_byline(lines, body)
    wanted = fold(title) if title else None
    repeats = Counter(lines[i].text for i in candidates)

    def weight(i: int) -> tuple[bool, bool, int, int]:
        text, mark = lines[i].text, lines[i].unit.mark
        is_stated = wanted is not None and fold(text) == wanted
        return (is_stated, mark.startswith("#"), repeats[text], min(len(text.split()), FULL_HEADLINE_WORDS))

    return max(candidates, key=weight)


def _may_be_headline(line: Line) -> bool:
    words = line.text.count(" ") + 1
    is_listed = bool(line.unit.mark) and not line.unit.mark.startswith("#")
    return line.kind is None and not is_listed and MIN_HEADLINE_WORDS <= words <= MAX_HEADLINE_WORDS


def _short_prose_above_byline(lines: Sequence[Line], body: int) -> int | None:
    """A headline that ends in a full stop is known by the byline or date right below it."""
    if (
        body + 2 < len(lines)
        and lines[body + 1].kind in _BELOW_HEADLINE
        and lines[body].text.count(" ") < QUESTION_WORDS
    ):
        return body
    return None


def _skip_standfirst(lines: Sequence[Line], headline: int | None, body: int) -> int:
    """Where the article begins, once prose between the headline and its byline is the standfirst."""
    if headline is None:
        return body
    start = max(body, headline + 1)
    seen = 0
    for i in range(start, min(len(lines), start + 2 * MAX_STANDFIRSTS + 4)):
        if lines[i].prose:
            seen += 1
            if seen > MAX_STANDFIRSTS or lines[i].text.count(" ") > MAX_STANDFIRST_WORDS:
                return start
        elif seen and lines[i].kind in _BELOW_HEADLINE:
            following = next((j for j in range(i, len(lines)) if lines[j].prose), None)
            return start if following is None else following
    return start


def _role_above_body(lines: Sequence[Line], i: int, headline: int | None) -> Role:
    line = lines[i]
    if i == headline:
        return "headline"
    if line.kind is not None:
        return line.kind
    if headline is None or i < headline:
        return "masthead"
    if line.text == lines[headline].text:
        return "repeated headline"
    if line.unit.mark and not line.unit.mark.startswith("#"):
        return "body"
    if is_person(line.text) and _has_stamp_beside(lines, i):
        return LineKind.BYLINE
    return "standfirst" if line.prose or line.text.count(" ") >= 4 else "section name"


def _has_stamp_beside(lines: Sequence[Line], i: int) -> bool:
    return any(lines[j].kind in _BELOW_HEADLINE for j in (i - 1, i + 1) if 0 <= j < len(lines))
