"""What does the story look like now: suggestions for the texts that are in use, with the decisions laid over them?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from annotator.decisions import Decisions, Layers, Ruled, describe, without_documents
from annotator.model import Analysis, Problem
from annotator.session.documents import find_outdated, make_bare, share_text
from annotator.session.shelf import Shelf
from annotator.session.updating import name_waiting


class Overlaid:
    """The last suggestions and what came of them."""

    def __init__(self, title: str, path: str | None, shelf: Shelf) -> None:
        self._empty = Analysis(title, path, (), (), (), (), ())
        self._shelf = shelf
        self.suggestions = self._empty
        """Without decisions; documents that nobody analysed yet are there with their texts."""
        self.analysis = self._empty
        self.orphans: tuple[Ruled, ...] = ()
        self.is_current = False
        """Whether the suggestions are this engine's, of the documents that the story has now."""
        self._layers = Layers(self._empty)

    def use(
        self, analysis: Analysis | None, decisions: Decisions, problems: Sequence[Problem], *, is_current: bool
    ) -> None:
        """Takes other suggestions, or the same ones for other documents.

        Args:
            problems: of reading the documents and the workspace.
        """
        active = self._shelf.active(decisions)
        base = analysis or self._empty
        base = without_documents(base, find_outdated(base.documents, active))
        known = {d.id: d for d in base.documents}
        rows = [share_text(known.pop(d.id), d) if d.id in known else make_bare(d) for d in active]
        told = base.warnings if analysis else tuple(w for d in active for w in d.source.warnings)
        warnings = tuple(dict.fromkeys((*told, *problems)))
        self.suggestions = replace(base, documents=(*rows, *known.values()), warnings=warnings)
        self.is_current = is_current
        self._layers = Layers(self.suggestions)
        self.lay(decisions)

    def lay(self, decisions: Decisions) -> None:
        """Lays the decisions over the suggestions."""
        overlay = self._layers.lay(decisions.rulings)
        self.analysis = overlay.result(decisions.dropped)
        lost = overlay.orphans if self.is_current else ()  # what is not analysed yet has not lost anything
        self.orphans = (*lost, *decisions.waiting)
        named = (*(_name_orphan(r, self._shelf.names) for r in lost), *name_waiting(decisions))
        if named:
            self.analysis = replace(self.analysis, warnings=(*self.analysis.warnings, *named))


def _name_orphan(ruled: Ruled, names: Mapping[str, str]) -> Problem:
    what = describe([ruled.command], names)
    words = f"kept, but no longer found in the analysis: {ruled.by} {what} (line {ruled.seq} of the log)"
    return Problem(None, words)
