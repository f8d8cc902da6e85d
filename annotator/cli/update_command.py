"""`annotator update`: takes over files that changed, and says what becomes of the marks on them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from annotator.cli.diagnostics import say
from annotator.cli.naming import find_document
from annotator.cli.output import emit

if TYPE_CHECKING:
    from annotator.session import Session, Update

WIDTH = 100  # cells of a line


@click.command("update")
@click.argument("workspace", type=click.Path())
@click.argument("files", nargs=-1, metavar="[FILE...]")
@click.option("--dry-run", is_flag=True, help="Only print what would change and what would become of each mark.")
def command(workspace: str, files: tuple[str, ...], *, dry_run: bool) -> None:
    """Takes over documents whose files have changed; the old texts stay in the workspace, and undo brings them back.

    Prints the words that differ and the fate of each mark: kept and moved ones follow their words, all others wait for
    you (annotator open WORKSPACE, then g u). Without FILE, every file that has changed.

    \b
    Example: annotator update story.annotator --dry-run
    """
    from annotator.session import find_workspace, open_story  # here: --help stays quick
    from annotator.view import counted

    with open_story([], workspace=find_workspace(workspace)) as session:
        updates = _plan(session, files)
        names = session.names
        emit("".join(line for update in updates for line in _report(update, names[update.document])))
        if not updates:
            say("no file has changed")
        elif dry_run:
            say(f"nothing was changed; without --dry-run {counted(len(updates), 'document')} would be updated")
        else:
            session.update(*updates)
            if session.needs_analysis:
                session.analyse()
            _say_what_waits(session, workspace, len(updates))


def _plan(session: Session, files: Sequence[str]) -> list[Update]:
    """What there is to update; a file that is gone is named."""
    from annotator.session import StaleReason

    documents = session.analysis.documents
    asked = dict.fromkeys(find_document(name, documents) for name in files)
    stale = {s.document: s for s in session.changed_on_disk() if not asked or s.document in asked}
    for name in asked:
        if name not in stale:
            say(f"{session.names[name]} has not changed")
    for lost in stale.values():
        if lost.reason is StaleReason.MISSING:
            say(f"warning: {lost.path} is gone; the stored version stays in use")
    return [session.plan_update(s.document) for s in stale.values() if s.reason is StaleReason.CHANGED]


def _report(update: Update, name: str) -> list[str]:
    """The update in one line, the words that differ, and each mark that does not simply stay."""
    from annotator.model import Fate
    from annotator.text import displayable
    from annotator.view import Room, paint_fate, paint_update, update_sentence

    room = Room(WIDTH - 2, len)
    lines = [*paint_update(update.old.text, update.new.text, room), ()]
    lines += [paint_fate(f.state, room) for f in update.fates if f.fate is not Fate.KEPT]
    words = [f"  {''.join(run.text for run in line)}".rstrip() for line in lines]
    summary = update_sentence(name, update.old.text, update.new.text, update.counts)
    return [f"{displayable(line)}\n" for line in (summary, *words, "")]


def _say_what_waits(session: Session, workspace: str, number: int) -> None:
    from annotator.view import counted

    waiting = len(session.open_marks())
    rest = f"; {counted(waiting, 'mark')} to look at: annotator open {workspace}, then g u" if waiting else ""
    say(f"updated {counted(number, 'document')}{rest}")
