"""The analysis as flat tables for spreadsheets. No cell is a formula or holds a line break."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence

from annotator.model import Analysis, Claim, Decision
from annotator.text import one_line
from annotator.view import claim_handles, disagreement_handles, document_handles

_FORMULA = tuple("=+-@|%＝＋－＠")  # what spreadsheets may run (OWASP, "CSV injection"), full-width forms too
DECISION = ("status", "by", "at", "reason", "note")

Row = Sequence[object]


def export_csv(analysis: Analysis) -> dict[str, str]:
    """The tables by name, documents to marks; RFC 4180 with a row of names."""
    paths = {d.id: d.path for d in analysis.documents}
    claims = {c.id: c for c in analysis.claims}
    handle, name = claim_handles(analysis), document_handles(analysis)
    marked = Counter(t.label for t in analysis.tags)
    return {
        "documents": _table(
            ("document", "id", "path", "sha256", "title", "author", "published", "published_basis", "url", "language",
             "outlet", "domain", "kind", "genre", "genre_confidence", "self_label", "reliability", "reliability_basis"),
            (
                (name[d.id], d.id, d.path, d.sha256, d.title, d.author, d.published, d.published_basis, d.url,
                 d.language, d.outlet.name, d.outlet.domain, d.outlet.kind, d.genre.type, d.genre.confidence,
                 d.genre.self_label, d.reliability, d.reliability_basis, *_decision(d.decision))
                for d in analysis.documents
            ),
        ),
        "claims": _table(
            ("claim", "id", "document", "start", "end", "text", "voice", "check_worthy", "credibility", "labels"),
            (
                (*_place(c, handle, paths), c.text, c.voice, c.check_worthy, c.credibility, " ".join(c.labels),
                 *_decision(c.decision))
                for c in analysis.claims
            ),
        ),
        "attributions": _table(
            ("claim", "claim_id", "document", "id", "source", "name", "role", "entity", "cue", "stance", "content",
             "directness", "attitude", "via", "parent", "confidence", "detector"),
            _attributions(analysis, handle, paths),
        ),
        "facts": _table(
            ("claim", "claim_id", "document", "start", "end", "kind", "text", "value", "unit", "comparator", "counted"),
            (
                (handle[c.id], c.id, paths[c.document], f.span.start, f.span.end, f.kind, f.text, _value(f.value),
                 f.unit, f.comparator, f.counted, *_decision(f.decision))
                for c in analysis.claims
                for f in c.facts
            ),
        ),
        "groups": _table(
            ("group", "gist", "independent_sources", "score", "claim", "claim_id", "document", "text"),
            (
                (k.id, k.gist, k.independent_sources, k.score, handle[c], c, paths[claims[c].document], claims[c].text,
                 *_decision(k.decision))
                for k in analysis.clusters
                for c in k.claims
            ),
        ),
        "disagreements": _table(
            ("disagreement", "id", "kind", "severity", "level", "claim", "document", "start", "end", "text", "value",
             "why", "confidence", "detector", "settlement", "stands"),
            _disagreements(analysis, handle, paths),
        ),
        "flags": _table(
            ("claim", "claim_id", "document", "start", "end", "id", "kind", "text", "strength", "voice", "expected",
             "detector", "why"),
            (
                (handle[c.id], c.id, paths[c.document], f.span.start, f.span.end, f.id, f.kind, f.text, f.strength,
                 f.voice, f.expected, f.detector, f.why, *_decision(f.decision))
                for c in analysis.claims
                for f in c.flags
            ),
        ),
        "labels": _table(
            ("label", "definition", "colour", "marks"),
            ((x.name, x.definition, x.hue, marked[x.name]) for x in analysis.codebook),
        ),
        "marks": _table(
            ("id", "document", "start", "end", "label", "text"),
            (
                (t.id, paths[t.document], t.span.start, t.span.end, t.label, t.text, *_decision(t.decision))
                for t in analysis.tags
            ),
        ),
    }  # fmt: skip


def safe_cell(value: object) -> str:
    """A cell that a spreadsheet shows on one line and does not run."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return repr(value)
    text = one_line(str(value))
    return f"'{text}" if text.startswith(_FORMULA) else text


def make_table(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """A table with a row of names, RFC 4180."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return out.getvalue()


def _table(columns: Sequence[str], rows: Iterable[Row]) -> str:
    return make_table((*columns, *DECISION), rows)


def _place(claim: Claim, handle: dict[str, str], paths: dict[str, str]) -> Row:
    return handle[claim.id], claim.id, paths[claim.document], claim.span.start, claim.span.end


def _decision(decision: Decision | None) -> Row:
    if decision is None:
        return "suggested", None, None, None, None
    return decision.status, decision.by, decision.at, decision.reason, decision.note


def _value(value: object) -> object:
    return " to ".join(map(str, value)) if isinstance(value, tuple) else value


def _attributions(analysis: Analysis, handle: dict[str, str], paths: dict[str, str]) -> Iterable[Row]:
    text = {d.id: d.text for d in analysis.documents}
    for c in analysis.claims:
        for a in c.attributions:
            source = (a.source.text, a.source.name, a.source.role, a.source.entity) if a.source else (None,) * 4
            cue = (a.cue.text, a.cue.stance) if a.cue else (None, None)
            content = " ... ".join(span.text(text[c.document]) for span in a.content)
            yield (
                handle[c.id], c.id, paths[c.document], a.id, *source, *cue, content, a.directness, a.attitude, a.via,
                a.parent, a.confidence, a.detector, *_decision(a.decision),
            )  # fmt: skip


def _disagreements(analysis: Analysis, handle: dict[str, str], paths: dict[str, str]) -> Iterable[Row]:
    name = disagreement_handles(analysis)
    home = {c.id: c.document for c in analysis.claims}
    for d in analysis.disagreements:
        settled = (d.decision.settlement, d.decision.stands) if d.decision else (None, None)
        for side in d.sides:
            yield (
                name[d.id], d.id, d.kind, d.severity, d.level, handle[side.claim], paths[home[side.claim]],
                side.span.start, side.span.end, side.text, side.value, d.why, d.confidence, d.detector, *settled,
                *_decision(d.decision),
            )  # fmt: skip
