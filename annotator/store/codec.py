"""Commands as rows of the log, and back; what another version wrote and this one cannot read is no command."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from typing import Any

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
    Attitude,
    Command,
    CorrectDocument,
    DefineLabel,
    DisagreementKind,
    DocumentPart,
    FlagKind,
    Hear,
    Hue,
    JoinClaims,
    MergeProject,
    MergeSources,
    Move,
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
    Settlement,
    Severity,
    SourceRole,
    Span,
    TagSpan,
    UntagSpan,
    UpdateDocument,
    Version,
)
from annotator.store.shapes import is_well_formed

Json = dict[str, Any]

_NAMES: dict[type[Command], str] = {
    Accept: "accept",
    Reject: "reject",
    SetSource: "set_source",
    Settle: "settle",
    RateReliability: "rate_reliability",
    RateCredibility: "rate_credibility",
    Note: "note",
    AddFlag: "add_flag",
    AddDisagreement: "add_disagreement",
    RenameSource: "rename_source",
    MergeSources: "merge_sources",
    CorrectDocument: "correct_document",
    AddDocuments: "add_documents",
    RemoveDocuments: "remove_documents",
    DefineLabel: "define_label",
    RenameLabel: "rename_label",
    RemoveLabel: "remove_label",
    TagSpan: "tag_span",
    UntagSpan: "untag_span",
    ReshapeClaims: "reshape_claims",
    AddClaim: "add_claim",
    JoinClaims: "join_claims",
    PartClaim: "part_claim",
    AddLink: "add_link",
    SetParent: "set_parent",
    Hear: "hear",
    Adjudicate: "adjudicate",
    UpdateDocument: "update_document",
    PlaceMark: "place_mark",
    MergeProject: "merge_project",
}


def canonical(value: object) -> str:
    """JSON that is the same for the same value: sorted keys, no blanks, ASCII."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)


def encode_command(command: Command) -> tuple[str, Json]:
    """The name of a command in the log, and its values."""
    return _NAMES[type(command)], _values(command)


def decode_command(name: str, values: Json) -> Command | None:
    """The command of a row; None if this version does not know it or cannot read its values."""
    decode = _DECODERS.get(name)
    if decode is None:
        return None
    try:
        made = decode(values)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    return made if is_well_formed(made) else None


def plain_object(text: str) -> dict[str, Any]:
    """A JSON object; anything else is empty, as no part of it can be known."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _values(command: Command) -> Json:
    match command:
        case Accept(target):
            return {"target": _anchor(target)}
        case Reject(target, reason):
            return {"target": _anchor(target), "reason": reason}
        case SetSource(target, name, role, attitude, reason):
            made: Json = {"name": name, "role": role.value, "attitude": attitude.value}
            return {"target": _anchor(target), "reason": reason, **made}
        case Settle(target, settlement, stands, reason):
            return {"target": _anchor(target), "settlement": settlement.value, "stands": stands, "reason": reason}
        case RateReliability(target, letter, reason):
            return {"target": _anchor(target), "letter": letter, "reason": reason}
        case RateCredibility(target, digit, reason):
            return {"target": _anchor(target), "digit": digit, "reason": reason}
        case Note(target, text):
            return {"target": _anchor(target), "text": text}
        case AddFlag(target, kind, why):
            return {"target": _anchor(target), "kind": kind.value, "why": why}
        case AddDisagreement(places, values, kind, severity, reason):
            made = {"kind": kind.value, "severity": severity.value, "reason": reason}
            return {"places": [_place(p) for p in places], "values": list(values), **made}
        case RenameSource(target, name, reason) | MergeSources(target, name, reason):
            return {"target": _anchor(target), "name": name, "reason": reason}
        case CorrectDocument(target, part, value, reason):
            return {"target": _anchor(target), "part": part.value, "value": value, "reason": reason}
        case AddDocuments(documents) | RemoveDocuments(documents):
            return {"documents": list(documents)}
        case DefineLabel(name, definition, hue):
            return {"name": name, "definition": definition, "hue": hue.value if hue else None}
        case RenameLabel(name, new_name):
            return {"name": name, "new_name": new_name}
        case RemoveLabel(name):
            return {"name": name}
        case TagSpan(place, label) | UntagSpan(place, label):
            return {"place": _place(place), "label": label}
        case MergeProject(source, people, taken, agreed, differing):
            counts = {"taken": taken, "agreed": agreed, "differing": differing}
            return {"source": source, "people": list(people), **counts}
        case Hear(held):
            return {"command": _whole(held)}
        case Adjudicate(versions, chosen, reason):
            made = {"versions": [{"by": v.by, "at": v.at, "command": _whole(v.command)} for v in versions]}
            return {**made, "chosen": _whole(chosen) if chosen is not None else None, "reason": reason}
        case UpdateDocument(document, version, moves):
            rows = [[m.version, m.before.start, m.before.end, m.after.start, m.after.end, m.is_kept] for m in moves]
            return {"document": document, "version": version, "moves": rows}
        case PlaceMark(version, before, after):
            return {"version": version, "before": _place(before), "after": _place(after) if after else None}
        case _:
            return _structure_values(command)


def _whole(command: Command) -> Json:
    name, values = encode_command(command)
    return {"type": name, "data": values}


def _structure_values(command: ReshapeClaims | AddClaim | JoinClaims | PartClaim | AddLink | SetParent) -> Json:
    match command:
        case ReshapeClaims(before, after):
            return {"before": [_place(p) for p in before], "after": [_place(p) for p in after]}
        case AddClaim(place):
            return {"place": _place(place)}
        case JoinClaims(places):
            return {"places": [_place(p) for p in places]}
        case PartClaim(target, place):
            return {"target": _anchor(target), "place": _place(place)}
        case AddLink(target, name, role, attitude, parent):
            made: Json = {"name": name, "role": role.value, "attitude": attitude.value}
            return {"target": _anchor(target), "parent": _anchor(parent) if parent else None, **made}
        case SetParent(target, parent):
            return {"target": _anchor(target), "parent": _anchor(parent) if parent else None}


def _anchor(anchor: Anchor) -> Json:
    return {"kind": anchor.kind.value, "places": [_place(p) for p in anchor.places], "label": anchor.label}


def _place(place: Place) -> Json:
    span = [place.span.start, place.span.end] if place.span else None
    return {"document": place.document, "span": span, "quote": place.quote}


def _to_anchor(values: Json) -> Anchor:
    places = tuple(map(_to_place, values["places"]))
    return Anchor(AnchorKind(values["kind"]), places, values.get("label"))


def _to_place(values: Json) -> Place:
    span = values.get("span")
    return Place(values["document"], _to_span(*span) if span else None, values.get("quote"))


def _to_span(start: int, end: int) -> Span:
    if end > sys.maxsize:
        raise ValueError("no text is as long as that")
    return Span(start, end)


def _target(values: Json) -> Anchor:
    return _to_anchor(values["target"])


def _to_set_source(v: Json) -> SetSource:
    return SetSource(_target(v), v["name"], SourceRole(v["role"]), Attitude(v["attitude"]), v.get("reason"))


def _to_settle(v: Json) -> Settle:
    return Settle(_target(v), Settlement(v["settlement"]), v.get("stands"), v.get("reason"))


def _places(values: Sequence[Json]) -> tuple[Place, ...]:
    return tuple(map(_to_place, values))


def _parent(values: Json) -> Anchor | None:
    return _to_anchor(values["parent"]) if values.get("parent") else None


def _to_define_label(v: Json) -> DefineLabel:
    return DefineLabel(v["name"], v["definition"], Hue(v["hue"]) if v["hue"] else None)


_HOLDING = (_NAMES[Hear], _NAMES[Adjudicate], _NAMES[MergeProject])


def _to_whole(values: Json) -> Command:
    """A command within another one.

    Raises:
        ValueError: if this version does not know it, or it is one that holds another.
    """
    if values["type"] in _HOLDING:
        raise ValueError("a decision within a decision within a decision")
    made = decode_command(values["type"], values["data"])
    if made is None:
        raise ValueError(f"unknown command {values['type']}")
    return made


def _to_adjudicate(v: Json) -> Adjudicate:
    versions = tuple(Version(str(x["by"]), str(x["at"]), _to_whole(x["command"])) for x in v["versions"])
    return Adjudicate(versions, _to_whole(v["chosen"]) if v["chosen"] is not None else None, v.get("reason"))


def _to_add_link(v: Json) -> AddLink:
    return AddLink(_target(v), v["name"], SourceRole(v["role"]), Attitude(v["attitude"]), _parent(v))


def _to_update(v: Json) -> UpdateDocument:
    rows = v["moves"]
    moves = (Move(str(of), _to_span(a, b), _to_span(c, d), bool(is_kept)) for of, a, b, c, d, is_kept in rows)
    return UpdateDocument(str(v["document"]), str(v["version"]), tuple(moves))


def _to_disagreement(v: Json) -> AddDisagreement:
    return AddDisagreement(
        places=tuple(map(_to_place, v["places"])),
        values=tuple(map(str, v["values"])),
        kind=DisagreementKind(v["kind"]),
        severity=Severity(v["severity"]),
        reason=v.get("reason"),
    )


_DECODERS: dict[str, Callable[[Json], Command]] = {
    "accept": lambda v: Accept(_target(v)),
    "reject": lambda v: Reject(_target(v), v.get("reason")),
    "set_source": _to_set_source,
    "settle": _to_settle,
    "rate_reliability": lambda v: RateReliability(_target(v), v["letter"], v.get("reason")),
    "rate_credibility": lambda v: RateCredibility(_target(v), v["digit"], v.get("reason")),
    "note": lambda v: Note(_target(v), v["text"]),
    "add_flag": lambda v: AddFlag(_target(v), FlagKind(v["kind"]), v["why"]),
    "add_disagreement": _to_disagreement,
    "rename_source": lambda v: RenameSource(_target(v), str(v["name"]), v.get("reason")),
    "merge_sources": lambda v: MergeSources(_target(v), str(v["name"]), v.get("reason")),
    "correct_document": lambda v: CorrectDocument(_target(v), DocumentPart(v["part"]), v["value"], v.get("reason")),
    "add_documents": lambda v: AddDocuments(tuple(map(str, v["documents"]))),
    "remove_documents": lambda v: RemoveDocuments(tuple(map(str, v["documents"]))),
    "define_label": _to_define_label,
    "rename_label": lambda v: RenameLabel(v["name"], v["new_name"]),
    "remove_label": lambda v: RemoveLabel(v["name"]),
    "tag_span": lambda v: TagSpan(_to_place(v["place"]), v["label"]),
    "untag_span": lambda v: UntagSpan(_to_place(v["place"]), v["label"]),
    "reshape_claims": lambda v: ReshapeClaims(_places(v["before"]), _places(v["after"])),
    "add_claim": lambda v: AddClaim(_to_place(v["place"])),
    "join_claims": lambda v: JoinClaims(_places(v["places"])),
    "part_claim": lambda v: PartClaim(_target(v), _to_place(v["place"])),
    "add_link": _to_add_link,
    "set_parent": lambda v: SetParent(_target(v), _parent(v)),
    "merge_project": lambda v: MergeProject(v["source"], tuple(v["people"]), v["taken"], v["agreed"], v["differing"]),
    "hear": lambda v: Hear(_to_whole(v["command"])),
    "adjudicate": _to_adjudicate,
    "update_document": _to_update,
    "place_mark": lambda v: PlaceMark(
        str(v["version"]), _to_place(v["before"]), _to_place(v["after"]) if v["after"] else None
    ),
}
