"""The report for an editor who does not have annotator, in CommonMark with tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.export.markdown_copy import copy_part, is_shown
from annotator.export.markdown_labels import label_part
from annotator.export.markdown_matrix import matrix_part
from annotator.export.phrases import STATES, escape, file_name, name_decider, shorten
from annotator.model import (
    Analysis,
    Claim,
    Disagreement,
    Document,
    Flag,
    FlagVoice,
    Settlement,
    Side,
    Status,
    Voice,
)
from annotator.view import (
    by_publication,
    claim_handles,
    counted,
    date_word,
    describe_sourcing,
    disagreement_handles,
    document_handles,
    is_rejected,
    kind_word,
    title_word,
)

MAX_TITLE = 100  # characters of a title in the table of documents
MAX_PASSAGE = 320  # characters of a claim beside a disagreement; the rest stands in the annotated copy
_SETTLED = {
    Settlement.SIDE_STANDS: "{stands} stands",
    Settlement.BOTH_TRUE: "both are true",
    Settlement.DIFFERENT_THINGS: "they speak of different things",
    Settlement.NOT_A_DISAGREEMENT: "this is no disagreement",
    Settlement.OPEN: "left open",
}


def export_markdown(analysis: Analysis) -> str:
    """The whole report. Text of documents is escaped: it cannot become markup, HTML or a link."""
    parts = [
        _front(analysis),
        _disagreement_part(analysis),
        matrix_part(analysis),
        label_part(analysis),
        *(copy_part(analysis, d) for d in by_publication(analysis.documents)),
    ]
    return "\n".join(line for part in parts for line in part).rstrip("\n") + "\n"


def _front(analysis: Analysis) -> Iterator[str]:
    handle = document_handles(analysis)
    still_open = sum(not _is_closed(d) for d in analysis.disagreements)
    yield f"# {escape(analysis.title or 'Untitled story')}"
    yield ""
    yield (
        f"{counted(len(analysis.documents), 'document')}, {counted(len(analysis.claims), 'claim')}, "
        f"{counted(len(analysis.disagreements), 'disagreement')}, {still_open} of them still open. Made with "
        "annotator; what the program suggests is marked *suggested*; everything else was decided by the person named."
    )
    yield ""
    yield "| | Outlet | Title | Genre | Published | Claims | No source | Loaded | Reliability | File |"
    yield "|---|---|---|---|---|--:|--:|--:|---|---|"
    for d in by_publication(analysis.documents):
        yield _document_row(d, handle[d.id], [c for c in analysis.claims if c.document == d.id])
    yield ""
    yield (
        "*No source*: claims that the document makes in its own voice. *Loaded*: claims of its own with wording that "
        "takes sides, boasts or judges."
    )
    yield ""
    if analysis.warnings:
        yield "Warnings:"
        yield ""
        yield from (f"- {escape(f'{w.path}: {w.message}' if w.path else w.message)}" for w in analysis.warnings)
        yield ""


def _document_row(d: Document, handle: str, claims: Sequence[Claim]) -> str:
    date = date_word(d.published) + (" (inferred)" if d.published_basis == "inferred" else "")
    label = f", calls itself “{escape(d.genre.self_label)}”" if d.genre.self_label else ""
    basis = f" ({escape(d.reliability_basis)})" if d.reliability_basis else ""
    unsourced = sum(c.voice is Voice.OUTLET for c in claims)
    loaded = sum(any(_is_loaded(f) for f in c.flags) for c in claims)
    cells = (
        f"**{handle}**",
        escape(d.outlet.name or "unknown"),
        escape(shorten(title_word(d), MAX_TITLE)),
        kind_word(d.genre.type) + label,
        escape(date),
        *map(str, (len(claims), unsourced, loaded)),
        f"{d.reliability}{basis}" if d.reliability else "not rated",
        escape(file_name(d)),
    )
    return f"| {' | '.join(cells)} |"


def _is_loaded(flag: Flag) -> bool:
    return flag.voice is FlagVoice.OUTLET and is_shown(flag) and not is_rejected(flag.decision)


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
            yield f"### {title}: {len(group)}"
            yield ""
        for disagreement in group:
            yield from _disagreement(analysis, disagreement)


def _is_closed(d: Disagreement) -> bool:
    made = d.decision
    if made is None or made.settlement is Settlement.OPEN:
        return False
    return made.settlement is not None or made.status is Status.REJECTED


def _disagreement(analysis: Analysis, d: Disagreement) -> Iterator[str]:
    name = disagreement_handles(analysis)[d.id]
    level = "" if d.level == "outlet" else " between speakers"
    yield f"#### {name}. {kind_word(d.kind).capitalize()}: {d.severity.value}{level}"
    yield ""
    yield escape(d.why)
    yield ""
    claims = {c.id: c for c in analysis.claims}
    handle = claim_handles(analysis)
    documents = {x.id: x for x in analysis.documents}
    for value, sides in _by_value(d).items():
        yield f"- **{escape(value)}**"
        for side in sides:
            claim = claims[side.claim]
            home = documents[claim.document]
            place = f"{escape(home.outlet.name or file_name(home))}, {escape(date_word(home.published))}"
            said_by = escape(describe_sourcing(claim))
            yield f"  - {handle[claim.id]} ({place}), {said_by}: “{_passage(claim, side)}”"
    yield ""
    yield _verdict(d)
    yield ""


def _by_value(d: Disagreement) -> dict[str, list[Side]]:
    found: dict[str, list[Side]] = {}
    for side in d.sides:
        found.setdefault(side.value, []).append(side)
    return found


def _passage(claim: Claim, side: Side) -> str:
    """The claim around the words that differ, which are bold."""
    start, end = side.span.start - claim.span.start, side.span.end - claim.span.start
    if not 0 <= start < end <= len(claim.text):
        return escape(shorten(claim.text, MAX_PASSAGE))
    before, words, after = claim.text[:start], claim.text[start:end], claim.text[end:]
    room = max(0, MAX_PASSAGE - len(words)) // 2
    if len(claim.text) > MAX_PASSAGE:
        before = before if len(before) <= room else "… " + before[-room:].partition(" ")[2]
        after = after if len(after) <= room else after[:room].rpartition(" ")[0] + " …"
    if not words.strip() or words != words.strip():
        return escape(before + words + after)
    left = " " if before[-1:].isspace() else ""
    right = " " if after[:1].isspace() else ""
    return f"{escape(before)}{left}**{escape(words)}**{right}{escape(after)}"


def _verdict(d: Disagreement) -> str:
    made = d.decision
    if made is None or (made.status is Status.SUGGESTED and not made.settlement):
        note = f" Note: {escape(made.note)}" if made and made.note else ""
        return f"*Suggested* by {d.detector}, confidence {d.confidence:.2f}. Nobody has decided on it.{note}"
    words = f"{STATES[made.status]} as a disagreement, not settled"
    if made.settlement:
        words = _SETTLED[made.settlement].format(stands=f"“{escape(made.stands or '')}”")
    elif made.status is Status.REJECTED:
        words = "rejected"
    reason = f"Reason: {escape(made.reason.rstrip(' .'))}" if made.reason else "No reason given"
    note = f" Note: {escape(made.note)}" if made.note else ""
    return f"**Decision: {words}** ({name_decider(made)}). {reason}.{note}"
