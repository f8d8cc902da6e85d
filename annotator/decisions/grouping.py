"""What it means that a person says which claims state the same, and which one does not belong to the others."""

from __future__ import annotations

from dataclasses import replace

from annotator.decisions.carrying import Ruled
from annotator.decisions.prune import is_standing
from annotator.decisions.resolve import Key
from annotator.decisions.sources import decided
from annotator.decisions.working import Working
from annotator.model import Anchor, AnchorKind, Cluster, JoinClaims, PartClaim, Status, make_id


def join_claims(working: Working, command: JoinClaims, ruled: Ruled) -> bool:
    """Brings claims into one group; false if they are not claims of two documents at least."""
    found = [working.index.resolve(Anchor(AnchorKind.CLAIM, (place,))) for place in command.places]
    keys = tuple(dict.fromkeys(key for some in found for key in some))
    if not all(found) or len({working.claims[k].document for k in keys}) < 2:
        return False
    group = _group_of(working, keys)
    if group is None:
        _write(working, _make(working, keys, ruled))
        return True
    more = tuple(k for k in keys if k not in group.claims)
    members = _in_order(working, (*group.claims, *more))
    status = Status.EDITED if more else Status.ACCEPTED
    if group.decision is not None and group.decision.status is Status.ADDED:
        status = Status.ADDED
    decision = decided(group.decision, status, ruled, None)
    origins = min(len(members), group.independent_sources + len(_documents(working, more)))
    _write(working, replace(group, claims=members, independent_sources=origins, decision=decision))
    return True


def part_claim(working: Working, command: PartClaim, ruled: Ruled) -> bool:
    """Takes a claim out of its group; a group that would be left with one document is rejected as a whole."""
    groups = working.index.resolve(command.target) if command.target.kind is AnchorKind.CLUSTER else ()
    keys = working.index.resolve(Anchor(AnchorKind.CLAIM, (command.place,)))
    group = working.clusters[groups[0]] if groups else None
    if group is None or not set(keys) & set(group.claims):
        return False
    members = tuple(k for k in group.claims if k not in keys)
    if len(_documents(working, members)) < 2:
        _write(working, replace(group, decision=decided(group.decision, Status.REJECTED, ruled, None)))
        return True
    added = group.decision is not None and group.decision.status is Status.ADDED
    decision = decided(group.decision, Status.ADDED if added else Status.EDITED, ruled, None)
    origins = min(len(members), group.independent_sources)
    _write(working, replace(group, claims=members, independent_sources=origins, decision=decision))
    for key, disagreement in working.disagreements.items():
        if disagreement.cluster == group.id and any(s.claim in keys for s in disagreement.sides):
            working.disagreements[key] = replace(disagreement, cluster=None)
    return True


def _group_of(working: Working, keys: tuple[Key, ...]) -> Cluster | None:
    """The group that the first of the claims is in, or the next that is in one."""
    standing = [k for k in working.clusters.values() if is_standing(k) and set(keys) & set(k.claims)]
    return next((k for key in keys for k in standing if key in k.claims), None)


def _make(working: Working, keys: tuple[Key, ...], ruled: Ruled) -> Cluster:
    members = _in_order(working, keys)
    return Cluster(
        id=make_id("k", *sorted(members), "person"),
        claims=members,
        gist=working.claims[keys[0]].text,
        independent_sources=len(_documents(working, members)),
        decision=decided(None, Status.ADDED, ruled, None),
    )


def _write(working: Working, cluster: Cluster) -> None:
    working.clusters[cluster.id] = cluster
    working.index.regroup([cluster], [], working.claims)


def _documents(working: Working, keys: tuple[Key, ...]) -> set[str]:
    return {working.claims[k].document for k in keys}


def _in_order(working: Working, keys: tuple[Key, ...]) -> tuple[Key, ...]:
    """Claims in order of publication and text."""
    documents = working.documents

    def place(key: Key) -> tuple[bool, str, str, int]:
        claim = working.claims[key]
        published = documents[claim.document].published
        return published is None, published or "", claim.document, claim.span.start

    return tuple(sorted(dict.fromkeys(keys), key=place))
