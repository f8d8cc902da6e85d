"""Is a thing over in one document, and still so in another? Is there none of it here, and some there?

"has ended the contract with the yard" and "the yard still has the contract"; "found no crack in the dam" and "a crack
in the dam caused the flood".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from annotator.align import is_weak, read_terms
from annotator.disagree.clauses import Clause, Stage, content
from annotator.disagree.findings import Finding, make_place
from annotator.disagree.lexicon import word_class
from annotator.disagree.matching import overlap, undergoing
from annotator.disagree.statements import Statement
from annotator.disagree.story import Pair, Story
from annotator.model import DisagreementKind as Kind
from annotator.model import Severity, Span
from annotator.text import load_table

DETECTOR = "continuity@1"
MIN_STRENGTH = 0.2
MIN_LIKENESS = 0.6  # share of what is ended that still goes on
MIN_SHARED = 2  # terms
MIN_PLACE_LIKENESS = 0.5  # share of what is said of the missing thing that is said of the one that is there
REACH = 8  # words around a word that belong to it
NEAR = 4  # words before a noun in which a word may make it a mere possibility
MAX_HEAD = 3  # words from "no" to its noun
CONFIDENCE = 0.6


@dataclass(frozen=True, slots=True)
class _Absence:
    words: range
    """From "no" to the noun."""
    noun: str
    """Its term."""
    about: frozenset[str]
    """Terms of what the thing was looked for in."""


def detect_endings(story: Story) -> Iterator[Finding]:
    """What is over here and goes on there, and what is missing here and present there."""
    goings_on = [tuple(_goings_on(s)) for s in story.statements]
    absences = [tuple(_absences(s)) for s in story.statements]
    for pair in story.pairs:
        if pair.strength < MIN_STRENGTH:
            continue
        for here, there in ((pair.left, pair.right), (pair.right, pair.left)):
            if goings_on[there.index] and not _came_later(here, there):
                yield from _compare_endings(story, pair, here, there, goings_on[there.index])
            for absence in absences[here.index]:
                yield from _compare_absence(story, pair, here, there, absence)


def _came_later(ended: Statement, still: Statement) -> bool:
    """Whether the end may have come after the other document was printed."""
    first, last = ended.document.published, still.document.published
    return bool(first and last and last < first)


def _compare_endings(
    story: Story, pair: Pair, here: Statement, there: Statement, goings_on: tuple[range, ...]
) -> Iterator[Finding]:
    for clause in story.clauses[here.index]:
        if clause.verb not in _terms_of_class("ending") or clause.stage is not Stage.DONE or clause.is_negated:
            continue
        ended = undergoing(story, here, clause)
        for words in goings_on:
            still = content(there, words)
            if len(ended & still) >= MIN_SHARED and overlap(story, ended, still) >= MIN_LIKENESS:
                spans = here.span(*_shown(clause)), there.span(words.start, words.stop)
                yield _make_finding(pair, here, (spans[0], spans[1]), "it is over here and goes on there")


def _make_finding(pair: Pair, here: Statement, spans: tuple[Span, Span], note: str) -> Finding:
    """A conflict between the spans of the statement `here` of the pair and of the other one."""
    there = pair.right if here is pair.left else pair.left
    places = make_place(here, spans[0], meaning="over"), make_place(there, spans[1], meaning="still")
    left, right = places if here is pair.left else places[::-1]
    return Finding(Kind.NEGATION, Severity.CONFLICT, left, right, DETECTOR, CONFIDENCE, note)


def _shown(clause: Clause) -> tuple[int, int]:
    start = clause.subject.start if clause.subject else clause.group.start
    return start, clause.rest.stop if 0 < len(clause.rest) <= REACH else clause.group.stop


def _goings_on(statement: Statement) -> Iterator[range]:
    """The words around "still" or "remains", where they say that something is so."""
    words = statement.words
    for i, word in enumerate(words):
        if word.plain not in word_class("continuing"):
            continue
        near = {w.plain for w in words[max(i - 2, 0) : i + 3]}
        if not near & (word_class("negative") | word_class("coming") | word_class("possible")):
            yield range(max(i - REACH, 0), min(i + REACH + 1, len(words)))


def _absences(statement: Statement) -> Iterator[_Absence]:
    """ "found no crack in the dam", "there were no cracks in the dam"."""
    words = statement.words
    for i in range(1, len(words) - 1):
        if words[i].plain != "no" or words[i - 1].plain not in word_class("finding"):
            continue
        head = i + 1
        while head + 1 < len(words) and head - i < MAX_HEAD and words[head + 1].plain not in word_class("prepositions"):
            head += 1
        term = words[head].term
        if (
            term is None
            or head + 1 >= len(words)
            or not word_class("no_idioms").isdisjoint(w.plain for w in words[i : head + 1])
        ):
            continue
        behind = range(head + 1, min(head + 1 + REACH, len(words)))
        if words[head + 1].plain in word_class("prepositions"):
            yield _Absence(range(i - 1, head + 1), term, content(statement, _to_break(statement, behind)))


def _to_break(statement: Statement, words: range) -> range:
    """The words up to a comma or the like, or a reporting phrase."""
    text = statement.claim.text
    for i in words:
        gap = text[statement.words[i - 1].end : statement.words[i].start]
        if any(c in ",;:()" for c in gap) or statement.words[i].plain in word_class("connectors"):
            return range(words.start, i)
    return words


def _compare_absence(
    story: Story, pair: Pair, here: Statement, there: Statement, absence: _Absence
) -> Iterator[Finding]:
    nouns = _same_things().get(absence.noun, frozenset({absence.noun}))
    for i, word in enumerate(there.words):
        if word.term not in nouns or not _is_asserted(there, i):
            continue
        around = content(there, range(max(i - REACH, 0), min(i + REACH + 1, len(there.words)))) - nouns
        shared = absence.about & around
        if shared and _share(story, absence.about, shared):
            spans = here.span(absence.words.start, absence.words.stop), there.span(*_phrase(there, i))
            yield _make_finding(pair, here, spans, "there is none of it here and some there")
            return


def _share(story: Story, about: frozenset[str], shared: frozenset[str]) -> bool:
    whole = sum(story.weights.get(t, 1.0) for t in about)
    return sum(story.weights.get(t, 1.0) for t in shared) >= MIN_PLACE_LIKENESS * whole


def _is_asserted(statement: Statement, i: int) -> bool:
    """Whether nothing before the word denies it or leaves it open: "no", "any", "a possible", "looked for"."""
    before = {w.plain for w in statement.words[max(i - NEAR, 0) : i]}
    opening = word_class("negative") | word_class("unsure") | word_class("possible") | word_class("unasserted")
    return not before & opening and "?" not in statement.claim.text


def _phrase(statement: Statement, i: int) -> tuple[int, int]:
    return max(i - 2, 0), min(i + 4, len(statement.words))


@cache
def _terms_of_class(name: str) -> frozenset[str]:
    return frozenset(t for word in word_class(name) for t in read_terms(word).sequence)


@cache
def _same_things() -> dict[str, frozenset[str]]:
    """By term of a noun, the terms of nouns and verbs that tell of the same thing."""
    made: dict[str, frozenset[str]] = {}
    for line in load_table("annotator.disagree", "data/verbs.toml")["same_things"]:
        terms = frozenset(t for word in line.split() for t in read_terms(word).sequence if not is_weak(t))
        made.update(dict.fromkeys(terms, terms))
    return made
