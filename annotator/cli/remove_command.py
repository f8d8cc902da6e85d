"""`annotator remove`: takes documents out of a story."""

from __future__ import annotations

import click

from annotator.cli.diagnostics import say
from annotator.cli.naming import find_document


@click.command("remove")
@click.argument("workspace", type=click.Path())
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
def command(workspace: str, documents: tuple[str, ...]) -> None:
    """Takes documents (file names, paths or ids) out of a workspace; undo brings them back."""
    from annotator.session import find_workspace, open_story  # here: --help stays quick

    with open_story([], workspace=find_workspace(workspace)) as session:
        change = session.remove([find_document(name, session.analysis.documents) for name in documents])
        if session.needs_analysis:
            session.analyse()
        say(change.description)
