"""Which of the phrases that show a genre stand in a sentence? One pass over its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from annotator.text import load_table

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_PERSONS = {
    "first_singular": ("I", "I'm", "I've", "I'd", "I'll", "my", "My", "me", "mine", "myself", "Myself"),
    "first_plural": ("we", "We", "we're", "We're", "we've", "We've", "we'll", "We'll", "our", "Our", "ours", "us"),
    "second_person": ("you", "You", "your", "Your", "you're", "You're", "you'll", "You'll", "yours", "yourself"),
}  # as written: "US" is a country and "I" a letter only in capitals


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase found, as offsets into the sentence."""

    category: str
    start: int
    end: int


def find_phrases(sentence: str) -> Iterator[Phrase]:
    """The phrases of all categories in order; of those that begin at one word the longest of each category."""
    words = list(_WORD.finditer(sentence))
    low = [w[0].lower() for w in words]
    phrases = _by_first_word()
    persons = _persons()
    for i, match in enumerate(words):
        if person := persons.get(match[0]):
            yield Phrase(person, match.start(), match.end())
        seen = set()
        for category, rest in phrases.get(low[i], ()):
            if category not in seen and low[i + 1 : i + 1 + len(rest)] == rest:
                seen.add(category)
                yield Phrase(category, match.start(), words[i + len(rest)].end())


@cache
def _by_first_word() -> dict[str, list[tuple[str, list[str]]]]:
    table = load_table("annotator.editorial", "data/genre.toml")
    made: dict[str, list[tuple[str, list[str]]]] = {}
    for category, phrases in _listed(table).items():
        for phrase in phrases:
            first, *rest = _WORD.findall(phrase.lower())
            made.setdefault(first, []).append((category, rest))
    for entries in made.values():
        entries.sort(key=lambda e: -len(e[1]))
    return made


def _listed(table: dict[str, dict[str, list[str]]]) -> dict[str, list[str]]:
    return {
        "normative": table["argument"]["normative"],
        "stance": table["argument"]["stance"],
        "judgement": table["argument"]["judgement"],
        "interpretation": table["interpretation"]["phrases"],
        "cue": table["reporting"]["cues"],
        "praise": table["release"]["self_praise"],
        "notice": table["release"]["notice"],
        "calls": table["advertorial"]["calls"],
    }


@cache
def _persons() -> dict[str, str]:
    return {word: person for person, words in _PERSONS.items() for word in words}
