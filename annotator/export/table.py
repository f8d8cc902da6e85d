"""The analysis as plain lines for a terminal: documents, then what differs, then what editorialises."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from annotator.export.phrases import file_name
from annotator.model import Analysis, Claim, Disagreement, FlagVoice
from annotator.text import one_line
from annotator.view import (
    by_publication,
    claim_handles,
    counted,
    date_word,
    disagreement_handles,
    document_handles,
    kind_word,
    title_word,
)

WIDTH = 100  # columns
MIN_STRENGTH = 0.5  # 0..1; from here flags are shown by default (JSON contract)
VALUE = 48  # columns of a side's value


def export_table(analysis: Analysis) -> str:
    """Lines of at most `WIDTH` characters; no control characters of documents reach them."""
    lines = [*_documents(analysis), "", *_disagreements(analysis), "", *_flags(analysis)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _documents(analysis: Analysis) -> Iterator[str]:
    handle = document_handles(analysis)
    facts = f": {counted(len(analysis.documents), 'document')}, {counted(len(analysis.claims), 'claim')}"
    yield _cut(one_line(analysis.title or "Story"), WIDTH - len(facts)) + facts
    yield ""
    yield f"{'':<4}{'genre':<14}{'published':<13}{'outlet':<25}{'claims':>6}  title"
    for d in by_publication(analysis.documents):
        claims = sum(c.document == d.id for c in analysis.claims)
        genre, name = kind_word(d.genre.type), _cut(one_line(d.outlet.name) if d.outlet.name else file_name(d), 24)
        start = f"{handle[d.id]:<4}{genre:<14}{date_word(d.published):<13}{name:<25}{claims:>6}  "
        yield start + _cut(title_word(d), WIDTH - len(start))


def _disagreements(analysis: Analysis) -> Iterator[str]:
    handle = claim_handles(analysis)
    names = disagreement_handles(analysis)
    yield f"Disagreements: {len(analysis.disagreements) or 'none'}"
    for d in analysis.disagreements:
        yield ""
        start = f"{names[d.id]:<5}{d.severity.value}, {kind_word(d.kind)}: "
        yield from textwrap.wrap(one_line(d.why), WIDTH, initial_indent=start, subsequent_indent=" " * 5)
        for value, claims in _sides(d):
            room = " ".join(handle[c] for c in claims)
            yield f"     {_cut(one_line(value), VALUE):<{VALUE}}  {_cut(room, WIDTH - VALUE - 7)}"


def _sides(d: Disagreement) -> Iterator[tuple[str, list[str]]]:
    """Each value with the claims that give it."""
    found: dict[str, list[str]] = {}
    for side in d.sides:
        found.setdefault(side.value, []).append(side.claim)
    yield from found.items()


def _flags(analysis: Analysis) -> Iterator[str]:
    handle = claim_handles(analysis)
    shown = {c.id: phrases for c in analysis.claims if (phrases := _phrases(c))}
    total = sum(map(len, shown.values()))
    yield f"Editorialising in the outlet's own voice: {total or 'none'}"
    for name, phrases in shown.items():
        start = f"{handle[name]:<5}"
        yield from textwrap.wrap("; ".join(phrases), WIDTH, initial_indent=start, subsequent_indent=" " * 5)


def _phrases(claim: Claim) -> list[str]:
    return [
        f"“{_cut(one_line(f.text), 60)}” {kind_word(f.kind)} {f.strength:.2f}"
        for f in claim.flags
        if f.voice is FlagVoice.OUTLET and f.strength >= MIN_STRENGTH
    ]


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"
