"""The analysis as plain lines for a terminal: documents, then what differs, then what editorialises."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.model import Analysis, FlagVoice
from annotator.text import one_line
from annotator.view import by_publication, claim_handles, disagreement_handles, document_handles

WIDTH = 100  # columns
MIN_STRENGTH = 0.5  # 0..1; from here flags are shown by default (JSON contract)


def export_table(analysis: Analysis) -> str:
    """Lines of at most `WIDTH` characters where words allow; no control characters of documents reach them."""
    lines = [*_documents(analysis), "", *_disagreements(analysis), "", *_flags(analysis)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _documents(analysis: Analysis) -> Iterator[str]:
    handle = document_handles(analysis)
    yield f"{one_line(analysis.title or 'Story')}: documents {len(analysis.documents)}, claims {len(analysis.claims)}"
    yield ""
    for d in by_publication(analysis.documents):
        date = d.published or "undated"
        claims = sum(c.document == d.id for c in analysis.claims)
        name = one_line(d.outlet.name or "unknown outlet")
        title = _cut(one_line(d.title or d.path), WIDTH - 64)
        yield f"{handle[d.id]:<3}{d.genre.type.value:<15}{date[:10]:<12}{_cut(name, 24):<26}{claims:>3}  {title}"


def _disagreements(analysis: Analysis) -> Iterator[str]:
    handle = claim_handles(analysis)
    names = disagreement_handles(analysis)
    yield f"Disagreements: {len(analysis.disagreements) or 'none'}"
    for d in analysis.disagreements:
        yield ""
        yield f"{names[d.id]:<5}{d.severity.value:<12} {d.kind.value.replace('_', ' '):<15} {one_line(d.why)}"
        for side in d.sides:
            yield f"     {handle[side.claim]:<6}{_cut(one_line(side.value), WIDTH - 12)}"


def _flags(analysis: Analysis) -> Iterator[str]:
    handle = claim_handles(analysis)
    shown = [
        (c, f) for c in analysis.claims for f in c.flags if f.voice is FlagVoice.OUTLET and f.strength >= MIN_STRENGTH
    ]
    yield f"Editorialising in the outlet's own voice: {len(shown) or 'none'}"
    for claim, flag in shown:
        words = _cut(one_line(flag.text), 40)
        yield f"{handle[claim.id]:<5}{flag.strength:.2f} {flag.kind.value.replace('_', ' '):<24}“{words}”"


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"
