"""Which claims are there, and what can be asked of them? The rows of the list of all claims."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from annotator.model import AnchorKind, Attribution, Claim, Disagreement, Flag, Status, Voice
from annotator.text import one_line
from annotator.view.filtering import Answers
from annotator.view.handles import claim_handles
from annotator.view.inspector import inspect_claim
from annotator.view.ledger import SEVERITY_ORDER
from annotator.view.lines import Line, Run, clip, runs, spread, wrap_runs
from annotator.view.marks import Room
from annotator.view.rows import Item
from annotator.view.story import Story, Target, live_flags
from annotator.view.words import date_word, is_decided, is_rejected, outlet_word

ORIGINS_CELLS = 4
HANDLE_CELLS = 5
MAX_NAME_CELLS = 28


class ClaimOrder(StrEnum):
    """What decides which claim comes first."""

    TEXT = "place in the text"
    WORTH = "check-worthiness"
    ORIGINS = "origins"
    DISAGREEMENT = "disagreement"


def claim_items(story: Story, order: ClaimOrder = ClaimOrder.TEXT) -> tuple[Item, ...]:
    """A row for each claim, documents in order of publication; what a filter asks is looked up when it asks."""
    handles = claim_handles(story.analysis)
    claims = [c for d in story.documents for c in story.claims_of.get(d.id, ())]
    if order is not ClaimOrder.TEXT:
        claims.sort(key=lambda c: _rank(story, c, order))
    return tuple(Item(c.id, _Facets(story, c, handles[c.id]), Target(AnchorKind.CLAIM, c.id), (c.id,)) for c in claims)


def paint_claim(story: Story, item: Item, room: Room) -> Line:
    """A row: signs of what is on it, name, outlet, words, and how many documents state it."""
    claim = story.claim[item.claims[0]]
    name = outlet_word(story.document[claim.document])
    cells = min(MAX_NAME_CELLS, room.width // 4)
    shown = clip(name, cells, room.measure)
    handle = item.facets.fields["claim"][0]
    left = (
        *_signs(story, claim, room),
        Run(f" {handle:<{HANDLE_CELLS}}", "dim"),
        Run(shown + " " * (cells - room.measure(shown) + 2), "dim"),
        Run(one_line(claim.text), "rejected-text" if is_rejected(claim.decision) else "text"),
    )
    return spread(left, (Run(_origins(story, claim), "dim"),), room.width, room.measure)


def describe_claim(story: Story, item: Item, room: Room) -> list[Line]:
    """The claim between its neighbours, then all that is known about it."""
    claim = story.claim[item.claims[0]]
    document = story.document[claim.document]
    head = (Run(outlet_word(document), "strong"), Run(f"  {date_word(document.published)}", "dim"))
    lines = wrap_runs(head, width=room.width, measure=room.measure)
    lines += wrap_runs(runs(claim.text, 0, len(claim.text), ()), width=room.width, measure=room.measure)
    return [*lines, (), *(row.line for row in inspect_claim(story, claim, room))]


def _rank(story: Story, claim: Claim, order: ClaimOrder) -> float:
    match order:
        case ClaimOrder.WORTH:
            return -claim.check_worthy
        case ClaimOrder.ORIGINS:
            return -max((k.independent_sources for k in story.clusters_of.get(claim.id, ())), default=1)
        case ClaimOrder.DISAGREEMENT:
            found = story.disagreements_of.get(claim.id, ())
            return min((SEVERITY_ORDER[d.severity] for d in found if not is_rejected(d.decision)), default=9)
        case ClaimOrder.TEXT:
            return 0


def _signs(story: Story, claim: Claim, room: Room) -> Line:
    """Whose voice, whether it is disputed, whether it is flagged; a blank for what is not."""
    glyphs = room.glyphs
    is_own = claim.voice is Voice.OUTLET
    voice = Run(glyphs.own_voice, "own-voice") if is_own else Run(glyphs.attributed, "attributed")
    disputed = any(not is_rejected(d.decision) for d in story.disagreements_of.get(claim.id, ()))
    return (
        voice,
        Run(glyphs.disagreement, "disagreement") if disputed else Run(" "),
        Run(glyphs.flag, "flag") if live_flags(claim) else Run(" "),
    )


def _origins(story: Story, claim: Claim) -> str:
    """Origins and documents of the fact, "2/4"; blanks where nobody else states it."""
    clusters = story.clusters_of.get(claim.id, ())
    if not clusters:
        return " " * ORIGINS_CELLS
    best = max(clusters, key=lambda k: (k.independent_sources, len(k.claims)))
    documents = {story.claim[c].document for c in best.claims if c in story.claim}
    return f"{best.independent_sources}/{len(documents)}".rjust(ORIGINS_CELLS)


def _sources(f: _Facets) -> tuple[str, ...]:
    live = (a.source for a in f.claim.attributions if not is_rejected(a.decision))
    return tuple(dict.fromkeys(n for s in live if s for n in (s.name, s.entity, s.text) if n))


def _states(f: _Facets) -> tuple[str, ...]:
    claim, decision = f.claim, f.claim.decision
    parts: tuple[Attribution | Flag | Disagreement, ...] = (
        *claim.attributions,
        *live_flags(claim),
        *f.story.disagreements_of.get(claim.id, ()),
    )
    tests = {
        "unsourced": claim.voice is Voice.OUTLET and not any(not is_rejected(a.decision) for a in claim.attributions),
        "decided": is_decided(decision) or any(is_decided(p.decision) for p in parts),
        "open": any(not is_decided(p.decision) for p in parts),
        "rejected": is_rejected(decision),
        "edited": decision is not None and decision.status is Status.EDITED,
        "noted": decision is not None and bool(decision.note),
        "rated": claim.credibility is not None,
        "alone": not f.story.clusters_of.get(claim.id),
        "flagged": bool(live_flags(claim)),
        "disputed": any(not is_rejected(d.decision) for d in f.story.disagreements_of.get(claim.id, ())),
    }
    return tuple(name for name, holds in tests.items() if holds)


def _live_disagreements(f: _Facets) -> tuple[str, ...]:
    found = [d for d in f.story.disagreements_of.get(f.claim.id, ()) if not is_rejected(d.decision)]
    return tuple(dict.fromkeys(value for d in found for value in (d.kind.value, d.severity.value)))


def _people(f: _Facets) -> tuple[str, ...]:
    """Who decided anything about the claim."""
    parts = (f.story.things[t].decision for t in f.story.targets(f.claim))
    facts = (fact.decision for fact in f.claim.facts)
    return tuple(dict.fromkeys(d.by for d in (*parts, *facts) if d is not None))


_FIELDS: dict[str, Callable[[_Facets], tuple[str, ...]]] = {
    "claim": lambda f: (f.handle,),
    "document": lambda f: (f.handle.rstrip("0123456789"), f.story.document[f.claim.document].path),
    "outlet": lambda f: (outlet_word(f.story.document[f.claim.document]),),
    "voice": lambda f: ("own" if f.claim.voice is Voice.OUTLET else "attributed",),
    "source": _sources,
    "flag": lambda f: tuple(dict.fromkeys(flag.kind.value for flag in live_flags(f.claim))),
    "fact": lambda f: tuple(dict.fromkeys(fact.kind.value for fact in f.claim.facts)),
    "disagreement": _live_disagreements,
    "worth": lambda f: (f"{f.claim.check_worthy:.2f}",),
    "origins": lambda f: tuple(str(k.independent_sources) for k in f.story.clusters_of.get(f.claim.id, ())) or ("1",),
    "credibility": lambda f: () if f.claim.credibility is None else (str(f.claim.credibility),),
    "label": lambda f: f.claim.labels,
    "by": _people,
    "is": _states,
}


@dataclass(frozen=True, slots=True)
class _Facets(Answers):
    """Of one claim."""

    FIELDS = _FIELDS

    story: Story
    claim: Claim
    handle: str

    @property
    def words(self) -> str:
        return self.claim.text


CLAIM_FIELDS = tuple(_FIELDS)
