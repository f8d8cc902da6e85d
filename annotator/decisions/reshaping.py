"""What it means that a person splits, merges, extends, cuts or adds claims: everything said of the old ones goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from annotator.decisions.carrying import Ruled
from annotator.decisions.resolve import Key
from annotator.decisions.sources import decided
from annotator.decisions.working import Working
from annotator.model import (
    AddClaim,
    Anchor,
    AnchorKind,
    Attribution,
    Claim,
    Decision,
    Place,
    ReshapeClaims,
    Side,
    Span,
    Status,
    Voice,
    claim_id,
    covers,
)

CHECK_WORTHY_BY_HAND = 0.5  # 0-1; a person found it worth a claim of its own, no rule has an opinion


@dataclass(frozen=True, slots=True)
class _Part:
    """One of the spans that a place is cut into."""

    span: Span
    all: tuple[Span, ...]
    text: str
    """Of the document."""

    def takes(self, span: Span) -> bool:
        """Whether what lies at a span comes here rather than to another part."""
        return _nearest(span, self.all) == self.span

    def has_part_of(self, attribution: Attribution, claim: Claim) -> bool:
        """Whether a source's words are said here; an attribution that no part holds stays with the claim's heir."""
        if covers(attribution.content, self.span):
            return True
        return self.takes(claim.span) and not any(covers(attribution.content, s) for s in self.all)


def reshape_claims(working: Working, command: ReshapeClaims, ruled: Ruled) -> bool:
    """Puts claims in the place of others; false if those are not found, or lie partly elsewhere now."""
    old = _find_old(working, command.before)
    spans = _spans(working, command.after)
    keys = {c.id for c in old}
    if not old or not spans or {c.document for c in old} != {p.document for p in command.after}:
        return False
    made = [claim_id(old[0].document, span) for span in spans]
    if any(key in working.claims and key not in keys for key in made):
        return False
    heirs = {c.id: claim_id(c.document, _nearest(c.span, spans)) for c in old}
    text = working.documents[old[0].document].text
    new = [_inherit(_Part(span, spans, text), old, ruled) for span in spans]
    working.replace_claims(old, new, heirs)
    _mend_groups(working, old, new, heirs)
    return True


def add_claim(working: Working, command: AddClaim, ruled: Ruled) -> bool:
    """Makes a claim of a place, or brings back the one that is there; false if the words are not there."""
    place = command.place
    if place.span is None or not working.index.quotes_match((place,)):
        return False
    key = claim_id(place.document, place.span)
    if key in working.claims:
        decision = decided(working.claims[key].decision, Status.ACCEPTED, ruled, None)
        working.edit_claim(key, lambda c: replace(c, decision=decision))
        return True
    text = place.span.text(working.documents[place.document].text)
    decision = decided(None, Status.ADDED, ruled, None)
    claim = Claim(key, place.document, place.span, text, CHECK_WORTHY_BY_HAND, Voice.OUTLET, decision=decision)
    working.replace_claims((), (claim,), {})
    return True


def _find_old(working: Working, places: Sequence[Place]) -> tuple[Claim, ...]:
    """The claims at all the places, none unless each is found and none reaches beyond them."""
    found: dict[Key, Claim] = {}
    for place in places:
        keys = working.index.resolve(Anchor(AnchorKind.CLAIM, (place,)))
        if not keys or place.span is None or not all(place.span.contains(working.claims[k].span) for k in keys):
            return ()
        found |= {k: working.claims[k] for k in keys}
    return tuple(found.values()) if len({c.document for c in found.values()}) == 1 else ()


def _spans(working: Working, places: Sequence[Place]) -> tuple[Span, ...]:
    """The spans in order of the text; none if one is not there or two overlap."""
    spans = sorted(p.span for p in places if p.span is not None)
    if len(spans) < len(places) or not working.index.quotes_match(places):
        return ()
    return () if any(a.end > b.start for a, b in pairwise(spans)) else tuple(spans)


def _nearest(span: Span, among: Sequence[Span]) -> Span:
    """The one that shares most with a span, else the one that lies nearest."""
    return max(among, key=lambda s: (s.overlap(span), -abs(s.start - span.start)))


def _inherit(part: _Part, old: Sequence[Claim], ruled: Ruled) -> Claim:
    ordered = sorted(old, key=lambda c: c.span)
    donors = [c for c in ordered if c.span.overlap(part.span) or part.takes(c.span)] or ordered[:1]
    main = max(donors, key=lambda c: c.span.overlap(part.span))
    flags = (f for c in donors for f in c.flags if f.span.overlap(part.span) and part.takes(f.span))
    return replace(
        main,
        id=claim_id(main.document, part.span),
        span=part.span,
        text=part.span.text(part.text),
        check_worthy=max(c.check_worthy for c in donors),
        attributions=tuple({a.id: a for c in donors for a in c.attributions if part.has_part_of(a, c)}.values()),
        facts=tuple(f for c in donors for f in c.facts if part.span.contains(f.span)),
        flags=tuple(replace(f, span=s, text=s.text(part.text)) for f in flags for s in (_clip(f.span, part.span),)),
        credibility=next((c.credibility for c in (main, *donors) if c.credibility is not None), None),
        decision=_decide(main, donors, ruled),
    )


def _decide(main: Claim, donors: Sequence[Claim], ruled: Ruled) -> Decision:
    added = main.decision is not None and main.decision.status is Status.ADDED
    made = decided(main.decision, Status.ADDED if added else Status.EDITED, ruled, None)
    notes = dict.fromkeys(c.decision.note for c in donors if c.decision and c.decision.note)
    return replace(made, note=" / ".join(notes) or None)


def _mend_groups(working: Working, old: Sequence[Claim], new: Sequence[Claim], heirs: dict[Key, Key]) -> None:
    keys = {c.id for c in old}
    spans = {c.span: c.id for c in new}

    def side(s: Side) -> Side:
        return replace(s, claim=spans[_nearest(s.span, tuple(spans))]) if s.claim in keys else s

    clusters = [k for k in working.clusters.values() if keys & set(k.claims)]
    for cluster in clusters:
        members = tuple(dict.fromkeys(heirs.get(c, c) for c in cluster.claims))
        origins = min(cluster.independent_sources, len(members))
        working.clusters[cluster.id] = replace(cluster, claims=members, independent_sources=origins)
    disagreements = [d for d in working.disagreements.values() if any(s.claim in keys for s in d.sides)]
    for disagreement in disagreements:
        working.disagreements[disagreement.id] = replace(disagreement, sides=tuple(map(side, disagreement.sides)))
    working.index.regroup(
        [working.clusters[k.id] for k in clusters], [working.disagreements[d.id] for d in disagreements], working.claims
    )


def _clip(span: Span, bounds: Span) -> Span:
    return Span(max(span.start, bounds.start), min(span.end, bounds.end))
