"""Deeds told by a noun: "filed an appeal", "the order came from the harbour master", "is weighing a run".

Such clauses are read as if the noun were their verb, so that they can be compared with plain ones ("will appeal").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from annotator.disagree.clauses import Clause, Stage
from annotator.disagree.lexicon import word_class
from annotator.disagree.statements import Statement

MAX_NOUN = 3  # words behind the article in which the noun of a deed may stand


def with_deeds(statement: Statement, clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    """The clauses, and a second reading of those whose deed is a noun."""
    made: list[Clause] = []
    for clause in clauses:
        made.append(_read_hearsay(statement, clause))
        made += _read_object(statement, clause)
        made += _read_origin(statement, clause)
        made += _read_beginning(statement, clause)
        made += _read_omission(statement, clause)
        made += _read_suspicion(statement, clause)
    return tuple(made)


def _read_object(statement: Statement, clause: Clause) -> Iterator[Clause]:
    """ "has filed an appeal" is "has appealed"; "is weighing a run" is "may run"."""
    words = statement.words
    verb = words[clause.group.stop - 1].plain
    is_undecided = verb in word_class("undecided")
    if clause.is_passive or not (is_undecided or verb in word_class("support")):
        return
    at = _deed_at(statement, clause.rest)
    if at is None:
        return
    stage = Stage.POSSIBLE if is_undecided else clause.stage
    yield replace(
        clause,
        group=range(clause.group.start, at + 1),
        verb=words[at].term or words[at].plain,
        stage=stage,
        rest=range(at + 1, clause.rest.stop),
    )


def _read_origin(statement: Statement, clause: Clause) -> Iterator[Clause]:
    """ "the order came from the harbour master", "the order was given by the harbour master"."""
    words = statement.words
    verb = words[clause.group.stop - 1].plain
    behind = clause.rest
    if verb in ("came", "come") and behind and words[behind.start].plain == "from":
        agent = _to_break(statement, range(behind.start + 1, behind.stop))
    elif clause.is_passive and verb in word_class("support") and clause.agent:
        agent = clause.agent
    else:
        return
    at = _deed_at(statement, clause.subject)
    if at is None or not agent:
        return
    yield replace(
        clause,
        verb=words[at].term or words[at].plain,
        is_passive=True,
        subject=range(at + 1, clause.subject.stop),
        agent=agent,
        rest=range(agent.stop, agent.stop),
    )


def _read_hearsay(statement: Statement, clause: Clause) -> Clause:
    """ "allegedly stole" and "reportedly had stolen" leave open whether it is so."""
    start = max(clause.group.start - 1, 0)
    words = range(start, clause.group.stop)
    if clause.stage is not Stage.DONE or not any(statement.words[i].plain in word_class("hearsay") for i in words):
        return clause
    return replace(clause, stage=Stage.POSSIBLE, group=words)


def _read_suspicion(statement: Statement, clause: Clause) -> Iterator[Clause]:
    """ "is suspected of stealing the boat": perhaps stole it."""
    words = statement.words
    behind = [words[i].plain for i in clause.rest[:2]]
    is_open = clause.is_passive and words[clause.group.stop - 1].plain in word_class("suspicion")
    if not is_open or behind[:1] != ["of"] or not behind[1:] or not behind[1].endswith("ing"):
        return
    at = clause.rest.start + 1
    yield replace(
        clause,
        group=range(clause.group.start, at + 1),
        verb=words[at].term or words[at].plain,
        stage=Stage.POSSIBLE,
        is_passive=False,
        agent=clause.subject,
        rest=range(at + 1, clause.rest.stop),
    )


def _read_beginning(statement: Statement, clause: Clause) -> Iterator[Clause]:
    """ "came into force", "will take effect"."""
    words = statement.words
    behind = [words[i].plain for i in clause.rest[:2]]
    is_into = behind[:1] == ["into"] and behind[1:] and behind[1] in word_class("validity")
    is_bare = bool(behind) and behind[0] in word_class("validity")
    if words[clause.group.stop - 1].plain in word_class("beginning") and (is_into or is_bare):
        after = clause.rest.start + (2 if is_into else 1)
        yield replace(
            clause, group=range(clause.group.start, after), verb="effect", rest=range(after, clause.rest.stop)
        )


def _read_omission(statement: Statement, clause: Clause) -> Iterator[Clause]:
    """ "stopped short of finding that ...": did not find it."""
    words = statement.words
    behind = [words[i].plain for i in clause.rest[:3]]
    if behind[:2] == ["short", "of"] and behind[2:] and behind[2].endswith("ing"):
        at = clause.rest.start + 2
        rest = range(at + 1, clause.rest.stop)
        verb = words[at].term or words[at].plain
        yield replace(clause, group=range(clause.group.start, at + 1), verb=verb, is_negated=True, rest=rest)


def _deed_at(statement: Statement, words: range) -> int | None:
    """Where the noun of a deed stands behind its article: "an immediate appeal"."""
    if not words or statement.words[words.start].plain not in word_class("articles"):
        return None
    for i in words[1 : MAX_NOUN + 1]:
        if statement.words[i].plain in word_class("prepositions"):
            return None
        if statement.words[i].plain in word_class("deeds"):
            return i
    return None


def _to_break(statement: Statement, words: range) -> range:
    for i in words:
        gap = statement.claim.text[statement.words[i - 1].end : statement.words[i].start]
        if any(c in ",;:()—–" for c in gap) or statement.words[i].plain in word_class("ends_agent"):
            return range(words.start, i)
    return words
