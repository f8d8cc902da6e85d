"""Walks a unit for the words that report, outside its quotations."""

from __future__ import annotations

from annotator.attribution.complements import Complement, Kind
from annotator.attribution.cues import Cue, Place
from annotator.attribution.nominals import match_adjective, match_noun, match_view
from annotator.attribution.passives import match_adverb
from annotator.attribution.phrases import phrase_at
from annotator.attribution.units import Unit
from annotator.attribution.verbs import match_any_verb, match_phrasal, match_verb

MAX_CUES = 24  # in a unit: no real sentence has more, and their cost grows with the square


def find_cues(unit: Unit) -> tuple[Cue, ...]:
    """The cues of a unit in order; none lies in a quotation."""
    found: list[Cue] = []
    floor = 0
    cues = unit.lexicon.cues
    for i, tag in enumerate(unit.tags):
        if tag == "q" or i < floor or (tag not in "VE" and unit.words[i] not in cues):
            continue
        if len(found) == MAX_CUES:
            break
        cue = _match(unit, i, tag, found)
        if cue:
            if found and cue.first <= found[-1].first:
                found.pop()
            found.append(cue)
            floor = cue.end
    return tuple(found)


def _match(unit: Unit, i: int, tag: str, before: list[Cue]) -> Cue | None:
    words, word = unit.lexicon, unit.words[i]
    cue: Cue | None = None
    if word in words.frames:
        return _match_frame(unit, i)
    if word in words.views:
        cue = match_view(unit, i, words.views[word])
        if cue:
            return cue
    if tag in "VBEG":
        if word in words.verbs:
            cue = match_verb(unit, i, words.verbs[word], before)
        if cue is None and word in words.phrasal:
            cue = match_phrasal(unit, i, before)
        if cue is None and tag in "VE" and word not in words.verbs:
            cue = match_any_verb(unit, i, before)
    if cue is None and word in words.nouns and tag in "nBV":
        cue = match_noun(unit, i, words.nouns[word])
    elif cue is None and word in words.adverbs:
        cue = match_adverb(unit, i, words.adverbs[word])
    elif cue is None and word in words.adjectives and tag != "A":
        cue = match_adjective(unit, i, words.adjectives[word])
    return cue


def _match_frame(unit: Unit, i: int) -> Cue | None:
    for frame in unit.lexicon.frames[unit.words[i]]:
        end = i + len(frame.words)
        if unit.words[i:end] == frame.words:
            phrase = phrase_at(unit, end)
            if phrase:
                return Cue(i, end, frame.use, Place.FRAME, phrase, Complement(Kind.REST, phrase.end, frame.use), i)
    return None
