"""Finds the words of a unit that report, with their subject and with what they introduce."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from annotator.attribution.complements import Complement, Kind, find_complement
from annotator.attribution.inflection import Form
from annotator.attribution.lexicon import CueWord, Use, lexicon
from annotator.attribution.phrases import Phrase, has_finite, main_subject, phrase_at, subject_before
from annotator.attribution.units import Unit

MAX_CUES = 24  # in a unit: no real sentence has more, and their cost grows with the square
MAX_BASE_REACH = 10  # words before "and" in which "to" shows that two infinitives are joined
MAX_BY_PHRASE = 6  # words between a passive verb and "by"
_LINKING = frozenset(("continue", "decline", "refuse", "fail", "want", "try", "attempt"))


_GOING = frozenset(("go", "goes", "went", "gone", "going"))
_PARTICIPLE_LINKS = frozenset(("by", "while", "after", "before", "for", "from"))
_SPEECH = frozenset(("quote", "clause"))


class Place(StrEnum):
    """How a cue stands to its source."""

    SUBJECT = "subject"
    INVERTED = "inverted"
    SHARED = "shared"
    """The source is the one of the clause before: participles, "and said"."""
    FRAME = "frame"
    PASSIVE = "passive"
    NOUN = "noun"
    IMPERSONAL = "impersonal"
    """Nobody is named: "reportedly", "is expected to"."""
    MARK = "mark"
    """A colon or a dash."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words [first, end) of a unit that report."""

    first: int
    end: int
    use: Use
    place: Place
    source: Phrase | None
    complement: Complement
    opens_clause: int
    """Where the clause of the cue begins: its subject, or itself."""


def find_cues(unit: Unit) -> tuple[Cue, ...]:
    """The cues of a unit outside its quotations, in order."""
    found: list[Cue] = []
    words = lexicon()
    floor = 0
    for i, word in enumerate(unit.words):
        tag = unit.tags[i]
        if tag == "q" or i < floor:
            continue
        if len(found) == MAX_CUES:
            break
        cue: Cue | None = None
        if word in words.frames:
            cue = _match_frame(unit, i)
        elif word in words.verbs and tag in "VBEG":
            cue = _match_verb(unit, i, words.verbs[word], found)
        if cue is None and word in words.phrasal and tag in "VBEG":
            cue = _match_phrasal(unit, i, found)
        if cue:
            pass
        elif word in words.nouns and tag in "nBV":
            cue = _match_noun(unit, i, words.nouns[word])
        elif word in words.adverbs:
            cue = _match_adverb(unit, i, words.adverbs[word])
        elif word in words.adjectives and tag not in "A":
            cue = _match_adjective(unit, i, words.adjectives[word])
        if cue:
            if found and cue.first <= found[-1].first:
                found.pop()
            found.append(cue)
            floor = cue.end
    return tuple(found)


def _match_frame(unit: Unit, i: int) -> Cue | None:
    for frame in lexicon().frames[unit.words[i]]:
        end = i + len(frame.words)
        if unit.words[i:end] == frame.words:
            phrase = phrase_at(unit, end)
            if phrase:
                return Cue(i, end, frame.use, Place.FRAME, phrase, Complement(Kind.REST, phrase.end, frame.use), i)
    return None


def _match_phrasal(unit: Unit, i: int, before: list[Cue]) -> Cue | None:
    """ "made clear", "took issue with"."""
    for phrasal in lexicon().phrasal[unit.words[i]]:
        end = i + 1 + len(phrasal.tail)
        if unit.words[i + 1 : end] == phrasal.tail:
            return _match_verb(unit, i, phrasal.cue, before, tail=len(phrasal.tail))
    return None


def _match_verb(unit: Unit, i: int, word: CueWord, before: list[Cue], *, tail: int = 0) -> Cue | None:
    tags = unit.tags
    first, helpers = _with_helpers(unit, i)
    if "T" in helpers:
        return None if tail else _match_infinitive(unit, i, first, word, before)
    be = any(unit.words[k] in lexicon().sets["be"] for k in range(first, i))
    if Form.ING in word.forms and not be and tags[i - 1 : i] != "'":
        return _match_participle(unit, i + tail, first, word, before)
    if be and Form.PARTICIPLE in word.forms:
        return None if tail else _match_passive(unit, i, first, word)
    if first and _is_modifier_place(unit, first) and not set(helpers) & set("XM"):
        return None
    if Form.BASE in word.forms and not (set(helpers) & set("MX")) and not _is_plural_before(unit, first, i):
        return None
    complement = find_complement(unit, i + tail, word)
    source = None if tail else _inverted_source(unit, i, first, complement)
    if source:
        use = word.uses["quote"]
        stands_before = Complement(Kind.BARE, source.end, use, cue_end=i + 1)
        return Cue(first, i + 1, use, Place.INVERTED, source, stands_before, first)
    return _with_source(unit, first, complement, before) if complement else None


def _with_source(unit: Unit, first: int, complement: Complement, before: list[Cue]) -> Cue | None:
    tags = unit.tags
    end = complement.cue_end
    use = complement.use
    if (first and tags[first - 1] == "C") or (
        first > 1 and tags[first - 1] in ",-" and before and tags[first - 2] not in ")"
    ):
        shared = _shared_source(unit, first, before)
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


def _is_modifier_place(unit: Unit, first: int) -> bool:
    """Whether a word after an article, a possessive or a preposition can only belong to the noun behind it."""
    before = first - 1
    while before and unit.tags[before] == "R":
        before -= 1
    tag, word = unit.tags[before], unit.words[before]
    return tag in "'I" or (tag == "D" and word not in lexicon().sets["plurals"])


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
    if first > 1 and unit.words[first - 1] == "as":
        return True
    return first > 0 and unit.tags[first - 1] in ',q"-'


def _inverted_source(unit: Unit, i: int, first: int, complement: Complement | None) -> Phrase | None:
    """The source in “...”, said X."""
    tags = unit.tags
    if first == 0 or tags[first - 1] not in 'q,-"' or not _uses(unit, i) >= _SPEECH:
        return None
    if tags[i + 1 : i + 2] not in tuple("DPAnU"):
        return None
    phrase = phrase_at(unit, i + 1)
    if phrase is None or unit.words[phrase.end - 1] in lexicon().sets["days"]:
        return None
    following = tags[phrase.end : phrase.end + 1]
    if following in tuple("VXMBE"):
        return None
    if tags[first - 1] in ",-" and complement and complement.kind is not Kind.BARE and subject_before(unit, first):
        return None
    return _with_apposition(unit, phrase)


def _uses(unit: Unit, i: int) -> frozenset[str]:
    """What the verb at a word takes; nothing where it names the one spoken to."""
    uses = frozenset(lexicon().verbs[unit.words[i]].uses)
    return frozenset() if "addressee" in uses else uses


def _with_apposition(unit: Unit, phrase: Phrase) -> Phrase:
    """A phrase with the appositions after it, up to the end of the clause."""
    tags = unit.tags
    end = phrase.end
    if tags[end : end + 1] == "(":
        end = tags.find(")", end) + 1 or end
    while tags[end : end + 1] == "," and end + 1 < len(tags) and tags[end + 1] in "DnAUW":
        stop = end + 1
        while stop < len(tags) and tags[stop] not in '",;:.q-':
            if unit.words[stop] in lexicon().verbs and tags[stop] in "VG" and tags[stop - 1] in ",W":
                return Phrase(phrase.first, end, phrase.core_end)
            stop += 1
        end = stop
    return Phrase(phrase.first, end, phrase.core_end)


def _shared_source(unit: Unit, first: int, before: list[Cue]) -> Phrase | None:
    """The source of the cue before; after a comma, of the last one that is not itself reported."""
    named = [c for c in before if c.source and c.place is not Place.NOUN]
    if named and first > 1 and "," in unit.tags[first - 2 : first]:
        named = [c for c in named if not any(_holds(unit, b, c) for b in before)] or named
    return named[-1].source if named else main_subject(unit, first)


def _holds(unit: Unit, outer: Cue, inner: Cue) -> bool:
    """Whether a cue stands in the clause that another introduces, with no break between the two."""
    start = outer.complement.start
    if outer.complement.kind is not Kind.CLAUSE or outer.first >= inner.first or inner.first < start:
        return False
    return not any(unit.tags[i] in ",;" and unit.tags[i + 1] == "C" for i in range(start, inner.first))


def _match_infinitive(unit: Unit, i: int, first: int, word: CueWord, before: list[Cue]) -> Cue | None:
    """ "declined to say", "went on to explain": the outer verb is part of the cue."""
    outer = first - 1
    while outer >= 0 and unit.tags[outer] == "R":
        outer -= 1
    verb = lexicon().verbs.get(unit.words[outer]) if outer >= 0 else None
    goes_on = outer > 0 and unit.words[outer] == "on" and unit.words[outer - 1] in _GOING
    if goes_on:
        outer -= 1
    elif verb is None or verb.lemma not in _LINKING:
        return None
    complement = find_complement(unit, i, word)
    if complement is None:
        return None
    start, _ = _with_helpers(unit, outer)
    return _with_source(unit, start, complement, before)


def _match_participle(unit: Unit, i: int, first: int, word: CueWord, before: list[Cue]) -> Cue | None:
    """ "..., adding that": the source is the one of the main clause, or the noun right before."""
    tags = unit.tags
    complement = find_complement(unit, i, word)
    if complement is None or complement.kind is Kind.BARE:
        return None
    if first == 0:
        comma = tags.find(",", i)
        phrase = phrase_at(unit, comma + 1) if comma > 0 else None
        return (
            Cue(first, complement.cue_end, complement.use, Place.SHARED, phrase, complement, first) if phrase else None
        )
    previous = tags[first - 1]
    if previous in ',-q."C' or unit.words[first - 1] in _PARTICIPLE_LINKS:
        source = _shared_source(unit, first, before)
    elif previous in "nA" and complement.kind is not Kind.OBJECT:
        source = subject_before(unit, first)
    else:
        return None
    return Cue(first, complement.cue_end, complement.use, Place.SHARED, source, complement, first) if source else None


def _match_passive(unit: Unit, i: int, first: int, word: CueWord) -> Cue | None:
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


def _match_impersonal(unit: Unit, i: int, first: int, word: CueWord) -> Cue | None:
    """ "is expected to", "was accused of": what is said stands on both sides, nobody is named."""
    following = unit.words[i + 1] if i + 2 < len(unit.words) else ""
    use = lexicon().passives.get(word.lemma, {}).get(following)
    subject = subject_before(unit, first) if use else None
    if use is None or subject is None:
        return None
    after = i + 1 if following in ("to", "that") else i + 2
    complement = Complement(Kind.SUBJECT, subject.first, use, cue_end=i + 1, content_end=subject.end, resumes=after)
    return Cue(first, i + 1, use, Place.IMPERSONAL, None, complement, first)


def _match_adverb(unit: Unit, i: int, use: Use) -> Cue | None:
    """ "reportedly": the clause around it is what is said."""
    subject = subject_before(unit, i)
    if subject is None or i + 1 >= len(unit.words):
        return None
    complement = Complement(Kind.SUBJECT, subject.first, use, cue_end=i + 1, content_end=subject.end, resumes=i + 1)
    return Cue(i, i + 1, use, Place.IMPERSONAL, None, complement, subject.first)


def _match_noun(unit: Unit, i: int, word: CueWord) -> Cue | None:
    """ "his promise to", "the claim that": the possessor is the source."""
    following = unit.words[i + 1] if i + 1 < len(unit.words) else ""
    take = "infinitive" if following == "to" else following
    if take not in word.uses:
        return None
    first = i
    while first and unit.tags[first - 1] in "nEG":
        first -= 1
    if first == 0:
        return None
    owner: Phrase | None = None
    if unit.words[first - 1] in ("his", "her", "its", "their"):
        owner = Phrase(first - 1, first, first)
    elif unit.tags[first - 1] == "'":
        owner = subject_before(unit, first - 1)
    use = word.uses[take]
    if owner is None:
        return _match_free_noun(unit, i, use) if take == "that" else None
    start = i + 1 if take in ("that", "infinitive") else i + 2
    if start >= len(unit.words) or unit.words[start] in lexicon().sets["days"]:
        return None
    return Cue(i, i + 1, use, Place.NOUN, owner, Complement(Kind.CLAUSE, start, use, cue_end=i + 1), first)


def _match_free_noun(unit: Unit, i: int, use: Use) -> Cue | None:
    """ "fears that", "reports that": nobody is named."""
    if i + 2 >= len(unit.words) or unit.tags[i + 2] not in "DPAnUX":
        return None
    if unit.tags[i + 2] == "X" or not has_finite(unit, i + 3, len(unit.words)):
        return None
    return Cue(i, i + 1, use, Place.IMPERSONAL, None, Complement(Kind.CLAUSE, i + 1, use, cue_end=i + 1), i)


def _match_adjective(unit: Unit, i: int, word: CueWord) -> Cue | None:
    """ "is confident that"."""
    first, helpers = _with_helpers(unit, i)
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


def _with_helpers(unit: Unit, i: int) -> tuple[int, str]:
    """Where a verb group begins, with its auxiliaries, adverbs and negations, and the tags of these."""
    tags = unit.tags
    first = i
    while first and (
        tags[first - 1] in "RXMN" or (tags[first - 1] == "'" and tags[i] in "GE") or tags[first - 1] == "T"
    ):
        first -= 1
        if tags[first] == "T":
            break
    while first < i and tags[first] == "R" and first and tags[first - 1] not in "AnPWq,'~U)":
        first += 1
    return first, tags[first:i]


def _is_plural_before(unit: Unit, first: int, verb: int) -> bool:
    """Whether a base form after this place can be a finite verb: its subject is plural, or "I", "who"."""
    if not first:
        return False
    word, tag = unit.words[first - 1], unit.tags[first - 1]
    if tag == "C":
        return "T" not in unit.tags[max(0, first - MAX_BASE_REACH) : first]
    if tag in "W,)-R" or (tag in "nA~O" and unit.words[verb] not in lexicon().sets["also_nouns"]):
        return True
    if tag in "nA" and "and" in unit.words[max(0, first - MAX_BASE_REACH) : first]:
        return True
    return word.endswith("s") or word in lexicon().sets["plurals"]
