"""`annotator remove`: takes documents out of a story."""

from __future__ import annotations

import click

from annotator.cli.diagnostics import say
from annotator.errors import UsageError


@click.command("remove")
@click.argument("workspace", type=click.Path(exists=True, dir_okay=False))
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
def command(workspace: str, documents: tuple[str, ...]) -> None:
    """Takes documents (ids or paths) out of a workspace. Their text and decisions are kept, so it can be undone."""
    from annotator.session import open_story  # here: --help stays quick

    with open_story([workspace]) as session:
        known = {key: d.id for d in session.analysis.documents for key in (d.id, d.path)}
        if missing := [name for name in documents if name not in known]:
            raise UsageError(f"no document {missing[0]!r} in this story", f"it has {', '.join(sorted(known))}")
        change = session.remove([known[name] for name in documents])
        session.analyse()
        say(change.description)
