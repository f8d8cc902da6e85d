"""What a cue is: words that report, their source, and where what they introduce begins."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from annotator.attribution.complements import Complement
from annotator.attribution.lexicon import Use
from annotator.attribution.phrases import Phrase


class Place(StrEnum):
    """How a cue stands to its source."""

    SUBJECT = "subject"
    INVERTED = "inverted"
    SHARED = "shared"
    """The source is the one of the clause before: participles, "and said"."""
    FRAME = "frame"
    PASSIVE = "passive"
    NOUN = "noun"
    IMPERSONAL = "impersonal"
    """Nobody is named: "reportedly", "fears that"."""
    AGENTLESS = "agentless"
    """Somebody who is not named: "it was announced that", "is expected to"."""
    MARK = "mark"
    """A colon or a dash."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words [first, end) of a unit that report."""

    first: int
    end: int
    use: Use
    place: Place
    source: Phrase | None
    complement: Complement
    opens_clause: int
    """Where the clause of the cue begins: its subject, or itself."""
