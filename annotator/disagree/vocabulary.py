"""Which words name which kind of thing, by category (`data/kinds.toml`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from annotator.model import DisagreementKind
from annotator.text import load_table

_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Category:
    """Words of which two can stand in one place of a text."""

    name: str
    shows: DisagreementKind
    is_single: bool
    """Whether a story seldom has two things of the category."""
    is_view: bool
    """Whether words of two meanings are only two views of one thing."""
    tells: bool
    """Whether a general word in place of a special one is worth a line in the list."""
    of: str
    """Whom the words are said of: "being" for what a person is, "doing" for what one does; empty for things."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase of a category."""

    words: tuple[str, ...]
    category: Category
    meaning: str
    """The first of the words that mean the same; empty for words that may mean any of the category."""


@cache
def read_vocabulary() -> Mapping[str, tuple[Entry, ...]]:
    """By the first word of each form, the entries that begin with it."""
    made: dict[str, list[Entry]] = {}
    for row in load_table("annotator.disagree", "data/kinds.toml")["category"]:
        category = Category(
            row["name"],
            DisagreementKind(row["shows"]),
            is_single=row.get("single", False),
            is_view=row.get("blurs", False),
            tells=row.get("tells", False),
            of=row.get("of", ""),
        )
        for meaning in (*row["values"], ""):
            for phrase in (meaning or row["general"]).split():
                for form in forms_of(phrase):
                    entry = Entry(form, category, meaning.split()[0].lstrip("=") if meaning else "")
                    made.setdefault(form[0], []).append(entry)
    return {word: tuple(dict.fromkeys(entries)) for word, entries in made.items()}


def forms_of(phrase: str) -> Iterator[tuple[str, ...]]:
    """The phrase with its first or its last word in any form; alone as it is where it begins with "="."""
    words = tuple(phrase.lstrip("=").replace("-", "_").split("_"))
    yield words
    if phrase.startswith("="):
        return
    yield from ((*words[:-1], form) for form in _inflections(words[-1]))


def _inflections(word: str) -> Iterator[str]:
    """Regular forms of a noun or verb; those that do not exist do no harm."""
    yield word + "s"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        yield from (word[:-1] + "ies", word[:-1] + "ied", word + "ing")
    elif word.endswith("e"):
        yield from (word + "d", word[:-1] + "ing")
    elif word.endswith(("s", "sh", "ch", "x", "z")):
        yield from (word + "es", word + "ed", word + "ing")
    else:
        yield from (word + "ed", word + "ing")
        if len(word) > 2 and word[-1] not in "wxyaeiou" and word[-2] in _VOWELS and word[-3] not in _VOWELS:
            yield from (word + word[-1] + "ed", word + word[-1] + "ing")
