"""`annotator remove`: takes documents out of a story."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

import click

from annotator.cli.diagnostics import say
from annotator.errors import UsageError
from annotator.model import Document

MAX_NAMED = 8  # documents that a message names; more are counted


@click.command("remove")
@click.argument("workspace", type=click.Path())
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
def command(workspace: str, documents: tuple[str, ...]) -> None:
    """Takes documents (file names, paths or ids) out of a workspace; undo brings them back."""
    from annotator.session import find_workspace, open_story  # here: --help stays quick

    with open_story([], workspace=find_workspace(workspace)) as session:
        change = session.remove([_find(name, session.analysis.documents) for name in documents])
        if session.needs_analysis:
            session.analyse()
        say(change.description)


def _find(name: str, documents: Sequence[Document]) -> str:
    """The id of the one document that a person calls by its id, path or file name."""
    exact = [d.id for d in documents if name in (d.id, d.path)]
    found = exact or [d.id for d in documents if PurePath(d.path).name == name]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{name} is the name of {len(found)} documents", f"give one of the ids {', '.join(found)}")
    have = [d.path for d in documents[:MAX_NAMED]]
    rest = f" and {len(documents) - MAX_NAMED} more" if len(documents) > MAX_NAMED else ""
    raise UsageError(f"no document {name} in this story", f"it has {', '.join(have)}{rest}" if have else "it has none")
