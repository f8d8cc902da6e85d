"""The comparison of a story as rows and cells: one row a cluster, one column a document, in order of publication."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.model import (
    Analysis,
    Attitude,
    Claim,
    Cluster,
    Disagreement,
    Document,
    FlagKind,
    FlagVoice,
    Severity,
    Voice,
)


class Manner(StrEnum):
    """How a document says a fact."""

    ASSERTED = "asserted"
    ATTRIBUTED = "attributed"
    HEDGED = "hedged"
    DENIED = "denied"
    ABSENT = "absent"
    NOT_YET = "not yet published"
    """Absent, because the document is older than every one that states the fact."""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    document: str
    manner: Manner
    claims: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    """What the document gives where the documents differ."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    cluster: str
    gist: str
    origins: int
    documents: int
    severity: Severity | None
    """Of the worst disagreement in the row, None if there is none."""
    cells: tuple[MatrixCell, ...]


_ORDER = {Severity.CONFLICT: 0, Severity.TENSION: 1, Severity.IMPRECISION: 2, None: 3}


def by_publication(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Documents in order of publication; undated ones come last, in the story's order."""
    return tuple(sorted(documents, key=lambda d: (d.published is None, d.published or "")))


def build_matrix(analysis: Analysis) -> tuple[MatrixRow, ...]:
    """All rows, the most severe first, then those with most origins."""
    claims = {c.id: c for c in analysis.claims}
    columns = by_publication(analysis.documents)
    found: dict[str, list[Disagreement]] = {}
    for disagreement in analysis.disagreements:
        if disagreement.cluster:
            found.setdefault(disagreement.cluster, []).append(disagreement)
    rows = [_row(k, columns, claims, found.get(k.id, [])) for k in analysis.clusters]
    return tuple(sorted(rows, key=lambda row: (_ORDER[row.severity], -row.origins, -row.documents)))


def _row(
    cluster: Cluster, columns: Sequence[Document], claims: Mapping[str, Claim], found: Sequence[Disagreement]
) -> MatrixRow:
    members = [claims[i] for i in cluster.claims]
    homes = {c.document for c in members}
    first = min((d.published for d in columns if d.id in homes and d.published), default=None)
    values: dict[str, list[str]] = {}
    for side in (s for d in found for s in d.sides):
        known = values.setdefault(claims[side.claim].document, [])
        if side.value not in known:
            known.append(side.value)
    cells = tuple(
        MatrixCell(
            d.id,
            _manner([c for c in members if c.document == d.id]) if d.id in homes else _absence(d, first),
            tuple(c.id for c in members if c.document == d.id),
            tuple(values.get(d.id, ())),
        )
        for d in columns
    )
    severity = min((d.severity for d in found), key=_ORDER.__getitem__, default=None)
    return MatrixRow(cluster.id, cluster.gist, cluster.independent_sources, len(homes), severity, cells)


def _manner(claims: Sequence[Claim]) -> Manner:
    """The plainest way in which any of the claims says it."""
    return min((_claim_manner(c) for c in claims), key=list(Manner).index)


def _claim_manner(claim: Claim) -> Manner:
    if any(a.attitude is Attitude.DENIES for a in claim.attributions):
        return Manner.DENIED
    if claim.voice is Voice.ATTRIBUTED:
        return Manner.ATTRIBUTED
    if any(f.kind in (FlagKind.HEDGE, FlagKind.SPECULATION) and f.voice is FlagVoice.OUTLET for f in claim.flags):
        return Manner.HEDGED
    return Manner.ASSERTED


def _absence(document: Document, first: str | None) -> Manner:
    if document.published is None or first is None:
        return Manner.ABSENT
    known = min(len(document.published), len(first), len("2024-05-14"))
    return Manner.NOT_YET if document.published[:known] < first[:known] else Manner.ABSENT
