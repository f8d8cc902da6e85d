"""How much of what the engine suggested have people decided on?"""

from __future__ import annotations

from collections.abc import Iterator

from annotator.decisions.sources import BY_HAND
from annotator.model import Analysis, Attribution, Disagreement, Flag, Status

MIN_SHOWN = 0.5  # strength from which a flag is shown by default (contract)


def count_decided(analysis: Analysis) -> tuple[int, int]:
    """Decided and all: attributions, flags that are shown and disagreements; what people added is neither."""
    suggestions = list(_suggestions(analysis))
    decided = sum(s.decision is not None and s.decision.status is not Status.SUGGESTED for s in suggestions)
    return decided, len(suggestions)


def _suggestions(analysis: Analysis) -> Iterator[Attribution | Flag | Disagreement]:
    attributions = {a.id: a for c in analysis.claims for a in c.attributions}
    flags = [f for c in analysis.claims for f in c.flags if f.strength >= MIN_SHOWN]
    for things in (attributions.values(), flags, analysis.disagreements):
        yield from (thing for thing in things if thing.detector != BY_HAND)
