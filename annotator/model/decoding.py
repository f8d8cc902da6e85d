"""An analysis from the plain values that `encoding` makes of it; what the contract rounds stays rounded."""

from __future__ import annotations

from typing import Any

from annotator.model.analysis import Analysis, Cluster, Disagreement, Edge, Passage, Side
from annotator.model.claim import Attribution, Claim, Cue, Fact, Flag, Source, Value
from annotator.model.decision import Decision
from annotator.model.document import Boilerplate, Document, Evidence, Genre, HeadPart, Outlet, Problem
from annotator.model.span import Span
from annotator.model.tagging import Label, Tag
from annotator.model.vocabulary import (
    Attitude,
    Comparator,
    CopyKind,
    Directness,
    DisagreementKind,
    FactKind,
    FlagKind,
    FlagVoice,
    GenreType,
    HeadRole,
    Hue,
    Level,
    OutletKind,
    PublishedBasis,
    Settlement,
    Severity,
    SourceRole,
    Stance,
    Status,
    Voice,
)

Json = dict[str, Any]


def decode_analysis(data: Json) -> Analysis:
    """The analysis that was encoded.

    Raises:
        KeyError, TypeError, ValueError: if `data` is not what `encode_analysis` makes.
    """
    return Analysis(
        title=data["story"]["title"],
        path=data["story"]["path"],
        documents=tuple(map(_document, data["documents"])),
        claims=tuple(map(_claim, data["claims"])),
        clusters=tuple(map(_cluster, data["clusters"])),
        disagreements=tuple(map(_disagreement, data["disagreements"])),
        provenance=tuple(map(_edge, data["provenance"])),
        warnings=tuple(Problem(w["path"], w["message"]) for w in data["warnings"]),
        codebook=tuple(Label(x["name"], x["definition"], Hue(x["colour"])) for x in data.get("codebook", ())),
        tags=tuple(map(_tag, data.get("tags", ()))),
    )


def _document(d: Json) -> Document:
    outlet, basis = d["outlet"], d["published_basis"]
    return Document(
        id=d["id"],
        path=d["path"],
        sha256=d["sha256"],
        text=d["text"],
        title=d["title"],
        author=d["author"],
        published=d["published"],
        published_basis=PublishedBasis(basis) if basis else None,
        published_note=d["published_note"],
        url=d["url"],
        language=d["language"],
        outlet=Outlet(outlet["name"], outlet["domain"], OutletKind(outlet["kind"])),
        genre=_genre(d["genre"]),
        head=tuple(HeadPart(_span(h), HeadRole(h["role"])) for h in d["head"]),
        body=tuple(map(_span, d["body"])),
        boilerplate=tuple(Boilerplate(_span(b), b["reason"]) for b in d["boilerplate"]),
        reliability=d["reliability"],
        reliability_basis=d["reliability_basis"],
        decision=_decision(d),
    )


def _genre(g: Json) -> Genre:
    evidence = tuple(map(_evidence, g["evidence"]))
    return Genre(GenreType(g["type"]), g["confidence"], g["self_label"], evidence, g.get("mismatch"))


def _claim(c: Json) -> Claim:
    return Claim(
        id=c["id"],
        document=c["document"],
        span=_span(c),
        text=c["text"],
        check_worthy=c["check_worthy"],
        voice=Voice(c["voice"]),
        attributions=tuple(map(_attribution, c["attributions"])),
        facts=tuple(map(_fact, c["facts"])),
        flags=tuple(map(_flag, c["flags"])),
        credibility=c.get("credibility"),
        labels=tuple(c.get("labels", ())),
        decision=_decision(c),
    )


def _tag(t: Json) -> Tag:
    return Tag(t["id"], t["document"], _span(t), t["text"], t["label"], _decision(t))


def _attribution(a: Json) -> Attribution:
    return Attribution(
        id=a["id"],
        source=_source(a["source"]),
        cue=_cue(a["cue"]),
        content=tuple(map(_span, a["content"])),
        directness=Directness(a["directness"]),
        attitude=Attitude(a["attitude"]),
        confidence=a["confidence"],
        via=a["via"],
        parent=a["parent"],
        detector=a["detector"],
        decision=_decision(a),
    )


def _source(s: Json | None) -> Source | None:
    if s is None:
        return None
    span = Span(s["start"], s["end"]) if s["start"] is not None else None
    return Source(span, s["text"], s["name"], SourceRole(s["role"]), s["entity"])


def _cue(c: Json | None) -> Cue | None:
    return Cue(_span(c), c["text"], Stance(c["stance"])) if c else None


def _fact(f: Json) -> Fact:
    comparator = f["comparator"]
    return Fact(
        kind=FactKind(f["kind"]),
        span=_span(f),
        text=f["text"],
        value=_value(f["value"]),
        unit=f["unit"],
        comparator=Comparator(comparator) if comparator else None,
        counted=f["counted"],
        scope=f.get("scope"),
        decision=_decision(f),
    )


def _value(value: float | int | str | list[float]) -> Value:
    if isinstance(value, list):
        low, high = value
        return low, high
    return value


def _flag(f: Json) -> Flag:
    return Flag(
        id=f["id"],
        kind=FlagKind(f["kind"]),
        span=_span(f),
        text=f["text"],
        strength=f["strength"],
        voice=FlagVoice(f["voice"]),
        detector=f["detector"],
        why=f["why"],
        expected=f.get("expected", False),
        decision=_decision(f),
    )


def _cluster(k: Json) -> Cluster:
    return Cluster(k["id"], tuple(k["claims"]), k["gist"], k["independent_sources"], k["score"], _decision(k))


def _disagreement(d: Json) -> Disagreement:
    return Disagreement(
        id=d["id"],
        kind=DisagreementKind(d["kind"]),
        severity=Severity(d["severity"]),
        level=Level(d["level"]),
        cluster=d["cluster"],
        sides=tuple(Side(s["claim"], _span(s), s["text"], s["value"]) for s in d["sides"]),
        detector=d["detector"],
        confidence=d["confidence"],
        why=d["why"],
        evidence=tuple(map(_evidence, d.get("evidence", ()))),
        decision=_decision(d),
    )


def _edge(e: Json) -> Edge:
    passages = tuple(
        Passage(Span(p["from_start"], p["from_end"]), Span(p["to_start"], p["to_end"])) for p in e["passages"]
    )
    return Edge(e["from"], e["to"], CopyKind(e["kind"]), e["share"], passages, e["evidence"])


def _evidence(e: Json) -> Evidence:
    return Evidence(e["note"], _span(e) if "start" in e else None, e.get("document"))


def _span(value: Json) -> Span:
    return Span(value["start"], value["end"])


def _decision(value: Json) -> Decision | None:
    if "status" not in value:
        return None
    settlement = value.get("settlement")
    return Decision(
        status=Status(value["status"]),
        by=value["by"],
        at=value.get("at"),
        reason=value.get("reason"),
        note=value.get("note"),
        settlement=Settlement(settlement) if settlement else None,
        stands=value.get("stands"),
    )
