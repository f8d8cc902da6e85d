"""A document with a note on each claim: the annotated copy of the Markdown report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from annotator.export.phrases import STATES, escape, name_decider, shorten
from annotator.model import Analysis, Claim, Document, Flag, FlagVoice, Severity, Status, Voice
from annotator.view import (
    NO_SOURCE,
    claim_handles,
    counted,
    describe_sourcing,
    disagreement_handles,
    document_handles,
    kind_word,
    title_word,
)

MAX_TITLE = 100  # characters of a heading
MIN_STRENGTH = 0.5  # 0..1; from here flags are shown by default (JSON contract)


def copy_part(analysis: Analysis, document: Document) -> Iterator[str]:
    """The claims in order, each with who says it, where documents differ, and what takes sides in it."""
    names = claim_handles(analysis)
    mine = [c for c in analysis.claims if c.document == document.id]
    disputed = _disputed(analysis)
    yield f"## {document_handles(analysis)[document.id]}. {escape(shorten(title_word(document), MAX_TITLE))}"
    yield ""
    unsourced = [names[c.id] for c in mine if c.voice is Voice.OUTLET]
    if mine:
        yield f"Without a source: {len(unsourced)} of {counted(len(mine), 'claim')} ({', '.join(unsourced) or 'none'})."
        yield ""
    for claim in mine:
        yield f"**{names[claim.id]}** {escape(claim.text)}"
        yield ""
        yield from (f"> - {line}" for line in _remarks(claim, disputed.get(claim.id, ())))
        yield ""


def _disputed(analysis: Analysis) -> Mapping[str, Sequence[tuple[str, Severity]]]:
    names = disagreement_handles(analysis)
    found: dict[str, list[tuple[str, Severity]]] = {}
    for d in analysis.disagreements:
        for claim in dict.fromkeys(s.claim for s in d.sides):
            found.setdefault(claim, []).append((names[d.id], d.severity))
    return found


def _remarks(claim: Claim, disputed: Sequence[tuple[str, Severity]]) -> Iterator[str]:
    made = claim.decision
    source = escape(describe_sourcing(claim))
    status = f" ({STATES[made.status]} by {name_decider(made)})" if made and made.status is not Status.SUGGESTED else ""
    yield f"Source: {f'**{source}**' if source == NO_SOURCE else source}{status}"
    if claim.credibility:
        yield f"Credibility: {claim.credibility} of 1 to 6"
    if disputed:
        yield "Differs: " + ", ".join(f"disagreement {name} ({severity.value})" for name, severity in disputed)
    yield from (_flag_remark(f) for f in claim.flags if is_shown(f))
    if made and made.note:
        yield f"Note: {escape(made.note)}"


def is_shown(flag: Flag) -> bool:
    """Whether a flag is strong enough for a report, or a person looked at it."""
    return flag.strength >= MIN_STRENGTH or flag.decision is not None


def _flag_remark(flag: Flag) -> str:
    made = flag.decision
    whose = "" if flag.voice is FlagVoice.OUTLET else " (the speaker's words)"
    is_decided = made is not None and made.status is not Status.SUGGESTED
    state = f"{STATES[made.status]} by {name_decider(made)}" if made and is_decided else "*suggested*"
    return f"{kind_word(flag.kind).capitalize()}{whose}: “{escape(flag.text)}”, {state}. {escape(flag.why)}"
