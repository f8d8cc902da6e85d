"""How far has someone gone towards one deed: considered here, threatened or planned there, begun elsewhere?

Only words that stand beside the deed tell ("is weighing an appeal", "ending the contract is on the table"). What a much
later document tells may have come since, and is no difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from annotator.align import is_weak, read_terms
from annotator.disagree.findings import Finding, make_place
from annotator.disagree.lexicon import turns, word_class
from annotator.disagree.matching import overlap
from annotator.disagree.occasions import ONE_NEWS_DAY, days_between
from annotator.disagree.statements import Statement
from annotator.disagree.story import Pair, Story
from annotator.disagree.vocabulary import forms_of
from annotator.model import DisagreementKind as Kind
from annotator.model import Severity
from annotator.text import load_table

DETECTOR = "commitment@1"
MIN_STRENGTH = 0.15
MIN_LIKENESS = 0.5  # share of the poorer deed's words that the other one has too
MIN_RAISED = 0.7  # of 0.3 to 0.9; what is less sure is listed only
MIN_CERTAINTY = 0.5  # of one fact, from which shades are worth a line in the list
REACH = 6  # words between which and the telling word the deed stands
NEGATED = 3  # words before the telling word in which it may be denied
RULED_OUT, NOT_EXPECTED, OPEN, MEANT, BEGUN = 0, 0.5, 1, 3, 4
_CONTRACTED = {"ll": "will", "d": "would"}
_BREAKS = frozenset(',;:—–()"“”?!')


@dataclass(frozen=True, slots=True)
class _Step:
    grade: float
    name: str
    is_behind: bool
    is_denied: bool = False
    """Whether it is what is not going to be."""


@dataclass(frozen=True, slots=True)
class _Stand:
    """How far a claim says that someone has gone towards a deed."""

    words: range
    step: _Step
    deed: frozenset[str]
    """Terms of the deed and of what it is done to."""
    head: frozenset[str]
    """Terms of the words nearest to the telling ones."""
    about: frozenset[str]
    """Terms of what stands before the telling words."""


def detect_commitments(story: Story) -> Iterator[Finding]:
    """Deeds with much the same words at two steps of commitment."""
    stands = [tuple(_stands_of(s)) for s in story.statements]
    for pair in story.pairs:
        if pair.strength < MIN_STRENGTH:
            continue
        for a in stands[pair.left.index]:
            for b in stands[pair.right.index]:
                if a.step.grade != b.step.grade:
                    yield from _compare(story, pair, a, b)


def _compare(story: Story, pair: Pair, a: _Stand, b: _Stand) -> Iterator[Finding]:
    likeness = max(overlap(story, a.deed, b.deed), overlap(story, a.deed | a.about, b.deed | b.about))
    if likeness < MIN_LIKENESS or not _is_one_deed(a, b):
        return
    is_raised = _are_far_apart(a.step, b.step)
    if not is_raised and (pair.certainty < MIN_CERTAINTY or a.step.is_denied or b.step.is_denied):
        return
    sureness = 0.3 + 0.3 * pair.certainty + 0.3 * likeness
    is_raised = is_raised and sureness >= MIN_RAISED and not _has_moved_on(pair, a, b)
    yield Finding(
        Kind.TENSE_MODALITY,
        Severity.TENSION if is_raised else Severity.IMPRECISION,
        make_place(pair.left, pair.left.span(a.words.start, a.words.stop), meaning=a.step.name),
        make_place(pair.right, pair.right.span(b.words.start, b.words.stop), meaning=b.step.name),
        DETECTOR,
        sureness,
        f"{a.step.name} in one text, {b.step.name} in the other",
    )


def _are_far_apart(a: _Step, b: _Step) -> bool:
    """Whether readers get two pictures: open and meant, open and ruled out, not expected and ruled out."""
    low, high = sorted((a.grade, b.grade))
    if a.is_denied and b.is_denied:
        return low < high
    if a.is_denied or b.is_denied:
        return low == RULED_OUT and high == OPEN
    return low <= OPEN and high >= MEANT


def _is_one_deed(a: _Stand, b: _Stand) -> bool:
    """Whether the deed itself is shared, and more than it where more is said of it."""
    shared = a.deed & b.deed
    if not (shared & a.head and shared & b.head):
        return False
    around = (a.deed | a.about) & (b.deed | b.about)
    return len(around) > 1 or min(len(a.deed - _carriers()), len(b.deed - _carriers())) == 1


def _has_moved_on(pair: Pair, a: _Stand, b: _Stand) -> bool:
    """Whether the document that has it further is so much later that it may have come to that since."""
    early, late = (pair.left, pair.right) if a.step.grade < b.step.grade else (pair.right, pair.left)
    return days_between(early, late) > ONE_NEWS_DAY


def _stands_of(statement: Statement) -> Iterator[_Stand]:
    words, i = statement.words, 0
    while i < len(words):
        found = _step_at(statement, i)
        if found is None:
            i += 1
            continue
        step, size = found
        at = range(i, i + size)
        around = _before(statement, i) if step.is_behind else _behind(statement, at.stop)
        told = _strong(statement, around)
        about = [] if step.is_behind else _strong(statement, _before(statement, i))
        head = told if step.is_behind else _head(told)
        if not step.is_behind and _only_occurs(statement, at.stop, head):
            head = about
        told_step = _as_told(statement, i, step)
        if told and told_step:
            yield _Stand(at, told_step, frozenset(told), frozenset(head), frozenset(about))
        i = at.stop


def _only_occurs(statement: Statement, i: int, head: list[str]) -> bool:
    """ "(sanctions will) be announced", "(the strike may) go ahead": the deed stands before."""
    if i >= len(statement.words):
        return False
    plain = statement.words[i].plain
    return plain in _occurring() or (plain == "be" and bool(head) and head[0] in _carriers())


@cache
def _occurring() -> frozenset[str]:
    return frozenset(load_table("annotator.disagree", "data/stages.toml")["occurring"].split())


def _head(told: list[str]) -> list[str]:
    """The deed itself: the first term, and what stands behind one that only carries a deed ("issuing a subpoena")."""
    last = next((k for k, term in enumerate(told) if term not in _carriers()), len(told) - 1)
    return told[: last + 1]


@cache
def _carriers() -> frozenset[str]:
    carrying = word_class("support") | word_class("light") | word_class("beginning")
    return frozenset(turns().get(t, t) for word in carrying for t in read_terms(word).sequence) | {"process"}


def _strong(statement: Statement, words: range) -> list[str]:
    """Terms with content; verbs for one step of a course ("resume", "restart") are one."""
    terms = (statement.words[k].term for k in words)
    return [turns().get(t, t) for t in terms if t is not None and (t in turns() or not is_weak(t))]


def _as_told(statement: Statement, i: int, step: _Step) -> _Step | None:
    """The step with what stands before: "did not rule out" is open, "will not" ruled out, "does not plan" neither."""
    if any(statement.words[k].plain == "whether" for k in range(max(i - NEGATED, 0), i)):
        return None
    if not _is_denied(statement, i) or "decided" in statement.words[i].plain:
        return step
    if step.grade == RULED_OUT:
        return replace(step, grade=OPEN, name="open")
    if step.grade == BEGUN or statement.words[i].plain in word_class("possible"):
        return None  # "could not", of what was beyond one's power
    is_firm = step.grade == OPEN or statement.words[i].plain in word_class("coming")
    grade, name = (RULED_OUT, "ruled out") if is_firm else (NOT_EXPECTED, "not expected")
    return replace(step, grade=grade, name=name, is_denied=True)


def _is_denied(statement: Statement, i: int) -> bool:
    words = statement.words
    near = range(max(i - NEGATED, 0), min(i + 2, len(words)))
    return any(
        words[k].plain in word_class("negative") and (k + 1 == len(words) or words[k + 1].plain != "only") for k in near
    )


def _behind(statement: Statement, start: int) -> range:
    words = statement.words
    for k in range(start, min(start + REACH, len(words))):
        if k > start and _is_broken(statement, k):
            return range(start, k)
    return range(start, min(start + REACH, len(words)))


def _before(statement: Statement, stop: int) -> range:
    start = stop
    while start > 0 and stop - start < REACH + 2 and not (start < stop and _is_broken(statement, start)):
        start -= 1
    return range(start, stop)


def _is_broken(statement: Statement, i: int) -> bool:
    gap = statement.claim.text[statement.words[i - 1].end : statement.words[i].start]
    return not _BREAKS.isdisjoint(gap)


def _step_at(statement: Statement, i: int) -> tuple[_Step, int] | None:
    """The step that the words from word i on tell of, and how many words do so."""
    words, best = statement.words, None
    plain = words[i].plain
    if (words[i].is_capital and plain == "may" and i > 0) or (i + 1 < len(words) and words[i + 1].plain == "in"):
        return None  # the month; "weighed in"
    plain = _CONTRACTED.get(plain.rpartition("'")[2], plain) if "'" in plain else plain
    for form, step in _steps().get(plain, ()):
        fits = i + len(form) <= len(words) and all(words[i + k].plain == form[k] for k in range(1, len(form)))
        if fits and (best is None or len(form) > best[1]):
            best = step, len(form)
    return best


@cache
def _steps() -> Mapping[str, tuple[tuple[tuple[str, ...], _Step], ...]]:
    made: dict[str, list[tuple[tuple[str, ...], _Step]]] = {}
    for row in load_table("annotator.disagree", "data/stages.toml")["step"]:
        for is_behind in (False, True):
            step = _Step(row["grade"], row["name"], is_behind)
            for phrase in row["behind" if is_behind else "before"].split():
                for form in forms_of(phrase):
                    made.setdefault(form[0], []).append((form, step))
    return {word: tuple(entries) for word, entries in made.items()}
