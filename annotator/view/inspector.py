"""What is known about the claim at the cursor? Who says it, who else, what is compared, flagged and decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.model import (
    AnchorKind,
    Attribution,
    Claim,
    Cluster,
    Decision,
    Directness,
    Disagreement,
    Flag,
    Settlement,
    Voice,
)
from annotator.text import one_line
from annotator.view.differences import are_versions, mark_differences
from annotator.view.facts import fact_lines
from annotator.view.lines import Line, Run, runs, wrap_runs
from annotator.view.marks import Glyphs, Room
from annotator.view.paint import label_look
from annotator.view.story import Story, Target, shown_flags
from annotator.view.words import (
    ATTITUDES,
    CREDIBILITY,
    RELIABILITY,
    ROLES,
    SETTLEMENTS,
    STATES,
    WORDING,
    certainty,
    counted,
    is_decided,
    is_rejected,
    kind_word,
    origins_words,
    outlet_word,
    state_mark,
    strength,
)

INDENT = 2
MAX_ELSEWHERE = 8
"""Passages of other documents that are shown under a claim."""
MAX_PASSAGE_LINES = 3
"""Lines of each; the whole passage is one key away."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the inspector."""

    line: Line
    target: Target | None = None
    """The object it is about, if it can be decided on."""


def inspect_claim(story: Story, claim: Claim, room: Room) -> tuple[Row, ...]:
    """Everything about a claim, in the order in which a fact-checker asks."""
    rows: list[Row] = []
    for heading, lines in (
        ("Said by", _said_by(claim, room)),
        ("Elsewhere", _elsewhere(story, claim, room)),
        ("Differs", _differs(story, claim, room)),
        ("Compared", _compared(claim, room)),
        ("Flagged", _flagged(claim, room)),
        ("Labelled", _labelled(story, claim, room)),
        ("Rated", _rated(story, claim, room)),
        ("Decided", _history(story, claim, room)),
    ):
        made = list(lines)
        if made:
            rows += [Row((Run(heading, "heading"),)), *made, Row(())]
    return tuple(rows[:-1])


def _said_by(claim: Claim, room: Room) -> Iterator[Row]:
    live = [a for a in claim.attributions if not is_rejected(a.decision)]
    if claim.voice is Voice.OUTLET:
        text = "the outlet itself" if not live else "the outlet itself, in part others"
        yield from _wrapped((Run(f"{room.glyphs.own_voice} ", "own-voice"), Run(text)), room)
    by_id = {a.id: a for a in claim.attributions}
    for attribution in claim.attributions:
        target = Target(AnchorKind.ATTRIBUTION, attribution.id)
        depth = _depth(attribution, by_id)
        yield from _wrapped(_link(attribution, room.glyphs), room, target=target, depth=depth)
        detail = _link_detail(attribution, room.glyphs)
        yield from _wrapped((Run(detail, "dim"),), room, target=target, depth=depth + 1)
        yield from _decision_rows(attribution.decision, room, target=target)


def _depth(attribution: Attribution, by_id: dict[str, Attribution]) -> int:
    depth, seen = 0, {attribution.id}
    while attribution.parent in by_id and attribution.parent not in seen:
        seen.add(attribution.parent)
        attribution = by_id[attribution.parent]
        depth += 1
    return depth


def _link(attribution: Attribution, glyphs: Glyphs) -> Line:
    direct = attribution.directness is Directness.DIRECT
    sign = Run(f"{glyphs.quotation if direct else glyphs.attributed} ", "quotation" if direct else "attributed")
    source = attribution.source
    name = one_line((source.name or source.text or "") if source else "") or "somebody not named"
    look = "rejected-text" if is_rejected(attribution.decision) else "strong"
    state = Run(f"{glyphs.state(state_mark(attribution.decision))} ", state_mark(attribution.decision))
    printed = one_line(source.text) if source and source.text else ""
    aside = f" (“{printed}”)" if printed and printed != name else ""
    return (state, sign, Run(name, look), Run(aside, "dim"))


def _link_detail(attribution: Attribution, glyphs: Glyphs) -> str:
    """What sort of source it is, the words that show it, whose wording it is, how sure the reading is."""
    source, cue = attribution.source, attribution.cue
    parts = [ROLES[source.role]] if source else []
    if attribution.attitude in ATTITUDES:
        parts.append(ATTITUDES[attribution.attitude])
    if cue:
        parts.append(f"“{one_line(cue.text)}”")
    if attribution.via:
        parts.append(f"to {one_line(attribution.via)}")
    parts.append(WORDING[attribution.directness])
    if attribution.decision is None:
        parts.append(certainty(attribution.confidence, glyphs))
    return ", ".join(parts)


def _elsewhere(story: Story, claim: Claim, room: Room) -> Iterator[Row]:
    clusters = story.clusters_of.get(claim.id, ())
    others = dict.fromkeys(c for k in clusters for c in k.claims if c != claim.id and c in story.claim)
    if not others:
        yield from _wrapped((Run("nobody else says this", "dim"),), room)
        return
    for cluster in clusters[:1]:
        yield from _wrapped((Run(_origins(story, cluster), "dim"),), room)
    for name in list(others)[:MAX_ELSEWHERE]:
        other = story.claim[name]
        document = story.document[other.document]
        yield from _wrapped((Run(outlet_word(document), "strong"),), room)
        marks = mark_differences((claim.text, other.text))[1] if are_versions(claim.text, other.text) else ()
        passage = list(_wrapped(runs(other.text, 0, len(other.text), marks, base="passage"), room, depth=1))
        yield from passage[:MAX_PASSAGE_LINES]
        if len(passage) > MAX_PASSAGE_LINES:
            yield Row((Run(" " * INDENT), Run("…", "dim")))
    if len(others) > MAX_ELSEWHERE:
        yield from _wrapped((Run(f"and {counted(len(others) - MAX_ELSEWHERE, 'passage')} more", "dim"),), room)


def _origins(story: Story, cluster: Cluster) -> str:
    documents = {story.claim[c].document for c in cluster.claims if c in story.claim}
    return origins_words(cluster.independent_sources, len(documents))


def _differs(story: Story, claim: Claim, room: Room) -> Iterator[Row]:
    for disagreement in story.disagreements_of.get(claim.id, ()):
        target = Target(AnchorKind.DISAGREEMENT, disagreement.id)
        yield from _wrapped(_disagreement_head(disagreement, room.glyphs), room, target=target)
        yield from _wrapped((Run(one_line(disagreement.why)),), room, target=target, depth=1)
        yield from _decision_rows(disagreement.decision, room, target=target)


def _disagreement_head(disagreement: Disagreement, glyphs: Glyphs) -> Line:
    state = state_mark(disagreement.decision)
    return (
        Run(f"{glyphs.state(state)} ", state),
        Run(f"{glyphs.disagreement} ", "disagreement"),
        Run(kind_word(disagreement.kind), "strong"),
        Run(f", {disagreement.severity.value}, {certainty(disagreement.confidence, glyphs)}", "dim"),
    )


def _compared(claim: Claim, room: Room) -> Iterator[Row]:
    for label, words in fact_lines(claim.facts):
        yield from _wrapped((Run(f"{label} ", "dim"), Run(words, "text")), room)


def _flagged(claim: Claim, room: Room) -> Iterator[Row]:
    for flag in shown_flags(claim):
        target = Target(AnchorKind.FLAG, flag.id)
        yield from _wrapped(_flag_head(flag, room.glyphs), room, target=target)
        quoted, why = one_line(flag.text), one_line(flag.why)
        why = why if quoted in why else f"“{quoted}”: {why}"
        yield from _wrapped((Run(why),), room, target=target, depth=1)
        yield from _decision_rows(flag.decision, room, target=target)


def _flag_head(flag: Flag, glyphs: Glyphs) -> Line:
    state = state_mark(flag.decision)
    aside = ", the speaker's words" if flag.voice.value == "speaker" else ""
    expected = ", expected in this genre" if flag.expected else ""
    return (
        Run(f"{glyphs.state(state)} ", state),
        Run(f"{glyphs.flag} ", "flag"),
        Run(kind_word(flag.kind), "rejected-text" if is_rejected(flag.decision) else "strong"),
        Run(f", {strength(flag.strength, glyphs)}{aside}{expected}", "dim"),
    )


def _labelled(story: Story, claim: Claim, room: Room) -> Iterator[Row]:
    for tag in story.tags_of.get(claim.id, ()):
        target = Target(AnchorKind.TAG, tag.id)
        name = (Run(f"{story.letters[tag.label]} ", label_look(story, tag)), Run(one_line(tag.label), "strong"))
        by = f", {one_line(tag.decision.by)}" if tag.decision else ""
        yield from _wrapped((*name, Run(by, "dim")), room, target=target)
        yield from _wrapped((Run(f"“{one_line(tag.text)}”"),), room, target=target, depth=1)
        if tag.decision and tag.decision.note:
            yield from _wrapped((Run(f"“{one_line(tag.decision.note)}”", "note"),), room, target=target, depth=1)


def _rated(story: Story, claim: Claim, room: Room) -> Iterator[Row]:
    document = story.document[claim.document]
    if document.reliability:
        words = f"{document.reliability} {RELIABILITY[document.reliability]}"
        yield from _wrapped((Run("outlet ", "dim"), Run(words)), room)
        if document.reliability_basis:
            yield from _wrapped((Run(one_line(document.reliability_basis), "dim"),), room, depth=1)
    if claim.credibility is not None:
        words = f"{claim.credibility} {CREDIBILITY[claim.credibility]}"
        yield from _wrapped((Run("claim ", "dim"), Run(words)), room)


def _history(story: Story, claim: Claim, room: Room) -> Iterator[Row]:
    decision = claim.decision
    if decision is not None:
        yield from _decision_rows(decision, room, target=Target(AnchorKind.CLAIM, claim.id))
    document = story.document[claim.document]
    if document.decision is not None and document.decision.note:
        yield from _wrapped((Run(f"on the document: {one_line(document.decision.note)}"),), room)


def _decision_rows(decision: Decision | None, room: Room, *, target: Target) -> Iterator[Row]:
    """Who decided what and why; nothing for a bare suggestion."""
    if decision is None:
        return
    if is_decided(decision):
        settled = decision.settlement
        words = SETTLEMENTS[settled] if settled else STATES[decision.status]
        if settled is Settlement.SIDE_STANDS and decision.stands:
            words = f"{one_line(decision.stands)} stands"
        day = f", {decision.at[:10]}" if decision.at else ""
        state = state_mark(decision)
        line = (Run(words, state), Run(f" by {one_line(decision.by)}{day}", "dim"))
        yield from _wrapped(line, room, target=target, depth=1)
    for text in (decision.reason, decision.note):
        if text:
            yield from _wrapped((Run(f"“{one_line(text)}”", "note"),), room, target=target, depth=1)


def _wrapped(line: Line, room: Room, *, target: Target | None = None, depth: int = 0) -> Iterator[Row]:
    lead = " " * (INDENT * depth)
    hanging = 0 if depth else INDENT
    for part in wrap_runs(line, width=room.width - len(lead), measure=room.measure, indent=hanging):
        yield Row((Run(lead), *part) if lead else part, target)
