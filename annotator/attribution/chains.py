"""By which way words came: the outlet that a source spoke to."""

from __future__ import annotations

from annotator.attribution.cues import Cue
from annotator.attribution.lexicon import lexicon
from annotator.attribution.phrases import Phrase, phrase_at
from annotator.attribution.units import Unit
from annotator.text import fold

_ARTICLE = "the "
_LINKS = frozenset(("to", "with"))


def told_outlet(unit: Unit, cue: Cue, outlet_name: str | None) -> str | None:
    """The outlet in "told Reuters" or "in an interview with Reuters": by its name, or as the document's own."""
    for phrase in (cue.complement.addressee, _interviewer(unit, cue)):
        found = phrase and _name_of_outlet(unit, phrase, outlet_name)
        if found:
            return found
    return None


def _interviewer(unit: Unit, cue: Cue) -> Phrase | None:
    """To whom somebody spoke, in "speaking to X" and "in an interview with X", outside other people's clauses."""
    exchanges = lexicon().sets["exchanges"]
    if exchanges.isdisjoint(unit.words):
        return None
    for i in range(1, len(unit.words) - 1):
        if unit.words[i] in _LINKS and unit.words[i - 1] in exchanges and unit.tags[i] != "q":
            phrase = phrase_at(unit, i + 1)
            if phrase and not (cue.complement.start <= i and "," in unit.tags[cue.end : i]):
                return phrase
    return None


def _name_of_outlet(unit: Unit, phrase: Phrase, outlet_name: str | None) -> str | None:
    if "A" not in unit.tags[phrase.first : phrase.end]:
        return None
    words = " ".join(unit.span(phrase.first, phrase.end).text(unit.text).split())
    name = words[len(_ARTICLE) :] if words.lower().startswith(_ARTICLE) else words
    if name.split()[-1].lower() in lexicon().sets["outlets"] and unit.is_capital(phrase.end - 1):
        return name
    return name if outlet_name and fold(name) in (fold(outlet_name), fold(outlet_name).removeprefix(_ARTICLE)) else None
