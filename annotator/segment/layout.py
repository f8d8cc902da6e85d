"""Says what each line of a text is for: headline, standfirst, body or boilerplate, which is folded, never deleted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from annotator.model import Boilerplate, HeadPart, HeadRole, Layout, Span
from annotator.segment.datelines import find_dateline
from annotator.segment.habits import LineKind
from annotator.segment.judged import Line, Role, read_line
from annotator.segment.labels import label_of_stamp, label_of_title
from annotator.segment.lines import find_units
from annotator.segment.roles import assign_roles
from annotator.segment.stamps import bare_person, is_job, read_stamp

FRONT_MATTER = "front matter"

_HEAD_ROLES = {"headline": HeadRole.HEADLINE, "standfirst": HeadRole.STANDFIRST}


def lay_out(text: str, *, front_matter: Span | None = None, title: str | None = None) -> Layout:
    """The parts of a text.

    Args:
        text: the whole text, front matter included.
        front_matter: where it stands, if there is any.
        title: as the front matter states it; a line that repeats it is the headline.
    """
    units = find_units(text, front_matter.end if front_matter else 0)
    lines = [read_line(text, unit) for unit in units]
    roles = assign_roles(lines, title)
    pairs = list(zip(lines, roles, strict=True))
    furniture = [Boilerplate(front_matter, FRONT_MATTER)] if front_matter else []
    headline = next((line.text for line, role in pairs if role == "headline"), None)
    return Layout(
        head=tuple(HeadPart(line.unit.outer, _HEAD_ROLES[role]) for line, role in pairs if role in _HEAD_ROLES),
        body=_runs(pairs),
        boilerplate=(*furniture, *_boilerplate(pairs)),
        paragraphs=tuple(line.unit.span for line, role in pairs if role == "body" or role in _HEAD_ROLES),
        title=headline,
        self_label=_self_label(pairs, headline or title),
        byline=_byline(pairs),
        dateline=_dateline(pairs),
        credits=tuple(line.text for line, role in pairs if role is LineKind.CREDIT),
    )


def _runs(pairs: Sequence[tuple[Line, Role]]) -> tuple[Span, ...]:
    runs: list[Span] = []
    follows = False
    for line, role in pairs:
        outer = line.unit.outer
        if role == "body":
            runs.append(Span(runs.pop().start, outer.end) if follows else outer)
        follows = role == "body"
    return tuple(runs)


def _boilerplate(pairs: Sequence[tuple[Line, Role]]) -> list[Boilerplate]:
    made: list[Boilerplate] = []
    before: Role | None = None
    for line, role in pairs:
        if role != "body" and role not in _HEAD_ROLES:
            outer = line.unit.outer
            reason = role.value if isinstance(role, LineKind) else role
            if before == role:
                made[-1] = Boilerplate(Span(made[-1].span.start, outer.end), reason)
            else:
                made.append(Boilerplate(outer, reason))
        before = role
    return made


def _self_label(pairs: Sequence[tuple[Line, Role]], title: str | None) -> str | None:
    """What the text calls itself: on a line of its own, before its headline, or as the section of its date stamp."""
    for line, role in pairs:
        if role is LineKind.LABEL:
            return line.text
    if title and (label := label_of_title(title)):
        return label
    for line, role in takewhile(lambda pair: pair[1] != "body", pairs):
        if role is LineKind.DATE and (label := label_of_stamp(line.text)):
            return label
        if role is LineKind.RELEASE:
            return line.text
    return None


def _byline(pairs: Sequence[tuple[Line, Role]]) -> str | None:
    for line, role in pairs:
        if role is LineKind.BYLINE and not is_job(line.text):
            stamp = read_stamp(line.text)
            return stamp.name if stamp else bare_person(line.text)
    return None


def _dateline(pairs: Sequence[tuple[Line, Role]]) -> str | None:
    return find_dateline(next((line.text for line, role in pairs if role == "body"), ""))
