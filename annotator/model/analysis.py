"""What the documents of a story say together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from annotator.model.claim import Claim
from annotator.model.decision import Decision
from annotator.model.document import Document, Evidence, Problem
from annotator.model.span import Span
from annotator.model.tagging import Label, Tag
from annotator.model.vocabulary import CopyKind, DisagreementKind, Level, Severity


@dataclass(frozen=True, slots=True)
class Cluster:
    """One fact, stated by claims of at least two documents."""

    id: str
    claims: tuple[str, ...]
    """Ids, in order of publication and text."""
    gist: str
    independent_sources: int
    """Origins behind it, once copies and repeats of one speaker count as one."""
    score: float = 1.0
    """0..1, how sure the weakest link is."""
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """Where one claim gives one value."""

    claim: str
    span: Span
    text: str
    value: str
    """Fit for the screen; sides with the same value are one side."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    id: str
    kind: DisagreementKind
    severity: Severity
    level: Level
    cluster: str | None
    sides: tuple[Side, ...]
    """Two to eight; at least two values, of at least two documents (two sources at level speaker)."""
    detector: str
    confidence: float
    """0..1."""
    why: str
    """One sentence that names the values."""
    evidence: tuple[Evidence, ...] = ()
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two documents."""

    source: Span
    target: Span


@dataclass(frozen=True, slots=True)
class Edge:
    """One document takes text from, or cites, another."""

    source: str
    """Id of the earlier document."""
    target: str
    kind: CopyKind
    share: float
    """0..1 of the target body's claims."""
    passages: tuple[Passage, ...]
    evidence: str
    """One sentence."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """The engine's suggestions for a story, with people's decisions laid over them where there are any."""

    title: str | None
    path: str | None
    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    clusters: tuple[Cluster, ...]
    disagreements: tuple[Disagreement, ...]
    provenance: tuple[Edge, ...]
    warnings: tuple[Problem, ...] = ()
    codebook: tuple[Label, ...] = ()
    """A person's own labels, in the order in which they came."""
    tags: tuple[Tag, ...] = ()
    """Where they stand, in order of documents and text."""

    def to_dict(self) -> dict[str, Any]:
        """The analysis document of the JSON contract (`annotator schema`)."""
        from annotator.model.encoding import encode_analysis  # here: encoding imports this module

        return encode_analysis(self)
