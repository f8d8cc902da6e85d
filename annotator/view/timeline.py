"""Which document came when, and which took what from which? Rows in order of publication, on one drawn line.

What a document takes from others stands below it as a list, one line a source, not as lines across the page.
"""

from __future__ import annotations

from annotator.model import Claim, CopyKind, Document, Edge, PublishedBasis
from annotator.text import fold, one_line
from annotator.view.axis import Axis, lay_axis, moment_of
from annotator.view.documents import labelled
from annotator.view.filtering import Facets
from annotator.view.lines import Line, Run, clip, spread, width_of
from annotator.view.marks import Room
from annotator.view.rows import Item
from annotator.view.story import Story
from annotator.view.words import (
    UNKNOWN_OUTLET,
    counted,
    date_word,
    genre_paint,
    genre_word,
    has_outlet,
    outlet_word,
    title_word,
)

TIMELINE_FIELDS = ("is", "outlet", "kind", "share", "date")
DATE_CELLS = 19
"""A day, a time of day, and a sign before an inferred one."""
MIN_TRACK, MAX_TRACK = 12, 48
NAME_CELLS = 26
MIN_TITLE = 12  # cells; less of a title says nothing
TRACK_SHARE = 0.3  # of the width
DID = {
    CopyKind.VERBATIM: "copies",
    CopyKind.NEAR_VERBATIM: "nearly copies",
    CopyKind.TRANSLATION: "retells",
    CopyKind.CITES: "cites",
}
MEANT = {
    CopyKind.VERBATIM: "the same words",
    CopyKind.NEAR_VERBATIM: "nearly the same words",
    CopyKind.TRANSLATION: "the same content in other words",
    CopyKind.CITES: "named as the source",
}
CREDIT = "credit"
_SEPARATOR = ">"


def timeline_items(story: Story) -> tuple[Item, ...]:
    """A row for each document, and one below it for each other document that it takes from."""
    rows: list[Item] = []
    for document in story.documents:
        rows.append(_document_item(story, document))
        rows += [_edge_item(story, edge) for edge in _sources_of(story, document)]
    return tuple(rows)


def edge_of(story: Story, item: Item) -> Edge | None:
    """What was taken from whom, where the row is about that."""
    source, _, target = item.key.partition(_SEPARATOR)
    return next((e for e in story.edges_to.get(target, ()) if e.source == source), None)


def document_of(story: Story, item: Item) -> Document:
    """The document that the row is about: the one that takes, where two are."""
    return story.document[item.key.rpartition(_SEPARATOR)[2]]


def make_axis(story: Story, room: Room) -> Axis:
    """The line on which the documents of the story lie."""
    width = max(MIN_TRACK, min(MAX_TRACK, round(room.width * TRACK_SHARE)))
    return lay_axis([moment_of(d.published) for d in story.documents], width)


def paint_axis_head(story: Story, axis: Axis, room: Room) -> Line:
    """The line over the rows: first and last day, and what the signs mean."""
    dated = [d for d in story.documents if moment_of(d.published) is not None]
    if not dated:
        return (Run("no document is dated", "dim"),)
    ends = [date_word(d.published) for d in (min(dated, key=_moment), max(dated, key=_moment))]
    gap = axis.width - sum(map(len, ends))
    span = f"{ends[0]}{' ' * gap}{ends[1]}" if gap > 0 and len(axis.cells) > 1 else ends[0]
    notes = [f"{room.glyphs.saved} published"]
    notes += ["~ inferred"] if any(d.published_basis is PublishedBasis.INFERRED for d in dated) else []
    notes += ["/ a long gap, cut short"] if axis.cuts else []
    left = (Run(" " * DATE_CELLS), Run(span.ljust(axis.width + 2), "dim"))
    while notes and width_of(left, room.measure) + sum(len(n) + 3 for n in notes) > room.width:
        notes.pop(0)
    return spread(left, (Run("   ".join(notes), "dim"),), room.width, room.measure)


def paint_event(story: Story, item: Item, axis: Axis, room: Room) -> Line:
    """A document on the line, or what it took with the share of it."""
    edge = edge_of(story, item)
    return _document_line(story, item, axis, room) if edge is None else _edge_line(story, edge, axis, room)


def describe_event(story: Story, item: Item, room: Room) -> list[Line]:
    """When and how that is known, or what was taken, in which direction and why."""
    edge = edge_of(story, item)
    return _about_document(story, item, room) if edge is None else _about_edge(story, edge, room)


def citing_claims(story: Story, edge: Edge) -> tuple[Claim, ...]:
    """The claims of the later document that name the earlier one's outlet as their source."""
    name = fold(story.document[edge.source].outlet.name or "").removeprefix("the ")
    if not name:
        return ()
    return tuple(c for c in story.claims_of.get(edge.target, ()) if name in _named(c))


def _named(claim: Claim) -> set[str]:
    names = [a.via for a in claim.attributions]
    names += [a.source.name or a.source.text for a in claim.attributions if a.source]
    return {fold(n).removeprefix("the ") for n in names if n}


def _sources_of(story: Story, document: Document) -> list[Edge]:
    return sorted(story.edges_to.get(document.id, ()), key=lambda e: (e.kind is CopyKind.CITES, -e.share, e.source))


def _document_item(story: Story, document: Document) -> Item:
    basis = document.published_basis
    state = "undated" if moment_of(document.published) is None else basis.value if basis else "stated"
    fields = {
        "is": ("document", state),
        "outlet": (outlet_word(document),),
        "kind": (document.genre.type.value,),
        "date": (document.published,) if document.published else (),
    }
    words = f"{outlet_word(document)} {title_word(document)} {document.published or ''}"
    first = tuple(c.id for c in story.claims_of.get(document.id, ())[:1])
    return Item(document.id, Facets(words, fields), None, first)


def _edge_item(story: Story, edge: Edge) -> Item:
    names = tuple(outlet_word(story.document[d]) for d in (edge.source, edge.target))
    fields = {
        "is": ("link",),
        "outlet": names,
        "kind": (edge.kind.value,),
        "share": (f"{edge.share:.2f}",),
    }
    at = edge.passages[0].target.start if edge.passages else 0
    claim = story.claim_at(edge.target, at) if edge.passages else next(iter(citing_claims(story, edge)), None)
    words = f"{' '.join(names)} {DID[edge.kind]} {edge.evidence}"
    return Item(
        f"{edge.source}{_SEPARATOR}{edge.target}", Facets(words, fields), None, (claim.id,) if claim is not None else ()
    )


def _document_line(story: Story, item: Item, axis: Axis, room: Room) -> Line:
    document = document_of(story, item)
    is_inferred = document.published_basis is PublishedBasis.INFERRED
    day = f"{'~' if is_inferred else ' '}{date_word(document.published):<11} {_clock(document)}"
    cell = axis.cell_of(moment_of(document.published))
    track = [room.glyphs.rule if cell is not None else " "] * axis.width
    for cut in axis.cuts if cell is not None else ():
        track[cut] = "/"
    made = [Run(day.ljust(DATE_CELLS), "dim")]
    if cell is None:
        made.append(Run("".join(track)))
    else:
        sign = "~" if is_inferred else room.glyphs.saved
        made += [Run("".join(track[:cell]), "faint"), Run(sign, "accent"), Run("".join(track[cell + 1 :]), "faint")]
    word = genre_word(document) if story.claims_of.get(document.id) else ""
    is_known = has_outlet(document)
    tail = Run(f" {word}", genre_paint(document))
    space = room.width - width_of((*made, tail), room.measure) - 4
    has_title = space >= NAME_CELLS + MIN_TITLE
    words = UNKNOWN_OUTLET if has_title and not is_known else outlet_word(document)
    name = clip(words, min(NAME_CELLS, space), room.measure)
    pad = " " * (NAME_CELLS - room.measure(name) + 2)
    title = f"{pad}{title_word(document)}" if has_title else ""
    left = (*made, Run(f"  {name}", "strong" if is_known else "dim"), Run(title, "dim"))
    return spread(left, (tail,), room.width, room.measure)


def _edge_line(story: Story, edge: Edge, axis: Axis, room: Room) -> Line:
    full = max(1, round(edge.share * axis.width)) if edge.share else 0
    share = f"{edge.share:.0%}".rjust(DATE_CELLS - 2)
    what = f"  {room.glyphs.attributed} {DID[edge.kind]} {outlet_word(story.document[edge.source])}"
    tail = counted(len(edge.passages), "passage") if edge.passages else ""
    left = (
        Run(f"{share}  ", "dim"),
        Run(room.glyphs.done * full, "attributed"),
        Run(room.glyphs.rule * (axis.width - full), "faint"),
        Run(what),
    )
    return spread(left, (Run(tail, "dim"),) if tail else (), room.width, room.measure)


def _about_document(story: Story, item: Item, room: Room) -> list[Line]:
    document = document_of(story, item)
    is_inferred = document.published_basis is PublishedBasis.INFERRED
    when = " ".join(part for part in (date_word(document.published), _clock(document)) if part)
    credited = [one_line(b.span.text(document.text)) for b in document.boilerplate if b.reason == CREDIT]
    pairs = [("Title", title_word(document)), ("Published", when + (", inferred" if is_inferred else ""))]
    pairs += [("Known from", document.published_note or "the text gives no date that can be told from others")]
    pairs += [("Credit", credit) for credit in credited]
    pairs += [
        ("Takes", f"{e.share:.0%} from {outlet_word(story.document[e.source])}: {MEANT[e.kind]}")
        for e in _sources_of(story, document)
    ]
    pairs += [
        ("Gives", f"{e.share:.0%} of {outlet_word(story.document[e.target])}: {MEANT[e.kind]}")
        for e in story.analysis.provenance
        if e.source == document.id
    ]
    return [line for label, words in pairs for line in labelled(label, (Run(words),), room)]


def _about_edge(story: Story, edge: Edge, room: Room) -> list[Line]:
    source, target = story.document[edge.source], story.document[edge.target]
    what = "name the earlier outlet" if edge.kind is CopyKind.CITES else "are taken over"
    pairs = [
        ("Earlier", f"{outlet_word(source)}, {date_word(source.published)}: {title_word(source)}"),
        ("Later", f"{outlet_word(target)}, {date_word(target.published)}: {title_word(target)}"),
        ("What", f"{DID[edge.kind]}: {MEANT[edge.kind]}"),
        ("Share", f"{edge.share:.0%} of the later text's claims {what}"),
        ("Why", edge.evidence),
    ]
    lines = [line for label, words in pairs for line in labelled(label, (Run(words),), room)]
    for label, text in (("Earlier says", _first_words(edge, source)), ("Later says", _first_words(edge, target))):
        lines += labelled(label, (Run(text, "passage"),), room) if text else []
    return lines


def _first_words(edge: Edge, document: Document) -> str:
    """The words of the first passage in one of the two texts."""
    if not edge.passages:
        return ""
    passage = edge.passages[0]
    span = passage.source if document.id == edge.source else passage.target
    return f"“{one_line(span.text(document.text))}”"


def _clock(document: Document) -> str:
    """The time of day, where it is known."""
    published = document.published or ""
    return published[11:16] if len(published) > 15 and published[10] in "T " else ""


def _moment(document: Document) -> float:
    return moment_of(document.published) or 0.0
