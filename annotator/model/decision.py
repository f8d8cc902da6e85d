"""What a person decided about one object; the engine never makes one."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.model.vocabulary import Settlement, Status


@dataclass(frozen=True, slots=True)
class Decision:
    """Laid over a suggestion; the suggestion itself stays as the engine made it."""

    status: Status
    by: str
    at: str | None = None
    """ISO 8601 with zone."""
    reason: str | None = None
    note: str | None = None
    settlement: Settlement | None = None
    """Disagreements only."""
    stands: str | None = None
    """The value of the side that stands, where settlement is SIDE_STANDS."""
