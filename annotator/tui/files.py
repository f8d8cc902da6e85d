"""Which files are not what was read, and what would taking them over do?"""

from __future__ import annotations

from dataclasses import dataclass

from annotator.errors import AnnotatorError
from annotator.model import Problem
from annotator.session import Session, StaleReason, Update


@dataclass(frozen=True, slots=True)
class Files:
    """What was found on disk."""

    updates: tuple[Update, ...]
    problems: tuple[Problem, ...]
    """Files that are gone or cannot be read."""


def look_at_files(session: Session) -> Files:
    """Reads every file again; in a thread of its own, as that may take seconds."""
    updates: list[Update] = []
    problems: list[Problem] = []
    for stale in session.changed_on_disk():
        if stale.reason is StaleReason.MISSING:
            problems.append(Problem(stale.path, "gone from the disk; the stored version stays in use"))
            continue
        try:
            updates.append(session.plan_update(stale.document))
        except AnnotatorError as error:
            words = f"changed on disk, but cannot be taken over ({error}); the stored version stays in use"
            problems.append(Problem(stale.path, words))
    return Files(tuple(updates), tuple(problems))
