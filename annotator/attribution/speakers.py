"""Whose words a verb reports: its subject, the noun behind an inverted verb, or the source of the clause before."""

from __future__ import annotations

from annotator.attribution.complements import Complement, Kind
from annotator.attribution.cues import Cue, Place
from annotator.attribution.lexicon import CueWord, lexicon
from annotator.attribution.phrases import Phrase, has_finite, main_subject, phrase_at, subject_before
from annotator.attribution.units import Unit

MIN_SPEECH_STRENGTH = 0.75  # 0-1; weaker words tell of wishes and views
MIN_UNQUOTED_STRENGTH = 0.9  # 0-1; without quotation marks only plain words of saying stand before their subject
_SPEECH = frozenset(("quote", "that"))  # what a verb takes that may stand before its subject


def attach_source(unit: Unit, first: int, complement: Complement, before: list[Cue]) -> Cue | None:
    tags = unit.tags
    end = complement.cue_end
    use = complement.use
    if before and first - 1 == before[-1].end and tags[first - 1] == "," and _is_aside(unit, before[-1]):
        return None
    if (first and tags[first - 1] == "C") or (
        first > 1 and tags[first - 1] in ",-" and before and tags[first - 2] not in ")"
    ):
        shared = shared_source(unit, first, before, speaks=use.strength >= MIN_SPEECH_STRENGTH)
        direct = subject_before(unit, first) if tags[first - 1] != "C" else None
        source = direct or shared
        if source is None:
            return None
        return Cue(
            first,
            end,
            use,
            Place.SUBJECT if direct else Place.SHARED,
            source,
            complement,
            direct.first if direct else first,
        )
    source = subject_before(unit, first, floor=_floor(unit, first, before))
    if source is None:
        return None
    if complement.kind is Kind.BARE and (tags[source.first] == "W" or not _can_follow_content(unit, source.first)):
        return None
    return Cue(first, end, use, Place.SUBJECT, source, complement, source.first)


def inverted_source(unit: Unit, i: int, first: int, word: CueWord, complement: Complement | None) -> Phrase | None:
    """The source in “...”, said X."""
    tags = unit.tags
    if first == 0 or tags[first - 1] not in 'q,-"' or not _may_invert(word):
        return None
    if tags[i + 1 : i + 2] not in tuple("DPAnU"):
        return None
    phrase = phrase_at(unit, i + 1)
    if phrase is None or unit.words[phrase.end - 1] in lexicon().sets["days"]:
        return None
    following = tags[phrase.end : phrase.end + 1]
    if following in tuple("VXMBE"):
        return None
    if tags[first - 1] in ",-":
        if "q" not in tags[:first] and word.uses["quote"].strength < MIN_UNQUOTED_STRENGTH:
            return None
        if complement and complement.kind is not Kind.BARE and subject_before(unit, first):
            return None
    return _with_apposition(unit, phrase)


def shared_source(unit: Unit, first: int, before: list[Cue], *, speaks: bool = False) -> Phrase | None:
    """The source of the cue before; after a comma, of the last one that is not itself reported.

    Args:
        speaks: the verb is one of saying, which "and" joins to what the outer source does: "X says Y won and adds".
    """
    named = [c for c in before if c.source and c.place is not Place.NOUN]
    joined = speaks and unit.tags[first - 1] == "C"
    if named and first > 1 and (joined or "," in unit.tags[first - 2 : first]):
        named = [c for c in named if not any(_holds(unit, b, c) for b in before)] or named
    return named[-1].source if named else main_subject(unit, first)


def _floor(unit: Unit, first: int, before: list[Cue]) -> int:
    """Where the clause of a verb begins at the earliest: at the last clause that an earlier cue introduces."""
    floor = 0
    for cue in before:
        start = cue.complement.start
        if cue.complement.kind is Kind.CLAUSE and start < first:
            floor = start + (unit.tags[start] in "WS")
    return floor


def _can_follow_content(unit: Unit, first: int) -> bool:
    """Whether what is said may stand before a word: a quotation or a comma does."""
    if first > 0 and unit.words[first - 1] == "as":
        return True
    return first > 0 and unit.tags[first - 1] in ',q"-'


def _is_aside(unit: Unit, cue: Cue) -> bool:
    """Whether a cue is put into the clause that it reports: "the plan, he said, shows ..."."""
    return cue.complement.kind is Kind.BARE and cue.opens_clause > 0 and unit.tags[cue.opens_clause - 1] == ","


def _may_invert(word: CueWord) -> bool:
    uses = word.uses
    return "inverted" in uses or (set(uses) >= _SPEECH and "addressee" not in uses)


def _with_apposition(unit: Unit, phrase: Phrase) -> Phrase:
    """A phrase with the appositions after it, up to the end of the clause."""
    tags = unit.tags
    end = phrase.end
    if tags[end : end + 1] == "(":
        end = tags.find(")", end) + 1 or end
    while tags[end : end + 1] == "," and end + 1 < len(tags) and tags[end + 1] in "DnAUW":
        stop = end + 1
        while stop < len(tags) and tags[stop] not in '",;:.q-':
            if unit.words[stop] in unit.lexicon.verbs and tags[stop] in "VG" and tags[stop - 1] in ",W":
                return Phrase(phrase.first, end, phrase.core_end)
            stop += 1
        if tags[end + 1] != "W" and has_finite(unit, end + 1, stop):
            break
        end = stop
    return Phrase(phrase.first, end, phrase.core_end)


def _holds(unit: Unit, outer: Cue, inner: Cue) -> bool:
    """Whether a cue stands in the clause that another introduces, with no break between the two."""
    start = outer.complement.start
    if outer.complement.kind is not Kind.CLAUSE or outer.first >= inner.first or inner.first < start:
        return False
    return not any(unit.tags[i] in ",;" and unit.tags[i + 1] == "C" for i in range(start, inner.first))
