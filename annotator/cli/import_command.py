"""`annotator import`: a workspace from a colleague's project, or from one's own after a crash."""

from __future__ import annotations

import click

from annotator.cli.diagnostics import say


@click.command("import")
@click.argument("project", type=click.Path())
@click.option("-o", "--output", "workspace", type=click.Path(), required=True, help="The new workspace.")
def command(project: str, *, workspace: str) -> None:
    """Makes a workspace of a project that was exported; never over a file that exists.

    \b
    Example: annotator export story.annotator --to project -o story.annotator.jsonl
             annotator import story.annotator.jsonl -o copy.annotator
    """
    from annotator.session import import_project  # here: --help stays quick

    made = import_project(project, workspace)
    say(f"made {workspace}: {len(made.documents)} documents, {len(made.rows)} lines of the log")
