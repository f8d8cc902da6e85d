"""How many independent beginnings has a fact: copies of one text and repeats of one speaker are one.

A text that names speakers for a fact rests on them; what it says of the fact in its own voice besides is no beginning
of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from annotator.model import Claim, Cluster, CopyKind, Document, Edge, Source, SourceRole, Voice
from annotator.provenance.cited import outlet_key

TAG_REACH = 200  # characters of the body in which the tag of an agency stands
_TAG = re.compile(r"\(([A-Z][\w .&-]{1,30})\)\s*[-–—]")
_NO_ORIGIN = frozenset({SourceRole.UNNAMED, SourceRole.AUTHOR})  # two of these may or may not be the same


def count_origins(
    cluster: Cluster, claims: Mapping[str, Claim], edges: Sequence[Edge], *, documents: Sequence[Document] = ()
) -> int:
    """How many origins stand behind a cluster: at least 1, at most the number of its claims.

    Claims have one origin if they have a speaker in common, stand in one document or come from one agency without a
    speaker of their own, or one is a copy of the other. `documents` tell which outlet is itself a speaker (a ministry's
    own text and what the ministry said elsewhere) and which agency a text credits.
    """
    members = [claims[c] for c in cluster.claims if c in claims]
    outlets = {d.id: outlet_key(d.outlet.name) for d in documents if d.outlet.name}
    wires = {d.id: outlet_key(tag) for d in documents if (tag := wire_tag(d))}
    group = {c.id: c.id for c in members}

    def root(name: str) -> str:
        while group[name] != name:
            group[name] = group[group[name]]
            name = group[name]
        return name

    holders: dict[str, str] = {}
    for claim in members:
        for key in _keys(claim, outlets, wires):
            group[root(claim.id)] = root(holders.setdefault(key, claim.id))
    for one, other in (*_resting(members), *_copied(members, edges)):
        group[root(one.id)] = root(other.id)
    return max(1, len({root(c.id) for c in members}))


def wire_tag(document: Document) -> str | None:
    """The agency that the dateline credits: "PELL, May 2 (Interwire) - "; None where none is named."""
    start = document.body[0].start if document.body else 0
    found = _TAG.search(document.text, start, start + TAG_REACH)
    return found[1].strip() if found else None


def _keys(claim: Claim, outlets: Mapping[str, str], wires: Mapping[str, str]) -> Iterator[str]:
    """What a claim's origin is known by: its speakers, else its document, outlet and the agency it credits."""
    spoken = _speakers(claim)
    if not spoken:
        yield f"document {claim.document}"
        if claim.document in outlets:
            yield f"name {outlets[claim.document]}"
        if claim.document in wires:
            yield f"name {wires[claim.document]}"
    for source in spoken:
        if source.entity:
            yield f"entity {source.entity}"
        if source.name:
            yield f"name {outlet_key(source.name)}"


def _speakers(claim: Claim) -> list[Source]:
    """Who says the claim, so that one would know the speaker again; nobody for what the text itself says."""
    if claim.voice is Voice.OUTLET:
        return []
    sources = (a.source for a in claim.attributions)
    return [s for s in sources if s and s.role not in _NO_ORIGIN and (s.entity or s.name)]


def _resting(members: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of a claim without a speaker and one with a speaker in the same document: the nearest."""
    for claim in members:
        spoken = [c for c in members if c.document == claim.document and _speakers(c)]
        if spoken and not _speakers(claim):
            yield claim, min(spoken, key=lambda c: abs(c.span.start - claim.span.start))


def _copied(members: Sequence[Claim], edges: Sequence[Edge]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of claims of which one lies in a passage copied from the other."""
    for edge in edges:
        if edge.kind is CopyKind.CITES:
            continue
        left = [c for c in members if c.document == edge.source]
        right = [c for c in members if c.document == edge.target]
        if not left or not right:
            continue
        for passage in edge.passages:
            for a in left:
                for b in right:
                    if passage.source.overlap(a.span) and passage.target.overlap(b.span):
                        yield a, b
