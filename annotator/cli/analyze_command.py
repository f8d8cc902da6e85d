"""`annotator analyze`: what the engine finds in some documents, printed and not kept."""

from __future__ import annotations

import click

from annotator.cli.diagnostics import warn
from annotator.cli.output import emit
from annotator.errors import InputError


@click.command("analyze")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "table", "markdown"]),
    default="table",
    show_default=True,
    help="json is the contract of `annotator schema`; the others are for people.",
)
@click.option("--title", help="Title of the story; by default the folder's name.")
@click.option("--strict", is_flag=True, help="End with exit code 2 if there is any warning.")
def command(paths: tuple[str, ...], form: str, title: str | None, strict: bool) -> None:
    """Analyses .txt and .md files, folders of them, or - (standard input).

    \b
    Example: annotator analyze story/ --format json > story.json
    """
    from annotator.export import export_json, export_markdown, export_table  # here: --help stays quick
    from annotator.session import analyze

    analysis = analyze(paths, title=title)
    warn(analysis.warnings)
    if strict and analysis.warnings:
        count = len(analysis.warnings)
        raise InputError(f"{count} warning{'s' if count > 1 else ''} and --strict", "mend the files named above")
    exporters = {"json": export_json, "table": export_table, "markdown": export_markdown}
    emit(exporters[form](analysis))
