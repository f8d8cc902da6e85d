"""Writes the story with its decisions beside the workspace, under names that replace nothing."""

from __future__ import annotations

from pathlib import Path

from annotator.decisions import without_rejected
from annotator.export import export_csv, export_json, export_markdown
from annotator.session import Session

FORMS = {
    "markdown": "a report to read, in Markdown",
    "json": "everything, for programs, in JSON",
    "csv": "tables for a spreadsheet: a folder of CSV files",
    "project": "the whole workspace for a colleague or an archive, as lines",
}


def write_export(session: Session, form: str) -> Path:
    """Writes the analysis without what was rejected, or the project, as `annotator export`; gives the file or folder.

    Raises:
        OSError: if the folder cannot be written.
    """
    workspace = session.workspace
    if form == "project":
        file = _free(workspace.with_name(f"{workspace.name}.jsonl"))
        file.write_text(session.project(), encoding="utf-8", newline="")
        return file
    kept = without_rejected(session.analysis)
    if form == "csv":
        folder = _free(workspace.with_name(f"{workspace.stem}-csv"))
        folder.mkdir()
        for name, table in export_csv(kept).items():
            (folder / f"{name}.csv").write_text(table, encoding="utf-8", newline="")
        return folder
    ending, write = {"markdown": (".md", export_markdown), "json": (".json", export_json)}[form]
    file = _free(workspace.with_suffix(ending))
    file.write_text(write(kept), encoding="utf-8", newline="")
    return file


def _free(path: Path) -> Path:
    """The path, or the next of its kind that does not exist."""
    found, number = path, 1
    while found.exists():
        number += 1
        found = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return found
