"""Which document states which fact, and how: the tables of the Markdown report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from annotator.export.phrases import escape, shorten
from annotator.model import Analysis
from annotator.view import (
    Manner,
    MatrixCell,
    MatrixRow,
    build_matrix,
    by_publication,
    claim_handles,
    document_handles,
)

MAX_GIST = 120  # characters of a row's gist; the whole claim stands in the annotated copy
MAX_CLAIMS = 3  # handles in a cell; more are counted
_MANNER = {Manner.ABSENT: "—", Manner.NOT_YET: "*older*"}


def matrix_part(analysis: Analysis) -> Iterator[str]:
    """A row for each fact, a column for each document; where they differ first."""
    rows = build_matrix(analysis)
    yield "## Who states what"
    yield ""
    if not rows:
        yield "No fact is stated by two documents."
        yield ""
        return
    yield (
        "One row for each fact that several documents state. *asserted*: in the document's own voice; *attributed*: "
        "as somebody's words; *hedged*: with a reservation; *denied*; —: not there; *older*: not there, and the "
        "document is older than all that state it. Origins: independent beginnings, copies counted once."
    )
    yield ""
    for title, group in (
        ("Where they differ", [r for r in rows if r.severity]),
        ("Where they agree", [r for r in rows if not r.severity]),
    ):
        if group:
            yield f"### {title}: {len(group)}"
            yield ""
            yield from _matrix(analysis, group)


def _matrix(analysis: Analysis, rows: Sequence[MatrixRow]) -> Iterator[str]:
    handle = document_handles(analysis)
    names = claim_handles(analysis)
    columns = by_publication(analysis.documents)
    yield f"| Fact | Origins | {' | '.join(handle[d.id] for d in columns)} |"
    yield f"|---|--:|{'---|' * len(columns)}"
    for row in rows:
        cells = " | ".join(_cell(cell, names) for cell in row.cells)
        severity = f"**{row.severity.value}**: " if row.severity else ""
        yield f"| {severity}{escape(shorten(row.gist, MAX_GIST))} | {row.origins} | {cells} |"
    yield ""


def _cell(cell: MatrixCell, names: Mapping[str, str]) -> str:
    if not cell.claims:
        return _MANNER[cell.manner]
    values = "".join(f"**{escape(v)}**, " for v in cell.values)
    rest = len(cell.claims) - MAX_CLAIMS
    claims = " ".join(names[c] for c in cell.claims[:MAX_CLAIMS]) + (f" +{rest}" if rest > 0 else "")
    return f"{values}{cell.manner.value} {claims}"
