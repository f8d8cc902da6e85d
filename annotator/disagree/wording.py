"""How much does a change of words inside a quotation change what is said?

Short forms, order, tense and emphasis only blur the wording; other words change it; another number, month or a
negation that one version lacks contradicts it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any

from annotator.align import Word
from annotator.model import Severity
from annotator.text import load_table

SHORT = 2  # letters of a particle within a name


def grade_change(x: Sequence[Word], y: Sequence[Word]) -> Severity | None:
    """How severe it is that the words `x` stand here where the words `y` stand there; None for a matter of spelling.

    Both are all the words that changed, without those that both versions have.
    """
    left, right = _spell_out(x), _spell_out(y)
    if any(sorted(a) == sorted(b) for a in left for b in right):
        is_moved = Counter(w.plain for w in x) == Counter(w.plain for w in y)
        return Severity.IMPRECISION if is_moved or _has_short_form(x) or _has_short_form(y) else None
    if _negations(left[0]) % 2 != _negations(right[0]) % 2 or _figures(left[0]) != _figures(right[0]):
        is_added = not _negations(left[0] + right[0]) and not (_figures(left[0]) and _figures(right[0]))
        return Severity.TENSION if is_added else Severity.CONFLICT
    if x and y and all(w.is_capital or len(w.plain) <= SHORT for w in (*x, *y)):
        return None  # two spellings or forms of a name
    a, b = _terms(x), _terms(y)
    if a != b:
        return Severity.TENSION
    return Severity.IMPRECISION if _telling(x, y) else None


def is_short_form_of(x: Sequence[Word], y: Sequence[Word]) -> bool:
    """Whether words differ in short forms only: "I'd", "I would"."""
    is_short = _has_short_form(x) or _has_short_form(y)
    return is_short and any(a == b for a in _spell_out(x) for b in _spell_out(y))


def _telling(x: Sequence[Word], y: Sequence[Word]) -> bool:
    """Whether words without content, or forms of one word, differ in more than an article."""
    return bool({w.plain for w in x} ^ {w.plain for w in y} - _words("articles"))


def _terms(words: Sequence[Word]) -> set[str]:
    """The terms that carry content and no mere emphasis."""
    return {w.term for w in words if w.term is not None and w.plain not in _words("emphasis")}


def _spell_out(words: Sequence[Word]) -> list[tuple[str, ...]]:
    """The words without short forms, in every reading ("I'd" is "I had" and "I would"); numbers as figures."""
    readings: list[tuple[str, ...]] = [()]
    for word in words:
        forms = _long_forms().get(word.plain)
        if forms is None:
            stem, mark, ending = word.plain.rpartition("'")
            endings = _long_forms().get(mark + ending) if stem else None
            forms = [(stem, e[0]) for e in endings] if endings else [(_figure(word.plain),)]
        readings = [r + form for r in readings[:4] for form in forms]
    return readings


def _has_short_form(words: Sequence[Word]) -> bool:
    return any("'" in w.plain for w in words)


@cache
def _long_forms() -> dict[str, list[tuple[str, ...]]]:
    """By short form ("won't", "'d") the forms that it may stand for."""
    return {short: [tuple(form.split()) for form in forms] for short, forms in _table()["short_forms"].items()}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_table()[name].split())


def _table() -> dict[str, Any]:
    return load_table("annotator.disagree", "data/wording.toml")


def _figure(plain: str) -> str:
    number = _table()["number_words"].get(plain)
    return str(number) if number is not None else plain.replace(",", "")


def _negations(words: Sequence[str]) -> int:
    return sum(w in _words("plain_negative") for w in words)


def _figures(words: Sequence[str]) -> tuple[str, ...]:
    """Numbers, days and months among the words."""
    return tuple(w for w in words if w[0].isdigit() or w in _words("calendar"))
