"""Which outlets publish in this story, how reliable are they held to be and why, and whom do they quote?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.model import Document, OutletKind, PublishedBasis, Voice
from annotator.text import one_line
from annotator.view.filtering import Facets
from annotator.view.lines import Line, Run, clip, spread, wrap_runs
from annotator.view.marks import Room
from annotator.view.rows import Item
from annotator.view.sourcing import describe_source
from annotator.view.story import Story
from annotator.view.words import (
    RELIABILITY,
    counted,
    date_word,
    genre_paint,
    genre_word,
    is_rejected,
    kind_word,
    outlet_word,
    title_word,
)

KIND_CELLS = 18
RATING_CELLS = 10
COUNT_CELLS = 12
LABEL_CELLS = 11
MAX_QUOTED = 6  # sources that are named


@dataclass(frozen=True, slots=True)
class ListedOutlet:
    """An outlet with its documents in order of publication."""

    name: str
    documents: tuple[Document, ...]

    @property
    def kind(self) -> OutletKind:
        """What sort of body it is."""
        return self.documents[0].outlet.kind

    @property
    def rating(self) -> str | None:
        """The letter a person gave; the worst where its documents have several."""
        return max((d.reliability for d in self.documents if d.reliability), default=None)


def listed_outlets(story: Story) -> tuple[ListedOutlet, ...]:
    """Outlets by name, in order of their first publication."""
    found: dict[str, list[Document]] = {}
    for document in story.documents:
        found.setdefault(outlet_word(document), []).append(document)
    return tuple(ListedOutlet(name, tuple(documents)) for name, documents in found.items())


def outlet_items(story: Story, outlets: Sequence[ListedOutlet]) -> tuple[Item, ...]:
    """A row for each outlet."""
    return tuple(Item(o.name, _facets(story, o), claims=_first_claims(story, o)) for o in outlets)


def paint_outlet(story: Story, outlet: ListedOutlet, room: Room) -> Line:
    """A row: name, kind, rating, number of claims."""
    claims = sum(len(story.claims_of.get(d.id, ())) for d in outlet.documents)
    rating = f"rated {outlet.rating}" if outlet.rating else "not rated"
    right = (
        Run(kind_word(outlet.kind).ljust(KIND_CELLS), "dim"),
        Run(rating.ljust(RATING_CELLS), "rating" if outlet.rating else "dim"),
        Run(counted(claims, "claim").rjust(COUNT_CELLS), "strong"),
    )
    width = room.width - KIND_CELLS - RATING_CELLS - COUNT_CELLS - 2
    return spread((Run(clip(outlet.name, width, room.measure)),), right, room.width, room.measure)


def describe_outlet(story: Story, outlet: ListedOutlet, room: Room) -> list[Line]:
    """Kind, rating with its reason, whose voice, whom it quotes, and its documents."""
    lines: list[Line] = []

    def put(*parts: Run, indent: int = 0) -> None:
        lines.extend(wrap_runs(parts, width=room.width, measure=room.measure, indent=indent))

    put(Run(outlet.name, "strong"))
    claims = [c for d in outlet.documents for c in story.claims_of.get(d.id, ())]
    own = sum(c.voice is Voice.OUTLET for c in claims)
    quoted = Counter(
        one_line(describe_source(a))
        for c in claims
        for a in {a.id: a for a in c.attributions if not is_rejected(a.decision)}.values()
    )
    usual = ", ".join(f"{name} {number}" for name, number in quoted.most_common(MAX_QUOTED))
    rating = f"{outlet.rating}, {RELIABILITY[outlet.rating]}" if outlet.rating else "not rated"
    domain = next((d.outlet.domain for d in outlet.documents if d.outlet.domain), None)
    for label, words in (
        ("Kind", kind_word(outlet.kind)),
        ("Domain", domain or ""),
        ("Rating", rating),
        ("Because", one_line(next((d.reliability_basis for d in outlet.documents if d.reliability_basis), ""))),
        ("Claims", f"{len(claims):,}, {own:,} of them in its own voice" if claims else "none"),
        ("Quotes", usual),
    ):
        if words:
            put(Run(f"{label:<{LABEL_CELLS}}", "dim"), Run(words), indent=LABEL_CELLS)
    for document in outlet.documents:
        lines.append(())
        inferred = " (inferred)" if document.published_basis is PublishedBasis.INFERRED else ""
        put(
            Run(genre_word(document), genre_paint(document)),
            Run(f"  {date_word(document.published)}{inferred}", "dim"),
        )
        put(Run(title_word(document)))
    return lines


def _first_claims(story: Story, outlet: ListedOutlet) -> tuple[str, ...]:
    """The first claim of each document: where a row leads."""
    return tuple(c.id for d in outlet.documents for c in story.claims_of.get(d.id, ())[:1])


def _facets(story: Story, outlet: ListedOutlet) -> Facets:
    claims = sum(len(story.claims_of.get(d.id, ())) for d in outlet.documents)
    domains = tuple(dict.fromkeys(d.outlet.domain for d in outlet.documents if d.outlet.domain))
    fields = {
        "name": (outlet.name, *domains),
        "role": ("outlet",),
        "kind": (kind_word(outlet.kind), outlet.kind.value),
        "genre": tuple(dict.fromkeys(d.genre.type.value for d in outlet.documents)),
        "reliability": (outlet.rating,) if outlet.rating else (),
        "outlet": (outlet.name,),
        "documents": (str(len(outlet.documents)),),
        "claims": (str(claims),),
        "is": ("outlet", "rated" if outlet.rating else "unrated"),
    }
    titles = " ".join(title_word(d) for d in outlet.documents)
    return Facets(f"{outlet.name} {titles}", fields)
