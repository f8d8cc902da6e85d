"""Spells out the forms of a lexicon entry: slam, slams, slammed, slamming. Refuses to guess a word's meaning."""

from __future__ import annotations

from functools import cache

from annotator.text import load_table

PACKAGE = "annotator.editorial"
_VOWELS = frozenset("aeiou")
_NO_DOUBLING = frozenset("wxyhkq")


def word_forms(phrase: str, forms: str) -> tuple[str, ...]:
    """All spellings of an entry, itself first.

    Args:
        phrase: words separated by blanks, lower case for whatever is inflected.
        forms: `verb` inflects the first word, `noun` the last, anything else nothing.
    """
    if forms == "verb":
        first, blank, rest = phrase.partition(" ")
        return tuple(dict.fromkeys(f + blank + rest for f in _verb_forms(first)))
    if forms == "noun":
        before, blank, last = phrase.rpartition(" ")
        return (phrase, before + blank + _plural(last))
    return (phrase,)


def _verb_forms(verb: str) -> tuple[str, ...]:
    irregular = _irregular_verbs().get(verb, ())
    singular = _plural(verb)
    regular: tuple[str, ...]
    if verb.endswith("e"):
        regular = (f"{verb}d", f"{verb[:-1]}ing")
    elif verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        regular = (f"{verb[:-1]}ied", f"{verb}ing")
    else:
        regular = (f"{verb}ed", f"{verb}ing")
        if _doubles(verb):
            regular = (*regular, f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")
    if irregular:
        regular = tuple(r for r in regular if r.endswith("ing"))
    return (verb, singular, *regular, *irregular)


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return f"{word}es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}s"


def _doubles(verb: str) -> bool:
    """Whether the last consonant may be doubled; a spelling too many ("visitted") does no harm."""
    return (
        len(verb) >= 3
        and verb[-1] not in _VOWELS
        and verb[-1] not in _NO_DOUBLING
        and verb[-2] in _VOWELS
        and verb[-3] not in _VOWELS
    )


@cache
def _irregular_verbs() -> dict[str, tuple[str, ...]]:
    table = load_table(PACKAGE, "data/inflection.toml")
    rows = (row.split() for row in table["irregular"].split(";"))
    return {base: tuple(others) for base, *others in rows}
