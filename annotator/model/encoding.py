"""The analysis document as plain values for JSON, and back. Names and order of keys are the contract's."""

from __future__ import annotations

from typing import Any

from annotator.model.analysis import Analysis, Cluster, Disagreement, Edge, Side
from annotator.model.claim import Attribution, Claim, Cue, Fact, Flag, Source
from annotator.model.decision import Decision
from annotator.model.document import Document, Evidence
from annotator.model.span import Span
from annotator.model.tagging import Tag

SCHEMA = "annotator/analysis/1"

Json = dict[str, Any]


def encode_analysis(analysis: Analysis) -> Json:
    """The whole document, in the contract's order; a person's labels, which it does not know, come last if any."""
    made: Json = {
        "schema": SCHEMA,
        "story": {"title": analysis.title, "path": analysis.path},
        "documents": [encode_document(d) for d in analysis.documents],
        "claims": [encode_claim(c) for c in analysis.claims],
        "clusters": [encode_cluster(k) for k in analysis.clusters],
        "disagreements": [encode_disagreement(d) for d in analysis.disagreements],
        "provenance": [encode_edge(e) for e in analysis.provenance],
        "warnings": [{"path": w.path, "message": w.message} for w in analysis.warnings],
    }
    if analysis.codebook:
        made["codebook"] = [
            {"name": x.name, "definition": x.definition, "colour": x.hue.value} for x in analysis.codebook
        ]
    if analysis.tags:
        made["tags"] = [encode_tag(t) for t in analysis.tags]
    return made


def encode_document(d: Document) -> Json:
    genre: Json = {
        "type": d.genre.type.value,
        "confidence": round(d.genre.confidence, 3),
        "self_label": d.genre.self_label,
        "evidence": [_evidence(e) for e in d.genre.evidence],
    }
    if d.genre.mismatch:
        genre["mismatch"] = d.genre.mismatch
    return {
        "id": d.id,
        "path": d.path,
        "sha256": d.sha256,
        "title": d.title,
        "author": d.author,
        "published": d.published,
        "published_basis": d.published_basis.value if d.published_basis else None,
        "published_note": d.published_note,
        "url": d.url,
        "language": d.language,
        "outlet": {"name": d.outlet.name, "domain": d.outlet.domain, "kind": d.outlet.kind.value},
        "genre": genre,
        "reliability": d.reliability,
        "reliability_basis": d.reliability_basis,
        "head": [{**_span(h.span), "role": h.role.value} for h in d.head],
        "body": [_span(s) for s in d.body],
        "boilerplate": [{**_span(b.span), "reason": b.reason} for b in d.boilerplate],
        **_decision(d.decision),
        "text": d.text,
    }


def encode_claim(c: Claim) -> Json:
    made: Json = {
        "id": c.id,
        "document": c.document,
        **_span(c.span),
        "text": c.text,
        "check_worthy": round(c.check_worthy, 3),
        "voice": c.voice.value,
        "attributions": [encode_attribution(a) for a in c.attributions],
        "facts": [_fact(f) for f in c.facts],
        "flags": [_flag(f) for f in c.flags],
    }
    if c.credibility is not None:
        made["credibility"] = c.credibility
    if c.labels:
        made["labels"] = list(c.labels)
    return {**made, **_decision(c.decision)}


def encode_tag(t: Tag) -> Json:
    return {
        "id": t.id,
        "document": t.document,
        **_span(t.span),
        "text": t.text,
        "label": t.label,
        **_decision(t.decision),
    }


def encode_attribution(a: Attribution) -> Json:
    return {
        "id": a.id,
        "source": _source(a.source),
        "cue": _cue(a.cue),
        "content": [_span(s) for s in a.content],
        "directness": a.directness.value,
        "attitude": a.attitude.value,
        "via": a.via,
        "parent": a.parent,
        "confidence": round(a.confidence, 3),
        "detector": a.detector,
        **_decision(a.decision),
    }


def encode_cluster(k: Cluster) -> Json:
    return {
        "id": k.id,
        "claims": list(k.claims),
        "gist": k.gist,
        "independent_sources": k.independent_sources,
        "score": round(k.score, 3),
        **_decision(k.decision),
    }


def encode_disagreement(d: Disagreement) -> Json:
    return {
        "id": d.id,
        "kind": d.kind.value,
        "severity": d.severity.value,
        "level": d.level.value,
        "cluster": d.cluster,
        "sides": [_side(s) for s in d.sides],
        "detector": d.detector,
        "confidence": round(d.confidence, 3),
        "why": d.why,
        **({"evidence": [_evidence(e) for e in d.evidence]} if d.evidence else {}),
        **_decision(d.decision),
    }


def encode_edge(e: Edge) -> Json:
    return {
        "from": e.source,
        "to": e.target,
        "kind": e.kind.value,
        "share": round(e.share, 3),
        "passages": [
            {
                "from_start": p.source.start,
                "from_end": p.source.end,
                "to_start": p.target.start,
                "to_end": p.target.end,
            }
            for p in e.passages
        ],
        "evidence": e.evidence,
    }


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _source(s: Source | None) -> Json | None:
    if s is None:
        return None
    start, end = (s.span.start, s.span.end) if s.span else (None, None)
    return {"start": start, "end": end, "text": s.text, "name": s.name, "role": s.role.value, "entity": s.entity}


def _cue(c: Cue | None) -> Json | None:
    return {**_span(c.span), "text": c.text, "stance": c.stance.value} if c else None


def _fact(f: Fact) -> Json:
    made: Json = {
        "kind": f.kind.value,
        **_span(f.span),
        "text": f.text,
        "value": list(f.value) if isinstance(f.value, tuple) else f.value,
        "unit": f.unit,
        "comparator": f.comparator.value if f.comparator else None,
        "counted": f.counted,
    }
    if f.scope:
        made["scope"] = f.scope
    return {**made, **_decision(f.decision)}


def _flag(f: Flag) -> Json:
    made: Json = {
        "id": f.id,
        "kind": f.kind.value,
        **_span(f.span),
        "text": f.text,
        "strength": round(f.strength, 3),
        "voice": f.voice.value,
        "detector": f.detector,
        "why": f.why,
    }
    if f.expected:
        made["expected"] = True
    return {**made, **_decision(f.decision)}


def _side(s: Side) -> Json:
    return {"claim": s.claim, **_span(s.span), "text": s.text, "value": s.value}


def _evidence(e: Evidence) -> Json:
    made: Json = {"note": e.note}
    if e.document:
        made["document"] = e.document
    if e.span:
        made.update(_span(e.span))
    return made


def _decision(d: Decision | None) -> Json:
    if d is None:
        return {}
    named = {
        "status": d.status.value,
        "by": d.by,
        "at": d.at,
        "reason": d.reason,
        "note": d.note,
        "settlement": d.settlement.value if d.settlement else None,
        "stands": d.stands,
    }
    return {key: value for key, value in named.items() if value is not None}
