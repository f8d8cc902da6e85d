"""`annotator export`: a workspace as JSON, CSV tables or a Markdown report, decisions included."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.diagnostics import say
from annotator.cli.output import emit, write_file
from annotator.errors import UsageError


@click.command("export")
@click.argument("workspace", type=click.Path(dir_okay=True))
@click.option("--to", "form", type=click.Choice(["json", "csv", "markdown"]), required=True)
@click.option("-o", "--output", type=click.Path(), help="File (csv: folder); without it json and markdown are printed.")
@click.option("--table", help="csv only: print this table (claims, attributions, facts, disagreements, flags).")
@click.option("--all", "with_rejected", is_flag=True, help="Also what was rejected.")
@click.option("--force", is_flag=True, help="Replace files that exist.")
def command(
    workspace: str, *, form: str, output: str | None, table: str | None, with_rejected: bool, force: bool
) -> None:
    """Exports a workspace with your decisions laid over the suggestions.

    \b
    Example: annotator export story.annotator --to markdown -o report.md
             annotator export story.annotator --to csv -o tables/
    """
    from annotator.export import export_csv, export_json, export_markdown  # here: --help stays quick
    from annotator.session import read_workspace

    if table and form != "csv":
        raise UsageError("--table goes with --to csv")
    analysis = read_workspace(workspace, with_rejected=with_rejected)
    if form == "csv":
        tables = export_csv(analysis)
        if table:
            if table not in tables:
                raise UsageError(f"no table {table!r}", f"the tables are {', '.join(tables)}")
            emit(tables[table])
            return
        folder = Path(output or f"{Path(workspace).stem}-csv")
        for name, text in tables.items():
            write_file(folder / f"{name}.csv", text, force=force)
        say(f"wrote {', '.join(f'{name}.csv' for name in tables)} to {folder}")
        return
    text = {"json": export_json, "markdown": export_markdown}[form](analysis)
    if output is None:
        emit(text)
    else:
        write_file(Path(output), text, force=force)
        say(f"wrote {output}")
