"""What users add to the engine's own tables: names, outlets, verbs that report, words that colour."""

from __future__ import annotations

from dataclasses import dataclass, fields

from annotator.model.vocabulary import Attitude, FlagKind, OutletKind, Stance


@dataclass(frozen=True, slots=True)
class Alias:
    """Names of one person or body."""

    name: str
    """The fullest, which stands for all of them."""
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutletFacts:
    """Facts about an outlet, never a rating."""

    name: str
    domain: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    kind: OutletKind = OutletKind.UNKNOWN
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A verb that brings in what somebody said."""

    verb: str
    """The lemma; an irregular one with its past and participle: "write wrote written"."""
    stance: Stance = Stance.NEUTRAL
    attitude: Attitude = Attitude.ASSERTS


@dataclass(frozen=True, slots=True)
class LexiconWord:
    """Words that are flagged, or never are."""

    words: str
    """Lower case matches any case; a blank matches a blank or a hyphen."""
    kind: FlagKind | None
    """None for words that are never flagged."""
    strength: float = 0.6
    """0..1; from 0.5 the words alone are shown."""


@dataclass(frozen=True, slots=True)
class Extensions:
    """Everything that users add; the default adds nothing."""

    aliases: tuple[Alias, ...] = ()
    outlets: tuple[OutletFacts, ...] = ()
    verbs: tuple[ReportingVerb, ...] = ()
    words: tuple[LexiconWord, ...] = ()

    def over(self, other: Extensions) -> Extensions:
        """Both together; where they speak of the same thing, the later reader finds these first."""
        return Extensions(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


NO_EXTENSIONS = Extensions()
