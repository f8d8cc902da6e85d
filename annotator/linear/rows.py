"""Which lists can be named, and what can a filter ask of their rows?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from annotator.errors import UsageError
from annotator.linear.names import Names
from annotator.model import AnchorKind, Document
from annotator.view import (
    CLAIM_FIELDS,
    QUEUE_FIELDS,
    Facets,
    Item,
    Target,
    claim_items,
    fitting,
    genre_word,
    kind_word,
    outlet_word,
    queue_items,
    read_filter,
    suggestion_items,
    title_word,
)

DOCUMENT_FIELDS = ("outlet", "genre", "date", "rated")


@dataclass(frozen=True, slots=True)
class Listing:
    """A list that was asked for, and how far it was named."""

    name: str
    items: tuple[Item, ...]
    of: int
    """Rows without the filter."""
    filter: str = ""
    named: int = 0
    at: int = -1
    """Number of the row that `next` and `previous` went to last."""

    @property
    def count(self) -> str:
        """How many rows there are, in a sentence."""
        name = self.name[:1].upper() + self.name[1:]
        if self.filter:
            return f"{name}: {len(self.items)} of {self.of} fit {self.filter}."
        return f"{name}: {len(self.items) or 'none'}."


def make_listing(names: Names, words: str) -> Listing:
    """The list that is meant by its name, or the beginning of it, and a filter.

    Raises:
        UsageError: if there is no such list, or the filter cannot be read.
    """
    head, _, line = words.strip().partition(" ")
    name = _find_list(head)
    fields, make = _LISTS[name]
    every = make(names)
    return Listing(name, fitting(every, read_filter(line, fields)), len(every), line.strip())


def _find_list(word: str) -> str:
    found = [name for name in _LISTS if word and name.startswith(word.casefold())]
    if word.casefold() in found:
        return word.casefold()
    if len(found) == 1:
        return found[0]
    if len(found) > 1:
        raise UsageError(f"{word} could be {' or '.join(found)}", "type one more letter")
    raise UsageError("say which list" if not word else f"there is no list {word[:30]!r}", f"one of {', '.join(_LISTS)}")


def _documents(names: Names) -> tuple[Item, ...]:
    return tuple(_document_item(d) for d in names.story.documents)


def _document_item(document: Document) -> Item:
    fields = {
        "outlet": (outlet_word(document), kind_word(document.outlet.kind)),
        "genre": (genre_word(document),),
        "date": (document.published,) if document.published else (),
        "rated": (document.reliability,) if document.reliability else (),
    }
    words = f"{outlet_word(document)} {title_word(document)} {document.path}"
    return Item(document.id, Facets(words, fields), Target(AnchorKind.DOCUMENT, document.id))


def _of_kind(kind: AnchorKind) -> Callable[[Names], tuple[Item, ...]]:
    return lambda names: tuple(i for i in suggestion_items(names.story) if i.target and i.target.kind is kind)


_LISTS: dict[str, tuple[tuple[str, ...], Callable[[Names], tuple[Item, ...]]]] = {
    "claims": (CLAIM_FIELDS, lambda names: claim_items(names.story)),
    "disagreements": (QUEUE_FIELDS, _of_kind(AnchorKind.DISAGREEMENT)),
    "flags": (QUEUE_FIELDS, _of_kind(AnchorKind.FLAG)),
    "sources": (QUEUE_FIELDS, _of_kind(AnchorKind.ATTRIBUTION)),
    "queue": (QUEUE_FIELDS, lambda names: queue_items(names.story)),
    "documents": (DOCUMENT_FIELDS, _documents),
}
