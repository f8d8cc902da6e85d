"""Cues that are verbs: finite ones, participles, and chains such as "declined to say"."""

from __future__ import annotations

from dataclasses import replace

from annotator.attribution.complements import Complement, Kind, find_complement
from annotator.attribution.cues import Cue, Place
from annotator.attribution.inflection import Form, inflect
from annotator.attribution.lexicon import CueWord, lexicon
from annotator.attribution.passives import match_asked, match_passive
from annotator.attribution.phrases import has_finite, phrase_at, subject_before, verb_group
from annotator.attribution.speakers import attach_source, inverted_source, shared_source
from annotator.attribution.units import Unit

MEANS_REACH = 12  # words before "by" in which a modal shows that nothing was said yet
MIN_PURPOSE_STRENGTH = 0.75  # 0-1, of a verb of which somebody only acted "to" do it
_BEFORE_PURPOSE = frozenset("IRDAnUO~'")  # what stands between a verb and the infinitive of its purpose
MAX_BASE_REACH = 10  # words before "and" in which "to" shows that two infinitives are joined

_LINKING = frozenset(("continue", "decline", "refuse", "fail", "want", "try", "attempt"))
_LINKING_FORMS = frozenset(
    form
    for entry in (
        *("begin began begun", "start", "come came come", "proceed", "appear", "seem", "dare", "choose chose chosen"),
        *("happen", "tend", "rush", "hasten", "move", "get got got", "need", "struggle", "manage", "bother", "neglect"),
        *("prepare", "hesitate", "return", "pause", "resume", "cease", "go went gone", "take took taken", "yet"),
    )
    for form in inflect(entry)
)  # verbs that only say when or how somebody speaks: "began to explain"
_QUOTED = frozenset(("quoted", "cited", "reported"))  # "was quoted as saying"
_GOING = frozenset(("go", "goes", "went", "gone", "going"))
_PARTICIPLE_LINKS = frozenset(
    (
        "by",
        "while",
        "after",
        "before",
        "for",
        "from",
        "despite",
        "in",
        "without",
        "when",
        "since",
        "upon",
        "besides",
        "of",
    )
)


def match_verb(unit: Unit, i: int, word: CueWord, before: list[Cue], *, tail: int = 0) -> Cue | None:
    """The verb at a word as a cue, `before` being the cues to its left; `tail` words belong to it ("made clear")."""
    tags = unit.tags
    first, helpers = verb_group(unit, i)
    if "T" in helpers:
        return None if tail or tags[i] != "B" else _match_infinitive(unit, i, first, word, before)
    be = any(unit.words[k] in lexicon().sets["be"] for k in range(first, i))
    if Form.ING in word.forms and not be and tags[i - 1 : i] != "'":
        return _match_participle(unit, i + tail, first, word, before)
    if be and Form.PARTICIPLE in word.forms:
        return None if tail else match_passive(unit, i, first, word)
    if first and _is_modifier_place(unit, first) and not set(helpers) & set("XM"):
        return None
    if Form.BASE in word.forms and not (set(helpers) & set("MX")) and not _is_plural_before(unit, first, i):
        return None
    if first == 0 and not tail:
        opening = match_asked(unit, i, word) or _match_opening(unit, i, word)
        if opening:
            return opening
    complement = find_complement(unit, i + tail, word)
    source = None if tail else inverted_source(unit, i, first, word, complement)
    if source:
        use = word.uses["quote"]
        stands_before = Complement(Kind.BARE, source.end, use, cue_end=i + 1)
        return Cue(first, i + 1, use, Place.INVERTED, source, stands_before, first)
    return attach_source(unit, first, complement, before) if complement else None


def _match_opening(unit: Unit, i: int, word: CueWord) -> Cue | None:
    """A verb that opens its sentence: "Said Brandvik: “...”"."""
    phrase = phrase_at(unit, i + 1) if "quote" in word.uses else None
    if phrase is None or unit.tags[phrase.end : phrase.end + 2] not in (",q", ":q"):
        return None
    use = word.uses["quote"]
    complement = Complement(Kind.QUOTE, phrase.end + 1, use, cue_end=i + 1)
    return Cue(i, i + 1, use, Place.INVERTED, phrase, complement, i)


def match_any_verb(unit: Unit, i: int, before: list[Cue]) -> Cue | None:
    """A verb of no table that goes with a quotation or a that-clause."""
    if unit.words[i] in lexicon().silent_verbs or "X" in verb_group(unit, i)[1]:
        return None
    cue = match_verb(unit, i, lexicon().any_verb, before)
    if cue is None or cue.complement.kind not in (Kind.QUOTE, Kind.BARE, Kind.CLAUSE):
        return None
    if cue.complement.kind is Kind.CLAUSE:
        start = cue.complement.start
        is_clause = unit.tags[start + 1 : start + 2] in tuple("DPAUn") and has_finite(unit, start + 2, len(unit.words))
        return cue if is_clause and unit.words[start] == "that" else None
    return cue if cue.complement.kind is Kind.QUOTE or _quote_stands_before(unit, cue.opens_clause) else None


def _quote_stands_before(unit: Unit, i: int) -> bool:
    """Whether a quotation that is no part of a clause ends right before a word."""
    first = next((first for first, end in unit.quotes if first < i <= end), None)
    return first is not None and (first == 0 or unit.tags[first - 1] in ',:;."-')


def match_phrasal(unit: Unit, i: int, before: list[Cue]) -> Cue | None:
    """ "made clear", "took issue with"."""
    for phrasal in lexicon().phrasal[unit.words[i]]:
        end = i + 1 + len(phrasal.tail)
        if unit.words[i + 1 : end] == phrasal.tail:
            return match_verb(unit, i, phrasal.cue, before, tail=len(phrasal.tail))
    return None


def _match_infinitive(unit: Unit, i: int, first: int, word: CueWord, before: list[Cue]) -> Cue | None:
    """ "declined to say", "went on to explain": the outer verb is part of the cue."""
    outer = first - 1
    while outer >= 0 and unit.tags[outer] == "R":
        outer -= 1
    verb = unit.lexicon.verbs.get(unit.words[outer]) if outer >= 0 else None
    goes_on = outer > 0 and unit.words[outer] == "on" and unit.words[outer - 1] in _GOING
    if goes_on:
        outer -= 1
    elif not (verb and verb.lemma in _LINKING) and (outer < 0 or unit.words[outer] not in _LINKING_FORMS):
        return _match_purpose(unit, i, first, word, before)
    complement = find_complement(unit, i, word)
    if complement is None:
        return None
    start, _ = verb_group(unit, outer)
    return attach_source(unit, start, complement, before)


def _match_purpose(unit: Unit, i: int, first: int, word: CueWord, before: list[Cue]) -> Cue | None:
    """ "met on Friday to discuss ...", "took to the stage to accuse ...": the infinitive alone is the cue."""
    governor = first - 1
    while governor > 0 and unit.tags[governor] in _BEFORE_PURPOSE:
        governor -= 1
    is_done = unit.tags[governor] == "E" and unit.tags[governor - 1 : governor] in tuple("nAP~ROW,CU)")
    if not governor or not is_done or (before and governor < before[-1].end):
        return None
    complement = find_complement(unit, i, word)
    if complement is None or complement.kind is Kind.BARE or complement.use.strength < MIN_PURPOSE_STRENGTH:
        return None
    source = subject_before(unit, governor - (unit.tags[governor - 1] == "R"))
    if source is None:
        return None
    return Cue(first, complement.cue_end, complement.use, Place.SHARED, source, complement, first)


def _match_participle(unit: Unit, i: int, first: int, word: CueWord, before: list[Cue]) -> Cue | None:
    """ "..., adding that": the source is the one of the main clause, or the noun right before."""
    tags = unit.tags
    complement = find_complement(unit, i, word)
    if complement is None or complement.kind is Kind.BARE:
        return None
    if first > 2 and unit.words[first - 1] == "as" and unit.words[first - 2] in _QUOTED:
        start, _ = verb_group(unit, first - 2)
        source = subject_before(unit, start)
        return Cue(start, i + 1, complement.use, Place.SUBJECT, source, complement, start) if source else None
    if first == 0 or (first == 1 and unit.words[0] in _PARTICIPLE_LINKS):
        comma = _end_of_opening(unit, i)
        phrase = phrase_at(unit, comma + 1) if comma else None
        complement = replace(complement, content_end=comma and comma + (tags[comma] == "q"))
        return (
            Cue(first, complement.cue_end, complement.use, Place.SHARED, phrase, complement, first) if phrase else None
        )
    previous = tags[first - 1]
    if unit.words[first - 1] == "by" and _is_means(unit, first - 1, complement):
        return None
    if previous in ',-q."C' or unit.words[first - 1] in _PARTICIPLE_LINKS:
        source = shared_source(unit, first, before)
    elif previous in "nA":
        source = subject_before(unit, first)
    else:
        return None
    return Cue(first, complement.cue_end, complement.use, Place.SHARED, source, complement, first) if source else None


def _end_of_opening(unit: Unit, i: int) -> int | None:
    """The last mark of an opening participle clause: its comma, or the closing mark behind a comma in a quotation."""
    for k in range(i + 1, len(unit.tags) - 1):
        if unit.tags[k] == ",":
            return k
        if unit.tags[k] == "q" and unit.words[k] == "," and unit.tags[k + 2 : k + 3] != "q":
            return k + 1
    return None


def _is_means(unit: Unit, by: int, complement: Complement) -> bool:
    """Whether "by" and a participle tell how something could be done: "must guide them by clarifying what ..."."""
    if complement.kind is Kind.QUOTE:
        return False
    start = complement.start
    is_question = unit.words[start : start + 1] and unit.words[start] in unit.lexicon.sets["question_words"]
    return bool(is_question) or "M" in unit.tags[max(0, by - MEANS_REACH) : by]


def _is_modifier_place(unit: Unit, first: int) -> bool:
    """Whether a word after an article, a possessive or a preposition can only belong to the noun behind it."""
    before = first - 1
    while before and unit.tags[before] == "R":
        before -= 1
    tag, word = unit.tags[before], unit.words[before]
    sets = lexicon().sets
    if word in sets["numerals"] and before and unit.words[before - 1] == "of":
        return False
    return tag in "'I" or (tag == "D" and word not in sets["pronominal"])


def _is_plural_before(unit: Unit, first: int, verb: int) -> bool:
    """Whether a base form after this place can be a finite verb: its subject is plural, or "I", "who"."""
    if not first:
        return False
    word, tag = unit.words[first - 1], unit.tags[first - 1]
    if tag == "D":
        return word in lexicon().sets["pronominal"]
    if tag == "C":
        return "T" not in unit.tags[max(0, first - MAX_BASE_REACH) : first]
    if tag in "W,)-R" or (tag in "nA~O" and unit.words[verb] not in lexicon().sets["also_nouns"]):
        return True
    if tag in "nA" and "and" in unit.words[max(0, first - MAX_BASE_REACH) : first]:
        return True
    return word.endswith("s") or word in lexicon().sets["plurals"]
