"""What is different in a later version of a text, and what becomes of the marks on it, as lines to read.

Cut and new words have signs besides their looks: [-cut-] and {+new+}, as `git diff --word-diff` has them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from annotator.model import Fate, Place
from annotator.text import compare_texts, one_line
from annotator.view.filtering import Facets
from annotator.view.lines import Line, Run, clip_line, shown, spread, wrap_runs
from annotator.view.marks import Room
from annotator.view.rows import Item
from annotator.view.words import counted

UPDATE_FIELDS = ("fate", "in", "words")
VERSION_FIELDS = ("at", "by", "is")
FATE_CELLS = 11
NAME_CELLS = 11
MAX_SAME = 160  # characters of a run of unchanged words within a changed paragraph; more are left out in its middle
AROUND = 40  # characters before and after a place that a person may choose
MAX_SAME_IN_ROW = 24
"""The same within one row of a list."""
_WORD = re.compile(r"\w+")
_BLANKS = re.compile(r" {2,}")
_QUOTES = re.compile(r" “[^”]*”(?: / “[^”]*”)*(?: …)?")
LOOKS = {
    Fate.KEPT: "dim",
    Fate.MOVED: "attributed",
    Fate.CHANGED: "flag",
    Fate.AMBIGUOUS: "suggested",
    Fate.ORPHAN: "disagreement",
}
MEANINGS = {
    Fate.KEPT: "stands where it stood",
    Fate.MOVED: "the same words, in another place",
    Fate.CHANGED: "other words stand there now",
    Fate.AMBIGUOUS: "the words stand in places that what is around them does not tell apart",
    Fate.ORPHAN: "the words are gone",
}


@dataclass(frozen=True, slots=True)
class MarkState:
    """A mark, and where it is or may be in another version of its text."""

    key: str
    """Names it among all marks."""
    document: str
    fate: Fate
    quote: str
    candidates: tuple[Place, ...]
    """The likeliest first."""
    deeds: tuple[str, ...]
    """What was decided there."""


@dataclass(frozen=True, slots=True)
class VersionState:
    """One text that a document had."""

    number: int
    """From 0."""
    taken: str | None
    """When it was taken in, ISO 8601, UTC."""
    by: str | None
    is_in_use: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that both versions have, or only one of them."""

    kind: str
    """"same", "cut" or "new"."""
    text: str


@lru_cache(maxsize=8)
def compare_lines(old: str, new: str) -> tuple[tuple[Piece, ...], ...]:
    """The lines of both versions in one order, each as pieces; blank lines are left out."""
    lines: list[list[Piece]] = [[]]
    for piece in _pieces(old, new):
        head, *rest = piece.text.split("\n")
        if piece.kind != "same" and rest and not piece.text.strip():
            lines[-1].append(Piece(piece.kind, "¶"))
        if head:
            lines[-1].append(Piece(piece.kind, head))
        lines += [[Piece(piece.kind, line)] if line else [] for line in rest]
    return tuple(tuple(line) for line in lines if any(p.text.strip() for p in line))


@lru_cache(maxsize=64)
def count_words(old: str, new: str) -> Counter[str]:
    """How many words are "same", "cut" or "new"."""
    found: Counter[str] = Counter()
    for piece in _pieces(old, new):
        found[piece.kind] += len(_WORD.findall(piece.text))
    return found


def paint_update(old: str, new: str, room: Room) -> list[Line]:
    """What is different between two versions, word by word; lines that are the same are folded."""
    made: list[Line] = []
    for is_same, lines in groupby(compare_lines(old, new), key=lambda line: all(p.kind == "same" for p in line)):
        if is_same:
            number = sum(1 for _ in lines)
            made += [(Run(f"({counted(number, 'line')} the same)", "context"),), ()]
            continue
        for line in lines:
            made += wrap_runs(paint_pieces(line), width=room.width, measure=room.measure)
        made.append(())
    return made[:-1] or [(Run("No word is different.", "dim"),)]


def paint_whole(text: str, room: Room) -> list[Line]:
    """A text as it is, without its blank lines."""
    lines = (line for line in text.splitlines() if line.strip())
    return [part for line in lines for part in wrap_runs((Run(shown(line)),), width=room.width, measure=room.measure)]


def paint_pieces(pieces: Iterable[Piece], most: int = MAX_SAME) -> Line:
    """One line of both versions; of longer runs of words that are the same, `most` characters."""
    made: list[Run] = []
    for piece in pieces:
        words = _BLANKS.sub(" ", shown(piece.text))
        match piece.kind:
            case "cut":
                made.append(Run(f"[-{words}-]", "rejected-text"))
            case "new":
                made.append(Run(f"{{+{words}+}}", "different"))
            case _:
                made.append(Run(_shorten(words, most), "same"))
    return tuple(made)


def count_fates(counts: Mapping[Fate, int]) -> str:
    """How many marks there are, and what becomes of them: "3 marks: 2 kept, 1 orphan"."""
    number = sum(counts.values())
    parts = [f"{count} {fate.value}" for fate, count in counts.items() if count]
    return f"{counted(number, 'mark')}: {', '.join(parts)}" if number else "no marks"


def update_sentence(name: str, old: str, new: str, counts: Mapping[Fate, int]) -> str:
    """An update in one line."""
    return f"{one_line(name)}: {_count(old, new)}; {count_fates(counts)}"


def text_item(document: str, name: str) -> Item:
    """The row of a text whose file has changed."""
    return Item(f"text:{document}", Facets(name, {"fate": ("text",), "in": (name,)}))


def paint_text(name: str, old: str, new: str, counts: Mapping[Fate, int], room: Room) -> Line:
    """A text whose file has changed: its name, how much of it, and what becomes of its marks."""
    sentence = update_sentence(name, old, new, counts)
    head = one_line(name)
    return clip_line((Run(head, "strong"), Run(sentence.removeprefix(head))), room.width, room.measure)


def fate_item(state: MarkState, name: str) -> Item:
    """The row of a mark."""
    fields = {"fate": (state.fate.value,), "in": (name,), "words": (state.quote,)}
    return Item(state.key, Facets(f"{state.quote} {' '.join(state.deeds)} {name}", fields))


def paint_fate(state: MarkState, room: Room) -> Line:
    """What becomes of a mark, its words, and what was decided there."""
    left = (Run(f"{state.fate.value:<{FATE_CELLS}}", LOOKS[state.fate]), *_words(state))
    more = f" +{len(state.deeds) - 1}" if len(state.deeds) > 1 else ""
    deed = _QUOTES.sub("", one_line(state.deeds[0])) + more if state.deeds else ""
    return spread(left, (Run(deed, "dim"),), room.width, room.measure)


def version_item(state: VersionState) -> Item:
    """The row of a version of a text."""
    taken, by = state.taken or "", state.by or ""
    fields = {"at": (taken,), "by": (by,), "is": ("in-use" if state.is_in_use else "earlier",)}
    return Item(str(state.number), Facets(f"{taken} {by}", fields))


def paint_version(state: VersionState, before: str | None, text: str, room: Room) -> Line:
    """When a version was taken in, how much it changed, whether it is in use, and who took it in."""
    when = (state.taken or "")[:16].replace("T", " ")
    words = f"first version, {counted(len(_WORD.findall(text)), 'word')}"
    if before is not None:
        words = _count(before, text)
    left = (Run(f"{when:<18}", "dim"), Run(words, "strong" if state.is_in_use else "text"))
    mark = (Run("in use  ", "accepted"),) if state.is_in_use else ()
    return spread(left, (*mark, Run(one_line(state.by or ""), "dim")), room.width, room.measure)


def describe_fate(state: MarkState, text: str, room: Room) -> list[Line]:
    """A mark in full: its words, what was decided, and each place where it may be now."""
    lines: list[Line] = []
    rows: list[tuple[str, Line]] = [
        ("Fate", (Run(state.fate.value, LOOKS[state.fate]), Run(f": {MEANINGS[state.fate]}"))),
        ("Words", (Run(one_line(state.quote)),)),
    ]
    if state.fate is Fate.CHANGED:
        rows.append(("Now", _difference(state.quote, state.candidates[0].quote or "", MAX_SAME)))
    rows += [("Decided" if not n else "", (Run(one_line(deed)),)) for n, deed in enumerate(state.deeds)]
    for number, place in enumerate(state.candidates, 1):
        rows.append((f"Place {number}", _in_context(place, text)))
    for name, line in rows:
        row = (Run(f"{name:<{NAME_CELLS}}", "dim"), *line)
        lines += wrap_runs(row, width=room.width, measure=room.measure, indent=NAME_CELLS)
    return lines


def _count(old: str, new: str) -> str:
    found = count_words(old, new)
    is_same = not found["new"] and not found["cut"]
    return "no word is different" if is_same else f"+{found['new']:,} -{found['cut']:,} words"


def _words(state: MarkState) -> Iterator[Run]:
    """The words, with what became of them where they changed."""
    if state.fate is Fate.CHANGED and state.candidates:
        yield from _difference(state.quote, state.candidates[0].quote or "", MAX_SAME_IN_ROW)
    else:
        yield Run(one_line(state.quote))
        if len(state.candidates) > 1:
            yield Run(f"  in {len(state.candidates)} places", "dim")


def _difference(old: str, new: str, most: int) -> Line:
    pieces = list(_pieces(" ".join(old.split()), " ".join(new.split())))
    if all(p.kind == "same" for p in pieces):
        return (Run(one_line(new)), Run("  other blanks", "dim"))
    return paint_pieces(pieces, most)


def _pieces(old: str, new: str) -> Iterator[Piece]:
    for s in compare_texts(old, new):
        if s.is_same:
            yield Piece("same", old[s.start : s.end])
            continue
        if s.start < s.end:
            yield Piece("cut", old[s.start : s.end])
        if s.new_start < s.new_end:
            yield Piece("new", new[s.new_start : s.new_end])


def _in_context(place: Place, text: str) -> Line:
    """The words at a place with those around them."""
    span = place.span
    if span is None or span.end > len(text):
        return (Run(one_line(place.quote or "")),)
    before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    if span.start > AROUND:
        before = f"… {before.split(None, 1)[-1] if before.strip() else ''}"
    if span.end + AROUND < len(text):
        after = f"{after.rsplit(None, 1)[0] if after.strip() else ''} …"
    return (Run(shown(before), "context"), Run(shown(span.text(text)), "different"), Run(shown(after), "context"))


def _shorten(words: str, most: int) -> str:
    """A long run of words without its middle."""
    if len(words) <= most:
        return words
    half = most // 2
    return f"{words[:half].rsplit(' ', 1)[0]} … {words[-half:].split(' ', 1)[-1]}"
