"""Which genre a text claims for itself: by its label, headline, tags, address or a disclaimer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from annotator.model import Boilerplate, GenreType, HeadRole, Layout, Metadata, Span
from annotator.text import fold_marks, load_table

MAX_SCAN = 20_000  # characters of boilerplate in which disclaimers are looked for
_LEAD = re.compile(r"([^|:•·–—\n]{2,40}?)(?:[|:•·–—]|\s-\s)")
MAX_HEAD_LINES = 8  # from the start in which a label line is looked for
MAX_LABEL_LINE = 90  # characters; a longer line is prose
FOOT = 700  # characters at the end of a text in which it may say whose views it holds
_BY = re.compile(r"(?P<label>[^,|]{3,30}?) by [A-Z]")
_POST = re.compile(r"(?:\||[-–—:]|\() ?(?P<label>[A-Za-z][A-Za-z -]{2,24})\)?$")
_VIEW = re.compile(
    r"(?:The )?[A-Z][\w.' -]{2,40} (?:view|editorial|leader|verdict)(?: on [^:|]{2,80})?(?::| ?\|)", re.IGNORECASE
)
_WRITERS = re.compile(
    r"\b(?:columnists?|opinion (?:editor|writer|contributor)|contributing (?:writer|columnist)|editorial board"
    r"|leader writer|guest (?:writer|contributor|columnist))\b",
    re.IGNORECASE,
)
_BUTTONS = frozenset(
    ("share", "print", "email", "e-mail", "save", "listen", "tweet", "copy link", "bookmark", "subscribe")
)
_PREPOSITIONS = frozenset({"of", "on", "by", "from", "for"})
_PIECES = re.compile(r"[|/•·,;:–—]|\s-\s")


@dataclass(frozen=True, slots=True)
class Label:
    """A claim of a text about itself."""

    genre: GenreType
    words: str
    """As printed."""
    where: str
    """"label", "headline", "tag", "address" or "disclaimer"."""
    span: Span | None = None


def find_labels(text: str, layout: Layout, metadata: Metadata) -> tuple[Label, ...]:
    """All claims a text makes about its genre, the plainest first."""
    found = [
        *_from_label(text, layout),
        *_from_head(text, layout),
        *_from_title(layout, metadata),
        *_from_tags(metadata),
        *_from_address(metadata.url),
        *_from_disclaimers(text, layout),
        *_from_foot(text, layout),
    ]
    return tuple(found)


def genre_named(words: str, *, loose: bool = False) -> GenreType | None:
    """The genre whose label the words are, or (loose) begin with or contain."""
    low = _flat(words)
    if not low:
        return None
    exact = _labels().get(low)
    if exact or not loose:
        return exact
    match = _loose().match(low)
    return _labels()[match[1]] if match else None


def _flat(words: str) -> str:
    return " ".join(words.lower().replace("-", " ").split()).strip(" .:!")


def _from_label(text: str, layout: Layout) -> list[Label]:
    label = layout.self_label
    if not label:
        return []
    genre = _read_label(label)
    if genre is None:
        return []
    at = text.find(label)
    return [Label(genre, label, "label", Span(at, at + len(label)) if at >= 0 else None)]


def _read_label(label: str) -> GenreType | None:
    for piece in [label, *_PIECES.split(label)]:
        if genre := genre_named(piece):
            return genre
    return genre_named(label, loose=True)


def _from_head(text: str, layout: Layout) -> list[Label]:
    """Lines near the start that name a genre, alone ("COMMENT"), with an author ("Analysis by ...") or by his trade."""
    lines = _head_lines(text, layout)
    if any(line.lower() in _BUTTONS for line, _ in lines):
        lines = [(line, span) for line, span in lines if " " in line]  # "Comment" is a button there
    for line, span in lines:
        by = _BY.match(line)
        genre = genre_named(by["label"]) if by else genre_named(line)
        if genre:
            return [Label(genre, by["label"] if by else line, "label", span)]
        if writer := _WRITERS.search(line):
            return [Label(GenreType.OPINION, writer[0], "label", span)]
    return []


def _head_lines(text: str, layout: Layout) -> list[tuple[str, Span]]:
    """The short lines before the first one of prose."""
    at = next((b.span.end for b in layout.boilerplate if b.reason == "front matter"), 0)
    lines: list[tuple[str, Span]] = []
    while at < len(text) and len(lines) < MAX_HEAD_LINES:
        end = text.find("\n", at, at + MAX_SCAN)
        end = len(text) if end < 0 else end
        line = text[at : min(end, at + MAX_LABEL_LINE + 1)].strip()
        if len(line) > MAX_LABEL_LINE or end - at > MAX_SCAN:
            break
        if line:
            lines.append((line, Span(at, end)))
        at = end + 1
    return lines


def _from_foot(text: str, layout: Layout) -> list[Label]:
    """The last lines of a text, where they say whose views it holds."""
    if not layout.body:
        return []
    end = layout.body[-1].end
    tail = fold_marks(text[max(layout.body[0].start, end - FOOT) : end].lower())
    for words in load_table("annotator.editorial", "data/genre.toml")["disclaimers"]["opinion"]:
        if words in tail:
            return [Label(GenreType.OPINION, words, "disclaimer")]
    return []


def _from_title(layout: Layout, metadata: Metadata) -> list[Label]:
    """The lead-in of a headline ("FACT SHEET: ...") and the headlines that releases and notices have."""
    title = metadata.title or layout.title
    if not title:
        return []
    head = next((h.span for h in layout.head if h.role is HeadRole.HEADLINE), None)
    for found in (_LEAD.match(title.strip()), _POST.search(title.strip())):
        if found and (genre := genre_named(found[1])):
            return [Label(genre, found[1].strip(), "headline", head)]
    if view := _VIEW.match(title.strip()):
        return [Label(GenreType.OPINION, view[0].rstrip(" :|"), "headline", head)]
    match = _loose().match(_flat(title))
    genre = _labels()[match[1]] if match else None
    if match is None or genre not in (GenreType.OFFICIAL, GenreType.PRESS_RELEASE):
        return []
    words = title.split()[: len(match[0].split())]
    while len(words) > 1 and words[-1].lower() in _PREPOSITIONS:
        words.pop()
    return [Label(genre, " ".join(words), "headline", head)]


def _from_tags(metadata: Metadata) -> list[Label]:
    return [Label(genre, tag, "tag") for tag in metadata.tags if (genre := genre_named(tag))]


def _from_address(url: str | None) -> list[Label]:
    """Sections of the path and the host: "/opinion/2024/...", "opinion.example.org"."""
    if not url:
        return []
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
    except ValueError:
        return []
    pieces = [*(parts.hostname or "").split(".")[:-2], *parts.path.split("/")[:-1]]
    return [Label(genre, piece, "address") for piece in pieces if (genre := genre_named(piece))]


def _from_disclaimers(text: str, layout: Layout) -> list[Label]:
    found = []
    for part in _scanned(layout):
        piece = text[part.span.start : part.span.end].lower()
        for words in load_table("annotator.editorial", "data/genre.toml")["disclaimers"]["opinion"]:
            if words in piece:
                found.append(Label(GenreType.OPINION, words, "disclaimer", part.span))
                break
    return found[:1]


def _scanned(layout: Layout) -> list[Boilerplate]:
    parts, left = [], MAX_SCAN
    for part in layout.boilerplate:
        if part.reason != "front matter" and len(part.span) <= left:
            parts.append(part)
            left -= len(part.span)
    return parts


@cache
def _labels() -> dict[str, GenreType]:
    table = load_table("annotator.editorial", "data/genre.toml")["labels"]
    return {" ".join(w.replace("-", " ").split()): GenreType(genre) for genre, words in table.items() for w in words}


@cache
def _loose() -> re.Pattern[str]:
    """Labels of two and more words, and those few single words that begin a label line."""
    words = sorted((w for w in _labels() if len(w) > 6), key=len, reverse=True)
    return re.compile(rf"(?:the |a |an |public )?({'|'.join(map(re.escape, words))})\b")
