"""`annotator verify`: whether a workspace is whole."""

from __future__ import annotations

import click

from annotator.cli.diagnostics import ExitCode
from annotator.cli.output import emit
from annotator.text import one_line


@click.command("verify")
@click.argument("workspace", type=click.Path())
@click.pass_context
def command(context: click.Context, *, workspace: str) -> None:
    """Looks whether file, documents and log are as they were written, and every mark is on its words.

    Prints a line for each thing that is wrong and ends with 1; nothing is changed.
    """
    from annotator.session import verify  # here: --help stays quick

    found = verify(workspace)
    if not found.findings:
        emit(f"{found.documents} documents, {found.events} lines of the log, {found.marks} marks: all as written\n")
        return
    emit("".join(f"{one_line(finding)}\n" for finding in found.findings))
    context.exit(ExitCode.FAILURE)
