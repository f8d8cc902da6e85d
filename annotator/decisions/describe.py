"""What a person did, as a phrase for the status line and the history: "rejected loaded language “slammed”"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from annotator.decisions.slots import value_of
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
    DisagreementKind,
    DocumentPart,
    Hear,
    JoinClaims,
    MergeProject,
    MergeSources,
    Note,
    PartClaim,
    Place,
    PlaceMark,
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
)
from annotator.text import one_line

MAX_QUOTE = 40  # characters of the text in a phrase; a status line of 80 cells holds verb, kind and quote
QUOTATION_MARKS = "“”„«»\"' "  # around words of a text; the phrase has marks of its own
_KINDS = {
    DisagreementKind.QUANTITY.value: "number",
    DisagreementKind.ACTOR.value: "who acts",
    DisagreementKind.NAMING.value: "name",
    DisagreementKind.TENSE_MODALITY.value: "tense",
    DisagreementKind.NEGATION.value: "yes or no",
    DisagreementKind.QUOTE_WORDING.value: "quotation",
    DisagreementKind.ATTRIBUTION.value: "who said it",
}
"""The words that the screens have, where they are not those of the vocabulary."""

_PARTS = {
    DocumentPart.OUTLET: "the outlet",
    DocumentPart.KIND: "the kind of outlet",
    DocumentPart.GENRE: "the genre",
    DocumentPart.PUBLISHED: "the date",
}

Names = Mapping[str, str]
"""Ids of documents to what people call them."""


def describe(commands: Sequence[Command], names: Names | None = None) -> str:
    """The phrase for a batch; the first command stands for the rest."""
    if not commands:
        return "nothing"
    first = _describe(commands[0], names or {})
    is_whole = len(commands) == 1 or isinstance(commands[0], MergeProject)
    return first if is_whole else f"{first} and {len(commands) - 1} more"


def said_before(command: Command | None, names: Names | None = None) -> tuple[str, ...]:
    """Who had decided what before an outcome, the losing decisions too; nothing for any other command."""
    if not isinstance(command, Adjudicate):
        return ()
    return tuple(f"{one_line(v.by)} {_describe(v.command, names or {})}" for v in command.versions)


def _describe(command: Command, names: Names) -> str:
    match command:
        case Accept(target):
            return f"accepted {_thing(target, names)}"
        case Reject(target):
            return f"rejected {_thing(target, names)}"
        case SetSource(target, None):
            return f"gave {_quotes(target.places)} to the document’s own voice"
        case SetSource(target, name):
            return f"attributed {_quotes(target.places)} to {_short(name or '')}"
        case Settle(target, settlement, stands):
            how = f"“{_short(stands)}” stands" if stands else _words(settlement.value)
            return f"settled {_thing(target, names)}: {how}"
        case RateReliability(target, letter):
            rated = f"rated {_thing(target, names)} reliability {letter}"
            return rated if letter else f"took back the reliability of {_thing(target, names)}"
        case RateCredibility(target, digit):
            rated = f"rated {_thing(target, names)} credibility {digit}"
            return rated if digit else f"took back the credibility of {_thing(target, names)}"
        case Note(target, text):
            return f"noted on {_thing(target, names)}" if text else f"removed the note on {_thing(target, names)}"
        case AddFlag(target, kind):
            return f"flagged {_quotes(target.places)} as {_words(kind.value)}"
        case AddDisagreement(places, _, kind):
            return f"marked {_quotes(places)} as a disagreement of {_kind_words(kind.value)}"
        case RenameSource(target, name):
            return f"renamed {_short(target.label or '')} to {_short(name)}"
        case MergeSources(target, name) if name == target.label:
            return f"took {_short(name)} as a source of its own"
        case MergeSources(target, name):
            return f"took {_short(target.label or '')} and {_short(name)} as one source"
        case CorrectDocument(target, part, value):
            return f"corrected {_PARTS[part]} of {_thing(target, names)}: {_short(_words(value))}"
        case AddDocuments(documents):
            return f"added {_documents(documents, names)}"
        case RemoveDocuments(documents):
            return f"removed {_documents(documents, names)}"
        case DefineLabel() | RenameLabel() | RemoveLabel() | TagSpan() | UntagSpan():
            return _label_deed(command)
        case Hear(held):
            return f"{_describe(held, names)} (kept beside what holds)"
        case MergeProject(source, people, taken, agreed, differing):
            counts = f"{taken} taken over, {agreed} agreed, {differing} differ"
            return f"merged {_short(source)} ({', '.join(map(_short, people)) or 'nobody'}): {counts}"
        case Adjudicate():
            return _outcome(command, names)
        case UpdateDocument(document):
            return f"updated the text of {_documents([document], names)}"
        case PlaceMark(_, before, None):
            return f"left {_quotes((before,))} without a place"
        case PlaceMark(_, before, after):
            same = after is not None and before.quote == after.quote
            return f"placed {_quotes((before,))}" if same or after is None else f"placed {_quotes((before, after))}"
        case _:
            return _structure_deed(command)


def _outcome(command: Adjudicate, names: Names) -> str:
    first, chosen = command.versions[0], command.chosen
    if chosen is None:
        return (
            f"took none of {len(command.versions)} versions, where {_short(first.by)} {_describe(first.command, names)}"
        )
    whose = " and ".join(_short(v.by) for v in command.versions if value_of(v.command) == value_of(chosen))
    return f"took the version of {whose or 'nobody'}: {_describe(chosen, names)}"


def _label_deed(command: DefineLabel | RenameLabel | RemoveLabel | TagSpan | UntagSpan) -> str:
    match command:
        case DefineLabel(name):
            return f"defined the label {_short(name)}"
        case RenameLabel(name, new_name):
            return f"renamed the label {_short(name)} to {_short(new_name)}"
        case RemoveLabel(name):
            return f"removed the label {_short(name)}"
        case TagSpan(place, label):
            return f"labelled {_quotes((place,))} as {_short(label)}"
        case UntagSpan(place, label):
            return f"took the label {_short(label)} from {_quotes((place,))}"


def _structure_deed(command: ReshapeClaims | AddClaim | JoinClaims | PartClaim | AddLink | SetParent) -> str:
    match command:
        case ReshapeClaims(before, after) if len(after) > len(before):
            return f"split {_quotes(before)} into {len(after)} claims"
        case ReshapeClaims(before, after) if len(after) < len(before):
            return f"merged {_quotes(before)} into one claim"
        case ReshapeClaims(before, after):
            return f"changed the claim {_quotes(before[:1])} to {_quotes(after[:1])}"
        case AddClaim(place):
            return f"made a claim of {_quotes((place,))}"
        case JoinClaims(places):
            return f"joined {_quotes(places)} as one claim"
        case PartClaim(_, place):
            return f"took {_quotes((place,))} out of its group"
        case AddLink(target, name):
            return f"added {_short(name)} to the chain of {_quotes(target.places)}"
        case SetParent(target, None):
            return f"made {_short(target.label or 'unnamed source')} the first link of its chain"
        case SetParent(target, parent):
            passer = (parent.label if parent else None) or "unnamed source"
            return f"put {_short(target.label or 'unnamed source')} behind {_short(passer)}"


def _thing(target: Anchor, names: Names) -> str:
    match target.kind:
        case AnchorKind.DOCUMENT:
            return _documents([p.document for p in target.places], names)
        case AnchorKind.CLAIM:
            return f"claim {_quotes(target.places)}"
        case AnchorKind.ATTRIBUTION:
            return f"{_short(target.label or 'unnamed source')} as the source of {_quotes(target.places)}"
        case AnchorKind.FLAG | AnchorKind.FACT:
            return f"{_words(target.label or target.kind.value)} {_quotes(target.places)}"
        case AnchorKind.TAG:
            return f"the label {_short(target.label or '')} on {_quotes(target.places)}"
        case AnchorKind.CLUSTER:
            return f"group of {len(target.places)} claims {_quotes(target.places[:1])}"
        case AnchorKind.DISAGREEMENT:
            of = f" of {_kind_words(target.label)}" if target.label else ""
            return f"disagreement{of} {_quotes(target.places)}"


def _quotes(places: Sequence[Place]) -> str:
    quotes = list(dict.fromkeys(f"“{_short(p.quote.strip(QUOTATION_MARKS))}”" for p in places if p.quote))
    return " / ".join(quotes[:2]) + (" …" if len(quotes) > 2 else "")


def _documents(documents: Sequence[str], names: Names) -> str:
    shown = [one_line(names.get(d, d)) for d in documents[:1]]
    more = f" and {len(documents) - 1} more" if len(documents) > 1 else ""
    return (shown[0] if shown else "no document") + more


def _short(text: str) -> str:
    line = one_line(text[: MAX_QUOTE * 4])
    return line if len(line) <= MAX_QUOTE else line[: MAX_QUOTE - 1].rstrip() + "…"


def _kind_words(kind: str) -> str:
    return _KINDS.get(kind, _words(kind))


def _words(value: str) -> str:
    return value.replace("_", " ")
