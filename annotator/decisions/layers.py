"""Keeps overlays at several depths of the rulings, so that neither a new ruling nor an undo lays all of them again."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.decisions.history import Ruled
from annotator.decisions.overlay import Overlay
from annotator.model import Analysis

STEP = 128  # rulings between two kept overlays: an undo lays at most so many again, 20 us each


class Layers:
    """The overlays of one analysis."""

    def __init__(self, analysis: Analysis) -> None:
        self._kept = [Overlay(analysis)]
        """After 0, STEP, 2 * STEP ... rulings."""
        self._seqs: list[int] = []
        """The rulings that the top holds."""
        self._top = self._kept[0].fork()

    def lay(self, rulings: Sequence[Ruled]) -> Overlay:
        """The overlay with exactly these rulings; it must not be changed."""
        if [r.seq for r in rulings[: len(self._seqs)]] != self._seqs:
            self._fall_back([r.seq for r in rulings])
        for ruled in rulings[len(self._seqs) :]:
            self._top.lay(ruled)
            self._seqs.append(ruled.seq)
            if len(self._seqs) % STEP == 0:
                self._kept.append(self._top.fork())
        return self._top

    def _fall_back(self, seqs: Sequence[int]) -> None:
        """Returns to the deepest kept overlay whose rulings all hold still."""
        pairs = zip(self._seqs, seqs, strict=False)
        same = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(self._seqs), len(seqs)))
        del self._kept[same // STEP + 1 :]
        self._top = self._kept[-1].fork()
        del self._seqs[(len(self._kept) - 1) * STEP :]
