"""Where does a sentence editorialise, and whose words are they?

Families of detectors find evidence (`wording`, `modality`, `persons`, `questions`, `generalisation`, `frames`,
`scare_quotes`); `strength` weighs it; here it becomes flags. Words between quotation marks, or in what a source is
reported to say, are the speaker's and never the outlet's. Nothing here says whether a statement is true.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest

from annotator.editorial.evidence import ARGUING, Hit, Reading
from annotator.editorial.frames import find_frames
from annotator.editorial.generalisation import find_generalisations
from annotator.editorial.lexicon import NEVER, USER, find_matches, split_words
from annotator.editorial.modality import find_modality
from annotator.editorial.persons import find_first_person
from annotator.editorial.questions import find_questions
from annotator.editorial.scare_quotes import find_scare_quotes
from annotator.editorial.strength import weigh
from annotator.editorial.voices import find_speech, is_paraphrase, is_spoken
from annotator.editorial.wording import find_wording
from annotator.model import (
    Attribution,
    Flag,
    FlagKind,
    FlagVoice,
    Genre,
    GenreType,
    LexiconWord,
    Quotation,
    Span,
    make_id,
)
from annotator.text import fold_marks

VERSION = 2
SHOWN = 0.5  # from here a flag is shown by default
WEAKEST = 0.08  # below, a suggestion is not worth keeping
MAX_FLAGS = 8  # of one voice in a sentence: more tell a reader nothing new
MAX_WEAK = 2  # flags below SHOWN that are kept in a sentence, strongest first
MAX_WHY_WORDS = 80  # characters of the flagged words that the reason repeats

PARAPHRASED = 0.5  # share of a strength that remains where a source's words are told without quotation marks
MAX_PARAPHRASED = 0.45  # and never enough to be shown
_CHOSEN_WORDS = frozenset(
    (  # kinds that lie in the choice of a word, not in what is said with it
        *(FlagKind.LOADED_LANGUAGE, FlagKind.EDITORIAL_CUE, FlagKind.INTENSIFIER, FlagKind.INSINUATION),
        FlagKind.UNATTRIBUTED_JUDGEMENT,
    )
)
_WHY_PARAPHRASE = "It stands in a paraphrase, so the word may be the source's or the outlet's."

Family = Callable[[Reading], Iterable[Hit]]
"""Finds evidence of one sort in a sentence."""

FAMILIES: tuple[Family, ...] = (
    find_wording,
    find_modality,
    find_first_person,
    find_questions,
    find_generalisations,
    find_frames,
    find_scare_quotes,
)
_FIGURES = re.compile(r"\d ?(?:%|percent|per cent)|[$£€¥] ?\d|\b(?:million|billion|trillion|thousand|hundred)\b|\d{2}")


@dataclass(frozen=True, slots=True)
class Weighed:
    """One piece of evidence, with what the rest of the sentence makes of it."""

    hit: Hit
    span: Span
    strength: float
    """0..1; from `SHOWN` it is shown."""
    voice: FlagVoice


@dataclass(frozen=True, slots=True)
class Weighing:
    """What was found in a sentence."""

    found: tuple[Weighed, ...]
    terms: tuple[Span, ...]
    """Terms of art, names, and what the user never wants flagged."""


def find_flags(
    text: str,
    sentence: Span,
    *,
    document: str,
    quotations: Sequence[Quotation],
    attributions: Sequence[Attribution],
    genre: Genre,
    added: tuple[LexiconWord, ...] = (),
    families: Sequence[Family] = FAMILIES,
) -> tuple[Flag, ...]:
    """Flags inside the sentence, in order.

    Args:
        quotations: those that touch the sentence; `attributions` likewise.
        added: a user's own entries of the lexicon.
        families: what looks for evidence.
    """
    said = sentence.text(text)
    reading = _read(text, sentence, quotations, genre, attributions=attributions, added=added)
    made: list[Flag] = []
    for voice, own in _weigh(reading, sentence, families):
        for hit, strength in _choose([w.hit for w in own], [w.strength for w in own]):
            made.append(_make_flag(hit, strength, voice, reading, said=said, document=document))
    return tuple(sorted(made, key=lambda f: (f.span, f.kind, f.voice)))


def weigh_sentence(
    text: str,
    sentence: Span,
    *,
    quotations: Sequence[Quotation],
    attributions: Sequence[Attribution],
    genre: Genre,
    added: tuple[LexiconWord, ...] = (),
    families: Sequence[Family] = FAMILIES,
) -> Weighing:
    """Everything that was found in the sentence, raised or not; arguments as for `find_flags`."""
    reading = _read(text, sentence, quotations, genre, attributions=attributions, added=added)
    found = [w for _, own in _weigh(reading, sentence, families) for w in own]
    words = reading.words
    spared = (m for m in find_matches(words, added) if m.category.kind is None)
    terms = tuple(Span(sentence.start + words[m.first].start, sentence.start + words[m.last].end) for m in spared)
    return Weighing(tuple(sorted(found, key=lambda w: (w.span, w.hit.kind, w.voice))), terms)


def _weigh(reading: Reading, sentence: Span, families: Sequence[Family]) -> Iterator[tuple[FlagVoice, list[Weighed]]]:
    """For each voice, what speaks for flags, with its strength."""
    genre = reading.genre
    speech = find_speech(reading.document, sentence, reading.quotations, reading.attributions, genre)
    hits = [hit for find in families for hit in find(reading)]
    if reading.added:
        hits = _without_spared(hits, reading)
    has_figures = _FIGURES.search(reading.outside) is not None
    of_voice: dict[FlagVoice, list[Weighed]] = {}
    for voice in FlagVoice:
        own = [h for h in hits if _voice(h, speech, genre.type) is voice]
        strengths = weigh(own, genre.type, has_figures=has_figures)
        of_voice[voice] = [
            Weighed(h, Span(sentence.start + h.start, sentence.start + h.end), s, voice)
            for h, s in zip(own, strengths, strict=True)
        ]
    of_voice[FlagVoice.OUTLET] += _paraphrased(of_voice[FlagVoice.SPEAKER], reading)
    yield from of_voice.items()


def _paraphrased(spoken: Iterable[Weighed], reading: Reading) -> Iterator[Weighed]:
    """A speaker's colourful words that no quotation marks vouch for: perhaps the outlet chose them, never shown."""
    for weighed in nlargest(MAX_FLAGS, spoken, key=lambda w: w.strength):
        if weighed.hit.kind in _CHOSEN_WORDS and is_paraphrase(weighed.span, reading.quotations, reading.attributions):
            hit = replace(weighed.hit, why=f"{weighed.hit.why} {_WHY_PARAPHRASE}")
            strength = min(MAX_PARAPHRASED, PARAPHRASED * weighed.strength)
            yield Weighed(hit, weighed.span, strength, FlagVoice.OUTLET)


def _read(
    text: str,
    sentence: Span,
    quotations: Sequence[Quotation],
    genre: Genre,
    *,
    attributions: Sequence[Attribution],
    added: tuple[LexiconWord, ...],
) -> Reading:
    said = sentence.text(text)
    folded = fold_marks(said).replace("\n", " ")
    pieces = []
    at = 0
    for quotation in sorted(quotations, key=lambda q: q.span):
        start = max(at, quotation.span.start - sentence.start)
        end = min(len(said), quotation.span.end - sentence.start)
        if start < end:
            pieces += [folded[at:start], " " * (end - start)]
            at = end
    outside = "".join((*pieces, folded[at:]))
    words = split_words(folded)
    return Reading(
        folded,
        words,
        genre,
        tuple(quotations),
        sentence.start,
        text,
        outside,
        frozenset([w.lower for w in words]),
        attributions=tuple(attributions),
        added=added,
    )


def _without_spared(hits: list[Hit], reading: Reading) -> list[Hit]:
    """Leaves out what lies in words that the user never wants flagged."""
    words = reading.words
    matches = find_matches(words, reading.added)
    spared = [(words[m.first].start, words[m.last].end) for m in matches if m.category.name == f"{USER}_{NEVER}"]
    return [h for h in hits if not any(start <= h.start and h.end <= end for start, end in spared)]


def _voice(hit: Hit, speech: Sequence[tuple[int, int]], genre: GenreType) -> FlagVoice:
    if hit.kind is FlagKind.SCARE_QUOTES:
        return FlagVoice.OUTLET
    if genre is GenreType.INTERVIEW and hit.kind is not FlagKind.RHETORICAL_QUESTION:
        return FlagVoice.SPEAKER  # turns are printed without quotation marks
    return FlagVoice.SPEAKER if is_spoken(hit.start, speech) else FlagVoice.OUTLET


def _choose(hits: Sequence[Hit], strengths: Sequence[float]) -> list[tuple[Hit, float]]:
    """Strongest first: what is to be shown, and a few weaker ones; one at a place, one weak one of a kind."""
    chosen: list[tuple[Hit, float]] = []
    weak = 0
    for hit, strength in sorted(zip(hits, strengths, strict=True), key=lambda p: (-p[1], p[0].start, p[0].end)):
        if strength < WEAKEST or len(chosen) >= MAX_FLAGS:
            break
        if any(h.start < hit.end and hit.start < h.end for h, _ in chosen):
            continue
        if strength < SHOWN:
            if weak >= MAX_WEAK or any(h.kind is hit.kind for h, _ in chosen):
                continue
            weak += 1
        chosen.append((hit, strength))
    return chosen


def _make_flag(hit: Hit, strength: float, voice: FlagVoice, reading: Reading, *, said: str, document: str) -> Flag:
    span = Span(reading.offset + hit.start, reading.offset + hit.end)
    words = said[hit.start : hit.end]
    shown = " ".join(words.split())
    shown = shown if len(shown) <= MAX_WHY_WORDS else shown[: MAX_WHY_WORDS - 1].rstrip() + "…"
    return Flag(
        id=make_id("f", document, span.start, span.end, hit.kind, voice),
        kind=hit.kind,
        span=span,
        text=words,
        strength=round(strength, 3),
        voice=voice,
        detector=hit.detector or f"editorial.{hit.family}@{VERSION}",
        why=hit.why.replace("{words}", shown.strip("\"'“”‘’ ")),
        expected=reading.genre.type in ARGUING,
    )
