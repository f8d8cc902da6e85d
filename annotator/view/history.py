"""What did people do to the story? The rows of the history, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.model import Command, Place, places_of
from annotator.text import one_line
from annotator.view.filtering import Facets
from annotator.view.lines import Line, Run, spread, wrap_runs
from annotator.view.marks import Room
from annotator.view.rows import Item
from annotator.view.story import Story

HISTORY_FIELDS = ("by", "at", "did", "is")
STATE_CELLS = 11


@dataclass(frozen=True, slots=True)
class Deed:
    """One line of the log as a person reads it."""

    number: int
    at: str
    """ISO 8601, UTC."""
    by: str
    did: str
    """The command's name in the log."""
    words: str
    command: Command | None
    is_taken_back: bool
    said: tuple[str, ...] = ()
    """Where people's differences were settled: who had said what."""
    places: tuple[Place, ...] | None = None
    """Where its words are now, once a text was updated; None where they are as the command has them."""


def history_items(story: Story, deeds: Sequence[Deed]) -> tuple[Item, ...]:
    """A row for each deed, newest first; a row leads to the place in the text, where that is still there."""
    return tuple(_make_item(story, deed) for deed in reversed(deeds))


def paint_deed(deed: Deed, room: Room) -> Line:
    """When, what, and who, on one line."""
    when = Run(f"{_clock(deed.at)}  ", "dim")
    what = Run(one_line(deed.words), "quiet" if deed.is_taken_back else "text")
    state = (Run("taken back  ", "dim"),) if deed.is_taken_back else ()
    return spread((when, what), (*state, Run(one_line(deed.by), "dim")), room.width, room.measure)


def describe_deed(deed: Deed, room: Room) -> list[Line]:
    """A deed in full, with the words it is about."""
    state = "taken back; can be brought again if nothing was done since" if deed.is_taken_back else "holds"
    lines: list[Line] = []
    for name, words in (
        ("What", deed.words),
        ("Who", deed.by),
        ("When", f"{deed.at.replace('T', ' ').removesuffix('Z')} UTC"),
        ("State", state),
        ("Log line", str(deed.number)),
        *(("Before", words) for words in deed.said),
        *(("Words", place.quote) for place in places_of(deed.command) if place.quote),
        *(("Reason", reason) for reason in (getattr(deed.command, "reason", None),) if reason),
    ):
        row = (Run(f"{name:<{STATE_CELLS}}", "dim"), Run(one_line(words)))
        lines += wrap_runs(row, width=room.width, measure=room.measure, indent=STATE_CELLS)
    return lines


def _make_item(story: Story, deed: Deed) -> Item:
    state = "taken-back" if deed.is_taken_back else "holds"
    fields = {"by": (deed.by,), "at": (deed.at,), "did": (deed.did,), "is": (state,)}
    places = places_of(deed.command) if deed.places is None else deed.places
    found = (story.claim_at(p.document, p.span.start) for p in places if p.span is not None)
    claims = tuple(dict.fromkeys(c.id for c in found if c is not None))
    return Item(str(deed.number), Facets(f"{deed.words} {deed.by}", fields), claims=claims)


def _clock(at: str) -> str:
    """Day and minute; the seconds are in the description."""
    return at[:16].replace("T", " ")
