"""Can the log be trusted, and does a command make sense? Asked before it is written, since the log is for ever."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from annotator.errors import StaleAnchorError, UsageError
from annotator.model import (
    Accept,
    AddClaim,
    AddDisagreement,
    AddDocuments,
    AddFlag,
    AddLink,
    Adjudicate,
    Anchor,
    AnchorKind,
    Command,
    CorrectDocument,
    DefineLabel,
    Hear,
    JoinClaims,
    MergeProject,
    MergeSources,
    Note,
    PartClaim,
    Place,
    PlaceMark,
    Problem,
    RateCredibility,
    RateReliability,
    Reject,
    RemoveDocuments,
    RemoveLabel,
    RenameLabel,
    RenameSource,
    ReshapeClaims,
    SetParent,
    SetSource,
    Settle,
    TagSpan,
    UntagSpan,
    UpdateDocument,
    places_of,
)
from annotator.store import Store

_Named = SetSource | RenameSource | MergeSources
_Aimed = Accept | Reject | _Named | Settle | RateReliability | RateCredibility | Note | AddFlag | CorrectDocument
_KINDS: Mapping[type[_Aimed], tuple[AnchorKind, ...]] = {
    SetSource: (AnchorKind.CLAIM, AnchorKind.ATTRIBUTION),
    RenameSource: (AnchorKind.ATTRIBUTION,),
    MergeSources: (AnchorKind.ATTRIBUTION,),
    CorrectDocument: (AnchorKind.DOCUMENT,),
    Settle: (AnchorKind.DISAGREEMENT,),
    RateReliability: (AnchorKind.DOCUMENT,),
    RateCredibility: (AnchorKind.CLAIM,),
}


def check_commands(commands: Sequence[Command], *, texts: Mapping[str, str], stored: Collection[str]) -> None:
    """Refuses what could never be laid over the story.

    Args:
        texts: of the documents that are in the story now, by id.
        stored: ids of all documents that the workspace keeps.
    Raises:
        StaleAnchorError: if a quote is not what the document says at that place.
        UsageError: if there is nothing to do, or not enough is said.
    """
    if not commands:
        raise UsageError("nothing to apply")
    for command in commands:
        match command:
            case AddDocuments(documents):
                _check_documents(documents, stored)
            case RemoveDocuments(documents):
                _check_documents(documents, texts)
            case AddDisagreement(places, values):
                if len(places) != len(values) or len(set(values)) < 2 or not all(values):
                    raise UsageError("a disagreement needs a value for each place, and two that differ")
                _check_places(places, texts)
            case DefineLabel(name) | RemoveLabel(name):
                _check_names(name)
            case RenameLabel(name, new_name):
                _check_names(name, new_name)
            case MergeProject() | Adjudicate(_, None):
                pass
            case Hear(held) | Adjudicate(_, held) if held is not None:
                check_commands((held,), texts=texts, stored=stored)
            case UpdateDocument():
                raise UsageError("a text is updated from its file", "annotator update WORKSPACE FILE")
            case PlaceMark(_, before, after):
                _check_documents((before.document,), texts)
                if after is not None and (after.span is None or after.document != before.document):
                    raise UsageError("a mark is placed on words of its document")
                if after is not None:
                    _check_places((after,), texts)
            case _:
                _check_sense(command)
                _check_places(places_of(command), texts)


def find_damage(store: Store) -> tuple[Problem, ...]:
    """What a person should know about a log that somebody else wrote in; decisions count all the same."""
    number = store.broken_link()
    if number is None:
        return ()
    what = f"line {number} of the log is not what annotator wrote; decisions from there on may have been changed"
    return (Problem(str(store.path), what),)


def _check_documents(documents: Sequence[str], known: Collection[str]) -> None:
    if unknown := [d for d in documents if d not in known]:
        raise UsageError(f"no document {unknown[0]} in this story")
    if not documents:
        raise UsageError("no document is named")


def _check_names(*names: str) -> None:
    if not all(name.strip() for name in names):
        raise UsageError("the label has no name")


def _check_sense(command: Command) -> None:
    match command:
        case TagSpan(place, label) | UntagSpan(place, label):
            _check_names(label)
            _check_spans((place,))
        case AddClaim(place):
            _check_spans((place,))
        case ReshapeClaims(before, after):
            _check_spans((*before, *after))
            if not before or not after or len({p.document for p in (*before, *after)}) > 1:
                raise UsageError("claims can be reshaped within one document only")
        case JoinClaims(places):
            _check_spans(places)
            if len({p.document for p in places}) < 2:
                raise UsageError("the same claim is stated by two documents at least")
        case PartClaim(target, place):
            _check_spans((place,))
            _check_target(command, target, AnchorKind.CLUSTER)
        case AddLink(target, name):
            _check_target(command, target, AnchorKind.CLAIM)
            if not name.strip():
                raise UsageError("the source has no name")
        case SetParent(target):
            _check_target(command, target, AnchorKind.ATTRIBUTION)
        case Accept() | Reject() | SetSource() | Settle() | RateReliability() | RateCredibility() | Note() | AddFlag():
            _check_kind(command)
        case _:
            pass


def _check_target(command: Command, target: Anchor, kind: AnchorKind) -> None:
    if target.kind is not kind:
        raise UsageError(f"no {type(command).__name__} for a {target.kind}")


def _check_spans(places: Sequence[Place]) -> None:
    if any(place.span is None for place in places):
        raise UsageError("the place names no words")


def _check_kind(command: _Aimed) -> None:
    kinds = _KINDS.get(type(command))
    if kinds and command.target.kind not in kinds:
        raise UsageError(f"no {type(command).__name__} for a {command.target.kind}")
    if isinstance(command, _Named) and command.name is not None and not command.name.strip():
        raise UsageError("the source has no name")


def _check_places(places: Sequence[Place], texts: Mapping[str, str]) -> None:
    if not places:
        raise UsageError("the decision names no place")
    for place in places:
        text = texts.get(place.document)
        if text is None:
            raise StaleAnchorError(f"document {place.document} is not in the story", "add it again first")
        if place.span is not None and (place.span.end > len(text) or place.span.text(text) != place.quote):
            raise StaleAnchorError(f"“{place.quote}” is not what {place.document} says there", "open the story again")
