"""What it means that a person says through whom a claim came, link by link."""

from __future__ import annotations

from dataclasses import replace

from annotator.decisions.carrying import Ruled
from annotator.decisions.resolve import Key
from annotator.decisions.sources import BY_HAND, decided, enter_attribution, make_source
from annotator.decisions.working import Working
from annotator.model import (
    AddLink,
    Anchor,
    AnchorKind,
    Attribution,
    Claim,
    Directness,
    SetParent,
    Span,
    Status,
    Voice,
    make_id,
)


def add_link(working: Working, command: AddLink, ruled: Ruled) -> bool:
    """Adds a source to the claims at a place; false if there is none."""
    keys = working.index.resolve(command.target) if command.target.kind is AnchorKind.CLAIM else ()
    for key in keys:
        claim = working.claims[key]
        made = _make(working, claim, command, ruled)
        working.add_attribution(key, replace(made, parent=_find(working, claim, command.parent, but=made.id)))
        enter_attribution(working, made.id)
        working.voices[key] = Voice.ATTRIBUTED
        working.mend_voice(key)
    return bool(keys)


def set_parent(working: Working, command: SetParent, ruled: Ruled) -> bool:
    """Says who passes an attribution on; false if one of the two is not there, or it would pass itself on."""
    keys = _links(working, command.target)
    parents = _links(working, command.parent) if command.parent else ()
    if not keys or (command.parent is not None and not parents):
        return False
    parent = parents[0] if parents else None
    if parent is not None and any(key in _line(working, parent) for key in keys):
        return False
    for key in keys:
        working.edit_attribution(key, lambda a: _with_parent(a, parent, ruled))
    return True


def _with_parent(attribution: Attribution, parent: Key | None, ruled: Ruled) -> Attribution:
    status = Status.ADDED if attribution.detector == BY_HAND else Status.EDITED
    return replace(attribution, parent=parent, decision=decided(attribution.decision, status, ruled, None))


def _make(working: Working, claim: Claim, command: AddLink, ruled: Ruled) -> Attribution:
    content: tuple[Span, ...] = (claim.span,)
    return Attribution(
        id=make_id("a", claim.document, claim.span.start, claim.span.end, BY_HAND, command.name),
        source=make_source(working, command.name, command.role),
        cue=None,
        content=content,
        directness=Directness.INDIRECT,
        attitude=command.attitude,
        confidence=1.0,
        detector=BY_HAND,
        decision=decided(None, Status.ADDED, ruled, None),
    )


def _find(working: Working, claim: Claim, anchor: Anchor | None, *, but: Key) -> Key | None:
    """The link of a claim's chain that an anchor means."""
    own = {a.id for a in claim.attributions}
    return next((k for k in _links(working, anchor) if k in own and k != but), None) if anchor else None


def _links(working: Working, anchor: Anchor) -> tuple[Key, ...]:
    return working.index.resolve(anchor, any_label=True) if anchor.kind is AnchorKind.ATTRIBUTION else ()


def _line(working: Working, key: Key) -> set[Key]:
    """An attribution with all that pass it on."""
    parents = {a.id: a.parent for k in working.holders(key) for a in working.claims[k].attributions}
    seen: set[Key] = set()
    at: Key | None = key
    while at is not None and at not in seen:
        seen.add(at)
        at = parents.get(at)
    return seen
