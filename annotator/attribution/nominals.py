"""Cues that are nouns and adjectives: "his promise to", "fears that", "is confident that"."""

from __future__ import annotations

from annotator.attribution.complements import Complement, Kind
from annotator.attribution.cues import Cue, Place
from annotator.attribution.lexicon import CueWord, Use, lexicon
from annotator.attribution.phrases import Phrase, has_finite, subject_before, verb_group
from annotator.attribution.units import Unit

_POSSESSIVES = frozenset(("his", "her", "its", "their"))


def match_noun(unit: Unit, i: int, word: CueWord) -> Cue | None:
    """ "his promise to", "the claim that": the possessor is the source."""
    following = unit.words[i + 1] if i + 1 < len(unit.words) else ""
    take = "infinitive" if following == "to" and "infinitive" in word.uses else following
    if take not in word.uses:
        return _match_equation(unit, i, word.uses["be"]) if "be" in word.uses else None
    first = _noun_phrase_start(unit, i)
    if first == 0:
        return None
    owner = _owner_before(unit, first)
    use = word.uses[take]
    if owner is None:
        return _match_free_noun(unit, i, use) if take == "that" else None
    start = i + 1 if take in ("that", "infinitive") else i + 2
    if start >= len(unit.words) or unit.words[start] in lexicon().sets["days"]:
        return None
    return Cue(i, i + 1, use, Place.NOUN, owner, Complement(Kind.CLAUSE, start, use, cue_end=i + 1), first)


def match_view(unit: Unit, i: int, use: Use) -> Cue | None:
    """ "in X's view", "in her words"."""
    if not i:
        return None
    if unit.words[i - 1] in _POSSESSIVES:
        owner: Phrase | None = Phrase(i - 1, i, i)
    else:
        owner = subject_before(unit, i - 1) if unit.tags[i - 1] == "'" else None
        owner = Phrase(owner.first, i - 1, i - 1) if owner else None
    if owner is None or owner.first == 0 or unit.words[owner.first - 1] != "in":
        return None
    first = owner.first - 1
    return Cue(first, i + 1, use, Place.FRAME, owner, Complement(Kind.REST, i + 1, use), first)


def match_adjective(unit: Unit, i: int, word: CueWord) -> Cue | None:
    """ "is confident that"."""
    first, helpers = verb_group(unit, i)
    if "X" not in helpers or "M" in helpers:
        return None
    following = unit.words[i + 1] if i + 1 < len(unit.words) else ""
    take = {"that": "clause", "to": "to" if "to" in word.uses else "infinitive"}.get(following, following)
    if take not in word.uses:
        return None
    source = subject_before(unit, first)
    if source is None:
        return None
    start = i + 1 if take in ("clause", "infinitive") else i + 2
    if start >= len(unit.words):
        return None
    use = word.uses[take]
    return Cue(
        first, i + 1, use, Place.SUBJECT, source, Complement(Kind.CLAUSE, start, use, cue_end=i + 1), source.first
    )


def _noun_phrase_start(unit: Unit, i: int) -> int:
    """Where a noun's own words begin, behind its article or possessor."""
    while i and unit.tags[i - 1] in "nEG":
        i -= 1
    return i


def _owner_before(unit: Unit, first: int) -> Phrase | None:
    """The possessor right before a noun's own words."""
    if not first:
        return None
    if unit.words[first - 1] in _POSSESSIVES:
        return Phrase(first - 1, first, first)
    return subject_before(unit, first - 1) if unit.tags[first - 1] == "'" else None


def _match_equation(unit: Unit, i: int, use: Use) -> Cue | None:
    """ "her answer was that", "the fear is that"."""
    that = i + 1
    while that < len(unit.words) and unit.tags[that] in "XMR":
        that += 1
    is_equation = unit.words[that : that + 1] == ("that",) and unit.words[that - 1] in unit.lexicon.sets["be"]
    if not is_equation or unit.tags[that + 1 : that + 2] not in tuple("DPAnUIS"):
        return None
    first = _noun_phrase_start(unit, i)
    owner = _owner_before(unit, first)
    place = Place.NOUN if owner else Place.IMPERSONAL
    complement = Complement(Kind.CLAUSE, that, use, cue_end=that)
    return Cue(i, that, use, place, owner, complement, first)


def _match_free_noun(unit: Unit, i: int, use: Use) -> Cue | None:
    """ "fears that", "reports that": nobody is named."""
    if i + 2 >= len(unit.words) or unit.tags[i + 2] not in "DPAnUX":
        return None
    if unit.tags[i + 2] == "X" or not has_finite(unit, i + 3, len(unit.words)):
        return None
    return Cue(i, i + 1, use, Place.IMPERSONAL, None, Complement(Kind.CLAUSE, i + 1, use, cue_end=i + 1), i)
