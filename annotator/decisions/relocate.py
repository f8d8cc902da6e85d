"""A command about documents that have other ids in another workspace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from annotator.model import AddDocuments, Command, Place, RemoveDocuments, places_of


def documents_of(command: Command) -> frozenset[str]:
    """The ids of the documents that a command is about."""
    if isinstance(command, AddDocuments | RemoveDocuments):
        return frozenset(command.documents)
    return frozenset(p.document for p in places_of(command))


def relocate(command: Command, names: Mapping[str, str]) -> Command:
    """The command with each document's id as `names` has it, in every place of it; others stay."""
    moved: Command = command if all(names.get(d, d) == d for d in documents_of(command)) else _moved(command, names)
    return moved


def _moved(thing: Any, names: Mapping[str, str]) -> Any:
    """The same value with its places moved: commands are frozen values of fields, tuples and places."""
    if isinstance(thing, Place):
        return replace(thing, document=names.get(thing.document, thing.document))
    if isinstance(thing, tuple):
        return tuple(_moved(part, names) for part in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        made = {f.name: _moved(getattr(thing, f.name), names) for f in fields(thing)}
        return replace(thing, **made)
    return thing
