"""What a document says: claims, who says them, what they state, how they are worded."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.model.decision import Decision
from annotator.model.span import Span
from annotator.model.vocabulary import (
    Attitude,
    Comparator,
    Directness,
    FactKind,
    FlagKind,
    FlagVoice,
    SourceRole,
    Stance,
    Voice,
)

Value = float | int | str | tuple[float, float]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A run of words between quotation marks."""

    span: Span
    """With its marks; an unclosed one ends where its paragraph or the next opening mark does."""
    inner: Span
    """Without them."""
    is_speech: bool
    """False for scare quotes, titles and terms."""
    closed: bool = True
    continues: bool = False
    """The same speech runs on from the quotation before it (new paragraph, opening mark repeated)."""


@dataclass(frozen=True, slots=True)
class Source:
    """Who said it, as the text names them."""

    span: Span | None
    text: str | None
    name: str | None
    """Resolved within the document ("he" -> "Maren Oldcastle")."""
    role: SourceRole
    entity: str | None = None
    """The same for one person or body across documents of a story."""


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that introduce a source's content ("said", "according to", a colon)."""

    span: Span
    text: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content in the terms of the PARC and PolNeAR corpora."""

    id: str
    source: Source | None
    cue: Cue | None
    content: tuple[Span, ...]
    """In order of the text, at least one."""
    directness: Directness
    attitude: Attitude
    confidence: float
    """0..1."""
    via: str | None = None
    """The outlet that the source spoke to ("told Reuters")."""
    parent: str | None = None
    """Id of the attribution that passes this one on."""
    detector: str = "attribution@1"
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A comparable slot of a claim."""

    kind: FactKind
    span: Span
    text: str
    value: Value
    """Number; pair of numbers (a range); ISO 8601 date, interval "2023-12-06/2023-12-07" or duration "P2D"; string."""
    unit: str | None = None
    """Currency (ISO 4217), SI or plain unit ("metre", "foot"); None for bare counts."""
    comparator: Comparator | None = None
    counted: str | None = None
    """What is counted or described: "representatives"; for an event status the event's verb ("provide")."""
    scope: str | None = None
    """What narrows it: "per year", "since 2014", "in total"."""
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """A span that editorialises."""

    id: str
    kind: FlagKind
    span: Span
    text: str
    strength: float
    """0..1; from 0.5 it is shown by default."""
    voice: FlagVoice
    detector: str
    why: str
    """One sentence for a person."""
    expected: bool = False
    """True where the document's genre leads a reader to expect it (opinion in an opinion piece)."""
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    id: str
    document: str
    span: Span
    text: str
    check_worthy: float
    """0..1."""
    voice: Voice
    attributions: tuple[Attribution, ...] = ()
    facts: tuple[Fact, ...] = ()
    flags: tuple[Flag, ...] = ()
    credibility: int | None = None
    """Admiralty digit 1 to 6, given by a person only."""
    labels: tuple[str, ...] = ()
    decision: Decision | None = None
