"""`annotator log`: who decided what, when."""

from __future__ import annotations

import click

from annotator.cli.output import emit
from annotator.text import one_line


@click.command("log")
@click.argument("workspace", type=click.Path())
def command(workspace: str) -> None:
    """Prints every decision in a workspace, oldest first, undone ones too."""
    from annotator.session import describe_log, open_to_read  # here: --help stays quick

    with open_to_read(workspace) as session:
        emit("".join(one_line(line) + "\n" for line in describe_log(session.log, session.names)))
