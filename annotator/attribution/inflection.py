"""Makes the forms of an English verb from its entry in a word table."""

from __future__ import annotations

from enum import StrEnum

_DOUBLING = frozenset(
    [
        "admit",
        "commit",
        "refer",
        "prefer",
        "rebut",
        "begin",
        "forget",
        "forbid",
        "permit",
        "regret",
        "concur",
        "occur",
        "rebel",
    ]
)
_VOWELS = frozenset("aeiou")
_SHORT_WORD = 4  # letters: longer words of one consonant after one vowel double it only when they are listed


class Form(StrEnum):
    """A form of a verb."""

    BASE = "base"
    S = "s"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


def inflect(entry: str) -> dict[str, frozenset[Form]]:
    """All forms of a verb, each with what it may be.

    Args:
        entry: the lemma, and for an irregular verb its past and participle: "write wrote written".
    """
    lemma, *irregular = entry.split()
    past = irregular[0] if irregular else _add_ed(lemma)
    participle = irregular[-1] if irregular else past
    forms: dict[str, frozenset[Form]] = {}
    for word, form in (
        (lemma, Form.BASE),
        (_add_s(lemma), Form.S),
        (past, Form.PAST),
        (participle, Form.PARTICIPLE),
        (_add_ing(lemma), Form.ING),
    ):
        forms[word] = forms.get(word, frozenset()) | {form}
    return forms


def _add_s(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        return lemma + "es"
    return lemma + "s"


def _add_ed(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied"
    return lemma + (lemma[-1] if _doubles(lemma) else "") + "ed"


def _add_ing(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith("ee"):
        return lemma[:-1] + "ing"
    return lemma + (lemma[-1] if _doubles(lemma) else "") + "ing"


def _doubles(lemma: str) -> bool:
    if lemma in _DOUBLING:
        return True
    if len(lemma) > _SHORT_WORD or len(lemma) < 3 or lemma[-1] in "wxy":
        return False
    return lemma[-1] not in _VOWELS and lemma[-2] in _VOWELS and lemma[-3] not in _VOWELS
