"""Our own detectors, registered through the hooks that plug-ins use."""

from __future__ import annotations

from annotator.disagree import DETECTORS
from annotator.editorial import FAMILIES
from annotator.model import DetectorInfo
from annotator.plugins.hookspecs import DisagreementDetector, FlagDetector, hookimpl

VERSION = "1"


@hookimpl
def annotator_disagreement_detectors() -> list[DisagreementDetector]:
    """One for each way in which documents differ."""
    return [DisagreementDetector(_describe(detect), detect) for detect in DETECTORS]


@hookimpl
def annotator_flag_detectors() -> list[FlagDetector]:
    """One for each family of evidence."""
    return [FlagDetector(_describe(detect), detect) for detect in FAMILIES]


def _describe(detect: object) -> DetectorInfo:
    """Named after its module, with the first line of its docstring."""
    summary = (getattr(detect, "__doc__", None) or "").strip().partition("\n")[0]
    return DetectorInfo(getattr(detect, "__module__", "").rpartition(".")[2], VERSION, None, summary)
