"""The words by which claims are compared: without endings, joined where they report the same thing, weighed by rarity."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log

from annotator.text import fold, load_table

WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:\.(?:[^\W\d_]\.)+|(?:['-][^\W\d_]+)*)")
PRIOR_CLAIMS = 20  # claims of an imagined background, so that rarity means something in a story of two sentences
WEAK_SHARE = 0.35  # what a word that carries little content counts of a full word
_ENDINGS = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ions",
    "ion",
    "ings",
    "ing",
    "ors",
    "or",
    "ers",
    "er",
    "ed",
    "es",
    "ly",
    "s",
)
_MIN_STEM = 4  # letters that stay at least


@dataclass(frozen=True, slots=True)
class Terms:
    """What a claim says, as terms in the order of its text."""

    sequence: tuple[str, ...]
    unique: frozenset[str]
    names: frozenset[str]
    """Terms written with a capital inside the sentence."""
    numbers: frozenset[str]


@cache
def _words() -> tuple[frozenset[str], frozenset[str], dict[str, str]]:
    table = load_table("annotator.align", "data/words.toml")
    same: dict[str, str] = {}
    for line in table["same"]:
        members = line.split()
        for word in members:
            same.setdefault(word, members[0])
            same.setdefault(stem(word), members[0])
    weak = frozenset(same.get(stem(w), stem(w)) for w in table["weak"].split())
    return frozenset(table["empty"].split()), weak, same


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


@cache
def _term(word: str) -> str | None:
    empty, _, same = _words()
    if word in empty:
        return None
    if word in same:
        return same[word]
    word = word.removesuffix("'s").removesuffix("'").strip(".")
    if word in empty or not word:
        return None
    return same.get(word) or same.get(stem(word)) or stem(word)


def read_terms(text: str) -> Terms:
    """The terms of a claim's text."""
    plain = fold(text)
    sequence, names, numbers = [], set(), set()
    capitals = {fold(w) for w in re.findall(r"(?<=[\w,;:’'\"”)] )[“\"‘']?[A-Z][\w’'.-]*", text)}
    for match in WORD.finditer(plain):
        word = match.group()
        for part in _parts(word):
            term = _term(part)
            if term is None:
                continue
            sequence.append(term)
            if part[0].isdigit():
                numbers.add(term)
            elif word in capitals or part in capitals:
                names.add(term)
    return Terms(tuple(sequence), frozenset(sequence), frozenset(names), frozenset(numbers))


def _parts(word: str) -> Iterable[str]:
    if "-" in word and word not in _words()[2]:
        return [p for p in word.split("-") if p]
    return [word]


def weigh_terms(read: Sequence[Terms]) -> Mapping[str, float]:
    """Weight of each term: inverse claim frequency over the story and an imagined background, less for weak words."""
    counts = Counter(t for terms in read for t in terms.unique)
    weak = _words()[1]
    total = len(read) + PRIOR_CLAIMS
    return {t: log(1 + total / (1 + n)) * (WEAK_SHARE if t in weak else 1.0) for t, n in counts.items()}
