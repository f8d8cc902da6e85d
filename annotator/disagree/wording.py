"""How much does a change of words inside a quotation change what is said?

Short forms, order and emphasis only blur the wording; other words change it, and so does what is doubted, possible,
due, done or conditional in one version only; another number, month or a negation that one version lacks contradicts
it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any

from annotator.align import Word
from annotator.model import Severity
from annotator.text import load_table

_ONE_SPELLING = {
    **{"our": "or", "ise": "ize", "isi": "izi", "isa": "iza", "yse": "yze", "ysi": "yzi", "ll": "l", "tre": "ter"},
    **{"mme": "m", "gue": "g", "ae": "e", "oe": "e", "ence": "ense", "ce": "se", "dg": "dge", "dge": "dge"},
}
_SPELLING = re.compile("our|is[eia]|ys[ei]|ll|tre|mme|gue|ae|oe|ence|ce|dge?")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")
MIN_OTHER_WORDS = 2  # of content that stand for as many others, from which a changed quotation is more than reworded
SHORT = 2  # letters of a particle within a name
_SENSES = ("quantity", "doubt", "modality", "condition", "aspect", "phase")
_TOLD_BY_BOTH = frozenset({"condition", "aspect", "phase"})  # differ only where both versions have a word of them
_EMPHASIS = frozenset({"all", "many"})  # classes of which a word may be added without another sense


def grade_change(x: Sequence[Word], y: Sequence[Word]) -> Severity | None:
    """How severe it is that the words `x` stand here where the words `y` stand there; None for a matter of spelling.

    Both are all the words that changed, without those that both versions have.
    """
    left, right = _spell_out(x), _spell_out(y)
    if any(sorted(a) == sorted(b) for a in left for b in right):
        is_moved = Counter(w.plain for w in x) == Counter(w.plain for w in y)
        return Severity.IMPRECISION if is_moved or _has_short_form(x) or _has_short_form(y) else None
    a, b = _without_shared(left[0], right[0])
    if _negations(a) % 2 != _negations(b) % 2 or (_figures(a) and _figures(b)) or _are_contrary(a, b):
        return Severity.CONFLICT
    if x and y and all(_is_of_name(w) for w in (*x, *y)):
        return None  # two spellings or forms of a name
    if any(_differ(a, b, sense) for sense in _SENSES) or _are_other_words(x, y):
        return Severity.TENSION
    return None if _spellings(x) == _spellings(y) else Severity.IMPRECISION


def changed_sense(x: Sequence[Word], y: Sequence[Word]) -> str:
    """What differs between words if nothing of content does: "negation", "quantity", "doubt" or "modality"; else ""."""
    if not is_light_change(x, y):
        return ""
    left, right = _spell_out(x), _spell_out(y)
    if any(sorted(a) == sorted(b) for a in left for b in right):
        return ""
    a, b = _without_shared(left[0], right[0])
    if _negations(a) % 2 != _negations(b) % 2:
        return "negation"
    return next((sense for sense in _SENSES if sense not in _TOLD_BY_BOTH and _differ(a, b, sense)), "")


def is_light_change(x: Sequence[Word], y: Sequence[Word]) -> bool:
    """Whether no word of content differs: what a sentence is about stays the same."""
    return _terms(x) == _terms(y) or is_short_form_of(x, y)


def _are_other_words(x: Sequence[Word], y: Sequence[Word]) -> bool:
    """Whether more than one word of content was changed; a single one mostly says the same in another way."""
    return min(len(_terms(x) - _terms(y)), len(_terms(y) - _terms(x))) >= MIN_OTHER_WORDS


def is_other_word(x: Sequence[Word], y: Sequence[Word]) -> bool:
    """Whether a word of content stands in the place of another one."""
    if grade_change(x, y) not in (Severity.TENSION, Severity.CONFLICT):
        return False
    left, right = ({w.term for w in words if w.term} for words in (x, y))
    return bool(left and right) and left != right


def is_doubtful(words: Sequence[Word]) -> bool:
    """Whether words tell that something is thought rather than known: "I believe that", "as far as I know"."""
    return bool(_classes([w.plain for w in words], "doubt") & {"doubtful"}) or "know" in {w.plain for w in words}


def is_negative(words: Sequence[Word]) -> bool:
    """Whether words turn what follows into its opposite."""
    return _negations(_spell_out(words)[0]) % 2 == 1


def is_short_form_of(x: Sequence[Word], y: Sequence[Word]) -> bool:
    """Whether words differ in short forms only: "I'd", "I would"."""
    is_short = _has_short_form(x) or _has_short_form(y)
    return is_short and any(a == b for a in _spell_out(x) for b in _spell_out(y))


def _spellings(words: Sequence[Word]) -> list[str]:
    """The words in one of the spellings of English ("travellers apologised", "travelers apologized")."""
    return [_SPELLING.sub(lambda m: _ONE_SPELLING[m[0]], w.plain) for w in words]


def _terms(words: Sequence[Word]) -> set[str]:
    """The terms that carry content: no mere emphasis, and no word of which `_SENSES` tell what its change means."""
    return {w.term for w in words if w.term is not None and w.plain not in _words("emphasis") | _small_words()}


def _spell_out(words: Sequence[Word]) -> list[tuple[str, ...]]:
    """The words without short forms, in every reading ("I'd" is "I had" and "I would"); numbers as figures."""
    readings: list[tuple[str, ...]] = [()]
    for word in words:
        forms = _long_forms().get(word.plain)
        if forms is None:
            stem, mark, ending = word.plain.rpartition("'")
            endings = _long_forms().get(mark + ending) if stem else None
            forms = [(stem, e[0]) for e in endings] if endings else [(_figure(word),)]
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


@cache
def _small_words() -> frozenset[str]:
    classes = (members for sense in _SENSES for members in _table()["senses"][sense].values())
    return frozenset(word for members in classes for word in members.split())


def _table() -> dict[str, Any]:
    return load_table("annotator.disagree", "data/wording.toml")


def _figure(word: Word) -> str:
    """A number as figures; the month of May told from the verb by its capital."""
    if word.plain == "may" and word.is_capital:
        return "May"
    number = _table()["number_words"].get(word.plain)
    return str(number) if number is not None else _ORDINAL.sub("", word.plain.replace(",", ""))


def _without_shared(x: Sequence[str], y: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of either side that the other one has not."""
    a, b = Counter(x), Counter(y)
    return tuple((a - b).elements()), tuple((b - a).elements())


def _are_contrary(x: Sequence[str], y: Sequence[str]) -> bool:
    """All for some, all for nearly all: a scale's end stands in one version only, and its middle in the other."""
    ours, theirs = _classes(x, "quantity"), _classes(y, "quantity")
    return bool(ours and theirs and ours != theirs and {"all", "none"} & (ours ^ theirs))


def _is_of_name(word: Word) -> bool:
    is_named = word.is_capital and word.term is not None and word.plain not in _small_words()
    return is_named or (word.term is None and len(word.plain) <= SHORT and not word.is_capital)


def _differ(x: Sequence[str], y: Sequence[str], sense: str) -> bool:
    """Whether words differ in a sense; emphasis that is added, and order in time told once, change none."""
    ours, theirs = _classes(x, sense), _classes(y, sense)
    if ours and theirs:
        return ours != theirs
    return sense not in _TOLD_BY_BOTH and bool((ours | theirs) - _EMPHASIS)


def _classes(words: Sequence[str], sense: str) -> frozenset[str]:
    """The classes of a sense ("modality") that words fall into."""
    table = _table()["senses"][sense]
    return frozenset(name for name, members in table.items() if set(words) & set(members.split()))


def _negations(words: Sequence[str]) -> int:
    return sum(w in _words("plain_negative") for w in words)


def _figures(words: Sequence[str]) -> tuple[str, ...]:
    """Numbers, days and months among the words."""
    return tuple(w for w in words if w[0].isdigit() or w in _words("calendar"))
