"""Where do the accounts conflict, agree, or stand alone? The rows of the three lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from annotator.model import AnchorKind, Cluster, Disagreement, Settlement, Severity
from annotator.text import one_line
from annotator.view.lines import Line, Run, clip, spread, width_of
from annotator.view.marks import Room
from annotator.view.story import Story, Target
from annotator.view.words import SETTLEMENTS, counted, is_decided, is_rejected, kind_word, outlet_word, state_mark

MIN_CHECK_WORTHY = 0.5  # 0..1; weaker claims of one document alone are not listed
SEVERITY_ORDER = {Severity.CONFLICT: 0, Severity.TENSION: 1, Severity.IMPRECISION: 2}
SEVERITY_CELLS = 12
KIND_CELLS = 13
CROWDED_ROWS = 200  # rows that are looked at for more origins than documents
NAME_CELLS = 22


class Ledger(StrEnum):
    """The three lists."""

    CONFLICTING = "conflicting"
    AGREED = "agreed"
    SINGLE = "single-source"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: what it is about and the claims that its passages come from."""

    target: Target
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SideGroup:
    """The documents that give one value."""

    value: str
    claims: tuple[str, ...]
    outlets: tuple[str, ...]


def entries(story: Story, ledger: Ledger) -> tuple[Entry, ...]:
    """The rows of a list; the weightiest first."""
    match ledger:
        case Ledger.CONFLICTING:
            return _conflicting(story)
        case Ledger.AGREED:
            return _agreed(story)
        case Ledger.SINGLE:
            return _single(story)


def side_groups(story: Story, disagreement: Disagreement) -> tuple[SideGroup, ...]:
    """The values of a disagreement with the documents that give them, in order of publication."""
    sides = [s for s in disagreement.sides if s.claim in story.claim]
    sides.sort(key=lambda s: story.order.get(story.claim[s.claim].document, 0))
    groups: dict[str, list[str]] = {}
    for side in sides:
        groups.setdefault(side.value, []).append(side.claim)
    return tuple(
        SideGroup(
            one_line(value),
            tuple(dict.fromkeys(claims)),
            tuple(dict.fromkeys(outlet_word(story.document[story.claim[c].document]) for c in claims)),
        )
        for value, claims in groups.items()
    )


def open_count(story: Story) -> int:
    """Disagreements on which nobody decided."""
    return sum(not is_decided(d.decision) for d in story.analysis.disagreements)


def paint_entry(story: Story, entry: Entry, room: Room) -> Line:
    """A row as one line."""
    thing = story.things[entry.target]
    if isinstance(thing, Disagreement):
        return _disagreement_line(story, thing, room)
    if isinstance(thing, Cluster):
        return _cluster_line(story, thing, room)
    claim = story.claim[entry.target.id]
    name = outlet_word(story.document[claim.document])
    return _named_line(name, claim.text, (), room)


def _conflicting(story: Story) -> tuple[Entry, ...]:
    found = sorted(
        story.analysis.disagreements,
        key=lambda d: (is_rejected(d.decision), SEVERITY_ORDER[d.severity], -d.confidence, d.id),
    )
    return tuple(
        Entry(Target(AnchorKind.DISAGREEMENT, d.id), tuple(dict.fromkeys(s.claim for s in d.sides))) for d in found
    )


def _agreed(story: Story) -> tuple[Entry, ...]:
    """Facts that several origins state without a disagreement that still stands."""
    differing = _differing(story)
    found = [k for k in story.analysis.clusters if k.id not in differing and k.independent_sources > 1]
    found.sort(key=lambda k: (-k.independent_sources, -len(k.claims), k.id))
    return tuple(Entry(Target(AnchorKind.CLUSTER, k.id), k.claims) for k in found)


def _single(story: Story) -> tuple[Entry, ...]:
    """Facts behind which stands one origin: copies first, then claims that one document alone makes."""
    differing = _differing(story)
    copies = [k for k in story.analysis.clusters if k.independent_sources <= 1 and k.id not in differing]
    copies.sort(key=lambda k: (-len(k.claims), k.id))
    alone = [
        c
        for c in story.analysis.claims
        if c.check_worthy >= MIN_CHECK_WORTHY
        and not story.clusters_of.get(c.id)
        and not story.disagreements_of.get(c.id)
    ]
    alone.sort(key=lambda c: -c.check_worthy)
    return (
        *(Entry(Target(AnchorKind.CLUSTER, k.id), k.claims) for k in copies),
        *(Entry(Target(AnchorKind.CLAIM, c.id), (c.id,)) for c in alone),
    )


def _differing(story: Story) -> frozenset[str]:
    """The clusters in which a disagreement stands: its own, and every other that holds two of its sides."""
    found = set()
    for disagreement in story.analysis.disagreements:
        if is_rejected(disagreement.decision):
            continue
        if disagreement.cluster:
            found.add(disagreement.cluster)
        sides = {side.claim for side in disagreement.sides}
        for name in sides:
            found |= {k.id for k in story.clusters_of.get(name, ()) if len(sides.intersection(k.claims)) > 1}
    return frozenset(found)


def _disagreement_line(story: Story, d: Disagreement, room: Room) -> Line:
    state = state_mark(d.decision)
    severity = f"severity-{d.severity.value}"
    head = [
        Run(f"{room.glyphs.state(state)} ", state),
        Run(d.severity.value.ljust(SEVERITY_CELLS), severity),
        Run(kind_word(d.kind).ljust(KIND_CELLS), "text"),
    ]
    tail = (Run(settled_word(d), "dim"),)
    left = room.width - width_of(head, room.measure) - width_of(tail, room.measure) - 2
    sides = _sides_line(side_groups(story, d), replace(room, width=left))
    return spread((*head, *sides), tail, room.width, room.measure)


def _sides_line(groups: tuple[SideGroup, ...], room: Room) -> Line:
    """The values with their outlets; where they do not fit, with the first outlet only, then the values alone."""
    between = Run(f"  {room.glyphs.disagreement}  ", "disagreement")
    named = [", ".join(g.outlets) for g in groups]
    first = [g.outlets[0] + (f" +{len(g.outlets) - 1}" if len(g.outlets) > 1 else "") for g in groups]
    for names in (named, first):
        line: list[Run] = []
        for group, name in zip(groups, names, strict=True):
            line += [between] if line else []
            line += [Run(group.value, "strong"), Run(f" {name}", "dim")]
        if width_of(line, room.measure) <= room.width:
            return tuple(line)
    share = max(4, (room.width - len(between.text) * (len(groups) - 1)) // max(1, len(groups)))
    values = [Run(clip(group.value, share, room.measure), "strong") for group in groups]
    return tuple(run for value in values for run in (between, value))[1:]


def settled_word(disagreement: Disagreement) -> str:
    """How a disagreement was settled, or that it is open."""
    decision = disagreement.decision
    if decision is None or not is_decided(decision):
        return "open"
    if decision.settlement is Settlement.SIDE_STANDS and decision.stands:
        return f"{one_line(decision.stands)} stands"
    if decision.settlement:
        return SETTLEMENTS[decision.settlement]
    return decision.status.value


def has_crowded(story: Story, rows: Sequence[Entry]) -> bool:
    """Whether some row has more origins than documents; the rows with most origins come first."""
    for row in rows[:CROWDED_ROWS]:
        thing = story.things.get(row.target)
        if isinstance(thing, Cluster):
            homes = {story.claim[c].document for c in thing.claims if c in story.claim}
            if thing.independent_sources > len(homes):
                return True
    return False


def _cluster_line(story: Story, cluster: Cluster, room: Room) -> Line:
    claims = [story.claim[c] for c in cluster.claims if c in story.claim]
    documents = {c.document for c in claims}
    origins = f"{counted(cluster.independent_sources, 'origin')} "
    tail = (Run(counted(len(documents), "document"), "dim"),)
    gist = Run(one_line(cluster.gist or claims[0].text))
    return spread((Run("  "), Run(origins.rjust(11), "origins"), gist), tail, room.width, room.measure)


def _named_line(name: str, text: str, tail: Line, room: Room) -> Line:
    cells = min(NAME_CELLS, room.width // 3)
    shown = clip(name, cells, room.measure)
    pad = " " * (cells - room.measure(shown) + 1)
    return spread((Run("  "), Run(shown + pad, "dim"), Run(one_line(text))), tail, room.width, room.measure)
