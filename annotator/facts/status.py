"""Finds what a sentence says of its events: planned, expected, will, may, ongoing, done, denied, alleged, charged ...

A fact's value is the status, `counted` the event's verb ("provide"), the span the verb group ("will provide"), and the
scope "not" where the group is negated. Verbs that only say that something is said are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from annotator.facts.counted import is_plural
from annotator.facts.found import Found
from annotator.facts.tokens import Tokens
from annotator.facts.verbs import Form, is_known_verb, known_forms, load_verbs, read_verb
from annotator.model import FactKind

NEGATED = "not"
"""The scope of a negated event."""

_MODALS = {
    "will": "will", "'ll": "will", "shall": "will", "won't": "will", "would": "would", "wouldn't": "would",
    "may": "may", "might": "may", "could": "may", "couldn't": "may", "should": "should", "shouldn't": "should",
    "must": "should", "can": "can", "can't": "can", "cannot": "can",
}  # fmt: skip
_BE_NOW = frozenset({"is", "are", "am", "'re", "'m", "isn't", "aren't"})
_BE_THEN = frozenset({"was", "were", "wasn't", "weren't"})
_HAVE = frozenset({"have", "has", "had", "'ve", "hasn't", "haven't", "hadn't"})
_DO = frozenset({"did", "does", "do", "didn't", "doesn't", "don't"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "who", "which", "that", "there"})
_NEGATIONS = frozenset({"not", "never", "cannot", "no"})
_ADVERBS = frozenset({
    "not", "never", "also", "already", "still", "now", "then", "soon", "just", "only", "even", "later", "once", "often",
    "always", "all", "both", "yet", "again", "further", "first", "long", "since", "ever", "to-date",
})  # fmt: skip
_NOT_BASE = frozenset({
    "be", "have", "the", "a", "an", "to", "of", "in", "on", "at", "by", "for", "and", "or", "with", "from", "as", "so",
    "but", "he", "she", "it", "they", "we", "you", "i", "his", "her", "its", "their", "this", "that", "these", "those",
    "there", "what", "when", "who", "how", "if", "than", "more", "most", "about", "well", "up", "out",
})  # fmt: skip
_NO_SUBJECT = frozenset({
    "the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "of", "in", "on", "at", "by", "for", "with",
    "from", "to", "as", "this", "these", "those", "some", "any", "no", "each", "every", "and", "or", "than", "'s",
    "be", "been", "being", "is", "are", "was", "were", "am", "has", "have", "had", "get", "gets", "got", "more", "most",
    "very", "so", "newly", "recently", "-", "if", "when", "while", "once", "into", "over", "under", "about", "between",
})  # fmt: skip
_NO_OBJECT = frozenset({"by", "-"})
_OBJECTS = frozenset({"the", "a", "an", "his", "her", "its", "their", "no", "it", "them", "him", "new"})
_COMPLEMENTS = frozenset({"to", "that", "for", "on", "up", "down", "off", "out", "over", "against"})
_PREPOSITIONS = frozenset({
    "in", "at", "to", "with", "through", "over", "on", "from", "under", "during", "for", "against", "into", "as",
    "after",
})  # fmt: skip
_CLAUSE_ENDS = frozenset({
    ",", ";", ":", ".", "and", "but", "or", "that", "who", "which", "when", "while", "after", "because", "if", "where",
    '"', "“", "”", "(", ")", "as", "before", "until", "than", "he", "she", "they", "it", "we", "i",
})  # fmt: skip
_CLAUSE_REACH = 9  # tokens behind a participle in which the verb of its clause may follow
_LINKING = frozenset({"stay", "remain", "be", "become", "get", "look", "seem", "feel", "keep", "leave"})
_HEARSAY = frozenset({"allegedly", "reportedly", "supposedly", "purportedly"})
_MAX_ADVERBS = 3


_PHASES = {
    "done": "real", "is": "real", "ongoing": "real", "will": "future", "planned": "future", "scheduled": "future",
    "expected": "future", "promised": "future", "agreed": "future", "offered": "future", "denied": "void",
    "cancelled": "void", "refused": "void",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Group:
    """A verb group: status, lemma of the event, token after it."""

    status: str
    lemma: str
    after: int


def match_status(tokens: Tokens) -> list[Found]:
    """The status of each verb group of the sentence, in order."""
    found: list[Found] = []
    openers = _openers()
    i = 0
    while i < tokens.count:
        if tokens.low[i] not in openers and not tokens.low[i].endswith("ed"):
            i += 1
            continue
        group = _read_group(tokens, i)
        if group is None or (group.status == "planned" and found and found[-1].after == i):
            i += 1
            continue
        if group.lemma not in _table("speech") and group.lemma not in ("be", "have"):
            found.append(_make(tokens, i, group))
        i = max(group.after, i + 1)
        if group.lemma in _LINKING and read_verb(tokens.low[i])[1] & Form.PARTICIPLE:
            i += 1
    return found


def phase_of(status: str) -> str:
    """What a status says in the rough: "real", "future", "void" (denied, cancelled), else the status itself."""
    return _PHASES.get(status, status)


def _make(tokens: Tokens, first: int, group: _Group) -> Found:
    low = tokens.low
    words = low[first : group.after]
    status, lemma, after = group.status, group.lemma, group.after
    if lemma == "take" and low[after] == "place":
        lemma, after = "take place", after + 1
    elif lemma == "call" and low[after] == "off":
        lemma, after, status = "call off", after + 1, "cancelled"
    real = status in ("done", "is", "ongoing")
    stage = load_verbs()["stages"].get(lemma)
    if stage and real:
        status = stage
    if real and (_HEARSAY.intersection(words) or low[first - 1] in _HEARSAY):
        status = "alleged"
    negated = any(word in _NEGATIONS or word.endswith("n't") for word in words)
    return Found(FactKind.EVENT_STATUS, first, after, status, counted=lemma, scope=NEGATED if negated else None)


@cache
def _openers() -> frozenset[str]:
    """The words with which a verb group can begin, but for regular participles."""
    return frozenset((*_MODALS, *_HAVE, *_BE_NOW, *_BE_THEN, "'s", *_DO, *_finite()))


def _read_group(tokens: Tokens, i: int) -> _Group | None:
    low = tokens.low[i]
    if low in _MODALS:
        return _read_modal(tokens, i)
    if low in _HAVE and tokens.low[i - 1] != "to":
        return _read_have(tokens, i)
    if low in _BE_NOW or low in _BE_THEN or (low == "'s" and tokens.low[i - 1] in _PRONOUNS):
        return _read_be(tokens, i + 1, now="is" if low not in _BE_THEN else "done")
    if low in _DO:
        return _read_do(tokens, i)
    if not (low.endswith("ed") or low in _finite()):
        return None
    lemma, form = read_verb(low)
    if form & (Form.PAST | Form.PRESENT | Form.BASE) and _is_finite(tokens, i, form):
        return _read_leading(tokens, i, lemma) or _read_finite(i, lemma, form)
    return None


def _read_modal(tokens: Tokens, i: int) -> _Group | None:
    status = _MODALS[tokens.low[i]]
    if status == "may" and tokens.raw[i][0].isupper() and i > 0:
        return None
    j = _skip_adverbs(tokens, i + 1)
    low = tokens.low[j]
    if low == "have":
        j = _skip_adverbs(tokens, j + 1)
        if tokens.low[j] == "been":
            j = _skip_adverbs(tokens, j + 1)
        lemma, form = read_verb(tokens.low[j])
        return _Group(status, lemma, j + 1) if form & Form.PARTICIPLE else None
    if low == "be":
        return _read_be(tokens, j + 1, now=status) or _Group(status, "be", j + 1)
    return _Group(status, low, j + 1) if _is_base(tokens, j) else None


def _read_have(tokens: Tokens, i: int) -> _Group | None:
    j = _skip_adverbs(tokens, i + 1)
    low = tokens.low[j]
    if low == "been":
        return _read_be(tokens, j + 1, now="done") or _Group("done", "be", j + 1)
    if low == "to" and _is_base(tokens, j + 1):
        yet = tokens.low[j - 1] == "yet"
        return _Group("planned" if yet else "should", tokens.low[j + 1], j + 2)
    lemma, form = read_verb(low)
    if not form & Form.PARTICIPLE:
        return None
    return _read_leading(tokens, j, lemma) or _Group("done", lemma, j + 1)


def _read_be(tokens: Tokens, i: int, *, now: str) -> _Group | None:
    """What follows a form of "be" whose status alone would be `now`."""
    j = _skip_adverbs(tokens, i)
    low = tokens.low[j]
    if low == "to" and _is_base(tokens, j + 1):
        return _Group("planned", tokens.low[j + 1], j + 2)
    if low == "being":
        lemma, form = read_verb(tokens.low[j + 1])
        return _Group("ongoing" if now == "is" else now, lemma, j + 2) if form & Form.PARTICIPLE else None
    if low == "able" and tokens.low[j + 1] == "to" and _is_base(tokens, j + 2):
        return _Group("can" if now == "is" else now, tokens.low[j + 2], j + 3)
    lemma, form = read_verb(low)
    leading = _read_leading(tokens, j, low) or _read_leading(tokens, j, lemma)
    if leading:
        return leading
    if form & Form.ING and (is_known_verb(lemma) or tokens.low[j + 1] in ("to", "the", "a", "an", "for", "in", "on")):
        return _Group("ongoing" if now == "is" else now, lemma, j + 1)
    return _Group(now, lemma, j + 1) if form & Form.PARTICIPLE else None


def _read_do(tokens: Tokens, i: int) -> _Group | None:
    j = _skip_adverbs(tokens, i + 1)
    is_negated = tokens.low[i].endswith("n't") or "not" in tokens.low[i + 1 : j]
    if not is_negated or not _is_base(tokens, j):
        return None
    return _Group("done" if tokens.low[i].startswith("did") else "is", tokens.low[j], j + 1)


def _read_leading(tokens: Tokens, i: int, lemma: str) -> _Group | None:
    """ "plans to hire", "(is) expected to plead", "agreed not to sue" with the leading word at token `i`."""
    status = load_verbs()["leading"].get(lemma)
    j = _skip_adverbs(tokens, i + 1)
    if status is None or tokens.low[j] != "to":
        return None
    j = _skip_adverbs(tokens, j + 1)
    if tokens.low[j] in ("be", "have"):
        k = _skip_adverbs(tokens, j + 1 + (tokens.low[j] == "have" and tokens.low[j + 1] == "been"))
        verb, form = read_verb(tokens.low[k])
        if form & (Form.PARTICIPLE | Form.ING):
            return _Group(status, verb, k + 1)
        return _Group(status, tokens.low[j], j + 1)
    return _Group(status, tokens.low[j], j + 1) if _is_base(tokens, j) else None


def _read_finite(i: int, lemma: str, form: Form) -> _Group | None:
    if form & Form.PAST:
        return _Group("done", lemma, i + 1)
    return _Group("is", lemma, i + 1) if form & Form.PRESENT else None


def _is_finite(tokens: Tokens, i: int, form: Form) -> bool:
    """Whether the word at token `i` is the verb of a clause and not a participle, adjective or noun."""
    before, behind = tokens.low[i - 1], tokens.low[i + 1]
    if i == 0 or before in _NO_SUBJECT or behind in _NO_OBJECT or not (before[-1].isalnum() or before in ',)"”-'):
        return False
    if tokens.raw[i][0].isupper() and not tokens.is_title_case():
        return False
    if form & Form.PAST and form & Form.BASE and not _takes(behind):
        return False
    if form & Form.PAST:
        return not (
            form & Form.PARTICIPLE and behind in _PREPOSITIONS and (before == "," or _verb_follows(tokens, i + 1))
        )
    if form & Form.PRESENT:
        leads = behind == "to" and read_verb(tokens.low[i])[0] in load_verbs()["leading"]
        return _stands_as_present(tokens, i, leads=leads)
    return before in ("they", "we", "i", "you") or (is_plural(before) and behind == "to")


def _verb_follows(tokens: Tokens, i: int) -> bool:
    """Whether an auxiliary follows in the clause: the word before was a participle ("steps taken in May will help")."""
    for word in tokens.low[i : i + _CLAUSE_REACH]:
        if word in _CLAUSE_ENDS:
            return False
        if word in _MODALS or word in _BE_NOW or word in _BE_THEN or word in _HAVE:
            return True
    return False


def _takes(behind: str) -> bool:
    """Whether the word behind can follow a verb and not a noun ("cut the fee", but "cast members")."""
    return not behind.isalpha() or behind in _OBJECTS or behind in _COMPLEMENTS or behind in _PREPOSITIONS


def _stands_as_present(tokens: Tokens, i: int, *, leads: bool) -> bool:
    """Whether a word in -s is a verb: behind a singular name, noun or pronoun, before what a verb takes."""
    before, behind = tokens.low[i - 1], tokens.low[i + 1]
    if before in _PRONOUNS:
        return True
    if not before.isalpha() or is_plural(before):
        return False
    takes_object = leads or behind in _OBJECTS or behind[:1].isdigit() or behind in ("$", "£", "€")
    return takes_object or (behind in _COMPLEMENTS and tokens.raw[i - 1][0].isupper())


def _is_base(tokens: Tokens, i: int) -> bool:
    word = tokens.low[i]
    return word.isalpha() and len(word) > 1 and word not in _NOT_BASE


def _skip_adverbs(tokens: Tokens, i: int) -> int:
    for _ in range(_MAX_ADVERBS):
        word = tokens.low[i]
        if word in _ADVERBS or (
            word.endswith("ly") and word not in ("likely", "reply", "supply", "apply", "rely", "fly", "comply")
        ):
            i += 1
        else:
            break
    return i


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(load_verbs()[name].split())


@cache
def _finite() -> frozenset[str]:
    """Spellings other than -ed that can be a finite verb."""
    return frozenset(s for s, (_, form) in known_forms().items() if form & (Form.PAST | Form.PRESENT | Form.BASE))
