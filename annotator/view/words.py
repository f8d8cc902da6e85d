"""What are the engine's kinds called on a screen? Short words for people, one for each value of the vocabulary."""

from __future__ import annotations

from annotator.model import (
    Attitude,
    Decision,
    Directness,
    DisagreementKind,
    Document,
    FactKind,
    Flag,
    FlagKind,
    GenreType,
    OutletKind,
    Settlement,
    SourceRole,
    Status,
)
from annotator.text import one_line, short_name
from annotator.view.marks import Glyphs

GENRES: dict[GenreType, str] = {
    GenreType.OFFICIAL: "OFFICIAL",
    GenreType.PRESS_RELEASE: "PRESS RELEASE",
    GenreType.REPORTAGE: "REPORT",
    GenreType.WIRE: "WIRE COPY",
    GenreType.ANALYSIS: "ANALYSIS",
    GenreType.OPINION: "OPINION",
    GenreType.INTERVIEW: "INTERVIEW",
    GenreType.BACKGROUND: "BACKGROUND",
    GenreType.ADVERTORIAL: "ADVERTORIAL",
    GenreType.SATIRE: "SATIRE",
    GenreType.UNKNOWN: "UNCLEAR",
}
RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
"""Admiralty code, NATO AJP-2.1."""
CREDIBILITY = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}
"""Admiralty code, NATO AJP-2.1."""
SETTLEMENTS = {
    Settlement.SIDE_STANDS: "one side stands",
    Settlement.BOTH_TRUE: "both true",
    Settlement.DIFFERENT_THINGS: "different things",
    Settlement.NOT_A_DISAGREEMENT: "no disagreement",
    Settlement.OPEN: "left open",
}
ROLES = {
    SourceRole.PERSON: "person",
    SourceRole.OFFICIAL: "official",
    SourceRole.INSTITUTION: "organisation",
    SourceRole.DOCUMENT: "document",
    SourceRole.OUTLET: "outlet",
    SourceRole.UNNAMED: "not named",
    SourceRole.AUTHOR: "author",
}
ATTITUDES = {
    Attitude.DENIES: "denies it",
    Attitude.BELIEVES: "thinks so",
    Attitude.INTENDS: "means to do it",
    Attitude.ASKS: "asks",
    Attitude.ORDERS: "calls for it",
}
"""Where a source does more or less than say so."""
WORDING = {
    Directness.DIRECT: "word for word",
    Directness.INDIRECT: "in the outlet's words",
    Directness.MIXED: "partly word for word",
}
STATES = {
    Status.SUGGESTED: "suggested",
    Status.ACCEPTED: "accepted",
    Status.REJECTED: "rejected",
    Status.EDITED: "changed",
    Status.ADDED: "added",
}
DISAGREEMENTS = {
    DisagreementKind.QUANTITY: "number",
    DisagreementKind.DATE: "date",
    DisagreementKind.DURATION: "duration",
    DisagreementKind.PLACE: "place",
    DisagreementKind.ACTOR: "who acts",
    DisagreementKind.NAMING: "name",
    DisagreementKind.TENSE_MODALITY: "tense",
    DisagreementKind.NEGATION: "yes or no",
    DisagreementKind.QUOTE_WORDING: "quotation",
    DisagreementKind.ATTRIBUTION: "who said it",
    DisagreementKind.OTHER: "other",
}
UNKNOWN_DATE = "date unknown"
UNKNOWN_OUTLET = "outlet unknown"
CERTAINTIES = ((0.85, "sure"), (0.65, "likely"), (0.0, "a guess"))
"""The least confidence, 0 to 1, for which each word stands."""
STRENGTHS = ((0.75, "strong"), (0.6, "clear"), (0.0, "slight"))
"""The least strength of a flag, 0 to 1, for which each word stands."""
MAX_OPENING = 120  # code points of a text without a title that stand for one
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def genre_word(document: Document) -> str:
    """The word of a document's genre, in capitals."""
    return GENRES[document.genre.type]


def genre_paint(document: Document) -> str:
    """The style name of a document's genre."""
    return f"genre-{document.genre.type.value.replace('_', '-')}"


def kind_word(kind: FlagKind | FactKind | OutletKind | DisagreementKind | str) -> str:
    """A value of the vocabulary as plain words."""
    if isinstance(kind, DisagreementKind):
        return DISAGREEMENTS[kind]
    return str(kind.value if hasattr(kind, "value") else kind).replace("_", " ")


def kind_of_flag(flag: Flag) -> str:
    """The kind of a flag where it is also said whose words they are."""
    return kind_word(flag.kind).removesuffix(" in own voice")


def outlet_word(document: Document) -> str:
    """What the document's outlet is called: name or domain; where neither is known, the title's first words."""
    known = document.outlet.name or document.outlet.domain
    if known:
        return one_line(known)
    return short_name(title_word(document))


def has_outlet(document: Document) -> bool:
    """Whether anybody knows who published it."""
    return bool(document.outlet.name or document.outlet.domain)


def file_word(document: Document) -> str:
    """The file's name without folder and ending."""
    name = one_line(document.path.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1])
    return name.rsplit(".", 1)[0] or name


def title_word(document: Document) -> str:
    """The document's title, or the words it begins with, or its file's name."""
    title = one_line(document.title or "")
    if title:
        return title
    begin = document.body[0].start if document.body else 0
    return one_line(document.text[begin : begin + MAX_OPENING]) or file_word(document)


def date_word(published: str | None) -> str:
    """A date as "6 Dec 2023", as precise as it is known; a time of day is left out."""
    if not published:
        return UNKNOWN_DATE
    parts = published[:10].split("-")
    try:
        numbers = [int(p) for p in parts]
    except ValueError:
        return one_line(published)
    if len(numbers) >= 2 and not 1 <= numbers[1] <= 12:
        return one_line(published)
    return " ".join([*(str(n) for n in numbers[2:3]), *(MONTHS[n - 1] for n in numbers[1:2]), str(numbers[0])])


def certainty(confidence: float, glyphs: Glyphs) -> str:
    """How sure the engine is, as a small bar and a word."""
    return f"{glyphs.bar(confidence)} {_rung(CERTAINTIES, confidence)}"


def strength(value: float, glyphs: Glyphs) -> str:
    """How strongly words editorialise, as a small bar and a word."""
    return f"{glyphs.bar(value)} {_rung(STRENGTHS, value)}"


def counted(number: int, noun: str) -> str:
    """A number with its noun in the right form: "1 claim", "2 claims"."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def origins_words(origins: int, documents: int) -> str:
    """How many independent origins in how many documents; why, where there are more origins than documents."""
    words = f"{counted(origins, 'origin')} in {counted(documents, 'document')}"
    return f"{words}, as some quote several people" if origins > documents else words


def state_mark(decision: Decision | None) -> str:
    """Name of the mark that says where an object stands: suggested, accepted or rejected."""
    if decision is None or decision.status is Status.SUGGESTED:
        return "suggested"
    return "rejected" if decision.status is Status.REJECTED else "accepted"


def is_decided(decision: Decision | None) -> bool:
    """Whether a person decided; a note alone decides nothing."""
    return decision is not None and decision.status is not Status.SUGGESTED


def is_rejected(decision: Decision | None) -> bool:
    """Whether a person said that the suggestion is wrong."""
    return decision is not None and decision.status is Status.REJECTED


def _rung(ladder: tuple[tuple[float, str], ...], value: float) -> str:
    return next((word for least, word in ladder if value >= least), ladder[-1][1])
