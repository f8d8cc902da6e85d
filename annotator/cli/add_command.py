"""`annotator add`: more documents for a story."""

from __future__ import annotations

import click

from annotator.cli.diagnostics import say, warn


@click.command("add")
@click.argument("workspace", type=click.Path())
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
def command(workspace: str, paths: tuple[str, ...]) -> None:
    """Adds documents to a workspace; your decisions stay where they are."""
    from annotator.session import find_workspace, open_story  # here: --help stays quick

    with open_story([], workspace=find_workspace(workspace)) as session:
        change = session.add(list(paths))
        if session.needs_analysis:
            session.analyse()
        warn(session.analysis.warnings)
        say(change.description)
