"""How does a story read without knowing who published what? Outlets' names, addresses and authors become letters.

A hidden name keeps its length, so that every place in the text stays where it is. What a person decides on is
written down with the real words: `reveal` puts them back. Names that nobody knows for an outlet's (a nickname in the
running text) cannot be hidden.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from annotator.model import Analysis, Document, Outlet, Place, Span
from annotator.outlets import other_names
from annotator.view.handles import document_handles

T = TypeVar("T")
FILL = "_"
MIN_NAME = 3  # letters; shorter names stand in too many words that are none
_KEPT = frozenset(
    ("id", "document", "claim", "claims", "cluster", "entity", "parent", "detector", "sha256", "published", "language")
)
"""Fields that hold no words of a text."""
_NO_WORDS = (Span, int, float, bool)
_ENDPOINTS = frozenset(("source", "target"))
"""Of an edge: ids, where they are strings."""
_HIDDEN = re.compile(rf"[A-Z]+(?:{FILL}|\n(?={FILL}))+[0-9]*")
_MARKS = "“”‘’\"'([@- "
"""What a name may begin with that is no part of it."""
_WORD = re.compile(r"\w+")
_NO_BREAK = re.compile(r"[^\n]")
_LEFT_OUT = re.compile(r"\S")


class Blindfold:
    """Hides and reveals the names of one set of documents; what it hid once it remembers."""

    def __init__(self, documents: tuple[Document, ...], letters: dict[str, str]) -> None:
        self.documents = documents
        self._letters = letters
        self._texts = {d.id: d.text for d in documents}
        self._letter_of = {
            _folded(name): letters[d.id] for d in reversed(documents) for name in _names(d) if _is_name(name)
        }
        self._patterns = _make_patterns(self._letter_of)
        self._hidden: dict[str, str] = {}
        """What stands for a name, by the name as it was printed."""
        self._real: dict[str, str] = {}
        self._made: dict[int, tuple[Any, Any]] = {}
        """Objects and what they look like, by identity: a decision changes few of them."""

    def fits(self, documents: tuple[Document, ...]) -> bool:
        """Whether these are the documents that it was made for; how far somebody trusts them is no name."""
        same = len(documents) == len(self.documents)
        pairs = zip(documents, self.documents, strict=True) if same else ()
        return same and all(a is b or _unrated(a) == _unrated(b) for a, b in pairs)

    def hide(self, text: str) -> str:
        """The text with every known name hidden, at its old length."""
        if self._patterns.keys().isdisjoint(_WORD.findall(text.casefold())):  # as nearly always
            return text
        made, at = [], 0
        for word in _WORD.finditer(text):
            pattern = self._patterns.get(word[0].casefold()) if word.start() >= at else None
            match = pattern.match(text, word.start()) if pattern else None
            if match:
                made += [text[at : match.start()], self._mask(match[0])]
                at = match.end()
        return "".join((*made, text[at:]))

    def reveal(self, value: T) -> T:
        """A command with the real words again: names in any field, and quotations by their places."""
        match value:
            case Place(document, span, quote) if span is not None and quote is not None and document in self._texts:
                return replace(value, quote=span.text(self._texts[document]))
            case Enum():
                return value
            case str():
                return _HIDDEN.sub(lambda match: self._real.get(match[0], match[0]), value)  # type: ignore[return-value]
            case tuple():
                return tuple(self.reveal(part) for part in value)  # type: ignore[return-value]
        if not is_dataclass(value):
            return value
        changed = {f.name: self.reveal(getattr(value, f.name)) for f in fields(value)}
        return replace(value, **changed)  # type: ignore[type-var]

    def hide_analysis(self, analysis: Analysis) -> Analysis:
        """The story as somebody sees it who is not to know the outlets."""
        return replace(
            analysis,
            documents=tuple(self._hide_document(d) for d in analysis.documents),
            claims=tuple(self._hide_known(c) for c in analysis.claims),
            clusters=tuple(self._hide_known(k) for k in analysis.clusters),
            disagreements=tuple(self._hide_known(d) for d in analysis.disagreements),
            provenance=tuple(self._hide_known(e) for e in analysis.provenance),
            warnings=tuple(self._hide_any(w) for w in analysis.warnings),
            tags=tuple(self._hide_known(t) for t in analysis.tags),
        )

    def _mask(self, name: str) -> str:
        known = self._hidden.get(name)
        if known is None:
            letter = self._letter_of.get(_folded(name), "X")[: len(name)]
            known, number = letter + _NO_BREAK.sub(FILL, name[len(letter) :]), 1
            while self._real.setdefault(known, name) != name:  # two names of one length
                number += 1
                known = known[: len(name) - len(str(number))] + str(number)
            self._hidden[name] = known
        return known

    def _hide_document(self, document: Document) -> Document:
        known = self._made.get(id(document))
        if known is None or known[0] is not document:
            letter = self._letters.get(document.id, "?")
            text = document.text
            for part in document.boilerplate:  # bylines, addresses, "more from": all that surrounds the text
                hidden = _LEFT_OUT.sub(FILL, part.span.text(text))
                text = f"{text[: part.span.start]}{hidden}{text[part.span.end :]}"
            hidden_document = replace(
                document,
                text=self.hide(text),
                title=self.hide(document.title) if document.title else None,
                path=f"document {letter}",
                author=None,
                url=None,
                outlet=Outlet(letter, None, document.outlet.kind),
                published_note=self.hide(document.published_note or "") or None,
                genre=self._hide_any(document.genre),
            )
            known = self._made[id(document)] = (document, hidden_document)
        shown: Document = known[1]
        return shown

    def _hide_known(self, thing: T) -> T:
        known = self._made.get(id(thing))
        if known is None or known[0] is not thing:
            known = self._made[id(thing)] = (thing, self._hide_any(thing))
        shown: T = known[1]
        return shown

    def _hide_any(self, value: Any) -> Any:
        kind: Any = type(value)
        if kind is str:
            return self.hide(value)
        if value is None or kind in _NO_WORDS or value == () or isinstance(value, Enum):
            return value
        if isinstance(value, tuple):
            hidden = tuple(self._hide_any(part) for part in value)
            return value if all(a is b for a, b in zip(hidden, value, strict=True)) else hidden
        if not is_dataclass(value):
            return value
        changed = {}
        for name in _words_in(kind):
            old = getattr(value, name)
            if name in _ENDPOINTS and isinstance(old, str):
                continue
            new = self._hide_any(old)
            if new is not old:
                changed[name] = new
        return replace(value, **changed) if changed else value  # type: ignore[type-var]


@cache
def _words_in(kind: Any) -> tuple[str, ...]:
    """The fields of a kind of object that may hold words of a text."""
    return tuple(f.name for f in fields(kind) if f.name not in _KEPT)


def make_blindfold(analysis: Analysis) -> Blindfold:
    """Letters for the documents of a story, in the story's order."""
    return Blindfold(analysis.documents, document_handles(analysis))


def _unrated(document: Document) -> Document:
    return replace(document, reliability=None, reliability_basis=None, decision=None)


def _names(document: Document) -> Iterator[str]:
    """Everything by which a document's outlet and author are known."""
    outlet = document.outlet
    for name in (outlet.name, outlet.domain, *other_names(outlet)):
        if name:
            yield name.lstrip(_MARKS)
            yield re.sub(r"(?i)^(?:the|www\.)\s*", "", name).lstrip(_MARKS)
    for author in re.split(r",|;|\band\b|&", document.author or ""):
        yield author.strip().lstrip(_MARKS)


def _is_name(name: str) -> bool:
    return sum(c.isalnum() for c in name) >= MIN_NAME


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _make_patterns(names: dict[str, str]) -> dict[str, re.Pattern[str]]:
    """By its first word, any of the names as whole words, the longest first; capitals and line breaks do not matter."""
    by_first: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        first = _WORD.search(name)
        if first is not None and first.start() == 0:
            by_first.setdefault(first[0], []).append(r"\s+".join(re.escape(word) for word in name.split()))
    return {first: re.compile(rf"(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE) for first, parts in by_first.items()}
