"""Do two documents count one crowd, or how often one thing was done, differently?

In a short story each document has one count of each sort: of those who gathered, of those stranded, of the shots fired.
Where both have just one, the two are compared however differently the sentences are worded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations, islice
from math import inf

from annotator.align import read_terms
from annotator.disagree.findings import Finding, make_place
from annotator.disagree.statements import Statement
from annotator.disagree.story import Story
from annotator.facts import interval_of
from annotator.model import Comparator, Fact, FactKind, Severity, Span
from annotator.model import DisagreementKind as Kind
from annotator.text import load_table

DETECTOR = "headcounts@1"
CONFIDENCE = 0.6
APART = 1.15  # ratio from which two rounded counts are no roundings of one number
SURE_APART = 1.5  # the same where one of them is a bound
MAX_OF_CLAIM = 12  # of a claim that are read; more is no prose
FAR_APART = 30.0  # ratio from which two counts are of two things
OBJECT_REACH = 2  # words before the number of people in which what is done to them stands
REACH = 5  # words before "times" in which its verb stands
A_FEW = (2.0, 60.0)  # people in a "small group"


@dataclass(frozen=True, slots=True)
class _Count:
    statement: Statement
    span: Span
    low: float
    high: float
    is_soft: bool


def detect_headcounts(story: Story) -> Iterator[Finding]:
    """One finding for each sort of count of which two documents have one each, too far apart."""
    by_sort: dict[str, dict[str, list[_Count]]] = {}
    for statement in story.statements:
        for sort, count in islice(_counts(statement), MAX_OF_CLAIM):
            by_sort.setdefault(sort, {}).setdefault(statement.document.id, []).append(count)
    for by_document in by_sort.values():
        single = [counts[0] for counts in by_document.values() if len({(c.low, c.high) for c in counts}) == 1]
        for a, b in combinations(single, 2):
            if _are_apart(a, b) and not _are_of_other_days(a.statement, b.statement):
                yield _make_finding(a, b)


def _are_apart(a: _Count, b: _Count) -> bool:
    low, high = sorted((a, b), key=lambda c: (c.low, c.high))
    top = low.high if low.high < inf else low.low
    if not top or high.low / top > FAR_APART:
        return False
    if not low.is_soft and not high.is_soft:
        return low.high < high.low
    return high.low / top >= (APART if low.high < inf else SURE_APART)


def _are_of_other_days(a: Statement, b: Statement) -> bool:
    """Whether both claims have dates, and none in common."""
    ours, theirs = ({str(f.value) for f in s.claim.facts if f.kind is FactKind.DATE} for s in (a, b))
    return bool(ours and theirs) and not ours & theirs


def _make_finding(a: _Count, b: _Count) -> Finding:
    left, right = (make_place(c.statement, c.span, meaning=f"{c.low:g}-{c.high:g}") for c in (a, b))
    return Finding(Kind.QUANTITY, Severity.CONFLICT, left, right, DETECTOR, CONFIDENCE, "the counts do not fit")


def _counts(statement: Statement) -> Iterator[tuple[str, _Count]]:
    for fact in statement.claim.facts:
        sort = _sort_of(statement, fact) if fact.kind is FactKind.QUANTITY else None
        interval = interval_of(fact)
        if sort is not None and interval is not None:
            low, high = _range_of(fact)
            yield sort, _Count(statement, _shown(statement, fact), low, high, fact.comparator is not Comparator.EXACT)
    yield from _small_groups(statement)


def _range_of(fact: Fact) -> tuple[float, float]:
    """What is said: "more than 70,000" is that number or more, "about 60,000" that number."""
    low, high = fact.value if isinstance(fact.value, tuple) else (float(fact.value), float(fact.value))
    if fact.comparator in (Comparator.MORE, Comparator.AT_LEAST):
        return low, inf
    return (0.0, high) if fact.comparator in (Comparator.LESS, Comparator.AT_MOST) else (low, high)


def _sort_of(statement: Statement, fact: Fact) -> str | None:
    """What is counted, where a story seldom has two counts of it: a crowd, or how often a thing was done."""
    noun = (fact.counted or "").split()[-1:]
    at = statement.inside(fact.span)
    if not noun or not at or "handful" in fact.text:
        return None
    if noun[0] == "times":
        return _act_in(statement, _before(at, REACH))
    term = next(iter(read_terms(noun[0]).sequence), noun[0])
    around = statement.terms.unique
    for sort, (nouns, verbs) in _crowds().items():
        if term in nouns and (not verbs or verbs & around):
            return sort
    done = _act_in(statement, _before(at, OBJECT_REACH))
    return _acts().get(term) or (f"{done} {term}" if done in _contacts() else None)


def _act_in(statement: Statement, words: range) -> str | None:
    """The last act among the words."""
    found = (_acts().get(statement.words[i].term or "") for i in reversed(words))
    return next((act for act in found if act), None)


def _before(at: range, reach: int) -> range:
    return range(max(at.start - reach, 0), at.start)


def _shown(statement: Statement, fact: Fact) -> Span:
    """The number with the noun behind it."""
    at = statement.inside(fact.span)
    return statement.span(at.start, min(at.stop + 1, len(statement.words))) if at else fact.span


def _small_groups(statement: Statement) -> Iterator[tuple[str, _Count]]:
    """ "a small group of protesters", "a handful of demonstrators"."""
    words = statement.words
    for i, word in enumerate(words[:-2]):
        is_small = word.plain == "handful" or (
            word.plain in ("group", "crowd") and i > 0 and words[i - 1].plain == "small"
        )
        if not is_small or words[i + 1].plain != "of":
            continue
        sort = next((s for s, (nouns, _) in _crowds().items() if words[i + 2].term in nouns), None)
        if sort is not None:
            start = i - 1 if word.plain != "handful" else i
            yield sort, _Count(statement, statement.span(start, i + 3), *A_FEW, True)


@cache
def _crowds() -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    table = load_table("annotator.disagree", "data/headcounts.toml")["crowd"]
    return {row["nouns"].split()[0]: (_terms(row["nouns"]), _terms(row["verbs"])) for row in table}


@cache
def _acts() -> Mapping[str, str]:
    """By term of a verb or noun, the act that is counted."""
    lines = load_table("annotator.disagree", "data/headcounts.toml")["acts"]
    return {term: line.split()[0] for line in lines for term in _terms(line)}


@cache
def _contacts() -> frozenset[str]:
    """The acts that are done to people one by one, so that the people can be counted as well."""
    return frozenset(load_table("annotator.disagree", "data/headcounts.toml")["contacts"].split())


def _terms(words: str) -> frozenset[str]:
    return frozenset(t for word in words.split() for t in read_terms(word).sequence)
