"""Cues that name their source after "by", or nobody: passive verbs and adverbs such as "reportedly"."""

from __future__ import annotations

from annotator.attribution.complements import Complement, Kind
from annotator.attribution.cues import Cue, Place
from annotator.attribution.lexicon import CueWord, Use
from annotator.attribution.phrases import phrase_at, subject_before
from annotator.attribution.units import Unit
from annotator.model import Attitude

_LINKS = frozenset(("as", "of", "for", "over"))  # stand between a passive and the judgement, no part of it
MAX_BY_PHRASE = 6  # words between a passive verb and "by"


def match_passive(unit: Unit, i: int, first: int, word: CueWord) -> Cue | None:
    """ "was praised by X": what is said stands before the verb, the source after "by"."""
    stop = min(len(unit.words), i + MAX_BY_PHRASE)
    for k in range(i + 1, stop):
        if unit.tags[k] in ",.;:":
            break
        if unit.words[k] == "by":
            phrase = phrase_at(unit, k + 1)
            subject = subject_before(unit, first)
            use = word.uses.get("object") or word.uses.get("clause")
            if phrase and subject and use:
                complement = Complement(Kind.SUBJECT, subject.first, use, cue_end=i + 1, content_end=subject.end)
                return Cue(first, k + 1, use, Place.PASSIVE, phrase, complement, first)
    return _match_impersonal(unit, i, first, word)


def match_adverb(unit: Unit, i: int, use: Use) -> Cue | None:
    """ "reportedly": the clause around it is what is said."""
    subject = subject_before(unit, i)
    if subject is None or i + 1 >= len(unit.words):
        return None
    complement = Complement(Kind.SUBJECT, subject.first, use, cue_end=i + 1, content_end=subject.end, resumes=i + 1)
    return Cue(i, i + 1, use, Place.IMPERSONAL, None, complement, subject.first)


def _match_impersonal(unit: Unit, i: int, first: int, word: CueWord) -> Cue | None:
    """ "is expected to", "was accused of": what is said stands on both sides, nobody is named."""
    following = unit.words[i + 1] if i + 2 < len(unit.words) else ""
    known = unit.lexicon.passives.get(word.lemma, {})
    use = known.get(following) or _use_without_source(unit, i, word) or known.get("alone")
    subject = subject_before(unit, first) if use else None
    if use is None or subject is None:
        return None
    after = i + 1 + (following in _LINKS)
    if use.attitude is Attitude.ASKS:
        return _match_asked(unit, i, first, use)
    if following == "that" and unit.words[subject.first : subject.end] == ("it",):
        complement = Complement(Kind.CLAUSE, after, use, cue_end=i + 1)
    else:
        complement = Complement(Kind.SUBJECT, subject.first, use, cue_end=i + 1, content_end=subject.end, resumes=after)
    return Cue(first, i + 1, use, Place.AGENTLESS, None, complement, first)


def _use_without_source(unit: Unit, i: int, word: CueWord) -> Use | None:
    """What a verb does in "it was announced that", "was seen as", "was called a", where its table has no entry."""
    following = unit.words[i + 1] if i + 1 < len(unit.words) else ""
    uses = word.uses
    if following == "as" and "as" in uses:
        return uses["as"]
    if following == "that" and "that" in uses:
        return uses["that"]
    if "as" in uses and (unit.tags[i + 1] in "DAnq"):
        return uses["as"]
    return None


def match_asked(unit: Unit, i: int, word: CueWord) -> Cue | None:
    """ "Asked whether ..., X said": what was asked stands before the comma, nobody is named."""
    following = unit.words[i + 1] if i + 2 < len(unit.words) else ""
    use = unit.lexicon.passives.get(word.lemma, {}).get(following)
    comma = unit.tags.find(",", i)
    if use is None or use.attitude is not Attitude.ASKS or comma < 0:
        return None
    start = _asked_from(unit, i)
    complement = Complement(Kind.SUBJECT, start, use, cue_end=i + 1, content_end=max(comma, start + 1))
    return Cue(i, i + 1, use, Place.IMPERSONAL, None, complement, i)


def _match_asked(unit: Unit, i: int, first: int, use: Use) -> Cue:
    complement = Complement(Kind.CLAUSE, _asked_from(unit, i), use, cue_end=i + 1)
    return Cue(first, i + 1, use, Place.IMPERSONAL, None, complement, first)


def _asked_from(unit: Unit, i: int) -> int:
    return i + 2 if unit.words[i + 1] == "about" else i + 1
