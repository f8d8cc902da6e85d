"""Which screens are there besides the text, and how does one get there?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A screen that lies over the text."""

    name: str
    """As the command line calls it; its screen is `XScreen` in `tui.screens.x`."""
    letter: str
    """The key after g."""
    description: str
    """One sentence for help and palette."""


PLACES: tuple[Place, ...] = (
    Place("disagreements", "x", "Go to where the accounts disagree"),
    Place("matrix", "m", "Go to the matrix: what each document says of each fact"),
    Place("review", "q", "Go to the review queue: one suggestion at a time"),
    Place("adjudication", "a", "Go to where people differ: take one version, the others are kept"),
    Place("claims", "c", "Go to the list of all claims"),
    Place("own", "v", "Go to what the outlets say in their own voice"),
    Place("sources", "s", "Go to who is quoted, and to the outlets"),
    Place("labels", "l", "Go to the codebook: your labels, what they mean, where they stand"),
    Place("quotations", "k", "Go to the quotations and their versions"),
    Place("history", "h", "Go to what was done to the story, newest first"),
    Place("timeline", "t", "Go to the timeline: which document came when, and which took what from which"),
    Place("dashboard", "b", "Go to the dashboard: voices, flags, what each document alone has and leaves out"),
    Place("updates", "u", "Go to texts whose files have changed, and to marks that wait for a place"),
    Place("search", "slash", "Go to what the last search found: documents, notes, sources, labels"),
)
