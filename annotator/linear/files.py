"""Which files have changed since they were read, as lines?"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.session import Session, StaleReason
from annotator.text import one_line
from annotator.view import counted


def changed_files(session: Session) -> Sequence[str]:
    """What has changed on disk and how to take it over; nothing where all is as it was read."""
    changed = [s for s in session.changed_on_disk() if s.reason is StaleReason.CHANGED]
    if not changed:
        return ()
    names = ", ".join(one_line(session.names[s.document]) for s in changed)
    what = "has changed since it was read" if len(changed) == 1 else "have changed since they were read"
    how = f"annotator update {one_line(session.workspace.name)} --dry-run shows what is new, and what becomes of marks"
    return (f"{counted(len(changed), 'file')} {what}: {names}.", f"{how}.")
