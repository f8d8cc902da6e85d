"""`annotator schema`: the JSON Schema of what `analyze --format json` prints."""

from __future__ import annotations

import click

from annotator.cli.output import emit


@click.command("schema")
def command() -> None:
    """Prints the JSON Schema (draft 2020-12) of the analysis document."""
    from annotator.export import read_schema  # here: --help stays quick

    emit(read_schema())
