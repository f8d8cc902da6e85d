"""`annotator merge`: a colleague's decisions into one's own workspace."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from annotator.cli.diagnostics import warn
from annotator.cli.output import emit
from annotator.text import one_line

if TYPE_CHECKING:
    from annotator.session import Merged

MAX_NAMES = 3


@click.command("merge")
@click.argument("mine", type=click.Path())
@click.argument("theirs", type=click.Path())
@click.option("--by", help="Your name in the log; by default the login name.")
@click.option("--as", "their_name", metavar="NAME", help="What to call a colleague who has the name of somebody here.")
@click.option("--with-documents", is_flag=True, help="Also bring in the documents that only they have.")
@click.option("--dry-run", is_flag=True, help="Only count; change nothing.")
def command(
    mine: str, theirs: str, *, by: str | None, their_name: str | None, with_documents: bool, dry_run: bool
) -> None:
    """Takes a colleague's decisions over into your workspace; THEIRS is a workspace or an exported project.

    What you decided stays. Where they say something else, both are kept for you to settle (g a on the screen).
    One undo takes the whole merge back, and merging the same file again changes nothing.

    \b
    Example: annotator merge story.annotator bo.annotator.jsonl --dry-run
    """
    from annotator.session import find_workspace, merge, open_story  # here: --help stays quick

    with open_story([], workspace=find_workspace(mine), by=by) as session:
        merged = merge(session, theirs, their_name=their_name, with_documents=with_documents, dry_run=dry_run)
        if session.needs_analysis and merged.added and not dry_run:
            session.analyse()
        warn(session.analysis.warnings)
    emit("".join(f"{line}\n" for line in _tell(merged, dry_run=dry_run)))


def _tell(merged: Merged, *, dry_run: bool) -> Iterator[str]:
    plan = merged.plan
    people = ", ".join(map(one_line, plan.people))
    yield f"{merged.source}: decisions of {people or 'nobody'}{' (nothing is changed)' * dry_run}"
    for count, what in (
        (plan.taken, "taken over: nobody here had decided"),
        (plan.agreed, "agreed: the same is decided here"),
        (plan.differing, "differ: kept beside what you decided, to be settled (annotator open, then g a)"),
        (plan.known, "known already"),
        (plan.left, "outcomes left out: they do not know what was said here"),
        (plan.elsewhere, "about documents that are not here"),
        (plan.misplaced, "left out: their words are not what the text says there"),
    ):
        if count:
            yield f"{count:6}  {what}"
    if merged.added:
        yield f"{len(merged.added):6}  documents added: {_names(merged.added)}"
    if merged.missing:
        yield f"{len(merged.missing):6}  documents only they have: {_names(merged.missing)}; --with-documents adds them"
    if merged.is_nothing:
        yield "nothing new"


def _names(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - MAX_NAMES} more" if len(names) > MAX_NAMES else ""
    return ", ".join(names[:MAX_NAMES]) + more
