"""What detectors look at: every claim read into words once, and the pairs of claims worth comparing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from annotator.align import Terms, crowding, is_weak, read_terms_of, read_words, score_pairs, weigh_terms
from annotator.disagree.clauses import Clause, read_clauses
from annotator.disagree.deeds import with_deeds
from annotator.disagree.statements import Statement
from annotator.model import Claim, Cluster, Document, Edge, Source, Span
from annotator.text import short_name

T = TypeVar("T")

MAX_OPENING = 80  # characters of a text without a title that can stand for it in a sentence
CONTAINED_SHARE = 0.9  # of containment, as against certainty that two claims state one fact
MIN_CONTAINED = 0.66  # share of the poorer claim that two claims on their own must have in common
MIN_TERMS = 2  # with content, that a claim needs to be about something
MIN_PAIR = 0.02  # certainty of one fact below which two claims are not compared at all


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of two documents; the first comes first in the story."""

    left: Statement
    right: Statement
    certainty: float
    """0..1 that they state one fact."""
    contained: float
    """0..1: share, by weight, of the poorer claim's terms that the other one has too, figures left out."""

    @property
    def strength(self) -> float:
        """0..1 that the poorer claim is about something that the other one is about too."""
        return max(self.certainty, CONTAINED_SHARE * self.contained)


@dataclass(frozen=True, slots=True)
class Story:
    """A story as detectors see it."""

    statements: tuple[Statement, ...]
    weights: Mapping[str, float]
    pairs: tuple[Pair, ...]
    """Those worth comparing, in order of the text."""
    clusters: Mapping[str, tuple[str, ...]]
    """Ids of the clusters that a claim stands in, by the claim's id."""
    edges: tuple[Edge, ...]
    clauses: tuple[tuple[Clause, ...], ...]
    """Of each statement, by its index."""
    worked_out: dict[tuple[object, ...], Any] = field(default_factory=dict, repr=False, compare=False)
    """What several detectors need of the same words, by what was asked: worked out once, by whoever asks first."""

    def naming(self, terms: frozenset[str]) -> tuple[Statement, ...]:
        """The statements that have all of these terms, in order; all statements for none."""
        postings = self.once(("postings",), lambda: _read_postings(self.statements))
        rarest = min((postings.get(t, ()) for t in terms), key=len, default=self.statements)
        return tuple(s for s in rarest if terms <= s.terms.unique)

    def once(self, question: tuple[object, ...], work_out: Callable[[], T]) -> T:
        """The answer to a question; `work_out` must depend on the story and the question alone."""
        if question not in self.worked_out:
            self.worked_out[question] = work_out()
        answer: T = self.worked_out[question]
        return answer

    @property
    def latest(self) -> str | None:
        """The last publication of the story that is known."""
        return max((s.document.published for s in self.statements if s.document.published), default=None)

    @property
    def sparseness(self) -> float:
        """1 (nothing else to choose from) to 0 (as in stories): how much two claims can, and must, tell alone."""
        return 1 - crowding(len(self.statements))

    @property
    def min_contained(self) -> float:
        """Containment below which two claims' values are not compared: high where there is little to choose from."""
        return MIN_CONTAINED * self.sparseness

    def shared_cluster(self, claims: Sequence[str]) -> str | None:
        """A cluster that holds all these claims, else one that holds the most of them (at least two)."""
        counts: dict[str, int] = {}
        for claim in dict.fromkeys(claims):
            for cluster in self.clusters.get(claim, ()):
                counts[cluster] = counts.get(cluster, 0) + 1
        best = max(counts, key=lambda k: counts[k], default=None)
        return best if best is not None and counts[best] > 1 else None


def _read_postings(statements: Sequence[Statement]) -> dict[str, tuple[Statement, ...]]:
    found: dict[str, list[Statement]] = {}
    for statement in statements:
        for term in statement.terms.unique:
            found.setdefault(term, []).append(statement)
    return {term: tuple(places) for term, places in found.items()}


def read_story(
    documents: Sequence[Document], claims: Sequence[Claim], clusters: Sequence[Cluster], edges: Sequence[Edge]
) -> Story:
    """Reads claims into words and scores their pairs."""
    by_id = {d.id: d for d in documents}
    statements = []
    for i, claim in enumerate(claims):
        words = read_words(claim.text)
        statements.append(Statement(i, claim, by_id[claim.document], words, read_terms_of(words)))
    read = [s.terms for s in statements]
    weights = weigh_terms(read)
    scores = score_pairs([c.text for c in claims], read, weights)
    plain = [_plain_terms(terms, weights) for terms in read]
    standing: dict[str, tuple[str, ...]] = {}
    for cluster in clusters:
        for member in cluster.claims:
            standing[member] = (*standing.get(member, ()), cluster.id)
    floor = MIN_PAIR if len(statements) > 6 else 0.0
    pairs = tuple(
        Pair(statements[i], statements[j], score, _containment(plain[i], plain[j], weights))
        for (i, j), score in scores.items()
        if score >= floor and claims[i].document != claims[j].document
    )
    return Story(
        tuple(statements),
        weights,
        pairs,
        standing,
        tuple(edges),
        tuple(with_deeds(s, read_clauses(s)) for s in statements),
    )


def _plain_terms(terms: Terms, weights: Mapping[str, float]) -> tuple[frozenset[str], float]:
    """Terms that are no figures, and their weight; without weight where they are too few to be about anything."""
    plain = frozenset(t for t in terms.unique if not t[0].isdigit())
    is_bare = sum(not is_weak(t) for t in plain) < MIN_TERMS
    return plain, 0.0 if is_bare else sum(weights[t] for t in plain)


def _containment(
    left: tuple[frozenset[str], float], right: tuple[frozenset[str], float], weights: Mapping[str, float]
) -> float:
    least = min(left[1], right[1])
    return sum(weights[t] for t in left[0] & right[0]) / least if least else 0.0


def label_of(document: Document) -> str:
    """What a document is called in a sentence: its outlet, else its title or first words, else its file."""
    if document.outlet and document.outlet.name:
        return short_name(document.outlet.name)
    begin = document.body[0].start if document.body else 0
    title = " ".join((document.title or document.text[begin : begin + MAX_OPENING]).split())
    if title:
        return short_name(title)
    return document.path.rpartition("/")[2] or document.id


def source_of(claim: Claim, span: Span) -> Source | None:
    """Who is said to have said the words of the span; None for the document itself."""
    held = [a for a in claim.attributions if a.source and any(c.overlap(span) for c in a.content)]
    return min(held, key=lambda a: sum(len(c) for c in a.content)).source if held else None
