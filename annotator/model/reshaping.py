"""Which commands change what counts as one claim, which claims say the same, and through whom a claim came?"""

from __future__ import annotations

from dataclasses import dataclass

from annotator.model.anchor import Anchor, Place
from annotator.model.vocabulary import Attitude, SourceRole


@dataclass(frozen=True, slots=True)
class ReshapeClaims:
    """The claims at some places become claims at other places: split, merged, extended or cut."""

    before: tuple[Place, ...]
    after: tuple[Place, ...]
    """All in the document of `before`; they do not overlap one another."""


@dataclass(frozen=True, slots=True)
class AddClaim:
    """Makes a claim of a place."""

    place: Place


@dataclass(frozen=True, slots=True)
class JoinClaims:
    """Says that the claims at these places state the same; the others come into the group of the first."""

    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class PartClaim:
    """Says that a claim does not state what the others of its group do."""

    target: Anchor
    """The group."""
    place: Place


@dataclass(frozen=True, slots=True)
class AddLink:
    """Adds somebody to the chain through whom a claim came."""

    target: Anchor
    """The claim."""
    name: str
    role: SourceRole = SourceRole.PERSON
    attitude: Attitude = Attitude.ASSERTS
    parent: Anchor | None = None
    """The attribution that passes this one on; None for nobody."""


@dataclass(frozen=True, slots=True)
class SetParent:
    """Says who passes on what a source said; None for nobody."""

    target: Anchor
    """An attribution."""
    parent: Anchor | None = None
    """Another one."""
