"""By which way words came: the outlet that a source spoke to."""

from __future__ import annotations

from annotator.attribution.cues import Cue
from annotator.attribution.lexicon import lexicon
from annotator.attribution.units import Unit
from annotator.text import fold

_ARTICLE = "the "


def told_outlet(unit: Unit, cue: Cue, outlet_name: str | None) -> str | None:
    """The outlet in "told Reuters": one by its name, or the one that publishes the document."""
    addressee = cue.complement.addressee
    if addressee is None or "A" not in unit.tags[addressee.first : addressee.end]:
        return None
    words = " ".join(unit.span(addressee.first, addressee.end).text(unit.text).split())
    name = words[len(_ARTICLE) :] if words.lower().startswith(_ARTICLE) else words
    if name.split()[-1].lower() in lexicon().sets["outlets"] and unit.is_capital(addressee.end - 1):
        return name
    return name if outlet_name and fold(name) in (fold(outlet_name), fold(outlet_name).removeprefix(_ARTICLE)) else None
