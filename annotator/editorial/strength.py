"""How strong is a flag, given everything else that speaks for editorialising in its sentence?

Each piece of evidence has a weight, 0..1. Pieces in one voice support each other: the rest of the sentence, pooled as
if independent, closes a share of the gap between a weight and 1. One weak cue stays weak; three make a finding.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log

from annotator.editorial.evidence import ARGUING, ISSUING, REPORTING, Hit
from annotator.model import FlagKind, GenreType

COMPANY = 0.55  # share of the gap that the pooled rest of the sentence closes
REPEATED = 0.35  # factor for the second and later hits of one category
ARGUING_PRIOR = 0.6  # a text that argues: its cues mean what they say
ISSUING_PRIOR = 0.5  # an issuer on itself: praise is praise
HIGHEST = 0.95
SLIGHT = 0.22  # weight below which an entry is not shown, whatever its company, unless the text argues
NOT_SHOWN = 0.49
MEASURED_IN_REPORT = 0.8  # factor: reports describe degrees, doubts and prospects as a matter of course
PLAIN = 0.5  # weight from which a hit is no mere degree or doubt: "a whopping", "in my view"
LOADED_IN_REPORT = 1.15  # factor: where the rest is plain, a loaded word is a choice
_MEASURED = frozenset(
    (
        FlagKind.HEDGE,
        FlagKind.SPECULATION,
        FlagKind.INTENSIFIER,
        FlagKind.UNATTRIBUTED_JUDGEMENT,
        FlagKind.OPINION_IN_OWN_VOICE,
        FlagKind.GENERALISATION,
    )
)
AMONG_FIGURES = 0.5  # factor for slight evidence in a sentence that gives figures: it reports


def weigh(hits: Sequence[Hit], genre: GenreType, *, has_figures: bool = False) -> list[float]:
    """A strength for each hit; all are of one sentence and one voice."""
    if not hits:
        return []
    weights = [_adjust(hit, genre, has_figures=has_figures) for hit in hits]
    shares = _shares(hits, weights)
    whole = sum(log(1.0 - share) for share in shares)
    is_argued = genre in ARGUING and not has_figures and len({hit.category for hit in hits}) > 1
    alike: dict[str, float] = {}  # what a category's own hits add, and what they may add to one another
    for hit, share in zip(hits, shares, strict=True):
        gain = log(1.0 - share * REPEATED) - log(1.0 - share)
        alike[hit.category] = alike.get(hit.category, 0.0) + gain
    strengths = []
    for hit, share, weight in zip(hits, shares, weights, strict=True):
        rest = exp(whole + alike[hit.category] - log(1.0 - share * REPEATED)) * (1.0 - _prior(hit, genre))
        strength = weight + (1.0 - weight) * COMPANY * (1.0 - rest)
        strengths.append(min(strength, HIGHEST if weight >= SLIGHT or is_argued else NOT_SHOWN))
    return strengths


def _adjust(hit: Hit, genre: GenreType, *, has_figures: bool) -> float:
    if has_figures and hit.weight < SLIGHT:
        return hit.weight * AMONG_FIGURES
    if genre in REPORTING and hit.kind in _MEASURED and hit.weight < PLAIN:
        return hit.weight * MEASURED_IN_REPORT
    if genre in REPORTING and hit.kind is FlagKind.LOADED_LANGUAGE:
        return min(HIGHEST, hit.weight * LOADED_IN_REPORT)
    return hit.weight


def _shares(hits: Sequence[Hit], weights: Sequence[float]) -> list[float]:
    seen: set[str] = set()
    shares = []
    for hit, weight in zip(hits, weights, strict=True):
        shares.append(weight * (REPEATED if hit.category in seen else 1.0))
        seen.add(hit.category)
    return shares


def _prior(hit: Hit, genre: GenreType) -> float:
    if genre in ARGUING:
        return ARGUING_PRIOR
    if genre in ISSUING and hit.kind is FlagKind.PROMOTIONAL:
        return ISSUING_PRIOR
    return 0.0
