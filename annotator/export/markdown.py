"""The report for an editor who does not have annotator, in CommonMark with tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from annotator.model import Analysis, Claim, Disagreement, Document, Flag, FlagVoice, Settlement, Severity, Status
from annotator.text import one_line
from annotator.view import (
    Manner,
    MatrixCell,
    build_matrix,
    by_publication,
    claim_handles,
    describe_sourcing,
    disagreement_handles,
    document_handles,
)

MIN_STRENGTH = 0.5  # 0..1; from here flags are shown by default (JSON contract)
MAX_GIST = 120  # characters of a row's gist; the whole claim stands in the annotated copy
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&@$]|:(?=//)|^[#+=-]|(?<=^\d)[.)]|(?<=^\d\d)[.)]|(?<=^\d{4})[.)]")
_SETTLED = {
    Settlement.SIDE_STANDS: "settled: {stands} stands",
    Settlement.BOTH_TRUE: "settled: both are true",
    Settlement.DIFFERENT_THINGS: "settled: different things",
    Settlement.NOT_A_DISAGREEMENT: "settled: not a disagreement",
    Settlement.OPEN: "open: left open",
}
_MANNER = {Manner.ABSENT: "—", Manner.NOT_YET: "*not yet published*"}


def export_markdown(analysis: Analysis) -> str:
    """The whole report. Text of documents is escaped: it cannot become markup, HTML or a link."""
    parts = [
        _front(analysis),
        _disagreement_part(analysis),
        _matrix_part(analysis),
        *(_copy_part(analysis, d) for d in by_publication(analysis.documents)),
    ]
    return "\n".join(line for part in parts for line in part) + "\n"


def escape(text: str) -> str:
    """The text on one line, every character as itself in CommonMark and in a table's cell."""
    return _SPECIAL.sub(lambda match: f"\\{match[0]}", one_line(text))


def _front(analysis: Analysis) -> Iterator[str]:
    handle = document_handles(analysis)
    yield f"# {escape(analysis.title or 'Untitled story')}"
    yield ""
    yield (
        "Made with annotator. What the program suggests is marked *suggested*; everything else was decided by the "
        "person named."
    )
    yield ""
    yield "| | Document | Outlet | Genre | Published | Claims | Reliability |"
    yield "|---|---|---|---|---|--:|---|"
    for d in by_publication(analysis.documents):
        count = sum(c.document == d.id for c in analysis.claims)
        date = (d.published or "unknown") + (" (inferred)" if d.published_basis == "inferred" else "")
        genre = d.genre.type.value.replace("_", " ")
        label = f", calls itself “{escape(d.genre.self_label)}”" if d.genre.self_label else ""
        rating = f"{d.reliability} ({escape(d.reliability_basis or '')})" if d.reliability else "not rated"
        yield (
            f"| {handle[d.id]} | {escape(d.title or d.path)} | {escape(d.outlet.name or 'unknown')} | {genre}{label} "
            f"| {date} | {count} | {rating} |"
        )
    yield ""
    if analysis.warnings:
        yield "Warnings:"
        yield ""
        yield from (f"- {escape(f'{w.path}: {w.message}' if w.path else w.message)}" for w in analysis.warnings)
        yield ""


def _disagreement_part(analysis: Analysis) -> Iterator[str]:
    decided = [d for d in analysis.disagreements if _is_closed(d)]
    open_ones = [d for d in analysis.disagreements if not _is_closed(d)]
    yield "## Disagreements"
    yield ""
    if not analysis.disagreements:
        yield "None was found or added."
        yield ""
    for title, group in (("Decided", decided), ("Still open", open_ones)):
        if group:
            yield f"### {title}"
            yield ""
        for disagreement in group:
            yield from _disagreement(analysis, disagreement)


def _is_closed(d: Disagreement) -> bool:
    return d.decision is not None and d.decision.settlement is not Settlement.OPEN


def _disagreement(analysis: Analysis, d: Disagreement) -> Iterator[str]:
    name = disagreement_handles(analysis)[d.id]
    claims = {c.id: c for c in analysis.claims}
    handle = claim_handles(analysis)
    documents = {x.id: x for x in analysis.documents}
    kind = d.kind.value.replace("_", " ")
    level = "" if d.level == "outlet" else ", between speakers"
    yield f"**{name}. {kind}, {d.severity.value}{level}** — {escape(d.why)}"
    yield ""
    for side in d.sides:
        claim = claims[side.claim]
        home = documents[claim.document]
        yield (
            f"- **{escape(side.value)}** — {escape(home.outlet.name or home.title or home.path)}, "
            f"{home.published or 'undated'}, {handle[claim.id]} ({escape(describe_sourcing(claim))}): "
            f"“{escape(claim.text)}”"
        )
    yield ""
    yield f"  {_verdict(d)}"
    yield ""


def _verdict(d: Disagreement) -> str:
    if d.decision is None:
        return f"*suggested* by {d.detector}, confidence {d.confidence:.2f}; nobody has decided on it"
    made = d.decision
    words = {
        Status.ACCEPTED: "accepted as a disagreement",
        Status.REJECTED: "rejected",
        Status.ADDED: "added by the annotator",
    }.get(made.status, "edited")
    if made.settlement:
        words = _SETTLED[made.settlement].format(stands=f"“{escape(made.stands or '')}”")
    reason = f", because: {escape(made.reason)}" if made.reason else ", no reason given"
    note = f" Note: {escape(made.note)}" if made.note else ""
    when = f", {made.at}" if made.at else ""
    return f"{words} ({escape(made.by)}{when}){reason}.{note}"


def _matrix_part(analysis: Analysis) -> Iterator[str]:
    columns = by_publication(analysis.documents)
    handle = document_handles(analysis)
    rows = build_matrix(analysis)
    yield "## Who states what"
    yield ""
    if not rows:
        yield "No fact is stated by two documents."
        yield ""
        return
    yield f"| Fact | Origins / documents | Differs | {' | '.join(handle[d.id] for d in columns)} |"
    yield f"|---|--:|---|{'---|' * len(columns)}"
    for row in rows:
        cells = " | ".join(_cell(cell) for cell in row.cells)
        severity = row.severity.value if row.severity else ""
        yield f"| {escape(_shorten(row.gist))} | {row.origins}/{row.documents} | {severity} | {cells} |"
    yield ""


def _cell(cell: MatrixCell) -> str:
    if not cell.claims:
        return _MANNER[cell.manner]
    values = "; ".join(f"**{escape(v)}**" for v in cell.values)
    return f"{values} ({cell.manner.value})" if values else cell.manner.value


def _shorten(text: str) -> str:
    return text if len(text) <= MAX_GIST else f"{text[: MAX_GIST - 1].rsplit(' ', 1)[0]}…"


def _copy_part(analysis: Analysis, document: Document) -> Iterator[str]:
    handle = document_handles(analysis)
    names = claim_handles(analysis)
    mine = [c for c in analysis.claims if c.document == document.id]
    disputed = _disputed(analysis)
    yield f"## {handle[document.id]}. {escape(document.title or document.path)}"
    yield ""
    for claim in mine:
        yield f"{escape(claim.text)} **\\[{names[claim.id]}\\]**"
        yield ""
        for line in _remarks(claim, disputed.get(claim.id, ())):
            yield f"> {line}"
        yield ""
    unsourced = [names[c.id] for c in mine if c.voice == "outlet"]
    if mine:
        yield f"Without a source in this document: {len(unsourced)} of {len(mine)} ({', '.join(unsourced) or 'none'})."
        yield ""


def _disputed(analysis: Analysis) -> Mapping[str, Sequence[tuple[str, Severity]]]:
    names = disagreement_handles(analysis)
    found: dict[str, list[tuple[str, Severity]]] = {}
    for d in analysis.disagreements:
        for claim in dict.fromkeys(s.claim for s in d.sides):
            found.setdefault(claim, []).append((names[d.id], d.severity))
    return found


def _remarks(claim: Claim, disputed: Sequence[tuple[str, Severity]]) -> Iterator[str]:
    status = f" ({claim.decision.status} by {escape(claim.decision.by)})" if claim.decision else ""
    credit = f"; credibility {claim.credibility}" if claim.credibility else ""
    yield f"Source: {escape(describe_sourcing(claim))}{status}{credit}"
    if disputed:
        yield "Differs: " + ", ".join(f"{name} ({severity.value})" for name, severity in disputed)
    for flag in claim.flags:
        if flag.strength >= MIN_STRENGTH or flag.decision:
            yield _flag_remark(flag)
    if claim.decision and claim.decision.note:
        yield f"Note: {escape(claim.decision.note)}"


def _flag_remark(flag: Flag) -> str:
    whose = "" if flag.voice is FlagVoice.OUTLET else " (the speaker's words)"
    state = f"{flag.decision.status} by {escape(flag.decision.by)}" if flag.decision else "suggested"
    return f"{flag.kind.value.replace('_', ' ')}{whose}: “{escape(flag.text)}” — {escape(flag.why)} *{state}*"
