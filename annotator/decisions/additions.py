"""Flags and disagreements that a person found and the engine did not."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.decisions.carrying import Ruled
from annotator.decisions.prune import is_standing, name_values
from annotator.decisions.sources import BY_HAND, decided
from annotator.decisions.working import Working
from annotator.model import (
    AddDisagreement,
    AddFlag,
    Claim,
    Disagreement,
    Flag,
    FlagVoice,
    Level,
    Side,
    Span,
    Status,
    Voice,
    covers,
    make_id,
)

MAX_SIDES = 8  # of a disagreement; the contract's limit


def add_flag(working: Working, command: AddFlag, ruled: Ruled) -> bool:
    """Adds a flag to the claim that holds most of its span; false if no claim does."""
    place = command.target.places[0] if command.target.places else None
    if place is None or place.span is None or not working.index.quotes_match((place,)):
        return False
    claims = working.index.claims_at(place.document, place.span)
    if not claims:
        return False
    claim = working.claims[claims[0]]
    span = Span(max(place.span.start, claim.span.start), min(place.span.end, claim.span.end))
    known = next((f for f in claim.flags if f.span == span and f.kind is command.kind), None)
    status = Status.ACCEPTED if known and known.detector != BY_HAND else Status.ADDED
    decision = decided(known.decision if known else None, status, ruled, None)
    flag = Flag(
        id=known.id if known else make_id("f", claim.document, span.start, span.end, command.kind, BY_HAND),
        kind=command.kind,
        span=span,
        text=span.text(working.documents[claim.document].text),
        strength=1.0,
        voice=_voice(claim, span),
        detector=known.detector if known else BY_HAND,
        why=command.why or "added by the annotator",
        decision=decision,
    )
    working.add_flag(claim.id, flag)
    return True


def add_disagreement(working: Working, command: AddDisagreement, ruled: Ruled) -> bool:
    """Adds a disagreement between places; false if fewer than two values are left of it."""
    made = _make(working, command, ruled)
    if made is None:
        return False
    if made.id not in working.disagreements:
        working.index.enter_disagreement(made, working.claims)
    working.disagreements[made.id] = made
    return True


def _make(working: Working, command: AddDisagreement, ruled: Ruled) -> Disagreement | None:
    sides = _sides(working, command)
    if len({s.value for s in sides}) < 2:
        return None
    claims = [s.claim for s in sides]
    outlets = {working.claims[c].document for c in claims}
    key = make_id("x", BY_HAND, command.kind, *(f"{p.document}:{p.span}" for p in command.places))
    before = working.disagreements.get(key)
    return Disagreement(
        id=key,
        kind=command.kind,
        severity=command.severity,
        level=Level.OUTLET if len(outlets) > 1 else Level.SPEAKER,
        cluster=next((k.id for k in working.clusters.values() if set(claims) <= set(k.claims)), None),
        sides=tuple(sides),
        detector=BY_HAND,
        confidence=1.0,
        why=name_values(sides),
        decision=decided(before.decision if before else None, Status.ADDED, ruled, command.reason),
    )


def _sides(working: Working, command: AddDisagreement) -> Sequence[Side]:
    sides = []
    for place, value in zip(command.places[:MAX_SIDES], command.values, strict=False):
        if place.span is None or not value or not working.index.quotes_match((place,)):
            continue
        claims = working.index.claims_at(place.document, place.span)
        if claims:
            sides.append(Side(claims[0], place.span, place.quote or "", value))
    return sides


def _voice(claim: Claim, span: Span) -> FlagVoice:
    said = any(covers(a.content, span) for a in claim.attributions if is_standing(a))
    return FlagVoice.SPEAKER if said or claim.voice is Voice.ATTRIBUTED else FlagVoice.OUTLET
