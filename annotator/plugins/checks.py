"""Is what a plug-in hands over fit to be used? A detector of a plug-in that fails is left out of the story, named once.

Ours are not wrapped: what goes wrong in them is a fault of ours and is to be seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from annotator.disagree import Finding, Place, Story
from annotator.editorial import Hit, Reading
from annotator.model import DetectorInfo, DisagreementKind, FlagKind, Problem, Severity
from annotator.plugins.hookspecs import DisagreementDetector, FlagDetector

FAMILY = "plugin"

Result = TypeVar("Result")
Given = TypeVar("Given")


class Faults:
    """What went wrong with plug-ins while a story was analysed; one line for each detector or plug-in."""

    def __init__(self) -> None:
        self._messages: dict[str, str] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """A warning for each, in the order in which they came up."""
        return tuple(Problem(None, message) for message in self._messages.values())

    def add(self, name: str, message: str) -> None:
        """Keeps the first message about a name."""
        self._messages.setdefault(name, message)

    def knows(self, name: str) -> bool:
        """Whether something went wrong with it already."""
        return name in self._messages


def guard_flags(plugin: str, detector: FlagDetector, faults: Faults) -> Callable[[Reading], tuple[Hit, ...]]:
    """The detector as a family of evidence that never raises and only hands over what fits the sentence."""

    def find(reading: Reading) -> tuple[Hit, ...]:
        hits = _run(plugin, detector.info, detector.detect, reading, faults)
        fit = (h for h in hits if _keep(_flaw_of_hit(h, reading), plugin, detector.info, faults))
        return tuple(_name_hit(h, detector.info) for h in fit)

    return find


def guard_disagreements(
    plugin: str, detector: DisagreementDetector, faults: Faults
) -> Callable[[Story], tuple[Finding, ...]]:
    """The detector as one that never raises and only hands over findings on claims of the story."""

    def find(story: Story) -> tuple[Finding, ...]:
        found = _run(plugin, detector.info, detector.detect, story, faults)
        fit = (f for f in found if _keep(_flaw_of_finding(f, story), plugin, detector.info, faults))
        return tuple(replace(f, detector=detector.info.label) for f in fit)

    return find


def _run(
    plugin: str, info: DetectorInfo, detect: Callable[[Given], Iterable[Result]], given: Given, faults: Faults
) -> tuple[Result, ...]:
    name = _name(plugin, info)
    if faults.knows(name):
        return ()
    try:
        return tuple(detect(given))
    except (Exception, SystemExit) as error:  # noqa: BLE001  the boundary to code of others
        faults.add(name, f"{name} failed and is left out ({type(error).__name__}: {error})")
        return ()


def _keep(flaw: str | None, plugin: str, info: DetectorInfo, faults: Faults) -> bool:
    if flaw is not None:
        name = _name(plugin, info)
        faults.add(name, f"{name} handed over something that cannot be used ({flaw}); it is left out")
    return flaw is None


def _name(plugin: str, info: DetectorInfo) -> str:
    return f"plug-in {plugin}: detector {info.label}"


def _name_hit(hit: Hit, info: DetectorInfo) -> Hit:
    return replace(hit, family=FAMILY, category=f"{info.name}/{hit.category}", detector=info.label)


def _flaw_of_hit(hit: Any, reading: Reading) -> str | None:
    if not isinstance(hit, Hit) or not isinstance(hit.kind, FlagKind):
        return "not a Hit with a FlagKind"
    is_inside = isinstance(hit.start, int) and isinstance(hit.end, int) and 0 <= hit.start < hit.end
    if not is_inside or hit.end > len(reading.sentence):
        return f"characters {hit.start} to {hit.end} are not in the sentence"
    if not isinstance(hit.weight, int | float) or not 0 <= hit.weight < 1:
        return f"weight {hit.weight!r} is not from 0 to below 1"
    return None if isinstance(hit.why, str) and hit.why.strip() else "no reason"


def _flaw_of_finding(finding: Any, story: Story) -> str | None:
    if not isinstance(finding, Finding) or not isinstance(finding.kind, DisagreementKind):
        return "not a Finding with a DisagreementKind"
    if not _is_of(finding.severity, Severity):
        return "no Severity"
    if not isinstance(finding.confidence, int | float) or not 0 <= finding.confidence <= 1:
        return f"confidence {finding.confidence!r} is not from 0 to 1"
    flaw = _flaw_of_place(finding.left, story) or _flaw_of_place(finding.right, story)
    if flaw is None and finding.left.statement.document.id == finding.right.statement.document.id:
        return "both sides are of one document"
    return flaw


def _is_of(value: object, kind: type) -> bool:
    return isinstance(value, kind)


def _flaw_of_place(place: Any, story: Story) -> str | None:
    if not isinstance(place, Place):
        return "a side that is no Place"
    index = place.statement.index
    if not 0 <= index < len(story.statements) or story.statements[index].claim.id != place.statement.claim.id:
        return "a claim that is not in the story"
    if not place.statement.claim.span.contains(place.span):
        return f"characters {place.span.start} to {place.span.end} are not in the claim"
    return None if place.value and place.meaning else "a side without a value"
