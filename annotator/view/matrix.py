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


SEVERITY_RANK: dict[Severity | None, int] = {
    Severity.CONFLICT: 0,
    Severity.TENSION: 1,
    Severity.IMPRECISION: 2,
    None: 3,
}


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
    return tuple(sorted(rows, key=lambda row: (SEVERITY_RANK[row.severity], -row.origins, -row.documents)))


def read_cells(
    cluster: Cluster, columns: Sequence[Document], claims: Mapping[str, Claim], found: Sequence[Disagreement]
) -> tuple[MatrixCell, ...]:
    """What each of some documents says of a fact; `found` are the disagreements of its row."""
    members = [claims[i] for i in cluster.claims]
    values: dict[str, list[str]] = {}
    for side in (s for d in found for s in d.sides):
        known = values.setdefault(claims[side.claim].document, [])
        if side.value not in known:
            known.append(side.value)
    homes: dict[str, list[Claim]] = {}
    for claim in members:
        homes.setdefault(claim.document, []).append(claim)
    return tuple(
        MatrixCell(
            d.id,
            _manner(homes[d.id]) if d.id in homes else Manner.ABSENT,
            tuple(c.id for c in homes.get(d.id, ())),
            tuple(values.get(d.id, ())),
        )
        for d in columns
    )


def worst(found: Sequence[Disagreement]) -> Severity | None:
    """The gravest severity among some disagreements."""
    return min((d.severity for d in found), key=SEVERITY_RANK.__getitem__, default=None)


def tell_absence(cells: Sequence[MatrixCell], columns: Sequence[Document], first: str | None) -> tuple[MatrixCell, ...]:
    """The cells, with absence told apart from not yet published; `first` is when the fact was first stated."""
    return tuple(
        cell if cell.manner is not Manner.ABSENT else MatrixCell(d.id, _absence(d, first))
        for cell, d in zip(cells, columns, strict=True)
    )


def first_stated(cluster: Cluster, claims: Mapping[str, Claim], documents: Mapping[str, Document]) -> str | None:
    """The earliest date of a document that states the fact; None where none is dated."""
    dates = (documents[claims[i].document].published for i in cluster.claims)
    return min((d for d in dates if d), default=None)


def _row(
    cluster: Cluster, columns: Sequence[Document], claims: Mapping[str, Claim], found: Sequence[Disagreement]
) -> MatrixRow:
    cells = read_cells(cluster, columns, claims, found)
    first = first_stated(cluster, claims, {d.id: d for d in columns})
    homes = {claims[i].document for i in cluster.claims}
    return MatrixRow(
        cluster.id,
        cluster.gist,
        cluster.independent_sources,
        len(homes),
        worst(found),
        tell_absence(cells, columns, first),
    )


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
