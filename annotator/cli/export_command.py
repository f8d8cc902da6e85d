"""`annotator export`: a workspace as JSON, CSV tables or a Markdown report, decisions included, or as a project."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from annotator.cli.diagnostics import say
from annotator.cli.output import STANDARD_OUTPUT, emit, write_files
from annotator.errors import UsageError


@click.command("export")
@click.argument("workspace", type=click.Path())
@click.option("--to", "form", type=click.Choice(["json", "csv", "markdown", "project"]), required=True)
@click.option("-o", "--output", type=click.Path(), help="File (csv: folder), - to print.")
@click.option(
    "--table",
    help="csv only: this table alone "
    "(documents, claims, attributions, facts, groups, disagreements, flags, labels, marks).",
)
@click.option("--all", "with_rejected", is_flag=True, help="Also what was rejected.")
@click.option("--force", is_flag=True, help="Replace files that exist.")
def command(
    workspace: str, *, form: str, output: str | None, table: str | None, with_rejected: bool, force: bool
) -> None:
    """Exports a workspace with your decisions laid over the suggestions, or whole, as a project to import.

    \b
    Example: annotator export story.annotator --to markdown -o report.md
             annotator export story.annotator --to csv -o tables/
             annotator export story.annotator --to project -o story.annotator.jsonl
    """
    from annotator.export import export_csv, export_json, export_markdown
    from annotator.session import export_project, read_workspace  # here: --help stays quick

    if table and form != "csv":
        raise UsageError("--table goes with --to csv")
    if form == "csv" and not table and output == STANDARD_OUTPUT:
        raise UsageError("csv is a folder of tables", "name one of them with --table, or a folder with -o")
    if form == "project":
        _hand_out(export_project(workspace), output, force=force)
        return
    analysis = read_workspace(workspace, with_rejected=with_rejected)
    if form == "csv" and not table:
        folder = Path(output or f"{Path(workspace).stem}-csv")
        files = {folder / f"{name}.csv": text for name, text in export_csv(analysis).items()}
        write_files(files, force=force)
        say(f"wrote {', '.join(path.name for path in files)} to {folder}")
        return
    if table:
        text = _pick_table(export_csv(analysis), table)
    else:
        text = {"json": export_json, "markdown": export_markdown}[form](analysis)
    _hand_out(text, output, force=force)


def _hand_out(text: str, output: str | None, *, force: bool) -> None:
    if output is None or output == STANDARD_OUTPUT:
        emit(text)
    else:
        write_files({Path(output): text}, force=force)
        say(f"wrote {output}")


def _pick_table(tables: Mapping[str, str], name: str) -> str:
    if name not in tables:
        raise UsageError(f"no table {name}", f"the tables are {', '.join(tables)}")
    return tables[name]
