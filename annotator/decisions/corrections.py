"""What it means that a person corrects names everywhere at once, or what is known about a document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from annotator.decisions.carrying import Ruled
from annotator.decisions.resolve import Key
from annotator.decisions.sources import decided, enter_attribution
from annotator.decisions.working import Working
from annotator.model import (
    AnchorKind,
    CopyKind,
    CorrectDocument,
    Document,
    DocumentPart,
    Edge,
    GenreType,
    MergeSources,
    OutletKind,
    Passage,
    PublishedBasis,
    RenameSource,
    Source,
    Status,
)
from annotator.text import fold


def rename_source(working: Working, command: RenameSource) -> bool:
    """Gives a source another name in every attribution that has its name; false if none has."""
    before = fold(command.target.label or "")
    entity = _entity_of(working, command.name)

    def renamed(source: Source) -> Source:
        name = command.name if fold(source.name or "") == before else source.name
        is_called_so = name == command.name or fold(source.entity or "") == before
        return replace(source, name=name, entity=entity if is_called_so else source.entity)

    return _edit_sources(working, command, renamed, lambda s: before in (fold(s.name or ""), fold(s.entity or "")))


def merge_sources(working: Working, command: MergeSources) -> bool:
    """Lets a name stand for another source, or for itself alone; false if nobody has the name."""
    before = fold(command.target.label or "")
    alone = fold(command.name) == before
    entity = command.name if alone else _entity_of(working, command.name)
    return _edit_sources(working, command, lambda s: replace(s, entity=entity), lambda s: fold(s.name or "") == before)


def correct(working: Working, keys: Sequence[Key], command: CorrectDocument, ruled: Ruled) -> bool:
    """Applies a correction to the documents that its anchor found."""
    for key in keys:
        document = working.documents[key]
        decision = decided(document.decision, Status.EDITED, ruled, command.reason)
        working.documents[key] = replace(_corrected(document, command, ruled), decision=decision)
        working.corrected.add(key)
    return bool(keys)


def edges_in_order(working: Working) -> tuple[Edge, ...]:
    """Who took text from whom, as the dates are that people corrected: a copy that came first is the original."""
    edges = working.analysis.provenance
    if not working.corrected:
        return edges
    return tuple(turned for edge in edges if (turned := _in_order(working, edge)) is not None)


def _edit_sources(
    working: Working,
    command: RenameSource | MergeSources,
    change: Callable[[Source], Source],
    means: Callable[[Source], bool],
) -> bool:
    if command.target.kind is not AnchorKind.ATTRIBUTION or not fold(command.target.label or ""):
        return False
    found = {
        a.id: change(a.source)
        for claim in working.claims.values()
        for a in claim.attributions
        if a.source is not None and means(a.source)
    }
    for key in found:
        working.edit_attribution(key, lambda a: replace(a, source=found[a.id]))
        enter_attribution(working, key)
    return bool(found)


def _entity_of(working: Working, name: str) -> str:
    """Who is called so now; the name itself where nobody is."""
    wanted = fold(name)
    sources = [a.source for c in working.claims.values() for a in c.attributions if a.source and a.source.entity]
    named = (s.entity for s in sources if s.entity and wanted in (fold(s.name or ""), fold(s.entity)))
    return next(named, name)


def _in_order(working: Working, edge: Edge) -> Edge | None:
    """The edge from the earlier document to the later one; None where somebody would cite what is not written yet."""
    source, target = working.documents.get(edge.source), working.documents.get(edge.target)
    early, late = (d.published if d is not None else None for d in (source, target))
    if not early or not late or early[: len(late)] <= late[: len(early)]:
        return edge
    if edge.kind is CopyKind.CITES:
        return None
    passages = tuple(Passage(p.target, p.source) for p in edge.passages)
    held = [c.span for c in working.claims.values() if c.document == edge.source]
    copied = sum(any(span.overlap(p.target) for p in passages) for span in held)
    share = copied / len(held) if held else edge.share
    evidence = "Both have these words; the date that a person gave says which document was first."
    return Edge(edge.target, edge.source, edge.kind, share, passages, evidence)


def _corrected(document: Document, command: CorrectDocument, ruled: Ruled) -> Document:
    match command.part:
        case DocumentPart.OUTLET:
            return replace(document, outlet=replace(document.outlet, name=command.value))
        case DocumentPart.KIND:
            return replace(document, outlet=replace(document.outlet, kind=OutletKind(command.value)))
        case DocumentPart.GENRE:
            genre = replace(document.genre, type=GenreType(command.value), confidence=1.0, mismatch=None)
            return replace(document, genre=genre)
        case DocumentPart.PUBLISHED:
            note = command.reason or f"given by {ruled.by}"
            basis = PublishedBasis.STATED
            return replace(document, published=command.value, published_basis=basis, published_note=note)
