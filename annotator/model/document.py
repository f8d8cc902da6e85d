"""A text as one outlet published it, and what is known about it as a whole."""

from __future__ import annotations

from dataclasses import dataclass, field

from annotator.model.decision import Decision
from annotator.model.span import Span
from annotator.model.vocabulary import GenreType, HeadRole, OutletKind, PublishedBasis


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person should know about an input; `path` is None where it concerns the whole story."""

    path: str | None
    message: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the front matter of a scraped file states, as printed; None or empty where it is silent."""

    span: Span | None = None
    """The front matter with its fences."""
    title: str | None = None
    author: str | None = None
    published: str | None = None
    """ISO 8601, shortened to the precision that is stated."""
    url: str | None = None
    site: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceText:
    """One input after decoding: the text that every offset refers to."""

    path: str
    sha256: str
    """Of the file's bytes, hexadecimal."""
    text: str
    """UTF-8 without BOM, CRLF and CR turned into LF, otherwise as it stood."""
    metadata: Metadata = Metadata()
    warnings: tuple[Problem, ...] = ()
    raw: bytes = field(default=b"", repr=False, compare=False)
    """The file's bytes, for keeping; empty where nobody keeps them."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in the text, or None where it lies outside, and what it shows."""

    note: str
    span: Span | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    name: str | None = None
    domain: str | None = None
    kind: OutletKind = OutletKind.UNKNOWN


@dataclass(frozen=True, slots=True)
class Genre:
    type: GenreType = GenreType.UNKNOWN
    confidence: float = 0.0
    """0..1."""
    self_label: str | None = None
    """What the text calls itself ("Analysis | ...", "FACT SHEET"), as printed."""
    evidence: tuple[Evidence, ...] = ()
    mismatch: str | None = None
    """One sentence where the text contradicts its self-label."""


@dataclass(frozen=True, slots=True)
class HeadPart:
    span: Span
    role: HeadRole


@dataclass(frozen=True, slots=True)
class Boilerplate:
    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Layout:
    """What each line of a text is for. The parts do not overlap and cover every non-blank character."""

    head: tuple[HeadPart, ...]
    body: tuple[Span, ...]
    """Runs of paragraphs between boilerplate."""
    boilerplate: tuple[Boilerplate, ...]
    paragraphs: tuple[Span, ...]
    """Head parts and body paragraphs in order of the text: what sentences are looked for in; a hard-wrapped paragraph
    or bullet is one."""
    title: str | None = None
    """The headline's words, white space folded; None if there is none in the text."""
    self_label: str | None = None
    byline: str | None = None
    """The author's name as the text prints it."""
    dateline: str | None = None
    """As printed: "PORT SOLMERE, 14 May (Coastwire)"."""
    credits: tuple[str, ...] = ()
    """Credit lines as printed: "With reporting by Reuters"."""


@dataclass(frozen=True, slots=True)
class Document:
    id: str
    path: str
    sha256: str
    text: str = field(repr=False)
    title: str | None
    author: str | None
    published: str | None
    published_basis: PublishedBasis | None
    published_note: str | None
    """How the date was found, one sentence for a person."""
    url: str | None
    language: str | None
    """BCP 47; "und" where the text does not look like English."""
    outlet: Outlet
    genre: Genre
    head: tuple[HeadPart, ...]
    body: tuple[Span, ...]
    boilerplate: tuple[Boilerplate, ...]
    reliability: str | None = None
    """Admiralty letter A to F, given by a person only."""
    reliability_basis: str | None = None
    decision: Decision | None = None
