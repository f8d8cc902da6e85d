"""Do two documents give one person, body or place different names?

Short forms, spelling and the order of words within a name are no difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from annotator.align import stem
from annotator.disagree.findings import Finding, make_place
from annotator.disagree.lexicon import word_class
from annotator.disagree.persons import story_names
from annotator.disagree.statements import Statement
from annotator.disagree.story import Pair, Story
from annotator.model import DisagreementKind as Kind
from annotator.model import Severity
from annotator.text import load_table

DETECTOR = "naming@1"
MIN_CERTAINTY = 0.2
MIN_CONTAINED = 0.6
SPELLING = 84  # rapidfuzz ratio 0..100 from which two words are one word spelled twice
NICKNAME = 2  # letters with which a short first name starts like the long one
MAX_NICKNAME = 5  # letters of a short first name
_SILENT = frozenset("aeiouyhj")
_SOUNDS = {"c": "k", "q": "k", "z": "s", "w": "v", "d": "t", "b": "p"}
_JOINS = frozenset({"of", "for", "and", "the", "de", "van", "von", "al", "el", "la", "du", "da", "bin"})


@dataclass(frozen=True, slots=True)
class _Name:
    words: range
    tokens: tuple[str, ...]


def detect_names(story: Story) -> Iterator[Finding]:
    """Proper names that differ in one word."""
    names = [_names_of(s) for s in story.statements]
    vocabulary = _vocabularies(story)
    for pair in story.pairs:
        if pair.certainty < MIN_CERTAINTY and pair.contained < MIN_CONTAINED:
            continue
        yield from _compare_names(story, pair, names, vocabulary)


def _vocabularies(story: Story) -> dict[str, frozenset[str]]:
    """All words of each document, plain and as roots."""
    made: dict[str, set[str]] = {}
    for s in story.statements:
        own = made.setdefault(s.document.id, set())
        own.update(w.plain for w in s.words)
        own.update(stem(w.plain) for w in s.words)
    return {key: frozenset(value) for key, value in made.items()}


def _names_of(statement: Statement) -> list[_Name]:
    words = statement.words
    if statement.is_title_case:
        return []
    found, i = [], 0
    while i < len(words):
        if not words[i].is_capital or (words[i].term is None and not words[i].plain[0].isdigit()):
            i += 1
            continue
        after = i + 1
        while (end := _goes_on(statement, after)) is not None:
            after = end
        found.append(_Name(range(i, after), tuple(w.plain for w in words[i:after] if w.plain not in _JOINS)))
        i = after
    return found


def _goes_on(statement: Statement, i: int) -> int | None:
    """Where a name that reaches up to word i ends if it goes on."""
    words = statement.words
    last = i
    while last < len(words) and words[last].plain in _JOINS and last - i < 2:
        last += 1
    if last >= len(words) or not (words[last].is_capital or (last == i and words[last].plain.isdigit())):
        return None
    between = statement.claim.text[words[i - 1].end : words[last].start]
    return last + 1 if not set(between) & set(',;:.()"“”-–—') else None


def _compare_names(
    story: Story, pair: Pair, names: Sequence[Sequence[_Name]], vocabulary: dict[str, frozenset[str]]
) -> Iterator[Finding]:
    left, right = vocabulary[pair.left.document.id], vocabulary[pair.right.document.id]
    for a in names[pair.left.index]:
        for b in names[pair.right.index]:
            if len(a.tokens) != len(b.tokens) or len(a.tokens) < 2:
                continue
            changed = [(x, y) for x, y in zip(a.tokens, b.tokens, strict=True) if x != y]
            if len(changed) != 1 or a.tokens[:-2] != b.tokens[:-2] or not _are_two_words(*changed[0]):
                continue
            x, y = changed[0]
            if not (_is_name(story, pair.left, a) and _is_name(story, pair.right, b)):
                continue
            if x in right or y in left or a.tokens[-1] in word_class("titles"):
                continue
            yield Finding(
                Kind.PLACE if a.tokens[-1] == b.tokens[-1] and a.tokens[-1] in _place_nouns() else Kind.NAMING,
                Severity.IMPRECISION if _are_forms(x, y) else Severity.CONFLICT,
                make_place(pair.left, pair.left.span(a.words.start, a.words.stop)),
                make_place(pair.right, pair.right.span(b.words.start, b.words.stop)),
                DETECTOR,
                0.5 + 0.4 * pair.strength,
                "different names for what seems to be one",
            )


def _is_name(story: Story, statement: Statement, name: _Name) -> bool:
    """Whether the first word is more than one with the capital of a sentence ("Members of the Dorn family")."""
    first = statement.words[name.words.start]
    is_joined = len(name.words) > 1 and statement.words[name.words.start + 1].plain in _JOINS
    return name.words.start > 0 or not is_joined or first.term in story_names(story)


@cache
def _first_names() -> dict[str, set[str]]:
    """By first name, the names that it may be short or long for."""
    made: dict[str, set[str]] = {}
    for line in load_table("annotator.disagree", "data/namings.toml")["first_names"]["same"]:
        for name in line.split():
            made.setdefault(name, set()).update(line.split())
    return made


def _are_two_words(x: str, y: str) -> bool:
    if y in _first_names().get(x, ()):
        return False
    if not (x.isalpha() and y.isalpha()) or min(len(x), len(y)) < 3:
        return False
    if fuzz.ratio(x, y) >= SPELLING or x.startswith(y) or y.startswith(x):
        return False
    return x[:NICKNAME] != y[:NICKNAME] or min(len(x), len(y)) > MAX_NICKNAME


def _are_forms(x: str, y: str) -> bool:
    """Whether two words of names are one name in two languages ("Piotr", "Peter") or two kinds of one body's form."""
    forms = _body_forms()
    return (x in forms and y in forms) or _skeleton(x) == _skeleton(y)


def _skeleton(word: str) -> str:
    """The consonants of a word, doubled ones once, those that sound alike as one."""
    heard = [_SOUNDS.get(c, c) for i, c in enumerate(word) if c not in _SILENT or i == 0]
    return "".join(c for i, c in enumerate(heard) if i == 0 or c != heard[i - 1])


@cache
def _body_forms() -> frozenset[str]:
    return frozenset(load_table("annotator.disagree", "data/namings.toml")["body_forms"].split())


@cache
def _place_nouns() -> frozenset[str]:
    """Nouns that close the name of a place."""
    return frozenset(load_table("annotator.disagree", "data/namings.toml")["places"].split())
