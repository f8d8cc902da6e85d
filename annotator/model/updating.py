"""What becomes of the places of people's decisions when a document's text is replaced by a later version?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from annotator.model.anchor import Place
from annotator.model.span import Span

FIRST_VERSION = ""
"""Names the version of a document with which it came into the story."""


class Fate(StrEnum):
    """What became of the words at a place."""

    KEPT = "kept"
    """They stand where they stood."""
    MOVED = "moved"
    """They stand in one other place, and what is around them agrees."""
    CHANGED = "changed"
    """Other words stand there now."""
    AMBIGUOUS = "ambiguous"
    """They stand in places that what is around them does not tell apart."""
    ORPHAN = "orphan"
    """They are gone."""


@dataclass(frozen=True, slots=True)
class Move:
    """A place that a decision follows on its own: the same words stand there."""

    version: str
    """The version in which it stood at `before`; not always the last one."""
    before: Span
    after: Span
    is_kept: bool
    """Kept, rather than moved."""


@dataclass(frozen=True, slots=True)
class UpdateDocument:
    """Puts another version of a document's text in the place of the one in use; every version stays in the workspace.

    Places that are in no move wait until a person says where they are.
    """

    document: str
    version: str
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """A person's yes about a place: where the words of an earlier version are now; with None, that they are gone."""

    version: str
    """The version in which the place stands at `before`."""
    before: Place
    after: Place | None


class Standing(StrEnum):
    """How sure it is where a place is now."""

    SURE = "sure"
    """Nothing changed there, or a person said so."""
    MOVED = "moved"
    """It followed its words, and nobody has confirmed that."""
    WAITING = "waiting"
    """Nobody has said where it is since the text changed."""
    GONE = "gone"
    """A person said that it is nowhere."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a place was found last."""

    version: str
    place: Place
    standing: Standing = Standing.SURE
