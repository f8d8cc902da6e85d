"""What each unit of a text is for, judged from its neighbours: headline, standfirst, body, or a reason why it is none.

The page is read as a page is built: furniture, headline, furniture, article, furniture. Whatever is not recognised
within the article stays body.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.segment.habits import LineKind
from annotator.segment.judged import Line, Role, fold_menus, spread_kinds
from annotator.segment.stamps import is_job, is_outlet_name, is_person
from annotator.segment.tails import mark_tail
from annotator.text import fold

MAX_HEADLINE_WORDS = 40
MIN_HEADLINE_WORDS = 2
MIN_SURE_WORDS = 4  # words from which a line above the byline or date is rather the headline than one below
FULL_HEADLINE_WORDS = 9  # a line with so many words is no less a headline than a longer one
MAX_STANDFIRST_WORDS = 60
REACH_OF_STAMP = 5  # lines below a headline that ends in a full stop in which its byline or date stands
MAX_STANDFIRSTS = 2  # paragraphs between a headline and the byline below it
QUESTION_WORDS = 20  # words of a question or exclamation that may be a headline


_STAMPS = frozenset({LineKind.BYLINE, LineKind.DATE})
_BELOW_HEADLINE = frozenset({LineKind.BYLINE, LineKind.DATE, LineKind.LABEL, LineKind.SHARE, LineKind.DESK})


def assign_roles(lines: Sequence[Line], title: str | None) -> tuple[Role, ...]:
    """A role for each line, in order."""
    lines = spread_kinds(lines)
    roles: list[Role] = [line.kind or "body" for line in lines]
    body = _body_start(lines)
    if body is None:
        return tuple("body" if r is LineKind.LABEL else r for r in roles)
    lines = [*fold_menus(lines[:body]), *lines[body:]]
    labels = {line.text for line in lines[:body] if line.kind is LineKind.LABEL}
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
    start = next(solid, prose[-1] if prose else None)
    announces = start and lines[start - 1].kind is None and lines[start - 1].text.endswith(":")
    return start - 1 if start and announces else start


def _find_headline(lines: Sequence[Line], body: int, title: str | None) -> int | None:
    """The line above the article that is most like a headline; one that repeats the stated title is it."""
    candidates = [i for i in range(body) if _may_be_headline(lines[i])]
    if all(is_outlet_name(lines[i].text) for i in candidates):
        return _find_headline_with_stop(lines, body) or next(iter(candidates), None)
    wanted = fold(title) if title else None
    stamped = next((i for i in range(body) if lines[i].kind in _STAMPS), body)

    def weight(i: int) -> tuple[bool, bool, bool, bool, int]:
        text, words = lines[i].text, lines[i].text.count(" ") + 1
        is_stated = wanted is not None and fold(text) == wanted
        is_repeated = any(lines[j].text == text for j in (i - 1, i + 1) if 0 <= j < body)
        is_above_stamp = i < stamped and words >= MIN_SURE_WORDS
        size = min(words, FULL_HEADLINE_WORDS)
        return (is_stated, lines[i].unit.mark.startswith("#"), is_repeated, is_above_stamp, size)

    return max(candidates, key=weight)


def _may_be_headline(line: Line) -> bool:
    words = line.text.count(" ") + 1
    is_listed = bool(line.unit.mark) and not line.unit.mark.startswith("#")
    is_open = line.text[-1:] not in ":,"
    is_open = is_open and not is_job(line.text)
    return line.kind is None and is_open and not is_listed and MIN_HEADLINE_WORDS <= words <= MAX_HEADLINE_WORDS


def _find_headline_with_stop(lines: Sequence[Line], body: int) -> int | None:
    """A headline that ends in a full stop is known by the byline or date below it, a standfirst between at most."""
    if lines[body].text.count(" ") >= QUESTION_WORDS:
        return None
    below = lines[body + 1 : body + REACH_OF_STAMP + 1]
    stamp = next((i for i, line in enumerate(below) if line.kind in _BELOW_HEADLINE), None)
    if stamp is None or sum(line.prose for line in below[:stamp]) > 1 or body + stamp + 2 >= len(lines):
        return None
    return body


def _skip_standfirst(lines: Sequence[Line], headline: int | None, body: int) -> int:
    """Where the article begins, once prose between the headline and its byline is the standfirst."""
    if headline is None:
        return body
    start = next((i for i in range(max(body, headline + 1), len(lines)) if lines[i].prose), body)
    if any(line.kind in _STAMPS for line in lines[headline:start]):
        return start
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
    if is_job(line.text) or (is_person(line.text) and _has_stamp_beside(lines, i)):
        return LineKind.BYLINE
    return "standfirst" if line.prose or line.text.count(" ") >= 4 else "section name"


def _has_stamp_beside(lines: Sequence[Line], i: int) -> bool:
    near = lines[max(0, i - 1) : i + 3]
    return any(line.kind in _BELOW_HEADLINE or is_job(line.text) for line in near)
