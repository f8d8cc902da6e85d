"""How much does one piece of evidence prove: does the video "appear to show" here what it "shows" there?

Also for causes: "the likely cause" here, "traced to" there. Only words for evidence of one sort are compared, and only
where what they are evidence for is worded alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, combinations, islice

from annotator.align import is_weak
from annotator.disagree.findings import Finding, make_place
from annotator.disagree.lexicon import word_class
from annotator.disagree.matching import overlap
from annotator.disagree.statements import Statement
from annotator.disagree.story import Story
from annotator.disagree.vocabulary import forms_of
from annotator.model import DisagreementKind as Kind
from annotator.model import Severity
from annotator.text import load_table

DETECTOR = "proofs@1"
REACH = 6  # words before the verb in which the evidence stands
HEDGE_REACH = 3  # words before the verb in which a hedge stands
BEHIND = 16  # words behind the verb that tell what is proved
MAX_OF_CLAIM = 12  # of a claim that are read; more is no prose
MIN_SHARED = 0.2  # share by weight of the poorer one of what is proved

CAUSE = "cause"


@dataclass(frozen=True, slots=True)
class _Proof:
    statement: Statement
    evidence: str
    words: range
    is_sure: bool
    about: frozenset[str]


def detect_proofs(story: Story) -> Iterator[Finding]:
    """One finding for each sort of evidence and pair of documents of which one is sure and the other is not."""
    by_sort: dict[str, dict[str, list[_Proof]]] = {}
    for statement in story.statements:
        for proof in islice(chain(_proofs(statement), _causes(statement)), MAX_OF_CLAIM):
            by_sort.setdefault(proof.evidence, {}).setdefault(statement.document.id, []).append(proof)
    for by_document in by_sort.values():
        for left, right in combinations(by_document.values(), 2):
            rated = [(overlap(story, a.about, b.about), a, b) for a in left for b in right]
            alike = [r for r in rated if r[0] >= MIN_SHARED]
            if alike and all(a.is_sure != b.is_sure for _, a, b in alike):
                yield _make_finding(*max(alike, key=lambda r: r[0]))


def _make_finding(shared: float, a: _Proof, b: _Proof) -> Finding:
    left, right = (
        make_place(p.statement, p.statement.span(p.words.start, p.words.stop), meaning=str(p.is_sure)) for p in (a, b)
    )
    note = "certain in one text, not in the other"
    return Finding(Kind.TENSE_MODALITY, Severity.TENSION, left, right, DETECTOR, 0.4 + 0.3 * shared, note)


def _proofs(statement: Statement) -> Iterator[_Proof]:
    words, table = statement.words, _table()
    for i, word in enumerate(words):
        is_sure = word.plain in table["sure"]
        if not is_sure and word.plain not in table["unsure"]:
            continue
        hedges = {w.plain for w in words[max(i - HEDGE_REACH, 0) : i]}
        sort = next((s for k in reversed(range(max(i - REACH, 0), i)) if (s := _evidence().get(words[k].plain))), None)
        if sort is None or hedges & word_class("negative") or hedges & word_class("coming"):
            continue
        hedge = next((k for k in range(max(i - HEDGE_REACH, 0), i) if words[k].plain in table["hedges"]), i)
        behind = range(i + 1, min(i + 1 + BEHIND, len(words)))
        about = frozenset(t for k in behind if (t := words[k].term) is not None and not is_weak(t))
        yield _Proof(statement, sort, range(hedge, i + 1), is_sure and hedge == i, about)


def _causes(statement: Statement) -> Iterator[_Proof]:
    """ "the likely cause", "may have been caused by": unsure; "traced to", "was caused by": sure."""
    words, table = statement.words, _table()
    for i, word in enumerate(words):
        follows = words[i + 1].plain if i + 1 < len(words) else ""
        is_traced = word.plain in ("traced", "attributed") or (word.plain in ("caused", "sparked") and follows == "by")
        if not is_traced and word.plain != "cause":
            continue
        hedge = next((k for k in range(max(i - HEDGE_REACH, 0), i) if words[k].plain in table["hedges"]), None)
        if hedge is None and not is_traced:
            continue
        about = frozenset(t for t in statement.terms.unique if not is_weak(t)) - {word.term}
        yield _Proof(statement, CAUSE, range(i if hedge is None else hedge, i + 1), hedge is None, about)


@cache
def _evidence() -> Mapping[str, str]:
    """By word for evidence, its sort."""
    lines = load_table("annotator.disagree", "data/proofs.toml")["evidence"]
    return {form[0]: line.split()[0] for line in lines for word in line.split() for form in forms_of(word)}


@cache
def _table() -> Mapping[str, frozenset[str]]:
    table = load_table("annotator.disagree", "data/proofs.toml")
    return {name: frozenset(table[name].split()) for name in ("sure", "unsure", "hedges")}
