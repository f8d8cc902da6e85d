"""Which commands bring several people's decisions together, and settle where they differ?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.model.commands import Command


@dataclass(frozen=True, slots=True)
class Hear:
    """What a colleague decided, kept beside what holds; changes nothing in the story."""

    command: Command


@dataclass(frozen=True, slots=True)
class Version:
    """What one person had decided before the people who differ agreed on an outcome."""

    by: str
    at: str
    """ISO 8601, UTC."""
    command: Command


@dataclass(frozen=True, slots=True)
class Adjudicate:
    """The outcome where people differed: one of their commands, or none of them; who had said what is kept."""

    versions: tuple[Version, ...]
    """What each person had decided, the losing ones too."""
    chosen: Command | None
    """What holds from now on; None for the engine's own suggestion, as if nobody had decided."""
    reason: str | None = None

    def __post_init__(self) -> None:
        if not self.versions:
            raise ValueError("an outcome names the decisions it is about")


@dataclass(frozen=True, slots=True)
class MergeProject:
    """Brings in a colleague's decisions: the other commands of its batch, each under the name of who decided."""

    source: str
    """The name of the file."""
    people: tuple[str, ...]
    taken: int
    agreed: int
    differing: int
