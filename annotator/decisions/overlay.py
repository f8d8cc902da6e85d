"""Lays people's decisions over the engine's suggestions, each on the object that its anchor finds."""

from __future__ import annotations

from collections.abc import Callable, Collection
from copy import copy
from dataclasses import replace

from annotator.decisions.additions import add_disagreement, add_flag
from annotator.decisions.carrying import Ruled
from annotator.decisions.chains import add_link, set_parent
from annotator.decisions.corrections import correct, edges_in_order, merge_sources, rename_source
from annotator.decisions.grouping import join_claims, part_claim
from annotator.decisions.history import Decisions
from annotator.decisions.prune import without_documents
from annotator.decisions.reshaping import add_claim, reshape_claims
from annotator.decisions.resolve import Key
from annotator.decisions.sources import BY_HAND, decided, set_source
from annotator.decisions.tagging import apply_label
from annotator.decisions.working import Working
from annotator.model import (
    Accept,
    AddClaim,
    AddDisagreement,
    AddDocuments,
    AddFlag,
    AddLink,
    Adjudicate,
    Analysis,
    Anchor,
    AnchorKind,
    Claim,
    CorrectDocument,
    Decision,
    DefineLabel,
    Hear,
    JoinClaims,
    MergeProject,
    MergeSources,
    Note,
    PartClaim,
    PlaceMark,
    RateCredibility,
    RateReliability,
    Reject,
    RemoveDocuments,
    RemoveLabel,
    RenameLabel,
    RenameSource,
    ReshapeClaims,
    SetParent,
    SetSource,
    Settle,
    Settlement,
    Status,
    TagSpan,
    UntagSpan,
    UpdateDocument,
    places_of,
)

_Structure = ReshapeClaims | AddClaim | JoinClaims | PartClaim | AddLink | SetParent

_Change = Callable[[Decision | None, str | None], Decision | None]
"""From an object's decision and the detector that made the object, to its new decision."""


def lay_over(analysis: Analysis, decisions: Decisions) -> Analysis:
    """The analysis with the decisions in it; rejected objects stay, marked; dropped documents go.

    An object that nobody decided on is the very object of `analysis`. Decisions whose anchor finds nothing change
    nothing; `find_orphans` names them.
    """
    overlay = Overlay(analysis)
    for ruled in decisions.rulings:
        overlay.lay(ruled)
    return overlay.result(decisions.dropped)


def find_orphans(analysis: Analysis, decisions: Decisions) -> tuple[Ruled, ...]:
    """The decisions that find nothing in the analysis, except where their documents are not part of it."""
    overlay = Overlay(analysis)
    for ruled in decisions.rulings:
        overlay.lay(ruled)
    return (*overlay.orphans, *decisions.waiting)


class Overlay:
    """Suggestions and the decisions laid so far; laying one more costs as much as the objects it touches."""

    def __init__(self, analysis: Analysis) -> None:
        self._working = Working(analysis)
        self._orphans: list[Ruled] = []

    def fork(self) -> Overlay:
        """An overlay that can be laid on without touching this one."""
        made = copy(self)
        made._working, made._orphans = self._working.fork(), list(self._orphans)
        return made

    @property
    def orphans(self) -> tuple[Ruled, ...]:
        """Decisions that found nothing, though all their documents are there."""
        return tuple(self._orphans)

    def lay(self, ruled: Ruled) -> None:
        """Applies one decision after those before it."""
        if not self._apply(ruled) and self._documents_are_here(ruled):
            self._orphans.append(ruled)

    def result(self, dropped: Collection[str] = ()) -> Analysis:
        """The analysis as it stands, without some documents."""
        w = self._working
        order = {name: number for number, name in enumerate(w.documents)}
        made = replace(
            w.analysis,
            documents=tuple(w.documents.values()),
            claims=self._claims_in_order(),
            clusters=tuple(w.clusters.values()),
            disagreements=tuple(w.disagreements.values()),
            provenance=edges_in_order(w),
            codebook=tuple(w.labels.values()),
            tags=tuple(sorted(w.tags.values(), key=lambda t: (order[t.document], t.span, t.label))),
        )
        return without_documents(made, dropped)

    def _claims_in_order(self) -> tuple[Claim, ...]:
        claims = tuple(self._working.claims.values())
        if not self._working.is_reshaped:
            return claims
        order = {name: number for number, name in enumerate(self._working.documents)}
        return tuple(sorted(claims, key=lambda c: (order[c.document], c.span)))

    def _apply(self, ruled: Ruled) -> bool:
        match ruled.command:
            case Accept(target):
                return self._decide(target, lambda d, by: decided(d, _accepted(d, by), ruled, None))
            case Reject(target, reason):
                return self._decide(target, lambda d, _: decided(d, Status.REJECTED, ruled, reason))
            case Settle():
                return self._settle(ruled.command, ruled)
            case Note(target, text):
                return self._decide(target, lambda d, _: _noted(d, text, ruled))
            case SetSource() as command:
                keys = self._working.index.resolve(command.target, any_label=True)
                return set_source(self._working, keys, command, ruled)
            case RateReliability() as command:
                return self._rate_document(command, ruled)
            case RateCredibility() as command:
                return self._rate_claim(command, ruled)
            case AddFlag() as command:
                return add_flag(self._working, command, ruled)
            case AddDisagreement() as command:
                return add_disagreement(self._working, command, ruled)
            case RenameSource() as command:
                return rename_source(self._working, command)
            case MergeSources() as command:
                return merge_sources(self._working, command)
            case CorrectDocument() as command:
                return correct(self._working, self._find(command.target, AnchorKind.DOCUMENT), command, ruled)
            case AddDocuments() | RemoveDocuments() | Hear() | MergeProject():
                return True
            case UpdateDocument() | PlaceMark():
                return True  # what they do to places and texts is done before anything is laid
            case Adjudicate(_, chosen):
                return chosen is None or self._apply(replace(ruled, command=chosen))
            case DefineLabel() | RenameLabel() | RemoveLabel() | TagSpan() | UntagSpan() as command:
                return apply_label(self._working, command, ruled)
            case _ as command:
                return self._restructure(command, ruled)

    def _restructure(self, command: _Structure, ruled: Ruled) -> bool:
        match command:
            case ReshapeClaims():
                return reshape_claims(self._working, command, ruled)
            case AddClaim():
                return add_claim(self._working, command, ruled)
            case JoinClaims():
                return join_claims(self._working, command, ruled)
            case PartClaim():
                return part_claim(self._working, command, ruled)
            case AddLink():
                return add_link(self._working, command, ruled)
            case SetParent():
                return set_parent(self._working, command, ruled)

    def _decide(self, target: Anchor, change: _Change) -> bool:
        keys = self._working.index.resolve(target)
        for key in keys:
            self._decide_on(target.kind, key, change)
        return bool(keys)

    def _decide_on(self, kind: AnchorKind, key: Key, change: _Change) -> None:
        w = self._working
        match kind:
            case AnchorKind.DOCUMENT:
                w.documents[key] = replace(d := w.documents[key], decision=change(d.decision, None))
            case AnchorKind.CLAIM:
                w.edit_claim(key, lambda c: replace(c, decision=change(c.decision, None)))
            case AnchorKind.ATTRIBUTION:
                w.edit_attribution(key, lambda a: replace(a, decision=change(a.decision, a.detector)))
            case AnchorKind.FLAG:
                w.edit_flag(key, lambda f: replace(f, decision=change(f.decision, f.detector)))
            case AnchorKind.FACT:
                w.edit_fact(key, lambda f: replace(f, decision=change(f.decision, None)))
            case AnchorKind.CLUSTER:
                w.clusters[key] = replace(k := w.clusters[key], decision=change(k.decision, None))
            case AnchorKind.TAG:
                self._decide_on_tag(key, change)
            case AnchorKind.DISAGREEMENT:
                w.disagreements[key] = replace(x := w.disagreements[key], decision=change(x.decision, x.detector))

    def _decide_on_tag(self, key: Key, change: _Change) -> None:
        """Rejecting a tag takes it away: only people put them there."""
        tag = self._working.tags[key]
        made = change(tag.decision, BY_HAND)
        if made is not None and made.status is Status.REJECTED:
            self._working.drop_tag(key)
        else:
            self._working.tags[key] = replace(tag, decision=made)

    def _settle(self, command: Settle, ruled: Ruled) -> bool:
        refused = command.settlement is Settlement.NOT_A_DISAGREEMENT

        def settled(before: Decision | None, detector: str | None) -> Decision:
            status = Status.REJECTED if refused else _accepted(before, detector)
            made = decided(before, status, ruled, command.reason)
            return replace(made, settlement=command.settlement, stands=command.stands)

        return self._decide(command.target, settled)

    def _rate_document(self, command: RateReliability, ruled: Ruled) -> bool:
        keys = self._find(command.target, AnchorKind.DOCUMENT)
        for key in keys:
            document = self._working.documents[key]
            basis = (command.reason or f"rated by {ruled.by}") if command.letter else None
            has_more = command.letter is not None or key in self._working.corrected
            decision = _rated(document.decision, has_more, ruled, command.reason)
            self._working.documents[key] = replace(
                document, reliability=command.letter, reliability_basis=basis, decision=decision
            )
        return bool(keys)

    def _rate_claim(self, command: RateCredibility, ruled: Ruled) -> bool:
        keys = self._find(command.target, AnchorKind.CLAIM)
        for key in keys:
            has_more = command.digit is not None or key in self._working.voices
            claim = self._working.claims[key]
            decision = _rated(claim.decision, has_more, ruled, command.reason)
            self._working.claims[key] = replace(claim, credibility=command.digit, decision=decision)
        return bool(keys)

    def _find(self, target: Anchor, kind: AnchorKind) -> tuple[Key, ...]:
        """What an anchor of that kind means; nothing for another kind, whoever wrote that into the log."""
        return self._working.index.resolve(target) if target.kind is kind else ()

    def _documents_are_here(self, ruled: Ruled) -> bool:
        if isinstance(ruled.command, AddDocuments | RemoveDocuments):
            return False
        places = places_of(ruled.command)
        return all(self._working.index.text(p.document) is not None for p in places)


def _accepted(before: Decision | None, detector: str | None) -> Status:
    """What accepting makes of an object: what a person edited or added keeps saying so."""
    if detector == BY_HAND:
        return Status.ADDED
    return Status.EDITED if before and before.status is Status.EDITED else Status.ACCEPTED


def _noted(before: Decision | None, text: str, ruled: Ruled) -> Decision | None:
    if before is None:
        return Decision(Status.SUGGESTED, ruled.by, ruled.at, note=text) if text else None
    if not text and before.status is Status.SUGGESTED:
        return None
    return replace(before, note=text or None, by=ruled.by, at=ruled.at)


def _rated(before: Decision | None, is_edited: bool, ruled: Ruled, reason: str | None) -> Decision | None:
    """The decision of an object whose rating was set or taken back."""
    if before is not None and before.status not in (Status.EDITED, Status.SUGGESTED):
        return replace(before, by=ruled.by, at=ruled.at)
    if is_edited:
        return decided(before, Status.EDITED, ruled, reason)
    if before is None or before.note is None:
        return None
    return decided(before, Status.SUGGESTED, ruled, None)
