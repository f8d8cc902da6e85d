"""Where documents do not say the same, kind by kind."""

from annotator.disagree.find import DETECTORS, Detector, find_disagreements
from annotator.disagree.findings import Finding, Place, make_place
from annotator.disagree.statements import Statement
from annotator.disagree.story import Pair, Story

__all__ = [
    "DETECTORS",
    "Detector",
    "Finding",
    "Pair",
    "Place",
    "Statement",
    "Story",
    "find_disagreements",
    "make_place",
]
