"""Do two documents call one thing by words of one category that exclude each other: "fraud" here, "conspiracy" there?

The words stand in `data/kinds.toml`. Two words are said of one thing where the words around them are alike; the less
alike they are, the surer it must be that neither document knows the other's word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.disagree.findings import Finding, make_place
from annotator.disagree.lexicon import word_class
from annotator.disagree.occasions import ONE_NEWS_DAY, days_between
from annotator.disagree.persons import Name, are_one_person, name_before, name_beside
from annotator.disagree.slots import context_of, similarity
from annotator.disagree.statements import Statement
from annotator.disagree.story import Pair, Story
from annotator.disagree.vocabulary import Category, Entry, read_vocabulary
from annotator.model import DisagreementKind as Kind
from annotator.model import Severity

DETECTOR = "kinds@1"
MIN_CERTAINTY, MIN_CONTAINED = 0.2, 0.6
MIN_SLOT = 0.25
MIN_FACT, MIN_FACT_SLOT = 0.7, 0.15  # certainty of one fact from which less need be alike around the words
KNOWN = ((0.9, 0.3), (0.5, 0.5))  # certainty and likeness that will do where a document has both words
DOING_REACH, BEING_REACH = 8, 6  # words between a name and what its bearer does, or is
MIN_RAISED = 0.75  # of 0.3 to 0.9; below it, on stories nobody had read, none of nine was right
NEGATED = 2  # words before a word in which it may be denied
MIN_LONE_SLOT, MIN_LONE_STRENGTH = 0.05, 0.1  # for that, where each document has one word for it
MIN_SINGLE_SLOT, MIN_SINGLE_STRENGTH = 0.2, 0.2  # for what a story has one of


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a category in a claim."""

    words: range
    category: Category
    meaning: str
    """Empty for words that may mean any of the category."""


def detect_kinds(story: Story) -> Iterator[Finding]:
    """Words of one category and two meanings in one slot."""
    marks = [marks_of(s) for s in story.statements]
    known = _known(story, marks)
    for pair in story.pairs:
        for a in marks[pair.left.index]:
            for b in marks[pair.right.index]:
                if a.category is not b.category or a.meaning == b.meaning or not _is_told(a, b):
                    continue
                here = {m.meaning for m in marks[pair.left.index] if m.category is a.category}
                there = {m.meaning for m in marks[pair.right.index] if m.category is a.category}
                if here & there - {""} or a.meaning in there or b.meaning in here:
                    continue
                yield from _compare(story, pair, a, b, _distinctness(known, pair, a, b))


def _is_told(a: Mark, b: Mark) -> bool:
    return bool(a.meaning and b.meaning) or a.category.tells


def _known(story: Story, marks: Sequence[Sequence[Mark]]) -> Mapping[tuple[str, str], frozenset[str]]:
    """The meanings of each category that a document uses."""
    made: dict[tuple[str, str], set[str]] = {}
    for statement, found in zip(story.statements, marks, strict=True):
        for mark in found:
            made.setdefault((statement.document.id, mark.category.name), set()).add(mark.meaning)
    return {key: frozenset(value) for key, value in made.items()}


def _distinctness(known: Mapping[tuple[str, str], frozenset[str]], pair: Pair, a: Mark, b: Mark) -> int:
    """How far two documents are apart: 0 where one uses the other's word, 2 where each has but its own."""
    name = a.category.name
    ours, theirs = known[pair.left.document.id, name] - {""}, known[pair.right.document.id, name] - {""}
    if a.meaning in theirs or b.meaning in ours:
        return 0
    return 2 if a.category.is_single and len(ours) == 1 == len(theirs) else 1


def _compare(story: Story, pair: Pair, a: Mark, b: Mark, apart: int) -> Iterator[Finding]:
    left, right = pair.left.span(a.words.start, a.words.stop), pair.right.span(b.words.start, b.words.stop)
    slot = similarity(context_of(story, pair.left, left), context_of(story, pair.right, right))
    is_ones = bool(a.category.of) and _is_ones(story, pair, a, b)
    if not is_ones and (_are_others(story, pair, a, b) or not _is_one_slot(pair, slot, a.category, apart)):
        return
    sureness = 0.3 + 0.3 * pair.certainty + 0.3 * slot
    yield Finding(
        a.category.shows,
        _severity(pair, a, b) if sureness >= MIN_RAISED else Severity.IMPRECISION,
        make_place(pair.left, left, meaning=a.meaning or "general"),
        make_place(pair.right, right, meaning=b.meaning or "general"),
        DETECTOR,
        sureness,
        "different names for what seems to be one"
        if a.category.shows is Kind.NAMING
        else "the one seems to exclude the other",
    )


def _severity(pair: Pair, a: Mark, b: Mark) -> Severity:
    """A tension, but where a word is general or only a view, or where things may have moved on in between."""
    is_told = a.meaning and b.meaning and not a.category.is_view
    has_moved = a.category.shows is Kind.TENSE_MODALITY and abs(days_between(pair.left, pair.right)) > ONE_NEWS_DAY
    return Severity.TENSION if is_told and not has_moved else Severity.IMPRECISION


def _is_ones(story: Story, pair: Pair, a: Mark, b: Mark) -> bool:
    """Whether both words are said of one person, of whom neither document says the other's too."""
    ours, theirs = bearer_of(story, pair.left, a), bearer_of(story, pair.right, b)
    if not are_one_person(story, ours, theirs):
        return False
    return not _says(story, pair.left, ours, b) and not _says(story, pair.right, theirs, a)


def _are_others(story: Story, pair: Pair, a: Mark, b: Mark) -> bool:
    """Whether the words are said of two people with names."""
    if not a.category.of:
        return False
    ours, theirs = bearer_of(story, pair.left, a), bearer_of(story, pair.right, b)
    return bool(ours and theirs) and ours[-1] != theirs[-1]


def _says(story: Story, statement: Statement, bearer: Name, mark: Mark) -> bool:
    """Whether the statement's document says of the person what the mark of another document says."""
    said = story.once(("said of people",), lambda: _said_of_people(story))
    return any(
        category == mark.category.name and meaning == mark.meaning and are_one_person(story, name, bearer)
        for category, meaning, name in said.get(statement.document.id, ())
    )


def _said_of_people(story: Story) -> Mapping[str, frozenset[tuple[str, str, Name]]]:
    """By document, category and meaning of what it says of whom."""
    made: dict[str, set[tuple[str, str, Name]]] = {}
    for statement in story.statements:
        for mark in marks_of(statement):
            if mark.category.of:
                said = mark.category.name, mark.meaning, bearer_of(story, statement, mark)
                made.setdefault(statement.document.id, set()).add(said)
    return {key: frozenset(value) for key, value in made.items()}


def bearer_of(story: Story, statement: Statement, mark: Mark) -> Name:
    if mark.category.of == "doing":
        return name_before(story, statement, mark.words, reach=DOING_REACH)
    return name_beside(story, statement, mark.words, reach=BEING_REACH)


def _is_one_slot(pair: Pair, slot: float, category: Category, apart: int) -> bool:
    if category.of:
        return category.of == "doing" and pair.certainty >= MIN_FACT and slot >= MIN_SLOT
    if not apart:
        return any(pair.certainty >= certain and slot >= alike for certain, alike in KNOWN)
    if apart > 1 and slot >= MIN_LONE_SLOT and pair.strength >= MIN_LONE_STRENGTH:
        return True
    if category.is_single and slot >= MIN_SINGLE_SLOT and pair.strength >= MIN_SINGLE_STRENGTH:
        return True
    if pair.certainty >= MIN_FACT:
        return slot >= MIN_FACT_SLOT
    return slot >= MIN_SLOT and (pair.certainty >= MIN_CERTAINTY or pair.contained >= MIN_CONTAINED)


def marks_of(statement: Statement) -> tuple[Mark, ...]:
    """The words of a category in a claim, those with a special meaning with the general ones beside them."""
    found = list(_read_marks(statement))
    general = {(i, m.category.name) for m in found if not m.meaning for i in m.words}
    return tuple(_widen(m, general) if m.meaning else m for m in found)


def _widen(mark: Mark, general: set[tuple[int, str]]) -> Mark:
    """ "one felony fraud count": the general words around the special one."""
    start, stop = mark.words.start, mark.words.stop
    while (start - 1, mark.category.name) in general:
        start -= 1
    while (stop, mark.category.name) in general:
        stop += 1
    return replace(mark, words=range(start, stop))


def _read_marks(statement: Statement) -> Iterator[Mark]:
    words, vocabulary = statement.words, read_vocabulary()
    i = 0
    while i < len(words):
        entries = _longest(statement, i, vocabulary.get(_plain(words[i].plain), ()))
        if not entries:
            i += 1
            continue
        after = i + len(entries[0].words)
        if not _is_part_of_name(statement, range(i, after)) and not _is_denied(statement, i):
            for entry in entries:
                yield Mark(range(i, after), entry.category, entry.meaning)
        i = after


def _is_denied(statement: Statement, i: int) -> bool:
    """Whether "not" or the like stands shortly before the words."""
    return any(w.plain in word_class("negative") for w in statement.words[max(i - NEGATED, 0) : i])


def _is_part_of_name(statement: Statement, words: range) -> bool:
    """ "Bill LaPlante", "Election Commission": one word with a capital next to another one."""
    i = words.start
    if len(words) > 1 or statement.is_title_case or not statement.words[i].is_capital:
        return False
    near = [k for k in (i - 1, i + 1) if 0 <= k < len(statement.words)]
    return any(statement.words[k].is_capital and statement.words[k].term is not None for k in near)


def _longest(statement: Statement, i: int, entries: Sequence[Entry]) -> list[Entry]:
    """The entries that the words from word i on are, the longest ones."""
    words = statement.words
    fit = [
        e
        for e in entries
        if i + len(e.words) <= len(words) and all(_plain(words[i + k].plain) == w for k, w in enumerate(e.words))
    ]
    size = max((len(e.words) for e in fit), default=0)
    return [e for e in fit if len(e.words) == size]


def _plain(word: str) -> str:
    return word.removesuffix("'s").removesuffix("'") or word
