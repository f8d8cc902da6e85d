"""What a plug-in can bring: the hooks, and the values that they return."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import pluggy

from annotator.disagree import Finding, Story
from annotator.editorial import Hit, Reading
from annotator.model import DetectorInfo

PROJECT = "annotator"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@dataclass(frozen=True, slots=True)
class DisagreementDetector:
    """Finds where the documents of a story do not say the same."""

    info: DetectorInfo
    detect: Callable[[Story], Iterable[Finding]]
    """Pure: the same story gives the same findings."""


@dataclass(frozen=True, slots=True)
class FlagDetector:
    """Finds what speaks for a flag in one sentence."""

    info: DetectorInfo
    detect: Callable[[Reading], Iterable[Hit]]
    """Pure: the same sentence gives the same hits."""


@hookspec
def annotator_disagreement_detectors() -> Sequence[DisagreementDetector]:  # type: ignore[empty-body]
    """Detectors that compare claims of different documents; called once before a story is analysed."""


@hookspec
def annotator_flag_detectors() -> Sequence[FlagDetector]:  # type: ignore[empty-body]
    """Detectors that look for editorialising in a sentence; called once before a story is analysed."""
