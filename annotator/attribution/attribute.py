"""Finds the attributions of one document."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from annotator.attribution.chains import told_outlet
from annotator.attribution.complements import Kind
from annotator.attribution.confidence import confidence_of
from annotator.attribution.cues import Cue as FoundCue
from annotator.attribution.cues import Place
from annotator.attribution.lexicon import lexicon
from annotator.attribution.names import Names, read_names
from annotator.attribution.phrases import Phrase, antecedent
from annotator.attribution.reports import Report, find_reports
from annotator.attribution.resolve import Resolution, resolve_source
from annotator.attribution.speech import following_speech, quotes_in_passing
from annotator.attribution.units import Unit, read_units
from annotator.model import (
    Attitude,
    Attribution,
    Cue,
    Directness,
    Quotation,
    ReportingVerb,
    Source,
    SourceRole,
    Span,
    make_id,
)

_SOMEBODY = Source(None, None, None, SourceRole.UNNAMED)
_NO_BREAK = re.compile(r"[^\n]")
FREE_RATE = 0.5  # 0-1, how sure a sentence that quotes without a cue goes on with the speaker before it
NESTED_RATE = 0.4  # 0-1, how sure a report within a report is
MIN_QUOTED = 0.95  # share of the content inside quotation marks from which it is direct speech


def attribute(
    text: str,
    sentences: Sequence[Span],
    quotations: Sequence[Quotation],
    *,
    document: str,
    outlet_name: str | None = None,
    verbs: tuple[ReportingVerb, ...] = (),
) -> tuple[Attribution, ...]:
    """Attributions in order of the text.

    Args:
        document: its id, from which theirs are made.
        verbs: what reports besides the packaged words.
    """
    units = tuple(read_units(text, sentences, quotations, known=lexicon(verbs)))
    names = read_names(_blank_out(text, sentences))
    spoken: list[Resolution] = []
    found: list[Attribution] = []
    speaker: Attribution | None = None
    covered = 0
    for number, unit in enumerate(units):
        reports = find_reports(unit, names)
        if not reports:
            speaker = None if unit.starts_paragraph else speaker
            if speaker and unit.starts[0] >= covered:
                speaker = _carry_on(unit, speaker, quotations, document) if quotes_in_passing(unit) else None
                found += [speaker] if speaker else []
                covered = unit.ends[-1]
            continue
        made: dict[int, Attribution] = {}
        goes_on = _quoting_report(unit, reports)
        for k, report in enumerate(reports):
            content = [unit.span(*p) for p in report.pieces]
            if k == goes_on:
                content += following_speech(units, number, report.cue)
            if not content:
                continue
            source = _find_source(unit, report.source, names, spoken)
            if report.cue.place is Place.AGENTLESS:
                source = _SOMEBODY
            covered = max(covered, content[-1].end)
            attribution = _make(unit, report.cue, source, content, quotations=quotations, document=document)
            made[k] = replace(attribution, via=told_outlet(unit, report.cue, outlet_name))
        linked = _with_parents(reports, made)
        found += linked
        speaker = next((a for a in reversed(linked) if a.parent is None), None)
        if speaker and (speaker.source is None or speaker.attitude is not Attitude.ASSERTS):
            speaker = None
    return tuple(found)


def _with_parents(reports: Sequence[Report], made: Mapping[int, Attribution]) -> list[Attribution]:
    """The attributions made of a unit's reports, each with the one that passes it on."""
    linked = []
    for k, attribution in made.items():
        outer = reports[k].outer
        if outer is not None:
            sure = min(attribution.confidence, NESTED_RATE)
            attribution = replace(attribution, parent=made[outer].id, confidence=sure)
        linked.append(attribution)
    return linked


def _quoting_report(unit: Unit, reports: Sequence[Report]) -> int:
    """Which report goes on in quotations behind the unit: the last one that quotes, else the last."""
    last = len(reports) - 1
    if reports[last].cue.complement.kind is Kind.LATER:
        return last
    quoting = (k for k in range(last, -1, -1) if any(set(unit.tags[a:b]) == {"q"} for a, b in reports[k].pieces))
    return next(quoting, last)


def _carry_on(unit: Unit, speaker: Attribution, quotations: Sequence[Quotation], document: str) -> Attribution:
    """What a speaker goes on to say in a sentence without a cue."""
    content = (unit.span(0, len(unit.words)),)
    return replace(
        speaker,
        id=make_id("a", document, *((s.start, s.end) for s in content)),
        cue=None,
        content=content,
        directness=_directness(content, quotations),
        confidence=FREE_RATE,
        parent=None,
    )


def _blank_out(text: str, sentences: Sequence[Span]) -> str:
    """The text with blanks outside its sentences: no author or photographer is a person of the story."""
    pieces: list[str] = []
    at = 0
    for sentence in sorted(sentences):
        pieces += [_NO_BREAK.sub(" ", text[at : sentence.start]), text[max(at, sentence.start) : sentence.end]]
        at = max(at, sentence.end)
    return "".join((*pieces, _NO_BREAK.sub(" ", text[at:])))


def _find_source(unit: Unit, phrase: Phrase | None, names: Names, spoken: list[Resolution]) -> Source | None:
    if phrase is None:
        return None
    span = unit.span(phrase.first, phrase.end)
    referent = antecedent(unit, phrase.first) if unit.tags[phrase.first] == "W" else None
    who = resolve_source(
        unit.text,
        span,
        names,
        spoken=spoken,
        antecedent=unit.span(referent.first, referent.end) if referent else None,
    )
    spoken.append(who)
    return Source(span, span.text(unit.text), who.name, who.role)


def _make(
    unit: Unit,
    cue: FoundCue,
    source: Source | None,
    content: Sequence[Span],
    *,
    quotations: Sequence[Quotation],
    document: str,
) -> Attribution:
    """The attribution that a cue makes; its id comes from the document and all spans."""
    cue_span = unit.span(cue.first, cue.end)
    use = cue.use
    spans = [cue_span, *content] if source is None or source.span is None else [source.span, cue_span, *content]
    directness = _directness(content, quotations)
    return Attribution(
        id=make_id("a", document, *((s.start, s.end) for s in spans)),
        source=source,
        cue=Cue(cue_span, cue_span.text(unit.text), use.stance),
        content=tuple(content),
        directness=directness,
        attitude=use.attitude,
        confidence=confidence_of(cue.place, use, quotes=directness is not Directness.INDIRECT),
    )


def _directness(content: Sequence[Span], quotations: Sequence[Quotation]) -> Directness:
    first = bisect_left(quotations, content[0].start, key=lambda q: q.span.end)
    end = bisect_left(quotations, content[-1].end, key=lambda q: q.span.start)
    quoted = sum(q.span.overlap(c) for c in content for q in quotations[first:end])
    if quoted >= MIN_QUOTED * sum(len(c) for c in content):
        return Directness.DIRECT
    return Directness.MIXED if quoted else Directness.INDIRECT
