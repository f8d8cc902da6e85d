"""Walks a unit for the words that report, outside its quotations."""

from __future__ import annotations

from annotator.attribution.complements import Complement, Kind
from annotator.attribution.cues import Cue, Place
from annotator.attribution.lexicon import DOCUMENT_PREPOSITIONS
from annotator.attribution.nominals import match_adjective, match_noun, match_view
from annotator.attribution.passives import match_adverb
from annotator.attribution.phrases import Phrase, phrase_at
from annotator.attribution.units import Unit
from annotator.attribution.verbs import match_any_verb, match_phrasal, match_verb

MAX_BEFORE_COUNT = 12  # words from "in" to the poll
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
    if word in words.frames or word in DOCUMENT_PREPOSITIONS:
        return _match_frame(unit, i) or (_match_document(unit, i) if word in DOCUMENT_PREPOSITIONS else None)
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


def _match_document(unit: Unit, i: int) -> Cue | None:
    """ "in a poll", "by one estimate": the source of the clause that it opens or closes."""
    if unit.lexicon.sets["counts"].isdisjoint(unit.words[i + 1 : i + MAX_BEFORE_COUNT]):
        return None
    phrase = phrase_at(unit, i + 1)
    if phrase is None or not _counts(unit, phrase):
        return None
    opens = i == 0 and "," in unit.tags[phrase.end :]
    closes = i > 0 and unit.tags[i - 1] == "," and unit.tags[phrase.end : phrase.end + 1] in ("", ".", ",")
    if not opens and not closes:
        return None
    use = unit.lexicon.documents
    return Cue(i, i + 1, use, Place.FRAME, phrase, Complement(Kind.REST, phrase.end, use), i)


def _counts(unit: Unit, phrase: Phrase) -> bool:
    """Whether a phrase is a count of answers or of things: its first noun without "of" and the like is one."""
    end = next((k for k in range(phrase.first, phrase.end) if unit.tags[k] in "IC"), phrase.end)
    return end > phrase.first and unit.words[end - 1] in unit.lexicon.sets["counts"]


def _match_frame(unit: Unit, i: int) -> Cue | None:
    for frame in unit.lexicon.frames.get(unit.words[i], ()):
        end = i + len(frame.words)
        if unit.words[i:end] == frame.words:
            phrase = phrase_at(unit, end)
            if phrase:
                return Cue(i, end, frame.use, Place.FRAME, phrase, Complement(Kind.REST, phrase.end, frame.use), i)
    return None
