"""`annotator agreement`: how far several people agree, by which method, on how many items."""

from __future__ import annotations

import click

from annotator.cli.output import emit


@click.command("agreement")
@click.argument("workspaces", nargs=-1, required=True, metavar="WORKSPACE...", type=click.Path())
@click.option("--person", "only", multiple=True, help="Compare these people only; give it once for each.")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True)
@click.option("--seed", type=int, help="Of the resampling; the same seed gives the same ranges.")
def command(workspaces: tuple[str, ...], *, only: tuple[str, ...], form: str, seed: int | None) -> None:
    """Measures how far people agree: marks, labels, verdicts, sources, genres, settled disagreements, ratings.

    Give each person's workspace, or one that holds the decisions of several. Documents are the same where their
    texts are. Each line names its method, the number of items, the raw agreement and a 95 % range.

    \b
    Example: annotator agreement anna.annotator ben.annotator
             annotator agreement merged.annotator --person anna --person ben --format csv
    """
    from annotator.export import export_agreement_csv, export_agreement_json, tell_agreement  # here: --help stays quick
    from annotator.session import agreement_of

    report = agreement_of(workspaces, only=only, seed=seed)
    match form:
        case "json":
            emit(export_agreement_json(report))
        case "csv":
            emit(export_agreement_csv(report))
        case _:
            emit("".join(f"{line}\n" for line in tell_agreement(report)))
