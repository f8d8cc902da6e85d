"""Reads what a number counts, and says how alike two counted things are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from annotator.facts.numerals import read_numeral
from annotator.facts.tokens import Tokens
from annotator.facts.verbs import Form, read_verb
from annotator.model import Fact
from annotator.text import load_table

MAX_PHRASE = 14  # tokens from the number to the noun it counts
MAX_MODIFIERS = 2  # words kept before the noun: enough to tell "government representatives" from "industry leaders"
SCOPE_JOIN = "; "
MAX_DESCRIBED = 8  # tokens of a phrase such as "Coastal Defence Industry Conference"
LIST_REACH = 16  # tokens between a number's phrase and the verb of the list that it opens
STATE_REACH = 4  # tokens between a number's phrase and the verb that says what befell those counted
_LIST_ENDS = frozenset(
    {"who", "which", "that", "when", "while", "as", "but", "after", "before", "because", "had", "has"}
)


@dataclass(frozen=True, slots=True)
class Counted:
    """The words for what is counted, in lower case, and the token after them."""

    words: str
    after: int


def read_counted(tokens: Tokens, i: int) -> Counted | None:
    """The plural noun phrase at token `i`, right behind a number."""
    i = _skip_of(tokens, i)
    low, stops = tokens.low, _words("stops")
    head = None
    for j in range(i, min(i + MAX_PHRASE, tokens.count)):
        word = low[j]
        if word in (",", "and", "-", "&") and j > i:
            continue
        if not word[0].isalpha() or word in stops:
            break
        if is_plural(word) and tokens.raw[j] != word.upper():
            head = j
            goes_on = word in _words("modifiers") or word in _words("heads") or low[j - 1] == "-"
            if not goes_on or not low[j + 1].isalpha() or low[j + 1] in stops:
                break
        elif head is not None and not low[j + 1].isalpha():
            break
    return _phrase(tokens, i, head) if head is not None else None


def read_described(tokens: Tokens, i: int) -> Counted | None:
    """The noun phrase behind an amount or a hyphened unit ("a five-hour meeting", "a $1 million campaign")."""
    low, j = tokens.low, i
    if read_verb(low[i])[1] & Form.PARTICIPLE and low[i + 1].isalpha() and _is_nominal(low[i + 1]):
        j += 1
    while j < min(i + MAX_DESCRIBED, tokens.count) and (_is_nominal(low[j]) or (j > i and low[j - 1] == "-")):
        j += 1
        if low[j] in ("-", "'s") and tokens.is_glued(j - 1) and low[j + 1].isalpha():
            j += 1
        elif is_plural(low[j - 1]) and not tokens.raw[j][:1].isupper():
            break
    return _phrase(tokens, i, j - 1) if j > i else None


def read_state(tokens: Tokens, first: int, after: int) -> str | None:
    """What befell the counted: "killed" in "killed 12 people", "12 people were killed", "12 dead"."""
    states = _states()
    for j in range(after - 1, min(after + STATE_REACH, tokens.count)):
        if tokens.low[j] in states:
            return states[tokens.low[j]]
        if j >= after and (tokens.raw[j][0].isdigit() or tokens.low[j] in (".", ";", ",", "and")):
            break
    for j in range(first - 1, max(first - 1 - STATE_REACH, -1), -1):
        if tokens.low[j] in states:
            return states[tokens.low[j]]
        if tokens.raw[j][0].isdigit() or tokens.low[j] in (".", ";", ","):
            break
    return _read_state_of_list(tokens, after)


def _read_state_of_list(tokens: Tokens, after: int) -> str | None:
    """What befell all of a list: "killed" for the 12 of "12 guards and two drivers were killed"."""
    low, states = tokens.low, _states()
    for j in range(after, min(after + LIST_REACH, tokens.count)):
        if low[j] in ("was", "were", "are", "been"):
            return next((states[word] for word in low[j + 1 : j + 3] if word in states), None)
        if low[j] in (",", "and"):
            if low[j + 1] not in ("and", "a", "an") and read_numeral(tokens, j + 1) is None:
                return None
        elif j == after or not (low[j][0].isalnum() or low[j] == "-") or low[j] in _LIST_ENDS:
            return None
    return None


def read_rate(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """What an amount recurs in or is reckoned by ("a year", "per share") at token `i`, and the token after it."""
    low = tokens.low
    if low[i] in ("per", "a", "an", "each", "every", "/") and low[i + 1] in _words("rates"):
        return f"per {low[i + 1]}", i + 2
    if low[i] == "-" and low[i + 1] in ("a", "an", "per") and low[i + 2] == "-" and low[i + 3] in _words("rates"):
        return f"per {low[i + 3]}", i + 4
    if low[i] in _words("rate_adverbs"):
        return low[i], i + 1
    if low[i] in ("in", "so") and low[i + 1] in ("total", "all", "far"):
        return f"{low[i]} {low[i + 1]}", i + 2
    return None


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like the plural that a number counts."""
    if word in _words("heads"):
        return True
    if len(word) < 4 or not word.endswith("s") or word in _words("singulars"):
        return word in ("ads", "mps")
    return not word.endswith(("ss", "us", "is", "ous"))


def singular(word: str) -> str:
    """The singular of a lower-case noun."""
    table: dict[str, str] = _table()["plurals"]
    if word in table:
        return table[word]
    if word in _words("singulars") or len(word) < 4:
        return word
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def head_of(counted: str) -> str:
    """The singular of the noun at the head of a counted phrase ("government representatives" -> "representative")."""
    return singular(counted.rpartition(" ")[2])


def counts_people(fact: Fact) -> bool:
    """Whether people are counted, or nothing is told of what is."""
    return not fact.counted or _groups().get(head_of(fact.counted)) == "person"


def is_label(word: str) -> bool:
    """Whether a bare figure behind the lower-case word is a name ("Article 5")."""
    return word in _words("labels")


def is_one_idiom(word: str) -> bool:
    """Whether "one" before the lower-case word counts nothing."""
    return word in _words("one_idioms") or word in _words("stops")


def same_counted(a: Fact, b: Fact) -> float:
    """How alike two facts' counted things are.

    Returns:
        1.0 for the same noun, 0.8 for two words of one group ("attendees", "people"), 0.7 where one is a modifier of
        the other ("members", "member states"), 0.5 where one is not known, 0.0 for different things or different
        fates (killed, injured); symmetric.
    """
    fates = {fate_of(a), fate_of(b)} - {None}
    if len(fates) == 2:
        return 0.0
    if not a.counted or not b.counted:
        return 0.5
    if a.counted == b.counted:
        return 1.0
    left, right = head_of(a.counted), head_of(b.counted)
    if left == right:
        ours, theirs = _modifiers(a.counted), _modifiers(b.counted)
        return 1.0 if ours & theirs or not ours or not theirs else 0.9
    groups = _groups()
    if left in groups and groups[left] == groups.get(right):
        return 0.8
    is_named = right in map(singular, a.counted.split()) or left in map(singular, b.counted.split())
    return 0.7 if is_named else 0.0


def fate_of(fact: Fact) -> str | None:
    """What befell the counted people or things, as a general word ("killed"), where the scope tells it."""
    return next((part for part in (fact.scope or "").split(SCOPE_JOIN) if part in _states().values()), None)


def _is_nominal(word: str) -> bool:
    """Whether a word can stand inside a noun phrase: no function word, no verb that is nothing but a verb."""
    if len(word) < 2 or not word[0].isalpha() or word in _words("stops") or word in _states():
        return False
    form = read_verb(word)[1]
    return not form & (Form.PAST | Form.PARTICIPLE) or bool(form & Form.BASE)


def _skip_of(tokens: Tokens, i: int) -> int:
    """Past "of", "of the", "of its" behind a vague number or a share."""
    if tokens.low[i] != "of":
        return i
    return (
        i + 2 if tokens.low[i + 1] in ("the", "its", "his", "her", "their", "our", "all", "these", "those") else i + 1
    )


def _phrase(tokens: Tokens, first: int, head: int) -> Counted:
    """The head with the words right before it."""
    start = head
    while start > first and head - start < MAX_MODIFIERS and tokens.low[start - 1][0].isalpha():
        if tokens.low[start - 1] in ("and", *_words("stops")):
            break
        start -= 1
    return Counted(" ".join(tokens.low[start : head + 1]), head + 1)


def _modifiers(counted: str) -> frozenset[str]:
    return frozenset(counted.split()[:-1])


def _table() -> dict[str, Any]:
    return load_table("annotator.facts", "data/nouns.toml")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_table()[name].split())


@cache
def _states() -> dict[str, str]:
    return {word: state for state, words in _table()["states"].items() for word in words}


@cache
def _groups() -> dict[str, str]:
    return {word: name for name, words in _table()["synonyms"].items() for word in words}
