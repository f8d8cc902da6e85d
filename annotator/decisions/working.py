"""The objects of one analysis while decisions are laid over them; the only mutable thing in this package."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import replace
from functools import cached_property

from annotator.decisions.prune import is_standing
from annotator.decisions.resolve import Index, Key, fact_key
from annotator.model import Analysis, AnchorKind, Attribution, Claim, Fact, Flag, Voice
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
        self._flags = {f.id: c.id for c in analysis.claims for f in c.flags}

    def fork(self) -> Working:
        """Copies that can be changed without touching these."""
        made = copy(self)
        made.index = self.index.fork()
        made.documents, made.claims = dict(self.documents), dict(self.claims)
        made.clusters, made.disagreements = dict(self.clusters), dict(self.disagreements)
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
