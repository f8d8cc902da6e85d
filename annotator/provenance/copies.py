"""Finds passages that one document took from another, retellings of it and citations, with the direction.

Of three texts of one wording the two later ones are copies of the first, not of each other, unless one shares clearly
more with the other: only the nearest origin of a copy has an edge to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotator.model import Claim, CopyKind, Document, Edge, Passage
from annotator.provenance.cited import trace_citations
from annotator.provenance.direction import which_first
from annotator.provenance.passages import MIN_RUN, MIN_VERBATIM, Match, match_wordings
from annotator.provenance.retold import Outline, Retelling, find_candidates, find_retelling, make_outlines
from annotator.provenance.wording import Wording, read_wordings

MIN_MATCHES = 2  # copied sentences that make a copy
MIN_SHARED_WORDS = 40  # words in them altogether
MIN_LONE_WORDS = 25  # words of a single copied sentence that make a copy
MIN_LONE_RUN = 12  # of them in a row
NEARER = 1.1  # how much more a copy must share with a later text than with an earlier one to come from the later

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Copy:
    """An edge with what is needed to choose among edges; documents by index."""

    first: int
    second: int
    kind: CopyKind
    share: float
    passages: tuple[Passage, ...]
    weight: float
    """Words shared, or sentences that correspond."""
    taken: frozenset[str]
    """Claims of the second document that were taken over."""
    evidence: str


def trace_copies(documents: Sequence[Document], claims: Sequence[Claim]) -> tuple[Edge, ...]:
    """Edges from the earlier to the later text, one a pair, in order of the documents."""
    of_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        of_document[claim.document].append(claim)
    wordings = [read_wordings(d, of_document[d.id]) for d in documents]
    copies = _nearest(_find_copies(documents, wordings))
    edges = [
        Edge(documents[c.first].id, documents[c.second].id, c.kind, c.share, c.passages, c.evidence) for c in copies
    ]
    taken = {frozenset((e.source, e.target)) for e in edges}
    edges += [e for e in trace_citations(documents, of_document) if frozenset((e.source, e.target)) not in taken]
    order = {d.id: n for n, d in enumerate(documents)}
    return tuple(sorted(edges, key=lambda e: (order[e.source], order[e.target])))


def _find_copies(documents: Sequence[Document], wordings: Sequence[Sequence[Wording]]) -> Iterator[_Copy]:
    matches = match_wordings(wordings)
    outlines = make_outlines(wordings)
    for pair in sorted(matches.keys() | find_candidates(outlines)):
        copied = matches.get(pair, ())
        retelling = _retelling(outlines, pair, copied)
        if retelling:
            yield _make_retelling(documents, wordings, pair, retelling)
        elif _is_copy(copied):
            yield _make_copy(documents, wordings, pair, copied)


def _is_copy(matches: Sequence[Match]) -> bool:
    with_runs = [m for m in matches if m.longest_run >= MIN_RUN]
    if len(with_runs) >= MIN_MATCHES and sum(m.shared_words for m in matches) >= MIN_SHARED_WORDS:
        return True
    return any(m.shared_words >= MIN_LONE_WORDS and m.longest_run >= MIN_LONE_RUN for m in matches)


def _retelling(outlines: Sequence[Outline], pair: Pair, copied: Sequence[Match]) -> Retelling | None:
    """A retelling in other words; a text of which half the sentences are word for word is a copy."""
    left, right = outlines[pair[0]], outlines[pair[1]]
    literal = 2 * sum(m.longest_run >= MIN_RUN for m in copied)
    if literal >= min(len(left.wordings), len(right.wordings)):
        return None
    retelling = find_retelling(left, right)
    if retelling is None or 2 * sum(a.own == b.own for a, b in retelling.pairs) >= len(retelling.pairs):
        return None
    return retelling if literal < len(retelling.pairs) else None


def _make_copy(
    documents: Sequence[Document], wordings: Sequence[Sequence[Wording]], pair: Pair, matches: Sequence[Match]
) -> _Copy:
    first, second, why, is_turned = _direct(documents, wordings, pair)
    copied = {(m.left if is_turned else m.right).claim.id for m in matches}
    mean = sum(m.similarity for m in matches) / len(matches)
    words = sum(m.shared_words for m in matches)
    what = "1 sentence stands" if len(copied) == 1 else f"{len(copied)} sentences stand"
    return _Copy(
        first,
        second,
        CopyKind.VERBATIM if mean >= MIN_VERBATIM else CopyKind.NEAR_VERBATIM,
        len(copied) / len(wordings[second]),
        _turned((m.passage for m in matches), is_turned),
        words,
        frozenset(copied),
        f"{what} in both with {words} words outside quotation marks; {_origin(documents[first], why)}",
    )


def _make_retelling(
    documents: Sequence[Document], wordings: Sequence[Sequence[Wording]], pair: Pair, retelling: Retelling
) -> _Copy:
    first, second, why, is_turned = _direct(documents, wordings, pair)
    what = f"{len(retelling.pairs)} sentences give the same names and numbers in the same order in other words"
    return _Copy(
        first,
        second,
        CopyKind.TRANSLATION,
        retelling.covered_left if is_turned else retelling.covered_right,
        _turned(retelling.passages, is_turned),
        len(retelling.pairs),
        frozenset((a if is_turned else b).claim.id for a, b in retelling.pairs),
        f"{what}; {_origin(documents[first], why)}",
    )


def _direct(
    documents: Sequence[Document], wordings: Sequence[Sequence[Wording]], pair: Pair
) -> tuple[int, int, str, bool]:
    """First and second of a pair, why, and whether that turns the pair round."""
    i, j = pair
    is_first, why = which_first(documents[i], documents[j], is_longer=_length(wordings[i]) >= _length(wordings[j]))
    return (i, j, why, False) if is_first else (j, i, why, True)


def _length(wordings: Sequence[Wording]) -> int:
    """Code points of a body's claims."""
    return sum(len(w.claim.span) for w in wordings)


def _turned(passages: Iterable[Passage], is_turned: bool) -> tuple[Passage, ...]:
    found = [Passage(p.target, p.source) if is_turned else p for p in passages]
    return tuple(sorted(found, key=lambda p: p.target))


def _origin(first: Document, why: str) -> str:
    name = first.outlet.name or (f"“{first.title}”" if first.title else "the other text")
    return f"{name} is taken as the origin because {why}."


def _nearest(copies: Iterable[_Copy]) -> list[_Copy]:
    """Without the edges that follow from others: of an earlier and a later source of the same words, one."""
    into: dict[int, dict[int, _Copy]] = defaultdict(dict)
    for copy in copies:
        into[copy.second][copy.first] = copy
    kept = []
    for sources in into.values():
        dropped = set()
        for later in sources:
            for earlier in into.get(later, {}).keys() & sources.keys():
                if _take_the_same(sources[earlier], sources[later]):
                    is_nearer = sources[later].weight > NEARER * sources[earlier].weight
                    dropped.add(earlier if is_nearer else later)
        kept += [copy for first, copy in sources.items() if first not in dropped]
    return kept


def _take_the_same(a: _Copy, b: _Copy) -> bool:
    """Whether the two took over the same claims, more or less."""
    return 2 * len(a.taken & b.taken) >= min(len(a.taken), len(b.taken))
