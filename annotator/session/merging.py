"""Brings a colleague's decisions into an open story: from their workspace, or from the project they exported."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from annotator import __version__
from annotator.decisions import (
    History,
    MergePlan,
    Ruled,
    fold_history,
    match_documents,
    namesakes,
    plan_merge,
    rename_people,
)
from annotator.errors import InputError, UsageError
from annotator.ingest import show_path
from annotator.model import FIRST_VERSION, AddDocuments, MergeProject, document_ids
from annotator.session.change import Change
from annotator.session.project import read_project_file
from annotator.session.reading import find_workspace, readable
from annotator.session.session import Session
from annotator.store import Project, Store, StoredDocument, is_workspace, load_project
from annotator.text import one_line


class NamesakeError(UsageError):
    """One name stands for two people, or for one person on two machines: nobody but a person can say."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did, or would do."""

    source: str
    """The name of the file."""
    plan: MergePlan
    added: tuple[str, ...]
    """Names of documents that came with it."""
    missing: tuple[str, ...]
    """Names of documents that only they have and that were not asked for."""
    change: Change | None = None
    """What was written down; None if nothing was."""

    @property
    def is_nothing(self) -> bool:
        """Whether the story stays as it is."""
        return not self.plan.rulings and not self.added


def merge(
    session: Session,
    path: str | os.PathLike[str],
    *,
    their_name: str | None = None,
    with_documents: bool = False,
    dry_run: bool = False,
) -> Merged:
    """Takes over what a colleague decided; one undo takes all of it back.

    Args:
        their_name: what to call whoever decided there under a name of this story's people.
        with_documents: brings in the documents that only they have.
        dry_run: changes nothing.
    Raises:
        InputError: if the file is neither a workspace nor a project, or its log was changed.
        UsageError: if it is this very workspace, or one name stands for two people.
    """
    source = find_workspace(path) if Path(path).is_dir() else Path(path)
    project = _read(source, session.workspace)
    theirs = fold_history(row.event for row in project.rows)
    mine = fold_history(session.log).rulings
    stored = session.stored
    texts = {d.id: d.source.text for d in stored}
    held = _in_use(project, theirs)
    twins = match_documents(texts, {d.id: d.source.text for d in held})
    dropped = theirs.decisions.dropped
    unknown = [d for d in held if d.id not in twins and d.id not in dropped]
    new = _with_free_ids(unknown, {d.id for d in stored}) if with_documents else ()
    twins |= {old.id: made.id for old, made in zip(unknown, new, strict=False)}
    texts |= {d.id: d.source.text for d in new}
    rulings = rename_people(theirs.rulings, _names(session, mine, theirs, their_name, show_path(source)))
    plan = plan_merge(mine, rulings, twins=twins, texts=texts)
    names = tuple(one_line(Path(d.source.path).name) for d in unknown)
    merged = Merged(one_line(source.name), plan, names if new else (), () if new else names)
    if not dry_run and not merged.is_nothing:
        return replace(merged, change=_write(session, merged, new))
    return merged


def _write(session: Session, merged: Merged, new: Sequence[StoredDocument]) -> Change:
    plan = merged.plan
    head = MergeProject(merged.source, plan.people, plan.taken, plan.agreed, plan.differing)
    added = (AddDocuments(tuple(d.id for d in new)),) if new else ()
    return session.take_over((head, *added), plan.rulings, new)


def _read(path: Path, workspace: Path) -> Project:
    if not is_workspace(path):
        if not path.exists():
            raise InputError(f"there is no {show_path(path)}", "name a colleague's workspace or exported project")
        return read_project_file(path)
    if path.resolve() == workspace:
        raise UsageError(f"{show_path(path)} is this very workspace", "name the one of a colleague")
    with readable(path) as file, Store(file, client=__version__) as store:
        if (number := store.broken_link()) is not None:
            message = f"{show_path(path)}: line {number} of its log was changed, so it is not merged"
            raise InputError(message, "ask for the project again, and see annotator verify")
        return load_project(store)


def _in_use(project: Project, history: History) -> list[StoredDocument]:
    """Their documents as they read there now."""
    later = {(v.document, v.id): v.source for v in project.versions}
    in_use = history.decisions.versions
    return [replace(d, source=later.get((d.id, in_use.get(d.id, FIRST_VERSION)), d.source)) for d in project.documents]


def _with_free_ids(documents: Sequence[StoredDocument], taken: set[str]) -> tuple[StoredDocument, ...]:
    """The documents under ids that are free here; their files lie on another machine."""
    made = []
    for d in documents:
        names = (document_ids([d.source.sha256] * n)[-1] for n in count(1))
        made.append(replace(d, id=next(name for name in names if name not in taken), location=None))
        taken.add(made[-1].id)
    return tuple(made)


def _names(
    session: Session, mine: Sequence[Ruled], theirs: History, their_name: str | None, source: str
) -> Mapping[str, str]:
    """What their people are called here.

    Raises:
        UsageError: if a name stands for somebody here already.
    """
    clashing = namesakes(mine, theirs.rulings)
    if their_name is None and clashing:
        message = f"{session.workspace.name} and {source} both have decisions of {clashing[0]}"
        raise NamesakeError(message, "say who decided there with --as NAME; the same name if it was the same person")
    if their_name is None:
        return {}
    if not one_line(their_name):
        raise UsageError("whoever decided there has no name", "name them with --as NAME")
    known = {r.by for r in mine}
    meant = clashing or tuple(dict.fromkeys(r.by for r in theirs.rulings if r.by not in known))
    if len(meant) > 1:
        raise UsageError(f"{source} has decisions of {' and '.join(meant)}, and --as names one", "leave --as out")
    return dict.fromkeys(meant, one_line(their_name))
