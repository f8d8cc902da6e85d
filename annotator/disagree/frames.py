"""What a value is the value of: the noun it belongs to, the step of a bargain it stands at, the whole it is a part of.

Two sentences may share hardly a word and still give one slot: "set bail at $2,000", "released on a $5,000 bond".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from annotator.align import is_weak
from annotator.disagree.clauses import Clause
from annotator.disagree.lexicon import word_class
from annotator.disagree.statements import Statement
from annotator.disagree.story import Story
from annotator.model import Fact, FactKind
from annotator.text import load_table

MAX_PEGS = 5  # words between a noun and its amount
STEP_BEFORE, STEP_BEHIND = 10, 5  # words on either side in which a word tells the step
TIME_BEFORE, TIME_BEHIND = 10, 4  # words on either side of a time in which a word tells what took it
OWNER_REACH = 5  # words behind an age in which the name stands
CHANGE_REACH = 7  # words before a value in which a word of change may stand
END_REACH = 3  # words before a value in which "to", "from" or "by" may stand
WHOLE_REACH = 3  # words from a part to its whole
_AMOUNTS = frozenset({FactKind.MONEY, FactKind.PERCENT})
_AGE_VERBS = frozenset({"is", "was", "turns", "turned", "aged", "age"})
_CUTS = frozenset({"and", "or", "but", "with", "plus"})


@dataclass(frozen=True, slots=True)
class Frame:
    """What is known of the slot that a value fills; what is not known is left empty."""

    roles: frozenset[str]
    """Terms of the nouns and verbs that the value belongs to."""
    step: str | None
    whole: float | None
    """The number of which it is told to be a part: 11 for the 4 of "four of the eleven lines"."""
    verb: str | None
    """The term of the verb whose object or circumstance it is."""
    end: str | None = None
    """On which side of a change it stands: "from", "to" or "by" (how much)."""


def read_frame(statement: Statement, clauses: tuple[Clause, ...], fact: Fact) -> Frame:
    """The frame of a fact of the statement."""
    inside = statement.inside(fact.span)
    verb = _verb_at(clauses, inside)
    return Frame(
        _roles(statement, inside, fact, verb),
        _step(statement, inside),
        _whole(statement, fact),
        verb,
        _end(statement, inside),
    )


def frame_of(story: Story, statement: Statement, fact: Fact) -> Frame:
    """The frame of a fact, read once."""
    clauses = story.clauses[statement.index]
    return story.once(("frame", statement.index, fact), lambda: read_frame(statement, clauses, fact))


def are_other_slots(a: Frame, b: Frame) -> bool:
    """Whether the frames tell that the values are of two slots."""
    if a.step is not None and b.step is not None and a.step != b.step:
        return True
    if a.end is not None and b.end is not None and a.end != b.end:
        return True
    ours, theirs = a.roles & _named_roles(), b.roles & _named_roles()
    return bool(ours and theirs and not ours & theirs)


def are_of_one_whole(a: Frame, b: Frame) -> bool:
    """Whether both are parts of a whole of one size."""
    return a.whole is not None and a.whole == b.whole


def _verb_at(clauses: tuple[Clause, ...], inside: range) -> str | None:
    for clause in clauses:
        if clause.rest and clause.rest.start <= inside.start < clause.rest.stop:
            return clause.verb
    return None


def _roles(statement: Statement, inside: range, fact: Fact, verb: str | None) -> frozenset[str]:
    if fact.counted == "age":
        return _owner(statement, inside)
    found = {_role_before(statement, inside.start)}
    if fact.kind in _AMOUNTS:
        found |= set(_roles_behind(statement, inside.stop))
    if fact.kind is FactKind.DURATION:
        found |= _time_roles(statement, inside)
    if fact.kind is FactKind.DATE and verb and verb not in word_class("light") | word_class("reporting"):
        found.add(_name(verb))
    return frozenset(role for role in found if role and not is_weak(role) and not role[0].isdigit())


def _time_roles(statement: Statement, inside: range) -> set[str]:
    """What a time is the length of, by the nearest word before it that tells, else by one behind it."""
    words = [w.plain for w in statement.words]
    before = words[max(inside.start - TIME_BEFORE, 0) : inside.start][::-1]
    behind = words[inside.stop : inside.stop + TIME_BEHIND]
    told = next((_role_names("times")[w] for w in (*behind[:2], *before, *behind) if w in _role_names("times")), None)
    return {told} if told else set()


def _owner(statement: Statement, inside: range) -> frozenset[str]:
    """Whose age it is: "Ada Voll, 61,", "the 61-year-old Voll"."""
    words, before = statement.words, inside.start - 1
    before -= before > 0 and words[before].plain in _AGE_VERBS
    if before >= 0 and words[before].is_capital and words[before].term:
        return frozenset({words[before].term or ""})
    names = [i for i in range(inside.stop, min(inside.stop + OWNER_REACH, len(words))) if words[i].is_capital]
    last = next((i for i in names if i + 1 not in names), None)
    return frozenset({words[last].term or ""} - {""}) if last is not None else frozenset()


def _role_before(statement: Statement, first: int) -> str | None:
    """The noun that the words before a value peg it to."""
    words, i = statement.words, first - 1
    floor = max(first - 1 - MAX_PEGS, 0)
    while i > floor and (words[i].plain in _pegs() or words[i].plain in ("a", "the", "on", "for", "in")):
        i -= 1
    if i < 0 or words[i].term is None:
        return None
    if i == first - 1:  # "cost $40", but not "gave $40"
        return _role_names().get(words[i].plain)
    return _name(words[i].term or "", words[i].plain)


def _roles_behind(statement: Statement, after: int) -> list[str]:
    """The nouns right behind an amount: "a $41,000 price tag"."""
    made = []
    for i in range(after, min(after + 2, len(statement.words))):
        word = statement.words[i]
        gap = statement.claim.text[statement.words[i - 1].end : word.start]
        if word.term is None or gap not in (" ", "-") or word.plain.endswith("ed"):
            break
        made.append(_name(word.term, word.plain))
    return made


def _step(statement: Statement, inside: range) -> str | None:
    words = statement.words
    before = range(inside.start - 1, max(inside.start - 1 - STEP_BEFORE, -1), -1)
    behind = range(inside.stop, min(inside.stop + STEP_BEHIND, len(words)))
    behind = range(behind.start, next((i for i in behind if words[i].plain[0].isdigit()), behind.stop))
    way = (*inside, *before, *behind)
    return next((_steps()[words[i].plain] for i in way if words[i].plain in _steps()), None)


def _end(statement: Statement, inside: range) -> str | None:
    """The word before a value that tells on which side of a change it stands."""
    words, last = statement.words, inside.start - 1
    before = [words[i].plain for i in range(last, max(last - CHANGE_REACH, -1), -1)]
    at = next((i for i, word in enumerate(before[:END_REACH]) if word in _change_words("ends")), None)
    if at is not None and not _change_words("words").isdisjoint(before[at:]):
        return before[at]
    if at is not None and before[at] == "from":  # "from four members, it has grown to eleven"
        behind = [w.plain for w in words[inside.stop : inside.stop + CHANGE_REACH + END_REACH]]
        return None if _change_words("words").isdisjoint(behind) or "to" not in behind else "from"
    return "by" if before and before[0] in _change_words("words") else None


def _whole(statement: Statement, fact: Fact) -> float | None:
    if fact.kind is not FactKind.QUANTITY:
        return None
    after = statement.inside(fact.span).stop
    for other in statement.claim.facts:
        if other.kind is FactKind.QUANTITY and isinstance(other.value, float) and other.span.start >= fact.span.end:
            between = statement.words[after : statement.inside(other.span).start]
            plain = [w.plain for w in between]
            if "of" in plain[:2] and len(plain) <= WHOLE_REACH and plain[-1] not in _CUTS:
                return other.value
    return None


def _name(term: str, plain: str = "") -> str:
    return _role_names().get(plain) or term


@cache
def _role_names(table: str = "roles") -> dict[str, str]:
    made: dict[str, str] = {}
    for line in load_table("annotator.disagree", "data/roles.toml")[table]:
        members = line.split()
        for word in members:
            made.setdefault(word, members[0])
    return made


@cache
def _named_roles() -> frozenset[str]:
    return frozenset((*_role_names().values(), *_role_names("times").values()))


@cache
def _change_words(name: str) -> frozenset[str]:
    return frozenset(load_table("annotator.disagree", "data/roles.toml")["changes"][name].split())


@cache
def _pegs() -> frozenset[str]:
    return frozenset(load_table("annotator.disagree", "data/roles.toml")["pegs"].split())


@cache
def _steps() -> dict[str, str]:
    table = load_table("annotator.disagree", "data/roles.toml")["steps"]
    return {word: step for step, words in table.items() for word in words.split()}


@cache
def lasting_verbs() -> frozenset[str]:
    """Words that say that time was taken over something: "took", "spent"."""
    return frozenset(load_table("annotator.disagree", "data/roles.toml")["lasting"]["verbs"].split())
