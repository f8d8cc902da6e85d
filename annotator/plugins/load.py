"""What does the engine look with: our detectors, and those of the plug-ins that are installed?

A plug-in that cannot be imported or registered costs one warning that names it, never the analysis.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pluggy

from annotator.config import find_installed
from annotator.disagree import Detector
from annotator.editorial import Family
from annotator.model import NO_EXTENSIONS, DetectorInfo, Extensions, Problem
from annotator.pipeline import Rules
from annotator.plugins import hookspecs, packaged
from annotator.plugins.checks import Faults, guard_disagreements, guard_flags
from annotator.plugins.hookspecs import PROJECT, DisagreementDetector, FlagDetector

HOOKS: dict[str, type[FlagDetector] | type[DisagreementDetector]] = {
    "annotator_flag_detectors": FlagDetector,
    "annotator_disagreement_detectors": DisagreementDetector,
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """Rules for one analysis."""

    rules: Rules
    detectors: tuple[DetectorInfo, ...]
    """All of them, ours first, then those of plug-ins by name."""
    faults: Faults

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What went wrong with plug-ins so far; complete once the story is analysed."""
        return self.faults.problems


def load_rules(extensions: Extensions = NO_EXTENSIONS) -> Loaded:
    """Our detectors and those of the installed plug-ins, always in the same order."""
    faults = Faults()
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(hookspecs)
    manager.register(packaged, PROJECT)
    names = [PROJECT, *_register(manager, faults)]
    flags = {n: _collect(manager, n, "annotator_flag_detectors", faults) for n in names}
    comparisons = {n: _collect(manager, n, "annotator_disagreement_detectors", faults) for n in names}
    families: list[Family] = [d.detect for d in flags[PROJECT]]
    detectors: list[Detector] = [d.detect for d in comparisons[PROJECT]]
    for name in names[1:]:
        families += [guard_flags(name, d, faults) for d in flags[name]]
        detectors += [guard_disagreements(name, d, faults) for d in comparisons[name]]
    infos = tuple(d.info for n in names for d in (*flags[n], *comparisons[n]))
    return Loaded(Rules(extensions, tuple(families), tuple(detectors)), infos, faults)


def _register(manager: pluggy.PluginManager, faults: Faults) -> list[str]:
    """The names of the plug-ins that could be imported."""
    names = []
    for entry in find_installed():
        try:
            name = manager.register(entry.load(), entry.name)
        except (Exception, SystemExit) as error:  # noqa: BLE001  the boundary to code of others
            why = f"{type(error).__name__}: {error}"
            faults.add(entry.name, f"plug-in {entry.name}: cannot be loaded and is left out ({why})")
        else:
            names += [name] if name else []
    return names


def _collect(manager: pluggy.PluginManager, plugin: str, hook: str, faults: Faults) -> Sequence[Any]:
    """What one plug-in hands over at a hook; pluggy calls all at once, so the others are left out of the call."""
    others = [p for name, p in manager.list_name_plugin() if name != plugin]
    try:
        found = [d for given in manager.subset_hook_caller(hook, others)() for d in given]
    except (Exception, SystemExit) as error:
        if plugin == PROJECT:
            raise
        why = f"{type(error).__name__}: {error}"
        faults.add(plugin, f"plug-in {plugin}: {hook} failed and is left out ({why})")
        return ()
    fit = [d for d in found if isinstance(d, HOOKS[hook]) and isinstance(d.info, DetectorInfo) and callable(d.detect)]
    if len(fit) < len(found):
        faults.add(plugin, f"plug-in {plugin}: {hook} must return {HOOKS[hook].__name__} values; others are left out")
    return fit
