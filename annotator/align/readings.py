"""What of a claim is compared with other claims: its terms, who says it, its values, its letters, its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotator.align.terms import Terms, is_weak, read_terms
from annotator.model import Claim, FactKind, Value
from annotator.text import fold

RUN = 4  # letters of a run: three say little, five miss inflections
MEASURES = frozenset({FactKind.QUANTITY, FactKind.MONEY, FactKind.PERCENT, FactKind.DURATION, FactKind.ORDINAL})

_NO_WORD = re.compile(r"\W+")

Measure = tuple[FactKind, Value, str | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """A claim, or several with the same terms, read for comparison."""

    claims: tuple[int, ...]
    """By index."""
    documents: frozenset[str]
    text: str
    """Folded words of the first claim, as is all below but the frame."""
    terms: frozenset[str]
    frame: frozenset[str]
    """Those terms that tell who says it and that it is said."""
    runs: frozenset[str]
    """Every four letters in a row, blanks between words included."""
    measures: Mapping[Measure, frozenset[str]]
    """Amounts, with the terms of what they count."""
    home: str
    """Document."""
    place: int
    """Claims before it in its document."""

    def shares_content(self, other: Reading) -> bool:
        """Whether claims share more than who says it ("the ministry expects")."""
        return any(not is_weak(term) for term in (self.terms & other.terms) - self.frame - other.frame)


def read_claims(claims: Sequence[Claim], terms: Sequence[Terms]) -> list[Reading]:
    """The claims that have terms; those with the same terms (copies) are read as one."""
    alike: dict[frozenset[str], list[int]] = {}
    for i, read in enumerate(terms):
        if read.unique:
            alike.setdefault(read.unique, []).append(i)
    places = _places(claims)
    return [_read([claims[i] for i in ids], tuple(ids), unique, places[ids[0]]) for unique, ids in alike.items()]


def _read(claims: Sequence[Claim], ids: tuple[int, ...], terms: frozenset[str], place: int) -> Reading:
    first = claims[0]
    text = _NO_WORD.sub(" ", fold(first.text)).strip()
    return Reading(
        claims=ids,
        documents=frozenset(c.document for c in claims),
        text=text,
        terms=terms,
        frame=frozenset().union(*(_frame_of(c) for c in claims)),
        runs=read_runs(text),
        measures={
            (f.kind, f.value, f.unit): read_terms(f.counted or "").unique for f in first.facts if f.kind in MEASURES
        },
        home=first.document,
        place=place,
    )


def read_runs(words: str) -> frozenset[str]:
    """The runs of letters of words with blanks between them."""
    padded = f" {words} "
    return frozenset(padded[i : i + RUN] for i in range(max(1, len(padded) - RUN + 1)))


def _frame_of(claim: Claim) -> Iterable[str]:
    """The terms of the sources and cues that stand in the claim."""
    for attribution in claim.attributions:
        for part in (attribution.source, attribution.cue):
            if part and part.text and part.span and part.span.overlap(claim.span):
                yield from read_terms(part.text).unique


def _places(claims: Sequence[Claim]) -> list[int]:
    before: dict[str, int] = {}
    places = []
    for claim in claims:
        places.append(before.get(claim.document, 0))
        before[claim.document] = places[-1] + 1
    return places
