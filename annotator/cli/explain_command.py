"""`annotator explain`: which rule suggested something, on which words, and why nothing was raised where nothing is."""

from __future__ import annotations

import click

from annotator.cli.output import emit


@click.command("explain")
@click.argument("workspace", type=click.Path())
@click.argument("reference", metavar="ID")
def command(workspace: str, reference: str) -> None:
    """Explains a suggestion, a claim with all that is on it, or any span of a document.

    ID is an id of the JSON export, a handle (document B, claim B12, disagreement D3), or characters of a document
    (B:120-180): also where nothing is flagged, with what was looked for.

    \b
    Example: annotator explain story.annotator D3
    """
    from annotator.session import explain  # here: --help stays quick

    emit("".join(f"{line}\n" for line in explain(workspace, reference)))
