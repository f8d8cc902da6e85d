"""Do two documents call one person's work by different names: "a mechanic" here, "a former supervisor" there?

A profile is read over a whole document: what stands in apposition to a name, right before it, or behind "is" and "was".
Words for anybody at work ("official", "boss"), for kin and friends, and for seats beside another post tell nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations, islice, pairwise

from annotator.disagree.findings import Finding, make_place
from annotator.disagree.lexicon import word_class
from annotator.disagree.persons import Name, are_one_person, names_in
from annotator.disagree.statements import Statement
from annotator.disagree.story import Story
from annotator.disagree.vocabulary import forms_of
from annotator.model import DisagreementKind as Kind
from annotator.model import Severity
from annotator.text import load_table

DETECTOR = "profiles@1"
CONFIDENCE = 0.55
MAX_PHRASE = 7  # words of a descriptor up to its head
MAX_BODY = 7  # words behind the head that may name the body it is held in
MAX_OF_CLAIM = 12  # of a claim that are read; more is no prose
MIN_AGENT = 5  # letters of a word whose ending can make it an agent's
_AGENT_ENDINGS = ("er", "or", "ist", "ian", "man", "woman")
_OPENING = frozenset({"a", "an", "the", "its", "their", "his", "her", "former", "then", "once", "now", "one"})
_COPULAS = frozenset({"is", "was"})
_APART = frozenset(';:—–()"“”?!')


@dataclass(frozen=True, slots=True)
class _Descriptor:
    statement: Statement
    name: Name
    words: range
    work: str
    """One word for all that name the same work."""
    is_post: bool
    """Whether it is a post in a body, which one can hold beside a trade."""
    body: frozenset[str]
    """Terms of the name of the body the work is done for."""


def detect_profiles(story: Story) -> Iterator[Finding]:
    """One finding for each person and pair of documents whose words for the person's work have none in common."""
    by_document: dict[str, list[_Descriptor]] = {}
    for statement in story.statements:
        by_document.setdefault(statement.document.id, []).extend(islice(_descriptors(story, statement), MAX_OF_CLAIM))
    for left, right in combinations(by_document.values(), 2):
        seen: set[str] = set()
        for a in left:
            theirs = [b for b in right if are_one_person(story, a.name, b.name)]
            ours = {x.work for x in left if are_one_person(story, a.name, x.name)}
            if theirs and a.name[-1] not in seen and not ours & {b.work for b in theirs}:
                seen.add(a.name[-1])
                other = next((b for b in theirs if _exclude(a, b)), None)
                if other is not None:
                    yield _make_finding(a, other)


def _exclude(a: _Descriptor, b: _Descriptor) -> bool:
    """Whether the two are of one sort, for one body as far as is told, and of one time."""
    if a.is_post is not b.is_post or (a.body and b.body and not a.body & b.body):
        return False
    return _is_past(a) is _is_past(b)


def _is_past(descriptor: _Descriptor) -> bool:
    """Whether it is over: "a former mechanic", "a mechanic who was dismissed"."""
    words, stop = descriptor.statement.words, descriptor.words.stop
    behind = [w.plain for w in words[stop : stop + MAX_BODY]]
    is_told = any(a == "who" and b in ("was", "had", "worked", "left") for a, b in pairwise(behind))
    return is_told or any(words[i].plain in word_class("past_posts") for i in descriptor.words)


def _is_stand_in(statement: Statement, words: range) -> bool:
    near = range(max(words.start - 1, 0), words.stop)
    return any(statement.words[i].plain in ("acting", "interim") for i in near)


def _make_finding(a: _Descriptor, b: _Descriptor) -> Finding:
    left, right = (
        make_place(d.statement, d.statement.span(d.words.start, d.words.stop), meaning=d.work) for d in (a, b)
    )
    return Finding(
        Kind.NAMING, Severity.TENSION, left, right, DETECTOR, CONFIDENCE, "not the same work is said to be one person's"
    )


def _descriptors(story: Story, statement: Statement) -> Iterator[_Descriptor]:
    for run in names_in(story, statement):
        name = tuple(t for i in run if (t := statement.words[i].term) is not None)
        if not name or statement.is_title_case:
            continue
        for phrase in (_behind(statement, run), _before(statement, run)):
            found = _read_phrase(statement, phrase) if phrase else None
            if found is not None and not _is_stand_in(statement, found[0]):
                words, work = found
                body = _body_behind(statement, words, run)
                yield _Descriptor(statement, name, words, work, work in _posts(), body)


def _behind(statement: Statement, run: range) -> range | None:
    """Words behind "Ida Thorsen, 47," or "Ida Thorsen is" up to the next break."""
    words, i = statement.words, run.stop
    if i >= len(words) or words[run.stop - 1].plain.endswith(("'s", "s'")):
        return None
    if words[i].plain in _COPULAS and _gap(statement, i) == " ":
        i += 1
    elif "," not in _gap(statement, i):
        return None
    elif words[i].plain.isdigit():
        i += 1
    elif words[i].plain == "who" and i + 1 < len(words) and words[i + 1].plain in _COPULAS:
        i += 2
    if i >= len(words) or not (words[i].plain in _OPENING or _work_at(statement, i)):
        return None
    return _to_break(statement, range(i, min(i + MAX_PHRASE, len(words))))


def _before(statement: Statement, run: range) -> range | None:
    """ "a former supervisor, Ida Thorsen" and "the mechanic Ida Thorsen"."""
    words, stop = statement.words, run.start
    if stop == 0 or not _APART.isdisjoint(_gap(statement, stop)):
        return None
    is_apposed = "," in _gap(statement, stop)
    start = stop - 1
    while start > 0 and stop - start < MAX_PHRASE and words[start].plain not in _OPENING - {"former"}:
        if not _is_joined(statement, start):
            break
        start -= 1
    if is_apposed:
        return range(start, stop) if words[start].plain in _OPENING else None
    works = ((k, _work_at(statement, k)) for k in range(start, stop))
    return next((range(k, stop) for k, work in works if work and k + work[1] == stop), None)


def _to_break(statement: Statement, words: range) -> range:
    for i in words[1:]:
        if not _is_joined(statement, i):
            return range(words.start, i)
    return words


def _is_joined(statement: Statement, i: int) -> bool:
    return _gap(statement, i) == "-" or _gap(statement, i).isspace()


def _gap(statement: Statement, i: int) -> str:
    return statement.claim.text[statement.words[i - 1].end : statement.words[i].start]


def _read_phrase(statement: Statement, phrase: range) -> tuple[range, str] | None:
    """The descriptor up to its head, the last word for work before a preposition, and the work."""
    head: tuple[int, int, str] | None = None
    for i in phrase:
        plain = statement.words[i].plain
        if i > phrase.start and (
            plain in word_class("prepositions") or plain in ("who", "which", "whose", "and", "or")
        ):
            break
        work = _work_at(statement, i) or _agent(statement, i, phrase)
        if work and i + work[1] <= phrase.stop and (head is None or head[0] + head[1] <= i):
            head = i, work[1], work[0]
    if head is None or not head[2]:
        return None
    return range(phrase.start, head[0] + head[1]), head[2]


def _body_behind(statement: Statement, words: range, run: range) -> frozenset[str]:
    """ "of Harlow Mills", "for the Harlow union": names in the words behind the head."""
    text = statement.words
    stop = min(words.stop + MAX_BODY, len(text))
    if words.stop <= run.start:
        stop = min(stop, run.start)
    broken = (i for i in range(words.stop + 1, stop) if any(c in ",;:()" for c in _gap(statement, i)))
    named = (text[i] for i in range(words.stop, next(broken, stop)))
    return frozenset(w.term for w in named if w.is_capital and w.term is not None)


def _work_at(statement: Statement, i: int) -> tuple[str, int] | tuple[()]:
    """The work that the words from word i on name, and how many do; "" for a word that tells nothing."""
    words = statement.words
    best: tuple[str, int] | tuple[()] = ()
    for form, work in _works().get(words[i].plain, ()):
        size = len(form)
        fits = i + size <= len(words) and all(words[i + k].plain == form[k] for k in range(1, size))
        if fits and (not best or size > best[1]):
            best = work, size
    return best


def _agent(statement: Statement, i: int, phrase: range) -> tuple[str, int] | tuple[()]:
    """A word with an agent's ending in a phrase that an article or the like opens."""
    word = statement.words[i]
    is_opened = i > phrase.start and statement.words[phrase.start].plain in _OPENING
    is_agent = (
        is_opened and len(word.plain) >= MIN_AGENT and word.plain.endswith(_AGENT_ENDINGS) and not word.is_capital
    )
    return (word.plain, 1) if is_agent and word.plain not in word_class("no_agents") else ()


@cache
def _works() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """By first word, the words for work of `data/roles.toml`, those of one line being one."""
    table = load_table("annotator.disagree", "data/works.toml")
    made: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in (*table["posts"], *table["trades"]):
        for phrase in line.split():
            for form in forms_of("=" + phrase):
                made.setdefault(form[0], []).append((form, line.split()[0]))
    for phrase in table["anybody"].split():
        for form in forms_of("=" + phrase):
            made.setdefault(form[0], []).append((form, ""))
    return {word: tuple(entries) for word, entries in made.items()}


@cache
def _posts() -> frozenset[str]:
    return frozenset(line.split()[0] for line in load_table("annotator.disagree", "data/works.toml")["posts"])
