"""Speakers named by a mark instead of a verb: "Poll: ...", "WALLACE: ...", “...” — Jorge Falcon."""

from __future__ import annotations

from annotator.attribution.complements import Complement, Kind
from annotator.attribution.cues import Cue, Place
from annotator.attribution.lexicon import Use, lexicon
from annotator.attribution.names import Names, last_word, parse_name
from annotator.attribution.phrases import Phrase, phrase_at
from annotator.attribution.units import Unit
from annotator.model import Attitude, Stance

MAX_LABEL_WORDS = 6  # before a colon
MIN_STATEMENT_WORDS = 3  # after it

_SPEAKERS = ("offices", "unnamed", "institutions", "generic_people", "polls")
_OPENING = frozenset("“\"‘'")
_USE = Use(Stance.NEUTRAL, Attitude.ASSERTS, 0.7)


def find_mark(unit: Unit, names: Names) -> Cue | None:
    """The colon or dash that gives a unit its speaker."""
    return _find_colon(unit, names) or _find_dash(unit)


def _find_colon(unit: Unit, names: Names) -> Cue | None:
    first = int(unit.words[0][0] in _OPENING)
    try:
        colon = unit.words.index(":", first, first + MAX_LABEL_WORDS + 1)
    except ValueError:
        return None
    if colon == first or not unit.starts_paragraph or len(unit.words) - colon <= MIN_STATEMENT_WORDS:
        return None
    if not _is_speaker(unit, first, colon, names):
        return None
    source = Phrase(first, colon, colon)
    return Cue(colon, colon + 1, _USE, Place.MARK, source, Complement(Kind.CLAUSE, colon + 1, _USE), first)


def _find_dash(unit: Unit) -> Cue | None:
    """A name after a quotation and a dash, with nothing else in the unit."""
    for first, end in reversed(unit.quotes):
        dash = end
        while dash < len(unit.tags) and unit.tags[dash] == "-":
            dash += 1
        if dash == end or dash == len(unit.tags) or first != 0:
            continue
        phrase = phrase_at(unit, dash)
        if (
            phrase is None
            or unit.tags[phrase.first] != "A"
            or unit.tags[phrase.end : phrase.end + 1] not in ("", ",", ".")
        ):
            continue
        complement = Complement(Kind.SUBJECT, first, _USE, content_end=end)
        return Cue(end, dash, _USE, Place.MARK, phrase, complement, end)
    return None


def _is_speaker(unit: Unit, first: int, end: int, names: Names) -> bool:
    """Whether the words before a colon name a person of the document, or a source such as a poll."""
    label = unit.span(first, end).text(unit.text)
    if label in names.labels:
        return True
    if any(tag in "q,;-." for tag in unit.tags[first:end]):
        return False
    sets = lexicon().sets
    last = unit.words[end - 1]
    if unit.tags[end + 1 : end + 2] == "q" and any(last in sets[name] for name in _SPEAKERS):
        return True
    if last in sets["polls"] or (last in sets["unnamed"] and unit.is_headline):
        return True
    name = parse_name(label.title() if label.isupper() else label)
    if name is None or name.is_body:
        return False
    known = names.by_last_word.get(last_word(name.full))
    return known is not None and not known.is_body and " " in known.full and names.times[known.full] > 1
