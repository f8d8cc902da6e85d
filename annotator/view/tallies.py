"""How much of each document is whose voice, flagged, only its own, left out or in dispute? One pass over the story.

No ranking: the numbers stand beside each other, in order of publication.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.model import AnchorKind, Claim, Cluster, Document, FlagKind, FlagVoice, SourceRole, Voice
from annotator.view.matrix import first_stated
from annotator.view.story import Story, Target, live_flags
from annotator.view.words import is_rejected

PRECISION = len("2031-05-06")
_NOBODY = frozenset((SourceRole.UNNAMED, SourceRole.AUTHOR))


class Count(StrEnum):
    """What is counted of a document."""

    OWN = "own voice"
    ATTRIBUTED = "attributed"
    UNNAMED = "unnamed"
    FLAGS = "flags"
    ALONE = "only it"
    LEFT_OUT = "left out"
    DIFFERING = "disagrees"


class Check(StrEnum):
    """What is asked of the sourcing of the whole story."""

    NO_SOURCE = "no source"
    ONE_SOURCE = "one source"
    ONE_ORIGIN = "one origin"


MEANS = {
    Count.OWN: "claims that the document makes in its own voice",
    Count.ATTRIBUTED: "claims of somebody whom the document names",
    Count.UNNAMED: "claims of somebody whom the document does not name",
    Count.FLAGS: "words that editorialise in the document's own voice, for 100 claims of its own",
    Count.ALONE: "claims that no other document of the story makes",
    Count.LEFT_OUT: "facts that two or more others state and this one does not, though it came later than the first",
    Count.DIFFERING: "disagreements in which the document takes a side; those rejected do not count",
}
CHECK_MEANS = {
    Check.NO_SOURCE: "facts that all documents state in their own voice, or of somebody they do not name",
    Check.ONE_SOURCE: "facts that rest on one named source, and that no document states in its own voice",
    Check.ONE_ORIGIN: "facts in two or more documents that go back to one origin, once copies and repeats count once",
}


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers of one document."""

    document: str
    claims: int
    counts: dict[Count, int]
    """Flags as they are, not for 100 claims."""
    kinds: dict[FlagKind, int]
    """Flags by kind."""

    @property
    def flags_per_100(self) -> float:
        """Flags for 100 claims in its own voice; 0 where it makes none."""
        own = self.counts[Count.OWN]
        return 100 * self.counts[Count.FLAGS] / own if own else 0.0

    def per_100(self, kind: FlagKind) -> float:
        """Flags of a kind for 100 claims in its own voice."""
        own = self.counts[Count.OWN]
        return 100 * self.kinds.get(kind, 0) / own if own else 0.0

    def share(self, count: Count) -> float:
        """Share of its claims, 0 to 1."""
        return self.counts[count] / self.claims if self.claims else 0.0


@dataclass(frozen=True, slots=True)
class Board:
    """The numbers of a story."""

    tallies: tuple[Tally, ...]
    """In order of publication."""
    of: dict[str, Tally]
    """By document."""
    kinds: tuple[FlagKind, ...]
    """Of flags, the story's commonest first."""
    most_per_100: float
    """Of any kind in any document; 1 where there are none."""
    checks: dict[Check, tuple[Target, ...]]
    """The facts that each question finds: groups, or claims that stand alone."""
    facts: int
    """How many there are in all."""


def make_board(story: Story) -> Board:
    """Counts everything once."""
    left_out = _left_out(story)
    differing: Counter[str] = Counter()
    for disagreement in story.analysis.disagreements:
        if not is_rejected(disagreement.decision):
            differing.update({story.claim[s.claim].document for s in disagreement.sides if s.claim in story.claim})
    tallies = tuple(_tally(story, d, left_out[d.id], differing[d.id]) for d in story.documents)
    facts = _facts(story)
    checks: dict[Check, list[Target]] = {check: [] for check in Check}
    for target, claims, cluster in facts:
        for check in _asked(claims, cluster):
            checks[check].append(target)
    kinds: Counter[FlagKind] = Counter()
    for tally in tallies:
        kinds.update(tally.kinds)
    most = max((t.per_100(k) for t in tallies for k in t.kinds), default=0.0) or 1.0
    order = tuple(sorted(kinds, key=lambda k: (-kinds[k], k.value)))
    return Board(
        tallies, {t.document: t for t in tallies}, order, most, {c: tuple(t) for c, t in checks.items()}, len(facts)
    )


def voice_of(claim: Claim) -> Count:
    """Whose voice a claim is in."""
    if claim.voice is Voice.OUTLET:
        return Count.OWN
    return Count.ATTRIBUTED if named_sources(claim) else Count.UNNAMED


def named_sources(claim: Claim) -> frozenset[str]:
    """The people, bodies and documents by name that a claim rests on; none for the document's own voice."""
    if claim.voice is Voice.OUTLET:
        return frozenset()
    sources = (a.source for a in claim.attributions if not is_rejected(a.decision))
    return frozenset(s.entity or s.name or "" for s in sources if s and s.role not in _NOBODY and (s.entity or s.name))


def own_flags(claim: Claim) -> tuple[FlagKind, ...]:
    """The kinds of the flags that the document itself has to answer for."""
    return tuple(f.kind for f in live_flags(claim) if f.voice is FlagVoice.OUTLET)


def targets_of(story: Story, document: str, count: Count) -> tuple[Target, ...]:
    """What a number counts, in order of the text; groups by their first claim."""
    claims = story.claims_of.get(document, ())
    match count:
        case Count.FLAGS:
            return tuple(_of_claim(c) for c in claims if own_flags(c))
        case Count.ALONE:
            return tuple(_of_claim(c) for c in claims if not story.clusters_of.get(c.id))
        case Count.LEFT_OUT:
            own = story.document[document]
            found = (k for k in story.analysis.clusters if not _states(story, k, document))
            return tuple(Target(AnchorKind.CLUSTER, k.id) for k in found if _could_state(story, own, k))
        case Count.DIFFERING:
            sides = (d for c in claims for d in story.disagreements_of.get(c.id, ()) if not is_rejected(d.decision))
            return tuple(dict.fromkeys(Target(AnchorKind.DISAGREEMENT, d.id) for d in sides))
        case _:
            return tuple(_of_claim(c) for c in claims if voice_of(c) is count)


def _tally(story: Story, document: Document, left_out: int, differing: int) -> Tally:
    claims = story.claims_of.get(document.id, ())
    voices = Counter(voice_of(c) for c in claims)
    kinds = Counter(kind for c in claims for kind in own_flags(c))
    counts = {
        **{v: voices[v] for v in (Count.OWN, Count.ATTRIBUTED, Count.UNNAMED)},
        Count.FLAGS: kinds.total(),
        Count.ALONE: sum(not story.clusters_of.get(c.id) for c in claims),
        Count.LEFT_OUT: left_out,
        Count.DIFFERING: differing,
    }
    return Tally(document.id, len(claims), counts, dict(kinds))


def _left_out(story: Story) -> dict[str, int]:
    """For each document how many groups it is not in, without those first stated after it was published."""
    inside: Counter[str] = Counter()
    firsts: dict[int, list[str]] = defaultdict(list)
    undated = 0
    for cluster in story.analysis.clusters:
        inside.update({story.claim[c].document for c in cluster.claims})
        first = first_stated(cluster, story.claim, story.document)
        if first:
            firsts[len(first[:PRECISION])].append(first[:PRECISION])
        else:
            undated += 1
    cut = {(own, kept): sorted(f[:kept] for f in found) for own, found in firsts.items() for kept in (4, 7, PRECISION)}
    total = len(story.analysis.clusters)
    made = {}
    for document in story.documents:
        day = (document.published or "")[:PRECISION]
        known = total if not day else undated
        for own in firsts if day else ():
            kept = min(own, len(day))
            known += bisect_right(cut.get((own, kept)) or sorted(f[:kept] for f in firsts[own]), day[:kept])
        made[document.id] = known - inside[document.id]
    return made


def _could_state(story: Story, document: Document, cluster: Cluster) -> bool:
    first = first_stated(cluster, story.claim, story.document)
    if not first or not document.published:
        return True
    kept = min(len(first), len(document.published), PRECISION)
    return first[:kept] <= document.published[:kept]


def _states(story: Story, cluster: Cluster, document: str) -> bool:
    return any(story.claim[c].document == document for c in cluster.claims)


def _facts(story: Story) -> list[tuple[Target, Sequence[Claim], Cluster | None]]:
    """Every group, and every claim that is in none."""
    groups: list[tuple[Target, Sequence[Claim], Cluster | None]] = [
        (Target(AnchorKind.CLUSTER, k.id), [story.claim[c] for c in k.claims], k) for k in story.analysis.clusters
    ]
    alone = (c for c in story.analysis.claims if not story.clusters_of.get(c.id))
    return [*groups, *((_of_claim(c), (c,), None) for c in alone)]


def _asked(claims: Sequence[Claim], cluster: Cluster | None) -> Iterator[Check]:
    """The questions that find a fact."""
    sources = {name for claim in claims for name in named_sources(claim)}
    if not sources:
        yield Check.NO_SOURCE
    elif len(sources) == 1 and not any(c.voice is Voice.OUTLET for c in claims):
        yield Check.ONE_SOURCE
    if cluster is not None and cluster.independent_sources <= 1:
        yield Check.ONE_ORIGIN


def _of_claim(claim: Claim) -> Target:
    return Target(AnchorKind.CLAIM, claim.id)
