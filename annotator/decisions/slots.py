"""Which question about which object does a command answer, and what does it answer?

Two commands answer the same question where only one of the answers can hold: one genre for a document, one verdict
on a flag. Two labels on one passage are two questions, since both can hold.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from annotator.model import (
    Accept,
    AddClaim,
    AddDisagreement,
    AddFlag,
    AddLink,
    Adjudicate,
    Anchor,
    AnchorKind,
    Attitude,
    Command,
    CorrectDocument,
    DefineLabel,
    DocumentPart,
    Hear,
    JoinClaims,
    MergeSources,
    Note,
    PartClaim,
    Place,
    RateCredibility,
    RateReliability,
    Reject,
    RenameSource,
    ReshapeClaims,
    SetParent,
    SetSource,
    Settle,
    Settlement,
    TagSpan,
    UntagSpan,
)
from annotator.text import fold


class Question(StrEnum):
    """What can be asked about an object."""

    VERDICT = "verdict"
    """Does a suggestion hold: accepted, rejected; a flag or disagreement that a person added counts as accepted, and
    for a disagreement the answer says how it was settled."""
    SOURCE = "source"
    """Who said it."""
    LABEL = "label"
    """Is this label on this passage: on, off."""
    OUTLET = "outlet"
    OUTLET_KIND = "kind of outlet"
    GENRE = "genre"
    PUBLISHED = "date"
    RELIABILITY = "reliability"
    CREDIBILITY = "credibility"
    NOTE = "note"
    NAME = "name"
    """How a source is called, or whom it is one with, everywhere."""
    MEANING = "meaning"
    """What a label of the codebook means."""
    SHAPE = "shape"
    """Which claims there are at these places."""
    GROUP = "group"
    """Whether these claims state the same."""
    LINK = "link"
    """Who is in the chain of a claim."""
    PARENT = "parent"
    """Who passed it on."""


ON, OFF = "on", "off"
ACCEPTED, REJECTED = "accepted", "rejected"
OWN_VOICE = "own voice"
NOBODY = "nobody"

_PARTS = {
    DocumentPart.OUTLET: Question.OUTLET,
    DocumentPart.KIND: Question.OUTLET_KIND,
    DocumentPart.GENRE: Question.GENRE,
    DocumentPart.PUBLISHED: Question.PUBLISHED,
}


@dataclass(frozen=True, slots=True)
class Slot:
    """One question about one object; the same in the logs of two people who have the same text."""

    question: Question
    anchor: Anchor
    """The object; places of a group in the order of the texts, labels and names folded. Whatever has no place (the
    name of a source, a label of the codebook) is told by the anchor's label alone."""
    _hash: int = field(init=False, repr=False, compare=False, default=0)
    """Worked out once: a log of thousands of decisions is read by slot after each of them."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", hash((self.question, self.anchor)))

    def __hash__(self) -> int:
        return self._hash


def slot_of(command: Command) -> Slot | None:
    """The question that a command answers; None for one that people cannot differ on (documents, renamed labels)."""
    match command:
        case Hear(held):
            return slot_of(held)
        case Adjudicate(versions):
            return slot_of(versions[0].command)
        case Accept(target) | Reject(target) | Settle(target) | SetSource(target):
            return _of_verdict(target, is_source=isinstance(command, SetSource))
        case RateReliability(target):
            return Slot(Question.RELIABILITY, target)
        case RateCredibility(target):
            return Slot(Question.CREDIBILITY, target)
        case Note(target):
            return Slot(Question.NOTE, _in_order(target))
        case AddFlag(target, kind):
            return Slot(Question.VERDICT, Anchor(AnchorKind.FLAG, target.places, kind.value))
        case AddDisagreement(places, _, kind):
            return Slot(Question.VERDICT, _in_order(Anchor(AnchorKind.DISAGREEMENT, places, kind.value)))
        case RenameSource(target) | MergeSources(target):
            return Slot(Question.NAME, Anchor(AnchorKind.ATTRIBUTION, (), fold(target.label or "")))
        case CorrectDocument(target, part):
            return Slot(_PARTS[part], target)
        case TagSpan(place, label) | UntagSpan(place, label):
            return label_slot(place, label)
        case DefineLabel(name):
            return Slot(Question.MEANING, Anchor(AnchorKind.TAG, (), fold(name)))
        case _:
            return _of_structure(command)


def label_slot(place: Place, label: str) -> Slot:
    """Whether a label is on a passage."""
    return Slot(Question.LABEL, Anchor(AnchorKind.TAG, (place,), fold(label)))


def value_of(command: Command) -> str | None:
    """The answer in words; None for a command that takes an answer back."""
    match command:
        case Hear(held):
            return value_of(held)
        case Adjudicate(_, chosen):
            return value_of(chosen) if chosen is not None else None
        case Accept(target):
            return (target.label or NOBODY) if target.kind is AnchorKind.ATTRIBUTION else _yes(target, ON, ACCEPTED)
        case Reject(target) if target.kind is AnchorKind.DISAGREEMENT:
            return _words(Settlement.NOT_A_DISAGREEMENT)
        case Reject(target):
            return _yes(target, OFF, REJECTED)
        case Settle(_, settlement, stands):
            return f"“{stands}” stands" if stands else _words(settlement)
        case SetSource(_, name, _, attitude) | AddLink(_, name, _, attitude):
            return _said(name, attitude)
        case RateReliability(_, letter):
            return letter
        case RateCredibility(_, digit):
            return None if digit is None else str(digit)
        case Note(_, text):
            return text or None
        case RenameSource(_, name) | MergeSources(_, name):
            return name
        case CorrectDocument(_, _, value):
            return _words(value)
        case DefineLabel(_, definition):
            return definition
        case AddFlag() | AddDisagreement():
            return ACCEPTED
        case TagSpan() | UntagSpan():
            return ON if isinstance(command, TagSpan) else OFF
        case _:
            return _structure_value(command)


class Slotting:
    """The questions of commands in the order of a log: a source that was renamed on the way is the same question."""

    def __init__(self) -> None:
        self._first: dict[tuple[Anchor, str], Anchor] = {}
        """The anchor of an attribution before people gave it another source, by where it lies and that source."""

    def take(self, command: Command, slot: Slot | None) -> Slot | None:
        """The question of the next command of the log, from what `slot_of` says of it."""
        if slot is None or slot.question is not Question.SOURCE:
            return slot
        held = _bare(command)
        where = replace(slot.anchor, label=None)
        first = self._first.get((where, fold(slot.anchor.label or "")), slot.anchor)
        if isinstance(held, SetSource) and held.name is not None and first.kind is AnchorKind.ATTRIBUTION:
            self._first.setdefault((where, fold(held.name)), first)
        return Slot(Question.SOURCE, first)


def _bare(command: Command) -> Command | None:
    match command:
        case Hear(held):
            return held
        case Adjudicate(_, chosen):
            return chosen
        case _:
            return command


def _of_verdict(target: Anchor, *, is_source: bool) -> Slot:
    if is_source or target.kind is AnchorKind.ATTRIBUTION:
        return Slot(Question.SOURCE, target)
    if target.kind is AnchorKind.TAG and target.places:
        return label_slot(target.places[0], target.label or "")
    return Slot(Question.VERDICT, _in_order(target))


def _of_structure(command: Command) -> Slot | None:
    match command:
        case ReshapeClaims(before):
            return Slot(Question.SHAPE, _in_order(Anchor(AnchorKind.CLAIM, before)))
        case AddClaim(place):
            return Slot(Question.SHAPE, Anchor(AnchorKind.CLAIM, (place,)))
        case JoinClaims(places):
            return Slot(Question.GROUP, _in_order(Anchor(AnchorKind.CLUSTER, places)))
        case PartClaim(target, place):
            return Slot(Question.GROUP, _in_order(Anchor(AnchorKind.CLUSTER, (*target.places, place))))
        case AddLink(target, name):
            return Slot(Question.LINK, replace(target, label=fold(name)))
        case SetParent(target):
            return Slot(Question.PARENT, target)
        case _:
            return None


def _structure_value(command: Command) -> str | None:
    match command:
        case ReshapeClaims(_, after):
            return " | ".join(p.quote or "" for p in after)
        case AddClaim(place):
            return place.quote or ""
        case JoinClaims():
            return "the same claim"
        case PartClaim(_, place):
            return f"“{place.quote}” is another claim"
        case SetParent(_, parent):
            return (parent.label if parent else None) or NOBODY
        case _:
            return None


def _in_order(anchor: Anchor) -> Anchor:
    """With its places in the order of the texts, each once: how a group was listed makes no other group of it."""
    if len(anchor.places) < 2:
        return anchor
    places = sorted(dict.fromkeys(anchor.places), key=lambda p: (p.document, p.span is not None, p.span or ()))
    return replace(anchor, places=tuple(places))


def _yes(target: Anchor, label: str, other: str) -> str:
    return label if target.kind is AnchorKind.TAG else other


def _said(name: str | None, attitude: Attitude) -> str:
    if name is None:
        return OWN_VOICE
    return name if attitude is Attitude.ASSERTS else f"{name} ({_words(attitude)})"


def _words(value: str) -> str:
    return value.replace("_", " ")
