"""The words by which claims are compared: without endings, joined where they report the same, weighed by rarity."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from math import log

from annotator.text import fold, fold_marks, load_table

PRIOR_CLAIMS = 20  # claims of an imagined background, so that rarity means something in a story of two sentences
WEAK_SHARE = 0.35  # what a word that carries little content counts of a full word
CACHED_WORDS = 65_536  # distinct words whose term is kept; more than the vocabulary of any story

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:\.(?:[^\W\d_]\.)+|(?:['-][^\W\d_]+)*)")
_ENDINGS = (
    *("ations", "ation", "ments", "ment", "ions", "ion", "ings", "ing", "ors", "or", "ers", "er", "ed", "es"),
    *("ly", "s"),
)
_PREFIXES = frozenset({"co", "re", "pre"})  # before a hyphen; "co-hosted" is compared as "hosted"
_MIN_STEM = 4  # letters that stay at least


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a claim."""

    start: int
    """Code points from the start of the claim's text."""
    end: int
    plain: str
    """Folded."""
    term: str | None
    """What it is compared by; None for a word without content."""
    is_capital: bool


@dataclass(frozen=True, slots=True)
class Terms:
    """What a claim says, as terms in the order of its text."""

    sequence: tuple[str, ...]
    unique: frozenset[str]
    names: frozenset[str]
    """Terms written with a capital inside the sentence."""


def read_words(text: str) -> tuple[Word, ...]:
    """The words of a claim's text; a compound is one word where it is known as one, else a word for each part."""
    return tuple(_join_phrases(list(_words_of(fold_marks(text)))))


def read_terms(text: str) -> Terms:
    """The terms of a claim's text."""
    return read_terms_of(read_words(text))


def read_terms_of(words: Sequence[Word]) -> Terms:
    """The terms of words that were read."""
    sequence = tuple(w.term for w in words if w.term is not None)
    names = frozenset(w.term for w in words if w.term is not None and w.is_capital and w.start > 0)
    return Terms(sequence, frozenset(sequence), names)


def weigh_terms(
    read: Sequence[Terms], *, weak_share: float = WEAK_SHARE, figure_share: float = 1.0
) -> Mapping[str, float]:
    """Weight of each term: inverse claim frequency over the story and an imagined background, less for weak words."""
    counts = Counter(t for terms in read for t in terms.unique)
    weak = _table()[1]
    total = len(read) + PRIOR_CLAIMS
    return {
        t: log(1 + total / (1 + n)) * (weak_share if t in weak else figure_share if t[0].isdigit() else 1.0)
        for t, n in counts.items()
    }


def is_weak(term: str) -> bool:
    """Whether a term carries little content in news ("say", "people", names of days and months)."""
    return term in _table()[1]


def stem(word: str) -> str:
    """A word without its inflection and the commonest derivations; not a word of the language."""
    if len(word) <= _MIN_STEM or not word.isalpha():
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _MIN_STEM - (ending == "s"):
            word = word[: -len(ending)]
            break
    if len(word) > _MIN_STEM and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word[:-1] if word[-1] in "ey" and len(word) >= _MIN_STEM else word


def _words_of(text: str) -> Iterator[Word]:
    for match in _WORD.finditer(text):
        raw, start = match.group(), match.start()
        if "-" not in raw or fold(raw) in _table()[2]:
            yield _make_word(raw, start)
            continue
        parts = raw.split("-")
        if len(parts) == 2 and fold(parts[0]) in _PREFIXES:
            yield replace(_make_word(raw, start), term=_term(fold(parts[1])))
            continue
        for part in parts:
            yield _make_word(part, start)
            start += len(part) + 1


def _join_phrases(words: list[Word]) -> list[Word]:
    """Gives the first word of a known phrase ("stepped down") the phrase's term, and the second none."""
    phrases = _phrases()
    for i in range(len(words) - 1):
        term = phrases.get((words[i].plain, words[i + 1].plain))
        if term is not None:
            words[i] = replace(words[i], term=term)
            words[i + 1] = replace(words[i + 1], term=None)
    return words


@cache
def _phrases() -> dict[tuple[str, str], str]:
    table = load_table("annotator.align", "data/words.toml")["phrases"]
    made = {}
    for phrase, word in table.items():
        first, second = phrase.split()
        made[first, second] = _term(word) or word
    return made


def _make_word(raw: str, start: int) -> Word:
    plain = raw.lower() if raw.isascii() else fold(raw)
    return Word(start, start + len(raw), plain, _term(plain), raw[0].isupper())


@cache
def _table() -> tuple[frozenset[str], frozenset[str], dict[str, str]]:
    """Empty words, weak terms, and the class of each word that has one."""
    table = load_table("annotator.align", "data/words.toml")
    same: dict[str, str] = {}
    for line in table["same"]:
        members = line.split()
        for word in members:
            same.setdefault(word, members[0])
            same.setdefault(stem(word), members[0])
    weak = frozenset(same.get(stem(w), stem(w)) for w in table["weak"].split())
    return frozenset(table["empty"].split()), weak, same


@lru_cache(CACHED_WORDS)
def _term(word: str) -> str | None:
    empty, _, same = _table()
    for form in (word, word.removesuffix("'s").removesuffix("'").strip(".")):
        if form in empty or not form:
            return None
        if form in same:
            return same[form]
    root = stem(form)
    return same.get(root, root)
