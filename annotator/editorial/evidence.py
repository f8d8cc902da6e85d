"""What speaks for a flag, before anybody decides whether to raise it."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.editorial.lexicon import Word
from annotator.model import Attribution, FlagKind, Genre, GenreType, LexiconWord, Quotation

ARGUING = frozenset((GenreType.OPINION, GenreType.ANALYSIS))
ISSUING = frozenset((GenreType.OFFICIAL, GenreType.PRESS_RELEASE, GenreType.ADVERTORIAL))
REPORTING = frozenset((GenreType.REPORTAGE, GenreType.WIRE))


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of a sentence that may editorialise; offsets are code points of the sentence."""

    kind: FlagKind
    start: int
    end: int
    weight: float
    """0..1: how sure the words alone make the flag."""
    category: str
    """What only counts once in a sentence counts once for each category."""
    family: str
    """The module or table that found it; the detector's name."""
    why: str
    """With `{words}` where the words go."""
    detector: str | None = None
    """The rule and its version, where that is a plug-in's."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as the families of detectors see it."""

    sentence: str
    words: tuple[Word, ...]
    genre: Genre
    quotations: tuple[Quotation, ...]
    """Those that touch the sentence, in offsets of the document."""
    offset: int
    """Where the sentence starts in the document."""
    document: str
    """The whole text that the sentence belongs to."""
    outside: str
    """The sentence with every character inside quotation marks blanked; same length."""
    vocabulary: frozenset[str]
    """The sentence's words in lower case."""
    attributions: tuple[Attribution, ...] = ()
    """Those that touch the sentence."""
    added: tuple[LexiconWord, ...] = ()
    """A user's entries of the lexicon."""
