"""What do the tables of an `annotator.toml` add to the engine's own, and which of their keys make no sense?

Whatever is wrong is left out and named, and the rest is used. The format is in docs/extending.md.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar

from annotator.model import (
    Alias,
    Attitude,
    Extensions,
    FlagKind,
    LexiconWord,
    OutletFacts,
    OutletKind,
    ReportingVerb,
    Stance,
)

TABLES = ("aliases", "outlets", "verbs", "lexicon")
NEVER = "never"  # the list of words that are never flagged
MAX_WORDS = 8  # of an entry of the lexicon
_OUTLET_KEYS = ("name", "domain", "country", "kind", "owner")
_VERB_KEYS = ("verbs", "stance", "attitude")

Value = TypeVar("Value")
Choice = TypeVar("Choice", bound=StrEnum)


class _Complaints(list[str]):
    """What is wrong, each with the key it is about."""

    def unknown(self, key: str, given: str, known: Collection[str]) -> None:
        """Names a word that is none of those that are known, and the one that was probably meant."""
        near = get_close_matches(given, known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known)}"
        self.append(f"{key}: {given!r} is not known; {hint}")

    def wrong(self, key: str, needed: str) -> None:
        """Says what a key should hold."""
        self.append(f"{key}: must be {needed}")


def read_extensions(table: Mapping[str, Any]) -> tuple[Extensions, tuple[str, ...]]:
    """What the tables add, and a sentence for each thing that is wrong with them."""
    notes = _Complaints()
    for key in table:
        if key not in TABLES:
            notes.unknown(key, key, TABLES)
    made = Extensions(
        aliases=_read(table, "aliases", _read_aliases, notes),
        outlets=_read(table, "outlets", _read_outlets, notes),
        verbs=_read(table, "verbs", _read_verbs, notes),
        words=_read(table, "lexicon", _read_lexicon, notes),
    )
    return made, tuple(notes)


def _read(
    table: Mapping[str, Any], key: str, read: Callable[[Any, _Complaints], Iterator[Value]], notes: _Complaints
) -> tuple[Value, ...]:
    return tuple(read(table[key], notes)) if key in table else ()


def _read_aliases(rows: Any, notes: _Complaints) -> Iterator[Alias]:
    if not isinstance(rows, dict):
        notes.wrong("aliases", 'a table of lists: "Full Name" = ["other name"]')
        return
    for name, others in rows.items():
        if not name.strip() or not _is_list_of_words(others):
            notes.wrong(f"aliases.{name!r}", "a list of names")
        else:
            yield Alias(name.strip(), tuple(o.strip() for o in others))


def _read_outlets(rows: Any, notes: _Complaints) -> Iterator[OutletFacts]:
    for key, row in _rows("outlets", rows, _OUTLET_KEYS, notes):
        kind = _choose(row, "kind", OutletKind.UNKNOWN, key, notes)
        texts = {k: _text(row, k, key, notes) for k in ("name", "domain", "country", "owner")}
        if texts["name"] is None:
            notes.wrong(f"{key}.name", "there, the name as the outlet writes it")
            continue
        domain = texts["domain"].lower().removeprefix("www.") if texts["domain"] else None
        yield OutletFacts(texts["name"], domain, texts["country"], kind, texts["owner"])


def _read_verbs(rows: Any, notes: _Complaints) -> Iterator[ReportingVerb]:
    for key, row in _rows("verbs", rows, _VERB_KEYS, notes):
        stance = _choose(row, "stance", Stance.NEUTRAL, key, notes)
        attitude = _choose(row, "attitude", Attitude.ASSERTS, key, notes)
        verbs = row.get("verbs", ())
        if not verbs or not _is_list_of_words(verbs):
            notes.wrong(f"{key}.verbs", 'a list such as ["decry", "write wrote written"]')
            continue
        for verb in verbs:
            words = verb.lower().split()
            if len(words) > 3 or not all(w.isalpha() and len(w) > 1 for w in words):
                notes.wrong(f"{key}.verbs {verb!r}", "one verb, or an irregular one with its past and participle")
            else:
                yield ReportingVerb(" ".join(words), stance, attitude)


def _read_lexicon(table: Any, notes: _Complaints) -> Iterator[LexiconWord]:
    if not isinstance(table, dict):
        notes.wrong("lexicon", "a table")
        return
    kinds = [k.value for k in FlagKind]
    for name, entries in table.items():
        key = f"lexicon.{name}"
        if name == NEVER:
            if _is_list_of_words(entries):
                yield from (LexiconWord(w, None) for w in _entries(key, entries, notes))
            else:
                notes.wrong(key, "a list of words")
        elif name not in kinds:
            notes.unknown(key, name, (*kinds, NEVER))
        elif not isinstance(entries, dict):
            notes.wrong(key, 'a table of strengths: "words" = 0.6')
        else:
            yield from _read_strengths(key, FlagKind(name), entries, notes)


def _read_strengths(key: str, kind: FlagKind, entries: dict[str, Any], notes: _Complaints) -> Iterator[LexiconWord]:
    for words in _entries(key, list(entries), notes):
        strength = entries[words]
        if isinstance(strength, bool) or not isinstance(strength, int | float) or not 0 <= strength <= 1:
            notes.wrong(f"{key}.{words!r}", "a number from 0 to 1")
        else:
            yield LexiconWord(" ".join(words.split()), kind, float(strength))


def _entries(key: str, entries: list[str], notes: _Complaints) -> Iterator[str]:
    for words in entries:
        if words.strip() and len(words.split()) <= MAX_WORDS and any(c.isalpha() for c in words):
            yield words
        else:
            notes.wrong(f"{key}.{words!r}", f"one to {MAX_WORDS} words")


def _rows(table: str, rows: Any, known: tuple[str, ...], notes: _Complaints) -> Iterator[tuple[str, dict[str, Any]]]:
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        notes.wrong(table, f"a list of tables, each headed [[{table}]]")
        return
    for number, row in enumerate(rows, 1):
        key = f"{table}[{number}]"
        for given in row:
            if given not in known:
                notes.unknown(f"{key}.{given}", given, known)
        yield key, row


def _text(row: Mapping[str, Any], name: str, key: str, notes: _Complaints) -> str | None:
    value = row.get(name)
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip():
        notes.wrong(f"{key}.{name}", "words")
        return None
    return value.strip()


def _choose(row: Mapping[str, Any], name: str, default: Choice, key: str, notes: _Complaints) -> Choice:
    """The value of a closed list that a row names; the default where it names none, or one that is not known."""
    value = row.get(name, default.value)
    known = [choice.value for choice in type(default)]
    if value in known:
        return type(default)(value)
    notes.unknown(f"{key}.{name}", str(value), known)
    return default


def _is_list_of_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value)
