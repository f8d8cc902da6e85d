"""Where does an object of the analysis lie, in terms that outlive the engine that suggested it?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from annotator.model.span import Span


class AnchorKind(StrEnum):
    """What sort of object an anchor points at."""

    DOCUMENT = "document"
    CLAIM = "claim"
    ATTRIBUTION = "attribution"
    FLAG = "flag"
    FACT = "fact"
    CLUSTER = "cluster"
    DISAGREEMENT = "disagreement"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Place:
    """A span of one document and the words that stand there; both None for the document as a whole."""

    document: str
    span: Span | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an object of the analysis lies, in terms that outlive the engine that suggested it."""

    kind: AnchorKind
    places: tuple[Place, ...]
    """One for an object inside a document (attribution: its first content), else one for each claim or side."""
    label: str | None = None
    """What tells apart objects in one place: the kind of a flag, fact or disagreement, the source of an
    attribution, the label of a tag."""
