"""What a session tells about itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from annotator.model import Command


class ChangeKind(StrEnum):
    APPLIED = "applied"
    UNDONE = "undone"
    REDONE = "redone"


@dataclass(frozen=True, slots=True)
class Change:
    """One key press that was written down, taken back or brought back."""

    kind: ChangeKind
    description: str
    """A phrase for the status line: "rejected loaded language “slammed”"."""
    commands: tuple[Command, ...]


class StaleReason(StrEnum):
    MISSING = "missing"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class StaleDocument:
    """A document whose file is no longer what was read; the stored version stays in use."""

    document: str
    path: str
    reason: StaleReason
