"""`annotator add`: more documents for a story."""

from __future__ import annotations

import click

from annotator.cli.diagnostics import say, warn


@click.command("add")
@click.argument("workspace", type=click.Path(exists=True, dir_okay=False))
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
def command(workspace: str, paths: tuple[str, ...]) -> None:
    """Adds documents to a workspace; your decisions stay where they are."""
    from annotator.session import open_story  # here: --help stays quick

    with open_story([workspace]) as session:
        change = session.add(list(paths))
        session.analyse()
        warn(session.analysis.warnings)
        say(change.description)
