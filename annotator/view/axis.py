"""Where on a drawn line does each moment lie? Gaps are to scale; one that would swallow all others is cut short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import accumulate, pairwise
from statistics import median

LONGEST_GAP = 4.0  # times the middle one; a longer gap is drawn so long, and marked as cut
DAY_S = 86_400


@dataclass(frozen=True, slots=True)
class Axis:
    """A line of so many cells, with the moments on it."""

    width: int
    cells: dict[float, int]
    """Moment, in days, to its cell."""
    cuts: tuple[int, ...]
    """Cells where a long gap is cut short."""

    def cell_of(self, moment: float | None) -> int | None:
        """The cell of a moment; None for one that is not known."""
        return None if moment is None else self.cells.get(moment)


def moment_of(published: str | None) -> float | None:
    """Days since 1970 of a date or time in ISO 8601, as precise as it is; None where it cannot be read.

    A month or a year stands for its first day, a time without zone for one in UTC.
    """
    if not published:
        return None
    text = published if "-" in published[4:] else f"{published}-01"
    text = text if text.count("-", 0, 10) > 1 else f"{text}-01"
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp() / DAY_S


def lay_axis(moments: Sequence[float | None], width: int) -> Axis:
    """The line for these moments."""
    found = sorted({m for m in moments if m is not None})
    gaps = [b - a for a, b in pairwise(found)]
    most = LONGEST_GAP * median(gaps) if gaps else 0.0
    drawn = [min(gap, most) for gap in gaps]
    whole = sum(drawn) or 1.0
    cells = [round(at / whole * (width - 1)) for at in accumulate(drawn, initial=0.0)]
    cuts = tuple((a + b) // 2 for gap, (a, b) in zip(gaps, pairwise(cells), strict=True) if gap > most and b - a > 1)
    return Axis(width, dict(zip(found, cells, strict=False)), cuts)
