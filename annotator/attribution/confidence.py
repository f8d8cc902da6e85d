"""How sure is it that somebody really said this: what rules of one kind were right in, and how strong the word is."""

from __future__ import annotations

from annotator.attribution.cues import Place
from annotator.attribution.lexicon import Use

_SLOPE = 0.5  # how much a stronger cue word raises the share of right attributions
_MIDDLE = 0.8  # 0-1, strength of a word of which the base rates below hold
_HIGHEST = 0.98  # 0-1; no rule is never wrong

_BASE_RATES = {
    Place.SUBJECT: (0.82, 0.90),
    Place.INVERTED: (0.70, 0.86),
    Place.SHARED: (0.62, 0.82),
    Place.FRAME: (0.83, 0.86),
    Place.PASSIVE: (0.83, 0.83),
    Place.NOUN: (0.59, 0.62),
    Place.IMPERSONAL: (0.65, 0.65),
    Place.AGENTLESS: (0.83, 0.60),
    Place.MARK: (0.90, 0.98),
}
"""Share of right attributions (content and source) without and with a quotation in them, by how the cue stands to its
source; rounded from the newspaper articles named in tests/quality/README.md."""


def confidence_of(place: Place, use: Use, *, quotes: bool) -> float:
    """How likely an attribution is right, 0..1."""
    rate = _BASE_RATES[place][quotes] + _SLOPE * (use.strength - _MIDDLE)
    return round(min(rate, _HIGHEST), 2)
