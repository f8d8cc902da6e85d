"""Which words of a sentence stand in the lexicon? One pass over the words, whatever the number of entries.

The tables in `data/` are the lexicon (format at the top of `data/loaded.toml`). An entry is looked up by its first
word; the longest that fits at a place wins, and terms of art ("grand slam") keep what they cover from being found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from annotator.editorial.inflection import PACKAGE, word_forms
from annotator.model import FlagKind, LexiconWord
from annotator.text import fold_marks, load_table

TABLES = ("loaded", "judgement", "intensity", "insinuation", "modality", "promotional", "cues", "neutral")
USER, NEVER = "user", "never"  # the table of what a user added, and the category of what is never flagged
USER_WHY = "“{words}” is on your own list."
CACHED_ADDITIONS = 4  # users' tables that are kept; a process works on one story
MAX_GAP_WORDS = 3  # what "..." in an entry may stand for
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_JOINS = re.compile(r"[\s-]{1,20}")
_WILDCARDS = frozenset(("_", "...", "one's"))
_POSSESSIVES = frozenset(("my", "your", "his", "her", "its", "our", "their", "one's"))


@dataclass(frozen=True, slots=True)
class Category:
    """One table of the lexicon."""

    name: str
    table: str
    """Name of the file; the detector is called after it."""
    kind: FlagKind | None
    """None for terms that must not be flagged."""
    weight: float
    """0..1."""
    why: str
    """With `{words}` where the words found go."""
    is_verb: bool
    """Its entries are verbs, in all their forms."""
    order: int
    """Where two categories hold the same words, the heavier wins, then the earlier."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a sentence; offsets are code points of the sentence."""

    start: int
    end: int
    text: str
    """With straight apostrophes, as capitalised in the text."""
    lower: str
    joined: bool
    """Only blanks or a hyphen stand between the word before and this one."""
    hyphened: bool
    """A hyphen and nothing else does."""


@dataclass(frozen=True, slots=True)
class Match:
    """An entry found: words [first, last] of the sentence."""

    first: int
    last: int
    category: Category


_Pattern = tuple[tuple[str, ...], Category]


@dataclass(frozen=True, slots=True)
class _Index:
    """Entries by how they begin, longest first; a first word like "the" begins hundreds."""

    pairs: dict[tuple[str, str], tuple[_Pattern, ...]]
    """Two plain words; the second carries its hyphen."""
    loose: dict[str, tuple[_Pattern, ...]]
    """A plain word and then a wildcard."""
    single: dict[str, tuple[_Pattern, ...]]
    firsts: frozenset[str]
    """The first words of all of them."""


def split_words(sentence: str) -> tuple[Word, ...]:
    """The words of a sentence, numbers left out."""
    folded = fold_marks(sentence)
    words = []
    end = 0
    for found in _WORD.finditer(folded):
        start, after = found.span()
        between = folded[end:start]
        joined = between == " " or _JOINS.fullmatch(between) is not None
        word = found[0]
        words.append(Word(start, after, word, word.lower(), joined, between == "-"))
        end = after
    return tuple(words)


def find_entries(words: Sequence[Word], added: tuple[LexiconWord, ...] = ()) -> tuple[Match, ...]:
    """The lexicon's entries among the words, left to right, none inside another; terms of art are left out.

    Args:
        added: a user's own entries, which go before the packaged ones.
    """
    return tuple(m for m in find_matches(words, added) if m.category.kind is not None)


def find_matches(words: Sequence[Word], added: tuple[LexiconWord, ...] = ()) -> tuple[Match, ...]:
    """As `find_entries`, with the terms of art and what a user never wants flagged."""
    index = _index(added)
    found: list[Match] = []
    at = 0
    while at < len(words):
        match = _match_at(index, words, at) if words[at].lower in index.firsts else None
        if match is None:
            at += 1
            continue
        found.append(match)
        at = match.last + 1
    return tuple(found)


def _match_at(index: _Index, words: Sequence[Word], at: int) -> Match | None:
    first = words[at].lower
    candidates: tuple[_Pattern, ...] = index.single.get(first, ())
    if first in index.loose:
        candidates = index.loose[first] + candidates
    if at + 1 < len(words):
        second = words[at + 1]
        if second.joined:
            candidates = index.pairs.get((first, second.lower), ()) + candidates
            if second.hyphened:
                candidates = index.pairs.get((first, "-" + second.lower), ()) + candidates
    for elements, category in candidates:
        last = _fits(elements, words, at)
        if last is not None:
            return Match(at, last, category)
    return None


def _fits(elements: tuple[str, ...], words: Sequence[Word], at: int) -> int | None:
    """Index of the last word that the entry covers, or None."""
    if elements[0] != words[at].lower and elements[0] != words[at].text:
        return None
    i = at
    gap = 0
    for element in elements[1:]:
        if element == "...":
            gap = MAX_GAP_WORDS
            continue
        for skipped in range(gap + 1):
            j = i + 1 + skipped
            if j >= len(words) or not words[j].joined:
                return None
            if _is_element(element, words[j]):
                break
        else:
            return None
        i, gap = j, 0
    return i


def _is_element(element: str, word: Word) -> bool:
    if element[0] == "-":
        return word.hyphened and element[1:] == word.lower
    if element == "_":
        return True
    if element == "one's":
        return word.lower in _POSSESSIVES or word.lower.endswith("'s")
    return element in (word.lower, word.text)


@cache
def _packaged() -> dict[tuple[str, ...], Category]:
    """The entries that ship, each with the category that it counts for."""
    chosen: dict[tuple[str, ...], Category] = {}
    for category, entries, forms in _read_tables():
        for entry in entries:
            for spelling in word_forms(entry, forms):
                elements = _elements(spelling)
                known = chosen.get(elements)
                if known is None or _outranks(category, known):
                    chosen[elements] = category
    return chosen


def _elements(spelling: str) -> tuple[str, ...]:
    return tuple(spelling.replace("-", " -").replace(",", "").split())


def _added(added: tuple[LexiconWord, ...]) -> dict[tuple[str, ...], Category]:
    """A user's entries, as written; the first of two for the same words counts."""
    chosen: dict[tuple[str, ...], Category] = {}
    for word in reversed(added):
        name = f"{USER}_{word.kind or NEVER}"
        chosen[_elements(word.words)] = Category(name, USER, word.kind, word.strength, USER_WHY, False, -1)
    return chosen


@lru_cache(CACHED_ADDITIONS)
def _index(added: tuple[LexiconWord, ...]) -> _Index:
    chosen = {**_packaged(), **_added(added)}
    pairs: dict[tuple[str, str], list[_Pattern]] = {}
    loose: dict[str, list[_Pattern]] = {}
    single: dict[str, list[_Pattern]] = {}
    for elements, category in sorted(chosen.items(), key=lambda c: -len(c[0])):
        first = elements[0].lower()
        if len(elements) == 1:
            single.setdefault(first, []).append((elements, category))
        elif elements[1] in _WILDCARDS:
            loose.setdefault(first, []).append((elements, category))
        else:
            pairs.setdefault((first, elements[1].lower()), []).append((elements, category))
    return _Index(
        pairs={key: tuple(group) for key, group in pairs.items()},
        loose={key: tuple(group) for key, group in loose.items()},
        single={key: tuple(group) for key, group in single.items()},
        firsts=frozenset(elements[0].lower() for elements in chosen),
    )


def _outranks(one: Category, other: Category) -> bool:
    if (one.kind is None) != (other.kind is None):
        return one.kind is None
    return (one.weight, -one.order) > (other.weight, -other.order)


def _read_tables() -> list[tuple[Category, list[str], str]]:
    read: list[tuple[Category, list[str], str]] = []
    for table in TABLES:
        for name, row in load_table(PACKAGE, f"data/{table}.toml").items():
            kind = None if row["kind"] == "none" else FlagKind(row["kind"])
            category = Category(name, table, kind, row["weight"], row["why"], row["forms"] == "verb", len(read))
            entries = [entry for raw in row["entries"].split(";") if (entry := raw.strip())]
            read.append((category, entries, row["forms"]))
    return read
