"""What are a person's own labels, where do they stand, and which commands change them?"""

from __future__ import annotations

from dataclasses import dataclass

from annotator.model.anchor import Place
from annotator.model.decision import Decision
from annotator.model.span import Span
from annotator.model.vocabulary import Hue


@dataclass(frozen=True, slots=True)
class Label:
    """One entry of the codebook."""

    name: str
    definition: str = ""
    hue: Hue = Hue.BLUE


@dataclass(frozen=True, slots=True)
class Tag:
    """A label on a run of characters; several may overlap."""

    id: str
    document: str
    span: Span
    text: str
    label: str
    """Its name in the codebook."""
    decision: Decision | None = None
    """Who put it there; only people do."""


@dataclass(frozen=True, slots=True)
class DefineLabel:
    """Makes a label, or changes what is said about it."""

    name: str
    definition: str = ""
    hue: Hue | None = None
    """None keeps the hue it has, or takes the next free one."""


@dataclass(frozen=True, slots=True)
class RenameLabel:
    """Gives a label another name everywhere; where that name is in the codebook, the two become one."""

    name: str
    new_name: str


@dataclass(frozen=True, slots=True)
class RemoveLabel:
    """Takes a label out of the codebook and away from every place that has it."""

    name: str


@dataclass(frozen=True, slots=True)
class TagSpan:
    """Puts a label on a place; a label that is not in the codebook comes into it."""

    place: Place
    label: str


@dataclass(frozen=True, slots=True)
class UntagSpan:
    """Takes a label from a place."""

    place: Place
    label: str
