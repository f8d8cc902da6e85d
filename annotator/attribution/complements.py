"""What follows a reporting verb: quotation, clause, question, infinitive or object, and where it begins."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from annotator.attribution.lexicon import CueWord, Use, lexicon
from annotator.attribution.phrases import Phrase, has_finite, past_apposition, phrase_at
from annotator.attribution.units import Unit

MAX_BEFORE_NUMBER = 4  # words of "at just over 5"
MAX_DISTANCE = 20  # words between a verb and the clause that it introduces
MAX_ASIDE = 12  # words of "in an interview with ..." between a verb and what it introduces
_CLAUSE_MARKS = ("", *',.;:-(qSCW"')
_FREE_RELATIVES = frozenset(("what", "how", "why"))
_NOTHING = ("", *".;:)")
_ADVERBIAL = frozenset("IRDAnUN,~'()")  # what adverbials between a verb and its clause are made of
_CONTENT_PARTICLES = frozenset(("about", "of", "out", "against"))  # the others may also tell where or how
_TIME_LINKS = frozenset(("after", "before", "since", "until"))  # with a noun phrase, not a clause
_SKIPPED = frozenset(("out", "in", "up", "back"))  # "speak out against", "weigh in on"
_PARTICLES = frozenset(("at", "about", "of", "on", "to", "out", "for", "against", "upon", "over", "with", "in", "from"))


class Kind(StrEnum):
    """What a cue introduces."""

    QUOTE = "quote"
    CLAUSE = "clause"
    OBJECT = "object"
    LATER = "later"
    """Sentences after this one: "He added:"."""
    BARE = "bare"
    """Nothing follows: what is said stands before."""
    REST = "rest"
    """The rest of the sentence, on either side."""
    SUBJECT = "subject"
    """The subject of a passive verb."""


@dataclass(frozen=True, slots=True)
class Complement:
    """Where what a cue introduces begins."""

    kind: Kind
    start: int
    use: Use
    cue_end: int = 0
    content_end: int | None = None
    resumes: int | None = None
    """Where more of it begins behind the cue, for SUBJECT."""
    addressee: Phrase | None = None


def find_complement(unit: Unit, verb: int, word: CueWord) -> Complement | None:
    """What the verb at a word introduces to its right; None if it cannot be a report there."""
    tags, words = unit.tags, unit.words
    e = verb + 1
    while e < len(tags) and tags[e] == "R" and words[e] not in word.uses:
        e += 1
    if e + 1 < len(tags) and words[e] in _SKIPPED and words[e + 1] in _PARTICLES and words[e] not in word.uses:
        e += 1
    if e + 1 < len(tags) and words[e] in _PARTICLES and words[e] in word.uses and not _is_no_content(unit, e + 1):
        if words[e] not in _CONTENT_PARTICLES:
            other = _at(unit, _skip_asides(unit, e), word, verb) or (
                "q" in tags[:verb] and _bare(unit, e, word, verb, None)
            )
            if other:
                return other
        use = word.uses[words[e]]
        kind = Kind.CLAUSE if tags[e + 1] in "SW" or words[e] == "out" else Kind.OBJECT
        return Complement(kind, e + 1, use, cue_end=e + 1)
    plain = _at(unit, e, word, verb)
    if plain:
        return plain
    addressee = _addressee(unit, e, word)
    if addressee and not ("person_infinitive" in word.uses and _goes_on_with_to(unit, addressee.end)):
        after = _skip_asides(unit, addressee.end)
        found = _at(unit, after, word, verb, addressee=addressee)
        found = found or _at(unit, addressee.end, word, verb, addressee=addressee)
        found = found or _bare(unit, addressee.end, word, verb, addressee)
        if found:
            return found
    if words[e : e + 1] == ("as",) and "as" in word.uses and e + 1 < len(tags):
        return Complement(Kind.OBJECT, e + 1, word.uses["as"], cue_end=e + 1)
    aside = _skip_asides(unit, e, stop=_PARTICLES.intersection(word.uses))
    if aside + 1 < len(tags) and words[aside] in _PARTICLES and words[aside] in word.uses and tags[aside - 1] != ",":
        return Complement(Kind.OBJECT, aside + 1, word.uses[words[aside]], cue_end=verb + 1)
    if aside > e:
        found = _at(unit, aside, word, verb)
        if found:
            return found
    return (
        _distant(unit, e, word, verb)
        or _zero_that(unit, aside, word, verb)
        or _object(unit, e, word, verb)
        or _bare(unit, e, word, verb, None)
    )


def _distant(unit: Unit, e: int, word: CueWord, verb: int) -> Complement | None:
    """A clause with "that" or "to" behind adverbials: "says at a stop in Ohio, the first of three, that"."""
    tags, words, uses = unit.tags, unit.words, word.uses
    opens_aside = tags[e : e + 1] in ("I", "R", ",", "U") or words[e : e + 1] in [(w,) for w in _TIME_LINKS]
    if not opens_aside and not (e < len(tags) and _is_day(unit, e)):
        return None
    for k in range(e + 1, min(len(tags) - 1, e + MAX_DISTANCE)):
        if words[k] == "that" and "that" in uses and tags[k + 1] in "DPAnUIS," and tags[k - 1] != "I":
            return Complement(Kind.CLAUSE, k, uses["that"], cue_end=verb + 1)
        if tags[k] == "T" and "infinitive" in uses and tags[k + 1] == "B":
            return Complement(Kind.CLAUSE, k, uses["infinitive"], cue_end=verb + 1)
        if tags[k] not in _ADVERBIAL and words[k] not in _TIME_LINKS:
            return None
    return None


def _at(unit: Unit, e: int, word: CueWord, verb: int, *, addressee: Phrase | None = None) -> Complement | None:
    """A complement that announces itself by its first word."""
    tags, words, uses = unit.tags, unit.words, word.uses
    if e >= len(tags):
        return None
    quote = uses.get("quote")
    cue_end = verb + 1
    if quote and tags[e] in ",:" and tags[e + 1 : e + 2] == "q":
        return Complement(
            Kind.QUOTE,
            e + 1,
            quote,
            cue_end=e + 1 if tags[e] == ":" and e == verb + 1 else cue_end,
            addressee=addressee,
        )
    if quote and tags[e] == ":" and e + 1 == len(tags):
        return Complement(Kind.LATER, e, quote, cue_end=e + 1, addressee=addressee)
    if quote and tags[e] == ":":
        return Complement(Kind.CLAUSE, e + 1, quote, cue_end=e + 1 if e == verb + 1 else cue_end, addressee=addressee)
    if tags[e] == "q" and (quote or "object" in uses or "clause" in uses):
        use = quote or uses.get("object") or uses["clause"]
        return Complement(Kind.QUOTE, e, use, cue_end=cue_end, addressee=addressee)
    if words[e] == "that" and "that" in uses and tags[e + 1 : e + 2] not in _NOTHING:
        return Complement(Kind.CLAUSE, e, uses["that"], cue_end=cue_end, addressee=addressee)
    if words[e] in lexicon().sets["question_words"] and "question" in uses and not _is_time(unit, e, verb):
        return Complement(Kind.CLAUSE, e, uses["question"], cue_end=cue_end, addressee=addressee)
    if tags[e] in "XVM" and "statement" in uses:
        return Complement(Kind.CLAUSE, e, uses["statement"], cue_end=cue_end, addressee=addressee)
    if tags[e] == "T" and "infinitive" in uses and tags[e + 1 : e + 2] not in ("D", "A"):
        return Complement(Kind.CLAUSE, e, uses["infinitive"], cue_end=cue_end, addressee=addressee)
    if addressee and "clause" in uses and tags[e] in "DPAUn" and has_finite(unit, e + 1, len(tags)):
        return Complement(Kind.CLAUSE, e, uses["clause"], cue_end=cue_end, addressee=addressee)
    return None


def _is_no_content(unit: Unit, i: int) -> bool:
    """Whether a word after a particle shows that it is none: a day, a way to speak ("on behalf"), a verb after "to"."""
    if unit.words[i] in lexicon().sets["manner_nouns"]:
        return True
    return _is_day(unit, i) or (unit.tags[i - 1] == "T" and unit.tags[i] == "B")


def _is_time(unit: Unit, e: int, verb: int) -> bool:
    """Whether "when" and the like after a quotation and its verb tell the time: “...,” he said when asked."""
    return unit.words[e] in ("when", "where", "if") and "q" in unit.tags[:verb]


def _addressee(unit: Unit, e: int, word: CueWord) -> Phrase | None:
    """The person told, in "told Reuters that", or urged, in "urged X to"."""
    uses = word.uses
    if "addressee" not in uses or e >= len(unit.tags) or unit.tags[e] not in "DPOAnU":
        return None
    phrase = phrase_at(unit, e)
    end = phrase and past_apposition(unit, phrase.end)
    return Phrase(e, end, phrase.core_end) if phrase and end else phrase


def _skip_asides(unit: Unit, e: int, *, stop: frozenset[str] = frozenset()) -> int:
    """Past "on Tuesday", "in a statement", "at the time" after a verb, as far as a word at which to stop."""
    tags, words = unit.tags, unit.words
    sets = lexicon().sets
    start = e
    while e < len(tags) and e - start < MAX_ASIDE and not (e > start and words[e] in stop):
        if words[e] in sets["days"] or words[e] in sets["time_nouns"] or tags[e] == "R":
            e += 1
        elif (
            words[e] in ("last", "this", "earlier")
            and words[e + 1 : e + 2]
            and words[e + 1] in sets["time_nouns"] | sets["months"]
        ):
            e += 2
        elif (tags[e] in "IT" or words[e] in _TIME_LINKS) and e + 1 < len(tags):
            limit = next((i for i in range(e + 1, min(len(tags), e + MAX_ASIDE)) if words[i] in stop), None)
            phrase = phrase_at(unit, e + 1, limit=limit)
            if (phrase is None and tags[e + 1] == "G") or words[e + 1] in sets["manner_nouns"]:
                return _next_mark(unit, e)
            if phrase is None and tags[e] == "T" and tags[e + 2 : e + 3] in _CLAUSE_MARKS:
                return e + 2
            if phrase is None or (words[e] in _TIME_LINKS and tags[phrase.end : phrase.end + 1] not in _CLAUSE_MARKS):
                break
            e = phrase.end
        else:
            break
    return e


def _next_mark(unit: Unit, e: int) -> int:
    while e < len(unit.tags) and unit.tags[e] not in ",.;:q-":
        e += 1
    return e


def _zero_that(unit: Unit, e: int, word: CueWord, verb: int) -> Complement | None:
    """A clause without "that": a noun phrase, and a finite verb after it."""
    tags = unit.tags
    if "clause" not in word.uses or e >= len(tags) or tags[e] not in "DPAUnqSRIGW":
        return None
    if tags[e] in "SRIW" and (e > verb + 1 or "q" in tags[:verb]):
        return None
    if not has_finite(unit, e + 1, len(tags)) and (
        "statement" not in word.uses or "q" in tags[:verb] or tags[e] not in "DPAUn"
    ):
        return None
    return Complement(Kind.CLAUSE, e, word.uses["clause"], cue_end=verb + 1)


def _object(unit: Unit, e: int, word: CueWord, verb: int) -> Complement | None:
    """A noun phrase as content: "praised the plan", "called it a mistake", "urged the council to act"."""
    tags, words, uses = unit.tags, unit.words, word.uses
    if e >= len(tags) or _is_day(unit, e) or (tags[e] not in "DPOAnUGEW" and words[e] not in _FREE_RELATIVES):
        return None
    use = uses.get("object")
    phrase = phrase_at(unit, e)
    if phrase and "as" in uses and unit.words[phrase.end : phrase.end + 1] == ("as",):
        use = uses["as"]
    elif phrase and "amount" in uses and _is_amount(unit, phrase.end):
        use = uses["amount"]
    elif phrase and "person_infinitive" in uses and _goes_on_with_to(unit, phrase.end):
        use = uses["person_infinitive"]
    if use is None:
        return None
    return Complement(Kind.OBJECT, e, use, cue_end=verb + 1)


def _goes_on_with_to(unit: Unit, end: int) -> bool:
    return unit.tags[past_apposition(unit, end) or end :][:1] == "T"


def _is_amount(unit: Unit, at: int) -> bool:
    """Whether "at" and a number stand there, as in "put the loss at about 5 million"."""
    near = unit.tags[at + 1 : at + 1 + MAX_BEFORE_NUMBER]
    return unit.words[at : at + 1] == ("at",) and (
        "U" in near or not lexicon().sets["numerals"].isdisjoint(unit.words[at + 1 : at + 1 + MAX_BEFORE_NUMBER])
    )


def _is_day(unit: Unit, e: int) -> bool:
    return unit.words[e] in lexicon().sets["days"] and unit.tags[e + 1 : e + 2] != "'"


def _bare(unit: Unit, e: int, word: CueWord, verb: int, addressee: Phrase | None) -> Complement | None:
    after = _skip_asides(unit, e)
    use = word.uses.get("quote") if "q" in unit.tags[:verb] or "that" in word.uses else None
    if use is None and not unit.tags[e:].strip('."'):
        use = word.uses.get("clause") or word.uses.get("that")
    if use is None:
        return None
    ends = unit.tags[after : after + 1] in _CLAUSE_MARKS
    if not ends and not ("q" in unit.tags[:verb] and unit.tags[e] in "IRTSDUA"):
        return None
    return Complement(Kind.BARE, e, use, cue_end=verb + 1, addressee=addressee)
