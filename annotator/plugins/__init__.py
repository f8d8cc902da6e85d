"""Detectors as plug-ins: what they are given, what they hand back, and how they are found. See docs/extending.md."""

from annotator.disagree import Finding, Pair, Place, Statement, Story, make_place
from annotator.editorial import Hit, Reading
from annotator.model import DetectorInfo, DisagreementKind, FlagKind, Severity, Span
from annotator.plugins.hookspecs import DisagreementDetector, FlagDetector, hookimpl
from annotator.plugins.load import Loaded, load_rules

__all__ = [
    "DetectorInfo",
    "DisagreementDetector",
    "DisagreementKind",
    "Finding",
    "FlagDetector",
    "FlagKind",
    "Hit",
    "Loaded",
    "Pair",
    "Place",
    "Reading",
    "Severity",
    "Span",
    "Statement",
    "Story",
    "hookimpl",
    "load_rules",
    "make_place",
]
