"""Gives one person or body the same entity across the documents of a story.

Persons are joined by surname (spelling variants too) when their given names do not speak against it; bodies by their
words, their initials or the alias table. Sources without a name get no entity.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz import fuzz

from annotator.attribution.lexicon import PACKAGE, lexicon
from annotator.model import Alias, Attribution, Source, SourceRole
from annotator.text import fold, load_table

MIN_SURNAME_RATIO = 88  # 0-100, fuzz.ratio: Hordiyenko/Hordienko 95
MIN_GIVEN_RATIO = 80  # 0-100, fuzz.ratio: Sergei/Sergey 83, Alan/Adam 50
MIN_FUZZY_LETTERS = 6  # shorter surnames must be equal: Smith/Smyth are two people
MIN_WORD_RATIO = 85  # 0-100, fuzz.ratio of two words of a body's name: Defence/Defense 86
_NICKNAME_LETTERS = 2  # common start of a given name and its short form: Gregory/Greg

_PERSON_ROLES = frozenset((SourceRole.PERSON, SourceRole.OFFICIAL))
_BODY_ROLES = frozenset((SourceRole.INSTITUTION, SourceRole.OUTLET))
_AND = " and "
_LINK_WORDS = frozenset(("the", "of", "for", "and", "on", "in", "&"))


@dataclass(frozen=True, slots=True)
class _Named:
    name: str
    is_person: bool


def link_entities(
    documents: Sequence[tuple[Attribution, ...]], *, aliases: Sequence[Alias] = ()
) -> tuple[tuple[Attribution, ...], ...]:
    """The same attributions, one tuple a document, with `source.entity` filled in: the fullest form of the name.

    `source.name` stays as its own document spells it.

    Args:
        aliases: names of one person or body besides the packaged ones; the first that has a name wins.
    """
    known = {_key(other): row.name for row in reversed(aliases) for other in (row.name, *row.others)}
    counts: Counter[_Named] = Counter()
    for attributions in documents:
        counts.update({n for a in attributions for n in _all_named(a.source, known)})
    persons = _join_persons([n.name for n in counts if n.is_person])
    bodies = _join_bodies([n.name for n in counts if not n.is_person])
    entities = {
        _Named(name, is_person): _fullest(group, counts, is_person=is_person)
        for is_person, groups in ((True, persons), (False, bodies))
        for group in groups
        for name in group
    }
    return tuple(tuple(_with_entity(a, entities, known) for a in attributions) for attributions in documents)


def _all_named(source: Source | None, known: Mapping[str, str]) -> tuple[_Named, ...]:
    """Everybody whom a source names: "A and B" are two."""
    parts = source.name.split(_AND) if source and source.name and source.role in _PERSON_ROLES else ()
    if source is None or len(parts) < 2:
        return (named,) if (named := _named(source, known)) else ()
    return tuple(n for part in parts if " " in part and (n := _named(_part(source, part), known)))


def _part(source: Source, name: str) -> Source:
    is_body = not lexicon().sets["institutions"].isdisjoint(name.lower().split())
    return replace(source, name=name, role=SourceRole.INSTITUTION if is_body else source.role)


def _named(source: Source | None, known: Mapping[str, str]) -> _Named | None:
    if source is None or not source.name:
        return None
    alias = known.get(_key(source.name))
    if alias is None and not any(c.isupper() for c in source.name):
        return None
    name = alias or source.name
    if source.role in _PERSON_ROLES:
        return _Named(name, is_person=True)
    return _Named(name, is_person=False) if alias or source.role in _BODY_ROLES else None


def _with_entity(attribution: Attribution, entities: dict[_Named, str], known: Mapping[str, str]) -> Attribution:
    source = attribution.source
    named = _all_named(source, known)
    if source is None or source.name is None or not named:
        return attribution
    entity = source.name
    for one in named:
        entity = entity.replace(one.name, entities[one]) if len(named) > 1 else entities[one]
    return replace(attribution, source=replace(source, entity=entity))


def _fullest(group: Iterable[str], counts: Counter[_Named], *, is_person: bool) -> str:
    """The name of most words; of spellings, the one of most documents, then the plainest."""
    return min(group, key=lambda name: (-len(name.split()), -counts[_Named(name, is_person)], len(name), name))


def _join_persons(names: Sequence[str]) -> list[list[str]]:
    """Groups of names of one person; a surname alone joins a full name only if no other bears it."""
    full = sorted(n for n in names if " " in n)
    groups = _group(full, _same_person)
    for name in sorted(n for n in names if " " not in n):
        bearers = [g for g in groups if any(_same_surname(_words(name)[-1:], _words(other)[-1:]) for other in g)]
        if len(bearers) == 1:
            bearers[0].append(name)
        else:
            groups.append([name])
    return groups


def _join_bodies(names: Sequence[str]) -> list[list[str]]:
    return _group(sorted(names), _same_body)


def _group(names: Sequence[str], same: Callable[[str, str], bool]) -> list[list[str]]:
    groups: list[list[str]] = []
    for name in names:
        home = next((g for g in groups if any(same(name, other) for other in g)), None)
        if home:
            home.append(name)
        else:
            groups.append([name])
    return groups


def _same_person(a: str, b: str) -> bool:
    first, second = _words(a), _words(b)
    if first == second:
        return True
    if not first or not second or not _same_surname(first[-1:], second[-1:]):
        return False
    return _same_given(first[0], second[0])


def _same_surname(first: list[str], second: list[str]) -> bool:
    if first == second:
        return bool(first)
    a, b = "".join(first), "".join(second)
    if min(len(a), len(b)) < MIN_FUZZY_LETTERS or a[:1] != b[:1]:
        return False
    return fuzz.ratio(a, b) >= MIN_SURNAME_RATIO


def _same_given(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return long.startswith(short)
    return a[:_NICKNAME_LETTERS] == b[:_NICKNAME_LETTERS] or fuzz.ratio(a, b) >= MIN_GIVEN_RATIO


def _same_body(a: str, b: str) -> bool:
    if _alias(a) == _alias(b):
        return True
    first, second = _body_words(_alias(a)), _body_words(_alias(b))
    if not first or not second:
        return False
    if _is_acronym(a, second) or _is_acronym(b, first):
        return True
    short, long = sorted((first, second), key=len)
    if len(short) == 1 and len(long) > 1:
        return False
    extra = len(long) - len(short)
    return all(any(fuzz.ratio(w, v) >= MIN_WORD_RATIO for v in long) for w in short) and (
        not extra or (extra == 1 and not lexicon().sets["places"].isdisjoint(set(long) - set(short)))
    )


def _is_acronym(name: str, words: Sequence[str]) -> bool:
    letters = name.replace(".", "")
    return letters.isupper() and len(letters) > 1 and letters.lower() == "".join(w[0] for w in words)


def _alias(name: str) -> str:
    key = _key(name)
    return _aliases().get(key, key)


def _key(name: str) -> str:
    return " ".join(w for w in fold(name).split() if w != "the")


@cache
def _aliases() -> dict[str, str]:
    rows = load_table(PACKAGE, "data/aliases.toml")["aliases"]
    return {fold(name): fold(row[0]) for row in rows for name in row}


def _words(name: str) -> list[str]:
    return fold(name).replace(".", "").replace("-", " ").split()


def _body_words(name: str) -> list[str]:
    return [w for w in _words(name) if w not in _LINK_WORDS]
