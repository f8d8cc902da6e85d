"""Finds the attributions of one document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from annotator.attribution.chains import told_outlet
from annotator.attribution.cues import Cue as FoundCue
from annotator.attribution.names import read_names
from annotator.attribution.phrases import antecedent
from annotator.attribution.reports import find_reports
from annotator.attribution.resolve import Resolution, resolve_source
from annotator.attribution.speech import following_speech
from annotator.attribution.units import Unit, read_units
from annotator.model import Attribution, Cue, Directness, Quotation, Source, Span, make_id


def attribute(
    text: str,
    sentences: Sequence[Span],
    quotations: Sequence[Quotation],
    *,
    document: str,
    outlet_name: str | None = None,
) -> tuple[Attribution, ...]:
    """Attributions in order of the text. `document` is the document's id, from which theirs are made."""
    units = tuple(read_units(text, sentences, quotations))
    names = read_names(text)
    spoken: list[Resolution] = []
    found: list[Attribution] = []
    for number, unit in enumerate(units):
        reports = find_reports(unit, names)
        made: dict[int, Attribution] = {}
        for k, report in enumerate(reports):
            content = [unit.span(*p) for p in report.pieces]
            if k == len(reports) - 1:
                content += following_speech(units, number, report.cue)
            if not content:
                continue
            span = unit.span(report.source.first, report.source.end)
            who = resolve_source(text, span, names, spoken=spoken, antecedent=_antecedent(unit, report.source.first))
            spoken.append(who)
            attribution = _make(unit, report.cue, span, who, content, quotations, document)
            made[k] = replace(attribution, via=told_outlet(unit, report.cue, outlet_name))
        for k, attribution in made.items():
            outer = reports[k].outer
            found.append(attribution if outer is None else replace(attribution, parent=made[outer].id))
    return tuple(found)


def _antecedent(unit: Unit, first: int) -> Span | None:
    phrase = antecedent(unit, first) if unit.tags[first] == "W" else None
    return unit.span(phrase.first, phrase.end) if phrase else None


def _make(
    unit: Unit,
    cue: FoundCue,
    span: Span,
    who: Resolution,
    content: list[Span],
    quotations: Sequence[Quotation],
    document: str,
) -> Attribution:
    cue_span = unit.span(cue.first, cue.end)
    use = cue.use
    source = Source(span, span.text(unit.text), who.name, who.role)
    return Attribution(
        id=make_id(
            "a", document, span.start, span.end, cue_span.start, cue_span.end, *((c.start, c.end) for c in content)
        ),
        source=source,
        cue=Cue(cue_span, cue_span.text(unit.text), use.stance),
        content=tuple(content),
        directness=_directness(content, quotations),
        attitude=use.attitude,
        confidence=use.strength,
    )


def _directness(content: Sequence[Span], quotations: Sequence[Quotation]) -> Directness:
    quoted = sum(q.span.overlap(c) for c in content for q in quotations)
    total = sum(len(c) for c in content)
    if quoted >= 0.95 * total:
        return Directness.DIRECT
    return Directness.MIXED if quoted else Directness.INDIRECT
