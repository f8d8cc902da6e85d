"""Reads the clauses of a claim: which verb, who does it to what, and whether it is done, to come, open or denied.

A shallow reading by closed classes and endings; what it cannot place it leaves out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from annotator.align import is_weak
from annotator.disagree.lexicon import word_class
from annotator.disagree.statements import Statement

MAX_SUBJECT = 9  # words
MAX_OBJECT = 14  # words behind the verb that may be its object or circumstances
CACHED_WORDS = 16_384  # distinct words whose class is kept
MAX_GROUP = 7  # words from the first auxiliary to the verb
_PRESENT = frozenset({"is", "are", "am", "'s", "'re", "do", "does"})  # of being and doing; "has" is a perfect
_BOUND_TO = frozenset({"is", "are"})  # before "to VERB"
_NO_DOING = ("wrongdoing", "thing")  # nouns: "denied wrongdoing", "denied everything"
_BREAKS = frozenset(',;:—–()"“”?!')  # no full stop: within a claim it closes an abbreviation


class Stage(StrEnum):
    """How far an event has got in the eyes of the text."""

    DONE = "done"
    GOING_ON = "going on"
    COMING = "still to come"
    MEANT = "planned or undecided"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with what belongs to it; ranges count words of the claim."""

    group: range
    """From the first auxiliary to the verb."""
    verb: str
    """The verb's term."""
    stage: Stage
    is_negated: bool
    is_passive: bool
    subject: range
    """Empty where none was found."""
    agent: range
    """Who does it: the subject, or in the passive what follows "by"; empty where the text does not say."""
    rest: range
    """Words behind the verb up to the next verb or the end."""


def read_clauses(statement: Statement) -> tuple[Clause, ...]:
    """The clauses of a claim in order of their verbs."""
    groups = list(_groups(statement))
    return tuple(_make_clause(statement, groups, k) for k in range(len(groups)))


@dataclass(frozen=True, slots=True)
class _Group:
    words: range
    stage: Stage
    is_negated: bool
    is_passive: bool


def _groups(statement: Statement) -> Iterator[_Group]:
    i, words = 0, statement.words
    while i < len(words):
        group = _read_group(statement, i)
        if group is None:
            i += 1
            continue
        yield group
        i = group.words.stop


def _read_group(statement: Statement, i: int) -> _Group | None:
    plain = statement.words[i].plain
    if plain == "to":
        return _read_infinitive(statement, i)
    if _auxiliary(plain):
        return _read_auxiliaries(statement, i)
    if plain in word_class("denying") or plain in word_class("omitting"):
        group = _read_omission(statement, i)
        if group is not None:
            return group
    if _is_past(plain) and _may_be_finite(statement, i):
        return _Group(range(i, i + 1), Stage.DONE, False, False)
    return None


def _read_omission(statement: Statement, i: int) -> _Group | None:
    """ "denied hiding", "denied having hidden", "failed to warn", "refused to approve": what was not done."""
    behind = [w.plain for w in statement.words[i + 1 : i + 3]]
    if statement.words[i].plain in word_class("omitting"):
        is_verb = behind[:1] == ["to"] and len(behind) > 1 and statement.words[i + 2].term is not None
        return _Group(range(i, i + 3), Stage.DONE, True, False) if is_verb else None
    if behind[:1] == ["having"] and len(behind) > 1 and (_is_past(behind[1]) or behind[1] in word_class("participle")):
        return _Group(range(i, i + 3), Stage.DONE, True, False)
    is_doing = bool(behind) and behind[0].endswith("ing") and not behind[0].endswith(_NO_DOING)
    return _Group(range(i, i + 2), Stage.DONE, True, False) if is_doing else None


@lru_cache(CACHED_WORDS)
def _auxiliary(plain: str) -> str | None:
    """The class of an auxiliary, also where a pronoun has swallowed it ("she'll")."""
    for name in ("coming", "possible", "have", "be", "do"):
        if plain in word_class(name) or (plain.endswith("n't") and _positive(plain) in word_class(name)):
            return name
    pronoun, mark, ending = plain.rpartition("'")
    if mark and pronoun in word_class("contracting"):
        return "coming" if ending == "d" else _auxiliary(mark + ending)
    return None


def _positive(plain: str) -> str:
    return {"won't": "will", "can't": "can"}.get(plain, plain.removesuffix("n't"))


def _read_auxiliaries(statement: Statement, i: int) -> _Group | None:
    words = statement.words
    chain, j = [], i
    negated = i > 0 and words[i - 1].plain == "never" and not _is_broken(statement, i)
    while j < len(words) and j - i < MAX_GROUP and not (j > i and _is_broken(statement, j)):
        plain = words[j].plain
        name = _auxiliary(plain)
        negated = negated or plain in word_class("negative")
        if name:
            chain.append((name, plain))
        elif plain not in word_class("between") and not plain.endswith("ly") and plain not in word_class("negative"):
            break
        j += 1
    if j >= len(words) or not chain or (j > i and _is_broken(statement, j)):
        return None
    return _close_group(statement, range(i, j + 1), chain, negated)


def _close_group(statement: Statement, words: range, chain: list[tuple[str, str]], negated: bool) -> _Group | None:
    verb = statement.words[words.stop - 1].plain
    first, last = chain[0][0], chain[-1]
    if last[0] == "be":
        passive = verb in word_class("participle") or _ends_like_past(verb)
        if not passive and not verb.endswith("ing"):
            return None
    elif last[0] == "have":
        passive = False
        if verb not in word_class("participle") and not _ends_like_past(verb):
            return None
    else:
        passive = False
        if verb in word_class("pronouns") or verb in word_class("determiners"):
            return None
    if first in ("coming", "possible"):
        is_unreal = chain[0][1] not in word_class("surely_coming") and last[0] == "have"  # "would have sold"
        stage = Stage.COMING if first == "coming" and not is_unreal else Stage.POSSIBLE
    elif (last[0] == "be" and not passive) or chain[0][1] in _PRESENT:
        stage = Stage.GOING_ON
    else:
        stage = Stage.DONE
    return _Group(words, stage, negated, passive)


def _read_infinitive(statement: Statement, i: int) -> _Group | None:
    """ "is expected to plead", "whether to suspend": the verb behind "to" where what is before makes it open."""
    words = statement.words
    before = [w.plain for w in words[max(i - 4, 0) : i]]
    if i + 1 >= len(words) or not before:
        return None
    if before[-1] not in word_class("meaning") | _BOUND_TO and "whether" not in before:
        return None
    j = i + 1
    passive = words[j].plain == "be" and j + 1 < len(words)
    j += passive
    if words[j].term is None:
        return None
    negated = any(p in word_class("negative") for p in before)
    signs = word_class("meaning") | _BOUND_TO
    start = next(k for k in range(max(i - 4, 0), i) if words[k].plain in signs)
    return _Group(range(start, j + 1), Stage.MEANT, negated, passive)


def _is_past(plain: str) -> bool:
    return plain in word_class("past") or _ends_like_past(plain)


def _ends_like_past(plain: str) -> bool:
    return plain.endswith("ed") and len(plain) > 4 and plain not in word_class("no_past")


def _may_be_finite(statement: Statement, i: int) -> bool:
    """Whether a past form can be the verb of a clause and not a participle before a noun ("the crushed cabin")."""
    if statement.words[i].start and statement.claim.text[statement.words[i].start - 1] == "-":
        return False
    if i == 0 or _is_broken(statement, i):
        return i > 0
    return statement.words[i - 1].plain not in word_class("determiners")


def _is_broken(statement: Statement, i: int) -> bool:
    """Whether punctuation stands between word i and the word before it."""
    gap = statement.claim.text[statement.words[i - 1].end : statement.words[i].start]
    return any(c in _BREAKS for c in gap)


def _make_clause(statement: Statement, groups: list[_Group], k: int) -> Clause:
    group, words = groups[k], statement.words
    floor = groups[k - 1].words.stop if k else 0
    ceiling = groups[k + 1].words.start if k + 1 < len(groups) else len(words)
    verb = words[group.words.stop - 1]
    start = group.words.start
    is_apart = start > 0 and _is_broken(statement, start)
    subject = _opening(statement, groups, k) if is_apart else _subject(statement, floor, start)
    rest = _rest(statement, group.words.stop, min(ceiling, group.words.stop + MAX_OBJECT))
    return Clause(
        group=group.words,
        verb=verb.term or verb.plain,
        stage=group.stage,
        is_negated=group.is_negated != (k > 0 and _is_denied(statement, groups[k - 1], subject)),
        is_passive=group.is_passive,
        subject=subject,
        agent=_agent(statement, rest) if group.is_passive else subject,
        rest=rest,
    )


def _rest(statement: Statement, start: int, ceiling: int) -> range:
    """The words behind a verb up to where another clause seems to begin."""
    for i in range(start, ceiling):
        plain = statement.words[i].plain
        if plain in word_class("new_clause") or (plain == "and" and _is_broken(statement, i)):
            return range(start, i)
    return range(start, ceiling)


def _subject(statement: Statement, floor: int, stop: int) -> range:
    """The words before a verb back to punctuation, a connector or the verb before."""
    start = stop
    while start > floor and stop - start < MAX_SUBJECT:
        if start < stop and _is_broken(statement, start):
            break
        if statement.words[start - 1].plain in word_class("reports"):
            break
        if statement.words[start - 1].plain in word_class("connectors") and not _joins_nouns(
            statement, start - 1, floor, stop
        ):
            break
        start -= 1
    return range(start, stop)


def _is_denied(statement: Statement, before: _Group, subject: range) -> bool:
    """Whether the clause before says that this one is not so: "denied that she had seen"."""
    verb = statement.words[before.words.stop - 1].plain
    return verb in word_class("denying") and subject.start - before.words.stop <= 1


def _opening(statement: Statement, groups: list[_Group], k: int) -> range:
    """The words that open the claim, for a verb behind an insertion: "Crane 3, which ..., passed"."""
    first = groups[0].words.start
    comma = next((i for i in range(1, first + 1) if i < len(statement.words) and _is_broken(statement, i)), None)
    if (
        comma is None
        or comma > MAX_SUBJECT
        or statement.words[0].plain in word_class("connectors") | word_class("determiners") - {"the", "a", "an"}
    ):
        return range(groups[k].words.start, groups[k].words.start)
    return range(comma)


def _joins_nouns(statement: Statement, i: int, floor: int, stop: int) -> bool:
    """ "Ukraine and the United States": the "and" within a subject."""
    return statement.words[i].plain == "and" and floor < i < stop - 1 and statement.words[i - 1].term is not None


def _agent(statement: Statement, rest: range) -> range:
    words = statement.words
    for i in rest:
        if words[i].plain == "by" and i + 1 < rest.stop:
            after = i + 1
            while after < rest.stop and not (after > i + 1 and _ends_agent(statement, after)):
                after += 1
            while after > i + 2 and words[after - 1].plain in ("and", "or"):  # "by X and is part"
                after -= 1
            return range(i + 1, after)
    return range(0)


def _ends_agent(statement: Statement, i: int) -> bool:
    plain = statement.words[i].plain
    return plain in word_class("ends_agent") or (_is_broken(statement, i) and plain != "and")


def content(statement: Statement, words: range) -> frozenset[str]:
    """The terms of a stretch of words that carry content."""
    found = (statement.words[i].term for i in words)
    return frozenset(t for t in found if t is not None and not is_weak(t))


def is_noun_phrase(statement: Statement, words: range) -> bool:
    """Whether a stretch of words can be a noun phrase: no verb in it, no preposition or "there" before it."""
    plain = [statement.words[i].plain for i in words]
    if not plain or plain[0] in word_class("prepositions") or plain[0] == "there":
        return False
    if all(p.endswith("ly") for p in plain) or not word_class("times").isdisjoint(plain):
        return False
    return not any(_auxiliary(p) or p in word_class("past") for p in plain)


def is_pronoun(statement: Statement, words: range) -> bool:
    """Whether a noun phrase is a pronoun, with or without adverbs, or empty."""
    plain = [statement.words[i].plain for i in words]
    return all(p in word_class("pronouns") or p.endswith("ly") for p in plain)
