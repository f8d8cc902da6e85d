"""`annotator list`: the rows of a list of the workbench, filtered as there."""

from __future__ import annotations

import json

import click

from annotator.cli.output import emit

LISTS = ("claims", "disagreements", "sources", "quotations", "queue", "adjudication")


@click.command("list")
@click.argument("workspace", type=click.Path())
@click.option("--what", type=click.Choice(LISTS), default="claims", show_default=True, help="Which list.")
@click.option(
    "--filter", "line", default="", help="As on the screen (f): words, field:value, field>2, -field:value, @saved."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(workspace: str, *, what: str, line: str, form: str) -> None:
    """Prints the rows of a list that fit a filter, decisions included, one line each.

    \b
    Example: annotator list story.annotator --filter "voice:own is:flagged"
             annotator list story.annotator --what quotations --filter is:changed --format json
             annotator list story.annotator --what adjudication --filter "by:bo -was:bo is:settled"
    """
    from annotator.session import fill_in_filter, read_cases, read_workspace  # here: --help stays quick
    from annotator.view import list_case_rows, list_rows

    line = fill_in_filter(workspace, line)
    if what == "adjudication":
        rows = list_case_rows(*read_cases(workspace), line)
    else:
        rows = list_rows(read_workspace(workspace, with_rejected=True), what, line)
    if form == "text":
        emit("".join(f"{row.text}\n" for row in rows))
        return
    made = [
        {"id": row.key, "row": row.text, **{name: list(values) for name, values in row.fields.items()}} for row in rows
    ]
    emit(json.dumps({"what": what, "filter": line, "rows": made}, ensure_ascii=False, indent=2) + "\n")
