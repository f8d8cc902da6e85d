"""Do two documents call one deed by words that tell two deeds: "resigned" here and "was fired" there?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from annotator.align import read_terms
from annotator.disagree.clauses import Clause, Stage, content, is_pronoun
from annotator.disagree.findings import Finding, make_place
from annotator.disagree.story import Pair, Story
from annotator.model import DisagreementKind as Kind
from annotator.model import Severity
from annotator.text import load_table

DETECTOR = "deed_names@1"
MIN_CERTAINTY = 0.3
SURE = 0.7  # certainty from which a pronoun is taken for the person
REACH = 6  # words behind a verb in which the one it is done to stands
_TOLD = frozenset({Stage.DONE, Stage.GOING_ON})


def detect_deed_names(story: Story) -> Iterator[Finding]:
    """Clauses on one person or thing with verbs of one sort and two meanings."""
    told = [tuple(c for c in clauses if _is_told(c)) for clauses in story.clauses]
    for pair in story.pairs:
        if pair.certainty < MIN_CERTAINTY:
            continue
        for left in told[pair.left.index]:
            for right in told[pair.right.index]:
                if _are_two_words(left, right) and _befall_one(pair, left, right):
                    yield _make_finding(pair, left, right)


def _is_told(clause: Clause) -> bool:
    return clause.verb in _deeds() and clause.stage in _TOLD and not clause.is_negated


def _are_two_words(left: Clause, right: Clause) -> bool:
    return any(
        sort == other and meaning != second
        for sort, meaning, _ in _deeds()[left.verb]
        for other, second, _ in _deeds()[right.verb]
    )


def _befall_one(pair: Pair, left: Clause, right: Clause) -> bool:
    """Whether it is the same one who leaves, is punished or the like: a shared word, or a pronoun in sure pairs."""
    ours, theirs = _concerned(left), _concerned(right)
    if pair.certainty >= SURE and (is_pronoun(pair.left, ours) or is_pronoun(pair.right, theirs)):
        return True
    return bool(content(pair.left, ours) & content(pair.right, theirs))


def _concerned(clause: Clause) -> range:
    """The words for whoever the deed befalls."""
    is_done_to = any(undergone for _, _, undergone in _deeds()[clause.verb])
    if is_done_to and not clause.is_passive:
        return range(clause.rest.start, min(clause.rest.stop, clause.rest.start + REACH))
    return clause.subject


def _make_finding(pair: Pair, left: Clause, right: Clause) -> Finding:
    places = [
        make_place(s, s.span(c.group.start, c.group.stop), meaning=_deeds()[c.verb][0][1])
        for s, c in ((pair.left, left), (pair.right, right))
    ]
    note = "these are two things to happen to one"
    return Finding(Kind.NAMING, Severity.TENSION, places[0], places[1], DETECTOR, 0.4 + 0.3 * pair.certainty, note)


@cache
def _deeds() -> dict[str, tuple[tuple[str, str, bool], ...]]:
    """By a verb's term its sorts, which meaning of each it has, and whether the one concerned undergoes it."""
    made: dict[str, tuple[tuple[str, str, bool], ...]] = {}
    for deed in load_table("annotator.disagree", "data/namings.toml")["deed"]:
        for undergone in (False, True):
            for words in deed["done_to" if undergone else "done_by"]:
                terms = {t for word in words.split() for t in read_terms(word).sequence}
                for term in terms:
                    made[term] = (*made.get(term, ()), (deed["name"], words, undergone))
    return made
