"""The objects of one analysis while decisions are laid over them; the only mutable thing in this package."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import replace
from functools import cached_property

from annotator.decisions.prune import is_standing
from annotator.decisions.resolve import Index, Key, fact_key
from annotator.model import Analysis, AnchorKind, Attribution, Claim, Fact, Flag, Tag, Voice
from annotator.text import fold


class Working:
    """Copies of an analysis' objects by key, each replaced as decisions come in."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.index = Index(analysis)
        self.documents = {d.id: d for d in analysis.documents}
        self.claims = {c.id: c for c in analysis.claims}
        self.clusters = {k.id: k for k in analysis.clusters}
        self.disagreements = {d.id: d for d in analysis.disagreements}
        self.voices: dict[Key, Voice] = {}
        """What people said about who asserts a claim."""
        self.corrected: set[Key] = set()
        """Documents about which people corrected something."""
        self._suggested = {c.id: c.voice for c in analysis.claims}
        self._holders: dict[Key, tuple[Key, ...]] = {}
        for claim in analysis.claims:
            for attribution in claim.attributions:
                self._holders[attribution.id] = (*self._holders.get(attribution.id, ()), claim.id)
        self.labels = {fold(x.name): x for x in analysis.codebook}
        """The codebook, by folded name."""
        self.tags = {t.id: t for t in analysis.tags}
        self.is_reshaped = False
        """Whether claims are no longer in the order of the text."""
        self._flags = {f.id: c.id for c in analysis.claims for f in c.flags}

    def fork(self) -> Working:
        """Copies that can be changed without touching these."""
        made = copy(self)
        made.index = self.index.fork()
        made.documents, made.claims = dict(self.documents), dict(self.claims)
        made.clusters, made.disagreements = dict(self.clusters), dict(self.disagreements)
        made.labels, made.tags, made._suggested = dict(self.labels), dict(self.tags), dict(self._suggested)
        made.voices, made._holders, made._flags = dict(self.voices), dict(self._holders), dict(self._flags)
        made.corrected = set(self.corrected)
        return made

    @cached_property
    def entities(self) -> dict[str, str]:
        """The entity of each name that the engine knows, by folded name."""
        sources = (a.source for c in self.analysis.claims for a in c.attributions)
        return {fold(s.name): s.entity for s in sources if s and s.name and s.entity}

    def entity(self, name: str) -> str:
        """The entity of a name; one that the engine does not know stands for itself."""
        return self.entities.get(fold(name), name)

    def holders(self, attribution: Key) -> tuple[Key, ...]:
        """The claims that list an attribution."""
        return self._holders.get(attribution, ())

    def edit_claim(self, key: Key, change: Callable[[Claim], Claim]) -> None:
        """Replaces a claim."""
        self.claims[key] = change(self.claims[key])

    def edit_attribution(self, key: Key, change: Callable[[Attribution], Attribution]) -> None:
        """Replaces an attribution in every claim that lists it."""
        for holder in self.holders(key):
            claim = self.claims[holder]
            made = tuple(change(a) if a.id == key else a for a in claim.attributions)
            self.claims[holder] = replace(claim, attributions=made)
            self.mend_voice(holder)

    def add_attribution(self, claim: Key, attribution: Attribution) -> None:
        """Lists an attribution under a claim, instead of one with its id."""
        held = self.claims[claim]
        others = tuple(a for a in held.attributions if a.id != attribution.id)
        self.claims[claim] = replace(held, attributions=(*others, attribution))
        self._holders[attribution.id] = tuple(dict.fromkeys((*self.holders(attribution.id), claim)))

    def drop_attribution(self, claim: Key, attribution: Key) -> None:
        """Takes an attribution from one claim; others may list it still."""
        held = self.claims[claim]
        self.claims[claim] = replace(held, attributions=tuple(a for a in held.attributions if a.id != attribution))
        self._holders[attribution] = tuple(k for k in self.holders(attribution) if k != claim)

    def edit_flag(self, key: Key, change: Callable[[Flag], Flag]) -> None:
        """Replaces a flag."""
        claim = self.claims[self._flags[key]]
        self.claims[claim.id] = replace(claim, flags=tuple(change(f) if f.id == key else f for f in claim.flags))

    def add_flag(self, claim: Key, flag: Flag) -> None:
        """Lists a flag under a claim, in order of the text."""
        held = self.claims[claim]
        flags = sorted((*(f for f in held.flags if f.id != flag.id), flag), key=lambda f: (f.span.start, f.span.end))
        self.claims[claim] = replace(held, flags=tuple(flags))
        self._flags[flag.id] = claim
        self.index.enter(AnchorKind.FLAG, held.document, flag.span, flag.kind.value, key=flag.id)

    def edit_fact(self, key: Key, change: Callable[[Fact], Fact]) -> None:
        """Replaces a fact."""
        claim = self.claims[key.rsplit(":", 3)[0]]
        facts = tuple(change(f) if fact_key(claim.id, f) == key else f for f in claim.facts)
        self.claims[claim.id] = replace(claim, facts=facts)

    def mend_voice(self, claim: Key) -> None:
        """Gives a claim the voice that people or the engine say; a claim that nobody says is the outlet's."""
        held = self.claims[claim]
        voice = self.voices.get(claim, self._suggested[claim])
        if not any(map(is_standing, held.attributions)):
            voice = Voice.OUTLET
        if voice is not held.voice:
            self.claims[claim] = replace(held, voice=voice)

    def add_tag(self, tag: Tag) -> None:
        """Puts a tag on its place; the claims there get its label."""
        self.tags[tag.id] = tag
        self.index.enter(AnchorKind.TAG, tag.document, tag.span, tag.label, key=tag.id)
        self._mend_labels(tag)

    def drop_tag(self, key: Key) -> None:
        """Takes a tag away."""
        tag = self.tags.pop(key)
        self.index.leave(AnchorKind.TAG, tag.document, tag.span, tag.label, key=key)
        self._mend_labels(tag)

    def replace_claims(self, old: Sequence[Claim], new: Sequence[Claim], heirs: Mapping[Key, Key]) -> None:
        """Puts claims in the place of others, and lets everything that named the old ones name their heirs."""
        for claim in old:
            self._unlist(claim)
        for claim in new:
            self._list(claim)
        self.is_reshaped = True
        for key, heir in heirs.items():
            self._suggested[heir] = self.claims[heir].voice
            if key in self.voices and key != heir:
                self.voices[heir] = self.voices.pop(key)
        for claim in new:
            self.mend_voice(claim.id)
            self.claims[claim.id] = replace(self.claims[claim.id], labels=self._labels_of(claim))

    def _unlist(self, claim: Claim) -> None:
        del self.claims[claim.id]
        self.index.leave(AnchorKind.CLAIM, claim.document, claim.span, None, key=claim.id)
        for attribution in claim.attributions:
            self._holders[attribution.id] = tuple(k for k in self.holders(attribution.id) if k != claim.id)
        for fact in claim.facts:
            key = fact_key(claim.id, fact)
            self.index.leave(AnchorKind.FACT, claim.document, fact.span, fact.kind.value, key=key)

    def _list(self, claim: Claim) -> None:
        self.claims[claim.id] = claim
        self._suggested.setdefault(claim.id, claim.voice)
        self.index.enter(AnchorKind.CLAIM, claim.document, claim.span, None, key=claim.id)
        for attribution in claim.attributions:
            self._holders[attribution.id] = tuple(dict.fromkeys((*self.holders(attribution.id), claim.id)))
        for fact in claim.facts:
            key = fact_key(claim.id, fact)
            self.index.enter(AnchorKind.FACT, claim.document, fact.span, fact.kind.value, key=key)
        for flag in claim.flags:
            self._flags[flag.id] = claim.id
            self.index.enter(AnchorKind.FLAG, claim.document, flag.span, flag.kind.value, key=flag.id)

    def _mend_labels(self, tag: Tag) -> None:
        for key in self.index.claims_at(tag.document, tag.span):
            claim = self.claims[key]
            self.claims[key] = replace(claim, labels=self._labels_of(claim))

    def _labels_of(self, claim: Claim) -> tuple[str, ...]:
        over = [t for t in self.tags.values() if t.document == claim.document and t.span.overlap(claim.span)]
        return tuple(dict.fromkeys(t.label for t in sorted(over, key=lambda t: (t.span, t.label))))
