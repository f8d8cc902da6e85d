"""What the wording of a text shows about its genre: who speaks, how it is sourced, whether it judges or demands.

Only the outlet's own voice counts as its voice: quotations and reported speech are left out first.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from annotator.editorial.genre_phrases import find_phrases
from annotator.model import Attribution, Layout, Quotation, Span
from annotator.text import fold_marks, load_table

MAX_SENTENCES = 600  # read from the start of a text; a genre shows long before
MIN_REPORTED = 0.5  # share of a sentence in attributed content from which it is a source's
MIN_OWN_WORDS = 0.5  # share of words outside quotation marks below which a sentence is a source's
MIN_SPEAKERS = 2
MAX_SPEAKERS = 6  # of an interview; more names before colons are a list
FURNITURE_SCAN = 20_000  # characters at each end of a text in which lines of furniture are looked for
_QUESTION = re.compile(r"\?\W{0,6}$")
_TURN = re.compile(r"^[ \t]{0,8}(Q|A|[A-Z][\w.'’-]{1,24}(?: [A-Z][\w.'’-]{1,24}){0,3}) ?:\s", re.M)
_NO_SPEAKERS = frozenset(
    {"Photo", "Photos", "Picture", "Credit", "Source", "Note", "Update", "Related", "Contact", "Image"}
)


@dataclass(frozen=True, slots=True)
class Sign:
    """A place in the text that speaks for a genre."""

    span: Span
    words: str


Signs = tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Signals:
    """What was found, in order of the text."""

    own: int
    """Sentences in the outlet's own voice."""
    reported: int
    """Sentences that are quoted or attributed."""
    phrases: dict[str, Signs]
    """By category of `genre_phrases`, in own-voice sentences."""
    questions: Signs
    """Questions in the outlet's own voice."""
    release: Signs
    """Lines that only releases have ("ENDS", "Notes to editors")."""
    wire: Signs
    """Marks of agency copy ("(Reporting by ...", "UPDATE 2 -")."""
    turns: Signs
    """Places where a speaker of an interview or transcript takes the word."""

    @property
    def sentences(self) -> int:
        """All sentences of the body."""
        return self.own + self.reported

    def of(self, category: str) -> Signs:
        """The phrases of one category."""
        return self.phrases.get(category, ())


def read_signals(
    text: str,
    layout: Layout,
    sentences: Sequence[Span],
    quotations: Sequence[Quotation],
    attributions: Sequence[Attribution],
) -> Signals:
    """The signals of a text's body, and of its furniture where genres have their own."""
    head = [h.span for h in layout.head]
    body = [s for s in sentences if not any(h.overlap(s) for h in head)][:MAX_SENTENCES]
    marks = [q.span for q in quotations]
    contents = sorted(c for a in attributions if a.source is not None for c in a.content)
    phrases: dict[str, list[Sign]] = {}
    questions: list[Sign] = []
    reported = 0
    for sentence in body:
        voice = _own_voice(text, sentence, _around(marks, sentence))
        found = list(find_phrases(voice))
        if _is_short_of_words(voice, text, sentence) or _is_attributed(sentence, _around(contents, sentence)):
            reported += 1
            continue
        if any(p.category == "cue" for p in found):
            reported += 1
            continue
        if _QUESTION.search(voice):
            questions.append(Sign(sentence, "a question"))
        for p in found:
            span = Span(sentence.start + p.start, sentence.start + p.end)
            phrases.setdefault(p.category, []).append(Sign(span, span.text(text)))
    return Signals(
        own=len(body) - reported,
        reported=reported,
        phrases={category: tuple(signs) for category, signs in phrases.items()},
        questions=tuple(questions),
        release=tuple(_furniture(text, "release")),
        wire=tuple(_furniture(text, "wire")),
        turns=_turns(text, layout),
    )


def _own_voice(text: str, sentence: Span, quotations: Sequence[Span]) -> str:
    """The sentence with blanks in place of quotations, of the same length, with plain marks."""
    voice = fold_marks(sentence.text(text))
    for q in quotations:
        start, end = max(q.start, sentence.start) - sentence.start, min(q.end, sentence.end) - sentence.start
        if start < end:
            voice = voice[:start] + " " * (end - start) + voice[end:]
    return voice


def _around(spans: Sequence[Span], sentence: Span) -> Sequence[Span]:
    """Those of the ordered spans that overlap; a few before it are looked at, since a long one may reach in."""
    at = bisect_right(spans, sentence.end, key=lambda s: s.start)
    return [s for s in spans[max(0, at - 24) : at] if s.overlap(sentence)]


def _is_short_of_words(voice: str, text: str, sentence: Span) -> bool:
    return len(voice.split()) < MIN_OWN_WORDS * len(sentence.text(text).split())


def _is_attributed(sentence: Span, contents: Sequence[Span]) -> bool:
    return sum(c.overlap(sentence) for c in contents) >= MIN_REPORTED * len(sentence)


def _furniture(text: str, name: str) -> Iterator[Sign]:
    tail = max(FURNITURE_SCAN, len(text) - FURNITURE_SCAN)
    for start, end in ((0, min(len(text), FURNITURE_SCAN)), (tail, len(text))):
        for match in _lines(name).finditer(text, start, end):
            if match[0].strip():
                yield Sign(Span(match.start(), match.end()), match[0].strip())


def _turns(text: str, layout: Layout) -> Signs:
    if not layout.body:
        return ()
    found = list(_TURN.finditer(text, layout.body[0].start, layout.body[-1].end))
    names = Counter(m[1] for m in found)
    speakers = {name for name, count in names.items() if count > 1 and name not in _NO_SPEAKERS}
    if len(speakers) < MIN_SPEAKERS or len(names) > MAX_SPEAKERS:
        return ()
    return tuple(Sign(Span(m.start(1), m.end(1)), m[1]) for m in found if m[1] in speakers)


@cache
def _lines(name: str) -> re.Pattern[str]:
    signs = load_table("annotator.editorial", "data/genre.toml")[name]["signs"]
    return re.compile("|".join(f"(?:{s})" for s in signs), re.M)
