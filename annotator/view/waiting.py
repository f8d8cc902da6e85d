"""What waits for a decision, and what of it comes first? Kept from one state of the story to the next."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from operator import itemgetter

from annotator.model import AnchorKind, Attribution, Claim, Disagreement, Document, Flag
from annotator.text import one_line
from annotator.view.filtering import Answers
from annotator.view.indexing import changed_documents
from annotator.view.matrix import SEVERITY_RANK
from annotator.view.rows import Item
from annotator.view.sourcing import describe_source
from annotator.view.story import Story, Target, shown_flags
from annotator.view.words import is_decided, is_rejected, kind_word, outlet_word

Suggestion = Attribution | Disagreement | Flag
_Found = dict[Target, tuple[Suggestion, tuple[str, ...]]]
"""Suggestions with the claims that they are about."""
_Rank = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """The rows of what waits in one state of the story, the weightiest first."""

    story: Story
    quoted: Counter[str]
    """How often each source is quoted."""
    ranks: tuple[_Rank, ...]
    items: tuple[Item, ...]


def find_waiting(story: Story, before: Waiting | None = None) -> Waiting:
    """What waits; rows of documents about which nothing changed are taken from the state before."""
    if before is not None and before.story is story:
        return before
    changed = changed_documents(before.story, story) if before is not None else set(story.document)
    if before is None or changed >= story.document.keys():
        found = _find_suggestions(story, story.claims_of)
        quoted = _count_sources(found)
        ranked = sorted(_rank_all(story, found, quoted), key=itemgetter(0))
        return Waiting(story, quoted, tuple(rank for rank, _ in ranked), tuple(item for _, item in ranked))
    was, found = _find_suggestions(before.story, changed), _find_suggestions(story, changed)
    if _count_sources(was) != _count_sources(found):  # a source that is quoted more comes sooner everywhere
        return find_waiting(story)
    ranks, items = list(before.ranks), list(before.items)
    for rank, _ in _rank_all(before.story, was, before.quoted):
        at = bisect_left(ranks, rank)
        del ranks[at], items[at]
    for rank, item in _rank_all(story, found, before.quoted):
        at = bisect_left(ranks, rank)
        ranks.insert(at, rank)
        items.insert(at, item)
    return Waiting(story, before.quoted, tuple(ranks), tuple(items))


def make_item(story: Story, target: Target, thing: Suggestion, claims: tuple[str, ...]) -> Item:
    """The row of a suggestion."""
    told = tuple([story.claim[name] for name in claims])
    documents = tuple([story.document[claim.document] for claim in told])
    return Item(_key(target), _Facets(thing, told, documents), target, claims)


def _kinds(f: _Facets) -> tuple[str, ...]:
    match f.thing:
        case Disagreement():
            return (AnchorKind.DISAGREEMENT.value, f.thing.kind.value)
        case Flag():
            return (AnchorKind.FLAG.value, f.thing.kind.value)
        case Attribution():
            return (AnchorKind.ATTRIBUTION.value,)


def _states(f: _Facets) -> tuple[str, ...]:
    state = "open"
    if is_decided(f.thing.decision):
        state = "rejected" if is_rejected(f.thing.decision) else "accepted"
    return (state, *(("expected",) if isinstance(f.thing, Flag) and f.thing.expected else ()))


_FIELDS: Mapping[str, Callable[[_Facets], tuple[str, ...]]] = {
    "kind": _kinds,
    "severity": lambda f: (f.thing.severity.value,) if isinstance(f.thing, Disagreement) else (),
    "source": lambda f: (describe_source(f.thing),) if isinstance(f.thing, Attribution) else (),
    "outlet": lambda f: tuple(dict.fromkeys(map(outlet_word, f.documents))),
    "sure": lambda f: (f"{score_of(f.thing):.2f}",),
    "rule": lambda f: (f.thing.detector,),
    "voice": lambda f: (f.thing.voice.value,) if isinstance(f.thing, Flag) else (),
    "is": _states,
}


@dataclass(frozen=True, slots=True)
class _Facets(Answers):
    """Of one suggestion; it holds no story, as its row outlives one."""

    FIELDS = _FIELDS

    thing: Suggestion
    claims: tuple[Claim, ...]
    documents: tuple[Document, ...]

    @property
    def words(self) -> str:
        return " ".join([short_words(self.thing), *(c.text for c in self.claims)])


def short_words(thing: Suggestion) -> str:
    """A suggestion in a few words."""
    match thing:
        case Disagreement():
            return f"{kind_word(thing.kind)}: {' / '.join(dict.fromkeys(one_line(s.value) for s in thing.sides))}"
        case Attribution():
            return f"{one_line(describe_source(thing))} said it"
        case Flag():
            return f"{kind_word(thing.kind)}: {one_line(thing.text)}"


def score_of(thing: Suggestion) -> float:
    """How sure or how strong it is, 0 to 1."""
    return thing.strength if isinstance(thing, Flag) else thing.confidence


def _find_suggestions(story: Story, documents: Iterable[str]) -> _Found:
    """The suggestions about some documents, decided on or not."""
    found: _Found = {}
    for claim in (c for name in documents for c in story.claims_of.get(name, ())):
        for disagreement in story.disagreements_of.get(claim.id, ()):
            sides = dict.fromkeys(s.claim for s in disagreement.sides if s.claim in story.claim)
            found[Target(AnchorKind.DISAGREEMENT, disagreement.id)] = (disagreement, tuple(sides))
        for attribution in claim.attributions:
            found.setdefault(Target(AnchorKind.ATTRIBUTION, attribution.id), (attribution, (claim.id,)))
        for flag in shown_flags(claim):
            found[Target(AnchorKind.FLAG, flag.id)] = (flag, (claim.id,))
    return found


def _count_sources(found: _Found) -> Counter[str]:
    return Counter(describe_source(thing) for thing, _ in found.values() if isinstance(thing, Attribution))


def _rank_all(story: Story, found: _Found, quoted: Counter[str]) -> list[tuple[_Rank, Item]]:
    """The rows of what is not decided on; what weighs the same stands in the order of the analysis."""
    analysis = story.analysis
    documents = {d.id: number for number, d in enumerate(analysis.documents)}
    disagreements = {d.id: number for number, d in enumerate(analysis.disagreements)}
    made: list[tuple[_Rank, Item]] = []
    for target, (thing, claims) in found.items():
        if is_decided(thing.decision):
            continue
        first = story.claim[claims[0]]
        place = (documents[first.document], first.span.start, first.span.end)
        match thing:
            case Disagreement():
                rank: _Rank = (
                    0,
                    SEVERITY_RANK[thing.severity],
                    -len(claims),
                    -thing.confidence,
                    disagreements[thing.id],
                )
            case Attribution():
                rank = (1, -quoted[describe_source(thing)], -thing.confidence, *place, first.attributions.index(thing))
            case Flag():
                rank = (2, thing.expected, -thing.strength, *place, first.flags.index(thing))
        made.append((rank, make_item(story, target, thing, claims)))
    return made


def _key(target: Target) -> str:
    return f"{target.kind} {target.id}"
