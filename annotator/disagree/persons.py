"""Which name do words of a claim stand by, and are two of them one person's?"""

from __future__ import annotations

from annotator.align import is_weak
from annotator.disagree.lexicon import word_class
from annotator.disagree.statements import Statement
from annotator.disagree.story import Story

_CLAUSE = frozenset(';:?!“”"')
_APART = frozenset(',;:—–()"“”')

MIN_SHORT_NAME = 3  # letters
PRONOUN_REACH = 4  # words before a verb in which its pronoun stands

Name = tuple[str, ...]
"""Terms of a name, without titles."""


def name_beside(story: Story, statement: Statement, words: range, *, reach: int) -> Name:
    """The name next to the words on either side, as an apposition has it; empty for none within reach."""
    found = [run for run in names_in(story, statement) if _distance(run, words) <= reach and not _owns(statement, run)]
    best = min(found, key=lambda run: (_distance(run, words), run.start), default=None)
    return _name(statement, best) if best is not None else ()


def name_before(story: Story, statement: Statement, words: range, *, reach: int) -> Name:
    """The nearest name before the words within their sentence part: who does or undergoes what they tell."""
    text = statement.claim.text
    for run in reversed(names_in(story, statement)):
        if run.stop > words.start or words.start - run.stop > reach:
            continue
        between = text[statement.words[run.stop - 1].end : statement.words[words.start].start]
        return () if any(c in _CLAUSE for c in between) else _name(statement, run)
    return _antecedent(story, statement, range(max(words.start - PRONOUN_REACH, 0), words.start))


def _antecedent(story: Story, statement: Statement, words: range) -> Name:
    """Whom "he" or "she" among the words means: the first name of the sentence before, full ones first."""
    is_before = statement.index > 0 and story.statements[statement.index - 1].document is statement.document
    if not is_before or all(statement.words[i].plain not in ("he", "she") for i in words):
        return ()
    before = story.statements[statement.index - 1]
    names = [_name(before, run) for run in names_in(story, before)]
    return next((n for n in names if len(n) > 1), next(iter(names), ()))


def are_one_person(story: Story, a: Name, b: Name) -> bool:
    """Whether two names end alike and no first name differs; a bare last name that two people share is neither's."""
    if not a or not b:
        return False
    if len(a) > 1 and len(b) > 1:
        return a[-1] == b[-1] and any(_are_one_first_name(x, y) for x in a[:-1] for y in b[:-1])
    short, full = sorted((a, b), key=len)
    if short == full or short[0] in full[:-1]:
        return True
    return short[-1] == full[-1] and len(_bearers(story).get(short[-1], ())) <= 1


def _are_one_first_name(a: str, b: str) -> bool:
    """The same, or one cut short: "Thad" and "Thaddeus"."""
    short, full = sorted((a, b), key=len)
    return a == b or (len(short) >= MIN_SHORT_NAME and full.startswith(short))


def _bearers(story: Story) -> dict[str, set[Name]]:
    """By last word of a name, the full names of the story that have it."""
    return story.once(("bearers",), lambda: _read_bearers(story))


def _read_bearers(story: Story) -> dict[str, set[Name]]:
    made: dict[str, set[Name]] = {}
    for statement in story.statements:
        for run in names_in(story, statement):
            name = _name(statement, run)
            if len(name) > 1:
                made.setdefault(name[-1], set()).add(name[-2:])
    return made


def _owns(statement: Statement, run: range) -> bool:
    return statement.words[run.stop - 1].plain.endswith(("'s", "s'"))


def _distance(run: range, words: range) -> int:
    return max(words.start - run.stop, run.start - words.stop, 0)


def _name(statement: Statement, run: range) -> Name:
    return tuple(t for i in run if (t := statement.words[i].term) is not None)


def names_in(story: Story, statement: Statement) -> tuple[range, ...]:
    """The names of a claim: runs of words with a capital that are names somewhere within a sentence."""
    return story.once(("names", statement.index), lambda: _read_runs(story, statement))


def _read_runs(story: Story, statement: Statement) -> tuple[range, ...]:
    words, found, start = statement.words, [], None
    known = story_names(story)
    for i in range(len(words) + 1):
        is_in = i < len(words) and words[i].is_capital and words[i].term in known
        is_broken = i > 0 and i < len(words) and _is_apart(statement, i)
        if start is not None and (not is_in or is_broken):
            found.append(range(start, i))
            start = None
        if is_in and start is None:
            start = i
    return tuple(found)


def _is_apart(statement: Statement, i: int) -> bool:
    gap = statement.claim.text[statement.words[i - 1].end : statement.words[i].start]
    return not _APART.isdisjoint(gap) or statement.words[i - 1].plain.endswith("'s")


def story_names(story: Story) -> frozenset[str]:
    """Terms that have a capital somewhere within a sentence, titles left out."""
    return story.once(("all names",), lambda: _read_names(story))


def _read_names(story: Story) -> frozenset[str]:
    titles = word_class("titles")
    return frozenset(
        w.term
        for s in story.statements
        if not s.is_title_case
        for w in s.words
        if w.is_capital and w.start > 0 and w.term is not None and not is_weak(w.term) and w.plain not in titles
    )
