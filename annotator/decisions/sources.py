"""What it means that a person says who said a claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from annotator.decisions.anchors import source_label
from annotator.decisions.carrying import Ruled
from annotator.decisions.prune import is_standing
from annotator.decisions.resolve import Key
from annotator.decisions.working import Working
from annotator.model import (
    AnchorKind,
    Attribution,
    Claim,
    Decision,
    Directness,
    SetSource,
    Source,
    SourceRole,
    Span,
    Status,
    Voice,
    covers,
    make_id,
)

BY_HAND = "person@1"  # detector of what a person added
SOURCED = (AnchorKind.CLAIM, AnchorKind.ATTRIBUTION)  # what somebody can be the source of


def set_source(working: Working, keys: Sequence[Key], command: SetSource, ruled: Ruled) -> bool:
    """Applies a choice of source to what its anchor found; false if there is nothing to apply it to."""
    if command.target.kind not in SOURCED:
        return False
    if command.target.kind is AnchorKind.CLAIM:
        for key in keys:
            _set_claim(working, key, command, ruled)
        return bool(keys)
    if keys:
        for key in keys:
            _set_attribution(working, key, command, ruled)
        return True
    return _add_at_place(working, command, ruled)


def _set_claim(working: Working, key: Key, command: SetSource, ruled: Ruled) -> None:
    claim = working.claims[key]
    if command.name is None:
        _deny_all(working, claim, ruled, command.reason)
        working.voices[key] = Voice.OUTLET
    else:
        _attribute(working, claim, command, ruled)
        working.voices[key] = Voice.ATTRIBUTED
    decision = decided(claim.decision, Status.EDITED, ruled, command.reason)
    working.edit_claim(key, lambda c: replace(c, decision=decision))
    working.mend_voice(key)


def _attribute(working: Working, claim: Claim, command: SetSource, ruled: Ruled) -> None:
    main = _main_attribution(claim)
    if main is not None and len(working.holders(main.id)) == 1:
        _set_attribution(working, main.id, command, ruled)
        return
    content: tuple[Span, ...] = (claim.span,)
    if main is not None:
        content = tuple(_clip(s, claim.span) for s in main.content if s.overlap(claim.span))
        working.drop_attribution(claim.id, main.id)
    _add(working, claim.id, content, command=command, ruled=ruled)


def _main_attribution(claim: Claim) -> Attribution | None:
    """The attribution that covers most of a claim, one that stands before one that was rejected."""
    ranked = [(is_standing(a), covers(a.content, claim.span), -i) for i, a in enumerate(claim.attributions)]
    best = max(((*r, i) for i, r in enumerate(ranked) if r[1]), default=None)
    return claim.attributions[best[3]] if best else None


def _deny_all(working: Working, claim: Claim, ruled: Ruled, reason: str | None) -> None:
    for attribution in claim.attributions:
        if len(working.holders(attribution.id)) > 1:
            working.drop_attribution(claim.id, attribution.id)
        else:
            _reject(working, attribution.id, ruled, reason)


def _set_attribution(working: Working, key: Key, command: SetSource, ruled: Ruled) -> None:
    if command.name is None:
        _reject(working, key, ruled, command.reason)
        return
    source = make_source(working, command.name, command.role)

    def edited(a: Attribution) -> Attribution:
        added = a.detector == BY_HAND
        decision = decided(a.decision, Status.ADDED if added else Status.EDITED, ruled, command.reason)
        return replace(a, source=source, attitude=command.attitude, confidence=1.0, decision=decision)

    working.edit_attribution(key, edited)
    enter_attribution(working, key)


def _reject(working: Working, key: Key, ruled: Ruled, reason: str | None) -> None:
    working.edit_attribution(key, lambda a: replace(a, decision=decided(a.decision, Status.REJECTED, ruled, reason)))


def _add_at_place(working: Working, command: SetSource, ruled: Ruled) -> bool:
    place = command.target.places[0] if command.target.places else None
    if place is None or place.span is None or command.name is None or not working.index.quotes_match((place,)):
        return False
    claims = working.index.claims_at(place.document, place.span)
    for key in claims:
        _add(working, key, (place.span,), command=command, ruled=ruled)
        working.mend_voice(key)
    return bool(claims)


def _add(working: Working, claim: Key, content: tuple[Span, ...], *, command: SetSource, ruled: Ruled) -> None:
    document = working.claims[claim].document
    made = Attribution(
        id=make_id("a", document, content[0].start, content[-1].end, BY_HAND),
        source=make_source(working, command.name, command.role) if command.name else None,
        cue=None,
        content=content,
        directness=Directness.INDIRECT,
        attitude=command.attitude,
        confidence=1.0,
        detector=BY_HAND,
        decision=decided(None, Status.ADDED, ruled, command.reason),
    )
    working.add_attribution(claim, made)
    enter_attribution(working, made.id)


def enter_attribution(working: Working, key: Key) -> None:
    """Lets later decisions find an attribution under the source that it has now."""
    for holder in working.holders(key):
        claim = working.claims[holder]
        made = next(a for a in claim.attributions if a.id == key)
        working.index.enter(AnchorKind.ATTRIBUTION, claim.document, made.content[0], source_label(made), key=key)


def make_source(working: Working, name: str, role: SourceRole) -> Source:
    """A source that a person named; the same entity wherever the name is known."""
    return Source(None, None, name, role, working.entity(name))


def _clip(span: Span, bounds: Span) -> Span:
    return Span(max(span.start, bounds.start), min(span.end, bounds.end))


def decided(before: Decision | None, status: Status, ruled: Ruled, reason: str | None) -> Decision:
    """A decision with a new status; what was noted stays."""
    if before is None:
        return Decision(status, ruled.by, ruled.at, reason)
    return replace(before, status=status, by=ruled.by, at=ruled.at, reason=reason)
