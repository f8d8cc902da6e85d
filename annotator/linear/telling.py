"""What is said about an object, in sentences? The same facts as in the inspector, without signs and columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from annotator.linear.names import Names
from annotator.model import (
    AnchorKind,
    Attribution,
    Claim,
    Cluster,
    Decision,
    Disagreement,
    Document,
    Flag,
    Settlement,
    Tag,
    Voice,
)
from annotator.text import one_line
from annotator.view import (
    SETTLEMENTS,
    STATES,
    Glyphs,
    Room,
    Row,
    Target,
    counted,
    date_word,
    describe,
    describe_source,
    genre_word,
    inspect_claim,
    is_decided,
    is_rejected,
    kind_of_flag,
    kind_word,
    live_flags,
    outlet_word,
    settled_word,
    side_groups,
    title_word,
)

UNWRAPPED = 1_000_000  # code points: a line of a screen that is never broken; breaking is for the printer
SILENT = Glyphs(
    disagreement="",
    flag="",
    quotation="",
    attributed="",
    own_voice="",
    suggested="",
    accepted="",
    rejected="",
    bars=" ",
    separator=",",
)
"""Signs say nothing here; words stand for all of them."""
MAX_ELSEWHERE = 20
"""Passages of other documents that are named for one claim."""
_ROOM = Room(UNWRAPPED, len, SILENT)


def tell_claim(names: Names, claim: Claim) -> list[str]:
    """A claim as it is read: its handle and words, then what is marked on it."""
    marks = _marks(names, claim)
    return [f"{names.of(Target(AnchorKind.CLAIM, claim.id))}. {claim.text}", *([marks] if marks else [])]


def tell_row(names: Names, target: Target) -> str:
    """An object as one row of a list."""
    thing, handle = names.story.things[target], names.of(target)
    match thing:
        case Document():
            return f"{handle}. {_document_words(names, thing)}"
        case Claim():
            return f"{handle}. {_outlet(names, thing)}: {thing.text}"
        case Disagreement():
            return f"{handle}. {_sides(names, thing)}. {_sentence(settled_word(thing))}"
        case Attribution() | Flag():
            return f"{handle}. {_short(thing)}. {_state(thing.decision)}"
        case Cluster():
            return one_line(thing.gist)
        case Tag():
            return _tag_words(thing)


def _tag_words(tag: Tag) -> str:
    return f"Label {one_line(tag.label)} on “{one_line(tag.text)}”"


def tell_all(names: Names, target: Target) -> list[str]:
    """Everything that is known about an object."""
    thing = names.story.things[target]
    match thing:
        case Document():
            return [f"Document {names.of(target)}.", *_document_lines(names, thing), *_decided(thing.decision)]
        case Claim():
            return _claim_lines(names, thing)
        case Disagreement():
            return _disagreement_lines(names, thing)
        case Attribution() | Flag():
            return _mark_lines(names, target, thing)
        case Cluster():
            return [one_line(thing.gist)]
        case Tag():
            return [_tag_words(thing), *_decided(thing.decision)]


def _claim_lines(names: Names, claim: Claim) -> list[str]:
    story = names.story
    claims = story.claims_of[claim.document]
    handle = names.of(Target(AnchorKind.CLAIM, claim.id))
    place = f"claim {claims.index(claim) + 1} of {len(claims)} in {_outlet(names, claim)}"
    lines = [f"{handle}, {place}: {claim.text}"]
    for heading, rows in _sections(inspect_claim(story, claim, _ROOM)):
        said = _elsewhere(names, claim) if heading == "Elsewhere" else _spoken(names, rows)
        lines += [f"{heading}: {words}" for words in said]
    return lines


def _elsewhere(names: Names, claim: Claim) -> Iterator[str]:
    """The passages of other documents, with their handles, which the screens have no room for."""
    story = names.story
    clusters = story.clusters_of.get(claim.id, ())
    others = [c for c in dict.fromkeys(c for k in clusters for c in k.claims) if c != claim.id and c in story.claim]
    if not others:
        yield "nobody else says this."
        return
    yield f"{counted(clusters[0].independent_sources, 'independent origin')}."
    for name in others[:MAX_ELSEWHERE]:
        yield tell_row(names, Target(AnchorKind.CLAIM, name))
    if len(others) > MAX_ELSEWHERE:
        yield f"{counted(len(others) - MAX_ELSEWHERE, 'passage')} more."


def _sections(rows: Sequence[Row]) -> Iterator[tuple[str, list[Row]]]:
    """The parts of the inspector: heading, rows below it."""
    heading = ""
    inside: list[Row] = []
    for row in rows:
        if row.line and row.line[0].style == "heading":
            heading, inside = row.line[0].text, []
        elif row.line:
            inside.append(row)
        elif heading:
            yield heading, inside
            heading = ""
    if heading:
        yield heading, inside


def _spoken(names: Names, rows: Sequence[Row]) -> Iterator[str]:
    """Rows on one object as one sentence; an indented row goes on with the one above it."""
    for target, group in groupby(rows, key=lambda row: row.target):
        if target is not None:
            words = "; ".join(_words(row) for row in group)
            is_open = target.kind is not AnchorKind.CLAIM and not is_decided(names.story.things[target].decision)
            yield f"{names.of(target)}, {words}.{' Not decided.' if is_open else ''}"
            continue
        sentence = ""
        for row in group:
            if sentence and not row.line[0].text.strip():
                sentence += f": {_words(row)}"
                continue
            if sentence:
                yield _sentence(sentence)
            sentence = _words(row)
        if sentence:
            yield _sentence(sentence)


def _words(row: Row) -> str:
    return one_line("".join(run.text for run in row.line)).replace(" ,", ",").rstrip(".")


def _disagreement_lines(names: Names, found: Disagreement) -> list[str]:
    story = names.story
    handle = names.of(Target(AnchorKind.DISAGREEMENT, found.id))
    lines = [f"{handle}. {_sides(names, found)}.", found.why]
    for number, group in enumerate(side_groups(story, found), 1):
        lines.append(f"Side {number}, {group.value}, in {', '.join(group.outlets)}.")
        lines += [tell_row(names, Target(AnchorKind.CLAIM, name)) for name in group.claims]
    return [*lines, *_decided(found.decision)]


def _mark_lines(names: Names, target: Target, thing: Attribution | Flag) -> list[str]:
    claim = names.story.claim[names.story.claim_of[target]]
    lines = [f"{names.of(target)}. {_short(thing)}."]
    if isinstance(thing, Flag):
        expected = ["Expected in this genre."] if thing.expected else []
        lines += [thing.why, *expected]
    elif thing.cue is not None:
        lines.append(f"The words “{thing.cue.text}” give it to them.")
    return [*lines, tell_row(names, Target(AnchorKind.CLAIM, claim.id)), *_decided(thing.decision)]


def _document_lines(names: Names, document: Document) -> Iterator[str]:
    for line in describe(document, names.story, _ROOM):
        label, value = line[0].text.strip(), one_line("".join(run.text for run in line[1:]))
        yield _sentence(f"{label}: {value}" if label else value)


def _document_words(names: Names, document: Document) -> str:
    claims = len(names.story.claims_of.get(document.id, ()))
    parts = [outlet_word(document), date_word(document.published)]
    if claims:
        parts += [genre_word(document).lower(), counted(claims, "claim")]
    if document.reliability:
        parts.append(f"rated {document.reliability}")
    return f"{', '.join(parts)}. {title_word(document)}"


def _marks(names: Names, claim: Claim) -> str:
    """Who says it and what is marked, in short sentences."""
    parts = []
    said_by = dict.fromkeys(describe_source(a) for a in claim.attributions if not is_rejected(a.decision))
    if said_by:
        parts.append(f"Said by {', '.join(said_by)}.")
    elif claim.voice is Voice.OUTLET:
        parts.append("Own voice.")
    found = [d for d in names.story.disagreements_of.get(claim.id, ()) if not is_rejected(d.decision)]
    if found:
        handles = ", ".join(names.of(Target(AnchorKind.DISAGREEMENT, d.id)) for d in found)
        parts.append(f"{'Disagreement' if len(found) == 1 else 'Disagreements'} {handles}.")
    flags = [(names.of(Target(AnchorKind.FLAG, f.id)), f) for f in live_flags(claim)]
    parts += [f"{handle}, {kind_word(f.kind)}: “{f.text}”." for handle, f in flags]
    if is_decided(claim.decision):
        parts.append(_state(claim.decision))
    return " ".join(parts)


def _short(thing: Attribution | Flag) -> str:
    if isinstance(thing, Attribution):
        return f"{describe_source(thing)} said it"
    whose = "the speaker's words" if thing.voice.value == "speaker" else "own voice"
    return f"{kind_of_flag(thing).capitalize()}, {whose}: “{thing.text}”"


def _sides(names: Names, found: Disagreement) -> str:
    sides = " or ".join(f"{g.value} ({', '.join(g.outlets)})" for g in side_groups(names.story, found))
    return f"{found.severity.value.capitalize()}, {kind_word(found.kind)}: {sides}"


def _outlet(names: Names, claim: Claim) -> str:
    return outlet_word(names.story.document[claim.document])


def _state(decision: Decision | None) -> str:
    """Where an object stands, as a sentence."""
    if decision is None or not is_decided(decision):
        return "Not decided."
    words = SETTLEMENTS[decision.settlement] if decision.settlement else STATES[decision.status]
    if decision.settlement is Settlement.SIDE_STANDS and decision.stands:
        words = f"{decision.stands} stands"
    return _sentence(words)


def _decided(decision: Decision | None) -> list[str]:
    """Where an object stands, who says so, and why."""
    lines = [_state(decision)]
    if decision is not None and is_decided(decision):
        lines[0] = f"{lines[0].rstrip('.')}, by {decision.by}{', ' + decision.at[:10] if decision.at else ''}."
    for label, text in (("Reason", decision and decision.reason), ("Note", decision and decision.note)):
        if text:
            lines.append(_sentence(f"{label}: {text}"))
    return lines


def _sentence(words: str) -> str:
    text = one_line(words)
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "?", "!", "”", "…")) else ".")
