"""Which clauses of two claims speak of one event: the same verb with much the same words around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from annotator.align import is_weak, read_terms
from annotator.disagree.clauses import Clause, content, is_pronoun
from annotator.disagree.lexicon import word_class
from annotator.disagree.statements import Statement
from annotator.disagree.story import Pair, Story

NEAR = 6  # words within which two noun phrases in one claim may be two names of one body
MIN_BARE_CERTAINTY, BARE_LIKENESS = 0.7, 0.6  # of claims from which bare verbs ("resigned") are alike, and how much
MIN_LIGHT_LIKENESS = 0.6
MIN_LIGHT_SHARED = 3  # terms that clauses with a verb of little meaning must share


@dataclass(frozen=True, slots=True)
class Match:
    """A clause of each claim of a pair."""

    pair: Pair
    left: Clause
    right: Clause
    likeness: float
    """0..1: share of the poorer clause's words, without verb and agent, that the other one has too."""
    shared: int
    """How many terms they share."""


def match_clauses(
    story: Story, min_certainty: float, *, verbs: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Match]:
    """Pairs of clauses with the same telling verb, in pairs of claims of at least that certainty.

    Verbs that `verbs` gives one term are the same.
    """
    for pair in story.pairs:
        if pair.certainty < min_certainty:
            continue
        for left in story.clauses[pair.left.index]:
            if left.verb in word_class("reporting"):
                continue
            for right in story.clauses[pair.right.index]:
                if verbs.get(left.verb, left.verb) == verbs.get(right.verb, right.verb):
                    match = _match(story, pair, left, right)
                    if _tells_enough(match):
                        yield match


def _match(story: Story, pair: Pair, left: Clause, right: Clause) -> Match:
    x, y = undergoing(story, pair.left, left), undergoing(story, pair.right, right)
    return Match(pair, left, right, likeness_of(story, pair, left, right), len(x & y))


def likeness_of(story: Story, pair: Pair, left: Clause, right: Clause) -> float:
    """Likeness of two clauses with one verb; where nothing is done to anything, that of their claims."""
    x, y = undergoing(story, pair.left, left), undergoing(story, pair.right, right)
    if (not x or not y) and pair.certainty >= MIN_BARE_CERTAINTY:
        return BARE_LIKENESS
    return overlap(story, x, y)


def _tells_enough(match: Match) -> bool:
    """Whether a verb of little meaning stands with enough else that is alike ("opened an inquiry")."""
    verb = match.left.verb
    if verb in word_class("light"):
        return match.likeness >= MIN_LIGHT_LIKENESS and match.shared >= MIN_LIGHT_SHARED
    if not is_weak(verb):
        return True
    return match.likeness >= MIN_LIGHT_LIKENESS and match.shared > 0 and match.pair.certainty >= MIN_BARE_CERTAINTY


def undergoing(story: Story, statement: Statement, clause: Clause) -> frozenset[str]:
    """What is done to what and where: the words behind the verb, in the passive also the subject."""
    return story.once(("undergoing", statement.index, clause.group), lambda: _read_undergoing(statement, clause))


def _read_undergoing(statement: Statement, clause: Clause) -> frozenset[str]:
    terms = content(statement, clause.rest) - content(statement, clause.agent)
    return terms | content(statement, clause.subject) if clause.is_passive else terms


def overlap(story: Story, left: frozenset[str], right: frozenset[str]) -> float:
    """Share 0..1 by weight of the poorer set that the other one has too; 0 where one is empty."""
    least = min(_weight(story, left), _weight(story, right))
    return _weight(story, left & right) / least if least else 0.0


def may_be_one(story: Story, left: Statement, a: range, right: Statement, b: range) -> bool:
    """Whether two noun phrases may name one body: a pronoun, a shared word, or named side by side in some claim."""
    if is_pronoun(left, a) or is_pronoun(right, b):
        return True
    if _describes_few(left, a) or _describes_few(right, b):
        return True
    if (_describes_body(left, a) and _is_name(right, b)) or (_describes_body(right, b) and _is_name(left, a)):
        return True
    x, y = content(left, a), content(right, b)
    x, y = x - _titles() or x, y - _titles() or y
    if not x or not y or x & y:
        return True
    return are_named_together(story, x, y)


def _describes_few(statement: Statement, words: range) -> bool:
    """ "the couple", "the pair": people whom another text may name one by one."""
    plain = [statement.words[i].plain for i in words]
    return plain[:1] in (["the"], ["both"]) and plain[1:] in (
        ["couple"],
        ["pair"],
        ["duo"],
        ["trio"],
        ["two"],
        ["family"],
    )


def _describes_body(statement: Statement, words: range) -> bool:
    """ "the company", "its board": a body or a part of one without its name, which may be any name's."""
    plain = [statement.words[i].plain for i in words]
    is_bare = len(plain) == len(("the", "company")) and plain[0] in word_class("determiners")
    return is_bare and plain[-1] in word_class("body_nouns") and not statement.words[words[-1]].is_capital


def _is_name(statement: Statement, words: range) -> bool:
    named = (statement.words[i] for i in words if statement.words[i].is_capital)
    return any(w.plain not in word_class("determiners") for w in named)


def are_named_together(story: Story, x: frozenset[str], y: frozenset[str]) -> bool:
    """Whether some claim names both close together: "Voll, the treasurer"."""
    return story.once(("together", x, y), lambda: any(_stand_together(s, x, y) for s in story.naming(x | y)))


@cache
def _titles() -> frozenset[str]:
    """The terms of titles."""
    return frozenset().union(*(read_terms(title).unique for title in word_class("titles")))


def _stand_together(statement: Statement, x: frozenset[str], y: frozenset[str]) -> bool:
    if not (x <= statement.terms.unique and y <= statement.terms.unique):
        return False
    at_x = [i for i, w in enumerate(statement.words) if w.term in x]
    at_y = [i for i, w in enumerate(statement.words) if w.term in y]
    return any(abs(i - j) <= NEAR for i in at_x for j in at_y)


def _weight(story: Story, terms: Iterable[str]) -> float:
    return sum(story.weights.get(t, 1.0) for t in terms)
