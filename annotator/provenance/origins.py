"""Counts independent origins: copies of one text, and repeats of one speaker, are one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from annotator.model import Claim, Cluster, CopyKind, Document, Edge, SourceRole, Voice
from annotator.provenance.cited import outlet_key

_NO_ORIGIN = frozenset({SourceRole.UNNAMED, SourceRole.AUTHOR})  # two of these may or may not be the same


def count_origins(
    cluster: Cluster, claims: Mapping[str, Claim], edges: Sequence[Edge], *, documents: Sequence[Document] = ()
) -> int:
    """How many origins stand behind a cluster: at least 1, at most the number of its claims.

    Claims have one origin if they have a speaker in common, stand in one document, or one is a copy of the other.
    `documents` tell which outlet is itself a speaker (a ministry's own text and what the ministry said elsewhere).
    """
    members = [claims[c] for c in cluster.claims if c in claims]
    outlets = {d.id: outlet_key(d.outlet.name) for d in documents if d.outlet.name}
    group = {c.id: c.id for c in members}

    def root(name: str) -> str:
        while group[name] != name:
            group[name] = group[group[name]]
            name = group[name]
        return name

    holders: dict[str, str] = {}
    for claim in members:
        for key in _keys(claim, outlets):
            group[root(claim.id)] = root(holders.setdefault(key, claim.id))
    for one, other in _copied(members, edges):
        group[root(one.id)] = root(other.id)
    return max(1, len({root(c.id) for c in members}))


def _keys(claim: Claim, outlets: Mapping[str, str]) -> Iterator[str]:
    """What a claim's origin is known by: its speakers, else its document and outlet."""
    spoken = [
        a.source
        for a in claim.attributions
        if a.source and a.source.role not in _NO_ORIGIN and (a.source.entity or a.source.name)
    ]
    if claim.voice is Voice.OUTLET or not spoken:
        yield f"document {claim.document}"
        if claim.document in outlets:
            yield f"name {outlets[claim.document]}"
    for source in spoken if claim.voice is Voice.ATTRIBUTED else ():
        if source.entity:
            yield f"entity {source.entity}"
        if source.name:
            yield f"name {outlet_key(source.name)}"


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
