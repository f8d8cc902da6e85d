"""Keeps overlays at several depths of the rulings, so that neither a new ruling nor an undo lays all of them again."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.decisions.carrying import Ruled
from annotator.decisions.overlay import Overlay
from annotator.model import Analysis

STEP = 128  # rulings between two kept overlays: an undo lays at most so many again, 20 us each


class Layers:
    """The overlays of one analysis."""

    def __init__(self, analysis: Analysis) -> None:
        self._kept = [Overlay(analysis)]
        """After 0, STEP, 2 * STEP ... rulings."""
        self._laid: list[Ruled] = []
        """The rulings that the top holds."""
        self._top = self._kept[0].fork()

    def lay(self, rulings: Sequence[Ruled]) -> Overlay:
        """The overlay with exactly these rulings; it must not be changed."""
        if list(rulings[: len(self._laid)]) != self._laid:  # the same objects as a rule, so that this takes no time
            self._fall_back(rulings)
        for ruled in rulings[len(self._laid) :]:
            self._top.lay(ruled)
            self._laid.append(ruled)
            if len(self._laid) % STEP == 0:
                self._kept.append(self._top.fork())
        return self._top

    def _fall_back(self, rulings: Sequence[Ruled]) -> None:
        """Returns to the deepest kept overlay whose rulings all hold still."""
        pairs = zip(self._laid, rulings, strict=False)
        same = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(self._laid), len(rulings)))
        del self._kept[same // STEP + 1 :]
        self._top = self._kept[-1].fork()
        del self._laid[(len(self._kept) - 1) * STEP :]
