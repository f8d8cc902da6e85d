"""What a person can do to a story, as values: stored in the event log, replayed on opening, undone one by one.

Each decision names its object by an `Anchor`, never by an id of the engine: ids change when the engine does,
the text does not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from annotator.model.anchor import Anchor, Place
from annotator.model.outcomes import Adjudicate, Hear, MergeProject
from annotator.model.reshaping import AddClaim, AddLink, JoinClaims, PartClaim, ReshapeClaims, SetParent
from annotator.model.tagging import DefineLabel, RemoveLabel, RenameLabel, TagSpan, UntagSpan
from annotator.model.updating import PlaceMark, UpdateDocument
from annotator.model.vocabulary import (
    Attitude,
    DisagreementKind,
    FlagKind,
    GenreType,
    OutletKind,
    Settlement,
    Severity,
    SourceRole,
)

_DATE = re.compile(r"\d{4}(-\d\d){0,2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Accept:
    target: Anchor


@dataclass(frozen=True, slots=True)
class Reject:
    target: Anchor
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class SetSource:
    """Says who said a claim. `name` None means that the document itself says it (own voice)."""

    target: Anchor
    """A claim, or one attribution of it."""
    name: str | None
    role: SourceRole = SourceRole.PERSON
    attitude: Attitude = Attitude.ASSERTS
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Settle:
    target: Anchor
    settlement: Settlement
    stands: str | None = None
    """The value that stands, with SIDE_STANDS."""
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class RateReliability:
    """Admiralty letter of a document's outlet; None takes a rating back."""

    target: Anchor
    letter: str | None
    reason: str | None = None

    def __post_init__(self) -> None:
        if self.letter is not None and self.letter not in tuple("ABCDEF"):
            raise ValueError(f"reliability is A to F, not {self.letter!r}")


@dataclass(frozen=True, slots=True)
class RateCredibility:
    """Admiralty digit of a claim; None takes a rating back."""

    target: Anchor
    digit: int | None
    reason: str | None = None

    def __post_init__(self) -> None:
        if self.digit is not None and not 1 <= self.digit <= 6:
            raise ValueError(f"credibility is 1 to 6, not {self.digit!r}")


@dataclass(frozen=True, slots=True)
class Note:
    """Words of the annotator about an object; an empty text removes them."""

    target: Anchor
    text: str


@dataclass(frozen=True, slots=True)
class AddFlag:
    target: Anchor
    """A claim or any span of a document."""
    kind: FlagKind
    why: str = "added by the annotator"


@dataclass(frozen=True, slots=True)
class AddDisagreement:
    """Says that these places disagree; each with the value it gives."""

    places: tuple[Place, ...]
    values: tuple[str, ...]
    kind: DisagreementKind
    severity: Severity = Severity.TENSION
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class RenameSource:
    """Says how a source is called, wherever it is called what the target's label says."""

    target: Anchor
    """One attribution of it; a person can look there, the name counts."""
    name: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class MergeSources:
    """Says that the source called what the target's label says is `name`; with its own name, that it is nobody else."""

    target: Anchor
    """One attribution of it; a person can look there, the name counts."""
    name: str
    reason: str | None = None


class DocumentPart(StrEnum):
    """What a person can correct about a document."""

    OUTLET = "outlet"
    KIND = "kind"
    GENRE = "genre"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class CorrectDocument:
    """Says what an outlet is called or is, what sort of text a document is, or when it was published."""

    target: Anchor
    part: DocumentPart
    value: str
    """A name, a value of `OutletKind` or `GenreType`, or a date of ISO 8601 as precise as it is known."""
    reason: str | None = None

    def __post_init__(self) -> None:
        match self.part:
            case DocumentPart.OUTLET:
                if not self.value.strip():
                    raise ValueError("an outlet has a name")
            case DocumentPart.KIND:
                OutletKind(self.value)
            case DocumentPart.GENRE:
                GenreType(self.value)
            case DocumentPart.PUBLISHED:
                _check_date(self.value)


@dataclass(frozen=True, slots=True)
class AddDocuments:
    """Brings documents into the story; their bytes are kept in the workspace."""

    documents: tuple[str, ...]
    """Ids."""


@dataclass(frozen=True, slots=True)
class RemoveDocuments:
    """Takes documents out of the story; bytes and decisions stay in the workspace, so it can be undone."""

    documents: tuple[str, ...]


Command = (
    Accept
    | Reject
    | SetSource
    | Settle
    | RateReliability
    | RateCredibility
    | Note
    | AddFlag
    | AddDisagreement
    | RenameSource
    | MergeSources
    | CorrectDocument
    | AddDocuments
    | RemoveDocuments
    | DefineLabel
    | RenameLabel
    | RemoveLabel
    | TagSpan
    | UntagSpan
    | ReshapeClaims
    | AddClaim
    | JoinClaims
    | PartClaim
    | AddLink
    | SetParent
    | Hear
    | Adjudicate
    | UpdateDocument
    | PlaceMark
    | MergeProject
)


def places_of(command: Command | None) -> tuple[Place, ...]:
    """The places of the texts that a command is about; none where it is about documents or labels."""
    match command:
        case None | AddDocuments() | RemoveDocuments() | UpdateDocument() | MergeProject():
            return ()
        case DefineLabel() | RenameLabel() | RemoveLabel():
            return ()
        case PlaceMark(_, _, after):
            return (after,) if after else ()
        case TagSpan(place) | UntagSpan(place) | AddClaim(place):
            return (place,)
        case ReshapeClaims(before, after):
            return (*before, *after)
        case AddDisagreement(places) | JoinClaims(places):
            return places
        case PartClaim(target, place):
            return (place, *target.places)
        case Hear(held):
            return places_of(held)
        case Adjudicate(versions, chosen):
            return places_of(chosen or versions[0].command)
        case _:
            return command.target.places


def _check_date(value: str) -> None:
    """Refuses what is no day, month or year."""
    if not _DATE.fullmatch(value):
        raise ValueError(f"a date reads 2031-05-06, 2031-05 or 2031, not {value!r}")
    date.fromisoformat(value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value)


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the append-only log."""

    seq: int
    at: str
    """ISO 8601, UTC."""
    by: str
    command: Command | None
    """None for an undo or redo, and for what another version wrote and this one does not know."""
    batch: str | None = None
    """One key press is one batch and one undo; None for what no key did (documents found on opening)."""
    undoes: int | None = None
    """The `seq` of the first event of the batch that this one takes back."""
    redoes: int | None = None
    """The `seq` of the first event of the batch that this one brings back."""
    type: str = ""
    """Its name in the log: "reject", "undo" ..., or one that this version does not know."""
