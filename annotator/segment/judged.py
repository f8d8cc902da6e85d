"""What each unit of a text gives away alone and within its block, before the page is looked at as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from annotator.segment.furniture import is_prose, is_short_sentence, kind_of, plain
from annotator.segment.habits import LineKind
from annotator.segment.labels import label_line
from annotator.segment.lines import Unit

MIN_LONG_PROSE = 30  # words that no headline or label has, whatever they end in
MAX_CONTACT_WORDS = 12  # words of a line in a block of contacts
MAX_CALL_WORDS = 10  # words of a line that goes on with a call to action
MIN_MENU = 4  # lines of a menu
MAX_MENU_WORDS = 3  # words of each

Role = (
    LineKind
    | Literal[
        "headline",
        "standfirst",
        "body",
        "masthead",
        "repeated headline",
        "section name",
        "after the article",
        "note on the author",
    ]
)


@dataclass(frozen=True, slots=True)
class Line:
    """A unit with what it gives away alone."""

    unit: Unit
    text: str
    """Without Markdown's marks, white space folded."""
    kind: LineKind | None
    prose: bool


def read_line(text: str, unit: Unit) -> Line:
    """A unit judged alone."""
    raw = unit.span.text(text)
    kind = kind_of(raw) if any(c.isalnum() for c in raw) else kind_of(unit.outer.text(text))
    if unit.mark and kind_of(unit.outer.text(text)) is LineKind.END:
        kind = LineKind.END
    folded = plain(raw)
    if kind is None and label_line(folded):
        kind = LineKind.LABEL
    is_long = folded.count(" ") >= MIN_LONG_PROSE
    return Line(unit, folded, kind, kind is None and (is_prose(folded) or is_short_sentence(folded) or is_long))


def spread_kinds(lines: Sequence[Line]) -> list[Line]:
    """The lines, with those below a bare "Contact:", "Image caption," or call in its block given the same kind."""
    spread: list[Line] = []
    for line in lines:
        above = spread[-1] if spread else None
        if above and line.kind is None and _goes_on_below(above, line):
            line = replace(line, kind=above.kind, prose=False)
        spread.append(line)
    return spread


def fold_menus(lines: Sequence[Line]) -> list[Line]:
    """The lines above an article, with blocks of very short ones taken for menus."""
    blocks: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines:
        blocks[line.unit.block].append(line)
    menus = {block for block, members in blocks.items() if len(members) >= MIN_MENU and all(map(_is_item, members))}
    return [replace(line, kind=LineKind.NAVIGATION) if line.unit.block in menus else line for line in lines]


def _is_item(line: Line) -> bool:
    return line.kind in (None, LineKind.LABEL, LineKind.NAVIGATION) and line.text.count(" ") < MAX_MENU_WORDS


def _goes_on_below(above: Line, line: Line) -> bool:
    words = line.text.count(" ") + 1
    if above.kind is LineKind.CONTACT and above.text.endswith(":"):
        return words <= MAX_CONTACT_WORDS
    if line.unit.block != above.unit.block:
        return False
    if above.kind is LineKind.CONTACT:
        return words <= MAX_CONTACT_WORDS
    if above.kind is LineKind.CALL:
        return not line.prose and words <= MAX_CALL_WORDS
    return above.kind is LineKind.CAPTION and above.text[-1] in ",:"
