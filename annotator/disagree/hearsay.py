"""How well does a text say who its source is: by name, by office, in general, or so that nobody can tell?"""

from __future__ import annotations

from enum import StrEnum

from annotator.disagree.lexicon import word_class
from annotator.disagree.statements import Statement
from annotator.disagree.story import Story
from annotator.model import Source, SourceRole, Span
from annotator.text import fold

_PLURALS = ("s", "men", "people", "police")  # of a word that begins a sentence: "Fishermen said"
REACH = 5  # words before a name in which "a person close to" stands


class Standing(StrEnum):
    """How a source is told."""

    NAMED = "a person or body by its name"
    ROLE = "one person by an office or a tie: the chief engineer, her lawyer"
    GENERIC = "people of a kind: officials, a fisherman"
    ANONYMOUS = "somebody who is kept unnamed: a person close to the talks"


def standing_of(story: Story, statement: Statement, source: Source) -> Standing:
    """How a source of a statement is told."""
    return story.once(("standing", statement.index, source), lambda: _read_standing(statement, source))


def whole_source(statement: Statement, source: Source) -> Span:
    """The words for a source, with "a person close to" before the body that it is close to."""
    assert source.span is not None
    held = statement.inside(source.span)
    for i in range(held.start - 1, max(held.start - REACH, 0) - 1, -1):
        if statement.words[i].plain in word_class("insiders") and _is_tied(statement, held):
            start = i - (i > 0 and statement.words[i - 1].plain in word_class("indefinite"))
            return statement.span(start, held.stop)
    return source.span


def _is_tied(statement: Statement, held: range) -> bool:
    before = [w.plain for w in statement.words[max(held.start - REACH, 0) : held.start]]
    return bool(set(before) & word_class("insiders")) and before[-1] in word_class("ties")


def _read_standing(statement: Statement, source: Source) -> Standing:
    words = fold(source.text or source.name or "").replace(",", " ").split()
    if _is_kept_unnamed(statement, source, words):
        return Standing.ANONYMOUS
    if _has_name(source):
        return Standing.NAMED
    if words and words[0] in word_class("definite"):
        is_body = words[-1] in word_class("body_nouns") or source.role is SourceRole.INSTITUTION
        return Standing.NAMED if is_body else Standing.ROLE
    return Standing.GENERIC


def _has_name(source: Source) -> bool:
    """Whether a word of the source's own, not the one that begins a sentence, has a capital."""
    own = (source.text or source.name or "").split()
    if source.name and any(w[:1].isupper() for w in source.name.split()):
        own = source.name.split()
        return len(own) > 1 or not (fold(own[0]) in word_class("vague_actors") or own[0].endswith(_PLURALS))
    return any(w[:1].isupper() for w in own[1:])


def _is_kept_unnamed(statement: Statement, source: Source, words: list[str]) -> bool:
    """Whether the text says that a source has no name, by its words or by those right before or behind them."""
    if set(words) & word_class("anonymous") and not _has_name(source):
        return True
    if source.span is None or not source.span.overlap(statement.claim.span):
        return False
    held = statement.inside(source.span)
    if _is_tied(statement, held):
        return True
    behind = {w.plain for w in statement.words[held.stop : held.stop + 2 * REACH]}
    is_indefinite = bool(words) and words[0] in word_class("indefinite")
    return is_indefinite and bool(behind & word_class("anonymity"))
