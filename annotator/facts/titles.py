"""Finds who is called what: "President Maren Holt", "Maren Holt, head of Calder Group", "the group's pollster, Holt".

A title's value is the role in lower case ("chief executive"), `counted` the person, `scope` the body it is held in.
"""

from __future__ import annotations

from functools import cache

from annotator.facts.found import Found
from annotator.facts.names import words
from annotator.facts.tokens import Tokens
from annotator.model import FactKind
from annotator.text import load_table

_MAX_ROLE = 7  # tokens of a role before its head
_MAX_BODY = 8  # tokens of "of the Calder Valley Council"
_COPULAS = frozenset({"is", "was", "became", "as"})
_ENDS = frozenset({
    "of", "at", "who", "which", "and", "or", "said", "is", "was", "in", "by", "to", "not", "with", "for", "on", "that",
    "the", "a", "an", "as", "from", "his", "her", "its", "their", "has", "had", "will",
})  # fmt: skip
_DETERMINERS = frozenset({"a", "an", "the", "its", "their", "our", "his", "her", "my", "now"})
_ORIGINS = frozenset({"of", "in", "from", "at", "near"})
_BEHIND_HEAD = frozenset({
    "of", "at", "for", "with", "who", "which", "whose", "in", "and", "to", "from", "on", "said", "says", "told", "when",
    "since", "until", "but", "was", "is", "as", "or", "by", "-", ",", ".", ";", ")", "(", "”", '"', "’", "",
})  # fmt: skip


def match_titles(tokens: Tokens, names: list[Found]) -> list[Found]:
    """Titles of the named people, in order of the names."""
    found = []
    for name in names:
        if name.kind is not FactKind.NAME or name.counted:
            continue
        found += [f for f in (_before(tokens, name), _behind(tokens, name), _apposed_before(tokens, name)) if f]
    return found


def plain_title(title: str) -> str:
    """The title in words that two outlets would share: "CEO" and "chief executive officer", "chairman" and "chair"."""
    aliases: dict[str, str] = load_table("annotator.facts", "data/names.toml")["title_aliases"]
    return " ".join(aliases.get(word, word) for word in title.lower().split())


def _before(tokens: Tokens, name: Found) -> Found | None:
    """ "Prime Minister Holt", "former harbour master Ilse Brandt"."""
    head = name.first - 1
    head -= tokens.low[head] == "."
    if head < 0:
        return None
    is_field = tokens.low[head] not in words("titles") and tokens.raw[head][0].isupper()
    first = head - 2 if is_field and head >= 2 and tokens.low[head - 1] == "of" else head
    if first < 0 or tokens.low[first] not in words("titles"):
        return None
    top = first
    while first > 0 and top - first < _MAX_ROLE and _is_modifier(tokens, first - 1):
        first -= 1
    if first and tokens.low[first - 1] in words("titles"):
        first -= 1
    body, no_names = first, words("no_names")
    while first - body < min(first, _MAX_BODY) and tokens.raw[body - 1][0].isupper():
        if tokens.low[body - 1] in no_names:
            break
        body -= 1
    held_in = " ".join(tokens.slice(body, first).split()) if body < first else None
    return _make(tokens, (first, head + 1), (name.first, name.after), held_in)


def _behind(tokens: Tokens, name: Found) -> Found | None:
    """ "Holt, the chief executive of Calder Group,", "Holt is mayor of Calder"."""
    low = tokens.low
    if low[name.first - 1] in _ORIGINS:
        return None
    at = name.after
    if low[at] == "," and low[at + 1] == "who" and low[at + 2] in _role_verbs():
        return _make(tokens, (at + 2, at + 3), (name.first, name.after), _read_body(tokens, at + 3))
    at += 2 if low[at] == "," and low[at + 1] in ("who", "now") and low[at + 2] in _COPULAS else 0
    if low[at] != "," and low[at] not in _COPULAS:
        return None
    return _read_role(tokens, at + 1, name)


def _apposed_before(tokens: Tokens, name: Found) -> Found | None:
    """ "the council's chief auditor, Ilse Brandt"."""
    comma = name.first - 1
    if name.first < 2 or tokens.low[comma] != "," or tokens.low[comma - 1] not in words("titles"):
        return None
    first = comma - 1
    while first > 0 and comma - first < _MAX_ROLE and _is_modifier(tokens, first - 1):
        first -= 1
    if tokens.low[first - 1] not in ("the", "'s", "its", "their", "his", "her", "a", "an", ",", "and"):
        return None
    return _make(tokens, (first, comma), (name.first, name.after), None)


def _read_role(tokens: Tokens, i: int, name: Found) -> Found | None:
    low = tokens.low
    if low[i] in _DETERMINERS:
        i += 1
    head = None
    for j in range(i, min(i + _MAX_ROLE, tokens.count)):
        if low[j] in words("titles") and not (tokens.raw[j][0].isupper() and tokens.raw[i][0].islower()):
            head = j
        elif low[j] == "'s" and head is None:
            i = j + 1
        elif not (tokens.raw[j][0].isalpha() or low[j] in ("-", ".")) or low[j] in _ENDS or head is not None:
            break
    if head is None or low[head + 1] not in _BEHIND_HEAD:
        return None
    body = None
    if low[head + 1] in ("of", "at", "for", "with"):
        body = _read_body(tokens, head + 2)
        if body and tokens.raw[i][0].isupper() and _names_another(body):
            return None
    return _make(tokens, (i, head + 1), (name.first, name.after), body)


@cache
def _role_verbs() -> dict[str, str]:
    """By verb, the role of whoever does it: "chairs" makes a chair."""
    table: dict[str, str] = load_table("annotator.facts", "data/names.toml")["role_verbs"]
    return table


def _names_another(body: str) -> bool:
    """Whether the words behind "Secretary of" run on into the name of the next person in a list."""
    run = 0
    for word in body.split():
        run = run + 1 if word[0].isupper() else 0
        if run >= len(("field", "first name", "surname")):
            return True
    return False


def _read_body(tokens: Tokens, i: int) -> str | None:
    start = i + (tokens.low[i] == "the")
    j = start
    while j < min(start + _MAX_BODY, tokens.count):
        capital = tokens.raw[j][0].isupper()
        if tokens.low[j] == "'s" and tokens.raw[j + 1][:1].isupper():
            capital = True
        if not capital and not (tokens.low[j] in ("of", "for", "the", "and") and tokens.raw[j + 1][:1].isupper()):
            break
        j += 1
    return " ".join(tokens.slice(start, j).split()) if j > start else None


def _is_modifier(tokens: Tokens, i: int) -> bool:
    return tokens.low[i] in words("role_modifiers") or (tokens.low[i] == "-" and tokens.is_glued(i))


def _make(tokens: Tokens, role: tuple[int, int], person: tuple[int, int], body: str | None) -> Found:
    words_of_role = " ".join(tokens.slice(*role).lower().split())
    value = _role_verbs().get(words_of_role, words_of_role)
    name = " ".join(tokens.slice(*person).split())
    return Found(FactKind.TITLE, role[0], role[1], value, counted=name, scope=body)
