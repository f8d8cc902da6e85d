"""What do the header and the bottom line say?"""

from __future__ import annotations

import re

from annotator.text import one_line
from annotator.view.lines import Line, Run, clip, width_of
from annotator.view.marks import Room
from annotator.view.story import Story
from annotator.view.words import counted

PROGRESS_CELLS = 16
_FOLDERS = re.compile(r"\S*/")


def header_line(story: Story, progress: tuple[int, int], state: Line, room: Room) -> Line:
    """Title, documents, claims, decided of all on the left; what happens to the data on the right."""
    decided, total = progress
    parts = [counted(len(story.documents), "document")]
    if story.analysis.claims:
        parts += [counted(len(story.analysis.claims), "claim"), f"{decided:,} of {total:,} decided"]
    dot = f" {room.glyphs.separator} "
    facts = dot + dot.join(parts)
    end = width_of(state, room.measure)
    space = room.width - end - 4
    while len(parts) > 1 and room.measure(facts) > space - 12:
        parts.pop(0)
        facts = dot + dot.join(parts)
    title = clip(one_line(story.analysis.title or "story"), max(1, space - room.measure(facts)), room.measure)
    gap = room.width - end - 2 - room.measure(title) - room.measure(facts)
    return (Run(" "), Run(title, "title"), Run(facts, "dim"), Run(" " * max(1, gap)), *state, Run(" "))


def progress_line(what: str, done: int, total: int, room: Room) -> Line:
    """What is being done and how much is left, with a bar."""
    share = done / total if total else 0.0
    full = round(share * PROGRESS_CELLS)
    words = clip(_FOLDERS.sub("", one_line(what)), max(8, room.width // 3), room.measure)
    return (
        Run(f"{words} {done}/{total} ", "dim"),
        Run(room.glyphs.done * full, "progress"),
        Run(room.glyphs.rule * (PROGRESS_CELLS - full), "faint"),
    )


def warnings_line(number: int, key: str) -> Line:
    """How many warnings there are, and the key that shows them."""
    if not number:
        return ()
    return (Run(counted(number, "warning"), "flag"), Run(f" {key}", "key"), Run("  "))


def news_line(texts: int, marks: int, key: str) -> Line:
    """How many texts have changed on disk, or else how many marks wait for a place, and the key that shows them."""
    words = f"{counted(texts, 'text')} changed" if texts else f"{counted(marks, 'mark')} to place"
    return (Run(words, "news"), Run(f" {key}", "news-key"), Run("  ")) if texts or marks else ()


def saved_line(room: Room, *, is_saved: bool) -> Line:
    """Whether the last write is on disk."""
    if is_saved:
        return (Run(f"{room.glyphs.saved} ", "accepted"), Run("saved", "dim"))
    return (Run("not saved", "flag"),)
