"""How does the matrix look? One row a fact, one column a document; only the columns in view are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.model import AnchorKind, Cluster, Disagreement, Document
from annotator.text import one_line
from annotator.view.filtering import Facets
from annotator.view.lines import Line, Run, clip, wrap_runs
from annotator.view.marks import Glyphs, Room
from annotator.view.matrix import (
    SEVERITY_RANK,
    Manner,
    MatrixCell,
    first_stated,
    read_cells,
    tell_absence,
    worst,
)
from annotator.view.rows import Item
from annotator.view.story import Story, Target
from annotator.view.words import date_word, is_decided, is_rejected, origins_words, outlet_word

MATRIX_FIELDS = ("severity", "kind", "outlet", "origins", "documents", "worth", "is")
MIN_GIST, MAX_GIST = 32, 72
COUNT_CELLS = 6
"""Origins and documents: "12/40" and a blank."""
MIN_CELL, MAX_CELL = 14, 28
"""The least that holds "→ attributed" and a blank; facts have the room beyond that before values do."""


class MatrixOrder(StrEnum):
    """What the rows are sorted by."""

    SEVERITY = "severity"
    ORIGINS = "origins"
    WORTH = "check-worthiness"


@dataclass(frozen=True, slots=True)
class Grid:
    """Which columns are in view and where the cursor is."""

    columns: tuple[Document, ...]
    """Those in view."""
    first: int
    """Number of the first of them."""
    column: int
    """Number of the column at the cursor, among all."""
    gist: int
    """Cells of the first column."""
    cell: int
    """Cells of each other column."""


def matrix_items(story: Story, order: MatrixOrder) -> tuple[Item, ...]:
    """A row for each fact that more than one claim states, or that documents disagree on."""
    rows = [_make_item(story, cluster) for cluster in story.analysis.clusters]
    return tuple(item for _, item in sorted(rows, key=lambda row: (_rank(row[1], order), row[0])))


def lay_grid(story: Story, width: int, column: int) -> Grid:
    """The columns that fit beside the gist, with the one at the cursor among them."""
    count = len(story.documents)
    fit = max(1, min(count, (width - MIN_GIST) // MIN_CELL))
    gist = max(min(MIN_GIST, width - MIN_CELL), min(MAX_GIST, width - fit * MIN_CELL))
    space = max(MIN_CELL, width - gist)
    column = max(0, min(column, count - 1))
    first = max(0, min(column - fit // 2, count - fit))
    return Grid(story.documents[first : first + fit], first, column, gist, min(MAX_CELL, space // fit))


def paint_heads(grid: Grid, total: int, room: Room) -> Line:
    """The line over the rows: what the numbers are, and the outlets."""
    more = f"{room.glyphs.folded} {grid.first} before" if grid.first else ""
    after = total - grid.first - len(grid.columns)
    more = ", ".join(part for part in (more, f"{after} after" if after > 0 else "") if part)
    line = [Run(_fit(f"origins/documents {more}".rstrip(), grid.gist, room), "dim")]
    for number, document in enumerate(grid.columns, grid.first):
        look = "strong" if number == grid.column else "dim"
        line.append(Run(_fit(outlet_word(document), grid.cell, room), look))
    return tuple(line)


def paint_fact(story: Story, item: Item, grid: Grid, room: Room) -> Line:
    """A row: independent origins of so many documents, the gist, and a cell for each column in view."""
    cluster, found = _cluster(story, item), _disagreements(story, item)
    homes = {story.claim[c].document for c in cluster.claims}
    count = f"{cluster.independent_sources}/{len(homes)}"
    severity = worst(found)
    sign = Run(f"{room.glyphs.disagreement if severity else ' '} ", f"severity-{severity}" if severity else "dim")
    gist = _fit(one_line(cluster.gist), grid.gist - COUNT_CELLS - 2, room)
    line = [Run(f"{count:>{COUNT_CELLS - 1}} ", "dim"), sign, Run(gist)]
    for number, cell in enumerate(cells_in_view(story, item, grid), grid.first):
        look = "differing" if len(cell.values) and severity else _look(cell.manner)
        words = _fit(cell_words(cell, room.glyphs), grid.cell, room)
        line.append(Run(words, f"{look} target" if number == grid.column else look))
    return tuple(line)


def cells_in_view(story: Story, item: Item, grid: Grid) -> tuple[MatrixCell, ...]:
    """What the documents in view say of a fact."""
    cluster = _cluster(story, item)
    cells = read_cells(cluster, grid.columns, story.claim, _disagreements(story, item))
    return tell_absence(cells, grid.columns, first_stated(cluster, story.claim, story.document))


def cell_words(cell: MatrixCell, glyphs: Glyphs) -> str:
    """What stands in a cell: the value that the document gives, or how it says the fact."""
    signs = {
        Manner.ASSERTED: glyphs.own_voice,
        Manner.ATTRIBUTED: glyphs.attributed,
        Manner.HEDGED: "~",
        Manner.DENIED: glyphs.rejected,
    }
    if cell.manner is Manner.ABSENT:
        return glyphs.rule
    if cell.manner is Manner.NOT_YET:
        return "not yet"
    words = one_line(" / ".join(cell.values)) if cell.values else cell.manner.value
    return f"{signs[cell.manner]} {words}"


def describe_cell(story: Story, item: Item, grid: Grid, room: Room) -> list[Line]:
    """The fact in full; what the document at the cursor says of it, when, and in which words."""
    cell = cells_in_view(story, item, grid)[grid.column - grid.first]
    document = story.document[cell.document]
    lines: list[Line] = [(Run(f"{date_word(document.published)}  {cell.manner.value}", "dim"),)]
    cluster = _cluster(story, item)
    homes = {story.claim[c].document for c in cluster.claims}
    lines.append((Run(origins_words(cluster.independent_sources, len(homes)), "dim"),))
    fact = one_line(cluster.gist)
    if fact not in (one_line(story.claim[name].text) for name in cell.claims):
        parts = (Run("The fact  ", "dim"), Run(fact))
        lines += wrap_runs(parts, width=room.width, measure=room.measure, indent=2)
    for name in cell.claims:
        words = (Run(one_line(story.claim[name].text)),)
        lines += [(), *wrap_runs(words, width=room.width, measure=room.measure)]
    for disagreement in _disagreements(story, item):
        sentence = (Run(f"{room.glyphs.disagreement} ", "disagreement"), Run(one_line(disagreement.why), "dim"))
        lines += [(), *wrap_runs(sentence, width=room.width, measure=room.measure, indent=2)]
    return lines


def _make_item(story: Story, cluster: Cluster) -> tuple[int, Item]:
    found = [d for d in story.disagreements_in.get(cluster.id, ()) if not is_rejected(d.decision)]
    gravest = min(found, key=lambda d: SEVERITY_RANK[d.severity], default=None)
    claims = [story.claim[c] for c in cluster.claims]
    is_open = any(not is_decided(d.decision) for d in found)
    states = ("differing", "open" if is_open else "settled") if found else ("agreed",)
    homes = dict.fromkeys(c.document for c in claims)
    worth = max(c.check_worthy for c in claims)
    fields = {
        "severity": tuple(d.severity.value for d in found),
        "kind": tuple(d.kind.value for d in found),
        "outlet": tuple(outlet_word(story.document[d]) for d in homes),
        "origins": (str(cluster.independent_sources),),
        "documents": (str(len(homes)),),
        "worth": (f"{worth:.2f}",),
        "is": states,
    }
    target = Target(AnchorKind.DISAGREEMENT, gravest.id) if gravest else Target(AnchorKind.CLUSTER, cluster.id)
    words = " ".join([cluster.gist, *(c.text for c in claims)])
    item = Item(cluster.id, Facets(words, fields), target, cluster.claims)
    return min((c.span.start for c in claims), default=0), item


def _rank(item: Item, order: MatrixOrder) -> tuple[float, ...]:
    fields = item.facets.fields
    severity = min((SEVERITY_RANK[s] for s in SEVERITY_RANK if s and s.value in fields["severity"]), default=3)
    origins, documents, worth = (-float(fields[name][0]) for name in ("origins", "documents", "worth"))
    match order:
        case MatrixOrder.SEVERITY:
            return (severity, origins, documents)
        case MatrixOrder.ORIGINS:
            return (origins, documents, severity)
        case MatrixOrder.WORTH:
            return (worth, severity)


def _cluster(story: Story, item: Item) -> Cluster:
    found = story.things[Target(AnchorKind.CLUSTER, item.key)]
    assert isinstance(found, Cluster)
    return found


def _disagreements(story: Story, item: Item) -> Sequence[Disagreement]:
    return [d for d in story.disagreements_in.get(item.key, ()) if not is_rejected(d.decision)]


def _look(manner: Manner) -> str:
    return {
        Manner.ASSERTED: "text",
        Manner.ATTRIBUTED: "attributed",
        Manner.HEDGED: "flag",
        Manner.DENIED: "disagreement",
        Manner.ABSENT: "faint",
        Manner.NOT_YET: "context",
    }[manner]


def _fit(words: str, width: int, room: Room) -> str:
    """The words in exactly `width` cells, the last of them blank."""
    shown = clip(words, width - 1, room.measure)
    return shown + " " * (width - room.measure(shown))
