"""What did each person decide, on ground that is the same for all?

People may have worked in one workspace or in several. Each person's decisions, and nobody else's, are laid over the
same suggestions, found by the text of the document and the place in it; ids of workspaces mean nothing here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from annotator.decisions import Ruled
from annotator.model import Adjudicate, Analysis, Command, Hear, MergeSources, RenameLabel, RenameSource, places_of

_NAMING = (RenameLabel, RenameSource, MergeSources)


@dataclass(frozen=True, slots=True)
class Workspace:
    """What one workspace brings to the comparison."""

    name: str
    """What people call it."""
    texts: Mapping[str, str]
    """The documents of its story, by id."""
    rulings: tuple[Ruled, ...]
    """What was said there and not taken back, in order; also what was heard in a merge or put aside by an outcome."""


@dataclass(frozen=True, slots=True)
class Person:
    """One person's decisions in the terms of the common ground."""

    name: str
    """With the workspace's name behind it, where two workspaces have somebody of that name."""
    rulings: tuple[Ruled, ...]
    """In order; with the renaming of labels and sources by anybody in the same workspace, which holds for all there."""
    documents: frozenset[str]
    """Documents of the ground that the workspace holds."""


def find_people(workspaces: Sequence[Workspace], ground: Analysis) -> tuple[Person, ...]:
    """Everybody who decided something about a document of the ground, workspace by workspace.

    Who is in two workspaces under one name, with nothing in one of them that is not in the other (a copy, or one that
    was merged into the other), is one person.
    """
    found = [person for workspace in workspaces for person in _people_of(workspace, ground)]
    kept = [p for i, (_, p) in enumerate(found) if not any(_is_copy(p, i, q, k) for k, (_, q) in enumerate(found))]
    names = [p.name for p in kept]
    whose = {id(p): workspace for workspace, p in found}
    return tuple(replace(p, name=f"{p.name} ({whose[id(p)]})") if names.count(p.name) > 1 else p for p in kept)


def _people_of(workspace: Workspace, ground: Analysis) -> list[tuple[str, Person]]:
    ids = _shared_ids(workspace.texts, ground)
    here = [r for r in workspace.rulings if all(p.document in ids for p in places_of(r.command))]
    moved = [replace(r, command=_moved(r.command, ids)) for r in here if not isinstance(r.command, Adjudicate)]
    names = dict.fromkeys(r.by for r in moved if places_of(r.command))
    documents = frozenset(ids.values())
    return [(workspace.name, Person(name, _said_by(name, moved), documents)) for name in names]


def _said_by(name: str, rulings: Sequence[Ruled]) -> tuple[Ruled, ...]:
    """What one person said, as if said here, and what others in the workspace renamed.

    Outcomes are nobody's own judgement, and what a merge only took note of renames nothing.
    """
    heard = (replace(r, command=r.command.command) if isinstance(r.command, Hear) else r for r in rulings)
    return tuple(
        said for held, said in zip(rulings, heard, strict=True) if held.by == name or isinstance(held.command, _NAMING)
    )


def _is_copy(person: Person, at: int, other: Person, other_at: int) -> bool:
    """Whether somebody is there a second time; of two that are the same, the first one stays."""
    if at == other_at or person.name != other.name:
        return False
    acts, others = _acts(person), _acts(other)
    return acts < others or (acts == others and other_at < at)


def _acts(person: Person) -> frozenset[tuple[str, Command]]:
    return frozenset((r.at, r.command) for r in person.rulings if r.by == person.name)


def _shared_ids(texts: Mapping[str, str], ground: Analysis) -> dict[str, str]:
    """For each document of a workspace the one of the ground that reads the same."""
    by_text: dict[str, str] = {}
    for document in ground.documents:
        by_text.setdefault(document.text, document.id)
    same = {d.id for d in ground.documents if texts.get(d.id) == d.text}
    return {key: key if key in same else by_text[text] for key, text in texts.items() if text in by_text}


def _moved(value: Any, ids: Mapping[str, str]) -> Any:
    """A command, or a part of it, with the documents' ids of the ground."""
    if isinstance(value, tuple):
        return tuple(_moved(part, ids) for part in value)
    if not is_dataclass(value):
        return value
    changed = {
        field.name: ids[part] if field.name == "document" else _moved(part, ids)
        for field in fields(value)
        if (part := getattr(value, field.name)) is not None
    }
    return replace(value, **changed)  # type: ignore[type-var]  # a dataclass value, not the class
