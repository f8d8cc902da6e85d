"""Do two documents number one thing differently: "Gate 4" here, "Gate 6" there?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from annotator.disagree.findings import Finding, make_place
from annotator.disagree.slots import context_of, similarity
from annotator.disagree.statements import Statement
from annotator.disagree.story import Pair, Story
from annotator.model import DisagreementKind as Kind
from annotator.model import Severity
from annotator.text import load_table

DETECTOR = "labels@1"
MIN_CERTAINTY = 0.08
MIN_SLOT = 0.15
MAX_DIGITS = 4  # of a label's number; more is a quantity


@dataclass(frozen=True, slots=True)
class _Label:
    words: range
    noun: str
    number: str


def detect_labels(story: Story) -> Iterator[Finding]:
    """Numbers of one noun where neither document knows the other's."""
    labels = [list(_labels_of(s)) for s in story.statements]
    known: dict[str, set[tuple[str, str]]] = {}
    for statement, found in zip(story.statements, labels, strict=True):
        known.setdefault(statement.document.id, set()).update((x.noun, x.number) for x in found)
    for pair in story.pairs:
        if pair.certainty < MIN_CERTAINTY:
            continue
        for a in labels[pair.left.index]:
            for b in labels[pair.right.index]:
                differ = a.noun == b.noun and a.number != b.number
                strange = (a.noun, a.number) not in known[pair.right.document.id] and (
                    (b.noun, b.number) not in known[pair.left.document.id]
                )
                if differ and strange:
                    yield from _compare(story, pair, a, b)


def _compare(story: Story, pair: Pair, a: _Label, b: _Label) -> Iterator[Finding]:
    left, right = pair.left.span(a.words.start, a.words.stop), pair.right.span(b.words.start, b.words.stop)
    slot = similarity(context_of(story, pair.left, left), context_of(story, pair.right, right))
    if slot < MIN_SLOT:
        return
    yield Finding(
        Kind.PLACE if _nouns()[a.noun] == "place" else Kind.NAMING,
        Severity.CONFLICT,
        make_place(pair.left, left),
        make_place(pair.right, right),
        DETECTOR,
        min(0.95, 0.4 + 0.3 * pair.certainty + 0.4 * slot),
        "one of the numbers must be wrong",
    )


@cache
def _nouns() -> dict[str, str]:
    table = load_table("annotator.disagree", "data/namings.toml")["labels"]
    return {noun: group for group in ("thing", "place") for noun in table[group].split()}


def _labels_of(statement: Statement) -> Iterator[_Label]:
    words = statement.words
    for i in range(len(words) - 1):
        number = words[i + 1].plain
        if words[i].plain not in _nouns() or not number.isdigit() or len(number) > MAX_DIGITS:
            continue
        if statement.claim.text[words[i].end : words[i + 1].start] == " ":
            yield _Label(range(i, i + 2), words[i].plain, number)
