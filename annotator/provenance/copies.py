"""Finds passages that one document took from another, retellings of it and citations, with the direction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from annotator.model import Claim, CopyKind, Document, Edge, Passage
from annotator.provenance.cited import trace_citations
from annotator.provenance.direction import which_first
from annotator.provenance.passages import MIN_RUN, MIN_VERBATIM, Match, match_wordings
from annotator.provenance.retold import Retelling, find_retelling
from annotator.provenance.wording import Wording, read_wordings

MIN_MATCHES = 2  # copied sentences that make a copy
MIN_SHARED_WORDS = 40  # words in them altogether
MIN_LONE_WORDS = 25  # words of a single copied sentence that make a copy
MIN_LONE_RUN = 12  # of them in a row
MAX_RETOLD_DOCUMENTS = 120  # pairs of more documents are not looked at for retellings: the work grows with the square


def trace_copies(documents: Sequence[Document], claims: Sequence[Claim]) -> tuple[Edge, ...]:
    """Edges from the earlier to the later text, one a pair, in order of the documents."""
    of_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        of_document[claim.document].append(claim)
    wordings = [read_wordings(d, of_document[d.id]) for d in documents]
    matches = match_wordings(wordings)
    edges: dict[tuple[int, int], Edge] = {}
    for pair in combinations(range(len(documents)), 2):
        copied = matches.get(pair, ())
        retelling = _find_retelling(wordings, pair, copied)
        if retelling:
            edges[pair] = _make_retelling(documents, wordings, pair, retelling)
        elif _is_copy(copied):
            edges[pair] = _make_copy(documents, wordings, pair, copied)
    taken = {frozenset((e.source, e.target)) for e in edges.values()}
    cited = [e for e in trace_citations(documents, of_document) if frozenset((e.source, e.target)) not in taken]
    order = {d.id: n for n, d in enumerate(documents)}
    return tuple(sorted([*edges.values(), *cited], key=lambda e: (order[e.source], order[e.target])))


def _is_copy(matches: Sequence[Match]) -> bool:
    with_runs = [m for m in matches if m.longest_run >= MIN_RUN]
    if len(with_runs) >= MIN_MATCHES and sum(m.shared_words for m in matches) >= MIN_SHARED_WORDS:
        return True
    return any(m.shared_words >= MIN_LONE_WORDS and m.longest_run >= MIN_LONE_RUN for m in matches)


def _make_copy(
    documents: Sequence[Document],
    wordings: Sequence[Sequence[Wording]],
    pair: tuple[int, int],
    matches: Sequence[Match],
) -> Edge:
    first, second, why, is_turned = _direct(documents, wordings, pair)
    passages = [_turn(m.passage) if is_turned else m.passage for m in matches]
    copied = {(m.left if is_turned else m.right).claim.id for m in matches}
    mean = sum(m.similarity for m in matches) / len(matches)
    kind = CopyKind.VERBATIM if mean >= MIN_VERBATIM else CopyKind.NEAR_VERBATIM
    words = sum(m.shared_words for m in matches)
    evidence = (
        f"{_count(len(copied), 'sentence')} with {words} words stand{'s' if len(copied) == 1 else ''} in both outside "
        f"quotation marks; {_name(documents[first])} is taken as the origin because {why}."
    )
    share = len(copied) / len(wordings[second])
    ordered = tuple(sorted(passages, key=lambda p: p.target))
    return Edge(documents[first].id, documents[second].id, kind, share, ordered, evidence)


def _find_retelling(
    wordings: Sequence[Sequence[Wording]], pair: tuple[int, int], copied: Sequence[Match]
) -> Retelling | None:
    """A retelling in other words; a text of which half the sentences are word for word is a copy."""
    if max(pair) >= MAX_RETOLD_DOCUMENTS:
        return None
    retelling = find_retelling(wordings[pair[0]], wordings[pair[1]])
    literal = sum(m.longest_run >= MIN_RUN for m in copied)
    return retelling if retelling and 2 * literal < len(retelling.pairs) else None


def _make_retelling(
    documents: Sequence[Document], wordings: Sequence[Sequence[Wording]], pair: tuple[int, int], retelling: Retelling
) -> Edge:
    first, second, why, is_turned = _direct(documents, wordings, pair)
    passages = [_turn(p) if is_turned else p for p in retelling.passages]
    share = retelling.covered_left if is_turned else retelling.covered_right
    evidence = (
        f"{_count(len(passages), 'sentence')} give the same names, numbers and quotations in the same order in other "
        f"words; {_name(documents[first])} is taken as the origin because {why}."
    )
    ordered = tuple(sorted(passages, key=lambda p: p.target))
    return Edge(documents[first].id, documents[second].id, CopyKind.TRANSLATION, share, ordered, evidence)


def _direct(
    documents: Sequence[Document], wordings: Sequence[Sequence[Wording]], pair: tuple[int, int]
) -> tuple[int, int, str, bool]:
    """First and second of a pair, why, and whether that turns the pair round."""
    i, j = pair
    lengths: Mapping[int, int] = {k: sum(len(w.words) for w in wordings[k]) for k in pair}
    is_first, why = which_first(documents[i], documents[j], a_words=lengths[i], b_words=lengths[j])
    return (i, j, why, False) if is_first else (j, i, why, True)


def _turn(passage: Passage) -> Passage:
    return Passage(passage.target, passage.source)


def _name(document: Document) -> str:
    return document.outlet.name or (f"“{document.title}”" if document.title else "the other text")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
