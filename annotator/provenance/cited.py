"""Which document says that it has something from another document's outlet ("the Courier reported", "told Reuters")?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from annotator.model import Claim, CopyKind, Document, Edge, SourceRole
from annotator.provenance.direction import is_later
from annotator.text import fold


def trace_citations(documents: Sequence[Document], claims: Mapping[str, Sequence[Claim]]) -> Iterator[Edge]:
    """One edge from each document whose outlet is named as a source to the document that names it."""
    outlets: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        if document.outlet.name:
            outlets[outlet_key(document.outlet.name)].append(document)
    for document in documents:
        cited: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims.get(document.id, ()):
            for key in _outlets_named(claim) & outlets.keys():
                cited[key].append(claim)
        for key in sorted(cited):
            origin = _origin(outlets[key], document)
            if origin:
                yield _make_edge(origin, document, cited[key], len(claims[document.id]))


def outlet_key(name: str) -> str:
    """The form in which two spellings of an outlet's name are equal."""
    return fold(name).removeprefix("the ")


def _outlets_named(claim: Claim) -> set[str]:
    named = {outlet_key(a.via) for a in claim.attributions if a.via}
    for attribution in claim.attributions:
        source = attribution.source
        if source and source.role is SourceRole.OUTLET and (source.name or source.text):
            named.add(outlet_key(source.name or source.text or ""))
    return named


def _origin(candidates: Sequence[Document], document: Document) -> Document | None:
    """The one document of that outlet that can be meant; None for the document's own outlet or several."""
    if any(c.id == document.id for c in candidates):
        return None
    earlier = [c for c in candidates if not is_later(c, document)]
    return earlier[0] if len(earlier) == 1 else None


def _make_edge(origin: Document, document: Document, claims: Sequence[Claim], total: int) -> Edge:
    unique = {c.id for c in claims}
    evidence = f"It names {origin.outlet.name} as its source in {len(unique)} of {total} claims."
    return Edge(origin.id, document.id, CopyKind.CITES, len(unique) / max(1, total), (), evidence)
