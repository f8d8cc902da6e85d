"""Knows the forms of English verbs: the lemma of a form, and which forms it can be."""

from __future__ import annotations

from enum import Flag, auto
from functools import cache
from typing import Any

from annotator.text import load_table

_VOWELS = "aeiou"
_LONGEST_VERB = 24
# A stem that ends so has lost its -e, unless the table of verbs says otherwise.
_E_ENDINGS = (
    "at", "iz", "is", "us", "os", "as", "v", "c", "g", "u", "bl", "cl", "dl", "fl", "gl", "kl", "pl", "tl", "zl",
    "rs", "ns", "rv", "lv", "ir", "ur", "id", "ud", "od", "ok", "uk", "um", "im", "om", "in", "ut", "ot", "et",
    "ap", "op", "yp", "ag", "nam",
)  # fmt: skip


class Form(Flag):
    """Forms of a verb that one spelling can be."""

    NONE = 0
    BASE = auto()
    PRESENT = auto()
    """Third person singular."""
    PAST = auto()
    PARTICIPLE = auto()
    ING = auto()


@cache
def known_forms() -> dict[str, tuple[str, Form]]:
    """Lemma and possible forms of every spelling of the verbs in the table."""
    made: dict[str, tuple[str, Form]] = {}

    def add(spelling: str, lemma: str, form: Form) -> None:
        old = made.get(spelling)
        made[spelling] = (old[0], old[1] | form) if old and old[0] == lemma else old or (lemma, form)

    for line in load_verbs()["irregular"].strip().splitlines():
        base, past, participle = line.split()
        add(base, base, Form.BASE)
        for spelling in past.split("/"):
            add(spelling, base, Form.PAST)
        for spelling in participle.split("/"):
            add(spelling, base, Form.PARTICIPLE)
        add(_present(base), base, Form.PRESENT)
        for spelling in _ing_forms(base):
            add(spelling, base, Form.ING)
    regular = load_verbs()["regular"].split()
    for base in regular:
        lemma = _american(base) if _american(base) in regular else base
        add(base, lemma, Form.BASE)
        for spelling in _past(base):
            add(spelling, lemma, Form.PAST | Form.PARTICIPLE)
        add(_present(base), lemma, Form.PRESENT)
        for spelling in _ing_forms(base):
            add(spelling, lemma, Form.ING)
    made |= {
        "were": ("be", Form.PAST),
        "am": ("be", Form.PRESENT),
        "is": ("be", Form.PRESENT),
        "are": ("be", Form.PRESENT),
    }
    return made


def read_verb(word: str) -> tuple[str, Form]:
    """The lemma of a lower-case spelling and the forms it can be; unknown words are read by their ending."""
    known = known_forms().get(word)
    if known:
        return known
    if not word.isalpha() or not 4 < len(word) < _LONGEST_VERB or word in _no_verbs():
        return word, Form.NONE
    if word.endswith("ied"):
        return word[:-3] + "y", Form.PAST | Form.PARTICIPLE
    if word.endswith("ed") and not word.endswith("eed"):
        return _restore(word[:-2]), Form.PAST | Form.PARTICIPLE
    if word.endswith("ing") and any(c in _VOWELS for c in word[:-3]):
        return _restore(word[:-3]), Form.ING
    return word, Form.NONE


def load_verbs() -> dict[str, Any]:
    """The tables of verbs."""
    return load_table("annotator.facts", "data/verbs.toml")


@cache
def _no_verbs() -> frozenset[str]:
    return frozenset(load_verbs()["no_verbs"].split())


def is_known_verb(lemma: str) -> bool:
    """Whether the table has this verb."""
    return known_forms().get(lemma, ("", Form.NONE))[0] == lemma


def _restore(stem: str) -> str:
    """The base form that lost its ending before -ed or -ing."""
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsfz":
        return stem[:-1]
    return (
        stem + "e"
        if stem.endswith(_E_ENDINGS) and not stem.endswith(("ain", "oin", "eat", "oat", "ait", "eet", "oot"))
        else stem
    )


def _american(base: str) -> str:
    """The American spelling of a British one, so that both have one lemma."""
    for british, american in (("ise", "ize"), ("our", "or"), ("fulfil", "fulfill")):
        if base.endswith(british):
            return base.removesuffix(british) + american
    return base


def _present(base: str) -> str:
    if base in ("be", "have", "do", "go"):
        return {"be": "is", "have": "has", "do": "does", "go": "goes"}[base]
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _past(base: str) -> tuple[str, ...]:
    if base.endswith("e"):
        return (base + "d",)
    if base.endswith("y") and base[-2] not in _VOWELS:
        return (base[:-1] + "ied",)
    return (base + "ed", base + base[-1] + "ed") if _may_double(base) else (base + "ed",)


def _ing_forms(base: str) -> tuple[str, ...]:
    if base.endswith("ie"):
        return (base[:-2] + "ying",)
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return (base[:-1] + "ing",)
    return (base + "ing", base + base[-1] + "ing") if _may_double(base) else (base + "ing",)


def _may_double(base: str) -> bool:
    """Whether the last consonant may be written twice before an ending (stopped, admitted, cancelled)."""
    return len(base) > 2 and base[-1] not in "aeiouwxyh" and base[-2] in _VOWELS and base[-3] not in _VOWELS
