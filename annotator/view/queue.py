"""What waits for a decision, in which order, and how does one suggestion look when it is the only thing on the table?

What touches most documents comes first: a settled disagreement answers for every passage in it, and a source that is
quoted often teaches whether the next suggestion about it is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.model import AnchorKind, Attribution, Claim, Disagreement, Flag, Span
from annotator.text import one_line
from annotator.view.ledger import side_groups
from annotator.view.lines import Line, Mark, Run, runs, spread, wrap_runs
from annotator.view.marks import Room
from annotator.view.rows import Item
from annotator.view.sourcing import describe_source
from annotator.view.story import Story, Target, shown_flags
from annotator.view.waiting import Suggestion, Waiting, find_waiting, make_item, score_of, short_words
from annotator.view.words import (
    ROLES,
    certainty,
    date_word,
    is_decided,
    kind_of_flag,
    kind_word,
    outlet_word,
    state_mark,
    strength,
)

QUEUE_FIELDS = ("kind", "severity", "source", "outlet", "sure", "rule", "voice", "is")
RECENT_SHOWN = 10
"""Decisions that stay in the list, to be changed at once."""


def queue_items(story: Story, recent: Sequence[Target] = (), waiting: Waiting | None = None) -> tuple[Item, ...]:
    """The decisions made last, newest last, then everything that waits, the weightiest first."""
    waiting = find_waiting(story, waiting)
    decided = [t for t in recent if t in story.things and is_decided(story.things[t].decision)]
    return (*(_decided_item(story, target) for target in decided[-RECENT_SHOWN:]), *waiting.items)


def suggestion_items(story: Story) -> tuple[Item, ...]:
    """Every suggestion, decided on or not: disagreements, then sources and flags in order of the text."""
    return tuple(make_item(story, target, _suggestion(story, target), claims) for target, claims in _suggestions(story))


def paint_suggestion(story: Story, item: Item, room: Room) -> Line:
    """A row: state, what sort of suggestion, and its words."""
    thing = _thing(story, item)
    state = state_mark(thing.decision)
    look = "quiet" if is_decided(thing.decision) else "text"
    sign, style = _sign(thing, room)
    left = (
        Run(f"{room.glyphs.state(state)} ", state),
        Run(f"{sign} ", style),
        Run(_row_words(story, item, thing), look),
    )
    right = (Run(_measure(thing, room), "dim"),)
    return spread(left, right, room.width, room.measure)


def describe_suggestion(story: Story, item: Item, room: Room) -> list[Line]:
    """One suggestion in full: what is suggested, why, and the words within what stands around them."""
    thing = _thing(story, item)
    lines: list[Line] = []

    def put(*parts: Run, indent: int = 0) -> None:
        lines.extend(wrap_runs(parts, width=room.width, measure=room.measure, indent=indent))

    sign, style = _sign(thing, room)
    put(Run(f"{sign} ", style), Run(_question(thing), "strong"), indent=2)
    put(Run(_reason(thing), "dim"))
    if isinstance(thing, Disagreement):
        for group in side_groups(story, thing):
            lines.append(())
            put(Run(f"{', '.join(group.outlets)}: ", "dim"), Run(group.value, "value"), indent=2)
            for name in group.claims[:2]:
                lines += paint_passage(story, story.claim[name], _spans(thing, name), room)
    else:
        claim = story.claim[item.claims[0]]
        document = story.document[claim.document]
        lines.append(())
        put(Run(outlet_word(document), "strong"), Run(f"  {date_word(document.published)}", "dim"))
        lines += paint_passage(story, claim, _spans(thing, claim.id), room)
    lines.append(())
    put(Run(f"{_measure(thing, room)}, rule {thing.detector}", "dim"))
    return lines


def _suggestions(story: Story) -> Iterator[tuple[Target, tuple[str, ...]]]:
    for disagreement in story.analysis.disagreements:
        claims = tuple(dict.fromkeys(s.claim for s in disagreement.sides if s.claim in story.claim))
        if claims:
            yield Target(AnchorKind.DISAGREEMENT, disagreement.id), claims
    for claim, attribution in _attributions(story):
        yield Target(AnchorKind.ATTRIBUTION, attribution.id), (claim,)
    for found in story.analysis.claims:
        for flag in shown_flags(found):
            yield Target(AnchorKind.FLAG, flag.id), (found.id,)


def _attributions(story: Story) -> Iterator[tuple[str, Attribution]]:
    """Each once, with the first claim that it is found under."""
    for claim in story.analysis.claims:
        for attribution in claim.attributions:
            if story.claim_of.get(Target(AnchorKind.ATTRIBUTION, attribution.id)) == claim.id:
                yield claim.id, attribution


def _decided_item(story: Story, target: Target) -> Item:
    thing = _suggestion(story, target)
    if isinstance(thing, Disagreement):
        claims = tuple(dict.fromkeys(s.claim for s in thing.sides if s.claim in story.claim))
    else:
        claims = (story.claim_of[target],)
    return make_item(story, target, thing, claims)


def _thing(story: Story, item: Item) -> Suggestion:
    assert item.target is not None
    return _suggestion(story, item.target)


def _suggestion(story: Story, target: Target) -> Suggestion:
    found = story.things[target]
    assert isinstance(found, Suggestion)
    return found


def _sign(thing: Suggestion, room: Room) -> tuple[str, str]:
    match thing:
        case Disagreement():
            return room.glyphs.disagreement, f"severity-{thing.severity.value}"
        case Attribution():
            return room.glyphs.attributed, "attributed"
        case Flag():
            return room.glyphs.flag, "flag"


def _row_words(story: Story, item: Item, thing: Suggestion) -> str:
    """With what was said: one source says many things, and each is a row."""
    if isinstance(thing, Attribution):
        return f"{one_line(describe_source(thing))}: {one_line(story.claim[item.claims[0]].text)}"
    return short_words(thing)


def _question(thing: Suggestion) -> str:
    match thing:
        case Disagreement():
            return f"{thing.severity.value.capitalize()} of {kind_word(thing.kind)}"
        case Attribution():
            role = f", {ROLES[thing.source.role]}" if thing.source else ""
            return f"Said by {one_line(describe_source(thing))}{role}"
        case Flag():
            whose = "the speaker's words" if thing.voice.value == "speaker" else "in the outlet's own voice"
            return f"{kind_of_flag(thing).capitalize()}, {whose}"


def _reason(thing: Suggestion) -> str:
    if isinstance(thing, Attribution):
        cue = f"the words “{one_line(thing.cue.text)}” give it to them" if thing.cue else "no cue of its own"
        via = f"; told {one_line(thing.via)}" if thing.via else ""
        return f"{cue}{via}"
    expected = " Expected in this genre." if isinstance(thing, Flag) and thing.expected else ""
    return f"{one_line(thing.why)}{expected}"


def _measure(thing: Suggestion, room: Room) -> str:
    return strength(thing.strength, room.glyphs) if isinstance(thing, Flag) else certainty(score_of(thing), room.glyphs)


def _spans(thing: Suggestion, claim: str) -> tuple[Span, ...]:
    match thing:
        case Disagreement():
            return tuple(s.span for s in thing.sides if s.claim == claim)
        case Attribution():
            return tuple(p.span for p in (thing.source, thing.cue) if p is not None and p.span is not None)
        case Flag():
            return (thing.span,)


def paint_passage(story: Story, claim: Claim, spans: Sequence[Span], room: Room) -> list[Line]:
    """The claim with its words marked, between the claims before and after it."""
    claims = story.claims_of[claim.document]
    at = claims.index(claim)
    lines: list[Line] = []
    for near in claims[max(0, at - 1) : at + 2]:
        start = near.span.start
        marks = [Mark(s.start - start, s.end - start, "value") for s in spans] if near is claim else []
        base = "text" if near is claim else "context"
        words = runs(near.text, 0, len(near.text), marks, base=base)
        lines += wrap_runs(words, width=room.width, measure=room.measure)
    return lines
