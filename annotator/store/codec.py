"""Commands as rows of the log, and back; what another version wrote and this one cannot read is no command."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from enum import StrEnum
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


def _values(thing: Any) -> Json:
    return {field.name: _plain(getattr(thing, field.name)) for field in fields(thing)}


def _plain(value: Any) -> Any:
    """A value of a command as JSON."""
    match value:
        case StrEnum():
            return value.value
        case tuple():
            return [_plain(part) for part in value]
        case Span(start, end):
            return [start, end]
        case Move(version, before, after, is_kept):
            return [version, *_plain(before), *_plain(after), is_kept]
        case _ if type(value) in _NAMES:
            return {"type": _NAMES[type(value)], "data": _values(value)}
        case _:
            return _values(value) if is_dataclass(value) else value


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
