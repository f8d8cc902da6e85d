"""Why is this suggested: which rule, on which words, how sure, and who decided? Lines for one object and all on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.model import (
    AnchorKind,
    Attribution,
    Claim,
    Cluster,
    Decision,
    Disagreement,
    Document,
    Evidence,
    Fact,
    Flag,
    Settlement,
    Span,
    Tag,
)
from annotator.text import one_line
from annotator.view.handles import claim_handles, disagreement_handles, document_handles
from annotator.view.sourcing import describe_attribution, describe_sourcing
from annotator.view.story import MIN_SHOWN_STRENGTH, Story, Target, Thing
from annotator.view.words import ROLES, SETTLEMENTS, STATES, counted, is_decided, kind_word, outlet_word

ORIGINS_COUNT_ONCE = "copies of one text and repeats of one speaker count once"
MAX_BEGINNING = 40  # characters of what was left out
MAX_QUOTE = 160  # characters of a text that a line repeats

Lines = Iterator[str]


def explain(story: Story, target: Target) -> tuple[str, ...]:
    """Everything that is known about an object; what belongs to it is indented below."""
    thing = story.things[target]
    if target.kind is AnchorKind.DOCUMENT and isinstance(thing, Document):
        return tuple(_document(story, thing))
    home = story.claim.get(story.claim_of.get(target, ""))
    where = _where(story, home) if home and not isinstance(thing, Claim | Disagreement) else ""
    return tuple(_name_first(_thing(story, thing), where))


def quote(text: str, *, room: int = MAX_QUOTE) -> str:
    """Words of a document, cut where they are long."""
    line = one_line(text[: room * 4])
    return f"“{line}”" if len(line) <= room else f"“{line[: room - 1].rstrip()}…”"


def place(span: Span) -> str:
    """Where a span lies."""
    return f"characters {span.start}-{span.end}"


def name_claim(story: Story, claim: Claim) -> str:
    """A claim's handle, outlet and words."""
    handle = claim_handles(story.analysis)[claim.id]
    return f"{handle} ({outlet_word(story.document[claim.document])}) {quote(claim.text)}"


def _thing(story: Story, thing: Thing) -> Lines:
    match thing:
        case Claim():
            yield from _claim(story, thing)
        case Attribution():
            yield from _attribution(thing, story.document[_document_of(story, thing)].text)
        case Flag():
            yield from _flag(thing)
        case Disagreement():
            yield from _disagreement(story, thing)
        case Cluster():
            yield from _cluster(story, thing)
        case Tag():
            yield f"Label {one_line(thing.label)} on {quote(thing.text)}, {place(thing.span)}"
            yield from _decided(thing.decision)
        case Document():
            yield from _document(story, thing)


def _name_first(lines: Lines, where: str) -> Lines:
    yield next(lines)
    if where:
        yield f"  in {where}"
    yield from lines


def _document_of(story: Story, attribution: Attribution) -> str:
    return story.claim[story.claim_of[Target(AnchorKind.ATTRIBUTION, attribution.id)]].document


def _where(story: Story, claim: Claim) -> str:
    return f"claim {name_claim(story, claim)}"


def _document(story: Story, document: Document) -> Lines:
    letter = document_handles(story.analysis)[document.id]
    yield f"Document {letter} ({document.id}): {one_line(document.title or document.path)}"
    outlet = document.outlet
    yield f"  outlet: {one_line(outlet.name or 'unknown')}, {outlet.domain or 'no domain'}, {kind_word(outlet.kind)}"
    published = f"{document.published} ({document.published_basis})" if document.published else "not known"
    yield f"  published: {published}{': ' + one_line(document.published_note) if document.published_note else ''}"
    yield f"  genre: {kind_word(document.genre.type)}, score {document.genre.confidence:.2f}"
    if document.genre.self_label:
        yield f"    calls itself {quote(document.genre.self_label)}"
    for evidence in document.genre.evidence:
        yield f"    because {_evidence(evidence, document.text)}"
    if document.genre.mismatch:
        yield f"    {one_line(document.genre.mismatch)}"
    for part in document.boilerplate:
        words = quote(part.span.text(document.text), room=MAX_BEGINNING)
        yield f"  left out: {one_line(part.reason)}, {place(part.span)}: {words}"
    for edge in story.edges_to.get(document.id, ()):
        yield f"  {kind_word(edge.kind.value)}, {edge.share:.0%} of its claims: {one_line(edge.evidence)}"
    yield from _decided(document.decision)


def _evidence(evidence: Evidence, text: str) -> str:
    """A note with its words, unless it repeats them itself, and their place."""
    note = one_line(evidence.note)
    if evidence.span is None:
        return note
    words = quote(evidence.span.text(text))
    return f"{note}, {place(evidence.span)}" if words in note else f"{note}: {words}, {place(evidence.span)}"


def _claim(story: Story, claim: Claim) -> Lines:
    yield f"Claim {claim_handles(story.analysis)[claim.id]} ({claim.id}), {place(claim.span)}"
    yield f"  {quote(claim.text)}"
    said_by = one_line(describe_sourcing(claim))
    yield f"  in {outlet_word(story.document[claim.document])}, voice: {claim.voice.value} ({said_by})"
    yield f"  worth checking: {claim.check_worthy:.2f}"
    yield from _decided(claim.decision)
    text = story.document[claim.document].text
    for attribution in claim.attributions:
        yield from _below(_attribution(attribution, text))
    for fact in claim.facts:
        yield from _below(_fact(fact))
    for flag in claim.flags:
        yield from _below(_flag(flag))
    for cluster in story.clusters_of.get(claim.id, ()):
        yield from _below(_cluster(story, cluster))
    for disagreement in story.disagreements_of.get(claim.id, ()):
        yield from _below(_disagreement(story, disagreement))


def _attribution(attribution: Attribution, text: str) -> Lines:
    said = one_line(describe_attribution(attribution))
    yield f"Attribution {attribution.id}: rule {attribution.detector}, score {attribution.confidence:.2f}"
    yield f"  {said}{_because(attribution)}."
    source = attribution.source
    if source is not None:
        words = f"{quote(source.text)}, {place(source.span)}, " if source.span and source.text else ""
        entity = f", linked as {one_line(source.entity)}" if source.entity else ""
        yield f"  source: {words}{one_line(source.name or 'no name')}, {ROLES[source.role]}{entity}"
    if attribution.cue is not None:
        cue = attribution.cue
        yield f"  cue: {quote(cue.text)}, {place(cue.span)}, {cue.stance.value}"
    for span in attribution.content:
        yield f"  content: {quote(span.text(text))}, {place(span)}"
    parent = f", passed on by {attribution.parent}" if attribution.parent else ""
    yield f"  {attribution.directness.value}, {attribution.attitude.value}{parent}"
    yield from _decided(attribution.decision)


def _because(attribution: Attribution) -> str:
    return f", because {quote(attribution.cue.text)} brings in what somebody says" if attribution.cue else ""


def _fact(fact: Fact) -> Lines:
    about = ", ".join(one_line(w) for w in (fact.unit, fact.counted, fact.scope) if w)
    comparator = f"{fact.comparator.value} " if fact.comparator else ""
    value = " to ".join(map(str, fact.value)) if isinstance(fact.value, tuple) else one_line(str(fact.value))
    yield f"Comparable {kind_word(fact.kind)}: {quote(fact.text)}, {place(fact.span)}"
    yield f"  read as {comparator}{value}{' (' + about + ')' if about else ''}"
    if is_decided(fact.decision):
        yield from _decided(fact.decision)


def _flag(flag: Flag) -> Lines:
    shown = "" if flag.strength >= MIN_SHOWN_STRENGTH else f", below {MIN_SHOWN_STRENGTH:.2f} and so not shown"
    yield f"Flag {flag.id}: {kind_word(flag.kind)}, rule {flag.detector}, score {flag.strength:.2f}{shown}"
    yield f"  {one_line(flag.why)}"
    expected = "; expected in this genre" if flag.expected else ""
    yield f"  evidence: {quote(flag.text)}, {place(flag.span)}, the {flag.voice.value}'s words{expected}"
    yield from _decided(flag.decision)


def _cluster(story: Story, cluster: Cluster) -> Lines:
    yield f"Cluster {cluster.id}: one fact in {counted(len(cluster.claims), 'claim')}, score {cluster.score:.2f}"
    members = [story.claim[name] for name in cluster.claims if name in story.claim]
    documents = counted(len({c.document for c in members}), "document")
    yield f"  {counted(cluster.independent_sources, 'independent origin')} in {documents}: {ORIGINS_COUNT_ONCE}"
    for claim in members:
        yield f"  {name_claim(story, claim)}"
        yield f"    {one_line(_standing(story, claim, members))}"
    yield from _decided(cluster.decision)


def _standing(story: Story, claim: Claim, members: Sequence[Claim]) -> str:
    """On what a claim of a cluster rests: its speakers, its own text, or the text it was copied from."""
    others = {c.document for c in members}
    for edge in story.edges_to.get(claim.document, ()):
        if edge.source in others and any(p.target.overlap(claim.span) for p in edge.passages):
            return f"copied from {outlet_word(story.document[edge.source])} ({kind_word(edge.kind.value)})"
    return describe_sourcing(claim)


def _disagreement(story: Story, found: Disagreement) -> Lines:
    handle = disagreement_handles(story.analysis)[found.id]
    kind = f"{kind_word(found.kind)}, {found.severity.value} between {found.level.value}s"
    yield f"Disagreement {handle} ({found.id}): {kind}, rule {found.detector}, score {found.confidence:.2f}"
    yield f"  {one_line(found.why)}"
    for side in found.sides:
        if side.claim in story.claim:
            claim = story.claim[side.claim]
            is_same = one_line(side.value) == one_line(side.text)
            words = quote(side.text) if is_same else f"“{one_line(side.value)}”: {quote(side.text)}"
            yield f"  {words}, {place(side.span)} of {name_claim(story, claim)}"
    yield from _decided(found.decision)


def _decided(decision: Decision | None) -> Lines:
    if decision is None or not is_decided(decision):
        yield "  decided: nobody yet"
    else:
        settled = decision.settlement
        words = SETTLEMENTS[settled] if settled else STATES[decision.status]
        if settled is Settlement.SIDE_STANDS and decision.stands:
            words = f"{one_line(decision.stands)} stands"
        yield f"  decided: {words} by {one_line(decision.by)}{', ' + decision.at if decision.at else ''}"
    for label, text in (("reason", decision and decision.reason), ("note", decision and decision.note)):
        if text:
            yield f"  {label}: {one_line(text)}"


def _below(lines: Lines) -> Lines:
    return (f"  {line}" for line in lines)
