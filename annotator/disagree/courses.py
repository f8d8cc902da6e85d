"""How far has one course of public life got: is a lawsuit threatened here, and filed there?

The noun or verb of the course is the anchor (`data/courses.toml`); the words in its part of the sentence tell how far
it has got, the most hesitant of them counting. Documents differ where neither knows the other's stage.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from itertools import combinations, islice

from annotator.align import is_weak
from annotator.disagree.clauses import Clause, Stage
from annotator.disagree.findings import Finding, make_place
from annotator.disagree.lexicon import word_class
from annotator.disagree.matching import overlap
from annotator.disagree.occasions import ONE_NEWS_DAY, days_between
from annotator.disagree.statements import Statement
from annotator.disagree.story import Story
from annotator.disagree.vocabulary import forms_of
from annotator.model import DisagreementKind as Kind
from annotator.model import Severity
from annotator.text import load_table

DETECTOR = "courses@1"
REACH = 7  # words on either side of the course that may tell how far it is
MIN_SHARED = 0.15  # share by weight of the poorer claim's terms that a claim on the same course must have
MAX_OF_CLAIM = 12  # of a claim that are read; more is no prose
MIN_TERMS = 6  # of a claim that tells what it is about
APART = 10  # steps between grades from which readers get two pictures
MAX_SHOWN = 9  # words of a side
_UNDECIDED = frozenset({"whether", "undecided"})
_BREAKS = frozenset(',;:—–"“”?!()')
_STAGES = {
    Stage.DONE: "done",
    Stage.GOING_ON: "done",
    Stage.COMING: "meant",
    Stage.MEANT: "meant",
    Stage.POSSIBLE: "undecided",
}


class Grade(IntEnum):
    """How far a course has got."""

    DENIED = 0
    UNDECIDED = 15
    ASKED = 22
    MEANT = 30
    ORDERED = 32
    DONE = 40


@dataclass(frozen=True, slots=True)
class _Mention:
    statement: Statement
    course: str
    words: range
    grade: Grade
    about: frozenset[str]
    """Terms of the claim without the course itself."""
    is_open: bool
    """Whether it says in so many words that nothing is decided."""


def detect_courses(story: Story) -> Iterator[Finding]:
    """One finding for each course and pair of documents whose stages of it have none in common."""
    by_course: dict[str, dict[str, list[_Mention]]] = {}
    for statement in story.statements:
        for mention in islice(_mentions(story, statement), MAX_OF_CLAIM):
            by_document = by_course.setdefault(mention.course, {})
            by_document.setdefault(statement.document.id, []).append(mention)
    for by_document in by_course.values():
        for left, right in combinations(by_document.values(), 2):
            yield from _compare(story, left, right)


def _compare(story: Story, left: Sequence[_Mention], right: Sequence[_Mention]) -> Iterator[Finding]:
    both = {m.grade for m in left} & {m.grade for m in right}
    if both:
        return
    pairs = [(overlap(story, a.about, b.about), a, b) for a in left for b in right]
    fit = [p for p in pairs if p[0] >= MIN_SHARED and _severity(p[1], p[2])]
    if not fit:
        return
    shared, a, b = max(fit, key=lambda p: p[0])
    severity = _severity(a, b)
    if severity is not None:
        yield _make_finding(a, b, severity, shared)


def _severity(a: _Mention, b: _Mention) -> Severity | None:
    """None for shades; what a later paper has further may have come since, and what was meant in a day."""
    early, late = (a, b) if a.grade < b.grade else (b, a)
    days = days_between(early.statement, late.statement)
    if days > ONE_NEWS_DAY:
        return None
    if early.grade is Grade.DENIED:
        return Severity.CONFLICT if late.grade >= Grade.MEANT else None
    if early.is_open and late.grade >= Grade.MEANT:
        return Severity.CONFLICT
    if late.grade is Grade.DONE and early.grade is Grade.MEANT and (days > 0 or early.course in _announced()):
        return None
    return Severity.TENSION if late.grade - early.grade >= APART else None


def _make_finding(a: _Mention, b: _Mention, severity: Severity, shared: float) -> Finding:
    left, right = (
        make_place(m.statement, m.statement.span(m.words.start, m.words.stop), meaning=m.grade.name) for m in (a, b)
    )
    names = [m.grade.name.lower() for m in (a, b)]
    kind = Kind.NEGATION if Grade.DENIED in (a.grade, b.grade) else Kind.TENSE_MODALITY
    return Finding(
        kind, severity, left, right, DETECTOR, 0.4 + 0.3 * shared, f"{names[0]} in one text, {names[1]} in the other"
    )


def _mentions(story: Story, statement: Statement) -> Iterator[_Mention]:
    i, words = 0, statement.words
    while i < len(words):
        found = _course_at(statement, i)
        if found is None:
            i += 1
            continue
        course, size, is_verb = found
        graded = _grade(story, statement, range(i, i + size), is_verb=is_verb)
        if graded is not None:
            own = {words[k].term for k in range(graded[1].start, graded[1].stop)}
            about = frozenset(t for t in _told_here(story, statement) - own if not is_weak(t))
            before = (statement.words[k].plain for k in _part_before(statement, i))
            is_open = not _UNDECIDED.isdisjoint(before)
            yield _Mention(statement, course, graded[1], graded[0], about, is_open)
        i += size


def _told_here(story: Story, statement: Statement) -> frozenset[str]:
    """The terms of a claim, a short one's with those of the claim before."""
    unique = statement.terms.unique
    if len(unique) >= MIN_TERMS or statement.index == 0:
        return unique
    before = story.statements[statement.index - 1]
    return unique | before.terms.unique if before.document is statement.document else unique


def _course_at(statement: Statement, i: int) -> tuple[str, int, bool] | None:
    """The course that the words from word i on name, how many do, and whether they are its verb."""
    words, best = statement.words, None
    if _addresses(statement, i):
        return None
    for form, course, is_verb in _courses().get(words[i].plain, ()):
        size = len(form)
        fits = i + size <= len(words) and all(words[i + k].plain == form[k] for k in range(1, size))
        if fits and (best is None or size > best[1]):
            best = course, size, is_verb
    return best


def _addresses(statement: Statement, i: int) -> bool:
    """ "will appeal to the voters": a verb for a request."""
    near = [w.plain for w in statement.words[max(i - 1, 0) : i + 2]]
    return near[-1] == "to" and statement.words[i].plain.startswith("appeal") and near[0] not in word_class("articles")


def _grade(story: Story, statement: Statement, at: range, *, is_verb: bool) -> tuple[Grade, range] | None:
    """How far the course at these words has got, and the words that tell; None where none does."""
    told = [*_cues(statement, _part_before(statement, at.start)), *_cues(statement, _part_behind(statement, at.stop))]
    if is_verb:
        clause = next((c for c in story.clauses[statement.index] if at.start <= c.group.stop - 1 < at.stop), None)
        if clause is not None:
            told.append((_own_grade(clause), clause.group.start))
    grade = _least({g for g, _ in told}, is_open=_is_open(statement, at))
    if grade is None:
        return None
    near = [i for g, i in told if g is grade]
    start, stop = min((*near, at.start)), max((*(i + 1 for i in near), at.stop))
    return grade, range(start, min(stop, start + MAX_SHOWN))


def _least(grades: set[Grade], *, is_open: bool) -> Grade | None:
    """The most hesitant grade; "has not decided whether" is undecided, "did not ask for" tells nothing."""
    if is_open and grades:
        return Grade.UNDECIDED
    if Grade.DENIED in grades and grades & {Grade.ASKED, Grade.UNDECIDED}:
        return None
    return min(grades, default=None)


def _is_open(statement: Statement, at: range) -> bool:
    before = [statement.words[i].plain for i in _part_before(statement, at.start)]
    is_left = "rule" in before or "ruled" in before
    return bool(_UNDECIDED & set(before)) or (is_left and bool(word_class("negative") & set(before)))


def _own_grade(clause: Clause) -> Grade:
    return Grade.DENIED if clause.is_negated else Grade[_STAGES[clause.stage].upper()]


def _cues(statement: Statement, words: range) -> Iterator[tuple[Grade, int]]:
    for i in words:
        if _is_noun(statement, i):
            continue
        for form, grade in _grades().get(statement.words[i].plain, ()):
            if i + len(form) <= len(statement.words) and all(
                statement.words[i + k].plain == form[k] for k in range(1, len(form))
            ):
                yield grade, i


def _is_noun(statement: Statement, i: int) -> bool:
    """ "the plans", "the board's order", "in May"."""
    word, before = statement.words[i], statement.words[max(i - 1, 0)].plain
    if word.plain == "may" and word.is_capital:
        return True
    return i > 0 and word.plain.endswith(("s", "er")) and (before in word_class("articles") or before.endswith("'s"))


def _part_before(statement: Statement, stop: int) -> range:
    start = stop
    while start > 0 and stop - start < REACH and not (start < len(statement.words) and _is_broken(statement, start)):
        if statement.words[start - 1].plain in _closing():
            break
        start -= 1
    return range(start, stop)


def _part_behind(statement: Statement, start: int) -> range:
    stop = start
    while stop < len(statement.words) and stop - start < REACH:
        if _is_broken(statement, stop) or statement.words[stop].plain in _closing():
            break
        stop += 1
    return range(start, stop)


def _is_broken(statement: Statement, i: int) -> bool:
    gap = statement.claim.text[statement.words[i - 1].end : statement.words[i].start]
    return not _BREAKS.isdisjoint(gap)


@cache
def _courses() -> Mapping[str, tuple[tuple[tuple[str, ...], str, bool], ...]]:
    made: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    for row in load_table("annotator.disagree", "data/courses.toml")["course"]:
        name = row["nouns"].split()[0].lstrip("=")
        for is_verb in (False, True):
            for phrase in row["verbs" if is_verb else "nouns"].split():
                for form in forms_of(phrase):
                    made.setdefault(form[0], []).append((form, name, is_verb))
    return {word: tuple(entries) for word, entries in made.items()}


@cache
def _announced() -> frozenset[str]:
    """Courses that are as good as done once somebody has said so."""
    rows = load_table("annotator.disagree", "data/courses.toml")["course"]
    return frozenset(row["nouns"].split()[0].lstrip("=") for row in rows if row.get("announced"))


@cache
def _grades() -> Mapping[str, tuple[tuple[tuple[str, ...], Grade], ...]]:
    table = load_table("annotator.disagree", "data/courses.toml")["grades"]
    made: dict[str, list[tuple[tuple[str, ...], Grade]]] = {}
    for grade in Grade:
        for phrase in table[grade.name.lower()].split():
            form = tuple(phrase.split("_"))
            made.setdefault(form[0], []).append((form, grade))
    return {word: tuple(entries) for word, entries in made.items()}


@cache
def _closing() -> frozenset[str]:
    return frozenset(load_table("annotator.disagree", "data/courses.toml")["grades"]["closing"].split())
